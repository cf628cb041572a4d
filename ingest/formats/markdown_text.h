#pragma once
// Reads treaties in Markdown.

#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// Whether the content is Markdown: headings with "#" or underlined, emphasis, links, escapes, tables, front matter.
/// Plain text with a single "#" line is not Markdown, unless it is the first line.
[[nodiscard]] bool is_markdown(std::string_view text);

/// Writes the rendered page, without front matter, footnotes, pictures, struck words and comments. The items of a list
/// keep the file's numbers as long as these grow; other items count on from the item before.
[[nodiscard]] Result<WrittenText> markdown_text(std::string_view markdown);

}  // namespace treatygraph::ingest
