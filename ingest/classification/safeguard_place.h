#pragma once
// The context of a safeguard: its sentence, the introduction of its list, its paragraph and article.

#include <cstddef>

#include "ingest/classification/fact.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Where a safeguard is.
struct SafeguardPlace {
  std::size_t safeguard = 0;                   ///< position among the facts
  std::size_t provision = 0;                   ///< that contains it
  std::size_t paragraph = 0;                   ///< the direct part of an article that this is or is inside, or itself
  std::size_t article = Provision::kNoParent;  ///< none outside of articles
  WordsRange stretch;                          ///< range of the provision's own words that contains it
  WordsRange sentence;
  WordsRange lead;  ///< last sentence above its list; empty if there is none
};

/// The context of `fact`. `safeguard` is its position among the facts.
[[nodiscard]] SafeguardPlace place_of(std::size_t safeguard, const Fact& fact, const Document& document,
                                      const OwnWords& own);

}  // namespace treatygraph::ingest
