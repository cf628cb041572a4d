#pragma once
// What a citation means in the treaty that it stands in: the finest provisions that exist.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/citation/citation.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Positions in a Structure.
using Targets = std::vector<std::size_t>;

class Resolver {
 public:
  /// Both must outlive it.
  Resolver(std::string_view text, const Structure& structure);

  /// `from` cites; `before` is what was cited last. Empty where the treaty has no such provision, wholly or for the
  /// article or division that is named.
  [[nodiscard]] Targets resolve(const Citation& citation, std::size_t from, const Targets& before) const;

  /// The provision itself, or what it stands in, of that kind.
  [[nodiscard]] std::optional<std::size_t> enclosing(std::size_t provision, ProvisionKind kind) const;

  /// Whether it stands in a protocol that is annexed.
  [[nodiscard]] bool stands_in_protocol(std::size_t provision) const;

 private:
  using Place = std::optional<std::size_t>;

  [[nodiscard]] Place child(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place inside(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place named(const CitedProvision& cited, const EidStep& step, std::size_t from,
                            bool of_this_treaty) const;
  [[nodiscard]] Place named_in_parts(const CitedProvision& cited, std::size_t from, bool of_this_treaty) const;
  [[nodiscard]] Place without_lost_divisions(const CitedProvision& cited, std::size_t from, bool of_this_treaty,
                                             std::size_t& taken) const;
  [[nodiscard]] Place only_named(const CitedProvision& cited, const EidStep& step) const;
  [[nodiscard]] bool lost_numbers_of_paragraphs(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place only_annex(std::string_view word) const;
  [[nodiscard]] bool is_called(std::size_t provision, std::string_view word) const;
  [[nodiscard]] std::size_t shared_depth(std::size_t provision, std::size_t from) const;
  [[nodiscard]] Place relative(const EidStep& step, std::size_t from) const;
  [[nodiscard]] Place only_inside(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place first_step(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                 const Targets& before, std::size_t& taken) const;
  [[nodiscard]] Place absolute(const CitedProvision& cited, std::size_t from, bool of_this_treaty,
                               std::size_t& taken) const;
  [[nodiscard]] Place from_anchor(const Citation& citation, const EidStep& step, std::size_t from,
                                  const Targets& before) const;
  [[nodiscard]] Targets lifted(const Targets& cited, ProvisionKind kind, bool all) const;
  [[nodiscard]] Targets kind_alone(const Citation& citation, std::size_t from, const Targets& before) const;
  [[nodiscard]] Targets neighbours(const Citation& citation, std::size_t from) const;
  [[nodiscard]] Targets with_those_behind(std::size_t first) const;
  [[nodiscard]] Targets expand(std::size_t first, const std::string& range_end) const;

  std::string_view text_;
  const Structure& structure_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> annex_;  ///< that each provision stands in, or kNoParent
  std::unordered_map<std::string, Targets> by_number_;
};

}  // namespace treatygraph::ingest
