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
  /// UTF-8, with a form feed after each page and the lines of a page as printed, without the blanks that only align
  /// them; a page in two columns gives the left one first, and footnotes in smaller print are left out.
  std::string text;
  std::vector<RecognisedWord> recognised;  ///< of pages that are pictures; by characters of `text`
  std::vector<std::string> notices;        ///< for a person: which pages could not be read, one sentence each
};

/// What to do with pages that are pictures of text.
enum class Pictures : std::uint8_t { LeaveOut, Recognise };

/// Read in a child process whose limits of time and memory grow with the size of the PDF. The error says what is wrong:
/// no PDF, encrypted, damaged, or nothing but pictures of pages.
[[nodiscard]] Result<PdfText> pdf_text(std::string_view bytes, Pictures pictures = Pictures::LeaveOut);

/// The same for those among `paths` that are PDFs, by position, on all cores, each opened once. `progress(i)` is called
/// when the i-th is looked at. Call it while no other thread runs.
[[nodiscard]] std::vector<std::optional<Result<PdfText>>> pdf_texts(const std::vector<std::filesystem::path>& paths,
                                                                    Pictures pictures,
                                                                    const std::function<void(std::size_t)>& progress);

}  // namespace treatygraph::ingest
