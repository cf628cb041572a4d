#pragma once
// Treaties on web pages, as published by the European Union, the United Nations, the Council of Europe and the United
// Kingdom, or written by word processors.

#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// By a doctype or <html>. `text` is UTF-8.
[[nodiscard]] bool is_html_page(std::string_view text);
/// Whether the first element exists only in HTML. Markdown may also begin with one.
[[nodiscard]] bool is_html_fragment(std::string_view text);

/// The encoding that the first bytes of a page or of XML declare ("<meta charset", "<?xml encoding"); empty if none.
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

/// What a browser shows of the document: without navigation, scripts, hidden parts and footnotes, with list numbers as
/// a browser writes them. Notices say what was left out.
[[nodiscard]] Result<WrittenText> html_text(std::string_view html);

}  // namespace treatygraph::ingest
