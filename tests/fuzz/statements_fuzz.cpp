// Statements, as CSV and as JSON.

#include <cstdint>
#include <string_view>

#include "ingest/statements/statement_records.h"
#include "ingest/text/read_file.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::ingest;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(text)) return 0;
  (void)is_statement_file(text);
  if (const auto file = read_statement_file(text, "file")) (void)records_of(*file, "lakes", {}, {});
  return 0;
}
