#include "graph/memory_texts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace treatygraph {
namespace {

/// " the right of access ": so a word, or words in a row, are found as a substring with spaces around it.
std::string between_spaces(std::string_view text) {
  std::string all = " ";
  for (const auto& word : words_of(text)) all.append(word).append(" ");
  return all;
}

/// Whether the words of the term follow one another in the text. A prefix has no space after it.
bool says(std::string_view text, const SearchTerm& term) {
  auto wanted = between_spaces(term.text);
  if (term.is_prefix) wanted.pop_back();
  return wanted.size() > 1 && text.find(wanted) != std::string_view::npos;
}

}  // namespace

MemoryTexts::MemoryTexts(std::vector<std::string> texts) : texts_(std::move(texts)) {
  searched_.reserve(texts_.size());
  for (const auto& text : texts_) searched_.push_back(text.empty() ? std::string() : between_spaces(text));
}

Result<std::string> MemoryTexts::text(NodeId node) const {
  return index_of(node) < texts_.size() ? texts_[index_of(node)] : std::string{};
}

/// Looks at every text. Equal scores stay in the order of the nodes, as with SqliteTexts.
Result<std::vector<TextHit>> MemoryTexts::search(const TextSearch& search) const {
  std::vector<TextHit> hits;
  const auto& [wants, matching, limit, may_go_on, admits] = search;
  if (wants.empty()) return hits;
  const auto needed = matching == Matching::All ? wants.size() : 1;
  for (std::uint32_t i = 0; i < searched_.size(); ++i) {
    if (!may_go_on()) return fail(ErrorCode::Cancelled, "the search was stopped");
    if (admits && !admits(NodeId{i})) continue;
    const auto said = static_cast<std::size_t>(std::ranges::count_if(wants, [&](const TextWant& want) {
      return std::ranges::any_of(want, [&](const SearchTerm& term) { return says(searched_[i], term); });
    }));
    if (said >= needed) hits.push_back({NodeId{i}, static_cast<double>(said)});
  }
  std::ranges::stable_sort(hits, std::ranges::greater(), &TextHit::score);
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

Result<std::vector<WordCount>> MemoryTexts::words() const {
  std::map<std::string, std::size_t> counts;
  for (const auto& text : texts_) {
    const auto all = words_of(text);
    for (const auto& word : std::set(all.begin(), all.end())) ++counts[word];
  }
  std::vector<WordCount> words;
  for (auto& [word, nodes] : counts) words.push_back({word, nodes});
  return words;
}

}  // namespace treatygraph
