#pragma once
// Index of the provisions of a document by number and parent.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Positions in a Structure.
using Targets = std::vector<std::size_t>;
using Place = std::optional<std::size_t>;

class ProvisionIndex {
 public:
  /// Both must outlive it.
  ProvisionIndex(std::string_view text, const Structure& structure);

  [[nodiscard]] const Structure& structure() const { return structure_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  /// Articles, divisions and components that the name may mean, in text order.
  [[nodiscard]] const Targets& numbered(const EidStep& step) const;
  [[nodiscard]] const Targets& children(std::size_t provision) const { return children_[provision]; }

  /// The provision itself or the ancestor of that kind.
  [[nodiscard]] Place enclosing(std::size_t provision, ProvisionKind kind) const;
  /// The article, rule or regulation that it is or that contains it.
  [[nodiscard]] Place enclosing_unit(std::size_t provision) const;

  /// By its kind and, if the reader of structure did not know the word, by the word printed before its number. `word`
  /// is the first letters of a component's word.
  [[nodiscard]] bool is_of_kind(std::size_t provision, ProvisionKind kind, std::string_view word) const;

  [[nodiscard]] Place child(std::size_t provision, const EidStep& step) const;
  /// A part; if articles or divisions are looked for, also a part of a part.
  [[nodiscard]] Place inside(std::size_t provision, const EidStep& step) const;

 private:
  [[nodiscard]] bool is_called(std::size_t provision, std::string_view word) const;
  [[nodiscard]] bool is_called_by_a_unit(std::size_t provision) const;

  std::string_view text_;
  const Structure& structure_;
  std::vector<Targets> children_;
  std::unordered_map<std::string, Targets> by_number_;
};

}  // namespace treatygraph::ingest
