#include "ingest/citation/citation.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "ingest/citation/brackets.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/citation/instruments.h"
#include "ingest/citation/joined_citations.h"
#include "ingest/text/numerals.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kAll = 1'000;

/// Paragraphs and points.
bool is_inside_unit(ProvisionKind kind) {
  return kind > ProvisionKind::Article;
}

class CitationParser {
 public:
  CitationParser(const std::vector<Token>& tokens, const InstrumentNames& names)
      : tokens_(tokens), names_(names), cursor_(tokens) {}

  std::vector<Citation> parse() {
    while (!cursor_.at_end()) {
      if (cursor_.at() == read_ahead_.first) cursor_.rewind(read_ahead_.last);
      if (cursor_.at_end()) break;
      begins_at_ = cursor_.at();
      auto citation = citation_here();
      if (!citation) {
        cursor_.rewind(begins_at_ + 1);
        continue;
      }
      citation->start = tokens_[begins_at_].start;
      if (citation->provision_start == 0) citation->provision_start = citation->start;
      citation->end = tokens_[cursor_.at() - 1].end;
      places_.push_back({begins_at_, cursor_.at()});
      citations_.push_back(std::move(*citation));
    }
    share_in_lists(tokens_, places_, citations_);
    return std::move(citations_);
  }

 private:
  /// Most words begin no citation, so the first one decides what is tried.
  std::optional<Citation> citation_here() {
    const auto& token = *cursor_.peek();
    if (token.kind == Token::Kind::Mark) return marks_nearby();
    if (token.kind != Token::Kind::Word) return std::nullopt;
    if (cursor_.is_any({"this", "that", "those", "the", "both", "any"})) {
      if (auto citation = demonstrative_alone()) return citation;
      if (auto citation = neighbours_alone()) return citation;
      if (auto citation = announced_abbreviation()) return citation;
      return ordinals();
    }
    if (auto citation = whole_part()) return citation;
    if (citation_head(&token) != nullptr) {
      if (auto citation = listed()) return citation;
      if (auto citation = only_annex()) return citation;
    }
    if (token.is_capitalised()) return whole_instrument();
    if (cursor_.is_any({"preceding", "foregoing", "previous"})) return neighbours_alone();
    if (cursor_.is("preambular")) return preambular();
    return is_ordinal(token) ? ordinals() : std::nullopt;
  }

  // "this article", "the present Chapter", "that paragraph"

  struct Demonstrative {
    Citation::Base base;
    const CitationHead* head;
  };

  std::optional<Demonstrative> demonstrative() {
    const auto from = cursor_.at();
    const auto base = pointing_words();
    const auto* head = base ? citation_head(cursor_.peek()) : nullptr;
    const bool counts = head != nullptr && (!head->is_plural || base == Citation::Base::That) &&
                        (!head->is_common || cursor_.peek()->is_capitalised()) && names_no_instrument(*cursor_.peek());
    if (counts) {
      cursor_.step();
      return Demonstrative{*base, head};
    }
    cursor_.rewind(from);
    return std::nullopt;
  }

  std::optional<Citation::Base> pointing_words() {
    if (cursor_.accept("this")) return Citation::Base::Here;
    if (cursor_.accept_any({"that", "those"})) return Citation::Base::That;
    if (!cursor_.accept("the")) return std::nullopt;
    if (cursor_.accept("present")) return Citation::Base::Here;
    const bool back = cursor_.accept_any(
        {"said", "same", "aforesaid", "aforementioned", "above-mentioned", "abovementioned", "above-named", "latter"});
    return back ? std::optional(Citation::Base::That) : std::nullopt;
  }

  /// "this Protocol" is the treaty itself where it calls itself so.
  [[nodiscard]] bool names_no_instrument(const Token& noun) const { return !names_.is_own(noun.text); }

  std::optional<Citation> demonstrative_alone() {
    const auto from = cursor_.at();
    const auto found = demonstrative();
    if (!found) return std::nullopt;
    if (is_at_number(cursor_, *found->head) || cursor_.is(Token::Kind::Mark)) {  // "the said article 5"
      cursor_.rewind(from);
      return std::nullopt;
    }
    Citation citation;
    citation.base = found->base;
    citation.of_kind = found->head->kind;
    citation.is_kind_only = true;
    citation.count = found->head->is_plural ? kAll : 1;
    end_provision(citation);
    return citation;
  }

  // "the preceding paragraph", "the two preceding paragraphs", "the following article"

  struct Neighbours {
    Citation::Base base;
    ProvisionKind kind;
    std::size_t count;
    bool is_vague = false;  ///< "the foregoing provisions"
  };

