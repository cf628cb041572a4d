// A recursive-descent parser of lists. unit() reads a head noun and its first number; list() reads what follows: parts
// of the last item, which are units of a finer kind ("article 7, paragraphs 4 and 5"), then a link and another number,
// mark or letter (kContinuations). Parts are read before links, so each item is complete when the next one begins.
//
// The difficulty is that "and" and commas do not say which list they continue. In "articles 7, paragraphs 1 and 2, and
// 8" the 8 is an article; in "article 7, paragraphs 1, 2 and 8" it is a paragraph. The plural of the outer head, and
// whether the inner list has already had its "and", decide (`takes_numbers`). Likewise, the words after a comma may
// belong to a new sentence part ("under article 49, paragraph 2 applies") or to a quantity ("articles 5 and 30 days").

#include "ingest/citation/provision_list.h"

#include <algorithm>
#include <array>

#include "graph/ascii.h"
#include "ingest/citation/cited_number.h"
#include "ingest/citation/list_links.h"
#include "ingest/citation/main_clause.h"
#include "ingest/citation/provision_item.h"

namespace treatygraph::ingest {
namespace {

/// "inclusive" after a range, also between commas: "paragraphs 1 to 3, inclusive, of article 2". A comma after which
/// the list goes on is left.
void accept_inclusive(TokenCursor& cursor) {
  Attempt attempt(cursor);
  const bool is_set_off = cursor.accept(Token::Kind::Comma);
  if (!attempt.keep_if(cursor.accept(Say::Inclusive)) || !is_set_off) return;
  if (cursor.is(Token::Kind::Comma) && cursor.is_any({Say::Of, Say::In, Say::To}, 1)) cursor.step();
}

/// "subparagraph (b), clause (ii)": points in points are called by another word.
bool is_point_in_point(const CitationHead& inner, const CitationHead& outer) {
  return inner.kind == ProvisionKind::Point && outer.kind == ProvisionKind::Point && inner.word != outer.word &&
         !inner.is_plural && !outer.is_plural;
}

/// Whether a unit of the inner kind may be in one of the outer kind: "Annex III, article 4".
bool is_inside(ProvisionKind inner, const CitationHead& outer) {
  if (is_component(outer.kind)) return !is_component(inner);
  const bool is_section = inner == ProvisionKind::Section || inner == ProvisionKind::Subsection;
  if (is_section && is_unit(outer.kind)) return true;  // "Article IV, Section 1"
  if (inner == ProvisionKind::Title) {
    return outer.kind == ProvisionKind::Part || outer.kind == ProvisionKind::Chapter ||
           outer.kind == ProvisionKind::Section;
  }
  return level_of(inner) > level_of(outer.kind);
}

/// "for the purposes of Chapter 5, Article XIV of the General Agreement": two citations, because the chapter has digits
/// and the article a Roman numeral.
bool is_of_other_style(const CitedProvision& outer, const CitedProvision& inner) {
  const auto& step = inner.steps.front();
  return is_unit(step.kind) && !is_digit(step.num[0]) && is_digit(outer.steps.back().num[0]);
}

/// "1 of Article 5", "1 and 2 of paragraph 3": whether numbers after an everyday word such as "point" belong to a
/// provision.
bool are_of_provision(const TokenCursor& cursor) {
  constexpr std::size_t kLongest = 8;
  std::size_t at = 1;
  const auto joins = [&] {
    return cursor.is(Token::Kind::Number, at) || cursor.is(Token::Kind::Comma, at) || cursor.is(Say::And, at) ||
           cursor.is(Say::Or, at) || cursor.is(Say::Range, at);
  };
  if (!cursor.is(Token::Kind::Number, at)) return false;
  while (at < kLongest && joins()) ++at;
  if (!cursor.is(Say::Of, at)) return false;
  const auto* whole = citation_head(cursor.peek(at + (cursor.is(Say::BeforeUnit, at + 1) ? 2 : 1)));
  return whole != nullptr && !whole->is_common && !is_component(whole->kind);
}

/// The head noun at the cursor; what follows determines its kind. "clause (b)" is a point, "Clause 4" a unit.
std::optional<CitationHead> head_here(const TokenCursor& cursor, bool is_inside) {
  const auto* word = cursor.peek();
  const auto* noun = citation_head(word);
  if (noun == nullptr) return std::nullopt;
  auto head = *noun;
  if (head.before_mark && cursor.is(Token::Kind::Mark, 1)) {
    head.kind = *head.before_mark;
    head.is_common = true;
  }
  const bool is_unit_word = head.before_number && cursor.is(Token::Kind::Number, 1);
  if (is_unit_word && (word->is_capitalised() || (!is_inside && !are_of_provision(cursor)))) {
    head.kind = *head.before_number;
    head.is_common = false;
  }
  const bool is_point = head.kind == ProvisionKind::Point && cursor.is(Token::Kind::Number, 1);
  if (is_point && (is_inside || are_of_provision(cursor))) head.is_common = false;  // "Article 5, point 2"
  return head;
}

/// A list and the link after its last item, before the next item is read.
struct ListPlace {
  const CitationHead& head;
  Link link;
  bool takes_numbers;  ///< the number belongs to this list, not to the outer one
  bool in_plural;      ///< this list is inside one with a plural head
};

class ProvisionReader {
 public:
  ProvisionReader(TokenCursor& cursor, std::optional<ProvisionKind> coarser_than)
      : cursor_(cursor), coarser_than_(coarser_than), begins_at_(cursor.at()) {}

