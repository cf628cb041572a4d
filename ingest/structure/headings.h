#pragma once
// Finds the lines that open a part of a treaty: "PART II", "Article 8bis", "Rule 3", "Standard A1.1", "ANNEX I".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "ingest/structure/structure_words.h"

namespace treatygraph::ingest {

/// The words that belong to a heading after its number, and the offset at which the text below begins.
struct HeadingWords {
  std::string words;  ///< white space collapsed; empty if none is printed
  std::size_t body = 0;
  /// The start of the words, if only the layout of lines shows that they are separate from the sentence below.
  std::optional<std::size_t> guessed_at;
};

/// The instrument that an annex says it belongs to: "Annex 1 to the Protocol", "ANNEX II TO PROTOCOL 2".
struct Addressee {
  enum class Kind { Unsaid, Treaty, Protocol, Division };
  Kind kind = Kind::Unsaid;
  std::string num;  ///< number of a protocol; empty if none is stated
};

/// A line, or a part of one, that opens a provision: what it says, and, after the sequence of numbers was checked,
/// where it belongs. All offsets are bytes of the text.
struct Heading {
  static constexpr std::size_t kMain = static_cast<std::size_t>(-1);

  ProvisionKind kind = ProvisionKind::Article;
  std::string num;               ///< "8bis", "IV", "3-12" for 3.12, "A1.1"; number words become digits
  std::string name;              ///< name in an eId of a component without a number: "on-chemicals"
  int chapter = 0;               ///< 3 for an article called 3.12
  int value = 0;                 ///< value of its number or its last part, without bis and the like
  std::vector<int> levels;       ///< all numbers of a unit called A1.1 or B2.2.1
  bool is_nested = false;        ///< an appendix or schedule, which belongs to the annex before it
  bool is_of_something = false;  ///< "Schedule of Australia": named by what it lists
  bool is_numbered = true;       ///< otherwise `num` is implied, because there is only one
  bool is_title = false;         ///< recognized only by its title: its units must be numbered from 1 again
  bool is_side_letter = false;   ///< opens only after the end of the treaty
  bool is_bare = false;          ///< "I" or "A. Arbitration" without a keyword: one of several parts that start anew
  bool is_half_by_paragraphs = false;  ///< such a part of an annex, in which paragraphs start anew
  bool has_note = false;  ///< "Article 4 1", where 1 is the mark of a footnote: a heading only if article 4 is expected
  bool is_split = false;  ///< "Article 1 0": a heading only if article 10 is expected
  Addressee addressee = {};                ///< of a component
  std::size_t inside = kMain;              ///< index of the heading of the component that contains it
  bool is_inside = false;                  ///< a component between the units of its parent
  bool goes_on_after_annex = false;        ///< the treaty continues here after such an annex
  std::size_t start = 0;                   ///< bytes of the text
  std::size_t after = 0;                   ///< end of the number and its separator
  std::optional<HeadingWords> given;       ///< given by the document's markup
  std::optional<std::size_t> words_above;  ///< their start, if they are above the number

  /// The start of its provision: of the words above the number, if there are any.
  [[nodiscard]] std::size_t opens() const { return words_above.value_or(start); }
};

/// The heading at the start of the line `text[line_start, line_end)`; nothing if there is none. A line that cites
/// ("Article 5 of the Treaty shall ...") is not a heading. A citation that was wrapped after "under" may still pass;
/// headings_in_sequence() sorts it out.
[[nodiscard]] std::optional<Heading> heading_at(std::string_view text, std::size_t line_start, std::size_t line_end,
                                                const StructureWords& language = english_structure());

/// The headings of a treaty, and the range of the text that is the treaty.
struct Headings {
  std::vector<Heading> all;
  std::size_t start = 0;  ///< of the treaty: after the heading of a resolution's annex
  std::size_t end = 0;    ///< of the treaty and what belongs to it
};
/// All headings of a text in order, each article once per numbering, without tables of contents and wrapped citations.
[[nodiscard]] Headings find_headings(std::string_view text, const StructureWords& language = english_structure());

}  // namespace treatygraph::ingest