  std::optional<Neighbours> neighbours() {
    const auto from = cursor_.at();
    const bool definite = cursor_.accept_any({"the", "both", "any"});
    auto count = count_word();
    cursor_.accept_any({"immediately", "last"});
    const bool says_next = cursor_.accept("next");
    std::optional<Citation::Base> base;
    if (definite && says_next) base = Citation::Base::Following;
    if (cursor_.accept_any({"preceding", "foregoing", "previous"}) || (definite && cursor_.accept("above"))) {
      base = Citation::Base::Preceding;
    } else if (definite && cursor_.accept_any({"following", "succeeding", "subsequent"})) {
      base = Citation::Base::Following;
    }
    if (count == 0) count = count_word();
    if (base) {
      if (const auto kind = provisions_of_whole()) return Neighbours{*base, *kind, kAll};
    }
    if (base == Citation::Base::Preceding && definite && cursor_.is("provisions") && !cursor_.is_any({"of", "in"}, 1)) {
      cursor_.step();
      return Neighbours{*base, ProvisionKind::Paragraph, kAll, true};
    }
    const auto* head = base ? citation_head(cursor_.peek()) : nullptr;
    const bool counts = head != nullptr && !head->is_common && !is_component(head->kind);
    if (!counts) {
      cursor_.rewind(from);
      return std::nullopt;
    }
    cursor_.step();
    const auto* next = cursor_.peek();
    if (is_at_number(cursor_, *head) || cursor_.is(Token::Kind::Mark) || (next != nullptr && next->text == ":")) {
      cursor_.rewind(from);
      return std::nullopt;
    }
    if (is_of_another_whole()) {
      cursor_.rewind(from);
      return std::nullopt;
    }
    return Neighbours{*base, head->kind, count != 0 ? count : head->is_plural ? kAll : 1};
  }

  /// "the following articles of the Act", "the two preceding paragraphs of Article 5": not those around what cites.
  bool is_of_another_whole() {
    const auto from = cursor_.at();
    bool is_another = cursor_.accept("of");
    if (is_another && (cursor_.is_any({"this", "that", "these"}) || (cursor_.is("the") && cursor_.is("present", 1))))
      is_another = false;
    if (is_another) {
      cursor_.accept("the");
      const auto* noun = cursor_.peek();
      const auto* behind = cursor_.peek(1);
      const bool is_named_further = behind != nullptr && (behind->is_capitalised() || cursor_.is_any({"on", "for"}, 1));
      const bool names = noun != nullptr && (noun->is_capitalised() || citation_head(noun) != nullptr);
      is_another = names && (!names_.is_own(noun->text) || is_named_further);
    }
    cursor_.rewind(from);
    return is_another;
  }

  /// "provisions of this article" are its paragraphs: behind "the preceding", those before the one that cites.
  std::optional<ProvisionKind> provisions_of_whole() {
    const auto from = cursor_.at();
    const bool says_provisions = cursor_.accept("provisions") && cursor_.accept_any({"of", "in"});
    const auto whole = says_provisions ? demonstrative() : std::nullopt;
    if (whole && whole->base == Citation::Base::Here && is_unit(whole->head->kind)) {
      return ProvisionKind::Paragraph;
    }
    if (whole && whole->base == Citation::Base::Here && whole->head->kind == ProvisionKind::Paragraph) {
      return ProvisionKind::Point;
    }
    cursor_.rewind(from);
    return std::nullopt;
  }

  std::size_t count_word() {
    if (!cursor_.is(Token::Kind::Word)) return 0;
    const auto value = word_value(cursor_.peek()->text);
    if (!value || cursor_.peek()->is_capitalised()) return 0;
    cursor_.step();
    return static_cast<std::size_t>(*value);
  }

  std::optional<Citation> neighbours_alone() {
    const auto found = neighbours();
    if (!found) return std::nullopt;
    Citation citation;
    citation.base = found->base;
    citation.of_kind = found->kind;
    citation.count = found->count;
    citation.is_vague = found->is_vague;
    end_provision(citation);
    return citation;
  }

  /// "the following articles of the GPA": no citation, but what is listed behind is of the GPA.
  std::optional<Citation> announced_abbreviation() {
    const auto from = cursor_.at();
    const bool announces = cursor_.accept("the") && cursor_.accept("following") &&
                           (cursor_.is("provisions") || citation_head(cursor_.peek()) != nullptr);
    if (announces) cursor_.step();
    Citation citation;
    citation.is_context = true;
    const bool is_of = announces && cursor_.accept("of") && cursor_.accept("the") &&
                       !instrument_at(tokens_, cursor_.at(), InstrumentNouns::Citable).found();
    if (is_of && take_abbreviation(citation, cursor_.at() - 1, InstrumentNouns::Citable)) return citation;
    cursor_.rewind(from);
    return std::nullopt;
  }

