// Treaties as JSON.

#include <cstdint>
#include <string_view>

#include "ingest/documents/treaty_json_text.h"
#include "ingest/structure/text_structure.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::ingest;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!is_json(bytes)) return 0;
  if (const auto marked = treaty_json_text(bytes)) (void)read_structure(marked->text, marked->headings);
  return 0;
}
