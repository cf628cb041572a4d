#include "ingest/text/lines.h"

#include <algorithm>
#include <vector>

#include "graph/ascii.h"

namespace treatygraph::ingest {

LineRange line_around(std::string_view text, std::size_t at) {
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const auto after = text.find('\n', at);
  return {before == std::string_view::npos ? 0 : before + 1, after == std::string_view::npos ? text.size() : after};
}

std::size_t full_line_of(std::string_view text) {
  constexpr std::size_t kFewWords = 40;     // bytes: headings and the ends of paragraphs say nothing about the width
  constexpr std::size_t kWidestPage = 220;  // bytes: longer lines are whole paragraphs
  std::vector<std::size_t> sizes;
  for_each_line(text, [&](const LineRange& line) {
    if (line.size() > kFewWords) sizes.push_back(line.size());
  });
  if (sizes.empty()) return 0;
  // Not the longest line: a table or an address may be wider than the page.
  const auto full = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 4 / 5);
  std::ranges::nth_element(sizes, full);
  return *full <= kWidestPage ? *full : 0;
}

// A line with only white space counts as empty.
LineRange block_at(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_space(text[at])) ++at;
  const auto first = at;
  auto last = first;
  bool line_is_empty = false;
  for (; at < end; ++at) {
    if (text[at] == '\n') {
      if (line_is_empty) break;
      line_is_empty = true;
    } else if (!is_space(text[at])) {
      line_is_empty = false;
      last = at + 1;
    }
  }
  return {first, last};
}

std::string fold(std::string_view text) {
  std::string folded;
  for (const char c : trimmed(text)) {
    if (!is_space(c)) {
      folded += c;
    } else if (!folded.ends_with(' ')) {
      folded += ' ';
    }
  }
  return folded;
}

bool begins_sentence(char c) {
  return is_upper(c) || c == '"' || c == '(' || c == '[' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace treatygraph::ingest