  /// `outer` is the head that contains this unit: "paragraphs" of "article 7, paragraphs 4 and 5".
  bool unit(const CitationHead* outer, CitedProvisions& provisions) {
    Attempt attempt(cursor_);
    const auto head = head_here(cursor_, outer != nullptr);
    if (!head || (outer != nullptr && !may_be_inside(*head, *outer))) return false;
    cursor_.step();
    if (head->needs_stop && !cursor_.is_sign(".")) return false;
    accept_abbreviation(*head);
    CitedProvision first;
    if (!may_be_head(*head, attempt.from()) || !read_item(cursor_, *head, first)) return false;
    provisions.push_back(std::move(first));
    list(*head, outer, provisions);
    return attempt.keep(true);
  }

  bool another_mark(const ListPlace& list, CitedProvisions& provisions);
  bool another_letter(const ListPlace& list, CitedProvisions& provisions);
  bool another_number(const ListPlace& list, CitedProvisions& provisions);
  bool range_to_mark(const ListPlace& list, CitedProvisions& provisions);
  bool range_to_letter(const ListPlace& list, CitedProvisions& provisions);
  bool range_to_number(const ListPlace& list, CitedProvisions& provisions);

 private:
  /// Whether a unit of the inner head can be a part of one of the outer head here.
  [[nodiscard]] bool may_be_inside(const CitationHead& inner, const CitationHead& outer) const {
    return (is_inside(inner.kind, outer) || is_point_in_point(inner, outer)) && !is_too_fine(inner.kind, outer.kind);
  }

  /// Whether the part is excluded by `coarser_than`.
  [[nodiscard]] bool is_too_fine(ProvisionKind inner, ProvisionKind outer) const {
    return coarser_than_ && level_of(outer) < level_of(*coarser_than_) && level_of(inner) >= level_of(*coarser_than_);
  }

  /// Whether the word is a head noun and not an everyday word: "Part II", "regulation 3" and "item (a)", not "part 2"
  /// and "items 3 and 4".
  [[nodiscard]] bool may_be_head(const CitationHead& head, std::size_t at) const {
    if (!head.is_common) return true;
    const bool is_number = cursor_.is(Token::Kind::Number);
    const auto& word = cursor_.tokens()[at];
    const bool is_glued =
        is_number && cursor_.peek()->start == word.end;  // a footnote's: "regulations8", "Standards15"
    if (is_small_unit(head)) {
      const bool is_of_act = is_number && cursor_.is_sign("/", 1);  // "Regulation 1408/71"
      return ((is_number && !is_of_act) || is_in_chapter(cursor_)) && cursor_.peek()->start > word.end;
    }
    if (head.kind == ProvisionKind::Point) return !is_number;
    return !(is_unit(head.kind) && is_glued) && word.is_capitalised();
  }

  /// The stop of "art." and the "No." of "Annex No. 2".
  void accept_abbreviation(const CitationHead& head) {
    if (head.takes_stop) cursor_.accept_sign(".");
    if (is_component(head.kind) && cursor_.is(Say::Number) && cursor_.peek(1) != nullptr) {
      cursor_.step();
      cursor_.accept_sign(".");
    }
  }

