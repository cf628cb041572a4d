#include "ingest/text/number_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {
namespace {

constexpr int kFirstOfTens = 10;
constexpr int kTwenty = 20;

constexpr auto kEnglish = std::to_array<NumberWord>({{"one", 1},
                                                     {"two", 2},
                                                     {"three", 3},
                                                     {"four", 4},
                                                     {"five", 5},
                                                     {"six", 6},
                                                     {"seven", 7},
                                                     {"eight", 8},
                                                     {"nine", 9},
                                                     {"ten", 10},
                                                     {"eleven", 11},
                                                     {"twelve", 12},
                                                     {"thirteen", 13},
                                                     {"fourteen", 14},
                                                     {"fifteen", 15},
                                                     {"sixteen", 16},
                                                     {"seventeen", 17},
                                                     {"eighteen", 18},
                                                     {"nineteen", 19},
                                                     {"twenty", 20},
                                                     {"thirty", 30},
                                                     {"forty", 40},
                                                     {"fifty", 50},
                                                     {"sixty", 60},
                                                     {"seventy", 70},
                                                     {"eighty", 80},
                                                     {"ninety", 90},
                                                     {"first", 1, true},
                                                     {"second", 2, true},
                                                     {"third", 3, true},
                                                     {"fourth", 4, true},
                                                     {"fifth", 5, true},
                                                     {"sixth", 6, true},
                                                     {"seventh", 7, true},
                                                     {"eighth", 8, true},
                                                     {"ninth", 9, true},
                                                     {"tenth", 10, true},
                                                     {"eleventh", 11, true},
                                                     {"twelfth", 12, true},
                                                     {"thirteenth", 13, true},
                                                     {"fourteenth", 14, true},
                                                     {"fifteenth", 15, true},
                                                     {"sixteenth", 16, true},
                                                     {"seventeenth", 17, true},
                                                     {"eighteenth", 18, true},
                                                     {"nineteenth", 19, true},
                                                     {"twentieth", 20, true},
                                                     {"thirtieth", 30, true},
                                                     {"fortieth", 40, true},
                                                     {"fiftieth", 50, true},
                                                     {"sixtieth", 60, true},
                                                     {"seventieth", 70, true},
                                                     {"eightieth", 80, true},
                                                     {"ninetieth", 90, true}});

constexpr auto kFrench = std::to_array<NumberWord>({{"un", 1},
                                                    {"une", 1},
                                                    {"deux", 2},
                                                    {"trois", 3},
                                                    {"quatre", 4},
                                                    {"cinq", 5},
                                                    {"six", 6},
                                                    {"sept", 7},
                                                    {"huit", 8},
                                                    {"neuf", 9},
                                                    {"dix", 10},
                                                    {"onze", 11},
                                                    {"douze", 12},
                                                    {"treize", 13},
                                                    {"quatorze", 14},
                                                    {"quinze", 15},
                                                    {"seize", 16},
                                                    {"dix-sept", 17},
                                                    {"dix-huit", 18},
                                                    {"dix-neuf", 19},
                                                    {"vingt", 20},
                                                    {"trente", 30},
                                                    {"quarante", 40},
                                                    {"cinquante", 50},
                                                    {"soixante", 60},
                                                    {"quatre-vingt", 80},
                                                    {"quatre-vingts", 80},
                                                    {"unique", 1, true},
                                                    {"premier", 1, true},
                                                    {"premiere", 1, true},
                                                    {"premiers", 1, true},
                                                    {"premieres", 1, true},
                                                    {"deuxieme", 2, true},
                                                    {"second", 2, true},
                                                    {"seconde", 2, true},
                                                    {"troisieme", 3, true},
                                                    {"quatrieme", 4, true},
                                                    {"cinquieme", 5, true},
                                                    {"sixieme", 6, true},
                                                    {"septieme", 7, true},
                                                    {"huitieme", 8, true},
                                                    {"neuvieme", 9, true},
                                                    {"dixieme", 10, true},
                                                    {"onzieme", 11, true},
                                                    {"douzieme", 12, true},
                                                    {"treizieme", 13, true},
                                                    {"quatorzieme", 14, true},
                                                    {"quinzieme", 15, true},
                                                    {"seizieme", 16, true},
                                                    {"dix-septieme", 17, true},
                                                    {"dix-huitieme", 18, true},
                                                    {"dix-neuvieme", 19, true},
                                                    {"vingtieme", 20, true},
                                                    {"trentieme", 30, true},
                                                    {"quarantieme", 40, true},
                                                    {"unieme", 1, true}});

constexpr auto kSpanish = std::to_array<NumberWord>({{"uno", 1},
                                                     {"una", 1},
                                                     {"dos", 2},
                                                     {"tres", 3},
                                                     {"cuatro", 4},
                                                     {"cinco", 5},
                                                     {"seis", 6},
                                                     {"siete", 7},
                                                     {"ocho", 8},
                                                     {"nueve", 9},
                                                     {"diez", 10},
                                                     {"once", 11},
                                                     {"doce", 12},
                                                     {"trece", 13},
                                                     {"catorce", 14},
                                                     {"quince", 15},
                                                     {"dieciseis", 16},
                                                     {"diecisiete", 17},
                                                     {"dieciocho", 18},
                                                     {"diecinueve", 19},
                                                     {"veinte", 20},
                                                     {"veintiuno", 21},
                                                     {"veintidos", 22},
                                                     {"veintitres", 23},
                                                     {"veinticuatro", 24},
                                                     {"veinticinco", 25},
                                                     {"veintiseis", 26},
                                                     {"veintisiete", 27},
                                                     {"veintiocho", 28},
                                                     {"veintinueve", 29},
                                                     {"treinta", 30},
                                                     {"cuarenta", 40},
                                                     {"cincuenta", 50},
                                                     {"sesenta", 60},
                                                     {"setenta", 70},
                                                     {"ochenta", 80},
                                                     {"noventa", 90},
                                                     {"unico", 1, true},
                                                     {"unica", 1, true},
                                                     {"primero", 1, true},
                                                     {"primera", 1, true},
                                                     {"primer", 1, true},
                                                     {"primeros", 1, true},
                                                     {"primeras", 1, true},
                                                     {"segundo", 2, true},
                                                     {"segunda", 2, true},
                                                     {"tercero", 3, true},
                                                     {"tercera", 3, true},
                                                     {"tercer", 3, true},
                                                     {"cuarto", 4, true},
                                                     {"cuarta", 4, true},
                                                     {"quinto", 5, true},
                                                     {"quinta", 5, true},
                                                     {"sexto", 6, true},
                                                     {"sexta", 6, true},
                                                     {"septimo", 7, true},
                                                     {"septima", 7, true},
                                                     {"octavo", 8, true},
                                                     {"octava", 8, true},
                                                     {"noveno", 9, true},
                                                     {"novena", 9, true},
                                                     {"decimo", 10, true},
                                                     {"decima", 10, true},
                                                     {"undecimo", 11, true},
                                                     {"undecima", 11, true},
                                                     {"duodecimo", 12, true},
                                                     {"duodecima", 12, true},
                                                     {"decimotercero", 13, true},
                                                     {"decimotercera", 13, true},
                                                     {"decimocuarto", 14, true},
                                                     {"decimocuarta", 14, true},
                                                     {"decimoquinto", 15, true},
                                                     {"decimoquinta", 15, true},
                                                     {"decimosexto", 16, true},
                                                     {"decimosexta", 16, true},
                                                     {"decimoseptimo", 17, true},
                                                     {"decimoseptima", 17, true},
                                                     {"decimoctavo", 18, true},
                                                     {"decimoctava", 18, true},
                                                     {"decimonoveno", 19, true},
                                                     {"decimonovena", 19, true},
                                                     {"vigesimo", 20, true},
                                                     {"vigesima", 20, true},
                                                     {"trigesimo", 30, true},
                                                     {"trigesima", 30, true},
                                                     {"cuadragesimo", 40, true},
                                                     {"cuadragesima", 40, true}});

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

}  // namespace

std::optional<int> NumberWords::value(std::string_view text) const {
  const auto found = parse(*this, text);
  return found ? std::optional(found->value) : std::nullopt;
}

std::optional<int> NumberWords::ordinal(std::string_view text) const {
  const auto found = parse(*this, text);
  return found && found->is_ordinal ? std::optional(found->value) : std::nullopt;
}

const NumberWords& english_numbers() {
  static constexpr NumberWords kNumbers{kEnglish, {}};
  return kNumbers;
}

const NumberWords& french_numbers() {
  static constexpr NumberWords kNumbers{kFrench, "et"};
  return kNumbers;
}

const NumberWords& spanish_numbers() {
  static constexpr NumberWords kNumbers{kSpanish, "y"};
  return kNumbers;
}

}  // namespace treatygraph::ingest
