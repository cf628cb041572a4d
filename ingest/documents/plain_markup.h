#pragma once
// Recognizes plain-text markup that is not supported: AsciiDoc, reStructuredText, wiki markup, Org, Textile. Such a
// file would lose its headings if it was read as plain text.

#include <string_view>

namespace treatygraph::ingest {

/// The markup language and what to do, as a clause that follows the file's name. Empty if no such markup is found. The
/// result is static.
[[nodiscard]] std::string_view plain_markup(std::string_view text);

}  // namespace treatygraph::ingest
