#pragma once
// Writes the structure, references and classification of a document as JSON Lines: one object on each line. Offsets are
// characters of the document's text.

#include <string>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// {"eid", "kind", "number", "heading", "start", "end"} for each provision, in document order; also "page" if the
/// document has pages, and "basis" (ocr) and "ocr_confidence" if its words were recognized in images.
[[nodiscard]] std::string structure_lines(const Document& document);

/// {"read", "characters"} with the share of the document's characters in provisions or the title, then {"reason",
/// "detail", "line", "start", "end", "characters", "first_words"} for each leftover, largest first.
[[nodiscard]] std::string leftover_lines(const Document& document);

/// {"from", "quote", "offset", "targets", "scope", "mode"} for each reference; external ones also have "instrument",
/// "provision" and "implied". Unresolved ones have scope "unresolved" and "missing", the kind of provision.
[[nodiscard]] std::string reference_lines(const Document& document);

/// {"eid", "class", "name", "kind", "quote", "start", "end", "rule", "confidence"} for each offence, power, safeguard,
/// term, use of a term (class "term_use") and obligation. "kind" is that of a power or safeguard. The name of an
/// obligation is its modality, otherwise it is the local part of the node's key.
[[nodiscard]] std::string classification_lines(const Document& document);

}  // namespace treatygraph::ingest
