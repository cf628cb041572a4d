// A hand-written parser over tokens (citation_tokens.h). People leave out, reorder and mix languages, so there is no
// fixed grammar: read_token() tries the readings in order, and everything that is not part of a citation is taken as
// the name of the treaty ("ICCPR art 17" and "article 17 of the ICCPR" give the same).
//
// The provision that is being read is steps_, from left to right as typed. A list or range begins a new item that
// shares the first steps with the last ("24(1)(a) and (b)"); provisions_of() in citation_items.h completes the items
// and sorts their steps.

#include "queries/search/read_citation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "queries/search/citation_items.h"
#include "queries/search/citation_tokens.h"
#include "queries/search/kind_words.h"
#include "queries/search/number_series.h"
#include "queries/search/typed_numbers.h"

namespace treatygraph::queries {
namespace {

using Kind = CitationToken::Kind;

/// Treaty series, in which a number names a treaty and not an article: "CETS 185".
constexpr auto kSeries = std::to_array<std::string_view>({"cets", "ets", "ste", "stce", "ilo", "sev"});
constexpr auto kNumberSigns = std::to_array<std::string_view>({"no", "nr", "n", "number", "num", "nos", "numero"});
/// Words between the ends of a range. Some are also suffixes ("8 bis"), joining words or point letters; the order of
/// the readings and the words around them decide.
constexpr auto kRangeWords =
    std::to_array<std::string_view>({"-", "to", "through", "thru", "until", "till", "bis", "a", "al", "au", "hasta"});
constexpr auto kListWords =
    std::to_array<std::string_view>({",", "and", "&", "und", "et", "y", "or", "ou", "o", "oder"});
/// Latin suffixes of inserted articles: "8 bis".
constexpr auto kSuffixes = std::to_array<std::string_view>({"bis", "ter", "quater", "quinquies"});
/// After a number: that provision and those that follow it.
constexpr auto kFollowing =
    std::to_array<std::string_view>({"ff", "seq", "seqq", "sqq", "ss", "ssq", "following", "siguientes", "sigs",
                                     "suivants", "suiv", "folgende", "fortfolgende", "segg"});
/// Words before the name of a treaty, which are not part of it.
constexpr auto kArticlesOfNames = std::to_array<std::string_view>({"of", "the"});
/// Between a part and what contains it: "párrafo 2 del artículo 24".
constexpr auto kJoiningWords =
    std::to_array<std::string_view>({"of", "the", "in",  "de",  "del", "la", "el", "du",   "des",   "l",
                                     "d",  "le",  "der", "dem", "von", "do", "da", "dell", "della", "to"});

template <typename List, typename Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// "a", "bb", "iii": what may be in brackets after an article or paragraph.
bool is_point_num(std::string_view word) {
  if (word.empty() || word[0] < 'a' || word[0] > 'z') return false;
  return word.size() == 1 || (word.size() == 2 && word[0] == word[1]) || typed_roman(word).has_value();
}

/// Roman numbers of chapters, parts and articles are printed in capitals, and so are their eIds.
std::string num_as_printed(ProvisionKind kind, const std::string& num) {
  const bool may_be_capital =
      gathers_units(kind) || is_component(kind) || (kind == ProvisionKind::Article && num.size() > 1);
  const bool is_annex_letter = is_component(kind) && num.size() == 1;
  return may_be_capital && (typed_roman(num) || is_annex_letter) ? upper_case(num) : num;
}

/// Reads one citation.
class CitationReader {
 public:
  CitationReader(std::string_view typed, const AnnexCodes& codes) : tokens_(citation_tokens(typed)), codes_(codes) {}

  /// Reads all tokens, then completes the items.
  std::optional<TypedCitation> read() {
    while (next_ < tokens_.size()) read_token();
    finish_item();
    auto provisions = provisions_of(std::move(items_), kMostProvisions);
    if (provisions.empty()) return std::nullopt;
    TypedCitation citation{std::move(provisions.front()), std::move(treaty_), {}, has_kind_word_, and_following_};
    citation.more.assign(std::make_move_iterator(provisions.begin() + 1), std::make_move_iterator(provisions.end()));
    return citation;
  }

