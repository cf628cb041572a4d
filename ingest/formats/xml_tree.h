#pragma once
// XML of others: parsed, and refused where it would do harm.

#include <array>
#include <cstddef>
#include <string_view>

#include <pugixml.hpp>

#include "graph/result.h"

namespace treatygraph::ingest {

/// Neither DTDs nor entities of the document's own are read. The error says at which line the XML is not well-formed,
/// declares an entity or is nested too deep.
[[nodiscard]] Result<void> parse_xml(std::string_view bytes, pugi::xml_document& document);

/// "p" of <w:p>.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The value of an attribute whatever its prefix; empty where there is none.
[[nodiscard]] std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);
/// The first child of a name whatever its prefix.
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);

}  // namespace treatygraph::ingest
