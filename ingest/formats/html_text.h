#pragma once
// Treaties on web pages, as the European Union, the United Nations, the Council of Europe and the United Kingdom
// publish them, and as word processors write them.

#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// By a doctype or <html>. `text` is UTF-8.
[[nodiscard]] bool is_html_page(std::string_view text);
/// Where the first element is one that only HTML has. Markdown may begin so, too.
[[nodiscard]] bool is_html_fragment(std::string_view text);

/// The encoding that the first bytes of a page or of XML declare ("<meta charset", "<?xml encoding"); empty if none.
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

/// What a reader of the page sees of the document: without navigation, scripts, hidden parts and footnotes, with the
/// numbers of lists as a browser writes them. Notices say what was left out.
[[nodiscard]] Result<WrittenText> html_text(std::string_view html);

}  // namespace treatygraph::ingest
