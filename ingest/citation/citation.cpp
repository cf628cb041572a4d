// How citations are read. The text is split into tokens, and three passes repair them: digits that the document prints
// apart, article numbers with a hyphen, and lists that continue after brackets. Then the parser goes through the
// tokens. At each one it tries the forms of kCitationForms that may begin there, in the order of the table, and takes
// the first that succeeds. If none does, it moves on by one token, so the words between citations need no grammar. Each
// form is a function that reads by recursive descent and undoes what it read if it fails (Attempt). At the end,
// share_in_lists() completes citations from others in the same list.
//
// The table of forms is the documentation of the grammar. Its examples are run as tests.

#include "ingest/citation/citation.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ingest/citation/anchors.h"
#include "ingest/citation/brackets.h"
#include "ingest/citation/cited_number.h"
#include "ingest/citation/grammar.h"
#include "ingest/citation/instrument_phrase.h"
#include "ingest/citation/list_links.h"
#include "ingest/citation/pointing.h"
#include "ingest/citation/provision_item.h"
#include "ingest/citation/whole_names.h"

namespace treatygraph::ingest {
namespace {

using Read = std::optional<Citation>;

/// What a form may begin with, so that only a few forms are tried at each word.
enum class Begin { Mark, Pointing, Head, Capital, Preceding, Preambular, Ordinal, Any };

/// "this article", "the present Chapter", "those paragraphs"; not "the said article 5", which has its own number.
Read demonstrative(Reading& reading) {
  Attempt attempt(reading.cursor);
  const auto found = read_demonstrative(reading);
  if (!found || is_at_number(reading.cursor, *found->head) || reading.cursor.is(Token::Kind::Mark)) return std::nullopt;
  Citation citation;
  citation.base = found->base;
  citation.of_kind = found->head->kind;
  citation.is_kind_only = true;
  citation.count = found->head->is_plural ? kAllNeighbours : 1;
  reading.end_provision(citation);
  return attempt.keep(Read(std::move(citation)));
}

/// "the preceding paragraph", "the foregoing provisions".
Read neighbours(Reading& reading) {
  const auto found = read_neighbours(reading);
  if (!found) return std::nullopt;
  Citation citation;
  citation.base = found->base;
  citation.of_kind = found->kind;
  citation.count = found->count;
  citation.is_vague = found->is_vague;
  reading.end_provision(citation);
  return citation;
}

/// "the following articles of the GPA": not a citation, but the list that follows refers to the GPA. Only abbreviations
/// are read here: an instrument with a name is found by itself (read_whole_instrument).
Read announcement(Reading& reading) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  if (!cursor.accept(Say::The) || !cursor.accept(Say::Following)) return std::nullopt;
  if (!cursor.is(Say::Provisions) && citation_head(cursor.peek()) == nullptr) return std::nullopt;
  cursor.step();
  Citation citation;
  citation.is_context = true;
  const bool is_of =
      cursor.accept(Say::Of) && cursor.accept(Say::The) &&
      !instrument_at(reading.tokens, cursor.at(), InstrumentNouns::Citable, reading.names.words()).found();
  if (!is_of || !read_abbreviation(reading, citation, cursor.at() - 1, InstrumentNouns::Citable)) return std::nullopt;
  return attempt.keep(Read(std::move(citation)));
}

/// "the first paragraph of article 5", "the second and third paragraphs of this article". A subparagraph that is
/// identified by its position has no number, so the whole that contains it is cited. Without an anchor the words are no
/// citation: "in the first paragraph" may mean a letter or a report.
Read ordinals(Reading& reading) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  cursor.accept(Say::The);
  std::vector<std::string> numbers;
  do {
    auto number = ordinal_of(cursor.peek());
    if (number.empty()) break;
    cursor.step();
    numbers.push_back(std::move(number));
  } while (cursor.accept(Token::Kind::Comma) || cursor.accept_any({Say::And, Say::Or}));
  const auto* head = numbers.empty() ? nullptr : citation_head(cursor.peek());
  if (head == nullptr || head->is_common || !is_inside_unit(head->kind)) return std::nullopt;
  cursor.step();
  Citation citation;
  citation.base = Citation::Base::Here;
  for (auto& number : numbers) citation.provisions.push_back(provision_of({{head->kind, std::move(number)}}));
  read_anchors(reading, citation);
  if (!citation.is_anchored) return std::nullopt;
  if (head->kind == ProvisionKind::Point) {
    for (auto& provision : citation.provisions) provision.steps.pop_back();
    citation.is_kind_only = citation.provisions.front().steps.empty();
    if (citation.is_kind_only) citation.provisions.clear();
  }
  reading.end_provision(citation);
  read_instrument(reading, citation);
  return attempt.keep(Read(std::move(citation)));
}

