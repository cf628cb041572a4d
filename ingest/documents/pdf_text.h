#pragma once
// The text of a PDF, page by page.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/text/recognised_word.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_pdf(std::string_view bytes);

struct PdfText {
  /// UTF-8, with a form feed after each page and lines as printed, without alignment blanks. On a page with two columns
  /// the left one comes first. Footnotes in smaller print are omitted.
  std::string text;
  std::vector<RecognisedWord> recognised;  ///< from scanned pages; by characters of `text`
  std::vector<std::string> notices;        ///< messages about pages that could not be read, one sentence each
};

/// How to treat scanned pages.
enum class Pictures : std::uint8_t { LeaveOut, Recognise };

/// Read in a child process whose time and memory limits grow with the size of the PDF. The error says what is wrong:
/// not a PDF, encrypted, damaged, or only pictures of pages.
[[nodiscard]] Result<PdfText> pdf_text(std::string_view bytes, Pictures pictures = Pictures::LeaveOut);

/// The same for the PDFs in `paths`, by index, on all cores, each opened once. `progress(i)` is called when the i-th is
/// examined. Call it while no other thread runs.
[[nodiscard]] std::vector<std::optional<Result<PdfText>>> pdf_texts(const std::vector<std::filesystem::path>& paths,
                                                                    Pictures pictures,
                                                                    const std::function<void(std::size_t)>& progress);

}  // namespace treatygraph::ingest