 private:
  /// The order of the readings matters: what continues a citation comes before what could begin one, and the name of a
  /// treaty is the last resort.
  void read_token() {
    const auto& token = tokens_[next_];
    if (token.text == "§") return read_section_sign();
    if (skips_following()) return;
    if (goes_on_with_range() || goes_on_with_list()) return;
    if (token.kind == Kind::Sign) return void(++next_);
    if (skips_sentence() || skips_joining_words()) return;
    if (const auto* const kind = kind_word(token.text); kind != nullptr && read_named(*kind)) return;
    if (reads_ordinal_before_kind()) return;
    if (contains(kSeries, token.text)) return read_series();
    if (is_year_of_name(token)) return add_to_treaty();
    if (token.kind == Kind::Number) return read_bare_number();
    if (is_point_after()) return add_step(ProvisionKind::Point, tokens_[next_++].text);
    if (!treaty_.empty() || !contains(kArticlesOfNames, token.text)) return add_to_treaty();
    ++next_;
  }

  /// "§" means a paragraph in "art 24 § 2", and an article if no article was named before.
  void read_section_sign() {
    while (next_ < tokens_.size() && tokens_[next_].text == "§") ++next_;
    const auto kind = has_unit() ? ProvisionKind::Paragraph : ProvisionKind::Article;
    name_kind({kind});
    read_number(kind);
  }

  /// A word of a kind counts only if a number follows: "part" in "as part of the treaty" is an ordinary word.
  bool read_named(KindWord word) {
    if (word.kind == ProvisionKind::Preamble) {
      ++next_;
      add_step(word.kind, "");
      has_kind_word_ = true;
      return true;
    }
    const auto at = next_++;
    if (next_ < tokens_.size() && contains(kNumberSigns, tokens_[next_].text)) ++next_;
    if (read_number(word.kind) || (word.kind == ProvisionKind::Annex && read_code())) {
      name_kind(word);
      return true;
    }
    next_ = at;
    return false;
  }

  /// Remembers the kind for numbers that follow without a word of their own.
  void name_kind(KindWord word) {
    named_ = word;
    has_kind_word_ = true;
  }

  /// Reads a number of that kind as a step: in digits, Roman, as a letter or spelled out. False if none follows.
  bool read_number(ProvisionKind kind) {
    if (next_ >= tokens_.size()) return false;
    const auto& token = tokens_[next_];
    if (token.kind == Kind::Number) {
      add_step(kind, number_with_suffix());
      return true;
    }
    if (token.kind != Kind::Word) return false;
    const auto words = words_from(next_);
    const bool is_letter = is_point_num(token.text) && (token.text.size() == 1 || typed_roman(token.text));
    if (is_letter || (kind == ProvisionKind::Point && is_point_num(token.text))) {
      ++next_;
      add_step(kind, num_as_printed(kind, token.text));
      return true;
    }
    const auto spelled = spelled_number(words);
    if (!spelled) return false;
    skip_words(spelled->words);
    add_step(kind, std::to_string(spelled->value));
    return true;
  }

  /// "EQ I", "ORIG-2": the longest code that the words make.
  bool read_code() {
    constexpr std::size_t kMostTokens = 6;
    std::string words;
    std::size_t after = next_;
    const std::string* code = nullptr;
    for (auto at = next_; at < std::min(tokens_.size(), next_ + kMostTokens); ++at) {
      if (tokens_[at].text == "-") continue;
      words += (words.empty() ? "" : "-") + tokens_[at].text;
      const auto known = codes_.find(words);
      if (known == codes_.end()) continue;
      code = &known->second;
      after = at + 1;
    }
    // The words may be the name of the treaty.
    if (code == nullptr) return false;
    next_ = after;
    add_step(ProvisionKind::Annex, *code);
    return true;
  }

  /// "8 bis" is one number, but "8 bis 10" is a German range.
  std::string number_with_suffix() {
    auto number = tokens_[next_++].text;
    if (const auto ordinal = ordinal_value(number)) return std::to_string(*ordinal);
    const bool is_suffix = next_ < tokens_.size() && contains(kSuffixes, tokens_[next_].text);
    const bool is_range = next_ + 1 < tokens_.size() && tokens_[next_ + 1].kind == Kind::Number;
    if (is_suffix && !is_range) number += tokens_[next_++].text;
    return number;
  }

