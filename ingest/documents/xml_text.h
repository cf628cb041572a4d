#pragma once
// Reads treaties in XML: Akoma Ntoso (1.0 to 3.0), Formex, ToTA, the laws of several states, and unknown XML whose
// elements are called article and the like.

#include <string_view>

#include "graph/result.h"
#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

/// Whether the first character other than white space is "<". HTML must be excluded before.
[[nodiscard]] bool is_xml(std::string_view bytes);

/// Parses and reads the XML of a whole file. Neither DTDs nor entities declared in the document are processed. The
/// error says where the XML is malformed, or what the document is and which roots are supported.
[[nodiscard]] Result<MarkedText> xml_text(std::string_view bytes);

}  // namespace treatygraph::ingest
