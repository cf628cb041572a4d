#include "graph/memory_texts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "graph/graph.h"
#include "graph/search_words.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

bool is_word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Where `term` stands in `text` as whole words (or as their beginning); npos where it does not.
std::size_t find_term(std::string_view text, const SearchTerm& term) {
  const auto wanted = lower(term.text);
  for (auto at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    const auto end = at + wanted.size();
    const bool starts = at == 0 || !is_word_character(text[at - 1]);
    const bool ends = term.is_prefix || end == text.size() || !is_word_character(text[end]);
    if (starts && ends) return at;
  }
  return std::string_view::npos;
}

std::string snippet_of(std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::size_t kAround = 60;
  const auto from = at < kAround ? 0 : text.rfind(' ', at - kAround) + 1;
  const auto to = std::min(text.size(), text.find(' ', std::min(text.size(), at + length + kAround)));
  std::string snippet(text.substr(from, at - from));
  snippet.append("\x02").append(text.substr(at, length)).append("\x03");
  return snippet.append(text.substr(at + length, to - at - length));
}

}  // namespace

MemoryTexts::MemoryTexts(const Graph& graph, std::vector<std::string> texts) : texts_(std::move(texts)) {
  constexpr std::array kSearched = {property::kHeading, property::kName, property::kTitle, property::kSummary};
  searched_.reserve(graph.node_count());
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    std::string words;
    for (const auto name : kSearched) words.append(graph.string(NodeId{i}, name)).append("\n");
    if (i < texts_.size()) words += texts_[i];
    searched_.push_back(lower(words));
  }
}

Result<std::string> MemoryTexts::text(NodeId node) const {
  return index_of(node) < texts_.size() ? texts_[index_of(node)] : std::string{};
}

Result<std::vector<TextHit>> MemoryTexts::search(std::string_view words, std::size_t limit,
                                                 const MayGoOn& may_go_on) const {
  const auto terms = search_terms(words);
  std::vector<TextHit> hits;
  if (terms.empty()) return hits;
  for (std::uint32_t i = 0; i < searched_.size() && hits.size() < limit; ++i) {
    if (!may_go_on()) return fail(ErrorCode::Cancelled, "the search was stopped");
    const auto& text = searched_[i];
    const auto first = find_term(text, terms.front());
    const bool has_all =
        std::ranges::all_of(terms, [&](const auto& t) { return find_term(text, t) != std::string::npos; });
    if (has_all) hits.push_back({NodeId{i}, 1.0, snippet_of(text, first, terms.front().text.size())});
  }
  return hits;
}

}  // namespace treatygraph
