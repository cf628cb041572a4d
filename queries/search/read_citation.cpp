#include "queries/search/read_citation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/ascii.h"
#include "queries/search/citation_tokens.h"
#include "queries/search/kind_words.h"
#include "queries/search/typed_numbers.h"

namespace treatygraph::queries {
namespace {

using Kind = CitationToken::Kind;

/// Treaty series, in which a number names a treaty.
constexpr auto kSeries = std::to_array<std::string_view>({"cets", "ets", "ste", "stce", "ilo", "sev"});
constexpr auto kNumberSigns = std::to_array<std::string_view>({"no", "nr", "n", "number", "num", "nos", "numero"});
constexpr auto kRangeWords =
    std::to_array<std::string_view>({"-", "to", "through", "thru", "until", "till", "bis", "a", "al", "au", "hasta"});
constexpr auto kListWords =
    std::to_array<std::string_view>({",", "and", "&", "und", "et", "y", "or", "ou", "o", "oder"});
constexpr auto kSuffixes = std::to_array<std::string_view>({"bis", "ter", "quater", "quinquies"});
/// After a number: it, and what follows it.
constexpr auto kFollowing =
    std::to_array<std::string_view>({"ff", "seq", "seqq", "sqq", "ss", "ssq", "following", "siguientes", "sigs",
                                     "suivants", "suiv", "folgende", "fortfolgende", "segg"});
/// Before the name of a treaty.
constexpr auto kArticlesOfNames = std::to_array<std::string_view>({"of", "the"});

template <typename List, typename Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// "a", "bb", "iii": what may be in brackets after an article or paragraph.
bool is_point_num(std::string_view word) {
  if (word.empty() || word[0] < 'a' || word[0] > 'z') return false;
  return word.size() == 1 || (word.size() == 2 && word[0] == word[1]) || roman_value(word).has_value();
}

/// Roman numbers of chapters, parts and articles are printed in capitals, and so are their eIds.
std::string num_as_printed(ProvisionKind kind, const std::string& num) {
  const bool may_be_capital =
      gathers_units(kind) || is_component(kind) || (kind == ProvisionKind::Article && num.size() > 1);
  const bool is_annex_letter = is_component(kind) && num.size() == 1;
  return may_be_capital && (roman_value(num) || is_annex_letter) ? upper_case(num) : num;
}

class CitationReader {
 public:
  CitationReader(std::string_view typed, const AnnexCodes& codes) : tokens_(citation_tokens(typed)), codes_(codes) {}

  std::optional<TypedCitation> read() {
    while (next_ < tokens_.size()) read_token();
    finish_one();
    if (read_.empty()) return std::nullopt;
    TypedCitation citation{std::move(read_.front()), std::move(treaty_), {}, has_kind_word_, and_following_};
    citation.more.assign(std::make_move_iterator(read_.begin() + 1), std::make_move_iterator(read_.end()));
    return citation;
  }

 private:
  void read_token() {
    const auto& token = tokens_[next_];
    if (token.text == "§") return read_section_sign();
    if (skips_following()) return;
    if (goes_on_with_range() || goes_on_with_list()) return;
    if (token.kind == Kind::Sign) return void(++next_);
    if (skips_sentence()) return;
    if (const auto* const kind = kind_word(token.text); kind != nullptr && read_named(*kind)) return;
    if (reads_ordinal_before_kind()) return;
    if (contains(kSeries, token.text)) return read_series();
    if (is_year_of_name(token)) return add_to_treaty();
    if (token.kind == Kind::Number) return read_bare_number();
    if (is_point_after()) return add_step(ProvisionKind::Point, tokens_[next_++].text);
    if (!treaty_.empty() || !contains(kArticlesOfNames, token.text)) return add_to_treaty();
    ++next_;
  }

  /// A paragraph in "art 24 § 2", an article if alone.
  void read_section_sign() {
    while (next_ < tokens_.size() && tokens_[next_].text == "§") ++next_;
    has_kind_word_ = true;
    read_number(has_unit() ? ProvisionKind::Paragraph : ProvisionKind::Article);
  }

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
      is_list_ = word.is_plural;
      list_kind_ = word.kind;
      has_kind_word_ = true;
      return true;
    }
    next_ = at;
    return false;
  }

  /// A number of that kind in any script becomes a step.
  bool read_number(ProvisionKind kind) {
    if (next_ >= tokens_.size()) return false;
    const auto& token = tokens_[next_];
    if (token.kind == Kind::Number) {
      add_step(kind, number_with_suffix());
      return true;
    }
    if (token.kind != Kind::Word) return false;
    const auto words = words_from(next_);
    const bool is_letter = is_point_num(token.text) && (token.text.size() == 1 || roman_value(token.text));
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
    if (code == nullptr) return false;
    next_ = after;
    add_step(ProvisionKind::Annex, *code);
    return true;
  }

  /// "8 bis" is one number, unless a range begins so.
  std::string number_with_suffix() {
    auto number = tokens_[next_++].text;
    if (const auto ordinal = ordinal_value(number)) return std::to_string(*ordinal);
    const bool is_suffix = next_ < tokens_.size() && contains(kSuffixes, tokens_[next_].text);
    const bool is_range = next_ + 1 < tokens_.size() && tokens_[next_ + 1].kind == Kind::Number;
    if (is_suffix && !is_range) number += tokens_[next_++].text;
    return number;
  }

  /// "sentence 1" of a paragraph: eIds do not go so deep.
  bool skips_sentence() {
    const auto& word = tokens_[next_].text;
    const bool is_sentence = word == "sentence" || word == "satz" || word == "phrase";
    if (!is_sentence || steps_.empty()) return false;
    next_ += next_ + 1 < tokens_.size() && tokens_[next_ + 1].kind == Kind::Number ? 2U : 1U;
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
    has_kind_word_ = true;
    add_step(kind->kind, std::to_string(*ordinal));
    return true;
  }

