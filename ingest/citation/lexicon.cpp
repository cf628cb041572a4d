#include "ingest/citation/lexicon.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace treatygraph::ingest {
namespace {

template <typename Each>
void for_each_part(std::string_view text, char parting, Each each) {
  while (true) {
    const auto end = std::min(text.find(parting), text.size());
    each(text.substr(0, end));
    if (end == text.size()) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

void Words::add_phrase(Say say, std::string_view phrase) {
  std::vector<std::string_view> parts;
  for_each_part(phrase, ' ', [&](std::string_view word) { parts.push_back(word); });
  auto& first = words_[parts.front()];
  if (parts.size() == 1) {
    first.says |= bit_of(say);
    return;
  }
  first.begins |= bit_of(say);
  parts.erase(parts.begin());
  first.phrases.push_back({say, std::move(parts)});
}

Words::Words(const Lexicon& lexicon) {
  for (const auto& head : lexicon.heads) words_[head.word].head = &head;
  for (const auto word : lexicon.counted) words_[word].is_counted = true;
  for (const auto& ordinal : lexicon.ordinals) words_[ordinal.word].ordinal = ordinal.value;
  for (const auto& wording : lexicon.wordings) {
    for_each_part(wording.phrases, '|', [&](std::string_view phrase) { add_phrase(wording.say, phrase); });
  }
  for (auto& [word, known] : words_) {
    std::ranges::stable_sort(known.phrases, std::ranges::greater(),
                             [](const KnownWord::Phrase& phrase) { return phrase.further.size(); });
  }
}

const KnownWord* Words::find(std::string_view word) const {
  std::array<char, 24> lower{};  // longer than any known word
  if (word.size() > lower.size()) return nullptr;
  std::ranges::transform(word, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto found = words_.find(std::string_view(lower.data(), word.size()));
  return found == words_.end() ? nullptr : &found->second;
}

const Words& english_words() {
  static const Words words(english());
  return words;
}

}  // namespace treatygraph::ingest
