// How the name of an instrument is found in languages that write names with capitals. From its first token, a name
// continues through capitalised words and the small words that join them ("of the", "on"), commas and numbers in
// special cases, and ends after the last capitalised word. It is a name if one of its words is a noun such as
// "Convention". The functions below are rules about single joints, each with the example that needs it: the same small
// word continues one name ("Safety of Life at Sea") and ends another ("the Convention at the conference").
//
// Rules cannot read everything. The result is therefore compared with the table of well-known treaties, which corrects
// where the name ends (fit_well_known).

#include "ingest/citation/instruments.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/citation/names_written_small.h"
#include "ingest/citation/token_cursor.h"
#include "ingest/citation/well_known_names.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {
namespace {

/// "Article", and "Rule" before a number: words for provisions, not for instruments. A name ends before them.
bool names_provision(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kMostDigits = 3;
  if (tokens[at].names(Say::ProvisionWord)) return true;
  return tokens[at].names(Say::NumberedHead) && at + 1 < tokens.size() && tokens[at + 1].kind == Token::Kind::Number &&
         tokens[at + 1].text.size() <= kMostDigits &&
         (at + 2 >= tokens.size() || tokens[at + 2].text != "/");  // "Regulation 14/71" is an act
}

/// "ANNEX 2" on a line of its own ends the name before it.
bool begins_heading(const std::vector<Token>& tokens, std::size_t at, std::size_t first) {
  const auto* head = at > first && tokens[at].is_capitalised() ? citation_head(&tokens[at]) : nullptr;
  const bool is_head = head != nullptr && (is_component(head->kind) || is_division(head->kind) || is_unit(head->kind));
  if (!is_head || tokens[at].lines_before == 0 || at + 1 >= tokens.size()) return false;
  constexpr std::size_t kLongest = 3;  // a year or the number of an act is longer
  const auto& number = tokens[at + 1];
  return number.text.size() <= kLongest && (number.kind == Token::Kind::Number || roman_value(number.text));
}

/// Whether the line before the token is a heading such as "Annex 1 to the Treaty", followed by an empty line; names do
/// not continue across it.
bool is_after_heading(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kLongest = 8;
  if (at == 0 || tokens[at].lines_before < 2) return false;
  auto first = at - 1;
  while (first > 0 && at - first < kLongest && tokens[first].lines_before == 0) --first;
  const auto* head = citation_head(&tokens[first]);
  return head != nullptr && is_component(head->kind) && tokens[first].is_capitalised();
}

/// "Convention for the Safety of Life at Sea", "Safety at Sea Convention", but not "the Convention at the conference",
/// nor "at Geneva on 5 May".
bool is_at_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  if (!tokens[at].says(Say::AtInName) || at + 1 >= tokens.size() || mention.last != at ||
      !tokens[at + 1].is_capitalised()) {
    return false;
  }
  if (mention.noun.empty()) return at + 2 < tokens.size() && tokens[at + 2].names(Say::TreatyNoun);
  const bool names_place = at + 2 < tokens.size() && tokens[at + 2].says(Say::AtPlace);
  return tokens[at - 1].text != mention.noun && !names_place;
}

/// "Inhuman or Degrading Treatment or Punishment", but not "the Agreement on Lakes or Protocol 3".
bool is_or_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const bool between_capitals = tokens[at].says(Say::OrInName) && at + 1 < tokens.size() &&
                                tokens[at + 1].is_capitalised() && mention.last == at && !mention.noun.empty() &&
                                tokens[at - 1].text != mention.noun;
  return between_capitals && !tokens[at + 1].names(Say::TreatyNoun) && !tokens[at + 1].names(Say::ProvisionWord);
}

/// "Nationals of other States".
bool is_other_in_name(const std::vector<Token>& tokens, std::size_t at) {
  return tokens[at].says(Say::OtherInName) && tokens[at - 1].says(Say::Of) && at + 1 < tokens.size() &&
         tokens[at + 1].is_capitalised();
}

/// Whether a small word may join two parts of the name.
bool stands_inside(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const auto& token = tokens[at];
  if (token.kind != Token::Kind::Word) return false;
  return token.says(Say::InsideName) || is_at_in_name(tokens, at, mention) || is_or_in_name(tokens, at, mention) ||
         is_other_in_name(tokens, at);
}

}  // namespace

/// Words in capitals that the lexicon lists.
bool is_instrument_acronym(std::string_view word, const Words& words) {
  return std::ranges::all_of(word, is_upper) && words.says(word, Say::Acronym);
}

