#pragma once
// Plain values (PlainValue) as JSON, as text and in XML.

#include <string>
#include <string_view>

#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

/// The value of a member or an array's element.
void write(JsonText& json, const PlainValue& value);
/// Writes the properties as members of the open object.
void write_members(JsonText& json, const PlainProperties& properties);
/// A member that is an array of strings.
void write_strings(JsonText& json, std::string_view name, const std::vector<std::string>& texts);

/// The text of a value: strings unchanged, lists joined by "; ", other values as in JSON.
[[nodiscard]] std::string text_of(const PlainValue& value);
/// "Provision;Article"
[[nodiscard]] std::string joined_labels(const std::vector<std::string>& labels);
/// The text of the property of that name; empty if it is absent.
[[nodiscard]] std::string text_of(const PlainProperties& properties, std::string_view name);

/// Escapes text and attribute values for XML 1.0. Characters that XML cannot contain become U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace treatygraph::queries::formats
