#pragma once
// Structure, references and classification of a document as JSON Lines: one object a line, offsets in characters of its
// own text.

#include <string>

#include "ingest/structure/document.h"

namespace treatygraph::ingest {

/// {"eid", "kind", "number", "heading", "start", "end"} for each provision, in document order; "page" as well where the
/// document has pages, "basis" (ocr) and "ocr_confidence" where its words were recognised in pictures.
[[nodiscard]] std::string structure_lines(const Document& document);

/// {"read", "characters"} with the share of the document's characters that stand in provisions or in its title, then
/// {"reason", "detail", "line", "start", "end", "characters", "first_words"} for each leftover, largest first.
[[nodiscard]] std::string leftover_lines(const Document& document);

/// {"from", "quote", "offset", "targets", "scope", "mode"} for each reference, and of external ones "instrument",
/// "provision" and "implied"; what could not be resolved has scope "unresolved" and "missing", the kind of provision.
[[nodiscard]] std::string reference_lines(const Document& document);

/// {"eid", "class", "name", "kind", "quote", "start", "end", "rule", "confidence"} for each offence, power, safeguard,
/// term, use of a term (class "term_use") and obligation. "kind" is that of a power or safeguard; the name of an
/// obligation is its modality, of all else the local part of its node's key.
[[nodiscard]] std::string classification_lines(const Document& document);

}  // namespace treatygraph::ingest
