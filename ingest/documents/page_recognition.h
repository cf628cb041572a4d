#pragma once
// Reads scanned pages with tesseract, if installed.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/text/recognised_word.h"

namespace treatygraph::ingest {

struct RecognisedPage {
  std::string text;                   ///< UTF-8, lines as printed, an empty line between blocks
  std::vector<RecognisedWord> words;  ///< by characters of `text`
};

/// Whether the program `tesseract` is on the path.
[[nodiscard]] bool has_recognition();

/// The given pages of a PDF, counted from 0, in the given order, each in a child process of limited memory and time, on
/// all cores. Call it while no other thread runs. The error says what to install, or which page could not be read and
/// why.
[[nodiscard]] Result<std::vector<RecognisedPage>> recognise_pages(std::string_view pdf, const std::vector<int>& pages);

/// Parses the TSV output of tesseract.
[[nodiscard]] RecognisedPage page_of_tsv(std::string_view tsv);

}  // namespace treatygraph::ingest
