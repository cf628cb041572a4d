// Tables of number words, without accents, for all languages together: no word has different values in two of them, so
// the language need not be known. Composition follows each language: "twenty-four", "quatre-vingt-dix-sept" (4 x 20 +
// 17), "treinta y uno", "vierundzwanzig".

#include "queries/search/typed_numbers.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "graph/numerals.h"

namespace treatygraph::queries {
namespace {

using Numbers = std::unordered_map<std::string_view, int>;

/// One to nineteen, and the Spanish numbers to 29 that are one word.
const Numbers& units() {
  static const Numbers kUnits = {
      {"one", 1},         {"two", 2},           {"three", 3},        {"four", 4},        {"five", 5},
      {"six", 6},         {"seven", 7},         {"eight", 8},        {"nine", 9},        {"ten", 10},
      {"eleven", 11},     {"twelve", 12},       {"thirteen", 13},    {"fourteen", 14},   {"fifteen", 15},
      {"sixteen", 16},    {"seventeen", 17},    {"eighteen", 18},    {"nineteen", 19},   {"un", 1},
      {"deux", 2},        {"trois", 3},         {"quatre", 4},       {"cinq", 5},        {"sept", 7},
      {"huit", 8},        {"neuf", 9},          {"dix", 10},         {"onze", 11},       {"douze", 12},
      {"treize", 13},     {"quatorze", 14},     {"quinze", 15},      {"seize", 16},      {"uno", 1},
      {"dos", 2},         {"tres", 3},          {"cuatro", 4},       {"cinco", 5},       {"seis", 6},
      {"siete", 7},       {"ocho", 8},          {"nueve", 9},        {"diez", 10},       {"once", 11},
      {"doce", 12},       {"trece", 13},        {"catorce", 14},     {"quince", 15},     {"dieciseis", 16},
      {"diecisiete", 17}, {"dieciocho", 18},    {"diecinueve", 19},  {"veintiuno", 21},  {"veintidos", 22},
      {"veintitres", 23}, {"veinticuatro", 24}, {"veinticinco", 25}, {"veintiseis", 26}, {"veintisiete", 27},
      {"veintiocho", 28}, {"veintinueve", 29},  {"eins", 1},         {"ein", 1},         {"zwei", 2},
      {"drei", 3},        {"vier", 4},          {"funf", 5},         {"sechs", 6},       {"sieben", 7},
      {"acht", 8},        {"neun", 9},          {"zehn", 10},        {"elf", 11},        {"zwolf", 12},
      {"dreizehn", 13},   {"vierzehn", 14},     {"funfzehn", 15},    {"sechzehn", 16},   {"siebzehn", 17},
      {"achtzehn", 18},   {"neunzehn", 19},
  };
  return kUnits;
}

/// French has no words of its own for 70, 80 and 90; they are composed.
const Numbers& tens() {
  static const Numbers kTens = {
      {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},    {"sixty", 60},     {"seventy", 70},
      {"eighty", 80},   {"ninety", 90},  {"vingt", 20},   {"trente", 30},   {"quarante", 40},  {"cinquante", 50},
      {"soixante", 60}, {"veinte", 20},  {"treinta", 30}, {"cuarenta", 40}, {"cincuenta", 50}, {"sesenta", 60},
      {"setenta", 70},  {"ochenta", 80}, {"noventa", 90}, {"zwanzig", 20},  {"dreissig", 30},  {"dreißig", 30},
      {"vierzig", 40},  {"funfzig", 50}, {"sechzig", 60}, {"siebzig", 70},  {"achtzig", 80},   {"neunzig", 90},
  };
  return kTens;
}

/// Few are needed: higher ones are written with digits ("24th") or composed ("twenty-fourth").
const Numbers& ordinals() {
  static const Numbers kOrdinals = {
      {"first", 1},     {"second", 2},   {"third", 3},   {"fourth", 4},   {"fifth", 5},     {"sixth", 6},
      {"seventh", 7},   {"eighth", 8},   {"ninth", 9},   {"tenth", 10},   {"eleventh", 11}, {"twelfth", 12},
      {"premier", 1},   {"premiere", 1}, {"1er", 1},     {"deuxieme", 2}, {"troisieme", 3}, {"quatrieme", 4},
      {"cinquieme", 5}, {"sixieme", 6},  {"primero", 1}, {"primer", 1},   {"primera", 1},   {"segundo", 2},
      {"segunda", 2},   {"tercero", 3},  {"tercer", 3},  {"tercera", 3},  {"cuarto", 4},    {"cuarta", 4},
      {"quinto", 5},    {"quinta", 5},   {"sexto", 6},   {"erster", 1},   {"erste", 1},     {"erstes", 1},
      {"ersten", 1},    {"zweiter", 2},  {"zweite", 2},  {"zweiten", 2},  {"dritter", 3},   {"dritte", 3},
      {"dritten", 3},   {"vierter", 4},  {"vierte", 4},  {"vierten", 4},  {"funfter", 5},   {"funfte", 5},
  };
  return kOrdinals;
}

/// 0 if the word is not in the table.
int value_in(const Numbers& numbers, std::string_view word) {
  const auto found = numbers.find(word);
  return found == numbers.end() ? 0 : found->second;
}

/// "vierundzwanzig".
int german_value(std::string_view word) {
  const auto joint = word.find("und");
  if (joint == std::string_view::npos) return 0;
  const auto unit = value_in(units(), word.substr(0, joint));
  const auto ten = value_in(tens(), word.substr(joint + 3));
  return unit > 0 && unit < 10 && ten > 0 ? unit + ten : 0;
}

/// Reads a number below a hundred; value 0 if there is none. French counts from 60 to 79 and from 80 to 99 with numbers
/// up to 19, other languages with numbers up to 9. The last word may be an ordinal ("twenty-fourth").
SpelledNumber below_hundred(std::span<const std::string> words) {
  if (words.empty()) return {};
  if (const auto german = german_value(words[0]); german > 0) return {german, 1};
  SpelledNumber number{value_in(tens(), words[0]), 1};
  // "quatre-vingt-dix" is 80 + 10; the words are split at hyphens.
  const bool is_four_twenties = words.size() > 1 && words[0] == "quatre" && words[1].starts_with("vingt");
  if (is_four_twenties) number = {80, 2};
  if (number.value == 0) {
    const auto unit = value_in(units(), words[0]);
    // 17, 18 and 19 are "dix-sept", "dix-huit" and "dix-neuf".
    const bool is_french_teen = unit == 10 && words.size() > 1 && words[0] == "dix";
    const auto more = is_french_teen ? value_in(units(), words[1]) : 0;
    return more > 6 && more < 10 ? SpelledNumber{10 + more, 2} : SpelledNumber{unit, unit > 0 ? 1U : 0U};
  }
  auto next = number.words;
  // "vingt et un", "treinta y uno".
  if (next + 1 < words.size() && (words[next] == "et" || words[next] == "y")) ++next;
  if (next >= words.size()) return number;
  const auto unit = below_hundred(words.subspan(next));
  const bool is_french = is_four_twenties || words[0] == "soixante";
  if (unit.value > 0 && unit.value < (is_french ? 20 : 10)) return {number.value + unit.value, next + unit.words};
  if (const auto last = value_in(ordinals(), words[next]); last > 0 && last < 10)
    return {number.value + last, next + 1};
  return number;
}

}  // namespace

std::optional<int> typed_roman(std::string_view letters) {
  constexpr int kLargest = 399;
  const auto value = roman_value(letters);
  return value && *value <= kLargest ? value : std::nullopt;
}

/// "one hundred and five", "a hundred", "hundred": only English is read beyond 99.
std::optional<SpelledNumber> spelled_number(std::span<const std::string> words) {
  if (words.empty()) return std::nullopt;
  // "a hundred" and "one hundred" are the same number.
  const bool is_one = words.size() > 1 && (words[0] == "one" || words[0] == "a");
  const std::size_t hundred = is_one ? 1 : 0;
  if (words[hundred] == "hundred") {
    auto next = hundred + 1;
    if (next < words.size() && words[next] == "and") ++next;
    const auto rest = next < words.size() ? below_hundred(words.subspan(next)) : SpelledNumber{};
    return rest.value > 0 ? SpelledNumber{100 + rest.value, next + rest.words} : SpelledNumber{100, hundred + 1};
  }
  if (const auto number = below_hundred(words); number.value > 0) return number;
  if (const auto ordinal = ordinal_value(words[0])) return SpelledNumber{*ordinal, 1};
  return std::nullopt;
}

/// A number with an English or French ending: "24th", "2e".
std::optional<int> ordinal_value(std::string_view word) {
  if (const auto value = value_in(ordinals(), word); value > 0) return value;
  const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const auto number = digits_value(word.substr(0, digits));
  const auto ending = word.substr(digits);
  const bool is_ordinal = number && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ||
                                     ending == "er" || ending == "eme" || ending == "e");
  return is_ordinal ? number : std::nullopt;
}

}  // namespace treatygraph::queries
