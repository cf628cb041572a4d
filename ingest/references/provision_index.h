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

/// Positions in a Structure, and one position or nothing.
using Targets = std::vector<std::size_t>;
using Place = std::optional<std::size_t>;

/// Built once per document, linear in its provisions; immutable, so any thread may read it.
class ProvisionIndex {
 public:
  /// Both must outlive it.
  ProvisionIndex(std::string_view text, const Structure& structure);

  [[nodiscard]] const Structure& structure() const { return structure_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  /// Articles, divisions and components that the name may mean, in text order. The key is coarse (see index_key), so
  /// callers check the kind. Takes constant time on average.
  [[nodiscard]] const Targets& numbered(const EidStep& step) const;
  /// The direct parts of a provision, in text order.
  [[nodiscard]] const Targets& children(std::size_t provision) const { return children_[provision]; }

  /// The provision itself or its nearest ancestor, whichever is of that kind.
  [[nodiscard]] Place enclosing(std::size_t provision, ProvisionKind kind) const;
  /// The article, rule or regulation that the provision is or that contains it.
  [[nodiscard]] Place enclosing_unit(std::size_t provision) const;

  /// Whether the provision is of that kind: by its own kind and, if the reader of structure did not know the word, by
  /// the word printed before its number. `word` is the first letters of a component's word, or empty.
  [[nodiscard]] bool is_of_kind(std::size_t provision, ProvisionKind kind, std::string_view word) const;

  /// The direct part that the step names. Citations and print may differ in the kind and in the number: "article 24(2)"
  /// may mean point (2), and paragraph 2 of article 1 may be printed as 1.2.
  [[nodiscard]] Place child(std::size_t provision, const EidStep& step) const;
  /// The part that the step names; for articles and divisions, also a part of a part.
  [[nodiscard]] Place inside(std::size_t provision, const EidStep& step) const;

 private:
  /// Whether the printed provision begins with the word, which is in lower case and without accents.
  [[nodiscard]] bool is_called(std::size_t provision, std::string_view word) const;
  /// Whether it is printed with the word of a unit other than "article".
  [[nodiscard]] bool is_called_by_a_unit(std::size_t provision) const;

  std::string_view text_;
  const Structure& structure_;
  std::vector<Targets> children_;
  std::unordered_map<std::string, Targets> by_number_;
};

}  // namespace treatygraph::ingest
