#pragma once
// Recognizes plain-text markup that is not supported: AsciiDoc, reStructuredText, wiki markup, Org, Textile. Read as
// plain text, it would lose its headings.

#include <string_view>

namespace treatygraph::ingest {

/// The markup language and what to do, as a clause that follows the file's name; empty if there is none.
[[nodiscard]] std::string_view plain_markup(std::string_view text);

}  // namespace treatygraph::ingest
