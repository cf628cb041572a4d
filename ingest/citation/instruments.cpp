#include "ingest/citation/instruments.h"

#include <algorithm>
#include <array>

#include "ingest/citation/citation_heads.h"
#include "ingest/citation/well_known_names.h"
#include "ingest/text/numerals.h"
#include "ingest/text/one_of.h"
#include "ingest/treaties/well_known_treaties.h"

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

/// Function words that may be inside a name.
constexpr std::array<std::string_view, 24> kInside = {
    "of",           "the",       "on",       "for",        "and",       "to",        "in",     "against",
    "by",           "relating",  "with",     "concerning", "de",        "as",        "regard", "between",
    "establishing", "governing", "amending", "revising",   "involving", "affecting", "du",     "a"};

/// "Article", and "Rule" before a number: words for provisions, not instruments.
bool names_provision(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 9> kNumbered = {
      "Rule", "Regulation", "Standard", "Guideline", "Principle", "Clause", "Protocol", "Paragraphs", "Sections"};
  if (is_one_of(tokens[at].text, kProvisions)) return true;
  return is_one_of(tokens[at].text, kNumbered) && at + 1 < tokens.size() &&
         tokens[at + 1].kind == Token::Kind::Number && tokens[at + 1].text.size() < 4 &&
         (at + 2 >= tokens.size() || tokens[at + 2].text != "/");  // "Regulation 14/71" is an act
}

std::size_t line_ends_before(const std::vector<Token>& tokens, std::size_t at) {
  const auto* from = tokens[at - 1].text.data() + tokens[at - 1].text.size();
  return static_cast<std::size_t>(std::count(from, tokens[at].text.data(), '\n'));
}

/// "ANNEX 2" on a line of its own ends the name before it.
bool begins_heading(const std::vector<Token>& tokens, std::size_t at, std::size_t first) {
  const auto* head = at > first && tokens[at].is_capitalised() ? citation_head(&tokens[at]) : nullptr;
  const bool is_head = head != nullptr && (is_component(head->kind) || is_division(head->kind) || is_unit(head->kind));
  if (!is_head || line_ends_before(tokens, at) == 0 || at + 1 >= tokens.size()) return false;
  constexpr std::size_t kLongest = 3;  // a year or the number of an act is longer
  const auto& number = tokens[at + 1];
  return number.text.size() <= kLongest && (number.kind == Token::Kind::Number || roman_value(number.text));
}

/// Whether the line before the token is a heading such as "Annex 1 to the Treaty", followed by an empty line; names do
/// not continue across it.
bool is_behind_heading(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kLongest = 8;
  if (at == 0 || line_ends_before(tokens, at) < 2) return false;
  auto first = at - 1;
  while (first > 0 && at - first < kLongest && line_ends_before(tokens, first) == 0) --first;
  const auto* head = citation_head(&tokens[first]);
  return head != nullptr && is_component(head->kind) && tokens[first].is_capitalised();
}

/// "Convention for the Safety of Life at Sea", "Safety at Sea Convention", but not "the Convention at the conference",
/// nor "at Geneva on 5 May".
bool is_at_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  if (!tokens[at].is("at") || at + 1 >= tokens.size() || mention.last != at || !tokens[at + 1].is_capitalised()) {
    return false;
  }
  if (mention.noun.empty()) return at + 2 < tokens.size() && is_instrument_noun(tokens[at + 2].text);
  const bool names_place = at + 2 < tokens.size() && (tokens[at + 2].is("on") || tokens[at + 2].is("in"));
  return tokens[at - 1].text != mention.noun && !names_place;
}

/// "Inhuman or Degrading Treatment or Punishment", but not "the Agreement on Lakes or Protocol 3".
bool is_or_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const bool between_capitals = tokens[at].is("or") && at + 1 < tokens.size() && tokens[at + 1].is_capitalised() &&
                                mention.last == at && !mention.noun.empty() && tokens[at - 1].text != mention.noun;
  return between_capitals && !is_one_of(tokens[at + 1].text, kNouns) && !is_one_of(tokens[at + 1].text, kProvisions);
}