bool is_well_known_acronym(std::string_view word, const Words& words) {
  constexpr std::size_t kShortest = 3;
  if (word.size() < kShortest || !std::ranges::all_of(word, is_upper)) return false;
  return is_instrument_acronym(word, words) || WellKnownTreaties::table().find(word) != nullptr;
}

namespace {

/// "Agreement on Implementation of Article VII of the General Agreement": the number of tokens of an article that is
/// part of the name; 0 if there is none. The same convention applies to the functions below that return a number of
/// tokens.
std::size_t article_in_name(const std::vector<Token>& tokens, std::size_t at, std::size_t first) {
  const bool follows = at >= first + 2 && tokens[at - 1].says(Say::Of) && tokens[at - 2].says(Say::InSubject);
  const auto* head = follows ? citation_head(&tokens[at]) : nullptr;
  const bool is_article = head != nullptr && head->kind == ProvisionKind::Article && !head->is_plural;
  return is_article && at + 1 < tokens.size() ? 2 : 0;
}

/// "Articles of Agreement": the number of tokens of a noun of several words.
std::size_t compound_noun(const std::vector<Token>& tokens, std::size_t at) {
  if (!is_title_case(tokens[at].text)) return 0;
  TokenCursor cursor(tokens);
  cursor.move_to(at);
  const auto size = cursor.length_of(Say::CompoundNoun);
  return size > 1 && is_title_case(tokens[at + size - 1].text) ? size : 0;
}

/// "Constitutive Act of the African Union", "Final Act": acts that are treaties.
bool is_act_of_states(const std::vector<Token>& tokens, std::size_t at, std::size_t first) {
  return tokens[at].names(Say::TreatyAct) && at > first && tokens[at - 1].names(Say::TreatyActKind);
}

/// "GATT".
bool is_all_capitals(const Token& token) {
  return token.says(Say::Acronym) && std::ranges::all_of(token.text, is_upper);
}

/// "Weekly Rest (Industry) Convention": the number of tokens in the brackets, if the name continues after them. Names
/// of labour conventions are written so.
std::size_t brackets_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  constexpr std::size_t kLongest = 8;
  if (tokens[at].text != "(" || mention.last != at || !mention.noun.empty()) return 0;
  for (auto next = at + 1; next + 1 < tokens.size() && next < at + kLongest; ++next) {
    if (tokens[next].text == ")") return tokens[next + 1].names(Say::TreatyNoun) ? next - at + 1 : 0;
  }
  return 0;
}

/// "Regulation (EC) No 45/2001", "Directive 95/46/EC": one past the number of the act that begins at `at`, or `at`. The
/// number identifies the act, so its title is not needed.
std::size_t numbered_act_end(const std::vector<Token>& tokens, std::size_t at) {
  if (!tokens[at].names(Say::NumberedAct)) return at;
  const auto text = [&](std::size_t i) { return i < tokens.size() ? tokens[i].text : std::string_view(); };
  const auto is_number = [&](std::size_t i) { return i < tokens.size() && tokens[i].kind == Token::Kind::Number; };
  auto next = at + 1;
  if (next < tokens.size() && tokens[next].kind == Token::Kind::Mark) ++next;
  if (text(next) == "(" && text(next + 2) == ")") next += 3;
  if (next < tokens.size() && tokens[next].names(Say::Number)) next += text(next + 1) == "." ? 2U : 1U;
  if (!is_number(next) || text(next + 1) != "/" || !is_number(next + 2)) return at;
  next += 3;
  if (text(next) == "/" && next + 1 < tokens.size() && tokens[next + 1].is_capitalised()) next += 2;
  return next;
}

/// "and Statute on Freedom of Transit" continues the name of one instrument; "and Convention on Rivers" begins another.
bool begins_instrument(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kMostWordsBefore = 3;
  const auto begin = at;
  while (at < begin + kMostWordsBefore && at + 1 < tokens.size() && tokens[at].is_capitalised() &&
         !tokens[at].names(Say::TreatyNoun)) {
    ++at;
  }
  return tokens[at].names(Say::TreatyNoun) && !tokens[at].says(Say::AnnexedNoun) && at + 1 < tokens.size() &&
         tokens[at + 1].says(Say::About);
}

