#pragma once
// Where a heading's own words end and the text below it begins.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// Which words a text writes without a capital more often than with one amid a sentence, as it does not write "State":
/// where such a word has a capital, a sentence begins.
class WordUse {
 public:
  explicit WordUse(std::string_view text);
  [[nodiscard]] bool is_written_small(std::string_view word) const;

 private:
  std::unordered_map<std::string, int> small_;  ///< how much more often
};

/// `end` is where the next heading begins.
[[nodiscard]] HeadingWords heading_words(std::string_view text, const Heading& heading, std::size_t end,
                                         const WordUse& use);

}  // namespace treatygraph::ingest