  /// "(i) above", "(a), (b) or (c) below": points without a word that says so.
  std::optional<Citation> marks_nearby() {
    const auto from = cursor_.at();
    Citation citation;
    citation.base = Citation::Base::Here;
    citation.of_kind = ProvisionKind::Paragraph;
    const auto take = [&] {
      if (!cursor_.is(Token::Kind::Mark)) return false;
      citation.provisions.push_back(provision_of({{ProvisionKind::Point, std::string(cursor_.peek()->text)}}));
      cursor_.step();
      return true;
    };
    while (take()) {
      if (cursor_.is("to") && cursor_.is(Token::Kind::Mark, 1)) {
        citation.provisions.back().range_end = std::string(cursor_.peek(1)->text);
        cursor_.rewind(cursor_.at() + 2);
      }
      cursor_.accept(Token::Kind::Comma);
      cursor_.accept_any({"and", "or"});
    }
    if (!cursor_.accept_any({"above", "below"})) {
      cursor_.rewind(from);
      return std::nullopt;
    }
    end_provision(citation);
    return citation;
  }

  // "the first paragraph of article 5", "the second and third paragraphs of this article"

  std::optional<Citation> ordinals() {
    const auto from = cursor_.at();
    cursor_.accept("the");
    std::vector<std::string> numbers;
    do {
      const auto number = ordinal();
      if (number.empty()) break;
      numbers.push_back(number);
    } while (cursor_.accept(Token::Kind::Comma) || cursor_.accept_any({"and", "or"}));
    const auto* head = numbers.empty() ? nullptr : citation_head(cursor_.peek());
    const bool counts = head != nullptr && !head->is_common &&
                        (head->kind == ProvisionKind::Paragraph || head->kind == ProvisionKind::Point);
    if (counts) {
      cursor_.step();
      Citation citation;
      citation.base = Citation::Base::Here;
      const bool has_no_number = head->kind == ProvisionKind::Point;
      for (auto& number : numbers)
        citation.provisions.push_back(provision_of({{head->kind, std::move(number)}}));
      anchors(citation);
      if (citation.is_anchored) {
        if (has_no_number) leave_out_last_steps(citation);
        end_provision(citation);
        instrument(citation);
        return citation;
      }
    }
    cursor_.rewind(from);
    return std::nullopt;
  }

  /// "the first subparagraph of this paragraph": told by its place it has no number, and so is no provision.
  static void leave_out_last_steps(Citation& citation) {
    for (auto& provision : citation.provisions) provision.steps.pop_back();
    citation.is_kind_only = citation.provisions.front().steps.empty();
    if (citation.is_kind_only) citation.provisions.clear();
  }

  std::string ordinal() {
    const auto* token = cursor_.peek();
    if (token == nullptr || !is_ordinal(*token)) return {};
    cursor_.step();
    return std::to_string(*word_value(token->text));
  }

  static bool is_ordinal(const Token& token) {
    if (token.kind != Token::Kind::Word || token.is_capitalised()) return false;
    if (token.is("first") || token.is("second") || token.is("third")) return true;
    return token.lower().ends_with("th") && word_value(token.text).has_value();
  }

  // "article 7, paragraphs 4 and 5", "Annexes I and II"

  std::optional<Citation> listed() {
    const auto first = cursor_.at();
    Citation citation;
    citation.provisions = read_provisions(cursor_);
    if (citation.provisions.empty()) return std::nullopt;
    const auto kind = citation.provisions.front().steps.front().kind;
    citation.base = is_inside_unit(kind) ? Citation::Base::Here : Citation::Base::Named;
    citation.of_kind = kind == ProvisionKind::Point ? ProvisionKind::Paragraph : ProvisionKind::Article;
    sentence();
    anchors(citation);
    end_provision(citation);
    instrument(citation);
    behind_brackets(citation);
    const auto* before = first > 0 ? &tokens_[first - 1] : nullptr;
    const bool says_nothing = citation.instrument.empty() && !citation.of_this_treaty;
    if (says_nothing && before != nullptr && !citation.is_anchored) {
      citation.of_instrument_before |= before->is("its") && is_unit(kind);
      citation.instrument = acronym_before(first);
    }
    return citation;
  }