/// "(i) above", "(a), (b) or (c) below": points without the word. "above" or "below" shows that the marks are cited and
/// do not begin a list.
Read marks_nearby(Reading& reading) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  Citation citation;
  citation.base = Citation::Base::Here;
  citation.of_kind = ProvisionKind::Paragraph;
  while (cursor.is(Token::Kind::Mark)) {
    citation.provisions.push_back(provision_of({{ProvisionKind::Point, std::string(cursor.peek()->text)}}));
    cursor.step();
    if (cursor.is(Say::To) && cursor.is(Token::Kind::Mark, 1)) {
      citation.provisions.back().range_end = std::string(cursor.peek(1)->text);
      cursor.step(2);
    }
    cursor.accept(Token::Kind::Comma);
    cursor.accept_any({Say::And, Say::Or});
  }
  if (!cursor.accept(Say::Nearby)) return std::nullopt;
  reading.end_provision(citation);
  return attempt.keep(Read(std::move(citation)));
}

/// "Articles 1 and 2 (except paragraph 2) of the Act": the words after the brackets belong to the list before them. If
/// the brackets contain citations, these are still to be read: the cursor goes back to the bracket, and `read_ahead`
/// makes the parser skip the words that were read here.
void read_after_brackets(Reading& reading, Citation& citation) {
  if (!citation.instrument.empty() || citation.of_this_treaty) return;
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const auto open = cursor.at();
  const auto end = after_bracket(reading.tokens, open);
  if (end == open) return;
  const bool cites = may_cite(reading.tokens, open, end);
  cursor.move_to(end);
  const std::size_t comma = cursor.is(Token::Kind::Comma) ? 1 : 0;
  const bool is_annexed = is_component(citation.provisions.front().steps.front().kind) && cursor.is(Say::To, comma);
  if (!is_annexed && !cursor.is(Say::Of, comma)) return;
  read_anchors(reading, citation);
  if (!cites) reading.end_provision(citation);
  read_instrument(reading, citation);
  if (cursor.at() == end) return;
  if (cites) reading.read_ahead = {end, cursor.at()};
  attempt.keep_if(!cites);
}

/// "article 7, paragraphs 4 and 5", "Annexes I and II": the most frequent form. If the words after the list do not name
/// an instrument, those before it may: "GATT 1994 Article XX".
Read listed(Reading& reading) {
  auto& cursor = reading.cursor;
  const auto first = cursor.at();
  Citation citation;
  citation.provisions = read_provisions(cursor);
  if (citation.provisions.empty()) return std::nullopt;
  const auto kind = citation.provisions.front().steps.front().kind;
  citation.base = is_inside_unit(kind) ? Citation::Base::Here : Citation::Base::Named;
  citation.of_kind = kind == ProvisionKind::Point ? ProvisionKind::Paragraph : ProvisionKind::Article;
  accept_sentence(cursor);
  if (kind == ProvisionKind::Recital) put_into(citation, {provision_of({{ProvisionKind::Preamble, {}}})});
  read_anchors(reading, citation);
  reading.end_provision(citation);
  read_instrument(reading, citation);
  read_after_brackets(reading, citation);
  const bool says_nothing = citation.instrument.empty() && !citation.of_this_treaty && !citation.is_anchored;
  if (says_nothing && first > 0) {
    citation.of_instrument_before |= reading.tokens[first - 1].says(Say::Its) && is_unit(kind);
    citation.instrument = instrument_before(reading, first);
  }
  return citation;
}

/// "the Annex", if the treaty has exactly one. The article must precede the cursor.
Read only_annex(Reading& reading) {
  auto& cursor = reading.cursor;
  const auto* head = citation_head(cursor.peek());
  const auto* before = cursor.before();
  const bool is_annex = head != nullptr && is_component(head->kind) && !head->is_plural && !head->is_common &&
                        cursor.peek()->is_capitalised() && before != nullptr && before->says(Say::The);
  if (!is_annex) return std::nullopt;
  cursor.step();
  Citation citation;
  citation.provisions.push_back(provision_of({{head->kind, {}}}, word_of(*head)));
  read_anchors(reading, citation);
  reading.end_provision(citation);
  read_instrument(reading, citation);
  return citation;
}

