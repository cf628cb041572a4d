#pragma once
// Treaties in XML: Akoma Ntoso (1.0 to 3.0) and the Texts of Trade Agreements (ToTA).

#include <string_view>

#include "graph/result.h"
#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_xml(std::string_view bytes);

/// Neither DTDs nor entities of the document's own are read. The error says where the XML is broken, or which roots are
/// known.
[[nodiscard]] Result<MarkedText> xml_text(std::string_view bytes);

}  // namespace treatygraph::ingest
