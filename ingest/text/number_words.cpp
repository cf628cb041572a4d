#include "ingest/text/number_words.h"

#include <algorithm>
#include <string>

#include "ingest/languages/language_files.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

constexpr int kFirstOfTens = 10;
constexpr int kTwenty = 20;

/// Compares plain words: in lower case and without accents.
const NumberWord* find_word(const NumberWords& numbers, std::string_view plain) {
  const auto found = std::ranges::find(numbers.words, plain, &NumberWord::word);
  return found == numbers.words.end() ? nullptr : &*found;
}

struct Parsed {
  int value = 0;
  bool is_ordinal = false;
};

/// Reads a word of the table, or a word for tens with a word for units after it: "vingt-cinq", "vingt et un", "vigesimo
/// primero". "decimo sexta" begins with the ordinal for ten. Only after sixty may the second word be ten or more:
/// "soixante-dix-sept" is 77.
std::optional<Parsed> parse(const NumberWords& numbers, std::string_view text) {
  const auto plain = plain_letters(text);
  if (const auto* word = find_word(numbers, plain)) return Parsed{word->value, word->is_ordinal};
  const auto parting = plain.find_first_of(" -");
  const auto* tens = parting == std::string::npos ? nullptr : find_word(numbers, plain.substr(0, parting));
  if (plain.starts_with("quatre-vingt-")) return std::nullopt;  // no treaty has so many articles in words
  const bool is_tenth = tens != nullptr && tens->value == kFirstOfTens && tens->is_ordinal;
  if (tens == nullptr || tens->value % kFirstOfTens != 0 || (tens->value < kTwenty && !is_tenth)) return std::nullopt;
  auto rest = std::string_view(plain).substr(parting + 1);
  if (!numbers.joiner.empty() && rest.starts_with(numbers.joiner)) {
    rest.remove_prefix(numbers.joiner.size());
    if (!rest.empty() && (rest.front() == ' ' || rest.front() == '-')) rest.remove_prefix(1);
  }
  const auto* units = find_word(numbers, rest);
  if (units == nullptr || units->value >= kTwenty) return std::nullopt;
  if (units->value >= kFirstOfTens && tens->value != 60) return std::nullopt;
  return Parsed{tens->value + units->value, units->is_ordinal};
}

NumberWords number_words(const LanguageTable& language) {
  const auto& numbers = language.table("numbers");
  NumberWords read{{}, numbers.text("joiner")};
  for (const bool is_ordinal : {false, true}) {
    const auto& words = numbers.table(is_ordinal ? "ordinals" : "cardinals");
    for (const auto word : words.names()) read.words.push_back({word, words.number(word), is_ordinal});
  }
  return read;
}

}  // namespace

std::optional<int> NumberWords::value(std::string_view text) const {
  const auto found = parse(*this, text);
  return found ? std::optional(found->value) : std::nullopt;
}

std::optional<int> NumberWords::ordinal(std::string_view text) const {
  const auto found = parse(*this, text);
  return found && found->is_ordinal ? std::optional(found->value) : std::nullopt;
}

const NumberWords* numbers_of_language(std::string_view code) {
  return of_language<number_words>(code);
}

}  // namespace treatygraph::ingest