  /// "Articles 1 and 2 (except paragraph 2) of the Act": what follows the brackets is said of the list before them.
  void behind_brackets(Citation& citation) {
    if (!citation.instrument.empty() || citation.of_this_treaty) return;
    const auto open = cursor_.at();
    const auto end = behind_bracket(tokens_, open);
    if (end == open) return;
    cursor_.rewind(end);
    const std::size_t comma = cursor_.is(Token::Kind::Comma) ? 1 : 0;
    const bool is_annexed = is_component(citation.provisions.front().steps.front().kind) && cursor_.is("to", comma);
    if (is_annexed || cursor_.is("of", comma)) {
      anchors(citation);
      if (!may_cite(tokens_, open, end)) end_provision(citation);
      instrument(citation);
    }
    if (cursor_.at() == end) return cursor_.rewind(open);
    if (!may_cite(tokens_, open, end)) return;
    read_ahead_ = {end, cursor_.at()};
    cursor_.rewind(open);
  }

  /// "GATT Article XX", "GATT 1994 Article XX", "Harmonized System Chapter 84", "19 U.S.C. § 2703".
  [[nodiscard]] std::string acronym_before(std::size_t first) const {
    constexpr std::size_t kCode = 6;
    const bool is_code = first >= kCode && tokens_[first - kCode].text.size() == 1 &&
                         tokens_[first].lower().starts_with("§") && tokens_[first - 1].text == "." &&
                         tokens_[first - 2].text.size() == 1;
    if (is_code) return words(first - kCode, first);
    if (first > 1 && tokens_[first - 1].is("system") && tokens_[first - 2].is("harmonized"))
      return words(first - 2, first);
    const bool after_year = first > 1 && tokens_[first - 1].kind == Token::Kind::Number;
    const auto at = first - (after_year ? 2 : 1);
    return is_well_known_acronym(tokens_[at].text) ? words(at, first) : std::string();
  }

  /// "the Annex", where a treaty has one.
  std::optional<Citation> only_annex() {
    const auto* head = citation_head(cursor_.peek());
    const auto* before = cursor_.before();
    const bool is_annex = head != nullptr && is_component(head->kind) && !head->is_plural && !head->is_common &&
                          cursor_.peek()->is_capitalised() && before != nullptr && before->is("the");
    if (!is_annex) return std::nullopt;
    cursor_.step();
    Citation citation;
    citation.provisions.push_back(provision_of({{head->kind, {}}}, word_of(*head)));
    anchors(citation);
    end_provision(citation);
    instrument(citation);
    return citation;
  }

  /// "article 2, first sentence" is no finer than article 2, but the words belong to the citation.
  void sentence() {
    const auto from = cursor_.at();
    cursor_.accept(Token::Kind::Comma);
    cursor_.accept_any({"the", "in"});
    cursor_.accept("the");
    const bool counted = cursor_.is("last") || (cursor_.is(Token::Kind::Word) && word_value(cursor_.peek()->text));
    if (counted) cursor_.step();
    if (!counted || !cursor_.accept_any({"sentence", "sentences", "indent", "subparagraph", "sub-paragraph"})) {
      cursor_.rewind(from);
    }
  }

  void end_provision(Citation& citation) const { citation.provision_end = tokens_[cursor_.at() - 1].end; }

  // "of this article", "of article 5", "of Annex V", "above"

  void anchors(Citation& citation) {
    while (true) {
      const auto from = cursor_.at();
      if (cursor_.accept_any({"above", "below", "hereof", "aforementioned"})) continue;
      if (cursor_.accept("thereof")) {
        citation.of_instrument_before = citation.base == Citation::Base::Named;
        citation.is_thereof = true;
        if (citation.base == Citation::Base::Here) citation.base = Citation::Base::That;
        return;
      }
      const bool comma = cursor_.accept(Token::Kind::Comma);
      const bool of = cursor_.accept("of");
      const bool near = of || (!comma && cursor_.accept_any({"in", "to", "under", "from"}));
      if (!near || is_too_deep(citation) || !anchor_words(citation, of)) return cursor_.rewind(from);
    }
  }

  /// "Section 1 of Part I of Annex I of Annex II of ...": no treaty is so deep.
  static bool is_too_deep(const Citation& citation) {
    constexpr std::size_t kDeepest = 16;
    return citation.provisions.front().steps.size() > kDeepest;
  }

  bool anchor_words(Citation& citation, bool of) {
    if (const auto found = demonstrative()) return anchor_on(citation, *found);
    if (anchor_on_preamble(citation) || anchor_on_schedule(citation) || anchor_on_ordinal(citation)) return true;
    const bool is_part = citation.base == Citation::Base::Here && !citation.is_anchored;
    if (const auto found = is_part ? neighbours() : std::nullopt) {
      citation.base = found->base;
      citation.of_kind = found->kind;
      citation.is_anchored = true;
      return true;
    }
    return anchor_on_unit(citation, of);
  }

