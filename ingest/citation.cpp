#include "ingest/citation.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>

#include "ingest/numerals.h"

namespace treatygraph::ingest {
namespace {

struct Head {
  std::string_view word;
  ProvisionKind kind;
  bool is_plural;
};

constexpr std::array<Head, 26> kHeads = {
    {{"article", ProvisionKind::Article, false},     {"articles", ProvisionKind::Article, true},
     {"art", ProvisionKind::Article, false},         {"arts", ProvisionKind::Article, true},
     {"paragraph", ProvisionKind::Paragraph, false}, {"paragraphs", ProvisionKind::Paragraph, true},
     {"para", ProvisionKind::Paragraph, false},      {"paras", ProvisionKind::Paragraph, true},
     {"subparagraph", ProvisionKind::Point, false},  {"subparagraphs", ProvisionKind::Point, true},
     {"sub-paragraph", ProvisionKind::Point, false}, {"sub-paragraphs", ProvisionKind::Point, true},
     {"point", ProvisionKind::Point, false},         {"points", ProvisionKind::Point, true},
     {"part", ProvisionKind::Part, false},           {"parts", ProvisionKind::Part, true},
     {"chapter", ProvisionKind::Chapter, false},     {"chapters", ProvisionKind::Chapter, true},
     {"section", ProvisionKind::Section, false},     {"sections", ProvisionKind::Section, true},
     {"title", ProvisionKind::Title, false},         {"titles", ProvisionKind::Title, true},
     {"annex", ProvisionKind::Annex, false},         {"annexes", ProvisionKind::Annex, true},
     {"appendix", ProvisionKind::Annex, false},      {"appendices", ProvisionKind::Annex, true}}};

/// A number before one of these counts something: "articles 5 and 30 days".
constexpr std::array<std::string_view, 16> kCounted = {
    "days",  "months", "years", "hours",   "weeks",   "states", "members", "nautical",
    "miles", "metres", "per",   "percent", "parties", "votes",  "copies",  "ratifications"};

const Head* head_of(const Token& token) {
  if (token.kind != Token::Kind::Word) return nullptr;
  const auto* found = std::ranges::find(kHeads, token.lower, &Head::word);
  return found == kHeads.end() ? nullptr : found;
}

bool is_division(ProvisionKind kind) {
  return kind < ProvisionKind::Article;
}

class CitationParser {
 public:
  CitationParser(std::vector<Token> tokens, const InstrumentNames& names) : tokens_(std::move(tokens)), names_(names) {}

  std::vector<Citation> parse() {
    std::vector<Citation> citations;
    while (at_ < tokens_.size()) {
      const auto first = at_;
      if (auto citation = citation_here()) {
        citation->start = tokens_[first].start;
        citation->end = tokens_[at_ - 1].end;
        citations.push_back(std::move(*citation));
      } else {
        at_ = first + 1;
      }
    }
    return citations;
  }

 private:
  using Provisions = std::vector<CitedProvision>;

  [[nodiscard]] const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool accept(std::string_view word) {
    const bool found = peek() != nullptr && peek()->is(word);
    if (found) ++at_;
    return found;
  }
  bool accept(Token::Kind kind) {
    const bool found = peek() != nullptr && peek()->kind == kind;
    if (found) ++at_;
    return found;
  }

  std::optional<Citation> citation_here() {
    if (auto citation = this_kind()) return citation;
    if (auto citation = preceding_kind()) return citation;
    if (auto citation = provisions_here()) return citation;
    return whole_instrument();
  }

  // "this article", "the present Chapter"

