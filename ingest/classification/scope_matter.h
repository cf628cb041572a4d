#pragma once
// What an article on cooperation is about, by its heading, and whether a sentence speaks of it: "extradition may be
// refused" in the article on extradition.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// The acts that a heading or a paragraph names, each once, by the letters that their words begin with ("extrad").
[[nodiscard]] std::vector<std::string> acts_in(std::string_view words);

/// Those that more than half of the paragraphs name; none of a single paragraph.
[[nodiscard]] std::vector<std::string> acts_in_most(const std::vector<std::string_view>& paragraphs);

/// The words by which `sentence` of `text` makes one of the acts its subject ("mutual assistance shall be ..."), or
/// what may be refused ("any refusal of assistance"). `subject` is the beginning of the sentence, up to its verb.
[[nodiscard]] std::optional<WordsRange> speaks_of(std::string_view text, WordsRange sentence, WordsRange subject,
                                                  const std::vector<std::string>& acts);

/// "the requesting State Party": whom only cooperation knows.
[[nodiscard]] std::optional<WordsRange> speaks_of_a_request(std::string_view text, WordsRange sentence);

/// "imposing an obligation to extradite": the words of a duty that is one of the acts.
[[nodiscard]] std::optional<WordsRange> duty_among(std::string_view text, WordsRange sentence,
                                                   const std::vector<std::string>& acts);

}  // namespace treatygraph::ingest
