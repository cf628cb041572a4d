#include "queries/questions/typed_citation.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/questions/treaties.h"
#include "queries/questions/typed_treaty.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMaxTyped = 256;

/// What people write before a number.
constexpr auto kKindWords = std::to_array<std::pair<std::string_view, ProvisionKind>>({
    {"article", ProvisionKind::Article},
    {"articles", ProvisionKind::Article},
    {"art", ProvisionKind::Article},
    {"arts", ProvisionKind::Article},
    {"paragraph", ProvisionKind::Paragraph},
    {"paragraphs", ProvisionKind::Paragraph},
    {"para", ProvisionKind::Paragraph},
    {"paras", ProvisionKind::Paragraph},
    {"par", ProvisionKind::Paragraph},
    {"point", ProvisionKind::Point},
    {"points", ProvisionKind::Point},
    {"subparagraph", ProvisionKind::Point},
    {"sub", ProvisionKind::Point},
    {"letter", ProvisionKind::Point},
    {"lit", ProvisionKind::Point},
    {"chapter", ProvisionKind::Chapter},
    {"chap", ProvisionKind::Chapter},
    {"chp", ProvisionKind::Chapter},
    {"part", ProvisionKind::Part},
    {"title", ProvisionKind::Title},
    {"section", ProvisionKind::Section},
    {"sec", ProvisionKind::Section},
    {"artículo", ProvisionKind::Article},
    {"articulo", ProvisionKind::Article},
    {"artículos", ProvisionKind::Article},
    {"articulos", ProvisionKind::Article},
    {"paragraphe", ProvisionKind::Paragraph},
    {"paragraphes", ProvisionKind::Paragraph},
    {"párrafo", ProvisionKind::Paragraph},
    {"parrafo", ProvisionKind::Paragraph},
    {"apartado", ProvisionKind::Paragraph},
    {"alinéa", ProvisionKind::Paragraph},
    {"annex", ProvisionKind::Annex},
    {"recital", ProvisionKind::Recital},
    {"preamble", ProvisionKind::Preamble},
});

/// Words of a treaty's name that tell it from no other.
constexpr auto kGenericWords =
    std::to_array<std::string_view>({"of", "the", "to", "on", "in", "and", "a", "for", "against", "un", "united",
                                     "nations", "de", "la", "del", "sobre"});
/// Words that say that a whole name is typed, and not a word or two of it.
constexpr auto kNouns = std::to_array<std::string_view>(
    {"convention", "treaty",     "protocol",  "agreement", "covenant", "charter", "statute",
     "convenio",   "convención", "tratado",   "protocolo", "acuerdo",  "pacto",   "carta",
     "estatuto",   "traité",     "protocole", "accord",    "pacte",    "charte",  "statut"});
/// Series of treaties, of which a number names one.
constexpr auto kSeries = std::to_array<std::string_view>({"cets", "ets", "ste", "stce", "ilo"});

template <typename List, typename Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Words and numbers in lower case; "8bis" stays one, "15a" becomes two; '@' and '-' may join the letters of a slug.
std::vector<std::string> tokens_of(std::string_view typed) {
  std::string text(typed.substr(0, kMaxTyped));
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < text.size();) {
    const auto start = i;
    if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      const auto digits = i;
      while (i < text.size() && is_letter(text[i])) ++i;
      if (i - digits == 1) i = digits;
    } else if (is_letter(text[i])) {
      const auto in_word = [&](char c) { return is_letter(c) || ((c == '@' || c == '-') && i > start); };
      while (i < text.size() && in_word(text[i])) ++i;
      if (text[i - 1] == '@' || text.substr(start, i - start).find('@') != std::string::npos) {
        while (i < text.size() && (is_digit(text[i]) || is_letter(text[i]) || text[i] == '-')) ++i;
      }
    } else {
      ++i;
      continue;
    }
    tokens.push_back(text.substr(start, i - start));
  }
  return tokens;
}

