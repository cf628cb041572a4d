// Turns the tables of a language into one hash map from words to what is known about them. Keys are in lower case and
// without accents. A phrase of several words is stored at its first word, longest phrase first, so a look-up needs no
// more than one access to the map for each token.

#include "ingest/citation/lexicon.h"

#include <algorithm>
#include <array>

#include "ingest/languages/language_files.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

/// Calls `each` with the words of a phrase.
template <typename Each>
void for_each_word(std::string_view phrase, Each each) {
  while (true) {
    const auto end = std::min(phrase.find(' '), phrase.size());
    each(phrase.substr(0, end));
    if (end == phrase.size()) return;
    phrase.remove_prefix(end + 1);
  }
}

}  // namespace

/// The entry of a word, new if there is none.
KnownWord& Words::entry(std::string_view word) {
  return words_[plain_letters(word)];
}

/// A single word gets the meaning itself; a longer phrase is added to its first word.
void Words::add_phrase(Say say, std::string_view phrase) {
  std::vector<std::string> parts;
  for_each_word(phrase, [&](std::string_view word) { parts.push_back(plain_letters(word)); });
  auto& first = entry(parts.front());
  if (parts.size() == 1) {
    first.says.set(bit_of(say));
    return;
  }
  first.begins.set(bit_of(say));
  parts.erase(parts.begin());
  first.phrases.push_back({say, std::move(parts)});
}

/// Adds the numbers in words, and those with a hyphen such as "twenty-one", which are one word.
void Words::add_numbers(const NumberWords& numbers) {
  constexpr int kTen = 10;
  const auto add = [&](std::string_view word, int value, bool is_ordinal) {
    auto& known = entry(word);
    known.number = value;
    if (is_ordinal) known.ordinal = value;
  };
  for (const auto& number : numbers.words) {
    add(number.word, number.value, number.is_ordinal);
    if (number.value <= kTen || number.value % kTen != 0) continue;
    for (const auto& units : numbers.words) {
      if (units.value >= kTen) continue;
      add(std::string(number.word) + "-" + std::string(units.word), number.value + units.value, units.is_ordinal);
    }
  }
}

Words::Words(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (const auto& head : lexicon.heads) entry(head.word).head = &head;
  for (const auto word : lexicon.counted) entry(word).is_counted = true;
  add_numbers(*lexicon.numbers);
  for (const auto& wording : lexicon.wordings) {
    for (const auto phrase : wording.phrases) add_phrase(wording.say, phrase);
  }
  for (const auto& contraction : lexicon.contractions) {
    auto& stands_for = entry(contraction.word).stands_for;
    for_each_word(contraction.words, [&](std::string_view word) { stands_for.push_back(word); });
  }
  for (auto& [word, known] : words_) {
    std::ranges::stable_sort(known.phrases, std::ranges::greater(),
                             [](const KnownWord::Phrase& phrase) { return phrase.further.size(); });
  }
}

/// Without an allocation, because it is called for every word of every text.
const KnownWord* Words::find(std::string_view word) const {
  std::array<char, 24> plain{};  // longer than any known word
  if (word.size() > plain.size()) return nullptr;
  std::size_t size = 0;
  for_each_plain_letter(word, [&](char c) {
    if (size < plain.size()) plain[size++] = c;
  });
  const auto found = words_.find(std::string_view(plain.data(), size));
  return found == words_.end() ? nullptr : &found->second;
}

bool Words::says(std::string_view word, Say say) const {
  const auto* known = find(word);
  return known != nullptr && known->says.test(bit_of(say));
}

bool Words::names(std::string_view word, Say say) const {
  return is_title_case(word) && says(word, say);
}

bool is_title_case(std::string_view word) {
  if (!begins_with_capital(word)) return false;
  return word.size() < 2 || word[1] < 'A' || word[1] > 'Z';
}

namespace {

Words indexed(const LanguageTable& language) {
  return Words(*lexicon_of_language(language.text("language")));
}

}  // namespace

const Words* words_of_language(std::string_view code) {
  return of_language<indexed>(code);
}

const Words& english_words() {
  return *words_of_language("en");
}

}  // namespace treatygraph::ingest
