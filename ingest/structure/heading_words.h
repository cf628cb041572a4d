#pragma once
// Finds where a heading's own words end and the text below begins.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Words that a text more often writes in lower case than capitalized within sentences (unlike "State"): if
/// capitalized, such a word begins a sentence.
class WordUse {
 public:
  WordUse(std::string_view text, const StructureWords& language);
  [[nodiscard]] bool is_written_small(std::string_view word) const;

  /// That of the text.
  [[nodiscard]] const StructureWords& language() const { return language_; }

 private:
  const StructureWords& language_;
  std::unordered_map<std::string, int> small_;  ///< how much more often
};

/// `end` is the start of the next heading.
[[nodiscard]] HeadingWords heading_words(std::string_view text, const Heading& heading, std::size_t end,
                                         const WordUse& use);

}  // namespace treatygraph::ingest