/// How much of `word` is at most three of `one`, or "iv" and "ix" for i, v and x.
std::size_t roman_digit(std::string_view word, char one, char five, char ten) {
  if (word.size() > 1 && word[0] == one && (word[1] == five || word[1] == ten)) return 2;
  const std::size_t fives = !word.empty() && word[0] == five ? 1 : 0;
  auto at = fives;
  while (at < word.size() && at < fives + 3 && word[at] == one) ++at;
  return at;
}

/// Up to 399; "civil" is none.
bool is_roman(std::string_view word) {
  if (word.empty()) return false;
  word.remove_prefix(std::min(word.find_first_not_of('c'), std::min<std::size_t>(word.size(), 3)));
  word.remove_prefix(roman_digit(word, 'x', 'l', 'c'));
  return roman_digit(word, 'i', 'v', 'x') == word.size();
}
/// "a", "bb", "iii": what stands in brackets after an article or paragraph.
bool is_point_num(std::string_view word) {
  return is_letter(word[0]) && (word.size() == 1 || (word.size() == 2 && word[0] == word[1]) || is_roman(word));
}

/// Roman numbers of chapters, parts and articles are printed in capitals, and so are their eIds.
std::string num_as_printed(ProvisionKind kind, std::string num) {
  const bool capital = kind == ProvisionKind::Chapter || kind == ProvisionKind::Part || kind == ProvisionKind::Annex ||
                       (kind == ProvisionKind::Article && num.size() > 1);
  if (capital && is_roman(num))
    std::ranges::transform(num, num.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return num;
}

class CitationReader {
 public:
  explicit CitationReader(std::string_view typed) : tokens_(tokens_of(typed)) {}

  std::optional<TypedCitation> read() {
    while (next_ < tokens_.size()) read_token();
    if (steps_.empty()) return std::nullopt;
    // "paragraph 2 of article 24" names the inner part first.
    std::ranges::stable_sort(steps_, {}, &EidStep::kind);
    return TypedCitation{Eid(std::move(steps_)), std::move(treaty_)};
  }

 private:
  void read_token() {
    const auto& token = tokens_[next_++];
    const auto* const kind =
        std::ranges::find(kKindWords, std::string_view(token), &std::pair<std::string_view, ProvisionKind>::first);
    if (kind != kKindWords.end()) {
      read_named(kind->second);
    } else if (contains(kSeries, std::string_view(token))) {
      read_series(token);
    } else if (is_year_of_name(token)) {
      treaty_ += (treaty_.empty() ? "" : " ") + token;
    } else if (is_digit(token[0])) {
      steps_.push_back({has(ProvisionKind::Article) ? ProvisionKind::Paragraph : ProvisionKind::Article, token});
    } else if (has(ProvisionKind::Article) && is_point_num(token)) {
      steps_.push_back({ProvisionKind::Point, token});
    } else if (!treaty_.empty() || (token != "of" && token != "the")) {
      treaty_ += (treaty_.empty() ? "" : " ") + token;
    }
  }

  /// "CETS No. 185", "ILO C182".
  void read_series(const std::string& series) {
    treaty_ += (treaty_.empty() ? "" : " ") + series;
    while (next_ < tokens_.size() && (tokens_[next_] == "no" || tokens_[next_] == "n" || tokens_[next_] == "c")) {
      if (tokens_[next_] == "c") treaty_ += " c";
      ++next_;
    }
    if (next_ < tokens_.size() && is_digit(tokens_[next_][0])) {
      treaty_ += (treaty_.ends_with(" c") ? "" : " ") + tokens_[next_++];
    }
  }

  /// "GATT 1994", "1951 Refugee Convention": no treaty has so many articles.
  [[nodiscard]] static bool is_year_of_name(std::string_view token) {
    return token.size() == 4 && std::ranges::all_of(token, is_digit) && token >= "1800" && token < "2100";
  }

  void read_named(ProvisionKind kind) {
    if (kind == ProvisionKind::Preamble) {
      steps_.push_back({kind, ""});
    } else if (next_ < tokens_.size() && (is_digit(tokens_[next_][0]) || is_point_num(tokens_[next_]))) {
      steps_.push_back({kind, num_as_printed(kind, tokens_[next_++])});
    }
  }

  [[nodiscard]] bool has(ProvisionKind kind) const {
    return std::ranges::any_of(steps_, [&](const EidStep& step) { return step.kind == kind; });
  }

  std::vector<std::string> tokens_;
  std::size_t next_ = 0;
  std::vector<EidStep> steps_;
  std::string treaty_;
};

std::vector<std::string> telling_words(std::string_view text) {
  auto words = tokens_of(text);
  std::erase_if(words, [](const std::string& word) { return contains(kGenericWords, std::string_view(word)); });
  return words;
}

/// Whether some words of a name may mean this treaty; where they say that they are a whole name, all of it.
bool may_mean(const Graph& graph, NodeId treaty, std::string_view typed) {
  const auto words = telling_words(typed);
  const bool is_whole = std::ranges::any_of(words, [](std::string_view word) { return contains(kNouns, word); });
  const auto slug = graph.string(treaty, property::kSlug);
  auto names = names_of(graph, treaty);
  names.push_back(slug.substr(0, slug.find('@')));
  const auto has_all = [](const std::vector<std::string>& some, const std::vector<std::string>& of) {
    return std::ranges::all_of(
        some, [&](const std::string& word) { return contains(of, word) || contains(kNouns, std::string_view(word)); });
  };
  return !words.empty() && std::ranges::any_of(names, [&](std::string_view name) {
    const auto known = telling_words(name);
    const bool tells = std::ranges::any_of(words, [&](const std::string& word) {
      return contains(known, word) && !contains(kNouns, std::string_view(word));
    });
    return tells && has_all(words, known) && (!is_whole || has_all(known, words));
  });
}

/// The slugs of the treaties that the words name; nothing where they are no treaty's whole name.
std::vector<std::string_view> slugs_called(const Graph& graph, std::string_view words) {
  std::vector<std::string_view> slugs;
  for (const auto treaty : treaties_called(graph, words)) slugs.push_back(graph.string(treaty, property::kSlug));
  return slugs;
}

/// The provision of that treaty, or what it would stand in.
std::optional<CitationHit> find_in(const Graph& graph, std::string_view slug, const Eid& cited) {
  for (auto eid = cited; !eid.empty(); eid = eid.parent()) {
    if (const auto node = graph.find(fmt::format("{}:{}", slug, eid.to_string())))
      return CitationHit{*node, eid == cited};
  }
  return std::nullopt;
}

/// A treaty's name alone names the treaty.
std::vector<CitationHit> treaties_as_hits(const Graph& graph, std::string_view typed) {
  std::vector<CitationHit> hits;
  for (const auto treaty : treaties_called(graph, typed.substr(0, kMaxTyped))) hits.push_back({treaty, true});
  return hits;
}

}  // namespace