  /// "article 24 et seq.", "Art. 24 ff.", "artículo 24 y siguientes".
  bool skips_following() {
    if (steps_.empty()) return false;
    const bool has_link = contains(kListWords, tokens_[next_].text) && next_ + 1 < tokens_.size();
    const auto& word = tokens_[next_ + (has_link ? 1 : 0)].text;
    if (!contains(kFollowing, word)) return false;
    if (tokens_[next_].in_brackets) return false;
    next_ += has_link ? 2 : 1;
    and_following_ = true;
    return true;
  }

  void read_bare_number() {
    const bool has_article = has_unit();
    const auto after_paragraph = !steps_.empty() && steps_.back().kind >= ProvisionKind::Paragraph;
    const auto kind =
        !has_article ? ProvisionKind::Article : (after_paragraph ? ProvisionKind::Point : ProvisionKind::Paragraph);
    add_step(kind, number_with_suffix());
  }

  /// "articles 7 to 16", "24(1)-(3)": continues after the last number.
  bool goes_on_with_range() {
    if (steps_.empty() || !contains(kRangeWords, tokens_[next_].text) || next_ + 1 >= tokens_.size()) return false;
    const auto& end = tokens_[next_ + 1];
    const auto from = value_of(steps_.back().num);
    const auto to = end.kind == Kind::Sign ? std::nullopt : value_of(end.text);
    const bool is_word = tokens_[next_].text != "-";
    const bool is_number = end.kind == Kind::Number || gathers_units(steps_.back().kind);
    if (!from || !to || *to <= *from || !is_number || (is_word && !is_list_ && end.kind != Kind::Number)) return false;
    next_ += 2;
    const auto last = steps_.back();
    const auto before = steps_;
    for (auto value = *from + 1; value <= *to && read_.size() < kMostProvisions; ++value) {
      finish_one();
      steps_ = before;
      steps_.back().num = roman_value_of(last.num) ? roman_of(value) : std::to_string(value);
    }
    return true;
  }

  /// "articles 7, 8 and 9", "articles 24 and article 25".
  bool goes_on_with_list() {
    if (steps_.empty() || !contains(kListWords, tokens_[next_].text) || next_ + 1 >= tokens_.size()) return false;
    const auto after = next_ + (tokens_[next_].text == "," && contains(kListWords, tokens_[next_ + 1].text) ? 2U : 1U);
    if (after >= tokens_.size()) return false;
    const auto& item = tokens_[after];
    const auto* const word = kind_word(item.text);
    const bool is_named = word != nullptr && is_unit(word->kind) && after + 1 < tokens_.size();
    const bool is_comma = tokens_[next_].text == "," && after == next_ + 1;
    if (is_named && !is_comma) {
      next_ = after;
      finish_one();
      return true;
    }
    const bool is_item =
        item.kind == Kind::Number || (is_list_ && gathers_units(steps_.back().kind) && roman_value(item.text));
    if (!is_item || (is_comma && !is_list_)) return false;
    const auto last = steps_.back();
    const auto kind = item.in_brackets ? last.kind : list_kind();
    const auto before = steps_;
    finish_one();
    std::ranges::copy_if(before, std::back_inserter(steps_), [&](const EidStep& step) { return step.kind < kind; });
    next_ = after;
    add_step(kind, num_as_printed(kind, item.kind == Kind::Number ? number_with_suffix() : tokens_[next_++].text));
    return true;
  }

  /// The kind that the plural word names: an article in "articles 24(1) and 25".
  [[nodiscard]] ProvisionKind list_kind() const { return is_list_ ? list_kind_ : ProvisionKind::Article; }

  /// A letter after a number, unless it is a word of a sentence.
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

  /// "GATT 1994", "1951 Refugee Convention": no treaty has so many articles.
  [[nodiscard]] static bool is_year_of_name(const CitationToken& token) {
    return token.kind == Kind::Number && token.text.size() == 4 && digits_value(token.text) && token.text >= "1800" &&
           token.text < "2100";
  }

  void add_to_treaty() { treaty_ += (treaty_.empty() ? "" : " ") + tokens_[next_++].text; }
  void add_step(ProvisionKind kind, std::string num) { steps_.push_back({kind, std::move(num)}); }

  void finish_one() {
    if (steps_.empty()) return;
    // "paragraph 2 of article 24" names the inner part first.
    std::ranges::stable_sort(steps_, {}, &EidStep::kind);
    if (has_unit()) std::erase_if(steps_, [](const EidStep& step) { return gathers_units(step.kind); });
    if (read_.size() < kMostProvisions) read_.emplace_back(std::move(steps_));
    steps_.clear();
  }

  [[nodiscard]] bool has_unit() const {
    return std::ranges::any_of(steps_, [](const EidStep& step) { return is_unit(step.kind); });
  }

  [[nodiscard]] static std::optional<int> roman_value_of(std::string_view num) { return roman_value(lower_case(num)); }
  [[nodiscard]] static std::optional<int> value_of(const std::string& num) {
    const auto digits = digits_value(num);
    return digits ? digits : roman_value_of(num);
  }

  /// The words from a token up to the next number; a hyphen does not end a spelled number.
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
  std::vector<Eid> read_;
  std::string treaty_;
  bool has_kind_word_ = false;
  bool and_following_ = false;
  bool is_list_ = false;
  ProvisionKind list_kind_ = ProvisionKind::Article;
};

}  // namespace

std::optional<TypedCitation> read_citation(std::string_view typed, const AnnexCodes& codes) {
  return CitationReader(typed, codes).read();
}

}  // namespace treatygraph::queries