  std::optional<ProvisionKind> demonstrative(bool that) {
    const auto from = at_;
    const bool said = that ? (accept("that") || (accept("the") && (accept("said") || accept("same"))))
                           : (accept("this") || (accept("the") && accept("present")));
    const auto* head = said && peek() != nullptr ? head_of(*peek()) : nullptr;
    const bool common_word =
        head != nullptr &&
        (head->kind == ProvisionKind::Part || head->kind == ProvisionKind::Title || head->kind == ProvisionKind::Point);
    const bool counts = head != nullptr && !head->is_plural &&
                        (!common_word || peek()->is_capitalised() || head->word.ends_with("paragraph"));
    if (counts) {
      ++at_;
      return head->kind;
    }
    at_ = from;
    return std::nullopt;
  }

  std::optional<Citation> this_kind() {
    const auto from = at_;
    const auto kind = demonstrative(false);
    if (!kind) return std::nullopt;
    if (numeral(*kind)) {
      at_ = from;
      return std::nullopt;
    }
    Citation citation;
    citation.base = Citation::Base::Here;
    citation.of_kind = *kind;
    citation.is_kind_only = true;
    citation.provision_end = tokens_[at_ - 1].end;
    return citation;
  }

  std::optional<Citation> preceding_kind() {
    constexpr std::size_t kAll = 1'000;
    const auto from = at_;
    const bool said =
        accept("the") && (accept("preceding") || accept("foregoing") || accept("previous") || accept("above"));
    std::size_t count = 1;
    if (said && peek() != nullptr && peek()->kind == Token::Kind::Word && word_value(peek()->text)) {
      count = static_cast<std::size_t>(*word_value(peek()->text));
      ++at_;
    }
    const auto* head = said && peek() != nullptr ? head_of(*peek()) : nullptr;
    if (head == nullptr) {
      at_ = from;
      return std::nullopt;
    }
    ++at_;
    Citation citation;
    citation.base = Citation::Base::Preceding;
    citation.of_kind = head->kind;
    citation.count = head->is_plural && count == 1 ? kAll : count;
    citation.provision_end = tokens_[at_ - 1].end;
    return citation;
  }

  // Numbers and lists of them

  /// "3.12" is "3-12" in an eId; the full stop of "1.a" belongs to a point.
  static std::string in_eid(std::string_view number) {
    std::string num(number);
    const auto stop = num.find('.');
    const bool is_compound = stop != std::string::npos && std::isdigit(static_cast<unsigned char>(num.back())) != 0;
    if (is_compound) num[stop] = '-';
    return num;
  }

