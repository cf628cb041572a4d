#pragma once
// Whether XML is well-formed and says all that it means by itself. pugixml makes a tree of much that is neither.

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace treatygraph::ingest {

struct XmlFault {
  bool is_malformed = false;  ///< otherwise it is well-formed, and refused for another reason
  std::string message;        ///< "line 3, column 14: is not well-formed XML: the element <p> is not closed"
};

struct CheckedXml {
  std::string without_dtd;           ///< the text with spaces in the place of its <!DOCTYPE>; empty if it has none
  std::vector<std::string> notices;  ///< for users, one sentence each
};

/// Checks text in UTF-8 with expat, which follows the standard to the letter. Nothing outside of the text is read. What
/// a tree of the text alone would drop or leave as it is (entities, default values of attributes) is a fault.
[[nodiscard]] tl::expected<CheckedXml, XmlFault> check_xml(std::string_view text);

}  // namespace treatygraph::ingest
