#pragma once
// Parses untrusted XML, and refuses what would do harm.

#include <array>
#include <cstddef>
#include <string_view>

#include <pugixml.hpp>

#include "graph/result.h"

namespace treatygraph::ingest {

/// Neither DTDs nor the document's own entities are processed. The error says at which line the XML is malformed,
/// declares an entity or is nested too deep.
[[nodiscard]] Result<void> parse_xml(std::string_view bytes, pugi::xml_document& document);

/// "p" of <w:p>.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The value of an attribute with any prefix; empty if there is none.
[[nodiscard]] std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);
/// The first child with this name and any prefix.
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);

}  // namespace treatygraph::ingest
