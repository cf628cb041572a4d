#pragma once
// Languages of plain marks that are not read: AsciiDoc, reStructuredText, the markup of wikis, Org, Textile. Read as
// text, their headings would be no headings.

#include <string_view>

namespace treatygraph::ingest {

/// What the text is written in and what to do, in words that go on behind the file's name; empty where it is none.
[[nodiscard]] std::string_view plain_markup(std::string_view text);

}  // namespace treatygraph::ingest
