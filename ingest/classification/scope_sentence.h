#pragma once
// Finds the sentence that contains a safeguard, even if the source has run two sentences together ("their use.However,
// this").

#include <string_view>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// The sentence of `words` in `text`, within `limits`. For an item of a list that was not split into points, the
/// sentence includes the introduction of the list.
[[nodiscard]] WordsRange scope_sentence(std::string_view text, WordsRange words, WordsRange limits);

}  // namespace treatygraph::ingest
