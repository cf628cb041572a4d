#pragma once
// Reads words that point to provisions near the citing one: "this article", "the two preceding paragraphs".

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

/// "this article", "the present Chapter", "that paragraph". `base` is Here or That.
struct Demonstrative {
  Citation::Base base;
  const CitationHead* head;
};
/// Moves the cursor past such words. Nothing, with the cursor unchanged, if there are none, or if they are the treaty's
/// name for itself: "this Protocol".
[[nodiscard]] std::optional<Demonstrative> read_demonstrative(Reading& reading);

/// "the preceding paragraph", "the two preceding paragraphs", "the following article". `base` is Preceding or
/// Following; `count` is kAllNeighbours for a plural without a number.
struct Neighbours {
  Citation::Base base;
  ProvisionKind kind;
  std::size_t count;
  bool is_vague = false;  ///< "the foregoing provisions"
};
/// Moves the cursor past such words. Nothing, with the cursor unchanged, if there are none, or if they are relative to
/// something other than the citing provision: "the following articles of the Act".
[[nodiscard]] std::optional<Neighbours> read_neighbours(Reading& reading);

}  // namespace treatygraph::ingest
