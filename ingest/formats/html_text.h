#pragma once
// Reads treaties on web pages, as published by the European Union, the United Nations, the Council of Europe and the
// United Kingdom, or written by word processors.

#include <string>
#include <string_view>

#include "graph/result.h"
#include "ingest/formats/written_text.h"

namespace treatygraph::ingest {

/// Whether the text begins with an HTML doctype or <html>; comments and an XML declaration may precede it. `text` is
/// UTF-8.
[[nodiscard]] bool is_html_page(std::string_view text);
/// Whether the first element exists only in HTML, such as <div>. Markdown may also begin with one, so test for it
/// before.
[[nodiscard]] bool is_html_fragment(std::string_view text);

/// The encoding that the first bytes of a page or of XML declare ("<meta charset", "<?xml encoding"). Empty if they
/// declare none.
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

/// Writes what a browser shows of the document, with the numbers of lists as a browser counts them. Navigation,
/// scripts, hidden and struck parts and footnotes are left out. Notices say what was left out. The error says that the
/// page exceeds a limit.
[[nodiscard]] Result<WrittenText> html_text(std::string_view html);

}  // namespace treatygraph::ingest
