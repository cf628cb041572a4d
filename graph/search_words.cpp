#include "graph/search_words.h"

#include <algorithm>
#include <cctype>

namespace treatygraph {
namespace {

constexpr std::size_t kMaxTerms = 32;

bool is_searchable(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isalnum(c) != 0 || (c & 0x80U) != 0; });
}

SearchTerm term_of(std::string_view word) {
  const bool is_prefix = word.size() > 1 && word.back() == '*';
  return {std::string(is_prefix ? word.substr(0, word.size() - 1) : word), is_prefix};
}

}  // namespace

std::vector<SearchTerm> search_terms(std::string_view typed) {
  std::vector<SearchTerm> terms;
  std::size_t at = 0;
  while (at < typed.size() && terms.size() < kMaxTerms) {
    if (std::isspace(static_cast<unsigned char>(typed[at])) != 0) {
      ++at;
      continue;
    }
    const bool is_quoted = typed[at] == '"';
    const auto begin = is_quoted ? at + 1 : at;
    const auto end =
        std::min(typed.size(), is_quoted ? typed.find('"', begin) : typed.find_first_of(" \t\r\n\"", begin));
    const auto text = typed.substr(begin, end - begin);
    if (is_searchable(text)) terms.push_back(is_quoted ? SearchTerm{std::string(text), false} : term_of(text));
    at = is_quoted ? end + 1 : end;
  }
  return terms;
}

}  // namespace treatygraph
