#pragma once
// The structure of a treaty, read from how its text is laid out.

#include <string_view>

#include "ingest/structure.h"

namespace treatygraph::ingest {

/// `text` is a cleaned text. eIds are unique: a number that stands twice in one place gets "-2" and so on.
[[nodiscard]] Structure read_structure(std::string_view text);

}  // namespace treatygraph::ingest