  /// The number at hand without taking it: digits, a roman numeral, or the letter l that was read for a 1.
  [[nodiscard]] std::optional<std::string> numeral(ProvisionKind kind) const {
    const auto* token = peek();
    if (token == nullptr) return std::nullopt;
    if (token->kind == Token::Kind::Number) return in_eid(token->text);
    if (token->kind != Token::Kind::Word) return std::nullopt;
    if (token->text == "l" && !is_division(kind)) return "1";
    const bool upper = std::ranges::all_of(token->text, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool takes_roman = is_division(kind) || kind == ProvisionKind::Article;
    if (takes_roman && upper && roman_value(token->text)) return std::string(token->text);
    if (kind == ProvisionKind::Annex && upper && token->text.size() == 1) return std::string(token->text);
    return std::nullopt;
  }

  static void add_number(ProvisionKind kind, std::string number, CitedProvision& provision) {
    std::string letter;
    if (const auto dot = number.find('.'); dot != std::string::npos) {  // "paragraph 1.a"
      letter = number.substr(dot + 1);
      number.resize(dot);
    }
    std::erase(number, ' ');
    provision.steps.push_back({kind, number});
    if (!letter.empty()) provision.steps.push_back({ProvisionKind::Point, letter});
  }

  void add_marks(CitedProvision& provision) {
    while (peek() != nullptr) {
      if (peek()->kind == Token::Kind::Mark) {
        const auto mark = std::string(peek()->text);
        const bool numbers_paragraph =
            digits_value(mark).has_value() && provision.steps.back().kind == ProvisionKind::Article;
        provision.steps.push_back({numbers_paragraph ? ProvisionKind::Paragraph : ProvisionKind::Point, mark});
        ++at_;
      } else if (!bare_mark(provision)) {
        return;
      }
    }
  }

  /// "paragraph 1 a.ii of this article": letters without brackets, where what follows shows that they are marks.
  bool bare_mark(CitedProvision& provision) {
    const auto from = at_;
    const bool may_have_marks = provision.steps.back().kind != ProvisionKind::Article;
    if (may_have_marks) accept_stop_inside_mark();
    const auto* token = peek();
    const bool small = token != nullptr && token->kind == Token::Kind::Word &&
                       std::ranges::all_of(token->text, [](char c) { return c >= 'a' && c <= 'z'; });
    const bool counts = small && may_have_marks && (token->text.size() == 1 || roman_value(token->text).has_value());
    const auto* next = counts ? peek(1) : nullptr;
    const bool ends = counts && (next == nullptr || next->kind != Token::Kind::Word || next->is("of") ||
                                 next->is("and") || next->is("or") || next->is("through") || next->is("to"));
    if (!ends) {
      at_ = from;
      return false;
    }
    provision.steps.push_back({ProvisionKind::Point, std::string(token->text)});
    ++at_;
    return true;
  }

  /// The stop of "a.ii": no space stands after it.
  void accept_stop_inside_mark() {
    const auto* stop = peek();
    const auto* next = peek(1);
    if (stop != nullptr && stop->text == "." && next != nullptr && next->start == stop->end) ++at_;
  }

  bool item(ProvisionKind kind, CitedProvision& provision) {
    if (kind == ProvisionKind::Point) {
      if (peek() == nullptr || peek()->kind != Token::Kind::Mark) return point_without_brackets(provision);
      provision.steps.push_back({kind, std::string(peek()->text)});
      ++at_;
      add_marks(provision);
      return true;
    }
    const auto number = numeral(kind);
    if (!number) return false;
    ++at_;
    add_number(kind, *number, provision);
    if (!is_division(kind)) add_marks(provision);
    return true;
  }

  /// "subparagraph 1 (a)", "point a".
  bool point_without_brackets(CitedProvision& provision) {
    const auto* token = peek();
    if (token == nullptr) return false;
    if (token->kind == Token::Kind::Number) {
      ++at_;
      add_number(ProvisionKind::Paragraph, std::string(token->text), provision);
      add_marks(provision);
      return provision.steps.size() > 1;
    }
    provision.steps.push_back({ProvisionKind::Paragraph, {}});  // a bare mark follows something
    const bool found = bare_mark(provision);
    if (found) add_marks(provision);
    provision.steps.erase(provision.steps.begin());
    return found;
  }

  enum class Link { None, And, To };
  Link link() {
    const bool comma = accept(Token::Kind::Comma);
    if (accept("to") || accept("through") || (!comma && accept(Token::Kind::Dash))) return Link::To;
    if (accept("and") || accept("or")) {
      if (accept(Token::Kind::Other)) accept("or");  // "and/or"
      return Link::And;
    }
    return comma ? Link::And : Link::None;
  }

  /// Whether the number at hand belongs to the list, and does not count what follows it.
  [[nodiscard]] bool belongs_to_list(bool is_plural) const {
    const auto* next = peek(1);
    if (next == nullptr || next->kind != Token::Kind::Word) return true;
    if (!is_plural && next->is_capitalised()) return false;
    return std::ranges::find(kCounted, next->lower) == kCounted.end();
  }

  /// `provisions` holds one item; takes what goes on with it.
  enum class Items { All, MarksOnly };
  void list(ProvisionKind kind, bool is_plural, Provisions& provisions, Items items = Items::All) {
    while (true) {
      const auto from = at_;
      const auto how = link();
      const auto* next = peek();
      if (how == Link::None || next == nullptr) return rewind(from);
      if (how == Link::To) {
        if (!range_end(kind, provisions.back())) return rewind(from);
        continue;
      }
      if (next->kind == Token::Kind::Mark &&
          provisions.back().steps.size() + (kind == ProvisionKind::Point ? 1U : 0U) > 1) {
        CitedProvision sibling = provisions.back();
        sibling.range_end.clear();
        sibling.steps.pop_back();
        add_marks_to(sibling, kind);
        provisions.push_back(std::move(sibling));
        continue;
      }
      const bool takes_number =
          items == Items::All && kind != ProvisionKind::Point && numeral(kind) && belongs_to_list(is_plural);
      CitedProvision another;
      if (!takes_number || !item(kind, another)) return rewind(from);
      provisions.push_back(std::move(another));
    }
  }

  void rewind(std::size_t to) { at_ = to; }

  void add_marks_to(CitedProvision& provision, ProvisionKind kind) {
    if (!provision.steps.empty()) return add_marks(provision);
    provision.steps.push_back({kind, std::string(peek()->text)});
    ++at_;
    add_marks(provision);
  }

  bool range_end(ProvisionKind kind, CitedProvision& provision) {
    const auto* next = peek();
    if (next->kind == Token::Kind::Mark && provision.steps.back().kind == ProvisionKind::Point) {
      provision.range_end = std::string(next->text);
      ++at_;
      return true;
    }
    const auto number = numeral(kind);
    if (!number) return false;
    const auto dot = number->find('.');
    const bool ends_point = dot != std::string::npos && provision.steps.back().kind == ProvisionKind::Point;
    if (!ends_point && provision.steps.back().kind != kind) return false;
    provision.range_end = ends_point ? number->substr(dot + 1) : *number;
    ++at_;
    return true;
  }

  // Citations that begin with their kind

  std::optional<Citation> provisions_here() {
    const auto* head = head_of(*peek());
    if (head == nullptr) return std::nullopt;
    const auto from = at_;
    ++at_;
    accept_abbreviation_stop(*head);
    Provisions provisions(1);
    if (!item(head->kind, provisions[0])) {
      rewind(from);
      return std::nullopt;
    }
    Citation citation;
    citation.base =
        head->kind == ProvisionKind::Article || is_division(head->kind) ? Citation::Base::Named : Citation::Base::Here;
    citation.of_kind = head->kind == ProvisionKind::Point ? ProvisionKind::Paragraph : ProvisionKind::Article;
    if (head->kind == ProvisionKind::Article) {
      articles(head->is_plural, provisions);
    } else {
      list(head->kind, head->is_plural, provisions);
      if (head->kind == ProvisionKind::Annex) parts_of_annex(provisions);
      if (head->kind == ProvisionKind::Paragraph) points_after_comma(provisions);
    }
    citation.provisions = std::move(provisions);
    sentence();
    anchor(citation);
    citation.provision_end = tokens_[at_ - 1].end;
    instrument(citation);
    return citation;
  }

  void accept_abbreviation_stop(const Head& head) {
    const bool abbreviated = head.word.starts_with("art") || head.word.starts_with("para");
    if (abbreviated && head.word.size() <= 5 && peek() != nullptr && peek()->text == ".") ++at_;
  }

  /// Items of an article list, each with paragraphs of its own: "articles 7, paragraph 1, and 8".
  void articles(bool is_plural, Provisions& provisions) {
    Provisions done;
    while (true) {
      const auto before = provisions.size();
      if (!paragraphs_of_last(provisions)) {
        list(ProvisionKind::Article, is_plural, provisions);
        if (!paragraphs_of_last(provisions) && provisions.size() == before) return;
      }
      const auto from = at_;
      if (!is_plural || link() != Link::And || !numeral(ProvisionKind::Article) || !belongs_to_list(true)) {
        return rewind(from);
      }
      CitedProvision another;
      item(ProvisionKind::Article, another);
      provisions.push_back(std::move(another));
    }
  }

  /// "article 7, paragraphs 4, 5 and 6": the last of the list stands for what its paragraphs are.
  bool paragraphs_of_last(Provisions& provisions) {
    const auto from = at_;
    accept(Token::Kind::Comma);
    const auto* head = peek() != nullptr ? head_of(*peek()) : nullptr;
    const bool narrows =
        head != nullptr && (head->kind == ProvisionKind::Paragraph || head->kind == ProvisionKind::Point);
    if (!narrows) {
      rewind(from);
      return false;
    }
    ++at_;
    accept_abbreviation_stop(*head);
    Provisions inner(1);
    if (!item(head->kind, inner[0])) {
      rewind(from);
      return false;
    }
    list(head->kind, head->is_plural, inner, head->is_plural ? Items::All : Items::MarksOnly);
    points_after_comma(inner);
    put_below(provisions, inner);
    return true;
  }

  /// "paragraph 1, subparagraph (a)"; "paragraph 1, points (a) and (b)".
  void points_after_comma(Provisions& provisions) {
    const auto from = at_;
    if (!accept(Token::Kind::Comma)) return;
    const auto* head = peek() != nullptr ? head_of(*peek()) : nullptr;
    if (head == nullptr || head->kind != ProvisionKind::Point) return rewind(from);
    ++at_;
    Provisions inner(1);
    if (!item(head->kind, inner[0])) return rewind(from);
    list(head->kind, head->is_plural, inner);
    put_below(provisions, inner);
  }

  /// "Annex III, article 4, paragraph 4".
  void parts_of_annex(Provisions& provisions) {
    const auto from = at_;
    accept(Token::Kind::Comma);
    const auto* head = peek() != nullptr ? head_of(*peek()) : nullptr;
    const bool inside =
        head != nullptr && (head->kind == ProvisionKind::Article || head->kind == ProvisionKind::Paragraph ||
                            head->kind == ProvisionKind::Section);
    if (!inside) return rewind(from);
    ++at_;
    Provisions inner(1);
    if (!item(head->kind, inner[0])) return rewind(from);
    if (head->kind == ProvisionKind::Article) {
      articles(head->is_plural, inner);
    } else {
      list(head->kind, head->is_plural, inner);
    }
    put_below(provisions, inner);
  }

  /// Puts each of `inner` below the last of `provisions`, in its place.
  static void put_below(Provisions& provisions, const Provisions& inner) {
    const auto outer = provisions.back();
    provisions.pop_back();
    for (const auto& below : inner) {
      auto whole = outer;
      whole.range_end = below.range_end;
      whole.steps.insert(whole.steps.end(), below.steps.begin(), below.steps.end());
      provisions.push_back(std::move(whole));
    }
  }

  /// "article 2, first sentence" is no finer than article 2, but the words belong to the citation.
  void sentence() {
    const auto from = at_;
    accept(Token::Kind::Comma);
    accept("the");
    const bool counted = peek() != nullptr && peek()->kind == Token::Kind::Word &&
                         (word_value(peek()->text).has_value() || peek()->is("last"));
    if (counted) ++at_;
    if (!counted || !(accept("sentence") || accept("sentences"))) rewind(from);
  }

  // "of this article", "of article 5", "of Annex V"

  void anchor(Citation& citation) {
    while (true) {
      const auto from = at_;
      if (accept("above") || accept("below") || accept("hereof")) continue;
      if (accept("thereof")) {
        citation.base = Citation::Base::That;
        return;
      }
      const bool comma = accept(Token::Kind::Comma);
      if (!accept("of") && !accept("in")) return rewind(from);
      if (!anchor_words(citation, comma)) return rewind(from);
    }
  }

  bool anchor_words(Citation& citation, bool after_comma) {
    if (const auto kind = demonstrative(false)) {
      if (citation.base == Citation::Base::Named && !is_division(*kind)) return false;
      citation.of_kind = *kind;
      if (citation.base == Citation::Base::Named) citation.of_this_treaty = *kind != ProvisionKind::Annex;
      return true;
    }
    if (const auto kind = demonstrative(true)) {
      citation.base = Citation::Base::That;
      citation.of_kind = *kind;
      return true;
    }
    const auto* head = peek() != nullptr ? head_of(*peek()) : nullptr;
    if (head == nullptr || after_comma || head->is_plural) return false;
    const auto outermost = citation.provisions.front().steps.front().kind;
    if (head->kind >= outermost) return false;
    ++at_;
    accept_abbreviation_stop(*head);
    Provisions outer(1);
    if (!item(head->kind, outer[0])) return false;
    if (head->kind == ProvisionKind::Article) paragraphs_of_last(outer);
    const bool article_is_enough = outermost == ProvisionKind::Article && head->kind != ProvisionKind::Annex;
    if (!article_is_enough) {
      for (auto& provision : citation.provisions) {
        provision.steps.insert(provision.steps.begin(), outer[0].steps.begin(), outer[0].steps.end());
      }
    }
    const bool complete = head->kind == ProvisionKind::Article || is_division(head->kind);
    if (complete) citation.base = Citation::Base::Named;
    return true;
  }

  // "of the Convention"

  void instrument(Citation& citation) {
    const auto from = at_;
    accept(Token::Kind::Comma);
    if (!accept("of") && !accept("to") && !accept("in")) return rewind(from);
    if (!instrument_words(citation)) rewind(from);
  }

  bool instrument_words(Citation& citation) {
    const auto first = at_;
    const bool own = accept("this") || (accept("the") && accept("present"));
    if (own && peek() != nullptr && is_instrument_noun(peek()->text)) {
      ++at_;
      citation.of_this_treaty = true;
      return true;
    }
    at_ = first;
    if (peek() != nullptr && peek()->text.starts_with("this") && is_instrument_noun(peek()->text.substr(4))) {
      ++at_;  // the space between was lost
      citation.of_this_treaty = true;
      return true;
    }
    const bool that = accept("that") || (accept("the") && (accept("said") || accept("same") || accept("latter")));
    if (!that) {
      at_ = first;
      accept("the");
    }
    const auto mention = instrument_at(tokens_, at_);
    if (!mention.found()) return false;
    at_ = mention.last;
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
      const bool tight = tokens_[i].kind == Token::Kind::Comma || joined.empty();
      joined += (tight ? "" : " ") + std::string(tokens_[i].text);
    }
    return joined;
  }

