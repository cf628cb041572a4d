#pragma once
// Reads words for provisions near the citing one: "this article", "the two preceding paragraphs".

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

/// "this article", "the present Chapter", "that paragraph".
struct Demonstrative {
  Citation::Base base;
  const CitationHead* head;
};
[[nodiscard]] std::optional<Demonstrative> read_demonstrative(Reading& reading);

/// "the preceding paragraph", "the two preceding paragraphs", "the following article".
struct Neighbours {
  Citation::Base base;
  ProvisionKind kind;
  std::size_t count;
  bool is_vague = false;  ///< "the foregoing provisions"
};
[[nodiscard]] std::optional<Neighbours> read_neighbours(Reading& reading);

}  // namespace treatygraph::ingest
