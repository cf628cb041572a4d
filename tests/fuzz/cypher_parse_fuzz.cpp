// Lexer and parser: any bytes give a query, or an error whose position is within them.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "queries/cypher/asking/engine.h"
#include "queries/cypher/language/parser.h"
#include "queries/cypher/values/error_text.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace cypher = treatygraph::queries::cypher;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    (void)cypher::parse(text);
  } catch (const cypher::CypherError& error) {
    if (error.span.offset > size) std::abort();
    (void)cypher::explain(error, text);
  }
  try {
    (void)cypher::parse_json(text);
  } catch (const cypher::CypherError&) {
    return 0;
  }
  return 0;
}
