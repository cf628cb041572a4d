#pragma once
// Splits text into words for comparison with terms, and knows the forms of a term's words.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// A word of a text.
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

/// The singular of an English noun in lower case: "parties" to "party", "businesses" to "business". Words that only
/// have a plural stay ("proceeds", "customs"). It is only used to compare, so a wrong singular does no harm if it is
/// always the same.
[[nodiscard]] std::string singular_of(std::string_view word);

/// Verb forms for the act that a noun names, in lower case: "freeze", "froze", "frozen" for "freezing", "confiscated"
/// for "confiscation". Empty if the noun is not an act, or if its verb has too many meanings ("establish", "apply").
[[nodiscard]] std::vector<std::string> verbs_of(std::string_view noun);

/// Whether the word is part of a set phrase with its own meaning: "intellectual property", "good faith". The words
/// before and after are keys; they are empty if there are none.
[[nodiscard]] bool is_set_phrase(std::string_view before, std::string_view word, std::string_view after);

/// Whether a hyphen may join the word to a term without changing the term's meaning: "property-related". A
/// "value-content" is not a value.
[[nodiscard]] bool is_of_compound(std::string_view after_hyphen);

/// Whether the word ends a series of adjectives: articles, prepositions, pronouns.
[[nodiscard]] bool is_no_adjective(std::string_view key);

}  // namespace treatygraph::ingest
