#include "ingest/citation/instruments.h"

#include <algorithm>
#include <array>

#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

constexpr std::array<std::string_view, 25> kNouns = {
    "Convention",   "Conventions", "Agreement",     "Agreements",  "Treaty",  "Treaties",       "Protocol",
    "Protocols",    "Charter",     "Covenant",      "Covenants",   "Statute", "Pact",           "Accord",
    "Constitution", "Declaration", "Rules",         "Regulations", "Agenda",  "Specifications", "Code",
    "Statutes",     "Compact",     "Understanding", "Memorandum"};
constexpr std::array<std::string_view, 10> kAcronyms = {"GATT",   "GATS",  "TRIPS", "TRIMS", "DSU",
                                                        "UNCLOS", "NAFTA", "HS",    "TFEU",  "TEU"};
constexpr std::array<std::string_view, 23> kCitable = {
    "Act",       "Acts",   "Regulation", "Directive",    "Decision",   "Law",          "Laws",       "Resolution",
    "Ordinance", "Decree", "Order",      "System",       "Instrument", "Nomenclature", "Guidelines", "Principles",
    "Standards", "Tariff", "Bulletin",   "Constitución", "Ley",        "Decreto",      "Código"};
constexpr std::array<std::string_view, 12> kProvisions = {"Article",  "Articles",  "Part",     "Chapter",
                                                          "Section",  "Annex",     "Annexes",  "Title",
                                                          "Schedule", "Paragraph", "Appendix", "Chapters"};

/// Small words that may stand inside a name.
constexpr std::array<std::string_view, 22> kInside = {
    "of",           "the",       "on",       "for",        "and", "to", "in",     "against",
    "by",           "relating",  "with",     "concerning", "de",  "as", "regard", "between",
    "establishing", "governing", "amending", "revising",   "du",  "a"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool stands_inside(const Token& token) {
  return token.kind == Token::Kind::Word && is_one_of(token.lower(), kInside);
}

}  // namespace

bool is_instrument_noun(std::string_view word) {
  return is_one_of(word, kNouns);
}

bool is_instrument_acronym(std::string_view word) {
  return is_one_of(word, kAcronyms);
}

namespace {

/// "Agreement on Implementation of Article VII of the General Agreement": an article as part of a name. How many
/// tokens.
std::size_t article_in_name(const std::vector<Token>& tokens, std::size_t at, std::size_t first) {
  const bool follows = at >= first + 2 && tokens[at - 1].is("of") &&
                       (tokens[at - 2].is("implementation") || tokens[at - 2].is("interpretation"));
  return follows && tokens[at].is("article") && at + 1 < tokens.size() ? 2 : 0;
}

std::size_t articles_of_agreement(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].text != "Articles" || at + 3 >= tokens.size() || !tokens[at + 1].is("of")) return 0;
  if (tokens[at + 2].text == "Agreement") return 3;
  return tokens[at + 2].is("the") && tokens[at + 3].text == "Agreement" ? 4 : 0;
}

/// "Constitutive Act of the African Union", "Final Act": acts that are treaties.
bool is_act_of_states(const std::vector<Token>& tokens, std::size_t at, std::size_t first) {
  static constexpr std::array<std::string_view, 4> kKinds = {"Constitutive", "Final", "General", "European"};
  return tokens[at].text == "Act" && at > first && is_one_of(tokens[at - 1].text, kKinds);
}

/// "Weekly Rest (Industry) Convention": how many tokens the brackets are, where the name goes on behind them.
std::size_t brackets_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  constexpr std::size_t kLongest = 8;
  if (tokens[at].text != "(" || mention.last != at || !mention.noun.empty()) return 0;
  for (auto next = at + 1; next + 1 < tokens.size() && next < at + kLongest; ++next) {
    if (tokens[next].text == ")") return is_instrument_noun(tokens[next + 1].text) ? next - at + 1 : 0;
  }
  return 0;
}

/// "Regulation (EC) No 45/2001", "Directive 95/46/EC": one past the number of the act that begins at `at`, or `at`.
std::size_t numbered_act_end(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 3> kActs = {"Regulation", "Directive", "Decision"};
  if (!is_one_of(tokens[at].text, kActs)) return at;
  const auto text = [&](std::size_t i) { return i < tokens.size() ? tokens[i].text : std::string_view(); };
  const auto is_number = [&](std::size_t i) { return i < tokens.size() && tokens[i].kind == Token::Kind::Number; };
  auto next = at + 1;
  if (next < tokens.size() && tokens[next].kind == Token::Kind::Mark) ++next;
  if (text(next) == "(" && text(next + 2) == ")") next += 3;
  if (text(next) == "No") next += text(next + 1) == "." ? 2U : 1U;
  if (!is_number(next) || text(next + 1) != "/" || !is_number(next + 2)) return at;
  next += 3;
  if (text(next) == "/" && next + 1 < tokens.size() && tokens[next + 1].is_capitalised()) next += 2;
  return next;
}

