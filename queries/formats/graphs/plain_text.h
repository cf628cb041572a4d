#pragma once
// Plain values as JSON and as text.

#include <string>
#include <string_view>

#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

void write(JsonText& json, const PlainValue& value);
/// Written as members of the open object.
void write_members(JsonText& json, const PlainProperties& properties);
void write_strings(JsonText& json, std::string_view name, const std::vector<std::string>& texts);

/// Strings unchanged, lists joined by "; ", other values as in JSON.
[[nodiscard]] std::string text_of(const PlainValue& value);
/// "Provision;Article"
[[nodiscard]] std::string joined_labels(const std::vector<std::string>& labels);
/// The text of that property; empty if it is absent.
[[nodiscard]] std::string text_of(const PlainProperties& properties, std::string_view name);

/// Escapes text and attributes for XML 1.0; characters that XML cannot contain become U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace treatygraph::queries::formats
