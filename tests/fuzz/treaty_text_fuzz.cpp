// Documents except PDF, which is read by a separate process: text, XML, JSON, then structure and references.

#include <cstdint>
#include <string_view>

#include "ingest/documents/clean_text.h"
#include "ingest/documents/treaty_json_text.h"
#include "ingest/documents/xml_text.h"
#include "ingest/structure/text_structure.h"
#include "ingest/text/read_file.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::ingest;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(bytes)) return 0;
  if (is_xml(bytes)) {
    if (const auto marked = xml_text(bytes)) (void)read_structure(marked->text, marked->headings);
  } else if (is_json(bytes)) {
    if (const auto marked = treaty_json_text(bytes)) (void)read_structure(marked->text, marked->headings);
  } else {
    (void)read_structure(clean_text(bytes).text);
  }
  return 0;
}
