#pragma once
// Extracts the text of a PDF, page by page, in a child process.

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

/// Whether the signature "%PDF-" is in the first 1,024 bytes.
[[nodiscard]] bool is_pdf(std::string_view bytes);

/// The text of a PDF.
struct PdfText {
  /// UTF-8, with a form feed after each page and lines as printed, without alignment blanks. On a page with two columns
  /// the left one comes first. Footnotes in smaller print are omitted.
  std::string text;
  std::vector<RecognisedWord> recognised;  ///< from scanned pages; positions are characters of `text`
  std::vector<std::string> notices;        ///< messages about pages that could not be read, one sentence each
};

/// How to treat pages that are pictures without text: leave them out with a notice, or recognize their words (--ocr).
enum class Pictures : std::uint8_t { LeaveOut, Recognise };

/// Reads a PDF in a child process whose limits of time and memory grow with the size of the PDF. The error says what is
/// wrong: damaged, encrypted, too large, only pictures of pages, or beyond a limit. Call it only while no other thread
/// runs.
[[nodiscard]] Result<PdfText> pdf_text(std::string_view bytes, Pictures pictures = Pictures::LeaveOut);

/// Reads the PDFs among `paths`, on all cores, and returns the results by index. Files that are not PDFs have no
/// result. Each file is read when its turn comes, so that few are in memory at a time; with Pictures::Recognise, those
/// with scanned pages are read a second time. `progress(i)` is called when the i-th file is examined. Call it only
/// while no other thread runs.
[[nodiscard]] std::vector<std::optional<Result<PdfText>>> pdf_texts(const std::vector<std::filesystem::path>& paths,
                                                                    Pictures pictures,
                                                                    const std::function<void(std::size_t)>& progress);

}  // namespace treatygraph::ingest
