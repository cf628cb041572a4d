#include "queries/search/citation_tokens.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/search_words.h"

namespace treatygraph::queries {
namespace {

/// Whether a chunk is a treaty's slug: "uncc@2023-11", "pta-12", but not "art-12".
bool is_slug(std::string_view chunk) {
  const auto joint = chunk.find_first_of("@-");
  if (joint == std::string_view::npos || joint < 2) return false;
  const auto is_part = [](char c) { return is_letter_or_digit(c) || c == '-' || c == '@'; };
  if (!std::ranges::all_of(chunk, is_part) || is_digit(chunk.front())) return false;
  const bool is_version = chunk[joint] == '@' && joint + 1 < chunk.size();
  return is_version || (is_digit(chunk.back()) && !chunk.starts_with("art"));
}

/// Reads chunks between spaces. Within a chunk, words come from the word breaker of the search; what is between them is
/// read for signs and brackets.
class Tokens {
 public:
  /// Splits at white space.
  std::vector<CitationToken> of(std::string_view typed) {
    while (!typed.empty()) {
      const auto* const first = std::ranges::find_if_not(typed, is_space);
      typed.remove_prefix(static_cast<std::size_t>(first - typed.begin()));
      const auto* const last = std::ranges::find_if(typed, is_space);
      const auto chunk = typed.substr(0, static_cast<std::size_t>(last - typed.begin()));
      if (!chunk.empty()) add_chunk(chunk);
      typed.remove_prefix(chunk.size());
    }
    return std::move(tokens_);
  }

 private:
  /// A slug is one token, although it contains dashes and digits.
  void add_chunk(std::string_view chunk) {
    is_joined_ = false;
    auto bare = chunk;
    while (!bare.empty() && (bare.back() == ',' || bare.back() == ':' || bare.back() == ';')) bare.remove_suffix(1);
    if (is_slug(bare)) {
      add(CitationToken::Kind::Word, lower_case(bare));
      return;
    }
    std::size_t done = 0;
    for (const auto& word : placed_words_of(chunk)) {
      add_signs(chunk.substr(done, word.begin - done));
      add_word(word.word);
      done = word.end;
    }
    add_signs(chunk.substr(done));
  }

  /// Only signs that matter to the parser become tokens. All dashes become "-".
  void add_signs(std::string_view between) {
    if (between.find("§") != std::string_view::npos) add(CitationToken::Kind::Sign, "§");
    for (const auto* dash : {"-", "–", "—"}) {
      if (between.find(dash) != std::string_view::npos) add(CitationToken::Kind::Sign, "-");
    }
    for (const char c : between) {
      if (c == ',' || c == '/' || c == '&') add(CitationToken::Kind::Sign, std::string(1, c));
      if (c == '(' || c == '[') opens_ = true;
      if (c == ')' || c == ']') opens_ = false;
    }
  }

  /// Splits a word at the borders of digits. Two or more letters after digits belong to the number ("8bis"); a single
  /// letter is a token of its own ("15a"), and digits after letters are a separate number.
  void add_word(const std::string& word) {
    for (std::size_t at = 0; at < word.size();) {
      const auto begin = at;
      if (is_digit(word[at])) {
        while (at < word.size() && is_digit(word[at])) ++at;
        const auto digits = at;
        while (at < word.size() && !is_digit(word[at])) ++at;
        if (at - digits == 1) at = digits;
        add(CitationToken::Kind::Number, word.substr(begin, at - begin));
      } else {
        while (at < word.size() && !is_digit(word[at])) ++at;
        add(CitationToken::Kind::Word, word.substr(begin, at - begin));
      }
    }
  }

  /// An opened bracket applies to the next token only.
  void add(CitationToken::Kind kind, std::string text) {
    tokens_.push_back({kind, std::move(text), opens_, is_joined_});
    is_joined_ = true;
    opens_ = false;
  }

  std::vector<CitationToken> tokens_;
  bool is_joined_ = false;
  bool opens_ = false;
};

}  // namespace

std::vector<CitationToken> citation_tokens(std::string_view typed) {
  constexpr std::size_t kMaxTyped = 256;
  return Tokens().of(typed.substr(0, kMaxTyped));
}

}  // namespace treatygraph::queries
