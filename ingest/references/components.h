#pragma once
// The instruments in a document and the names used for them: the treaty itself, its annexes and protocols, the
// regulations under it.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation/lexicon.h"
#include "ingest/references/reference_phrases.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// An index of the components of a document by name. Components are positions in the structure; kMain is the treaty.
class Components {
 public:
  static constexpr std::size_t kMain = Provision::kNoParent;  ///< the treaty itself

  /// Both must outlive it.
  Components(std::string_view text, const Structure& structure, const Words& words = english_words());

  /// The innermost component that contains a provision (the provision itself if it is one), or kMain.
  [[nodiscard]] std::size_t of(std::size_t provision) const { return component_[provision]; }
  /// The component that this one belongs to: the protocol of an annex, or kMain.
  [[nodiscard]] std::size_t outer(std::size_t component) const;

  /// The innermost component around `from` that calls itself by this noun: "this Protocol", "these Rules". Nothing if
  /// there is none; then the treaty is meant.
  [[nodiscard]] std::optional<std::size_t> called_by_itself(std::string_view noun, std::size_t from) const;

  /// The component with this name: "the Verification Annex", "the Statute" for an annex that is one. Case and articles
  /// are ignored. Nothing if several components have the name.
  [[nodiscard]] std::optional<std::size_t> named(std::string_view name) const;

  /// The names of more than one word, in lower case, for the reader of citations (InstrumentNames::know_parts).
  [[nodiscard]] std::vector<std::string> long_names() const;

  /// The phrases of the document's language.
  [[nodiscard]] const ReferencePhrases& phrases() const { return phrases_; }

 private:
  /// Learns the names that the heading of a component gives it.
  void learn_headings(std::size_t component);
  /// Learns the beginning of a title, which often stands for all of it: "Rules of Procedure".
  void learn_beginnings(std::string_view title, std::size_t component);
  /// Learns the names that definitions in the text give to components.
  void learn_definitions();
  /// Adds a name; a name of two components means neither.
  void learn(std::string_view name, std::size_t component);
  /// The outermost component with that word and number: "Annex", "2".
  [[nodiscard]] std::optional<std::size_t> numbered(std::string_view word, std::string_view num) const;

  std::string_view text_;
  const Words& words_;
  const ReferencePhrases& phrases_;
  const Structure& structure_;
  std::vector<std::size_t> component_;
  std::map<std::size_t, std::string> nouns_;                              ///< the noun of each
  std::map<std::string, std::optional<std::size_t>, std::less<>> names_;  ///< nothing if several have the name
};

}  // namespace treatygraph::ingest