/// "Declaration of Human Rights and in the Covenants": the second is a name of its own.
bool names_another(const std::vector<Token>& tokens, std::size_t at) {
  if (!tokens[at].is("and") || at + 2 >= tokens.size()) return false;
  const bool has_preposition = tokens[at + 1].is("in") || tokens[at + 1].is("of") || tokens[at + 1].is("to");
  return tokens[at + 1].is("the") || (has_preposition && tokens[at + 2].is("the"));
}

/// "entry into force of the Convention for the State Party": the name has ended.
bool turns_to_parties(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 5> kParties = {"State", "States", "Party", "Parties", "Contracting"};
  return tokens[at].is("for") && at + 2 < tokens.size() && is_one_of(tokens[at + 2].text, kParties);
}

/// "Purposes of the Charter of the United Nations" begins at the Charter: a noun right behind "the" begins a name.
void begin_at_first_noun(const std::vector<Token>& tokens, InstrumentMention& mention) {
  for (auto at = mention.first; at < mention.last; ++at) {
    const bool is_noun = is_instrument_noun(tokens[at].text) || is_one_of(tokens[at].text, kCitable);
    if (!is_noun || tokens[at].text == "Principles") continue;  // "the Purposes and Principles of the Charter"
    if (at > mention.first && tokens[at - 1].is("the")) {
      mention.first = at;
      mention.capitals = static_cast<std::size_t>(std::count_if(
          tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.begin() + static_cast<std::ptrdiff_t>(mention.last),
          [](const Token& token) { return token.is_capitalised(); }));
    }
    return;
  }
}

/// The comma of "Performers, Producers of Phonograms and Broadcasting Organisations".
bool is_comma_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  constexpr std::size_t kReach = 6;
  const bool goes_on = tokens[at].kind == Token::Kind::Comma && mention.last == at && !mention.noun.empty() &&
                       tokens[at - 1].text != mention.noun && at + 1 < tokens.size() &&
                       tokens[at + 1].is_capitalised() && !is_one_of(tokens[at + 1].text, kProvisions);
  for (auto next = at + 2; goes_on && next + 1 < tokens.size() && next < at + kReach; ++next) {
    if (tokens[next].is("and")) return tokens[next + 1].is_capitalised();
    if (!tokens[next].is_capitalised() && !tokens[next].is("of")) return false;
  }
  return false;
}

}  // namespace

InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first, InstrumentNouns nouns) {
  constexpr std::size_t kLongest = 256;  // words: a hostile text goes on without end
  InstrumentMention mention;
  mention.first = first;
  const auto end = std::min(tokens.size(), first + kLongest);
  for (auto at = first; at < end; ++at) {
    const auto& token = tokens[at];
    if (const auto inside = article_in_name(tokens, at, first); inside > 0) {
      at += inside - 1;
      mention.last = at + 1;
      continue;
    }
    if (const auto inside = articles_of_agreement(tokens, at); inside > 0) {  // of the International Monetary Fund
      at += inside - 1;
      mention.last = at + 1;
      mention.capitals += 2;
      mention.noun = "Agreement";
      continue;
    }
    if (const auto inside = brackets_in_name(tokens, at, mention); inside > 0) {
      at += inside - 1;
      continue;
    }
    if (is_one_of(token.text, kProvisions)) break;
    if (const auto act_end = numbered_act_end(tokens, at); act_end > at) {
      mention.last = act_end;
      mention.noun = std::string(token.text);
      mention.is_numbered = true;
      return mention;
    }
    if (token.is_capitalised()) {
      mention.last = at + 1;
      mention.capitals += word_value(token.text) ? 0U : 1U;  // "the First and Second Conventions"
      const bool names = is_act_of_states(tokens, at, first) || is_instrument_noun(token.text) ||
                         is_instrument_acronym(token.text) ||
                         (nouns == InstrumentNouns::Citable && is_one_of(token.text, kCitable));
      if (names) mention.noun = std::string(token.text);
      continue;
    }
    const bool is_year = token.kind == Token::Kind::Number;
    if (is_year && at == first) continue;  // "the 1961 Convention"
    if (is_year && (tokens[at - 1].is("of") || tokens[at - 1].is_capitalised())) {
      mention.last = at + 1;
      continue;
    }
    const bool joins = at > first && (stands_inside(token) || is_comma_in_name(tokens, at, mention));
    if (!joins || turns_to_parties(tokens, at) || (!mention.noun.empty() && names_another(tokens, at))) break;
  }
  const bool begins_with_plural = mention.found() && tokens[first].text == mention.noun &&
                                  mention.noun.ends_with("s") && mention.noun != "Statutes";
  if (mention.noun.empty() || (begins_with_plural && mention.capitals > 1)) mention.last = first;
  begin_at_first_noun(tokens, mention);
  return mention;
}

}  // namespace treatygraph::ingest
