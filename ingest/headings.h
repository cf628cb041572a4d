#pragma once
// Lines that open a part of a treaty: "PART II", "Article 8bis", "ANNEX I", with the heading that follows.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// The heading's own words and where the text below them begins.
struct HeadingWords {
  std::string words;  ///< white space folded; empty where none is printed
  std::size_t body = 0;
};

struct Heading {
  ProvisionKind kind = ProvisionKind::Article;
  std::string num;                    ///< "8bis", "IV"; words are written as digits
  int value = 0;                      ///< of its number, without bis and the like
  std::size_t start = 0;              ///< bytes of the text
  std::size_t after = 0;              ///< one past the number and what parts it from the heading
  std::optional<HeadingWords> given;  ///< where the document's marks say them, so that nobody has to guess
};

/// What opens at the start of the line `text[line_start, line_end)`; a line that cites ("Article 5 of the Treaty
/// shall ...") opens nothing.
[[nodiscard]] std::optional<Heading> heading_at(std::string_view text, std::size_t line_start, std::size_t line_end);

struct Headings {
  std::vector<Heading> all;
  std::size_t end = 0;  ///< of the treaty in the text
};
/// All headings of a text in order, each article of a numbering once: tables of contents and wrapped citations are left
/// out.
[[nodiscard]] Headings find_headings(std::string_view text);

/// Which words a text also writes without a capital: where such a word has one, a sentence begins.
class WordUse {
 public:
  explicit WordUse(std::string_view text);
  [[nodiscard]] bool is_written_small(std::string_view word) const;

 private:
  std::unordered_set<std::string> small_;
};

/// `end` is where the next heading begins.
[[nodiscard]] HeadingWords heading_words(std::string_view text, const Heading& heading, std::size_t end,
                                         const WordUse& use);

}  // namespace treatygraph::ingest
