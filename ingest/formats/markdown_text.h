#pragma once
// Treaties in Markdown.

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// Recognised by content: headings with "#", emphasis, links, escapes, front matter. Plain text with a single "#" line
/// is not Markdown.
[[nodiscard]] bool is_markdown(std::string_view text);

/// The rendered page, without front matter, footnotes and comments. List items keep the file's numbers if they are
/// consecutive, and otherwise get those of a browser.
[[nodiscard]] Result<WrittenText> markdown_text(std::string_view markdown);

}  // namespace treatygraph::ingest
