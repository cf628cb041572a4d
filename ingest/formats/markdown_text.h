#pragma once
// Treaties in Markdown.

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// By what it contains: headings that begin with "#", emphasis, links, escapes, rules of front matter. Plain text that
/// has one line with a "#" is none.
[[nodiscard]] bool is_markdown(std::string_view text);

/// What a reader of the rendered page sees, without front matter, footnotes and comments. Items of lists have the
/// numbers that the file gives them, if they count on, else those that a browser would show.
[[nodiscard]] Result<WrittenText> markdown_text(std::string_view markdown);

}  // namespace treatygraph::ingest
