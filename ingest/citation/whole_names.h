#pragma once
// Reads instruments and annexes named as a whole: "under the Vienna Convention on the Law of Treaties", "the
// Verification Annex", with provisions that may follow: "Charter of Lakes, Article 2, applies".

#include <optional>
#include <vector>

#include "ingest/citation/production.h"
#include "ingest/citation/reading.h"

namespace treatygraph::ingest {

/// An annex of the document by its name at the cursor: "Verification Annex". Nothing, with the cursor unchanged, if
/// no name is there.
[[nodiscard]] std::optional<Citation> read_whole_part(Reading& reading);
/// The name of an instrument at the cursor. A name that may mean several instruments, such as "the Fourth Convention",
/// is only a context (Citation::is_context).
[[nodiscard]] std::optional<Citation> read_whole_instrument(Reading& reading);

/// Steps over the sentence that a citation names: "article 2, first sentence" is article 2, but the words belong to it.
void accept_sentence(TokenCursor& cursor);

}  // namespace treatygraph::ingest
