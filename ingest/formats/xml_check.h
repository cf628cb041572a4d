#pragma once
// Checks that XML is well-formed and complete in itself. pugixml makes a tree of much that is neither, and does not
// report what the tree lacks.

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace treatygraph::ingest {

/// Why XML is refused.
struct XmlFault {
  bool is_malformed = false;  ///< otherwise it is well-formed, and refused for another reason
  std::string message;        ///< "line 3, column 14: is not well-formed XML: the element <p> is not closed"
};

/// The result for XML that is accepted.
struct CheckedXml {
  std::string without_dtd;           ///< the text with spaces instead of its <!DOCTYPE>; empty if it has none
  std::vector<std::string> notices;  ///< for users, one sentence each
};

/// Checks text in UTF-8 with expat, which follows the standard strictly. Nothing outside of the text is read. It is a
/// fault if a tree of the text alone would lack something: entities that the text declares or does not declare, and
/// attributes that only the DTD gives. More than 200 nested elements are a fault too. Linear in the text.
[[nodiscard]] tl::expected<CheckedXml, XmlFault> check_xml(std::string_view text);

}  // namespace treatygraph::ingest