  /// Skips "sentence 1" of a paragraph, since eIds are not that fine.
  bool skips_sentence() {
    const auto& word = tokens_[next_].text;
    const bool is_sentence = word == "sentence" || word == "satz" || word == "phrase";
    if (!is_sentence || steps_.empty()) return false;
    next_ += next_ + 1 < tokens_.size() && tokens_[next_ + 1].kind == Kind::Number ? 2U : 1U;
    return true;
  }

  /// Skips joining words only before the word of a kind. Elsewhere they may belong to a treaty's name.
  bool skips_joining_words() {
    auto at = next_;
    while (at < tokens_.size() && contains(kJoiningWords, tokens_[at].text)) ++at;
    if (at == next_ || at == tokens_.size() || kind_word(tokens_[at].text) == nullptr) return false;
    next_ = at;
    return true;
  }

  /// "second paragraph", "24th article", "twenty-fourth article".
  bool reads_ordinal_before_kind() {
    const auto words = words_from(next_);
    const auto spelled = spelled_number(words);
    const bool is_spelled = spelled && ordinal_value(words[spelled->words - 1]);
    const auto ordinal = is_spelled ? std::optional(spelled->value) : ordinal_value(tokens_[next_].text);
    if (!ordinal) return false;
    const auto at = next_;
    skip_words(is_spelled ? spelled->words : 0);
    if (!is_spelled) ++next_;
    const auto* const kind = next_ < tokens_.size() ? kind_word(tokens_[next_].text) : nullptr;
    if (kind == nullptr || kind->kind == ProvisionKind::Preamble) {
      next_ = at;
      return false;
    }
    ++next_;
    name_kind({kind->kind});
    add_step(kind->kind, std::to_string(*ordinal));
    return true;
  }

  /// "article 24 et seq.", "Art. 24 ff.", "artículo 24 y siguientes".
  bool skips_following() {
    if (steps_.empty()) return false;
    const bool has_link = contains(kListWords, tokens_[next_].text) && next_ + 1 < tokens_.size();
    const auto& word = tokens_[next_ + (has_link ? 1 : 0)].text;
    if (!contains(kFollowing, word)) return false;
    // In brackets, these are points: "24(ff)".
    if (tokens_[next_].in_brackets) return false;
    next_ += has_link ? 2 : 1;
    and_following_ = true;
    return true;
  }

  /// A number without a word for its kind: an article, then a paragraph, then a point, as in "24 2 1".
  void read_bare_number() {
    const bool has_article = has_unit();
    const auto after_paragraph = !steps_.empty() && steps_.back().kind >= ProvisionKind::Paragraph;
    const auto kind =
        !has_article ? ProvisionKind::Article : (after_paragraph ? ProvisionKind::Point : ProvisionKind::Paragraph);
    add_step(kind, number_with_suffix());
  }

  /// Continues with a range, which starts from the last number: "articles 7 to 16", "24(1)-(3)", "points a to d".
  bool goes_on_with_range() {
    if (steps_.empty() || !contains(kRangeWords, tokens_[next_].text) || next_ + 1 >= tokens_.size()) return false;
    const auto& end = tokens_[next_ + 1];
    const auto at = end.in_brackets ? bracketed_sibling(end.text) : std::optional(start_of_range());
    if (!at) return false;
    const auto [kind, from] = steps_[*at];
    // Without a plural, "article 24 a ..." may begin another word; the letter must continue the series.
    if (!named_.is_plural && end.kind == Kind::Word && !may_follow(lower_case(from), end.text)) return false;
    const bool are_roman = gathers_units(kind) || is_unit(kind);
    const auto numbers = numbers_after(lower_case(from), end.text, are_roman, kMostProvisions);
    if (numbers.empty()) return false;
    next_ += 2;
    for (const auto& number : numbers) go_on_at(*at, kind, num_as_printed(kind, number));
    return true;
  }

  /// The step where a range starts. It is of the kind that a plural names: from article 24 to 26 in "articles 24(1) to
  /// 26".
  [[nodiscard]] std::size_t start_of_range() const {
    const auto last = steps_.size() - 1;
    return named_.is_plural ? last_of(named_.kind).value_or(last) : last;
  }