/// "Declaration of Human Rights and in the Covenants": the second is a separate name; "the Charter and a Party's law":
/// no name follows.
bool names_another(const std::vector<Token>& tokens, std::size_t at) {
  if (!tokens[at].says(Say::And) || at + 2 >= tokens.size()) return false;
  const auto& next = tokens[at + 1];
  const auto* head = citation_head(&next);
  const bool is_protocol = head != nullptr && head->kind == ProvisionKind::Protocol && next.names(Say::TreatyNoun);
  if (is_protocol && !head->is_plural && tokens[at + 2].is_capitalised() && tokens[at + 2].text.size() == 1)
    return true;
  const bool has_preposition = next.says(Say::AndPreposition);
  if (next.says(Say::The) || (has_preposition && !tokens[at + 2].is_capitalised())) return true;
  return (!next.is_capitalised() && next.says(Say::NoNameBehind)) || begins_instrument(tokens, at + 1);
}

/// "Agreement between the Lake Community and the Republic of Ponds": the first "and" after "between".
bool closes_between(const std::vector<Token>& tokens, std::size_t first, std::size_t at) {
  if (!tokens[at].says(Say::And) || at + 1 >= tokens.size() || !tokens[at + 1].says(Say::The)) return false;
  for (auto back = at; back-- > first;) {
    if (tokens[back].says(Say::And)) return false;
    if (tokens[back].says(Say::Between)) return true;
  }
  return false;
}

/// "entry into force of the Convention for the State Party", "the Charter by a Contracting Party": the name has ended
/// before.
bool turns_to_parties(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const auto written = [](const Token& token) { return token.is_capitalised() && token.says(Say::PartyNoun); };
  if (at + 2 >= tokens.size() || !written(tokens[at + 2])) return false;
  const bool is_definite = tokens[at + 1].says(Say::The);
  const bool has_article = is_definite || tokens[at + 1].says(Say::Indefinite);
  const bool is_after_noun = mention.last == at && !mention.noun.empty() && tokens[at - 1].text == mention.noun;
  return has_article &&
         (tokens[at].says(Say::ForParties) || (tokens[at].says(Say::ToParties) && (!is_definite || is_after_noun)));
}

/// "under the Agreement the Parties": the sentence continues.
bool turns_to_subject(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  return tokens[at].says(Say::The) && mention.last == at && !mention.noun.empty() &&
         tokens[at - 1].text == mention.noun;
}

/// "Committee on Rules of Origin", "Parties to the Lake Convention": names of organs contain those of instruments, but
/// the words before "of" or "to" are no part of them.
bool is_organ(const Token& token) {
  return token.is_capitalised() && token.says(Say::Organ);
}

/// "Purposes of the Charter of the United Nations" begins at the Charter: a noun right after "the" begins a name.
void begin_at_first_noun(const std::vector<Token>& tokens, InstrumentMention& mention) {
  for (auto at = mention.first; at < mention.last; ++at) {
    const bool is_noun = tokens[at].names(Say::TreatyNoun) || tokens[at].names(Say::ActNoun);
    if (!is_noun || tokens[at].says(Say::NoPurpose)) continue;  // "the Purposes and Principles of the Charter"
    if (at > mention.first && tokens[at - 1].says(Say::The)) {
      mention.first = at;
      mention.capitals = count_capitals(tokens, at, mention.last);
    }
    return;
  }
}

/// "Collisions at Sea, 1972": the number of tokens of comma and year.
std::size_t year_after_comma(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const bool follows = tokens[at].kind == Token::Kind::Comma && mention.last == at && !mention.noun.empty() &&
                       at + 1 < tokens.size() && tokens[at + 1].kind == Token::Kind::Number;
  if (!follows) return 0;
  const auto digits = digits_value(tokens[at + 1].text);
  return digits && *digits >= 1800 && *digits < 2100 ? 2 : 0;
}

/// "Child Labour Convention No. 182", "Convention (No. 182)": the number of tokens of the number.
std::size_t number_after(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  if (mention.last != at || mention.noun.empty()) return 0;
  auto next = at;
  const bool in_brackets = tokens[next].text == "(";
  if (in_brackets) ++next;
  if (next + 1 >= tokens.size() || !tokens[next].names(Say::Number)) return 0;
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
                       tokens[at + 1].is_capitalised() && !tokens[at + 1].names(Say::ProvisionWord);
  for (auto next = at + 2; goes_on && next + 1 < tokens.size() && next < at + kReach; ++next) {
    if (tokens[next].says(Say::And) || tokens[next].says(Say::OrInName)) return tokens[next + 1].is_capitalised();
    const bool lists = tokens[next].kind == Token::Kind::Comma && tokens[next + 1].is_capitalised();
    if (!tokens[next].is_capitalised() && !tokens[next].says(Say::Of) && !lists) return false;
    if (tokens[next].names(Say::ProvisionWord)) return false;
  }
  return false;
}

