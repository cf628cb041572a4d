#pragma once
// Tokenizes text for comparison with terms, and lists the forms of a term's words.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

struct TermWord {
  WordsRange at;
  std::string key;         ///< lower case, nouns in singular
  bool continues = false;  ///< preceded only by white space, a hyphen or an apostrophe
  bool follows_hyphen = false;
  bool has_prefix = false;     ///< joined by a hyphen to "non", "sub" or the like, which make it another word
  bool begins_phrase = false;  ///< first in its range, or after a full stop, colon, semicolon or quotation mark
  bool is_capitalised = false;
};

/// The words in a range of the text, in order.
[[nodiscard]] std::vector<TermWord> term_words(std::string_view text, WordsRange range);

/// "parties" to "party", "businesses" to "business"; words that only have a plural stay ("proceeds", "customs").
[[nodiscard]] std::string singular_of(std::string_view word);

/// Verbs for the act named by a noun, in lower case: "freeze", "froze", "frozen" for "freezing", "confiscated" for
/// "confiscation". Empty if the noun names no act, or its verb has too many meanings ("establish", "apply").
[[nodiscard]] std::vector<std::string> verbs_of(std::string_view noun);

/// Whether the word is in a set phrase with a meaning of its own: "intellectual property", "good faith". The words
/// before and after are keys, empty if there is none.
[[nodiscard]] bool is_set_phrase(std::string_view before, std::string_view word, std::string_view after);

/// Words that a hyphen may join to a term without changing its meaning: "property-related". A "value-content" is not a
/// value.
[[nodiscard]] bool is_of_compound(std::string_view after_hyphen);

/// Words that end a coordination of adjectives: articles, prepositions, pronouns.
[[nodiscard]] bool is_no_adjective(std::string_view key);

}  // namespace treatygraph::ingest