  /// Continues with the next item of a list: "articles 7, 8 and 9", "24(1)(a) and (b)", "annexes A and B", "articles 24
  /// and article 25".
  bool goes_on_with_list() {
    if (steps_.empty() || !contains(kListWords, tokens_[next_].text) || next_ + 1 >= tokens_.size()) return false;
    const auto after = next_ + (tokens_[next_].text == "," && contains(kListWords, tokens_[next_ + 1].text) ? 2U : 1U);
    if (after >= tokens_.size()) return false;
    const bool is_comma = tokens_[next_].text == "," && after == next_ + 1;
    if (!is_comma && kind_word(tokens_[after].text) != nullptr && after + 1 < tokens_.size()) {
      next_ = after;
      finish_item();
      is_named_ = true;
      return true;
    }
    return tokens_[after].in_brackets ? goes_on_in_brackets(after) : goes_on_bare(after, is_comma);
  }

  /// "and (b)" continues a part in brackets.
  bool goes_on_in_brackets(std::size_t after) {
    const auto at = bracketed_sibling(tokens_[after].text);
    if (!at) return false;
    next_ = after + 1;
    go_on_at(*at, steps_[*at].kind, tokens_[after].text);
    return true;
  }

  /// The next item has no brackets: "articles 7 and 8", "24(2) and 24(3)".
  bool goes_on_bare(std::size_t after, bool is_comma) {
    const auto& item = tokens_[after];
    const auto unit = unit_with_parts(after);
    const auto kind = unit ? unit : kind_of_bare(item);
    if (!kind || (is_comma && !unit && !may_follow_comma(item))) return false;
    next_ = after;
    const auto num = item.kind == Kind::Number ? number_with_suffix() : tokens_[next_++].text;
    go_on_at(last_of(*kind).value_or(steps_.size()), *kind, num_as_printed(*kind, num));
    return true;
  }

  /// The kind of a number before brackets, if a part of an article was named before: in "24(2) and 24(3)", the second
  /// 24 is an article.
  [[nodiscard]] std::optional<ProvisionKind> unit_with_parts(std::size_t at) const {
    const bool has_brackets = at + 1 < tokens_.size() && tokens_[at + 1].in_brackets;
    if (!has_brackets || tokens_[at].kind != Kind::Number || is_unit(steps_.back().kind)) return std::nullopt;
    const auto unit = std::ranges::find_if(steps_, [](const EidStep& step) { return is_unit(step.kind); });
    return unit == steps_.end() ? std::nullopt : std::optional(unit->kind);
  }

  /// Whether a comma continues a list. In "24, 2" it leads to a paragraph of article 24; in "articles 24, 25" and "Abs.
  /// 1, 2" it continues.
  [[nodiscard]] bool may_follow_comma(const CitationToken& item) const {
    return named_.is_plural || named_.kind > ProvisionKind::Article || item.kind == Kind::Word;
  }

  /// The deepest part that the bracketed item can continue: (a) in "24(1)(a)(ii) and (b)".
  [[nodiscard]] std::optional<std::size_t> bracketed_sibling(std::string_view num) const {
    for (auto at = steps_.size(); at-- > 0;) {
      if (steps_[at].kind >= ProvisionKind::Paragraph && may_follow(lower_case(steps_[at].num), num)) return at;
    }
    return std::nullopt;
  }

  /// The kind of an item without brackets and without a word of its own; nothing if it is not an item. A number is of
  /// the kind that was named last, but in "11.1 and 2" both are paragraphs of article 11.
  [[nodiscard]] std::optional<ProvisionKind> kind_of_bare(const CitationToken& item) const {
    const auto kind = named_.kind;
    const auto at = last_of(kind);
    if (item.kind == Kind::Number) {
      if (named_.is_plural || !at || !is_unit(kind)) return kind;
      const bool is_paragraph = steps_.back().kind == ProvisionKind::Paragraph;
      const auto unit = digits_value(steps_[*at].num);
      const auto value = digits_value(item.text);
      return is_paragraph && unit && value && *value <= *unit ? ProvisionKind::Paragraph : kind;
    }
    const bool may_have_letters = kind == ProvisionKind::Point || is_component(kind);
    const bool is_roman = named_.is_plural && !may_have_letters && typed_roman(item.text);
    const bool is_letter = may_have_letters && (item.text.size() == 1 || typed_roman(item.text));
    const bool goes_on = at && may_follow(lower_case(steps_[*at].num), item.text);
    return goes_on && (is_roman || is_letter) ? std::optional(kind) : std::nullopt;
  }

