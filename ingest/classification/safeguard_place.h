#pragma once
// Where a safeguard stands: its sentence, what stands above its list, its paragraph and article.

#include <cstddef>

#include "ingest/classification/fact.h"
#include "ingest/structure/document.h"

namespace treatygraph::ingest {

struct SafeguardPlace {
  std::size_t safeguard = 0;                   ///< position among the facts
  std::size_t provision = 0;                   ///< that it stands in
  std::size_t paragraph = 0;                   ///< the part of an article that this is or stands in, or itself
  std::size_t article = Provision::kNoParent;  ///< none outside of articles
  WordsRange stretch;                          ///< the provision's own words that hold it
  WordsRange sentence;
  WordsRange lead;  ///< the last sentence above its list, empty where there is none
};

/// Of `fact`, which is at `safeguard` among the facts.
[[nodiscard]] SafeguardPlace place_of(std::size_t safeguard, const Fact& fact, const Document& document,
                                      const OwnWords& own);

}  // namespace treatygraph::ingest
