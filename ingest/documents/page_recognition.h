#pragma once
// Reads scanned pages with the program tesseract, if it is installed.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/text/recognised_word.h"

namespace treatygraph::ingest {

/// What tesseract read on one page.
struct RecognisedPage {
  std::string text;                   ///< UTF-8, lines as printed, an empty line between blocks
  std::vector<RecognisedWord> words;  ///< in order; positions are characters of `text`
};

/// Whether the program `tesseract` is on the path.
[[nodiscard]] bool has_recognition();

/// Reads the given pages of a PDF, counted from 0, and returns them in the given order. Each page is drawn and read in
/// a child process with limited memory and time, on all cores. Call it only while no other thread runs. The error says
/// what to install, or which page could not be read and why; one unreadable page fails the call.
[[nodiscard]] Result<std::vector<RecognisedPage>> recognise_pages(std::string_view pdf, const std::vector<int>& pages);

/// Parses the TSV output of tesseract. Rows that are not words, empty words and words without a confidence are ignored.
[[nodiscard]] RecognisedPage page_of_tsv(std::string_view tsv);

}  // namespace treatygraph::ingest
