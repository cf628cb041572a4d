#pragma once
// A treaty whose file says by its marks what is what, written out as a text that says the same by its layout. So one
// reading of structure serves all formats.

#include <string>
#include <string_view>
#include <vector>

#include "graph/property.h"
#include "ingest/structure/headings.h"
#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

struct MarkedText {
  std::string format;  ///< "akn", "tota", "formex", "treaty-json"
  std::string title;
  std::string text;  ///< headings on lines of their own, "1." and "(a)" before what they number
  std::vector<Heading> headings;
  Structure structure;               ///< where the marks say all of it; else it is read from headings and layout
  std::vector<std::string> notices;  ///< for a person: what was left out, one sentence each
  Properties properties;             ///< of the Treaty: dates, language, parties, as far as the file has them
};

/// Writes the lines of a heading: what is printed before it ("Article 3.12", "ANNEX B") and its words.
void add_heading(MarkedText& marked, ProvisionKind kind, std::string_view printed, std::string_view words);
/// Its words as they are, on lines of their own.
void add_block(MarkedText& marked, std::string_view words);
/// The words of an annex that has lost its marks: headings of its articles and divisions are told by their layout.
void add_unmarked(MarkedText& marked, std::string_view words);

}  // namespace treatygraph::ingest
