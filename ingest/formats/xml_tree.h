#pragma once
// Parses untrusted XML, and refuses what would do harm.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "graph/result.h"
#include "ingest/text/text_encoding.h"

namespace treatygraph::ingest {

/// In UTF-8, or an encoding that the bytes declare. Neither DTDs nor the document's own entities are processed. Text
/// that comments or CDATA sections divide is one node. The result is notices for users, one sentence each. The error
/// says at which line and column the XML is malformed, declares or needs an entity, or is nested too deep.
[[nodiscard]] Result<std::vector<std::string>> parse_xml(std::string_view bytes, pugi::xml_document& document);

/// For users: what the XML declaration says against the encoding in which its file was found to be; empty if nothing.
/// `is_ascii`: the file had no bytes beyond ASCII.
[[nodiscard]] std::string contradicted_declaration(const DecodedText& decoded, bool is_ascii);

/// Where and why it is not well-formed; empty if it is.
[[nodiscard]] std::string malformed_xml(std::string_view bytes);

/// Whether it is characters: a text node or a CDATA section.
[[nodiscard]] bool is_text(const pugi::xml_node& node);
/// "p" of <w:p>.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The value of an attribute with any prefix; empty if there is none.
[[nodiscard]] std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);
/// The first child with this name and any prefix.
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);
/// The text of the element, whatever elements divide it.
[[nodiscard]] std::string all_text(const pugi::xml_node& node);

}  // namespace treatygraph::ingest
