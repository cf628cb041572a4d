// The instrument of a citation, from the phrase after it. A phrase begins with "of", or for treaties with another
// preposition ("in", "under"), or is a well-known acronym without a preposition ("Article VI GATT 1994"). The forms of
// kInstrumentForms are tried in the order of the table: the document's own annexes and the treaty itself come before
// the names of other instruments.

#include "ingest/citation/instrument_phrase.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/citation/own_noun.h"
#include "ingest/citation/small_names.h"

namespace treatygraph::ingest {
namespace {

/// Double quotation marks have one form for both sides in ASCII; both are dropped from names.
bool is_opening_quote(const Token& token) {
  return token.text == "\"" || token.text == "“" || token.text == "‘";
}

/// Definitions and some texts print names in quotation marks.
void accept_opening_quote(TokenCursor& cursor) {
  if (!cursor.at_end() && is_opening_quote(*cursor.peek())) cursor.step();
}

/// "of the Verification Annex": an annex of the document by its name.
bool part_by_name(Reading& reading, Citation& citation, InstrumentNouns /*nouns*/) {
  Attempt attempt(reading.cursor);
  reading.cursor.accept(Say::The);
  const auto first = reading.cursor.at();
  const auto end = reading.names.part_end(reading.tokens, first);
  if (end == first) return false;
  citation.instrument = words_of(reading.tokens, attempt.from(), end);
  citation.is_of_part = true;
  reading.cursor.move_to(end);
  return attempt.keep(true);
}

/// Whether a noun after "this" can mean the treaty. Languages that write names in small letters also write "la présente
/// convention".
bool is_noun_of_itself(const Reading& reading, const Token& noun) {
  const bool may_be_small = reading.names.words().lexicon().names == NameStyle::Small && noun.says(Say::TreatyNoun);
  return noun.names(Say::TreatyNoun) || may_be_small || reading.names.is_own(noun.text);
}

/// "of this Convention", "of the present Protocol".
bool this_treaty(Reading& reading, Citation& citation, InstrumentNouns /*nouns*/) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const bool is_own =
      cursor.accept_any({Say::This, Say::These}) || (cursor.accept(Say::The) && cursor.accept(Say::Present));
  const auto* noun = is_own ? cursor.peek() : nullptr;
  if (noun == nullptr || !is_noun_of_itself(reading, *noun)) return false;
  citation.this_noun = is_title_case(noun->text) ? std::string(noun->text) : with_capital(std::string(noun->text));
  citation.of_this_treaty = true;
  cursor.step();
  return attempt.keep(true);
}

/// Steps over the words before a name; true if they refer back: "that Convention", "the said Agreement".
bool read_article(TokenCursor& cursor) {
  if (cursor.accept(Say::That)) return true;
  Attempt attempt(cursor);
  if (cursor.accept(Say::The) && cursor.accept(Say::PointBack)) return attempt.keep(true);
  cursor.move_to(attempt.from());
  accept_opening_quote(cursor);
  cursor.accept(Say::The);
  accept_opening_quote(cursor);
  attempt.keep(true);
  return false;
}

/// "2749 (XXV)", "4/1", "2014/9/EU": steps over the number of an act after its first part.
void read_rest_of_number(TokenCursor& cursor) {
  while (true) {
    const auto* next = cursor.peek(1);
    const bool is_pair =
        cursor.is_sign("/") && next != nullptr && (next->kind == Token::Kind::Number || next->is_capitalised());
    if (!is_pair && !cursor.is(Token::Kind::Mark)) return;
    cursor.step(is_pair ? 2 : 1);
  }
}

/// "resolution II", "decision 4/1", "resolution 2749 (XXV)"; also "the combined nomenclature", which is in lower case.
bool written_small(Reading& reading, Citation& citation, InstrumentNouns /*nouns*/) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  read_article(cursor);
  if (!cursor.accept(Say::SmallName)) {
    const auto* number = cursor.peek(1);
    const bool is_numbered = number != nullptr && (number->kind == Token::Kind::Number ||
                                                   (number->is_capitalised() && roman_value(number->text)));
    if (!is_numbered || !cursor.accept(Say::SmallAct)) return false;
    cursor.step();
    read_rest_of_number(cursor);
  }
  citation.instrument = words_of(reading.tokens, attempt.from(), cursor.at());
  return attempt.keep(true);
}

