#pragma once
// A piece of text as the words, numbers and marks that citations consist of. This is the lexer of the grammar.

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ascii.h"
#include "ingest/citation/lexicon.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {

/// One word, number or sign. It does not own its text: the source text and the lexicon must outlive it. It is small,
/// because a text has one token for every few bytes. A word that stands for several ("du" for "de le") is followed by
/// tokens without width for the others.
struct Token {
  /// A Mark is a label in brackets such as "(a)". A Stop is one of . ; : ? and !. Other signs, such as brackets and
  /// quotation marks, are Other.
  enum class Kind { Word, Number, Mark, Comma, Stop, Dash, Other };
  Kind kind = Kind::Other;
  std::uint8_t lines_before = 0;  ///< line ends before it, at most two
  std::string_view text;          ///< for a Mark without its brackets: "a" of "(a)"
  std::size_t start = 0;          ///< bytes of the whole text
  std::size_t end = 0;
  const KnownWord* known = nullptr;  ///< the lexicon's entry of a Word

  /// Whether it is a single word with that meaning.
  [[nodiscard]] bool says(Say say) const { return known != nullptr && known->says.test(bit_of(say)); }
  /// Whether it is a capitalised word with that meaning: "Convention", not "CONVENTION".
  [[nodiscard]] bool names(Say say) const { return says(say) && is_title_case(text); }
  /// Whether it is a word that, in lower case and without accents, is `word`. Compares without a copy.
  [[nodiscard]] bool is(std::string_view word) const {
    if (kind != Kind::Word || text.size() < word.size()) return false;
    std::size_t same = 0;
    bool differs = false;
    for_each_plain_letter(text, [&](char c) {
      differs = differs || same == word.size() || word[same] != c;
      ++same;
    });
    return !differs && same == word.size();
  }
  /// For a Word: its text in ASCII lower case; otherwise empty.
  [[nodiscard]] std::string lower() const { return lower_case(kind == Kind::Word ? text : std::string_view()); }
  /// 1 for "one" and "first"; 0 if it is not a number in words.
  [[nodiscard]] int number_in_words() const { return known == nullptr ? 0 : known->number; }
  [[nodiscard]] bool is_capitalised() const { return kind == Kind::Word && begins_with_capital(text); }
  /// Whether it has no characters of its own: the "le" of "du".
  [[nodiscard]] bool is_implied() const { return start == end; }
};

/// The tokens of text[first, last). "8bis", "1.a", "3.12", "3-02", "17A" and "A1.1" are one Number each, "cross-border"
/// one Word, "(ii)" and "b)" a Mark. "l'article" is two words in languages with elision. Throws BeyondLimit if there
/// are more than kMostWords. Linear in the text.
[[nodiscard]] std::vector<Token> citation_tokens(std::string_view text, std::size_t first, std::size_t last,
                                                 const Words& words = english_words());

/// Joins "1 2", single digits separated by one byte, into one Number from 10 to `highest`. For documents that print
/// "Article 1 2" for article 12.
void join_split_numbers(std::string_view text, int highest, std::vector<Token>& tokens);

/// Joins "10", "-" and "2", without spaces between them, into one Number if `numbers` has "10-2". Otherwise they are a
/// range.
void join_hyphenated_numbers(std::string_view text, const std::set<std::string, std::less<>>& numbers,
                             std::vector<Token>& tokens);

}  // namespace treatygraph::ingest
