#pragma once
// Reads instruments and annexes named as a whole: "under the Vienna Convention on the Law of Treaties", "the
// Verification Annex", with provisions that may follow: "Charter of Lakes, Article 2, applies".

#include <optional>
#include <vector>

#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

[[nodiscard]] std::optional<Citation> read_whole_part(Reading& reading);
[[nodiscard]] std::optional<Citation> read_whole_instrument(Reading& reading);

/// "article 2, first sentence" is article 2, but the words belong to the citation.
void accept_sentence(TokenCursor& cursor);

}  // namespace treatygraph::ingest
