// Status pages, as XML and as text.

#include <cstdint>
#include <string_view>

#include "ingest/status/status_records.h"
#include "ingest/text/read_file.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::ingest;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(bytes) && !declares_latin_1(bytes)) return 0;
  (void)is_status_page(bytes);
  if (const auto page = read_status_page(bytes, "page")) (void)records_of(*page, "lakes");
  return 0;
}
