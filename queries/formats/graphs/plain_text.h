#pragma once
// Plain values as JSON and as text.

#include <string>
#include <string_view>

#include "queries/formats/graphs/graph_view.h"
#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::formats {

void write(JsonText& json, const PlainValue& value);
/// As members of the object that is open.
void write_members(JsonText& json, const PlainProperties& properties);
void write_strings(JsonText& json, std::string_view name, const std::vector<std::string>& texts);

/// Strings as they are, lists joined by "; ", the rest as JSON writes it.
[[nodiscard]] std::string text_of(const PlainValue& value);
/// "Provision;Article"
[[nodiscard]] std::string joined_labels(const std::vector<std::string>& labels);
/// The text of that property; empty where there is none.
[[nodiscard]] std::string text_of(const PlainProperties& properties, std::string_view name);

/// For text and attributes of XML 1.0: what it cannot hold becomes U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace treatygraph::queries::formats
