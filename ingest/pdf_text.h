#pragma once
// The text of a PDF, page by page.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_pdf(std::string_view bytes);

/// UTF-8, with a form feed behind each page and the lines of a page as they stand, without the blanks that only align
/// them; a page in two columns gives the left one first, and footnotes in smaller print are left out. Read in a child
/// process with limits. The error says what is wrong: no PDF, encrypted, damaged, or pictures of pages without text.
[[nodiscard]] Result<std::string> pdf_text(std::string_view bytes);

}  // namespace treatygraph::ingest