/// "preambular paragraph (b)", "preambular paragraphs 2 and 3".
Read preambular(Reading& reading) {
  reading.cursor.step();
  Citation citation;
  citation.provisions = read_provisions(reading.cursor);
  const bool is_part = !citation.provisions.empty() && is_inside_unit(citation.provisions.front().steps.front().kind);
  if (!is_part) return std::nullopt;
  for (auto& provision : citation.provisions) provision.steps.front().kind = ProvisionKind::Recital;
  put_into(citation, {provision_of({{ProvisionKind::Preamble, {}}})});
  reading.end_provision(citation);
  read_instrument(reading, citation);
  return citation;
}

/// One row of the table: the documented production and the function that reads it.
struct CitationForm {
  Production production;
  Begin begin{};
  Read (*read)(Reading&) = nullptr;
};

/// In order of precedence.
constexpr std::array kCitationForms = {
    CitationForm{{"marks nearby",
                  "\"(\" mark \")\" { link mark } ( \"above\" | \"below\" )",
                  {{{"the reasons in (a), (b) or (c) above", "point_a point_b point_c"}}}},
                 Begin::Mark,
                 marks_nearby},
    CitationForm{
        {"this whole",
         R"(( "this" | "the present" | "that" | "the said" ) kind)",
         {{{"this article", "this article"}, {"the present Chapter", "this chapter"}, {"this part of the sea", ""}}}},
        Begin::Pointing,
        demonstrative},
    CitationForm{{"neighbours",
                  R"([ "the" ] [ count ] ( "preceding" | "following" ) kind)",
                  {{{"the two preceding articles", "preceding article 2"},
                    {"the two preceding paragraphs of Article 5", "art_5"},
                    {"the following articles of the Act on Water", ""}}}},
                 Begin::Pointing,
                 neighbours},
    CitationForm{{"announcement",
                  R"("the following" kind "of the" ABBREVIATION)",
                  {{{"the following articles of the GPA", " [the GPA]"}}}},
                 Begin::Pointing,
                 announcement},
    CitationForm{{"ordinals",
                  "[ \"the\" ] ordinal { link ordinal } kind anchor",
                  {{{"the first subparagraph of this paragraph", "this paragraph"},
                    {"the second and third paragraphs of article 5", "art_5__para_2 art_5__para_3"},
                    {"in the second paragraph", ""}}}},
                 Begin::Pointing,
                 ordinals},
    CitationForm{{"annex by its name", "name [ \",\" unit ]", {}}, Begin::Any, read_whole_part},
    CitationForm{{"list",
                  "unit { anchor } [ instrument ] [ \"(\" aside \")\" { anchor } [ instrument ] ]",
                  {{{"articles 31, paragraph 1, and 54, paragraph 1 (a)", "art_31__para_1 art_54__para_1__point_a"},
                    {"Articles 1 and 2 (except paragraph 2) of the Act on Water",
                     "art_1 art_2 [the Act on Water]; art_2__para_2 [the Act on Water]"},
                    {"GATT 1994 Article XX", "art_XX [GATT 1994]"},
                    {"recitals (2), (3) and (5)", "preamble__recital_2 preamble__recital_3 preamble__recital_5"}}}},
                 Begin::Head,
                 listed},
    CitationForm{{"the only annex", "\"the Annex\" { anchor } [ instrument ]", {{{"set out in the Annex", "annex"}}}},
                 Begin::Head,
                 only_annex},
    CitationForm{{"instrument as a whole",
                  R"("the" [ year ] name [ "," unit ])",
                  {{{"under the Vienna Convention on the Law of Treaties and others",
                     " [Vienna Convention on the Law of Treaties]"},
                    {"The Grand Charter of Lakes, Article 2, applies", "art_2 [Grand Charter of Lakes]"}}}},
                 Begin::Capital,
                 read_whole_instrument},
    CitationForm{{"neighbours without an article",
                  "\"preceding\" kind",
                  {{{"under preceding paragraphs", "preceding paragraph 1000"}}}},
                 Begin::Preceding,
                 neighbours},
    CitationForm{{"paragraphs of the preamble",
                  "\"preambular\" unit",
                  {{{"preambular paragraphs 2 and 3", "preamble__recital_2 preamble__recital_3"}}}},
                 Begin::Preambular,
                 preambular},
    CitationForm{{"ordinals without an article",
                  "ordinal { link ordinal } kind anchor",
                  {{{"under second paragraph of article 5", "art_5__para_2"}}}},
                 Begin::Ordinal,
                 ordinals}};

