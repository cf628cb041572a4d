#pragma once
// Lines that open a part of a treaty: "PART II", "Article 8bis", "Rule 3", "Standard A1.1", "ANNEX I".

#include <cstddef>
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

/// What an annex says that it is annexed to: "Annex 1 to the Protocol", "ANNEX II TO PROTOCOL 2".
struct Addressee {
  enum class Kind { Unsaid, Treaty, Protocol, Division };
  Kind kind = Kind::Unsaid;
  std::string num;  ///< of a protocol; empty where none is said
};

struct Heading {
  static constexpr std::size_t kMain = static_cast<std::size_t>(-1);

  ProvisionKind kind = ProvisionKind::Article;
  std::string num;                    ///< "8bis", "IV", "3-12" for 3.12, "A1.1"; words are written as digits
  std::string name;                   ///< of a component that has no number, as an eId writes it: "on-chemicals"
  int chapter = 0;                    ///< of an article called 3.12: 3
  int value = 0;                      ///< of its number, or of the last part of it, without bis and the like
  std::vector<int> levels;            ///< of a unit called A1.1 or B2.2.1: all of its numbers
  bool is_nested = false;             ///< an appendix or schedule, which belongs to the annex before it
  bool is_numbered = true;            ///< else `num` is that of the only one there is
  bool is_title = false;              ///< told by its title alone: its units must begin anew
  bool is_side_letter = false;        ///< opens only where the treaty has ended
  bool is_bare = false;               ///< "I" or "A. Arbitration" without a word: one half of several that begin anew
  bool is_split = false;              ///< "Article 1 0": a heading only where article 10 is due
  Addressee addressee = {};           ///< of a component
  std::size_t inside = kMain;         ///< position of the component's heading in which it stands
  bool is_inside = false;             ///< a component that stands between the units of what it belongs to
  bool goes_on_behind_annex = false;  ///< with it the treaty goes on behind such an annex
  std::size_t start = 0;              ///< bytes of the text
  std::size_t after = 0;              ///< one past the number and what parts it from the heading
  std::optional<HeadingWords> given;  ///< where the document's marks say them, so that nobody has to guess
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
