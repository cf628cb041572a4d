// Any page is read or refused. The result is valid text, and its map points into the page.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/formats/html_text.h"
#include "ingest/text/read_file.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::ingest;
  const std::string_view page(reinterpret_cast<const char*>(data), size);
  (void)is_html_page(page);
  (void)is_html_fragment(page);
  (void)declared_encoding(page);
  if (first_invalid_utf8(page)) return 0;
  const auto written = html_text(page);
  if (!written) return 0;
  if (first_invalid_utf8(written->text)) std::abort();
  for (std::size_t at = 0; at < written->text.size(); at += 7) {
    if (written->map.character_at(at, written->text.data()) > size + written->text.size()) std::abort();
  }
  return 0;
}
