// An item is a number or mark, and after it the endings of kItemEnds, each of which is tried once, in the order of the
// table. An ending adds a step ("XX:1" has paragraph 1), completes the number ("1 B" is annex 1B), or does nothing.
//
// A letter without brackets is the hard case: "paragraph 1 a" may be point (a) or the article of the next word. The
// word after it decides (may_follow_letter).

#include "ingest/citation/provision_item.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/citation/cited_number.h"

namespace treatygraph::ingest {
namespace {

bool is_capital_letter(const Token* token) {
  return token != nullptr && token->text.size() == 1 && token->text[0] >= 'A' && token->text[0] <= 'Z';
}

/// "II-2/" of "regulation II-2/1", as in conventions whose regulations are numbered by chapter.
void read_chapter(TokenCursor& cursor, CitedProvision& provision) {
  if (!is_in_chapter(cursor)) return;
  provision.steps.push_back({ProvisionKind::Chapter, std::string(cursor.peek()->text)});
  cursor.step(2);
}

/// "Chapter Twenty One", "artículo vigésimo primero": adds the units, which are a separate word, to the tens.
std::string with_units(TokenCursor& cursor, const Token& tens, std::string number) {
  constexpr int kTen = 10;
  const auto* units = cursor.peek();
  const int ones = units == nullptr ? 0 : units->number_in_words();
  const bool are_ordinals = ones > 0 && units->known->ordinal > 0 && tens.known != nullptr && tens.known->ordinal > 0;
  const bool is_first_ten = tens.number_in_words() == kTen && !are_ordinals;
  const bool are_tens = tens.number_in_words() > 0 && tens.number_in_words() % kTen == 0 && !is_first_ten;
  if (!are_tens || ones == 0 || ones >= kTen || (!units->is_capitalised() && !are_ordinals)) return number;
  cursor.step();
  return std::to_string(tens.number_in_words() + ones);
}

/// "paragraph 1.a" is point (a) of paragraph 1, and "subparagraph 1.a" too.
void add_number(ProvisionKind kind, std::string number, CitedProvision& provision) {
  const auto dot = number.find('.');
  std::string letter;
  if (dot != std::string::npos) {
    letter = number.substr(dot + 1);
    number.resize(dot);
  }
  const bool numbers_paragraph = kind == ProvisionKind::Point && !letter.empty();
  provision.steps.push_back({numbers_paragraph ? ProvisionKind::Paragraph : kind, std::move(number)});
  if (!letter.empty()) provision.steps.push_back({ProvisionKind::Point, std::move(letter)});
}

/// "sub-paragraph a. of this article": steps over the full stop of a letter if the sentence continues after it.
void accept_stop_after_letter(TokenCursor& cursor) {
  const auto* next = cursor.peek(1);
  const bool goes_on = next != nullptr && (next->kind == Token::Kind::Comma ||
                                           (next->kind == Token::Kind::Word && may_follow_letter(next)));
  if (goes_on) cursor.accept_sign(".");
}

// What may follow the number, each with its meaning.

/// "Article XX:1", without spaces.
void paragraph_after_colon(TokenCursor& cursor, const CitationHead& /*head*/, CitedProvision& provision) {
  const auto* number = cursor.peek(1);
  const bool is_pair = cursor.is_sign(":") && number != nullptr && number->kind == Token::Kind::Number &&
                       number->start == cursor.peek()->end && is_unit(provision.steps.back().kind);
  if (!is_pair) return;
  provision.steps.push_back({ProvisionKind::Paragraph, in_eid(number->text)});
  cursor.step(2);
}
constexpr Production kColon{"paragraph after a colon", "number \":\" number", {{{"Article XX:1", "art_XX__para_1"}}}};

/// "Article 1, A (2)": the letter is cited only if a mark follows; in "Article 5 A. Costs" a heading begins.
void lettered_section(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  const std::size_t at = cursor.is(Token::Kind::Comma) ? 1 : 0;
  const auto* letter = cursor.peek(at);
  const bool is_section = head.kind == ProvisionKind::Article && is_capital_letter(letter) &&
                          letter->kind == Token::Kind::Word && cursor.is(Token::Kind::Mark, at + 1) &&
                          cursor.peek(at + 1)->text.size() <= 2;
  if (!is_section) return;
  provision.steps.push_back({ProvisionKind::Point, std::string(letter->text)});
  cursor.step(at + 1);
}
constexpr Production kLetteredSection{
    "section of an article that is called by a letter",
    "article number [ \",\" ] letter mark",
    {{{"Article 1, A (2)", "art_1__point_A__point_2"}, {"Article 5 A. Costs", "art_5"}}}};

/// "Part IV (A)": the letter belongs to the number of a division, while in an article it would be a point.
void letter_in_brackets(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  const bool is_name = gathers_units(head.kind) && cursor.is(Token::Kind::Mark) && is_capital_letter(cursor.peek()) &&
                       !provision.steps.empty();
  if (!is_name) return;
  provision.steps.back().num += "-" + std::string(cursor.peek()->text);
  cursor.step();
}
constexpr Production kLetterInBrackets{"division with a letter in its name",
                                       "division number \"(\" letter \")\"",
                                       {{{"Part IV (A) of this Convention", "part_IV-A !"}}}};

/// Marks are parts of articles and smaller units, and of sections, but not of other divisions.
void marks(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  if (!is_division(head.kind) || head.kind == ProvisionKind::Section) read_marks(cursor, provision);
}
constexpr Production kMarks{"marks",
                            "number { \"(\" mark \")\" | letter }",
                            {{{"article 23, paragraph 1 (b) (ii)", "art_23__para_1__point_b__point_ii"},
                              {"paragraph 1 a.ii of this article", "para_1__point_a__point_ii"},
                              {"Article 24(2)", "art_24__para_2"}}}};

/// "Annex 1 B", unless the next word shows that "A" is an article: "Annex 1 A Party".
void letter_apart(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  const auto* letter = cursor.peek();
  const bool is_letter = is_component(head.kind) && is_capital_letter(letter) && letter->kind == Token::Kind::Word &&
                         is_digit(provision.steps.back().num.back());
  if (!is_letter || !may_follow_letter(cursor.peek(1))) return;
  provision.steps.back().num += letter->text;
  cursor.step();
}
constexpr Production kLetterApart{
    "annex with a letter apart", "annex number letter", {{{"Annex 1 B", "annex_1B"}, {"Annex 1 A Party", "annex_1"}}}};

/// "Annex EM I": a code of two letters that is no numeral itself.
void roman_after_code(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  const auto& code = provision.steps.back().num;
  const bool is_code = head.kind == ProvisionKind::Annex && code.size() == 2 && std::ranges::all_of(code, is_upper) &&
                       !roman_value(code);
  const auto* roman = cursor.peek();
  const bool is_roman = roman != nullptr && roman->kind == Token::Kind::Word && roman_value(roman->text) &&
                        std::ranges::all_of(roman->text, is_upper);
  if (!is_code || !is_roman) return;
  provision.steps.back().num += "-" + std::string(roman->text);
  cursor.step();
}
constexpr Production kRomanAfterCode{"annex called by letters and a Roman numeral",
                                     "annex letters roman",
                                     {{{"Annexes EM I, EQ I and W", "annex_EM-I annex_EQ-I annex_W"},
                                       {"Annex TRM or Annex ORIG-2", "annex_TRM; annex_ORIG-2"}}}};

/// One row of the table: the documented production and the function that reads it.
struct ItemEnd {
  Production production;
  void (*read)(TokenCursor&, const CitationHead&, CitedProvision&) = nullptr;
};
constexpr std::array kItemEnds = {ItemEnd{kColon, paragraph_after_colon},
                                  ItemEnd{kLetteredSection, lettered_section},
                                  ItemEnd{kLetterInBrackets, letter_in_brackets},
                                  ItemEnd{kMarks, marks},
                                  ItemEnd{kLetterApart, letter_apart},
                                  ItemEnd{kRomanAfterCode, roman_after_code}};

/// The title in brackets at the cursor, which is not consumed; empty if there is none.
std::string title_here(const TokenCursor& cursor) {
  const auto last = title_end(cursor);
  std::string title;
  for (auto i = cursor.at() + 1; i + 1 < last; ++i) {
    const auto& token = cursor.tokens()[i];
    const bool is_tight = title.empty() || token.start == cursor.tokens()[i - 1].end;
    title += (is_tight ? "" : " ") + std::string(token.text);
  }
  return title;
}

/// "bis" after a numeral of letters: "V bis". After digits it is part of the number's token.
std::string inserted_after(TokenCursor& cursor) {
  constexpr std::array<std::string_view, 7> kLatin = {"bis",    "ter",     "quater", "quinquies",
                                                      "sexies", "septies", "octies"};
  const auto* token = cursor.peek();
  const bool is_insertion = token != nullptr && std::ranges::find(kLatin, token->text) != kLatin.end();
  if (!is_insertion) return {};
  cursor.step();
  return std::string(token->text);
}

/// The number at the cursor, with the words that complete it, as one or two steps.
bool read_number(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  const auto* token = cursor.peek();
  const auto number = number_of(token, head);
  const bool is_letter = number && token->kind == Token::Kind::Word && head.kind == ProvisionKind::Paragraph &&
                         token->text == "i";  // "paragraph i" names a letter, "paragraph I" a numeral
  if (!number || is_letter) return false;
  cursor.step();
  add_number(head.kind, with_units(cursor, *token, *number), provision);
  if (token->kind == Token::Kind::Word && roman_value(token->text))
    provision.steps.back().num += inserted_after(cursor);
  if (provision.steps.size() > 1) accept_stop_after_letter(cursor);
  return true;
}

/// "point (a)", "paragraph (2)", "Section (a)"; "Sections (a) and (b)", but not "Sections (1) and (2)".
bool may_have_mark_first(const TokenCursor& cursor, const CitationHead& head) {
  if (head.kind != ProvisionKind::Section) return is_inside_unit(head.kind) || head.kind == ProvisionKind::Recital;
  return !head.is_plural || (cursor.is(Token::Kind::Mark) && !is_digit(cursor.peek()->text[0]));
}

}  // namespace

/// A mark, if the kind may be cited by one and one is there; otherwise a number; otherwise, for the same kinds, a
/// letter without brackets.
bool read_item(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  if (is_small_unit(head)) read_chapter(cursor, provision);
  const bool may_have_mark = may_have_mark_first(cursor, head);
  if (may_have_mark && cursor.is(Token::Kind::Mark)) {
    take_mark(cursor, head.kind, provision);
  } else if (!read_number(cursor, head, provision) && (!may_have_mark || !read_bare_mark(cursor, provision))) {
    return false;
  }
  for (const auto& end : kItemEnds) end.read(cursor, head, provision);
  if (is_component(head.kind)) provision.word = word_of(head);
  provision.title = title_here(cursor);
  return true;
}

/// The B of "(a) (i) B", if the sentence continues after it. An "I" is not taken.
bool read_capital_mark(TokenCursor& cursor, CitedProvision& provision) {
  const auto& last = provision.steps.back();
  const bool is_below_roman = last.kind == ProvisionKind::Point && is_roman_mark(last.num) && !is_digit(last.num[0]);
  const auto* token = cursor.peek();
  const bool is_mark =
      is_below_roman && is_capital_letter(token) && token->kind == Token::Kind::Word && token->text != "I";
  if (!is_mark || !may_follow_letter(cursor.peek(1))) return false;
  provision.steps.push_back({ProvisionKind::Point, std::string(token->text)});
  cursor.step();
  return true;
}

/// What a mark means depends on what is before it: digits directly after an article number a paragraph, letters a
/// point.
void take_mark(TokenCursor& cursor, ProvisionKind kind, CitedProvision& provision) {
  const auto label = std::string(cursor.peek()->text);
  // Printed "a." and cited "(a)" are compared later, see Resolver::is_printed_so().
  if (provision.steps.empty()) provision.in_brackets = true;
  cursor.step();
  const bool below_article = !provision.steps.empty() && is_unit(provision.steps.back().kind);
  const bool numbers_paragraph =
      is_digit(label[0]) && (below_article || (provision.steps.empty() && kind == ProvisionKind::Paragraph));
  const bool numbers_recital = provision.steps.empty() && kind == ProvisionKind::Recital;
  provision.steps.push_back({numbers_recital     ? ProvisionKind::Recital
                             : numbers_paragraph ? ProvisionKind::Paragraph
                                                 : ProvisionKind::Point,
                             label});
}

void read_marks(TokenCursor& cursor, CitedProvision& provision) {
  while (true) {
    if (cursor.is(Token::Kind::Mark)) {
      take_mark(cursor, ProvisionKind::Point, provision);
    } else if (is_unit(provision.steps.back().kind) ||
               (!read_bare_mark(cursor, provision) && !read_capital_mark(cursor, provision))) {
      return;
    }
  }
}

bool read_bare_mark(TokenCursor& cursor, CitedProvision& provision) {
  Attempt attempt(cursor);
  const auto* next = cursor.peek(1);
  if (next != nullptr && cursor.is_sign(".") && next->start == cursor.peek()->end) cursor.step();  // the stop of "a.ii"
  const auto* token = cursor.peek();
  const bool is_small =
      token != nullptr && token->kind == Token::Kind::Word && std::ranges::all_of(token->text, is_lower);
  const bool is_word = token != nullptr && (token->says(Say::And) || token->says(Say::Or) || token->says(Say::Range));
  const bool is_label = is_small && !is_word && (token->text.size() == 1 || is_roman_mark(token->text));
  if (!is_label || !may_follow_letter(cursor.peek(1))) return false;
  provision.steps.push_back({ProvisionKind::Point, std::string(token->text)});
  cursor.step();
  accept_stop_after_letter(cursor);
  return attempt.keep(true);
}

/// Any sign and the end of the text show that a letter was not the article of a noun.
bool may_follow_letter(const Token* token) {
  return token == nullptr || token->kind != Token::Kind::Word || token->says(Say::AfterLetter);
}

/// The chapter is a Roman numeral, perhaps with a part: "II-2".
bool is_in_chapter(const TokenCursor& cursor) {
  const auto* chapter = cursor.peek();
  if (chapter == nullptr || !cursor.is_sign("/", 1) || !cursor.is(Token::Kind::Number, 2)) return false;
  const auto roman = chapter->text.substr(0, chapter->text.find('-'));
  return chapter->kind == Token::Kind::Word && roman_value(roman) && is_annex_name(chapter->text);
}

bool is_small_unit(const CitationHead& head) {
  return head.kind == ProvisionKind::Rule || head.kind == ProvisionKind::Regulation;
}

/// A title begins with a capital, directly after the bracket.
std::size_t title_end(const TokenCursor& cursor) {
  // In tokens, with the brackets.
  constexpr std::size_t kLongest = 24;
  const auto* first = cursor.peek(1);
  if (!cursor.is_sign("(") || first == nullptr || !first->is_capitalised()) return cursor.at();
  for (std::size_t ahead = 2; ahead < kLongest && cursor.peek(ahead) != nullptr; ++ahead) {
    if (cursor.is_sign(")", ahead)) return cursor.at() + ahead + 1;
  }
  return cursor.at();
}

std::vector<Production> item_productions() {
  std::vector<Production> all;
  for (const auto& end : kItemEnds) all.push_back(end.production);
  return all;
}

}  // namespace treatygraph::ingest
