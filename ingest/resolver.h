#pragma once
// What a citation means in the treaty that it stands in: the finest provisions that exist.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/citation.h"
#include "ingest/structure.h"

namespace treatygraph::ingest {

/// Positions in a Structure.
using Targets = std::vector<std::size_t>;

class Resolver {
 public:
  /// `structure` must outlive it.
  explicit Resolver(const Structure& structure);

  /// `from` cites; `cited_before` is what was cited last (kNoParent: nothing). Empty where the treaty has no such
  /// provision, wholly or for the article or division that is named.
  [[nodiscard]] Targets resolve(const Citation& citation, std::size_t from, std::size_t cited_before) const;

  /// The provision itself, or what it stands in, of that kind.
  [[nodiscard]] std::optional<std::size_t> enclosing(std::size_t provision, ProvisionKind kind) const;

 private:
  [[nodiscard]] std::optional<std::size_t> find(const Eid& eid) const;
  [[nodiscard]] std::optional<std::size_t> child(std::size_t provision, const EidStep& step) const;
  [[nodiscard]] std::optional<std::size_t> named(const EidStep& step, std::size_t from, bool of_this_treaty) const;
  [[nodiscard]] std::optional<std::size_t> named_in_parts(const EidStep& step, std::size_t from,
                                                          bool of_this_treaty) const;
  [[nodiscard]] std::optional<std::size_t> relative(const EidStep& step, std::size_t from) const;
  [[nodiscard]] std::optional<std::size_t> base_of(const Citation& citation, std::size_t from,
                                                   std::size_t cited_before) const;
  [[nodiscard]] Targets expand(std::size_t first, const std::string& range_end) const;
  [[nodiscard]] Targets preceding(const Citation& citation, std::size_t from) const;

  const Structure& structure_;
  std::unordered_map<std::string, std::size_t> by_eid_;
  std::vector<std::vector<std::size_t>> children_;
};

}  // namespace treatygraph::ingest
