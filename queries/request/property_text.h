#pragma once
// A property value as text: for filters that people type, CSV cells and attributes.

#include <string>

#include "graph/property.h"

namespace treatygraph::queries {

/// Strings as they are; numbers and booleans as JSON writes them; temporal values in ISO 8601; lists joined by "; "; ""
/// for none.
[[nodiscard]] std::string text_of(const PropertyView& value);

}  // namespace treatygraph::queries
