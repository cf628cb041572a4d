#pragma once
// What the words of a PDF's page say by where they stand and how large they are.

namespace poppler {
class page;
}

namespace treatygraph::ingest {

struct PageLayout {
  double gutter = 0;          ///< x of the gap between two columns; 0 for a page in one column
  double columns_top = 0;     ///< y where the two columns begin, below what stands over both
  double columns_bottom = 0;  ///< y where they end, above what stands below both
  double footnotes = 0;       ///< y of the first footnote, or of the page's lower edge
};

[[nodiscard]] PageLayout layout_of(const poppler::page& page);

}  // namespace treatygraph::ingest
