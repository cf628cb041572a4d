#pragma once
// Analyses the layout of a PDF page from the position and size of its words: columns, footnotes and raised marks.

#include <string>
#include <vector>

namespace poppler {
class page;
}

namespace treatygraph::ingest {

/// A footnote mark or an exponent: small raised digits, or "*", after a word.
struct RaisedMark {
  std::string before;  ///< the word before it
  std::string mark;
  bool is_apart = false;  ///< separated by a space
};

/// The regions of a page, in points; y grows downwards.
struct PageLayout {
  double gutter = 0;          ///< x of the gap between two columns; 0 for a page in one column
  double columns_top = 0;     ///< y where the two columns begin, below what spans both
  double columns_bottom = 0;  ///< y where they end, above what spans both
  double footnotes = 0;       ///< y of the first footnote, or of the page's lower edge
  std::vector<RaisedMark> raised;
};

/// Linear in the words of the page, apart from sorting them.
[[nodiscard]] PageLayout layout_of(const poppler::page& page);

}  // namespace treatygraph::ingest