  /// "Section A of its Schedule to Annex III": each Party has one there.
  bool anchor_on_schedule(Citation& citation) {
    const auto from = cursor_.at();
    const bool is_owned = cursor_.accept_any({"its", "their"}) || (cursor_.accept_any({"each", "that", "the"}) &&
                                                                   cursor_.accept_any({"party's", "party’s", "other"}));
    const auto* schedule = cursor_.peek();
    const bool is_schedule = is_owned && cursor_.is_any({"schedule", "schedules"}) && schedule->is_capitalised();
    const auto outermost = citation.provisions.front().steps.front().kind;
    if (!is_schedule || is_component(outermost)) {
      cursor_.rewind(from);
      return false;
    }
    cursor_.step();
    const auto behind = cursor_.at();
    cursor_.accept_any({"to", "in", "of"});
    auto outer = read_provisions(cursor_);
    if (outer.empty() || !is_component(outer.front().steps.front().kind)) {
      cursor_.rewind(behind);
      outer = {provision_of({{ProvisionKind::Schedule, {}}}, "sched")};
    }
    put_into(citation, outer);
    return true;
  }

  /// "paragraph 10 of the Preamble".
  bool anchor_on_preamble(Citation& citation) {
    const bool is_part = citation.base == Citation::Base::Here && !citation.is_anchored;
    if (!is_part || !cursor_.is("the") || !cursor_.is("preamble", 1)) return false;
    cursor_.rewind(cursor_.at() + 2);
    for (auto& provision : citation.provisions) provision.steps.front().kind = ProvisionKind::Recital;
    put_into(citation, {provision_of({{ProvisionKind::Preamble, {}}})});
    return true;
  }

  /// "preambular paragraph (b)", "preambular paragraphs 2 and 3".
  std::optional<Citation> preambular() {
    cursor_.step();
    Citation citation;
    citation.provisions = read_provisions(cursor_);
    if (citation.provisions.empty() || !is_inside_unit(citation.provisions.front().steps.front().kind))
      return std::nullopt;
    for (auto& provision : citation.provisions) provision.steps.front().kind = ProvisionKind::Recital;
    put_into(citation, {provision_of({{ProvisionKind::Preamble, {}}})});
    end_provision(citation);
    instrument(citation);
    return citation;
  }

  /// "point (d) of the first subparagraph": that one has no number, so its points are found in the paragraph;
  /// "point (a) of the second paragraph of article 5".
  bool anchor_on_ordinal(Citation& citation) {
    const auto from = cursor_.at();
    const bool is_point = citation.provisions.front().steps.front().kind == ProvisionKind::Point;
    cursor_.accept("the");
    const auto number = is_point ? ordinal() : std::string();
    const auto* head = number.empty() ? nullptr : citation_head(cursor_.peek());
    const bool counts = head != nullptr && !head->is_plural &&
                        (head->kind == ProvisionKind::Paragraph || head->kind == ProvisionKind::Point);
    if (!counts) {
      cursor_.rewind(from);
      return false;
    }
    cursor_.step();
    if (head->kind == ProvisionKind::Paragraph) {
      for (auto& provision : citation.provisions) {
        provision.steps.insert(provision.steps.begin(), {ProvisionKind::Paragraph, number});
      }
    }
    return true;
  }

  static bool anchor_on(Citation& citation, const Demonstrative& found) {
    if (found.head->is_plural) return false;
    const auto outermost = citation.provisions.front().steps.front().kind;
    const bool above = level_of(outermost) > level_of(found.head->kind);
    if (!above && !is_component(found.head->kind)) return false;
    citation.base = found.base;
    citation.of_kind = found.head->kind;
    citation.is_anchored = true;
    citation.is_pointed = true;
    return true;
  }

  bool anchor_on_unit(Citation& citation, bool of) {
    const auto from = cursor_.at();
    const auto outermost = citation.provisions.front().steps.front().kind;
    accept_article_before_component();
    if (cursor_.is("each") && cursor_.is("of", 1)) cursor_.rewind(cursor_.at() + 2);  // "of each of Articles 4 and 5"
    const bool is_pair = cursor_.accept_any({"either", "both"});
    auto outer = read_provisions(cursor_, outermost);
    if (is_pair && !outer.empty()) read_other_of_pair(outer, outermost);
    if (outer.empty()) {
      cursor_.rewind(from);
      return false;
    }
    const auto kind = outer.front().steps.front().kind;
    if (is_component(outermost) && !is_component(kind)) return true;  // "Annex 3 to Chapter 3"
    const bool is_section = outermost == ProvisionKind::Section || outermost == ProvisionKind::Subsection;
    const bool is_coarser = level_of(kind) < level_of(outermost) || (is_component(kind) && is_component(outermost)) ||
                            (kind == outermost && kind == ProvisionKind::Point) || (is_unit(kind) && is_section);
    if (!is_coarser || (!of && !is_component(kind) && !is_unit(kind))) {
      cursor_.rewind(from);
      return false;
    }
    put_into(citation, outer);
    return true;
  }

