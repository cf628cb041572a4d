#pragma once
// Treaties in XML: Akoma Ntoso (1.0 to 3.0) and the Texts of Trade Agreements (ToTA).

#include <string_view>

#include "graph/result.h"
#include "ingest/documents/marked_text.h"

namespace treatygraph::ingest {

[[nodiscard]] bool is_xml(std::string_view bytes);

/// DTDs and the document's own entities are not processed. The error says where the XML is malformed, or lists the
/// supported roots.
[[nodiscard]] Result<MarkedText> xml_text(std::string_view bytes);

}  // namespace treatygraph::ingest
