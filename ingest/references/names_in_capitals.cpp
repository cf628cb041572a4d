// Some collections print treaties in small letters, and the grammar cannot read those: it tells names by their
// capitals. Four kinds of words get capitals back: nouns of instruments after an article, with the adjectives between
// ("the international convention"); Roman numerals after head nouns ("article v"); full names in definitions; and the
// title. Only ASCII letters change, each in its place, so offsets in the copy are offsets in the original.

#include "ingest/references/names_in_capitals.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/citation/citation_tokens.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// The nouns that get a capital. "act" and "law" are not among them.
constexpr std::array<std::string_view, 15> kNouns = {"convention", "conventions", "agreement", "agreements", "treaty",
                                                     "treaties",   "protocol",    "protocols", "charter",    "covenant",
                                                     "covenants",  "statute",     "pact",      "accord",     "accords"};

/// Between an article and a noun, these words say which instrument is meant. They are not part of its name.
constexpr std::array<std::string_view, 9> kPointing = {"present", "said",      "same",           "above",    "latter",
                                                       "entire",  "aforesaid", "aforementioned", "following"};

/// Words that are not part of a name. An article before one of these does not belong to the noun after it.
constexpr std::array<std::string_view, 31> kNoAdjective = {
    "of",  "to",  "in",   "on",  "for", "by",  "with",  "and",   "or",   "an", "under", "from", "as", "at", "any",
    "its", "his", "such", "may", "is",  "are", "shall", "which", "when", "if", "that",  "this", "a",  "be", "has"};

/// Words that stay small in a title.
constexpr std::array<std::string_view, 17> kSmall = {"of", "the",     "on",         "for",     "and", "to",
                                                     "in", "by",      "a",          "an",      "or",  "with",
                                                     "at", "between", "concerning", "against", "as"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// Whether hardly any word has a capital and then small letters. Words in capitals do not count, because headings may
/// be printed so.
bool has_no_capitals(std::string_view text) {
  // Fewer words prove nothing. One capitalised word in 200 is tolerated.
  constexpr std::size_t kFewestWords = 60;
  constexpr std::size_t kWordsForOne = 200;
  std::size_t words = 0;
  std::size_t capitalised = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_capital = text[i] >= 'A' && text[i] <= 'Z';
    const bool begins = !in_word && (is_capital || is_lower(text[i]));
    in_word = is_capital || is_lower(text[i]);
    words += begins ? 1U : 0U;
    capitalised += begins && is_capital && i + 1 < text.size() && is_lower(text[i + 1]) ? 1U : 0U;
  }
  return words >= kFewestWords && capitalised * kWordsForOne <= words;
}

/// Whether a definition gives the name of an instrument: "the convention on lakes", not "the convention area as
/// defined".
bool is_name(std::string_view words) {
  static const RE2 name(
      R"re((?:the )?(?:[a-z0-9-]+ ){0,5}?(?:convention|agreement|treaty|protocol|charter|covenant|statute)(?: (?:on|for|of|to|against|concerning|relating|between|establishing|regarding|governing|signed|done|adopted)\b.*)?)re");
  return RE2::FullMatch(piece(words), name);
}

/// Writes capitals into a text. The tokens are those of a copy, so they stay valid.
class Writer {
 public:
  explicit Writer(std::string& text) : text_(text), copy_(text), tokens_(citation_tokens(copy_, 0, copy_.size())) {}

  /// Capitals for everything in a text that the grammar recognises by capitals.
  void write_names() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      write_roman(i);
      if (tokens_[i].kind == Token::Kind::Word && is_one_of(tokens_[i].text, kNouns)) write_noun(i);
    }
    write_defined_names();
  }

  /// Capitals for all words of text[first, last) but the small ones.
  void write_title(std::size_t first, std::size_t last) {
    for (const auto& token : tokens_) {
      const bool is_inside = token.start >= first && token.end <= last && token.kind == Token::Kind::Word;
      if (is_inside && !is_one_of(token.text, kSmall)) capital(token.start);
    }
  }

 private:
  void capital(std::size_t at) { text_[at] = upper(text_[at]); }

  /// "article v of", "articles iii and iv": capitals for the numerals.
  void write_roman(std::size_t at) {
    const auto* head = citation_head(&tokens_[at]);
    if (head == nullptr || is_inside_unit(head->kind)) return;
    for (++at; at < tokens_.size(); ++at) {
      const auto& token = tokens_[at];
      const bool joins = token.kind == Token::Kind::Comma || token.is("and") || token.is("or") || token.is("to");
      if (head->is_plural && joins) continue;
      if (token.kind != Token::Kind::Word || !roman_value(token.text)) return;
      for (auto byte = token.start; byte < token.end; ++byte) capital(byte);
      if (!head->is_plural) return;
    }
  }

  /// "the convention", "this protocol", "the international convention on ...", "\"liability convention\"": a capital
  /// for the noun if an article or a quotation mark is shortly before it.
  void write_noun(std::size_t at) {
    constexpr std::size_t kMostBefore = 4;
    for (auto before = at; before-- > 0 && at - before <= kMostBefore;) {
      const auto& token = tokens_[before];
      const bool is_quote = token.text == "\"" || token.text == "“";
      const bool is_article = token.is("the") || token.is("this") || token.is("that");
      if (is_quote || is_article) return write_adjectives(before + 1, at);
      const bool is_year = token.kind == Token::Kind::Number && token.text.size() == 4;
      if (!is_year && (token.kind != Token::Kind::Word || is_one_of(token.text, kNoAdjective))) return;
    }
  }

  /// Capitals for the words between the article and the noun, and for the noun.
  void write_adjectives(std::size_t first, std::size_t noun) {
    for (auto i = first; i <= noun; ++i) {
      if (tokens_[i].kind == Token::Kind::Word && !is_one_of(tokens_[i].text, kPointing)) capital(tokens_[i].start);
    }
  }

  /// Capitals for the full name in a definition, up to the first stop or comma: its words are needed to find the
  /// treaty.
  void write_defined_names() {
    static const RE2 means(R"re(["”] means (the [^.,;:()"“”]{10,300}))re");
    static const RE2 called(
        R"re(\bthe ((?:[a-z-]+ ){0,3}(?:convention|agreement|treaty|protocol|charter|covenant)\b[^.,;:()"“”]{3,300}?),? ?\(?(?:hereinafter|hereafter)\b)re");
    for (const auto* pattern : {&means, &called}) {
      auto rest = piece(copy_);
      re2::StringPiece name;
      while (RE2::FindAndConsume(&rest, *pattern, &name)) {
        const auto first = static_cast<std::size_t>(name.data() - copy_.data());
        const auto words = std::string_view(name.data(), name.size());
        if (is_name(words)) write_title(first, first + words.size());
      }
    }
  }

  std::string& text_;
  const std::string copy_;
  std::vector<Token> tokens_;
};

/// The title with capitals.
std::string titled(std::string title) {
  Writer(title).write_title(0, title.size());
  return title;
}

}  // namespace

std::optional<InCapitals> names_in_capitals(std::string_view text, std::string_view title) {
  if (!has_no_capitals(text)) return std::nullopt;
  InCapitals result{std::string(text), titled(std::string(title))};
  Writer(result.text).write_names();
  return result;
}

}  // namespace treatygraph::ingest