  /// "paragraph 1 of either Article 7 or Article 10".
  void read_other_of_pair(CitedProvisions& pair, ProvisionKind part) {
    const auto from = cursor_.at();
    const bool joined = cursor_.accept_any({"or", "and"});
    auto other = joined ? read_provisions(cursor_, part) : CitedProvisions();
    const bool is_alike = !other.empty() && other.front().steps.front().kind == pair.front().steps.front().kind;
    if (!is_alike) return cursor_.rewind(from);
    std::ranges::move(other, std::back_inserter(pair));
  }

  /// "of the Protocol 3".
  void accept_article_before_component() {
    const auto* head = cursor_.is("the") ? citation_head(cursor_.peek(1)) : nullptr;
    if (head != nullptr && is_component(head->kind) && !head->is_plural) cursor_.step();
  }

  // "of the Convention"

  void instrument(Citation& citation) {
    const auto from = cursor_.at();
    cursor_.accept(Token::Kind::Comma);
    if (cursor_.accept("annexed") || cursor_.accept("attached")) cursor_.accept("hereto");
    accept_footnote();
    if (cursor_.is("common") && cursor_.is("to", 1)) cursor_.step();  // "Article 3 common to the Conventions"
    const bool of = cursor_.accept("of");
    const bool near = of || cursor_.accept_any({"to", "in", "from", "under"}) || is_at_acronym(citation);
    const auto nouns = of ? InstrumentNouns::Citable : InstrumentNouns::Treaties;
    if (!near || (!part_words(citation) && !instrument_words(citation, nouns))) cursor_.rewind(from);
  }

  /// "of the Verification Annex": an annex of the document by its name.
  bool part_words(Citation& citation) {
    const auto from = cursor_.at();
    cursor_.accept("the");
    const auto end = names_.part_end(tokens_, cursor_.at());
    if (end == cursor_.at()) {
      cursor_.rewind(from);
      return false;
    }
    citation.instrument = words(from, end);
    citation.is_of_part = true;
    cursor_.rewind(end);
    return true;
  }