  /// A full name, "United Nations Convention on the Law of the Sea of 10 December 1982", the first time that it stands.
  std::optional<Citation> whole_instrument() {
    constexpr std::size_t kFewestCapitals = 3;
    const bool after_year = at_ > 1 && tokens_[at_ - 1].kind == Token::Kind::Number && tokens_[at_ - 2].is("the");
    const bool begins_name = at_ > 0 && peek()->is_capitalised() && (tokens_[at_ - 1].is("the") || after_year);
    if (!begins_name) return std::nullopt;
    const auto mention = instrument_at(tokens_, at_);
    if (!mention.found() || mention.capitals < kFewestCapitals) return std::nullopt;
    const bool ends_in_own_name = tokens_[mention.last - 1].text == mention.noun && names_.is_own(mention.noun) &&
                                  tokens_[mention.last - 2].is("the");
    if (ends_in_own_name) return std::nullopt;  // "the Conference of the States Parties to the Convention"
    Citation citation;
    citation.instrument = words(mention.first, mention.last);
    at_ = mention.last;
    citation.provision_end = tokens_[at_ - 1].end;
    return citation;
  }

  std::vector<Token> tokens_;
  const InstrumentNames& names_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Citation> find_citations(std::string_view text, std::size_t first, std::size_t last,
                                     const InstrumentNames& names) {
  return CitationParser(citation_tokens(text, first, last), names).parse();
}

}  // namespace treatygraph::ingest
