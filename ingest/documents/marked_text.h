#pragma once
// A treaty from a format with markup, written as text with an equivalent layout. One structure reader then serves all
// formats.

#include <string>
#include <string_view>
#include <vector>

#include "graph/property.h"
#include "ingest/structure/headings.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// The result of a reader of XML or JSON. Offsets in `headings` and `structure` are bytes of `text`.
struct MarkedText {
  std::string format;  ///< "akn", "tota", "formex", "treaty-json", "lexml", ...
  std::string title;
  std::string text;  ///< headings on lines of their own, "1." and "(a)" before what they number
  std::vector<Heading> headings;
  Structure structure;  ///< if the markup gives all of it; otherwise empty, and read from headings and layout
  std::vector<std::string> notices;  ///< messages about what was left out, one sentence each
  Properties properties;             ///< of the Treaty: dates, language and parties that the file gives
};

/// Writes the lines of a heading: its printed number ("Article 3.12", "ANNEX B") and its words. If no number is found
/// in `printed`, both are written as plain text and no heading is added.
void add_heading(MarkedText& marked, ProvisionKind kind, std::string_view printed, std::string_view words);
/// Cleans words as clean_text() does and writes them on lines of their own.
void add_block(MarkedText& marked, std::string_view words);
/// Writes the words of an annex without markup. Headings of its articles and divisions are recognized by their layout;
/// headings of annexes inside it are not.
void add_unmarked(MarkedText& marked, std::string_view words);

}  // namespace treatygraph::ingest
