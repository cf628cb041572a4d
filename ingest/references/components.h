#pragma once
// The instruments that a document is made of, and what its words call them: the treaty itself, its annexes and
// protocols, the regulations under it.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

class Components {
 public:
  static constexpr std::size_t kMain = Provision::kNoParent;  ///< the treaty itself

  /// Both must outlive it.
  Components(std::string_view text, const Structure& structure);

  /// The component that a provision stands in, itself if it is one: the innermost, or kMain.
  [[nodiscard]] std::size_t of(std::size_t provision) const { return component_[provision]; }
  /// What a component goes with: the protocol that an annex belongs to, or kMain.
  [[nodiscard]] std::size_t outer(std::size_t component) const;

  /// The innermost component around `from` that calls itself so: "this Protocol", "these Rules". Nothing where it is
  /// none, so that the treaty is meant.
  [[nodiscard]] std::optional<std::size_t> called_by_itself(std::string_view noun, std::size_t from) const;

  /// The one component that `name` says: "the Verification Annex", "the Statute" of an annex that is one. Case and
  /// articles do not count.
  [[nodiscard]] std::optional<std::size_t> named(std::string_view name) const;

  /// Names of more than one word, for a reader of citations to know.
  [[nodiscard]] std::vector<std::string> long_names() const;

 private:
  void learn_headings(std::size_t component);
  void learn_definitions();
  void learn(std::string_view name, std::size_t component);
  [[nodiscard]] std::optional<std::size_t> numbered(std::string_view word, std::string_view num) const;

  std::string_view text_;
  const Structure& structure_;
  std::vector<std::size_t> component_;
  std::map<std::size_t, std::string> nouns_;                              ///< what each one is
  std::map<std::string, std::optional<std::size_t>, std::less<>> names_;  ///< nothing where several are called so
};

}  // namespace treatygraph::ingest
