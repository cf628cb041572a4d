#pragma once
// Lines that open a part of a treaty: "PART II", "Article 8bis", "Article 3.12", "ANNEX I".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// The heading's own words and where the text below them begins.
struct HeadingWords {
  std::string words;  ///< white space folded; empty where none is printed
  std::size_t body = 0;
  /// Where the words begin, if only the shape of the lines tells that they are no part of the sentence below.
  std::optional<std::size_t> guessed_at;
};

struct Heading {
  ProvisionKind kind = ProvisionKind::Article;
  std::string num;         ///< "8bis", "IV", "3-12" for 3.12; words are written as digits
  int chapter = 0;         ///< of an article called 3.12: 3
  int value = 0;           ///< of its number, or of the last part of it, without bis and the like
  bool is_nested = false;  ///< an appendix or schedule, which belongs to the annex before it
  bool is_protocol = false;
  bool is_inside = false;                  ///< an annex that stands between the treaty's articles
  bool goes_on_behind_annex = false;       ///< with it the treaty goes on behind such an annex
  std::size_t start = 0;                   ///< bytes of the text
  std::size_t after = 0;                   ///< one past the number and what parts it from the heading
  std::optional<HeadingWords> given;       ///< where the document's marks say them, so that nobody has to guess
  std::optional<std::size_t> words_above;  ///< where they begin, if they stand above the number

  [[nodiscard]] std::size_t opens() const { return words_above.value_or(start); }
};

/// What opens at the start of the line `text[line_start, line_end)`; a line that cites ("Article 5 of the Treaty
/// shall ...") opens nothing.
[[nodiscard]] std::optional<Heading> heading_at(std::string_view text, std::size_t line_start, std::size_t line_end);

struct Headings {
  std::vector<Heading> all;
  std::size_t start = 0;  ///< of the treaty in the text: behind the heading of the resolution's annex that it is
  std::size_t end = 0;
};
/// All headings of a text in order, each article of a numbering once: tables of contents and wrapped citations are left
/// out.
[[nodiscard]] Headings find_headings(std::string_view text);

}  // namespace treatygraph::ingest
