#pragma once
// A document for a command that prints something of it.

#include <optional>
#include <string>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// Reads it, and says on stderr why it is refused, what was converted and what of it was not read, a line each.
/// `exit_code` becomes 1 where it is refused or not read whole.
[[nodiscard]] std::optional<Document> read_or_say_why(const std::string& path, int& exit_code);

/// The same for a document that was read.
void say_what_is_missing(const std::string& path, const Document& document, int& exit_code);

}  // namespace treatygraph::ingest
