#include "queries/cypher/values/error_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/formats/text/utf8.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr std::size_t kLongestLine = 240;  // bytes; a longer line is shortened
constexpr std::size_t kAround = 80;        // bytes of a shortened line before the place

using formats::count_characters;

/// Moves `at` forward to the beginning of a character in UTF-8, so that no character is cut.
std::size_t next_character(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80) ++at;
  return std::min(at, text.size());
}

/// Shortens a text to readable length.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 1'000;
  if (text.size() <= kMost) return std::string(text);
  return fmt::format("{}... ({} bytes)", text.substr(0, next_character(text, kMost)), text.size());
}

}  // namespace

Position position_of(std::size_t offset, std::string_view query) {
  Position position;
  for (const char c : query.substr(0, offset)) {
    if (c == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {
      ++position.column;
    }
  }
  return position;
}

std::optional<QueryExcerpt> excerpt_of(const Span& span, std::string_view query) {
  if (span.length == 0 || span.offset > query.size()) return std::nullopt;
  const auto start = query.substr(0, span.offset).rfind('\n') + 1;  // npos + 1 is 0
  const auto line = query.substr(start, query.find('\n', start) - start);
  const auto at = std::min(span.offset - start, line.size());
  const bool is_whole = line.size() <= kLongestLine;
  const auto begin = is_whole || at < kAround ? 0 : next_character(line, at - kAround);
  const auto end = is_whole ? line.size() : next_character(line, std::min(begin + kLongestLine, line.size()));
  const std::string_view left_out = "...";
  const auto before = (begin > 0 ? left_out.size() : 0) + count_characters(line.substr(begin, at - begin));
  const auto marked = count_characters(line.substr(at, std::min(span.length, end - at)));
  return QueryExcerpt{position_of(span.offset, query),
                      fmt::format("{}{}{}", begin > 0 ? left_out : "", line.substr(begin, end - begin),
                                  end < line.size() ? left_out : ""),
                      before, std::max<std::size_t>(marked, 1)};
}

std::string explain(const CypherError& error, std::string_view query) {
  auto text = fmt::format("{} ({}): {}", error.type, error.detail, shortened(error.message));
  if (const auto excerpt = excerpt_of(error.span, query)) {
    text += fmt::format("\nline {}, column {}\n  {}\n  {}{}", excerpt->position.line, excerpt->position.column,
                        excerpt->line, std::string(excerpt->before, ' '), std::string(excerpt->marked, '^'));
  }
  return text;
}

}  // namespace treatygraph::queries::cypher
