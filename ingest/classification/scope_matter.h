#pragma once
// What an article on cooperation is about, by its heading, and whether a sentence speaks of it: "extradition may be
// refused" in the article on extradition.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// The acts that a heading names, by the letters that their words begin with ("extrad"); none where the article is
/// about no cooperation.
[[nodiscard]] std::vector<std::string> acts_in_heading(std::string_view heading);

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