std::optional<TypedCitation> read_citation(std::string_view typed) {
  return CitationReader(typed).read();
}

std::vector<CitationHit> find_citation(const Graph& graph, std::string_view typed) {
  if (const auto node = graph.find(typed)) return {{*node, true}};
  const auto cited = read_citation(typed);
  if (!cited) return treaties_as_hits(graph, typed);
  const auto called = cited->treaty.empty() ? std::vector<std::string_view>() : slugs_called(graph, cited->treaty);
  std::vector<CitationHit> finals;
  std::vector<CitationHit> drafts;
  for (const auto& summary : treaties(graph)) {
    const auto slug = graph.string(summary.treaty, property::kSlug);
    const bool is_draft = slug.find('@') != std::string_view::npos;
    const bool is_called = contains(called, slug.substr(0, slug.find('@'))) || slug == cited->treaty;
    const bool is_meant = cited->treaty.empty() || is_called ||
                          (called.empty() && summary.loaded && may_mean(graph, summary.treaty, cited->treaty));
    if (!is_meant || (cited->treaty.empty() && !summary.loaded)) continue;
    auto hit = find_in(graph, slug, cited->eid);
    if (!hit && is_called && !is_draft) hit = CitationHit{summary.treaty, false};
    if (hit) (is_draft ? drafts : finals).push_back(*hit);
  }
  finals.insert(finals.end(), drafts.begin(), drafts.end());
  std::ranges::stable_partition(finals, &CitationHit::exact);
  return finals;
}

}  // namespace treatygraph::queries
