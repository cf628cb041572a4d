// XML of every supported kind: what was read can be exported as Akoma Ntoso and read again.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/documents/xml_text.h"
#include "ingest/export/akn_export.h"
#include "ingest/references/references.h"
#include "ingest/structure/text_structure.h"
#include "ingest/text/read_file.h"

namespace {

using namespace treatygraph::ingest;

/// False if it is not a treaty.
bool read(std::string_view bytes, Document& document) {
  auto marked = xml_text(bytes);
  if (!marked) return false;
  document.structure =
      marked->structure.empty() ? read_structure(marked->text, marked->headings) : std::move(marked->structure);
  document.text = std::move(marked->text);
  document.title = std::move(marked->title);
  document.map = SourceMap::identity(document.text);
  return true;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Document document;
  if (first_invalid_utf8(bytes) || !is_xml(bytes) || !read(bytes, document)) return 0;
  for (const auto& provision : document.structure) {
    if (provision.start > provision.end || provision.end > document.text.size()) std::abort();
    if (provision.body < provision.start || provision.body > provision.end) std::abort();
  }
  const auto xml = akn_of(document, find_references(document), "fuzz");
  Document again;
  if (!read(xml, again)) std::abort();
  return 0;
}