/// "of the Charter of the United Nations", "of that Agreement"; the treaty's own noun alone means the treaty itself.
bool by_name(Reading& reading, Citation& citation, InstrumentNouns nouns) {
  Attempt attempt(reading.cursor);
  const bool points_back = read_article(reading.cursor);
  const auto mention = instrument_at(reading.tokens, reading.cursor.at(), nouns, reading.names.words());
  if (!mention.found()) return false;
  const bool is_noun_alone = mention.last == mention.first + 1;
  if (is_noun_alone && !points_back && reading.names.is_own(mention.noun)) {
    citation.of_this_treaty = true;
  } else {
    citation.instrument = words_of(reading.tokens, attempt.from(), mention.last);
  }
  reading.cursor.move_to(mention.last);
  return attempt.keep(true);
}

/// "of the GPA".
bool by_abbreviation(Reading& reading, Citation& citation, InstrumentNouns nouns) {
  Attempt attempt(reading.cursor);
  read_article(reading.cursor);
  return attempt.keep_if(read_abbreviation(reading, citation, attempt.from(), nouns));
}

/// "of the convention", "of the law": a noun in lower case whose article shows that it means an instrument.
bool written_without_capitals(Reading& reading, Citation& citation, InstrumentNouns /*nouns*/) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const bool is_own = cursor.accept_any({Say::This, Say::These}) || (cursor.is(Say::The) && cursor.is(Say::Present, 1));
  if (cursor.is(Say::The)) cursor.step();
  if (is_own) cursor.accept(Say::Present);
  const bool points_back = !is_own && (cursor.accept(Say::That) || cursor.accept(Say::PointBack));
  if (cursor.at() == attempt.from()) return false;
  const auto name = small_name_at(reading.tokens, cursor.at());
  if (name.end == 0) return false;
  if (is_own) citation.this_noun = name.noun;
  if (is_own || (name.is_noun_alone && !points_back && reading.names.is_own(name.noun))) {
    citation.of_this_treaty = true;
  } else {
    citation.instrument = words_of(reading.tokens, attempt.from(), name.end);
  }
  cursor.move_to(name.end);
  return attempt.keep(true);
}

/// One row of the table: the documented production and the function that reads it.
struct InstrumentForm {
  Production production;
  bool (*read)(Reading&, Citation&, InstrumentNouns) = nullptr;
};
constexpr std::array kInstrumentForms = {
    InstrumentForm{{"of an annex by its name", "\"of the\" name", {}}, part_by_name},
    InstrumentForm{{"of this treaty",
                    R"("of" ( "this" | "the present" ) noun)",
                    {{{"paragraph 2 of article 55 of this Convention", "art_55__para_2 !"},
                      {"Article 11 of the present Convention", "art_11 !"}}}},
                   this_treaty},
    InstrumentForm{{"of an act written small",
                    "\"of\" act number",
                    {{{"paragraph 3 of resolution 2749 (XXV)", "para_3 [resolution 2749 (XXV)]"},
                      {"Chapters 25 to 97 of the combined nomenclature", "chp_25..97 [the combined nomenclature]"},
                      {"paragraph 2 of decisions", "para_2"}}}},
                   written_small},
    InstrumentForm{{"of an instrument by its name",
                    R"("of" [ "the" | "that" | "the said" ] name)",
                    {{{"Article 2 of the Charter of the United Nations", "art_2 [the Charter of the United Nations]"},
                      {"article 23 of the Convention", "art_23 !"},
                      {"Article VI GATT 1994", "art_VI [GATT 1994]"}}}},
                   by_name},
    InstrumentForm{{"of an instrument written small",
                    R"("of" ( "the" | "that" | "this" ) [ words ] noun [ name ])",
                    {{{"article 39 of the convention", "art_39 !"},
                      {"article 4 of the charter", "art_4 [the charter]"},
                      {"article 2 of this convention", "art_2 !"}}}},
                   written_without_capitals},
    InstrumentForm{{"of an instrument by its abbreviation",
                    "\"of the\" ABBREVIATION",
                    {{{"Article IX of the GPA", "art_IX [the GPA]"}}}},
                   by_abbreviation}};