/// "Nationals of other States".
bool is_other_in_name(const std::vector<Token>& tokens, std::size_t at) {
  return tokens[at].is("other") && tokens[at - 1].is("of") && at + 1 < tokens.size() && tokens[at + 1].is_capitalised();
}

bool stands_inside(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const auto& token = tokens[at];
  if (token.kind != Token::Kind::Word) return false;
  return is_one_of(token.lower(), kInside) || is_at_in_name(tokens, at, mention) ||
         is_or_in_name(tokens, at, mention) || is_other_in_name(tokens, at);
}

}  // namespace

bool is_instrument_noun(std::string_view word) {
  return is_one_of(word, kNouns);
}

bool is_instrument_acronym(std::string_view word) {
  return is_one_of(word, kAcronyms);
}

bool is_well_known_acronym(std::string_view word) {
  constexpr std::size_t kShortest = 3;
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() < kShortest || !std::ranges::all_of(word, is_upper)) return false;
  return is_instrument_acronym(word) || WellKnownTreaties::table().find(word) != nullptr;
}

namespace {

/// "Agreement on Implementation of Article VII of the General Agreement": number of tokens of an article within a name.
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

/// "Weekly Rest (Industry) Convention": number of tokens in the brackets, if the name continues after them.
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

/// "and Statute on Freedom of Transit" continues the name of one instrument; "and Convention on Rivers" begins another.
bool begins_instrument(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 4> kAnnexed = {"Statute", "Rules", "Regulations", "Understanding"};
  constexpr std::size_t kMostWordsBefore = 3;
  const auto begin = at;
  while (at < begin + kMostWordsBefore && at + 1 < tokens.size() && tokens[at].is_capitalised() &&
         !is_one_of(tokens[at].text, kNouns)) {
    ++at;
  }
  const auto noun = tokens[at].text;
  return is_one_of(noun, kNouns) && !is_one_of(noun, kAnnexed) && at + 1 < tokens.size() &&
         (tokens[at + 1].is("on") || tokens[at + 1].is("for") || tokens[at + 1].is("against") ||
          tokens[at + 1].is("concerning") || tokens[at + 1].is("relating"));
}

/// "Declaration of Human Rights and in the Covenants": the second is a separate name; "the Charter and a Party's law":
/// no name follows.
bool names_another(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, 5> kNoName = {"a", "as", "by", "with", "other"};
  if (!tokens[at].is("and") || at + 2 >= tokens.size()) return false;
  const auto& next = tokens[at + 1];
  if (next.text == "Protocol" && tokens[at + 2].is_capitalised() && tokens[at + 2].text.size() == 1) return true;
  const bool has_preposition = next.is("in") || next.is("of") || next.is("to");
  if (next.is("the") || (has_preposition && !tokens[at + 2].is_capitalised())) return true;
  return (!next.is_capitalised() && is_one_of(next.lower(), kNoName)) || begins_instrument(tokens, at + 1);
}

/// "Agreement between the Lake Community and the Republic of Ponds": the first "and" after "between".
bool closes_between(const std::vector<Token>& tokens, std::size_t first, std::size_t at) {
  if (!tokens[at].is("and") || at + 1 >= tokens.size() || !tokens[at + 1].is("the")) return false;
  for (auto back = at; back-- > first;) {
    if (tokens[back].is("and")) return false;
    if (tokens[back].is("between")) return true;
  }
  return false;
}

/// "entry into force of the Convention for the State Party", "the Charter by a Contracting Party": the name has ended
/// before.
bool turns_to_parties(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  static constexpr std::array<std::string_view, 5> kParties = {"State", "States", "Party", "Parties", "Contracting"};
  if (at + 2 >= tokens.size() || !is_one_of(tokens[at + 2].text, kParties)) return false;
  const bool is_definite = tokens[at + 1].is("the");
  const bool has_article = is_definite || tokens[at + 1].is("a");
  const bool is_behind_noun = mention.last == at && !mention.noun.empty() && tokens[at - 1].text == mention.noun;
  const bool has_preposition =
      tokens[at].is("by") || tokens[at].is("to") || tokens[at].is("with") || tokens[at].is("in");
  return has_article && (tokens[at].is("for") || (has_preposition && (!is_definite || is_behind_noun)));
}

/// "under the Agreement the Parties": the sentence continues.
bool turns_to_subject(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  return tokens[at].is("the") && mention.last == at && !mention.noun.empty() && tokens[at - 1].text == mention.noun;
}

/// "Committee on Rules of Origin", "Parties to the Lake Convention": not the name of the part before "of".
bool is_organ(const Token& token) {
  static constexpr std::array<std::string_view, 11> kOrgans = {
      "Committee", "Committees", "Sub-Committee", "Subcommittee", "Conference", "Secretariat",
      "Group",     "Parties",    "Party",         "PARTIES",      "CONTRACTING"};
  return is_one_of(token.text, kOrgans);
}

/// "Purposes of the Charter of the United Nations" begins at the Charter: a noun right after "the" begins a name.
void begin_at_first_noun(const std::vector<Token>& tokens, InstrumentMention& mention) {
  for (auto at = mention.first; at < mention.last; ++at) {
    const bool is_noun = is_instrument_noun(tokens[at].text) || is_one_of(tokens[at].text, kCitable);
    if (!is_noun || tokens[at].text == "Principles") continue;  // "the Purposes and Principles of the Charter"
    if (at > mention.first && tokens[at - 1].is("the")) {
      mention.first = at;
      mention.capitals = count_capitals(tokens, at, mention.last);
    }
    return;
  }
}

/// "Collisions at Sea, 1972": number of tokens of the date.
std::size_t year_behind_comma(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const bool follows = tokens[at].kind == Token::Kind::Comma && mention.last == at && !mention.noun.empty() &&
                       at + 1 < tokens.size() && tokens[at + 1].kind == Token::Kind::Number;
  if (!follows) return 0;
  const auto digits = digits_value(tokens[at + 1].text);
  return digits && *digits >= 1800 && *digits < 2100 ? 2 : 0;
}

/// "Child Labour Convention No. 182", "Convention (No. 182)": number of tokens of the number.
std::size_t number_behind(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  if (mention.last != at || mention.noun.empty()) return 0;
  auto next = at;
  const bool in_brackets = tokens[next].text == "(";
  if (in_brackets) ++next;
  if (next + 1 >= tokens.size() || (tokens[next].text != "No" && tokens[next].text != "Nos")) return 0;
  next += tokens[next + 1].text == "." ? 2U : 1U;
  if (next >= tokens.size() || tokens[next].kind != Token::Kind::Number) return 0;
  ++next;
  if (!in_brackets) return next - at;
  return next < tokens.size() && tokens[next].text == ")" ? next + 1 - at : 0;
}

/// The comma of "Performers, Producers of Phonograms and Broadcasting Organisations", and of "Cruel, Inhuman or
/// Degrading".
bool is_comma_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  constexpr std::size_t kReach = 12;
  const bool goes_on = tokens[at].kind == Token::Kind::Comma && mention.last == at && !mention.noun.empty() &&
                       tokens[at - 1].text != mention.noun && at + 1 < tokens.size() &&
                       tokens[at + 1].is_capitalised() && !is_one_of(tokens[at + 1].text, kProvisions);
  for (auto next = at + 2; goes_on && next + 1 < tokens.size() && next < at + kReach; ++next) {
    if (tokens[next].is("and") || tokens[next].is("or")) return tokens[next + 1].is_capitalised();
    const bool lists = tokens[next].kind == Token::Kind::Comma && tokens[next + 1].is_capitalised();
    if (!tokens[next].is_capitalised() && !tokens[next].is("of") && !lists) return false;
    if (is_one_of(tokens[next].text, kProvisions)) return false;
  }
  return false;
}