  /// "Article IX of the GPA".
  bool take_abbreviation(Citation& citation, std::size_t first, InstrumentNouns nouns) {
    constexpr std::size_t kShortest = 3;
    constexpr std::size_t kLongest = 6;
    const auto* token = cursor_.peek();
    const bool may_be = token != nullptr && citation.base == Citation::Base::Named &&
                        (nouns == InstrumentNouns::Citable || is_well_known_acronym(token->text)) &&
                        token->kind == Token::Kind::Word && token->text.size() >= kShortest &&
                        token->text.size() <= kLongest;
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!may_be || !std::ranges::all_of(token->text, is_upper) || roman_value(token->text)) return false;
    const bool is_shouted = cursor_.is_any({"and", "the", "any", "this", "that", "each", "all"});
    if (is_shouted || citation_head(token) != nullptr) return false;
    cursor_.step();
    citation.instrument = words(first, cursor_.at());
    return true;
  }

  /// "resolution II", "decision 4/1", "resolution 2749 (XXV)"; "the combined nomenclature", which is written small too.
  bool accept_small_name() {
    if (cursor_.is("combined") && cursor_.is("nomenclature", 1)) {
      cursor_.rewind(cursor_.at() + 2);
      return true;
    }
    const bool is_act = cursor_.is_any({"resolution", "decision", "directive", "regulation", "recommendation"});
    const auto* number = cursor_.peek(1);
    const bool is_numbered =
        is_act && number != nullptr &&
        (number->kind == Token::Kind::Number || (number->is_capitalised() && roman_value(number->text)));
    if (!is_numbered) return false;
    cursor_.rewind(cursor_.at() + 2);
    while (true) {
      const auto* next = cursor_.peek();
      const bool is_pair = next != nullptr && next->text == "/" && cursor_.peek(1) != nullptr &&
                           (cursor_.is(Token::Kind::Number, 1) || cursor_.peek(1)->is_capitalised());  // "2014/9/EU"
      if (!is_pair && !cursor_.is(Token::Kind::Mark)) return true;
      cursor_.rewind(cursor_.at() + (is_pair ? 2 : 1));
    }
  }

  /// "Article 31 8 of the TRIPS Agreement": the 8 is a note's.
  void accept_footnote() {
    constexpr std::size_t kLongest = 2;
    if (cursor_.is(Token::Kind::Number) && cursor_.peek()->text.size() <= kLongest && cursor_.is("of", 1))
      cursor_.step();
  }

  /// "Article VI GATT 1994".
  [[nodiscard]] bool is_at_acronym(const Citation& citation) const {
    const auto* token = cursor_.peek();
    return citation.base == Citation::Base::Named && token != nullptr && is_well_known_acronym(token->text);
  }

  void accept_opening_quote() {
    if (cursor_.peek() != nullptr && is_opening_quote(*cursor_.peek())) cursor_.step();
  }

  static bool is_opening_quote(const Token& token) {
    return token.text == "\"" || token.text == "“" || token.text == "‘";
  }

  bool instrument_words(Citation& citation, InstrumentNouns nouns) {
    const auto first = cursor_.at();
    const bool own = cursor_.accept_any({"this", "these"}) || (cursor_.accept("the") && cursor_.accept("present"));
    const auto* noun = cursor_.peek();
    if (own && noun != nullptr && (is_instrument_noun(noun->text) || names_.is_own(noun->text))) {
      citation.this_noun = std::string(noun->text);
      cursor_.step();
      citation.of_this_treaty = true;
      return true;
    }
    cursor_.rewind(first);
    const bool that = cursor_.accept_any({"that", "those"}) ||
                      (cursor_.accept("the") && cursor_.accept_any({"said", "same", "latter", "aforementioned"}));
    if (!that) {
      cursor_.rewind(first);
      accept_opening_quote();
      cursor_.accept("the");
      accept_opening_quote();
    }
    if (accept_small_name()) {
      citation.instrument = words(first, cursor_.at());
      return true;
    }
    const auto mention = instrument_at(tokens_, cursor_.at(), nouns);
    if (!mention.found()) return take_abbreviation(citation, first, nouns);
    cursor_.rewind(mention.last);
    const bool is_noun_alone = mention.last == mention.first + 1;
    if (is_noun_alone && !that && names_.is_own(mention.noun)) {
      citation.of_this_treaty = true;
    } else {
      citation.instrument = words(first, mention.last);
    }
    return true;
  }

  [[nodiscard]] std::string words(std::size_t first, std::size_t last) const {
    std::string joined;
    for (auto i = first; i < last; ++i) {
      if (is_opening_quote(tokens_[i])) continue;
      const bool tight = joined.empty() || tokens_[i].kind == Token::Kind::Comma ||
                         (tokens_[i].start == tokens_[i - 1].end && !is_opening_quote(tokens_[i - 1]));
      const bool in_brackets = tokens_[i].kind == Token::Kind::Mark;  // "2749 (XXV)", "Regulation (EC)"
      joined +=
          (tight ? "" : " ") + (in_brackets ? fmt::format("({})", tokens_[i].text) : std::string(tokens_[i].text));
    }
    return joined;
  }

  /// "the Verification Annex", "Annex on Chemicals": the whole of an annex that is named.
  std::optional<Citation> whole_part() {
    const auto first = cursor_.at();
    const auto end = names_.part_end(tokens_, first);
    if (end == first) return std::nullopt;
    Citation citation;
    citation.instrument = words(first, end);
    citation.is_of_part = true;
    cursor_.rewind(end);
    end_provision(citation);
    provisions_behind(citation);
    return citation;
  }

  /// A full name, "United Nations Convention on the Law of the Sea of 10 December 1982", the first time that it stands.
  std::optional<Citation> whole_instrument() {
    constexpr std::size_t kFewestCapitals = 3;
    const auto at = cursor_.at();
    const bool after_year = at > 1 && tokens_[at - 1].kind == Token::Kind::Number && tokens_[at - 2].is("the");
    const bool begins_name = at > 0 && (tokens_[at - 1].is("the") || after_year || stands_behind_another(at));
    const auto mention = instrument_at(tokens_, at, InstrumentNouns::Treaties);
    if (!mention.found()) return std::nullopt;
    const bool stands_alone = is_before_article(mention.last) && begins_in_name(mention);
    if (!begins_name && !mention.is_numbered && !stands_alone) return std::nullopt;
    Citation citation;
    const bool is_own_noun = mention.last == mention.first + 1 && names_.is_own(mention.noun);
    const bool ends_in_own_name = tokens_[mention.last - 1].text == mention.noun && names_.is_own(mention.noun) &&
                                  tokens_[mention.last - 2].is("the");
    if (ends_in_own_name && !is_own_noun) return std::nullopt;  // "the Conference of the Parties to the Convention"
    const bool says_enough = mention.capitals >= kFewestCapitals || mention.is_numbered || is_well_known(mention) ||
                             (mention.capitals > 1 && stands_behind_another(at));
    citation.is_context = is_own_noun || !says_enough;
    citation.of_this_treaty = is_own_noun;
    const bool with_article = citation.is_context && mention.first > 0 && tokens_[mention.first - 1].is("the");
    const bool with_year = after_year && mention.first == at;  // "the 1961 Convention on Lakes"
    citation.instrument = words(mention.first - (with_article || with_year ? 1U : 0U), mention.last);
    cursor_.rewind(mention.last);
    if (is_own_noun || !provisions_behind(citation)) {
      if (!begins_name && !mention.is_numbered) return std::nullopt;
      end_provision(citation);
    }
    begins_at_ = mention.first - (with_year ? 1U : 0U);
    return citation;
  }

  /// "the Charter of Lakes and Convention on Rivers", "... and of the Rivers Convention".
  [[nodiscard]] bool stands_behind_another(std::size_t at) const {
    auto before = at;
    if (before > 0 && tokens_[before - 1].is("the")) --before;
    if (before > 0 && (tokens_[before - 1].is("of") || tokens_[before - 1].is("in"))) --before;
    return before > 0 && tokens_[before - 1].is("and") && !places_.empty() && places_.back().last == before - 1 &&
           !citations_.back().instrument.empty();
  }

  [[nodiscard]] bool is_well_known(const InstrumentMention& mention) const {
    return mention.last > mention.first + 1 &&
           WellKnownTreaties::table().find(words(mention.first, mention.last)) != nullptr;
  }

  /// Not "Subject to the Charter of Lakes", where a sentence begins.
  [[nodiscard]] bool begins_in_name(const InstrumentMention& mention) const {
    for (auto at = mention.first; at < mention.last && tokens_[at].text != mention.noun; ++at) {
      if (!tokens_[at].is_capitalised()) return false;
    }
    return true;
  }

  /// "Charter of Lakes, Article 2".
  [[nodiscard]] bool is_before_article(std::size_t at) const {
    if (at + 1 >= tokens_.size() || tokens_[at].kind != Token::Kind::Comma) return false;
    const auto* head = citation_head(&tokens_[at + 1]);
    return head != nullptr && is_unit(head->kind);
  }

  /// "Charter of Lakes, Article 2, applies", but not "Under the Charter of Lakes, article 2 applies", nor "Charter of
  /// Lakes, Article 2 of this Treaty".
  bool provisions_behind(Citation& citation) {
    const auto from = cursor_.at();
    if (!is_before_article(from)) return false;
    cursor_.step();
    const auto first = cursor_.at();
    Citation behind;
    behind.provisions = read_provisions(cursor_);
    if (!behind.provisions.empty() && is_unit(behind.provisions.front().steps.front().kind)) {
      sentence();
      anchors(behind);
      end_provision(behind);
      instrument(behind);
      const bool says_more = !behind.instrument.empty() || behind.of_this_treaty || behind.of_instrument_before;
      if (!says_more && behind.base == Citation::Base::Named && ends_aside()) {
        citation.provisions = std::move(behind.provisions);
        citation.provision_start = tokens_[first].start;
        citation.provision_end = behind.provision_end;
        citation.is_context = false;
        return true;
      }
    }
    cursor_.rewind(from);
    return false;
  }

  /// Whether what was read stands aside from its sentence: a comma, a stop or a bracket follows.
  [[nodiscard]] bool ends_aside() const {
    const auto* next = cursor_.peek();
    return next == nullptr || next->kind == Token::Kind::Comma || next->kind == Token::Kind::Stop || next->text == ")";
  }

  const std::vector<Token>& tokens_;
  const InstrumentNames& names_;
  TokenCursor cursor_;
  std::size_t begins_at_ = 0;  ///< the token with which the citation at hand begins
  std::vector<Citation> citations_;
  std::vector<TokenRange> places_;
  TokenRange read_ahead_;  ///< from the bracket behind a list to the end of what was said of the list behind it
};

}  // namespace

std::vector<Citation> find_citations(std::string_view text, std::size_t first, std::size_t last,
                                     const InstrumentNames& names) {
  auto tokens = citation_tokens(text, first, last);
  if (names.highest_split_number() > 0) join_split_numbers(text, names.highest_split_number(), tokens);
  repeat_heads_behind_brackets(tokens);
  return CitationParser(tokens, names).parse();
}

}  // namespace treatygraph::ingest
