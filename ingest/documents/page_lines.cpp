#include "ingest/documents/page_lines.h"

#include <algorithm>

#include "graph/ascii.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

std::vector<PrintedPage> pages_of(std::string_view raw) {
  std::vector<PrintedPage> pages(1);
  auto page_end = raw.find('\f');
  std::size_t at = 0;
  while (at < raw.size()) {
    // The next form feed is searched only when the last one was passed, so the text is searched once.
    if (page_end < at) page_end = raw.find('\f', at);
    const auto end = std::min(raw.find('\n', at), page_end);
    const auto last = end == std::string_view::npos ? raw.size() : end + 1;
    const auto text = trimmed(raw.substr(at, last - at));
    if (!text.empty()) pages.back().push_back({text, at, last});
    if (end != std::string_view::npos && raw[end] == '\f') pages.emplace_back();
    at = last;
  }
  return pages;
}

}  // namespace treatygraph::ingest
