#include "ingest/citation/provision_list.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "ingest/citation/brackets.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNowhere = std::string_view::npos;

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// "3.12" is "3-12" in an eId; the full stop of "1.a" belongs to a point and stays.
std::string in_eid(std::string_view number) {
  std::string num;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] == ' ') continue;
    const bool between_digits = number[i] == '.' && i + 1 < number.size() && is_digit(number[i + 1]);
    num += between_digits ? '-' : number[i];
  }
  return num;
}

/// "XIII.12".
bool is_roman_and_digits(std::string_view text) {
  return text.find('.') != kNowhere && is_digit(text.back());
}

bool is_upper_or_digit(char c) {
  return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-';
}

/// "A", "IA", "II-A", "B-3": how annexes are called; "II-1": how chapters are.
bool is_annex_name(std::string_view text) {
  constexpr std::size_t kLongest = 6;
  if (text.size() > kLongest || !std::ranges::all_of(text, is_upper_or_digit)) return false;
  const auto first = text.substr(0, text.find('-'));
  const bool is_letter_or_roman =
      first.size() == 1 || roman_value(first) || roman_value(first.substr(0, first.size() - 1));
  return is_letter_or_roman && first.size() <= 4;
}

std::optional<std::string> number_in_words(const Token& token, const CitationHead& head) {
  const bool takes_words = head.kind != ProvisionKind::Point && (!head.is_common || token.is_capitalised());
  const auto value = takes_words ? word_value(token.text) : std::nullopt;
  return value ? std::optional(std::to_string(*value)) : std::nullopt;
}

