#pragma once
// Finds where the words of a heading end and the text below it begins. Some texts have lost the line break between
// both: "Article 2 Use of boats Each Party shall ...".

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// How a text writes its words within sentences. A word that it more often writes in lower case (unlike "State") begins
/// a sentence if it is capitalized. Computed once per text; linear in it.
class WordUse {
 public:
  WordUse(std::string_view text, const StructureWords& language);
  /// Whether the text writes the word in lower case more often than capitalized. Case and punctuation after the word do
  /// not matter.
  [[nodiscard]] bool is_written_small(std::string_view word) const;

  /// The language of the text.
  [[nodiscard]] const StructureWords& language() const { return language_; }

 private:
  const StructureWords& language_;
  std::unordered_map<std::string, int> small_;  ///< by word in lower case: how much more often it is written small
};

/// The words of a heading, which is followed by the heading or end of text at `end`. `text` is the text of `use`.
[[nodiscard]] HeadingWords heading_words(std::string_view text, const Heading& heading, std::size_t end,
                                         const WordUse& use);

}  // namespace treatygraph::ingest