/// "involving Officials of the Communities or Officials of Member States": what "or" joins repeats its first word.
bool repeats_word_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const bool may_be = tokens[at].is("or") && mention.last == at && !mention.noun.empty() && at + 1 < tokens.size() &&
                      tokens[at + 1].is_capitalised() && tokens[at + 1].text != mention.noun;
  return may_be && std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(mention.first),
                               tokens.begin() + static_cast<std::ptrdiff_t>(at),
                               [&](const Token& token) { return token.text == tokens[at + 1].text; });
}

/// "Convention on preventing floods", with a title in lower case: the words up to the next stop or verb.
std::size_t small_title_end(const std::vector<Token>& tokens, const InstrumentMention& mention) {
  static constexpr std::array<std::string_view, 30> kNoTitle = {
      "behalf", "its",     "the",     "that",      "this",       "such",  "any",     "a",     "an",    "all",
      "entry",  "which",   "request", "condition", "conditions", "terms", "account", "their", "his",   "grounds",
      "how",    "whether", "what",    "or",        "and",        "these", "those",   "each",  "other", "these"};
  static constexpr std::array<std::string_view, 22> kEnds = {
      "shall", "may", "is",   "are",  "was",  "were",  "has", "have", "applies", "apply", "will",
      "does",  "do",  "from", "that", "when", "where", "as",  "if",   "unless",  "must",  "can"};
  constexpr std::size_t kLongest = 16;
  const auto at = mention.last;
  const bool is_noun_alone = mention.last == mention.first + 1;
  const bool has_title = is_noun_alone && at + 1 < tokens.size() && (tokens[at].is("on") || tokens[at].is("against")) &&
                         tokens[at + 1].kind == Token::Kind::Word && !tokens[at + 1].is_capitalised() &&
                         !is_one_of(tokens[at + 1].lower(), kNoTitle);
  if (!has_title) return mention.last;
  auto end = at + 1;
  while (end < tokens.size() && end < at + kLongest && tokens[end].kind == Token::Kind::Word &&
         !is_one_of(tokens[end].lower(), kEnds) && !is_one_of(tokens[end].text, kProvisions)) {
    ++end;
  }
  return end;
}

}  // namespace

InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first, InstrumentNouns nouns) {
  constexpr std::size_t kLongest = 256;  // in words; a limit against hostile text
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
    if (const auto inside = std::max(year_behind_comma(tokens, at, mention), number_behind(tokens, at, mention));
        at > first && inside > 0) {
      at += inside - 1;
      mention.last = at + 1;
      continue;
    }
    if (names_provision(tokens, at) || begins_heading(tokens, at, first) || (mention.noun.empty() && is_organ(token)))
      break;
    if (at > first && is_behind_heading(tokens, at)) break;
    if (const auto act_end = numbered_act_end(tokens, at); act_end > at) {
      if (at > first && !tokens[at - 1].is_capitalised())
        mention.first = at;  // "Amendments to Regulation (EC) 45/2001"
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
    const bool joins = at > first && (stands_inside(tokens, at, mention) || is_comma_in_name(tokens, at, mention) ||
                                      repeats_word_in_name(tokens, at, mention));
    const bool ends = names_another(tokens, at) && (!mention.noun.empty() || tokens[at + 1].is("the")) &&
                      !closes_between(tokens, first, at);
    if (!joins || turns_to_parties(tokens, at, mention) || ends || turns_to_subject(tokens, at, mention)) break;
  }
  const bool begins_with_plural = mention.found() && tokens[first].text == mention.noun &&
                                  mention.noun.ends_with("s") && mention.noun != "Statutes";
  if (mention.noun.empty() || (begins_with_plural && mention.capitals > 1)) mention.last = first;
  begin_at_first_noun(tokens, mention);
  fit_well_known(tokens, mention);
  if (is_instrument_noun(mention.noun)) mention.last = small_title_end(tokens, mention);
  return mention;
}

}  // namespace treatygraph::ingest
