#pragma once
// What a citation means in the treaty that it stands in: the finest provisions that exist.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/citation/citation.h"
#include "ingest/references/components.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Positions in a Structure.
using Targets = std::vector<std::size_t>;

/// What a citation means, as far as the document has it.
struct Resolved {
  Targets targets;
  Targets open_ended;  ///< of these, those that "et seq." alone reaches: the words do not say where they end
  std::string
      unreached;  ///< "paragraph 9" of "article 2, paragraph 9" where article 2 is all that there is; else empty
};

/// Which instrument of the document a citation is of.
struct Home {
  bool is_said = false;  ///< else the one that the citation stands in, and what that one goes with
  std::size_t component = Components::kMain;
};

class Resolver {
 public:
  /// All must outlive it.
  Resolver(std::string_view text, const Structure& structure, const Components& components);

  /// `from` cites; `before` is what was cited last. Empty where the treaty has no such provision, wholly or for the
  /// article or division that is named.
  [[nodiscard]] Resolved resolve(const Citation& citation, std::size_t from, const Targets& before,
                                 const Home& home = {}) const;

  /// The provision itself, or what it stands in, of that kind.
  [[nodiscard]] std::optional<std::size_t> enclosing(std::size_t provision, ProvisionKind kind) const;

  /// The article that it stands in or is, or the rule or regulation.
  [[nodiscard]] std::optional<std::size_t> enclosing_unit(std::size_t provision) const;

 private:
  using Place = std::optional<std::size_t>;

  [[nodiscard]] bool ends_with(const Targets& expanded, const CitedProvision& cited) const;
  [[nodiscard]] bool is_reached(std::size_t found, const EidStep& step) const;
  [[nodiscard]] Place child(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place inside(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] bool is_of_kind(std::size_t provision, ProvisionKind kind, std::string_view word) const;
  [[nodiscard]] bool is_called_by_a_unit(std::size_t provision) const;
  [[nodiscard]] Place named(const CitedProvision& cited, const EidStep& step, std::size_t from, const Home& home) const;
  [[nodiscard]] std::optional<std::size_t> nearness(std::size_t provision, std::size_t from, const Home& home) const;
  [[nodiscard]] Place only_elsewhere(const CitedProvision& cited, const EidStep& step) const;
  [[nodiscard]] Place called_in_full(const EidStep& step, std::size_t from) const;
  [[nodiscard]] Place named_in_parts(const CitedProvision& cited, std::size_t from, const Home& home) const;
  [[nodiscard]] Place without_lost_divisions(const CitedProvision& cited, std::size_t from, const Home& home,
                                             std::size_t& taken) const;
  [[nodiscard]] Place only_unit(const EidStep& step, std::size_t division) const;
  [[nodiscard]] Place only_named(const CitedProvision& cited, const EidStep& step) const;
  [[nodiscard]] bool lost_numbers_of_paragraphs(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place only_annex(const EidStep& step, std::string_view word, std::size_t from, const Home& home) const;
  [[nodiscard]] bool is_called(std::size_t provision, std::string_view word) const;
  [[nodiscard]] std::size_t shared_depth(std::size_t provision, std::size_t from) const;
  [[nodiscard]] std::size_t steps_inside(std::size_t provision, const std::vector<EidStep>& steps) const;
  [[nodiscard]] bool is_printed_so(std::size_t provision, const CitedProvision& cited) const;
  [[nodiscard]] Place relative(const CitedProvision& cited, std::size_t from) const;
  [[nodiscard]] Place only_inside(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] Place first_step(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                 const Targets& before, const Home& home, std::size_t& taken) const;
  [[nodiscard]] Place absolute(const CitedProvision& cited, std::size_t from, const Home& home,
                               std::size_t& taken) const;
  [[nodiscard]] Place from_anchor(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                  const Targets& before) const;
  [[nodiscard]] Place pointed_at(ProvisionKind kind, std::size_t from) const;
  [[nodiscard]] Targets lifted(const Targets& cited, ProvisionKind kind, bool all) const;
  [[nodiscard]] Targets kind_alone(const Citation& citation, std::size_t from, const Targets& before) const;
  [[nodiscard]] Targets neighbours(const Citation& citation, std::size_t from) const;
  [[nodiscard]] Targets with_those_behind(std::size_t first) const;
  [[nodiscard]] Targets expand(std::size_t first, const std::string& range_end) const;

  std::string_view text_;
  const Structure& structure_;
  const Components& components_;
  std::vector<std::vector<std::size_t>> children_;
  std::unordered_map<std::string, Targets> by_number_;
};

}  // namespace treatygraph::ingest
