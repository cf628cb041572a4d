#include "ingest/text/lines.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace treatygraph::ingest {

LineRange line_around(std::string_view text, std::size_t at) {
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const auto after = text.find('\n', at);
  return {before == std::string_view::npos ? 0 : before + 1, after == std::string_view::npos ? text.size() : after};
}

std::size_t full_line_of(std::string_view text) {
  constexpr std::size_t kFewWords = 40;
  constexpr std::size_t kWidestPage = 220;
  std::vector<std::size_t> sizes;
  for_each_line(text, [&](const LineRange& line) {
    if (line.size() > kFewWords) sizes.push_back(line.size());
  });
  if (sizes.empty()) return 0;
  const auto full = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 4 / 5);
  std::ranges::nth_element(sizes, full);
  return *full <= kWidestPage ? *full : 0;
}

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
  const auto byte = static_cast<unsigned char>(c);
  return std::isupper(byte) != 0 || c == '"' || c == '(' || c == '[' || byte >= 0x80;
}

bool is_all_upper(std::string_view text) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::ranges::none_of(text, lower) && std::ranges::any_of(text, upper);
}

}  // namespace treatygraph::ingest
