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
  bool continues = false;  ///< nothing but white space, a hyphen or an apostrophe stands before it
  bool follows_hyphen = false;
  bool has_prefix = false;     ///< a hyphen joins it to "non", "sub" or the like, which make it another word
  bool begins_phrase = false;  ///< first in its range, or after a full stop, colon, semicolon or quotation mark
  bool is_capitalised = false;
};

/// The words in a range of the text, in order.
[[nodiscard]] std::vector<TermWord> term_words(std::string_view text, WordsRange range);

/// "parties" to "party", "businesses" to "business"; words that only have a plural stay ("proceeds", "customs").
[[nodiscard]] std::string singular_of(std::string_view word);

/// Verbs of the act that a noun names, in lower case: "freeze", "froze", "frozen" of "freezing", "confiscated" of
/// "confiscation". Empty where the noun names no act, or its verb means too many things ("establish", "apply").
[[nodiscard]] std::vector<std::string> verbs_of(std::string_view noun);

/// Whether the word stands in a set phrase in which it has a meaning of its own: "intellectual property", "good faith".
/// The words before and after are keys, empty where there is none.
[[nodiscard]] bool is_set_phrase(std::string_view before, std::string_view word, std::string_view after);

/// What a hyphen may join to a word that keeps its meaning: "property-related". A "value-content" is no value.
[[nodiscard]] bool is_of_compound(std::string_view after_hyphen);

/// Words that end a coordination of adjectives: articles, prepositions, pronouns.
[[nodiscard]] bool is_no_adjective(std::string_view key);

}  // namespace treatygraph::ingest