/// "involving Officials of the Communities or Officials of Member States": an "or" inside a name joins parts that begin
/// with the same word.
bool repeats_word_in_name(const std::vector<Token>& tokens, std::size_t at, const InstrumentMention& mention) {
  const bool may_be = tokens[at].says(Say::OrInName) && mention.last == at && !mention.noun.empty() &&
                      at + 1 < tokens.size() && tokens[at + 1].is_capitalised() && tokens[at + 1].text != mention.noun;
  return may_be && std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(mention.first),
                               tokens.begin() + static_cast<std::ptrdiff_t>(at),
                               [&](const Token& token) { return token.text == tokens[at + 1].text; });
}

/// "Convention on preventing floods", with a title in lower case: the words up to the next stop or verb.
std::size_t small_title_end(const std::vector<Token>& tokens, const InstrumentMention& mention) {
  constexpr std::size_t kLongest = 16;
  const auto at = mention.last;
  const bool is_noun_alone = mention.last == mention.first + 1;
  const bool has_title = is_noun_alone && at + 1 < tokens.size() && tokens[at].says(Say::TitleBegins) &&
                         tokens[at + 1].kind == Token::Kind::Word && !tokens[at + 1].is_capitalised() &&
                         !tokens[at + 1].says(Say::NoTitle);
  if (!has_title) return mention.last;
  auto end = at + 1;
  while (end < tokens.size() && end < at + kLongest && tokens[end].kind == Token::Kind::Word &&
         !tokens[end].says(Say::EndsTitle) && !tokens[end].names(Say::ProvisionWord)) {
    ++end;
  }
  return end;
}

}  // namespace

/// Goes from token to token. `mention.last` follows the last word that surely belongs to the name, so a joining word
/// that no name follows is not included. The tests come in the order in which they must decide.
InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first, InstrumentNouns nouns,
                                const Words& words) {
  if (words.lexicon().names == NameStyle::Small) return name_written_small(tokens, first, nouns);
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
    if (const auto inside = compound_noun(tokens, at); inside > 0) {  // of the International Monetary Fund
      at += inside - 1;
      mention.last = at + 1;
      mention.capitals += 2;
      mention.noun = std::string(tokens[at].text);
      mention.is_treaty = true;
      continue;
    }
    if (const auto inside = brackets_in_name(tokens, at, mention); inside > 0) {
      at += inside - 1;
      continue;
    }
    if (const auto inside = std::max(year_after_comma(tokens, at, mention), number_after(tokens, at, mention));
        at > first && inside > 0) {
      at += inside - 1;
      mention.last = at + 1;
      continue;
    }
    if (names_provision(tokens, at) || begins_heading(tokens, at, first) || (mention.noun.empty() && is_organ(token)))
      break;
    if (at > first && is_after_heading(tokens, at)) break;
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
      mention.capitals += token.number_in_words() > 0 ? 0U : 1U;  // "the First and Second Conventions"
      const bool names = is_act_of_states(tokens, at, first) || token.names(Say::TreatyNoun) ||
                         is_all_capitals(token) || (nouns == InstrumentNouns::Citable && token.names(Say::ActNoun));
      if (names) mention.noun = std::string(token.text);
      if (names) mention.is_treaty = token.names(Say::TreatyNoun);
      continue;
    }
    const bool is_year = token.kind == Token::Kind::Number;
    if (is_year && at == first) continue;  // "the 1961 Convention"
    if (is_year && (tokens[at - 1].says(Say::Of) || tokens[at - 1].is_capitalised())) {
      mention.last = at + 1;
      continue;
    }
    const bool joins = at > first && (stands_inside(tokens, at, mention) || is_comma_in_name(tokens, at, mention) ||
                                      repeats_word_in_name(tokens, at, mention));
    // A joining word may also begin another name or another part of the sentence.
    const bool ends = names_another(tokens, at) && (!mention.noun.empty() || tokens[at + 1].says(Say::The)) &&
                      !closes_between(tokens, first, at);
    if (!joins || turns_to_parties(tokens, at, mention) || ends || turns_to_subject(tokens, at, mention)) break;
  }
  // "Conventions on Lakes and Rivers" is not the name of one instrument; "Conventions" alone may be a short name.
  const bool begins_with_plural =
      mention.found() && tokens[first].text == mention.noun && tokens[first].says(Say::PluralNoun);
  if (mention.noun.empty() || (begins_with_plural && mention.capitals > 1)) mention.last = first;
  begin_at_first_noun(tokens, mention);
  fit_well_known(tokens, mention);
  if (mention.is_treaty) mention.last = small_title_end(tokens, mention);
  return mention;
}

}  // namespace treatygraph::ingest