/// Applies the forms to the tokens of one piece of text.
class CitationReader {
 public:
  CitationReader(const std::vector<Token>& tokens, const InstrumentNames& names) : reading_(tokens, names) {}

  std::vector<Citation> read() {
    auto& cursor = reading_.cursor;
    while (!cursor.at_end()) {
      // The words after a bracket have been read with the list before it.
      if (cursor.at() == reading_.read_ahead.first) cursor.move_to(reading_.read_ahead.last);
      if (cursor.at_end()) break;
      reading_.begins_at = cursor.at();
      if (auto citation = citation_here()) {
        add(std::move(*citation));
      } else {
        cursor.move_to(reading_.begins_at + 1);
      }
    }
    share_in_lists(reading_.tokens, reading_.places, reading_.citations);
    return std::move(reading_.citations);
  }

 private:
  /// Each word begins citations of one kind only. A capitalised word is read as the name of an instrument only if
  /// nothing else begins with it.
  Read citation_here() {
    const auto at = reading_.cursor.at();
    const auto& token = *reading_.cursor.peek();
    if (token.kind == Token::Kind::Mark) return read_first(at, Begin::Mark);
    if (token.kind != Token::Kind::Word) return std::nullopt;
    if (token.says(Say::This) || token.says(Say::That) || token.says(Say::The) || token.says(Say::All))
      return read_first(at, Begin::Pointing);
    if (auto citation = read_first(at, Begin::Any)) return citation;
    if (citation_head(&token) != nullptr) {
      if (auto citation = read_first(at, Begin::Head)) return citation;
    }
    if (token.is_capitalised()) return read_first(at, Begin::Capital);
    if (token.says(Say::Preceding)) return read_first(at, Begin::Preceding);
    if (token.says(Say::Preambular)) return read_first(at, Begin::Preambular);
    return ordinal_of(&token).empty() ? std::nullopt : read_first(at, Begin::Ordinal);
  }

  /// The first form with this beginning that can be read at `at`.
  Read read_first(std::size_t at, Begin begin) {
    for (const auto& form : kCitationForms) {
      if (form.begin != begin) continue;
      if (auto citation = form.read(reading_)) return citation;
      reading_.cursor.move_to(at);
    }
    return std::nullopt;
  }

  /// Adds a citation with its place in the text and in the tokens.
  void add(Citation citation) {
    const auto& tokens = reading_.tokens;
    auto begin = reading_.begins_at;
    while (tokens[begin].is_implied() && begin + 1 < reading_.cursor.at()) ++begin;  // the "le" of "du présent article"
    citation.start = tokens[begin].start;
    if (citation.provision_start == 0) citation.provision_start = citation.start;
    citation.end = tokens[reading_.cursor.at() - 1].end;
    reading_.places.push_back({reading_.begins_at, reading_.cursor.at()});
    reading_.citations.push_back(std::move(citation));
  }

  Reading reading_;
};

}  // namespace

/// The order matters: numbers are joined before brackets are examined, because a repeated head is put before a number.
std::vector<Citation> find_citations(std::string_view text, std::size_t first, std::size_t last,
                                     const InstrumentNames& names) {
  auto tokens = citation_tokens(text, first, last, names.words());
  if (names.highest_split_number() > 0) join_split_numbers(text, names.highest_split_number(), tokens);
  if (!names.hyphenated_numbers().empty()) join_hyphenated_numbers(text, names.hyphenated_numbers(), tokens);
  drop_brackets_of_numbers(tokens);
  repeat_heads_after_brackets(tokens);
  return CitationReader(tokens, names).read();
}

std::vector<Production> citation_grammar() {
  std::vector<Production> all;
  for (const auto& form : kCitationForms) all.push_back(form.production);
  for (const auto& table : {list_productions(), item_productions(), open_end_productions(), anchor_productions(),
                            instrument_productions(), sharing_productions()}) {
    all.insert(all.end(), table.begin(), table.end());
  }
  return all;
}

}  // namespace treatygraph::ingest
