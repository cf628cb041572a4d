#pragma once
// Parses untrusted XML and refuses what would do harm, and offers names without prefixes for pugixml.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "graph/result.h"
#include "ingest/text/text_encoding.h"

namespace treatygraph::ingest {

/// Parses XML in UTF-8, or in an encoding that the bytes declare. Neither DTDs nor the document's own entities are
/// processed. Text that is divided by comments or CDATA sections becomes one node. The result is notices for users, one
/// sentence each. The error says at which line and column the XML is malformed, declares or needs an entity, or is
/// nested too deep.
[[nodiscard]] Result<std::vector<std::string>> parse_xml(std::string_view bytes, pugi::xml_document& document);

/// A notice for users if the XML declaration names another encoding than the one in which the file was found to be.
/// Otherwise empty. `is_ascii`: the file had no bytes beyond ASCII.
[[nodiscard]] std::string contradicted_declaration(const DecodedText& decoded, bool is_ascii);

/// Where and why XML is not well-formed. Empty if it is well-formed, even if parse_xml() refuses it for another reason.
[[nodiscard]] std::string malformed_xml(std::string_view bytes);

/// Whether a node is a text node or a CDATA section.
[[nodiscard]] bool is_text(const pugi::xml_node& node);
/// The name of an element without its prefix: "p" of <w:p>.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The value of an attribute, whatever its prefix. Empty if there is none.
[[nodiscard]] std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);
/// The first child with this name, whatever its prefix. A null node if there is none.
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);
/// All text below an element, in document order.
[[nodiscard]] std::string all_text(const pugi::xml_node& node);

}  // namespace treatygraph::ingest