  /// The position of the last step of a kind.
  [[nodiscard]] std::optional<std::size_t> last_of(ProvisionKind kind) const {
    const auto found = std::ranges::find(steps_.rbegin(), steps_.rend(), kind, &EidStep::kind);
    if (found == steps_.rend()) return std::nullopt;
    return static_cast<std::size_t>(steps_.rend() - found - 1);
  }

  /// Begins an item that shares the steps before `at` with the last item.
  void go_on_at(std::size_t at, ProvisionKind kind, std::string num) {
    auto steps = steps_;
    steps.resize(at);
    std::erase_if(steps, [&](const EidStep& step) { return step.kind > kind; });
    finish_item();
    steps_ = std::move(steps);
    add_step(kind, std::move(num));
  }

  /// Whether the token is a point: a letter after a number that is not a word of a sentence ("y", "o").
  [[nodiscard]] bool is_point_after() const {
    const auto& token = tokens_[next_];
    if (!has_unit() || !is_point_num(token.text)) return false;
    // "UNCC article 2(h)": after the number, although a treaty was named before it.
    if (!treaty_.empty() && !token.in_brackets && !token.is_joined) return false;
    const bool is_conjunction = contains(std::array<std::string_view, 4>{"y", "o", "u", "e"}, token.text);
    return token.in_brackets || token.is_joined || !is_conjunction;
  }

  /// "CETS No. 185", "ILO C182".
  void read_series() {
    add_to_treaty();
    while (next_ < tokens_.size() && (contains(kNumberSigns, tokens_[next_].text) || tokens_[next_].text == "c")) {
      if (tokens_[next_].text == "c") treaty_ += " c";
      ++next_;
    }
    if (next_ < tokens_.size() && tokens_[next_].kind == Kind::Number) {
      treaty_ += (treaty_.ends_with(" c") ? "" : " ") + tokens_[next_++].text;
    }
  }

  /// A year belongs to the treaty's name: "GATT 1994", "1951 Refugee Convention". No treaty has as many articles.
  [[nodiscard]] static bool is_year_of_name(const CitationToken& token) {
    return token.kind == Kind::Number && token.text.size() == 4 && digits_value(token.text) && token.text >= "1800" &&
           token.text < "2100";
  }

  void add_to_treaty() { treaty_ += (treaty_.empty() ? "" : " ") + tokens_[next_++].text; }
  void add_step(ProvisionKind kind, std::string num) { steps_.push_back({kind, std::move(num)}); }

  /// Ends the item that is being read.
  void finish_item() {
    if (!steps_.empty() && items_.size() < kMostProvisions) items_.push_back({std::move(steps_), is_named_});
    steps_.clear();
    is_named_ = false;
  }

  [[nodiscard]] bool has_unit() const {
    return std::ranges::any_of(steps_, [](const EidStep& step) { return is_unit(step.kind); });
  }

  /// The words from a token up to the next number. A hyphen does not end a spelled number ("twenty-four").
  [[nodiscard]] std::vector<std::string> words_from(std::size_t at) const {
    constexpr std::size_t kMostWords = 8;
    std::vector<std::string> words;
    for (; at < tokens_.size() && words.size() < kMostWords; ++at) {
      if (tokens_[at].text == "-") continue;
      if (tokens_[at].kind != Kind::Word) break;
      words.push_back(tokens_[at].text);
    }
    return words;
  }
  void skip_words(std::size_t count) {
    while (count > 0 && next_ < tokens_.size()) count -= tokens_[next_++].kind == Kind::Word ? 1U : 0U;
  }

  std::vector<CitationToken> tokens_;
  const AnnexCodes& codes_;
  std::size_t next_ = 0;
  std::vector<EidStep> steps_;
  std::vector<CitationItem> items_;
  std::string treaty_;
  bool has_kind_word_ = false;
  bool and_following_ = false;
  bool is_named_ = false;                      ///< the item that is read begins with the word of its kind
  KindWord named_ = {ProvisionKind::Article};  ///< the word that named a kind last
};

}  // namespace

std::optional<TypedCitation> read_citation(std::string_view typed, const AnnexCodes& codes) {
  return CitationReader(typed, codes).read();
}

}  // namespace treatygraph::queries