/// "Article 31 8 of the TRIPS Agreement": the 8 is a footnote mark.
void accept_footnote(TokenCursor& cursor) {
  constexpr std::size_t kLongest = 2;
  if (cursor.is(Token::Kind::Number) && cursor.peek()->text.size() <= kLongest && cursor.is(Say::Of, 1)) cursor.step();
}

/// "Article VI GATT 1994".
bool is_at_acronym(const Reading& reading, const Citation& citation) {
  const auto& cursor = reading.cursor;
  return citation.base == Citation::Base::Named && !cursor.at_end() &&
         is_well_known_acronym(cursor.peek()->text, reading.names.words());
}

}  // namespace

/// Steps over a comma, "annexed hereto" and a footnote mark first. Without an instrument after them, nothing was read.
void read_instrument(Reading& reading, Citation& citation) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  cursor.accept(Token::Kind::Comma);
  cursor.accept(Say::AnnexedHereto);
  accept_footnote(cursor);
  if (cursor.length_of(Say::CommonTo) > 0) cursor.step();  // "Article 3 common to the Conventions"
  const bool of = cursor.accept(Say::Of);
  if (!of && !cursor.accept(Say::Near) && !is_at_acronym(reading, citation)) return;
  const auto nouns = of ? InstrumentNouns::Citable : InstrumentNouns::Treaties;
  attempt.keep_if(std::ranges::any_of(kInstrumentForms,
                                      [&](const InstrumentForm& form) { return form.read(reading, citation, nouns); }));
}

/// Capitals alone do not make an abbreviation: Roman numerals, head nouns and words such as "AND" in a heading are
/// none.
bool read_abbreviation(Reading& reading, Citation& citation, std::size_t first, InstrumentNouns nouns) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLongest = 6;
  const auto* token = reading.cursor.peek();
  const bool may_be = token != nullptr && citation.base == Citation::Base::Named && token->kind == Token::Kind::Word &&
                      token->text.size() >= kShortest && token->text.size() <= kLongest &&
                      (nouns == InstrumentNouns::Citable || is_well_known_acronym(token->text, reading.names.words()));
  if (!may_be || !std::ranges::all_of(token->text, is_upper) || roman_value(token->text)) return false;
  if (token->says(Say::NoName) || citation_head(token) != nullptr) return false;
  reading.cursor.step();
  citation.instrument = words_of(reading.tokens, first, reading.cursor.at());
  return true;
}

std::string instrument_before(const Reading& reading, std::size_t first) {
  // The six tokens of "U.S.C." before a section sign.
  constexpr std::size_t kCode = 6;
  const auto& tokens = reading.tokens;
  const bool is_code = first >= kCode && tokens[first - kCode].text.size() == 1 &&
                       tokens[first].text.starts_with("§") && tokens[first - 1].text == "." &&
                       tokens[first - 2].text.size() == 1;
  if (is_code) return words_of(tokens, first - kCode, first);
  if (first == 0) return {};
  TokenCursor before(tokens);
  before.move_to(first > 1 ? first - 2 : 0);
  if (first > 1 && before.length_of(Say::CodeBefore) == 2) return words_of(tokens, first - 2, first);
  // "GATT 1994 Article XX".
  const bool after_year = first > 1 && tokens[first - 1].kind == Token::Kind::Number;
  const auto at = first - (after_year ? 2 : 1);
  return is_well_known_acronym(tokens[at].text, reading.names.words()) ? words_of(tokens, at, first) : std::string();
}

/// Joins tokens as they were printed: with a space where the text has white space, and marks in their brackets.
std::string words_of(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  std::string joined;
  for (auto i = first; i < last; ++i) {
    if (is_opening_quote(tokens[i]) || tokens[i].is_implied()) continue;
    const bool tight = joined.empty() || tokens[i].kind == Token::Kind::Comma ||
                       (tokens[i].start == tokens[i - 1].end && !is_opening_quote(tokens[i - 1]));
    if (!tight) joined += ' ';
    const bool in_brackets = tokens[i].kind == Token::Kind::Mark;  // "2749 (XXV)", "Regulation (EC)"
    joined += in_brackets ? "(" + std::string(tokens[i].text) + ")" : std::string(tokens[i].text);
  }
  return joined;
}

std::vector<Production> instrument_productions() {
  std::vector<Production> all;
  for (const auto& form : kInstrumentForms) all.push_back(form.production);
  return all;
}

}  // namespace treatygraph::ingest