  /// Reads what follows the first item, until neither a part nor a link with an item follows.
  void list(const CitationHead& head, const CitationHead* outer, CitedProvisions& provisions) {
    const bool in_plural = outer != nullptr && outer->is_plural;
    bool closed = false;  // joined by "and": in "articles 7, paragraphs 1 and 2, and 8" the 8 is an article
    while (true) {
      parts_of_last(head, provisions);
      if (accept_open_end(cursor_, head)) provisions.back().is_open = true;
      accept_one_more(cursor_, head, provisions.back());
      Attempt attempt(cursor_);
      accept_title(cursor_);
      accept_remark(cursor_);
      accept_placed_part(cursor_);
      const auto link = read_link(cursor_);
      const bool takes_numbers = (head.is_plural && !closed) || !in_plural;
      if (link == Link::None || !goes_on({head, link, takes_numbers, in_plural}, provisions)) break;
      attempt.keep(true);
      closed = closed || (in_plural && link == Link::And);
    }
    accept_title_before_of(cursor_);
  }

  /// The first continuation that can be read after the link.
  bool goes_on(const ListPlace& list, CitedProvisions& provisions);

  /// Whether the number at the cursor belongs to the list and is not a quantity or the beginning of another clause. In
  /// "article 5, 30 days", and in "article 5 and Two Parties", it does not.
  [[nodiscard]] bool belongs_to_list(const ListPlace& list) const {
    const auto* number = cursor_.peek();
    const auto* next = cursor_.peek(1);
    if (is_in_chapter(cursor_)) return true;
    const bool in_words = number->kind == Token::Kind::Word && !is_component(list.head.kind);
    if (in_words && number->number_in_words() > 0) return false;
    if (next == nullptr || next->kind != Token::Kind::Word) return true;
    // After a singular head, a comma or a capital begins another clause, unless the list is closed by "and" later:
    // "Annex A, B or C".
    const bool begins_clause = !list.head.is_plural && (list.link == Link::Comma || next->is_capitalised());
    return (!begins_clause || closes_list(list.head)) && !is_counted(*next);
  }

  /// "Annex A, B or C": another number of that kind follows the one at the cursor.
  [[nodiscard]] bool closes_list(const CitationHead& head) const {
    if (!cursor_.is_any({Say::And, Say::Or}, 1)) return false;
    if (cursor_.is(Say::Either, 2)) return true;  // "Annex I, II or both"
    const auto* last = cursor_.peek(2);
    const bool is_number = last != nullptr && (last->kind == Token::Kind::Number || last->is_capitalised());
    const auto* following = cursor_.peek(3);
    return is_number && number_of(last, head) && (following == nullptr || !is_counted(*following));
  }

  /// "articles 2, paragraph 1, and 3, paragraph 4": the 3 has paragraphs, so it is not a paragraph.
  [[nodiscard]] bool is_followed_by(ProvisionKind kind) const {
    const std::size_t comma = cursor_.is(Token::Kind::Comma, 1) ? 1 : 0;
    const auto* head = citation_head(cursor_.peek(1 + comma));
    return head != nullptr && head->kind == kind;
  }

  /// "article 7, paragraphs 4 and 5", "Annex III, article 4": reads the parts and replaces the last item by them.
  void parts_of_last(const CitationHead& head, CitedProvisions& provisions) {
    if (is_unit(provisions.back().steps.back().kind)) {
      auto paragraph = accept_placed_paragraph(cursor_);
      if (!paragraph.empty()) provisions.back().steps.push_back({ProvisionKind::Paragraph, std::move(paragraph)});
    }
    Attempt attempt(cursor_);
    accept_title(cursor_);
    accept_placed_part(cursor_);
    cursor_.accept(Token::Kind::Comma);
    CitedProvisions inner;
    const auto outer = provisions.back();
    const bool is_part = unit(&head, inner) && !is_of_other_style(outer, inner.front()) &&
                         !begins_main_clause(cursor_, attempt.from(), begins_at_);
    if (!is_part || is_of_another(head, inner.front())) return;
    attempt.keep(true);
    provisions.pop_back();
    for (auto& below : inner) {
      below.steps.insert(below.steps.begin(), outer.steps.begin(), outer.steps.end());
      below.word = outer.word;
      provisions.push_back(std::move(below));
    }
  }

