#pragma once
// The text of a PDF, page by page.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_pdf(std::string_view bytes);

/// UTF-8, with a form feed after each page and the lines of a page as printed, without the blanks that only align
/// them; a page in two columns gives the left one first, and footnotes in smaller print are left out. Read in a child
/// process whose limits of time and memory grow with the size of the PDF. The error says what is wrong: no PDF,
/// encrypted, damaged, or pictures of pages without text.
[[nodiscard]] Result<std::string> pdf_text(std::string_view bytes);

/// The same for those among `paths` that are PDFs, by position, on all cores, each opened once. `progress(i)` is called
/// when the i-th is looked at. Call it while no other thread runs.
[[nodiscard]] std::vector<std::optional<Result<std::string>>> pdf_texts(
    const std::vector<std::filesystem::path>& paths, const std::function<void(std::size_t)>& progress);

}  // namespace treatygraph::ingest