/// What the token says as a number of that kind.
std::optional<std::string> number_of(const Token* token, const CitationHead& head) {
  if (token == nullptr) return std::nullopt;
  if (token->kind == Token::Kind::Number) return in_eid(token->text);
  if (token->kind != Token::Kind::Word || head.kind == ProvisionKind::Point) return std::nullopt;
  const bool is_paragraph = head.kind == ProvisionKind::Paragraph;
  const bool is_misread_one = token->text == "l" || (is_paragraph && token->text == "I");
  if (is_misread_one && (!is_division(head.kind) || head.kind == ProvisionKind::Section)) return "1";
  const bool is_upper = std::ranges::all_of(token->text, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (is_upper && roman_value(token->text)) return std::string(token->text);
  if (is_unit(head.kind) && is_roman_and_digits(token->text)) return in_eid(token->text);
  const bool is_letter = is_upper && token->text.size() == 1;
  if (is_division(head.kind) && is_letter) return std::string(token->text);
  const bool is_name = is_component(head.kind) || (is_division(head.kind) && token->text.find('-') != kNowhere);
  if (is_name && is_annex_name(token->text)) return std::string(token->text);
  return number_in_words(*token, head);
}

bool is_roman_mark(std::string_view label) {
  return label.find_first_not_of("ivxIVX") == kNowhere;
}

/// Whether both labels may stand in one list: "i" and "iv", "a" and "c", "1" and "2".
bool is_same_style(std::string_view label, std::string_view other) {
  const bool digits = is_digit(label[0]);
  if (digits || is_digit(other[0])) return digits && is_digit(other[0]);
  return is_roman_mark(label) == is_roman_mark(other) ||
         (label.size() == 1 && other.size() == 1 && !is_roman_mark(label));
}

/// Whether a unit of the inner kind may stand in one of the outer: "Annex III, article 4".
bool is_inside(ProvisionKind inner, const CitationHead& outer) {
  if (is_component(outer.kind)) return !is_component(inner);
  const bool is_section = inner == ProvisionKind::Section || inner == ProvisionKind::Subsection;
  if (is_section && is_unit(outer.kind)) return true;  // "Article IV, Section 1"
  if (inner == ProvisionKind::Title)
    return outer.kind == ProvisionKind::Part || outer.kind == ProvisionKind::Chapter ||
           outer.kind == ProvisionKind::Section;
  return level_of(inner) > level_of(outer.kind);
}

/// Small words that may follow a letter that stands without brackets: "paragraph 1 a of this article".
bool may_follow_letter(const Token* token) {
  if (token == nullptr || token->kind != Token::Kind::Word) return true;
  for (const auto word : {"of", "and", "or", "to", "through", "above", "below", "in"}) {
    if (token->is(word)) return true;
  }
  return false;
}

/// "rule 20.1", "regulation 14 of Annex I": small letters will do where a number follows.
bool is_small_unit(const CitationHead& head) {
  return head.kind == ProvisionKind::Rule || head.kind == ProvisionKind::Regulation;
}

/// "Clause 4" is what some treaties call an article; "clause (b)" is a point. "Subsections B and C" are divisions;
/// "subsection (b)" is a point.
const CitationHead* told_by_number(const CitationHead* head, const Token* word, const Token* number) {
  static constexpr CitationHead kClause{"clause", ProvisionKind::Clause};
  static constexpr CitationHead kClauses{"clauses", ProvisionKind::Clause, true};
  static constexpr CitationHead kPoint{"subsection", ProvisionKind::Point, false, true};
  static constexpr CitationHead kPoints{"subsections", ProvisionKind::Point, true, true};
  if (head == nullptr || number == nullptr) return head;
  if (head->kind == ProvisionKind::Subsection && number->kind == Token::Kind::Mark)
    return head->is_plural ? &kPoints : &kPoint;
  const bool is_numbered = number->kind == Token::Kind::Number && word->is_capitalised();
  if (!head->word.starts_with("clause") || !is_numbered) return head;
  return head->is_plural ? &kClauses : &kClause;
}

class ProvisionReader {
 public:
  ProvisionReader(TokenCursor& cursor, std::optional<ProvisionKind> coarser_than)
      : cursor_(cursor), coarser_than_(coarser_than), begins_at_(cursor.at()) {}

  /// `outer` is the head that this unit stands in: "paragraphs" of "article 7, paragraphs 4 and 5".
  bool unit(const CitationHead* outer, CitedProvisions& provisions) {
    const auto from = cursor_.at();
    const auto* head = told_by_number(citation_head(cursor_.peek()), cursor_.peek(), cursor_.peek(1));
    if (head == nullptr || (outer != nullptr && !is_inside(head->kind, *outer))) return false;
    if (outer != nullptr && is_too_fine(head->kind, outer->kind)) return false;
    cursor_.step();
    accept_abbreviation(*head);
    CitedProvision first;
    if (!may_be_head(*head, from) || !item(*head, first)) {
      cursor_.rewind(from);
      return false;
    }
    provisions.push_back(std::move(first));
    list(*head, outer, provisions);
    return true;
  }

 private:
  [[nodiscard]] bool is_too_fine(ProvisionKind inner, ProvisionKind outer) const {
    return coarser_than_ && level_of(outer) < level_of(*coarser_than_) && level_of(inner) >= level_of(*coarser_than_);
  }

  /// "Part II", "regulation 3" and "item (a)", not "part 2" and "items 3 and 4".
  [[nodiscard]] bool may_be_head(const CitationHead& head, std::size_t at) const {
    if (!head.is_common) return true;
    if (is_small_unit(head)) {  // not "regulations8", whose 8 is a note's
      const auto* number = cursor_.peek();
      const bool is_number = cursor_.is(Token::Kind::Number) && !is_number_of_act();
      return (is_number || is_in_chapter()) && number->start > cursor_.tokens()[at].end;
    }
    if (head.kind == ProvisionKind::Point) return !cursor_.is(Token::Kind::Number);
    const bool is_note = is_unit(head.kind) && cursor_.is(Token::Kind::Number) &&
                         cursor_.peek()->start == cursor_.tokens()[at].end;  // "Standards15"
    if (is_note) return false;
    return cursor_.tokens()[at].is_capitalised();
  }

  /// "Regulation 1408/71" is an act of the Communities.
  [[nodiscard]] bool is_number_of_act() const { return cursor_.peek(1) != nullptr && cursor_.peek(1)->text == "/"; }

  /// "regulation II-2/1": the chapter's number stands before the regulation's own.
  [[nodiscard]] bool is_in_chapter() const {
    const auto* chapter = cursor_.peek();
    const auto* slash = cursor_.peek(1);
    if (chapter == nullptr || slash == nullptr || slash->text != "/" || !cursor_.is(Token::Kind::Number, 2))
      return false;
    const auto roman = chapter->text.substr(0, chapter->text.find('-'));
    return chapter->kind == Token::Kind::Word && roman_value(roman) && is_annex_name(chapter->text);
  }

  void add_chapter(CitedProvision& provision) {
    if (!is_in_chapter()) return;
    provision.steps.push_back({ProvisionKind::Chapter, std::string(cursor_.peek()->text)});
    cursor_.rewind(cursor_.at() + 2);
  }

  // Items

  bool item(const CitationHead& head, CitedProvision& provision) {
    if (is_small_unit(head)) add_chapter(provision);
    const auto* token = cursor_.peek();
    const bool may_have_mark = head.kind == ProvisionKind::Point || head.kind == ProvisionKind::Paragraph ||
                               (head.kind == ProvisionKind::Section && !head.is_plural);
    if (may_have_mark && token != nullptr && token->kind == Token::Kind::Mark) {
      take_mark(provision, head.kind);
    } else if (const auto number = number_of(token, head);
               number && !(token->kind == Token::Kind::Word && is_letter_of_list(head))) {
      cursor_.step();
      add_number(head.kind, with_units(*token, *number), provision);
      if (provision.steps.size() > 1) accept_stop_after_letter();
      add_paragraph_after_colon(provision);
    } else if (!may_have_mark || !bare_mark(provision)) {
      return false;
    }
    if (head.kind == ProvisionKind::Article) add_lettered_section(provision);
    if (gathers_units(head.kind)) add_letter_in_brackets(provision);
    if (!is_division(head.kind) || head.kind == ProvisionKind::Section) add_marks(provision);
    if (is_component(head.kind)) add_letter_apart(provision);
    provision.word = word_of(head);
    provision.title = title_here();
    return true;
  }

  /// "Chapter Twenty One": the tens are a word of their own.
  std::string with_units(const Token& tens, std::string number) {
    const auto* units = cursor_.peek();
    const bool may_be = tens.kind == Token::Kind::Word && units != nullptr && units->is_capitalised();
    const auto both = may_be ? word_value(std::string(tens.text) + " " + std::string(units->text)) : std::nullopt;
    if (!both) return number;
    cursor_.step();
    return std::to_string(*both);
  }

  /// What stands in brackets at the cursor, without taking it.
  [[nodiscard]] std::string title_here() const {
    const auto last = title_end();
    std::string title;
    for (auto i = cursor_.at() + 1; i + 1 < last; ++i) {
      const auto& token = cursor_.tokens()[i];
      const bool is_tight = title.empty() || token.start == cursor_.tokens()[i - 1].end;
      title += (is_tight ? "" : " ") + std::string(token.text);
    }
    return title;
  }

  /// "Part IV (A)" is called so.
  void add_letter_in_brackets(CitedProvision& provision) {
    const auto* letter = cursor_.peek();
    const bool is_name = cursor_.is(Token::Kind::Mark) && letter->text.size() == 1 && letter->text[0] >= 'A' &&
                         letter->text[0] <= 'Z' && !provision.steps.empty();
    if (!is_name) return;
    provision.steps.back().num += "-" + std::string(letter->text);
    cursor_.step();
  }

  /// "Annex 1 B".
  void add_letter_apart(CitedProvision& provision) {
    const auto* letter = cursor_.peek();
    const bool is_letter = letter != nullptr && letter->kind == Token::Kind::Word && letter->text.size() == 1 &&
                           letter->is_capitalised() && is_digit(provision.steps.back().num.back());
    const auto* next = cursor_.peek(1);
    const bool ends = next == nullptr || next->kind != Token::Kind::Word || may_follow_letter(next);
    if (!is_letter || !ends) return;
    provision.steps.back().num += letter->text;
    cursor_.step();
  }

  /// "Article 1, A (2)" and "Article 6 B (3)": articles that have sections called by a letter.
  void add_lettered_section(CitedProvision& provision) {
    const std::size_t at = cursor_.is(Token::Kind::Comma) ? 1 : 0;
    const auto* letter = cursor_.peek(at);
    const bool is_section = letter != nullptr && letter->kind == Token::Kind::Word && letter->text.size() == 1 &&
                            letter->is_capitalised() && cursor_.is(Token::Kind::Mark, at + 1) &&
                            cursor_.peek(at + 1)->text.size() <= 2;
    if (!is_section) return;
    provision.steps.push_back({ProvisionKind::Point, std::string(letter->text)});
    cursor_.rewind(cursor_.at() + at + 1);
  }

  /// "paragraph I": a numeral; "paragraph i": a letter, which bare_mark takes.
  [[nodiscard]] bool is_letter_of_list(const CitationHead& head) const {
    return head.kind == ProvisionKind::Paragraph && cursor_.peek()->text == "i";
  }

  static void add_number(ProvisionKind kind, std::string number, CitedProvision& provision) {
    const auto dot = number.find('.');
    std::string letter;
    if (dot != std::string::npos) {  // "paragraph 1.a"
      letter = number.substr(dot + 1);
      number.resize(dot);
    }
    const bool numbers_paragraph = kind == ProvisionKind::Point && !letter.empty();
    provision.steps.push_back({numbers_paragraph ? ProvisionKind::Paragraph : kind, std::move(number)});
    if (!letter.empty()) provision.steps.push_back({ProvisionKind::Point, std::move(letter)});
  }

  /// "Article XX:1".
  void add_paragraph_after_colon(CitedProvision& provision) {
    const auto* colon = cursor_.peek();
    const auto* number = cursor_.peek(1);
    const bool is_pair = colon != nullptr && colon->text == ":" && number != nullptr &&
                         number->kind == Token::Kind::Number && number->start == colon->end &&
                         is_unit(provision.steps.back().kind);
    if (!is_pair) return;
    cursor_.step();
    cursor_.step();
    provision.steps.push_back({ProvisionKind::Paragraph, in_eid(number->text)});
  }

  void take_mark(CitedProvision& provision, ProvisionKind kind) {
    const auto label = std::string(cursor_.peek()->text);
    if (provision.steps.empty()) provision.in_brackets = true;
    cursor_.step();
    const bool is_number = is_digit(label[0]);
    const bool below_article = !provision.steps.empty() && is_unit(provision.steps.back().kind);
    const bool numbers_paragraph =
        is_number && (below_article || (provision.steps.empty() && kind == ProvisionKind::Paragraph));
    provision.steps.push_back({numbers_paragraph ? ProvisionKind::Paragraph : ProvisionKind::Point, label});
  }

  void add_marks(CitedProvision& provision) {
    while (true) {
      if (cursor_.is(Token::Kind::Mark)) {
        take_mark(provision, ProvisionKind::Point);
      } else if (is_unit(provision.steps.back().kind) || !bare_mark(provision)) {
        return;
      }
    }
  }

  /// "paragraph 1 a.ii of this article": letters without brackets, where what follows shows that they are marks.
  bool bare_mark(CitedProvision& provision) {
    const auto from = cursor_.at();
    accept_stop_inside_mark();
    const auto* token = cursor_.peek();
    const bool is_small = token != nullptr && token->kind == Token::Kind::Word &&
                          std::ranges::all_of(token->text, [](char c) { return c >= 'a' && c <= 'z'; });
    const bool is_label = is_small && (token->text.size() == 1 || is_roman_mark(token->text));
    if (!is_label || !may_follow_letter(cursor_.peek(1))) {
      cursor_.rewind(from);
      return false;
    }
    provision.steps.push_back({ProvisionKind::Point, std::string(token->text)});
    cursor_.step();
    accept_stop_after_letter();
    return true;
  }

  /// The stop of "a.ii": no space stands after it.
  void accept_stop_inside_mark() {
    const auto* stop = cursor_.peek();
    const auto* next = cursor_.peek(1);
    if (stop != nullptr && stop->text == "." && next != nullptr && next->start == stop->end) cursor_.step();
  }

  /// "sub-paragraph a. of this article": the sentence goes on.
  void accept_stop_after_letter() {
    const auto* stop = cursor_.peek();
    const auto* next = cursor_.peek(1);
    const bool goes_on = next != nullptr && (next->kind == Token::Kind::Comma ||
                                             (next->kind == Token::Kind::Word && may_follow_letter(next)));
    if (stop != nullptr && stop->text == "." && goes_on) cursor_.step();
  }

  void accept_abbreviation(const CitationHead& head) {
    const bool abbreviated = head.word == "lit" ||
                             (head.word.size() <= 5 && (head.word.starts_with("art") || head.word.starts_with("para")));
    const auto* stop = cursor_.peek();
    if (abbreviated && stop != nullptr && stop->text == ".") cursor_.step();
    if (is_component(head.kind) && cursor_.is("no") && cursor_.peek(1) != nullptr) {
      cursor_.step();
      if (cursor_.peek()->text == ".") cursor_.step();
    }
  }

  // Lists

  enum class Link { None, Comma, And, To };

  Link link() {
    const bool comma = cursor_.accept(Token::Kind::Comma);
    if (accept_range_words(comma)) return Link::To;
    if (!comma && cursor_.accept(Token::Kind::Dash)) return Link::To;
    const bool ampersand = cursor_.peek() != nullptr && cursor_.peek()->text == "&";
    if (ampersand) cursor_.step();
    if (ampersand || cursor_.accept_any({"and", "or"})) {
      const auto* slash = cursor_.peek();
      if (slash != nullptr && slash->text == "/" && cursor_.is("or", 1)) {
        cursor_.step();
        cursor_.step();
      }
      return Link::And;
    }
    return comma ? Link::Comma : Link::None;
  }

  /// "to", "through", "up to and including"; not "Articles 2 and 3, up to 90 tonnes".
  bool accept_range_words(bool behind_comma) {
    const auto from = cursor_.at();
    const bool up = !behind_comma && cursor_.accept("up");
    if (cursor_.accept_any({"to", "through", "till", "until"})) {
      if (cursor_.is("and", 0) && cursor_.is("including", 1)) cursor_.rewind(cursor_.at() + 2);
      return true;
    }
    if (up) cursor_.rewind(from);
    return false;
  }

  void list(const CitationHead& head, const CitationHead* outer, CitedProvisions& provisions) {
    const bool in_plural = outer != nullptr && outer->is_plural;
    bool closed = false;  // by an "and": in "articles 7, paragraphs 1 and 2, and 8" the 8 is an article
    while (true) {
      parts_of_last(head, provisions);
      if (accept_open_end(head)) provisions.back().is_open = true;
      const auto from = cursor_.at();
      accept_title();
      accept_remark();
      accept_ordinal_part();
      const auto how = link();
      const bool takes_numbers = (head.is_plural && !closed) || !in_plural;
      if (how == Link::None || !goes_on(head, how, takes_numbers, in_plural, provisions)) {
        cursor_.rewind(from);
        return accept_title_before_of();
      }
      closed = closed || (in_plural && how == Link::And);
    }
  }

  /// "Articles 3 et seq.", "Article 3 ff.", "Article 3 onwards", "Article 3 and the following articles".
  bool accept_open_end(const CitationHead& head) {
    const auto from = cursor_.at();
    cursor_.accept(Token::Kind::Comma);
    const bool is_latin = cursor_.accept_any({"ff", "seqq"}) ||
                          (cursor_.accept("et") && cursor_.accept_any({"seq", "seqq", "sequentes", "sequentia"}));
    if (is_latin) {
      const auto* stop = cursor_.peek();
      if (stop != nullptr && stop->text == ".") cursor_.step();
      return true;
    }
    cursor_.rewind(from);
    if (cursor_.accept("onwards") || cursor_.accept("onward")) return true;
    if (cursor_.accept("and") && (cursor_.accept_any({"onwards", "onward"}) || accept_those_following(head))) return true;
    cursor_.rewind(from);
    return false;
  }

  /// "following", "the following articles", "subsequent Articles", "those that follow".
  bool accept_those_following(const CitationHead& head) {
    const bool those = cursor_.accept("those");
    const bool the = those || cursor_.accept("the");
    if (those && cursor_.is_any({"that", "which"}) && cursor_.is("follow", 1)) {
      cursor_.rewind(cursor_.at() + 2);
      return true;
    }
    if (!cursor_.accept_any({"following", "subsequent", "succeeding"})) return false;
    const auto* noun = citation_head(cursor_.peek());
    if (noun == nullptr || noun->kind != head.kind) return (those || !the) && may_follow_list();
    cursor_.step();
    return !number_of(cursor_.peek(), head);
  }

  /// Whether the sentence goes on behind a list: with a stop, "of" or a verb.
  [[nodiscard]] bool may_follow_list() const {
    const auto* next = cursor_.peek();
    return next == nullptr || next->kind != Token::Kind::Word || cursor_.is_any({"of", "shall", "may", "apply"});
  }

  bool goes_on(const CitationHead& head, Link how, bool takes_numbers, bool in_plural, CitedProvisions& provisions) {
    if (how == Link::To) return range_end(head, provisions.back());
    if (cursor_.is(Token::Kind::Mark)) return sibling_mark(head, provisions);
    if (sibling_letter(provisions)) return true;
    const bool is_number = (number_of(cursor_.peek(), head) || (is_small_unit(head) && is_in_chapter())) &&
                           head.kind != ProvisionKind::Point;
    if (!is_number || !takes_numbers || !belongs_to_list(head, how)) return false;
    if (in_plural && is_followed_by(head.kind)) return false;
    CitedProvision another;
    if (!item(head, another)) return false;
    provisions.push_back(std::move(another));
    return true;
  }

  /// Whether the number at hand is one of the list, and does not count what follows it.
  [[nodiscard]] bool belongs_to_list(const CitationHead& head, Link how) const {
    const auto* number = cursor_.peek();
    const auto* next = cursor_.peek(1);
    if (is_in_chapter()) return true;
    if (number->kind == Token::Kind::Word && !is_component(head.kind) && word_value(number->text)) return false;
    if (next == nullptr || next->kind != Token::Kind::Word) return true;
    const bool begins_clause = !head.is_plural && (how == Link::Comma || next->is_capitalised());
    return (!begins_clause || closes_list(head)) && !is_counted(*next);
  }

  /// "Annex A, B or C": one more number of the kind follows the one at hand.
  [[nodiscard]] bool closes_list(const CitationHead& head) const {
    if (!cursor_.is_any({"and", "or"}, 1)) return false;
    const auto* last = cursor_.peek(2);
    const bool is_number = last != nullptr && (last->kind == Token::Kind::Number || last->is_capitalised());
    const auto* behind = cursor_.peek(3);
    return is_number && number_of(last, head) && (behind == nullptr || !is_counted(*behind));
  }

  /// "articles 2, paragraph 1, and 3, paragraph 4": the 3 has paragraphs, so it is none.
  [[nodiscard]] bool is_followed_by(ProvisionKind kind) const {
    const std::size_t comma = cursor_.is(Token::Kind::Comma, 1) ? 1 : 0;
    const auto* head = citation_head(cursor_.peek(1 + comma));
    return head != nullptr && head->kind == kind;
  }

  bool sibling_mark(const CitationHead& head, CitedProvisions& provisions) {
    auto sibling = provisions.back();
    sibling.range_end.clear();
    sibling.is_open = false;
    const auto outermost = sibling.steps.front().kind;
    const bool counts_paragraphs = outermost == ProvisionKind::Paragraph && is_digit(cursor_.peek()->text[0]);
    const bool may_replace_all =
        outermost == ProvisionKind::Point || head.kind == ProvisionKind::Point || counts_paragraphs;
    const std::size_t fixed = may_replace_all ? 0 : 1;
    auto level = sibling.steps.size();
    while (level > fixed && !is_same_style(sibling.steps[level - 1].num, cursor_.peek()->text)) --level;
    if (level == fixed) level = sibling.steps.size();
    if (level <= fixed) return false;
    sibling.steps.resize(level - 1);
    take_mark(sibling, head.kind);
    add_marks(sibling);
    provisions.push_back(std::move(sibling));
    return true;
  }

  bool sibling_letter(CitedProvisions& provisions) {
    if (provisions.back().steps.back().kind != ProvisionKind::Point) return false;
    auto sibling = provisions.back();
    sibling.range_end.clear();
    sibling.is_open = false;
    const auto before = sibling.steps.back().num;
    sibling.steps.pop_back();
    const auto from = cursor_.at();
    if (!bare_mark(sibling)) return false;
    if (!is_same_style(before, sibling.steps.back().num)) {
      cursor_.rewind(from);
      return false;
    }
    provisions.push_back(std::move(sibling));
    return true;
  }

  bool range_end(const CitationHead& head, CitedProvision& provision) {
    const auto& last = provision.steps.back();
    const auto* next = cursor_.peek();
    if (next == nullptr) return false;
    if (next->kind == Token::Kind::Mark) {
      const bool counts_on = last.kind == ProvisionKind::Paragraph && is_digit(next->text[0]);
      if (provision.steps.size() == 1 && head.kind != ProvisionKind::Point && last.kind != ProvisionKind::Point &&
          !counts_on)
        return false;
      provision.range_end = std::string(next->text);
      cursor_.step();
      return true;
    }
    if (is_single_letter(*next) && last.kind == ProvisionKind::Point && may_follow_letter(cursor_.peek(1))) {
      provision.range_end = std::string(next->text);
      cursor_.step();
      return true;
    }
    const auto number = number_of(next, head);
    const auto* after = cursor_.peek(1);
    if (!number || (after != nullptr && is_counted(*after))) return false;
    const auto dot = number->find('.');
    const bool ends_point = dot != std::string::npos && last.kind == ProvisionKind::Point;
    if (!ends_point && last.kind != head.kind) return false;
    provision.range_end = ends_point ? number->substr(dot + 1) : *number;
    cursor_.step();
    cursor_.accept("inclusive");
    return true;
  }

  static bool is_single_letter(const Token& token) {
    return token.kind == Token::Kind::Word && token.text.size() == 1 && token.text[0] >= 'a' && token.text[0] <= 'z';
  }

  /// "article 7, paragraphs 4 and 5", "Annex III, article 4": the last of the list stands for what its parts are.
  void parts_of_last(const CitationHead& head, CitedProvisions& provisions) {
    const auto from = cursor_.at();
    accept_title();
    accept_ordinal_part();
    cursor_.accept(Token::Kind::Comma);
    CitedProvisions inner;
    const auto outer = provisions.back();
    const bool is_part = unit(&head, inner) && !is_of_other_style(outer, inner.front()) && !begins_main_clause(from);
    if (!is_part || is_of_another(head, inner.front())) return cursor_.rewind(from);
    provisions.pop_back();
    for (auto& below : inner) {
      below.steps.insert(below.steps.begin(), outer.steps.begin(), outer.steps.end());
      below.word = outer.word;
      provisions.push_back(std::move(below));
    }
  }

  /// "Article 9, paragraph 6 of Article 11": the paragraph that was just read is of another article than the one
  /// before.
  [[nodiscard]] bool is_of_another(const CitationHead& outer, const CitedProvision& inner) const {
    if (!cursor_.is("of")) return false;
    const std::size_t pointing = cursor_.is("this", 1) ? 1 : cursor_.is("the", 1) && cursor_.is("present", 2) ? 2 : 0;
    const auto* whole = citation_head(cursor_.peek(1 + pointing));
    return whole != nullptr && level_of(whole->kind) >= level_of(outer.kind) &&
           level_of(whole->kind) < level_of(inner.steps.front().kind);
  }

  /// "Article 1(1), first subparagraph, point (b)": subparagraphs that are told by their place have no number, and so
  /// are no provisions: their points are the paragraph's.
  void accept_ordinal_part() {
    const auto from = cursor_.at();
    cursor_.accept(Token::Kind::Comma);
    cursor_.accept("the");
    const auto* ordinal = cursor_.peek();
    const bool is_ordinal = ordinal != nullptr && ordinal->kind == Token::Kind::Word && word_value(ordinal->text) &&
                            cursor_.is_any({"subparagraph", "sub-paragraph", "alinea", "indent"}, 1);
    if (!is_ordinal) return cursor_.rewind(from);
    cursor_.rewind(cursor_.at() + 2);
  }

  /// "In cases falling under articles 49, 50 or 51, paragraph 2 does not apply": a verb follows, and without what was
  /// just read, which stands behind the comma at `from`, the sentence would have no subject.
  [[nodiscard]] bool begins_main_clause(std::size_t from) const {
    const auto& tokens = cursor_.tokens();
    const bool has_verb =
        cursor_.is_any({"does", "do", "shall", "may", "must", "will", "is", "are", "applies", "apply"});
    if (!has_verb || tokens[from].kind != Token::Kind::Comma) return false;
    constexpr std::size_t kLongestSentence = 120;
    const auto reach = from - std::min(from, kLongestSentence);
    auto first = from;
    while (first > reach && tokens[first - 1].kind != Token::Kind::Stop) --first;
    while (tokens[first].kind == Token::Kind::Mark || tokens[first].kind == Token::Kind::Number) ++first;
    static constexpr std::array<std::string_view, 11> kIntroducing = {
        "in", "where", "when", "if", "for", "under", "subject", "notwithstanding", "without", "unless", "as"};
    const bool introduces = std::ranges::find(kIntroducing, tokens[first].lower()) != kIntroducing.end();
    return introduces && !introduction_ended(first);
  }

  /// "Notwithstanding the foregoing, information referred to in Article 5, paragraph 4, may": a comma before the words
  /// of the citation closes what introduces the sentence, and behind it stands the subject.
  [[nodiscard]] bool introduction_ended(std::size_t first) const {
    const auto& tokens = cursor_.tokens();
    return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                       tokens.begin() + static_cast<std::ptrdiff_t>(begins_at_),
                       [](const Token& token) { return token.kind == Token::Kind::Comma; });
  }

  /// "for the purposes of Chapter 5, Article XIV of the General Agreement": two citations.
  static bool is_of_other_style(const CitedProvision& outer, const CitedProvision& inner) {
    const auto& step = inner.steps.front();
    return is_unit(step.kind) && !is_digit(step.num[0]) && is_digit(outer.steps.back().num[0]);
  }

  /// "Article 20 (Shortage) of this Agreement".
  void accept_title_before_of() {
    const auto from = cursor_.at();
    accept_title();
    if (!cursor_.is("of")) cursor_.rewind(from);
  }

  /// "paragraphs 1 (first two sentences), 2 and 4".
  void accept_remark() {
    const auto end = behind_bracket(cursor_.tokens(), cursor_.at());
    if (end > cursor_.at() && !may_cite(cursor_.tokens(), cursor_.at(), end)) cursor_.rewind(end);
  }

  /// "Article 26 (Fulfilment of obligations)".
  void accept_title() { cursor_.rewind(title_end()); }

  /// Where a title in brackets ends that begins at the cursor: at the cursor if there is none.
  [[nodiscard]] std::size_t title_end() const {
    constexpr std::size_t kLongest = 24;
    const auto* open = cursor_.peek();
    const auto* first = cursor_.peek(1);
    if (open == nullptr || open->text != "(" || first == nullptr || !first->is_capitalised()) return cursor_.at();
    for (std::size_t ahead = 2; ahead < kLongest && cursor_.peek(ahead) != nullptr; ++ahead) {
      if (cursor_.peek(ahead)->text == ")") return cursor_.at() + ahead + 1;
    }
    return cursor_.at();
  }

  TokenCursor& cursor_;
  std::optional<ProvisionKind> coarser_than_;  ///< inner units are of coarser kinds
  std::size_t begins_at_;                      ///< the token with which the outermost unit begins
};

}  // namespace

CitedProvisions read_provisions(TokenCursor& cursor, std::optional<ProvisionKind> coarser_than) {
  CitedProvisions provisions;
  ProvisionReader(cursor, coarser_than).unit(nullptr, provisions);
  return provisions;
}

std::string word_of(const CitationHead& head) {
  constexpr std::size_t kTelling = 5;
  return is_component(head.kind) ? std::string(head.word.substr(0, kTelling)) : std::string();
}

bool is_at_number(const TokenCursor& cursor, const CitationHead& head) {
  return number_of(cursor.peek(), head).has_value();
}

}  // namespace treatygraph::ingest
