#pragma once
// Property values as text, for typed filters, CSV cells and attributes.

#include <string>

#include "graph/property.h"

namespace treatygraph::queries {

/// Strings unchanged; numbers and booleans as in JSON; temporal values in ISO 8601; lists joined by "; "; "" for none.
[[nodiscard]] std::string text_of(const PropertyView& value);

}  // namespace treatygraph::queries