  /// "Article 9, paragraph 6 of Article 11": the paragraph just read belongs to another article than the one before.
  [[nodiscard]] bool is_of_another(const CitationHead& outer, const CitedProvision& inner) const {
    if (!cursor_.is(Say::Of)) return false;
    const bool is_present = cursor_.is(Say::The, 1) && cursor_.is(Say::Present, 2);
    const bool has_article = cursor_.is(Say::This, 1) || cursor_.is(Say::BeforeUnit, 1);
    const std::size_t pointing = is_present ? 2 : has_article ? 1 : 0;
    const auto* whole = citation_head(cursor_.peek(1 + pointing));
    return whole != nullptr && level_of(whole->kind) >= level_of(outer.kind) &&
           level_of(whole->kind) < level_of(inner.steps.front().kind);
  }

  TokenCursor& cursor_;
  std::optional<ProvisionKind> coarser_than_;  ///< inner units are of coarser kinds
  std::size_t begins_at_;                      ///< first token of the outermost unit
};

/// A copy of the last item for the next one: same steps, but not its range or open end.
CitedProvision like(const CitedProvision& last) {
  auto sibling = last;
  sibling.range_end.clear();
  sibling.may_be_point_f = false;
  sibling.is_open = false;
  return sibling;
}

/// "(a) (i) or (ii) or (b) (i)": the new mark replaces the last step of the same style, so (ii) replaces (i) and (b)
/// replaces (a). The outermost step stays, unless the list itself is one of marks.
bool ProvisionReader::another_mark(const ListPlace& list, CitedProvisions& provisions) {
  if (!cursor_.is(Token::Kind::Mark)) return false;
  auto sibling = like(provisions.back());
  const auto outermost = sibling.steps.front().kind;
  const bool counts_paragraphs = outermost == ProvisionKind::Paragraph && is_digit(cursor_.peek()->text[0]);
  const bool may_replace_all = outermost == ProvisionKind::Point || outermost == ProvisionKind::Recital ||
                               list.head.kind == ProvisionKind::Point || counts_paragraphs;
  const std::size_t fixed = may_replace_all ? 0 : 1;
  auto level = sibling.steps.size();
  while (level > fixed && !is_same_style(sibling.steps[level - 1].num, cursor_.peek()->text)) --level;
  if (level == fixed) level = sibling.steps.size();
  if (level <= fixed) return false;
  sibling.steps.resize(level - 1);
  take_mark(cursor_, list.head.kind, sibling);
  read_marks(cursor_, sibling);
  provisions.push_back(std::move(sibling));
  return true;
}

/// "paragraphs a or b": a letter without brackets, of the style of the one before.
bool ProvisionReader::another_letter(const ListPlace& /*list*/, CitedProvisions& provisions) {
  if (provisions.back().steps.back().kind != ProvisionKind::Point) return false;
  Attempt attempt(cursor_);
  auto sibling = like(provisions.back());
  const auto before = sibling.steps.back().num;
  sibling.steps.pop_back();
  if (!read_bare_mark(cursor_, sibling) || !is_same_style(before, sibling.steps.back().num)) return false;
  provisions.push_back(std::move(sibling));
  return attempt.keep(true);
}

/// "articles 5 and 6": a new item of the same head.
bool ProvisionReader::another_number(const ListPlace& list, CitedProvisions& provisions) {
  const bool is_number =
      (number_of(cursor_.peek(), list.head) || (is_small_unit(list.head) && is_in_chapter(cursor_))) &&
      list.head.kind != ProvisionKind::Point;
  if (!is_number || !list.takes_numbers || !belongs_to_list(list)) return false;
  if (list.in_plural && is_followed_by(list.head.kind)) return false;
  CitedProvision another;
  if (!read_item(cursor_, list.head, another)) return false;
  provisions.push_back(std::move(another));
  return true;
}

/// "(a) to (d)": the range begins at the last step.
bool ProvisionReader::range_to_mark(const ListPlace& list, CitedProvisions& provisions) {
  if (!cursor_.is(Token::Kind::Mark)) return false;
  auto& provision = provisions.back();
  const auto last = provision.steps.back().kind;
  const bool counts_on = last == ProvisionKind::Paragraph && is_digit(cursor_.peek()->text[0]);
  const bool ends_points = list.head.kind == ProvisionKind::Point || last == ProvisionKind::Point;
  const bool counts_recitals = last == ProvisionKind::Recital;
  if (provision.steps.size() == 1 && !ends_points && !counts_on && !counts_recitals) return false;
  provision.range_end = std::string(cursor_.peek()->text);
  cursor_.step();
  return true;
}

/// "paragraphs a to c": the letters are points.
bool ProvisionReader::range_to_letter(const ListPlace& /*list*/, CitedProvisions& provisions) {
  const auto* token = cursor_.peek();
  const bool is_letter = cursor_.is(Token::Kind::Word) && token->text.size() == 1 && token->text[0] >= 'a' &&
                         token->text[0] <= 'z' && may_follow_letter(cursor_.peek(1));
  if (!is_letter || provisions.back().steps.back().kind != ProvisionKind::Point) return false;
  provisions.back().range_end = std::string(token->text);
  cursor_.step();
  return true;
}

/// "articles 2 to 11", "1.b through 1.d", where the range is one of the points b to d.
bool ProvisionReader::range_to_number(const ListPlace& list, CitedProvisions& provisions) {
  const auto last = provisions.back().steps.back().kind;
  const auto number = number_of(cursor_.peek(), list.head);
  const auto* after = cursor_.peek(1);
  if (!number || (after != nullptr && is_counted(*after))) return false;
  const bool is_of_letters = number->size() > 1 && std::ranges::all_of(*number, is_upper);
  if (is_of_letters && !is_annex_name(*number)) return false;  // "Annex 1A to WTO Agreement"
  const auto dot = number->find('.');
  const bool ends_point = dot != std::string::npos && last == ProvisionKind::Point;  // "paragraphs 1.b through 1.d"
  if (!ends_point && last != list.head.kind) return false;
  provisions.back().range_end = ends_point ? number->substr(dot + 1) : *number;
  cursor_.step();
  accept_inclusive(cursor_);
  return true;
}

/// One row of the table: how a list may continue after a link.
struct Continuation {
  Production production;
  bool is_range{};
  bool (ProvisionReader::*read)(const ListPlace&, CitedProvisions&) = nullptr;
};
constexpr std::array kContinuations = {
    Continuation{{"another mark",
                  "item link mark",
                  {{{"article 23, paragraph 1 (a) (i) or (ii) or (b) (i)",
                     "art_23__para_1__point_a__point_i art_23__para_1__point_a__point_ii "
                     "art_23__para_1__point_b__point_i"},
                    {"paragraphs (1) and (3) and", "para_1 para_3"}}}},
                 false,
                 &ProvisionReader::another_mark},
    Continuation{{"another letter",
                  "item link letter",
                  {{{"paragraphs a.i or ii above", "point_a__point_i point_a__point_ii"}}}},
                 false,
                 &ProvisionReader::another_letter},
    Continuation{{"another number",
                  "item link number",
                  {{{"Articles 2, 3, 6, paragraph 1.b, 7, 9 paragraph 3, and 27",
                     "art_2 art_3 art_6__para_1__point_b art_7 art_9__para_3 art_27"},
                    {"listed in Annex A, B or C.", "annex_A annex_B annex_C"},
                    {"articles 5 and 30 days later", "art_5"}}}},
                 false,
                 &ProvisionReader::another_number},
    Continuation{{"range to a mark", "item \"to\" mark", {{{"Paragraphs (2)-(4) apply", "para_2..4"}}}},
                 true,
                 &ProvisionReader::range_to_mark},
    Continuation{{"range to a letter", "item \"to\" letter", {{{"paragraphs a to c of this article", "point_a..c"}}}},
                 true,
                 &ProvisionReader::range_to_letter},
    Continuation{{"range to a number",
                  R"(item ( "to" | "through" | "-" ) number [ "inclusive" ])",
                  {{{"articles 2 to 11", "art_2..11"},
                    {"Articles 1 up to and including 3 apply", "art_1..3"},
                    {"paragraphs 1.b through 1.d of this article", "para_1__point_b..d"}}}},
                 true,
                 &ProvisionReader::range_to_number}};

bool ProvisionReader::goes_on(const ListPlace& list, CitedProvisions& provisions) {
  return std::ranges::any_of(kContinuations, [&](const Continuation& continuation) {
    return continuation.is_range == (list.link == Link::To) && (this->*continuation.read)(list, provisions);
  });
}

}  // namespace

/// The outermost unit has no outer head.
CitedProvisions read_provisions(TokenCursor& cursor, std::optional<ProvisionKind> coarser_than) {
  CitedProvisions provisions;
  ProvisionReader(cursor, coarser_than).unit(nullptr, provisions);
  return provisions;
}

bool is_at_number(const TokenCursor& cursor, const CitationHead& head) {
  return number_of(cursor.peek(), head).has_value();
}

std::vector<Production> list_productions() {
  std::vector<Production> all;
  for (const auto& continuation : kContinuations) all.push_back(continuation.production);
  return all;
}

}  // namespace treatygraph::ingest
