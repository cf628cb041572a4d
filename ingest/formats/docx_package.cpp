// A package lists its parts in "[Content_Types].xml" and says in "_rels/.rels" which one is the document. Most programs
// call that part "word/document.xml", but they need not. Styles and numbering are in the same folder as the main part.

#include "ingest/formats/docx_package.h"

#include <fmt/format.h>

#include "ingest/formats/docx_text.h"
#include "ingest/formats/xml_tree.h"

namespace treatygraph::ingest {

std::string main_part(const ZipArchive& archive) {
  std::string part = "word/document.xml";
  const auto relations = archive.read("_rels/.rels");
  pugi::xml_document document;
  if (!relations || !parse_xml(*relations, document)) return part;
  for (const auto& relation : document.document_element().children()) {
    if (!attribute_named(relation, "Type").ends_with("/officeDocument")) continue;
    auto target = attribute_named(relation, "Target");
    if (target.starts_with('/')) target.remove_prefix(1);
    if (!target.empty()) part = std::string(target);
  }
  return part;
}

Result<void> read_beside(const ZipArchive& archive, const std::string& main, std::string_view name,
                         pugi::xml_document& document) {
  const auto part = main.substr(0, main.find_last_of('/') + 1) + std::string(name);
  if (!archive.has(part)) return {};
  const auto bytes = archive.read(part);
  if (!bytes) return fail(bytes.error());
  if (const auto read = parse_xml(*bytes, document); !read) {
    return fail(read.error().code, fmt::format("{}, {}", part, read.error().detail));
  }
  return {};
}

/// Also true for templates and for documents with macros.
bool is_docx(const ZipArchive& archive) {
  if (!archive.has("[Content_Types].xml")) return false;
  const auto types = archive.read("[Content_Types].xml");
  if (!types) return false;
  // Slides and tables may embed a document.
  const auto has = [&](std::string_view type) { return types->find(type) != std::string::npos; };
  return has("wordprocessingml") && !has("presentationml.presentation.main") && !has("spreadsheetml.sheet.main");
}

}  // namespace treatygraph::ingest
