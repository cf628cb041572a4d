// Citations in any text: each is a part of the text that it was read from.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ingest/citation/citations_about_treaty.h"
#include "ingest/references/references.h"
#include "ingest/structure/text_structure.h"
#include "ingest/text/read_file.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::ingest;
  const std::string_view words(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(words)) return 0;
  Document document;
  document.text = "Article 1\n\n1. This Convention.\n\n(a) of\n\n" + std::string(words);
  document.structure = read_structure(document.text);
  document.map = SourceMap::identity(document.text);
  for (const auto& reference : find_references(document)) {
    if (reference.start >= reference.end || reference.end > document.text.size()) std::abort();
    for (const auto target : reference.targets) {
      if (target >= document.structure.size()) std::abort();
    }
  }
  for (const auto& citation : own_citations(words, "Convention on Lakes")) {
    if (citation.start >= citation.end || citation.end > size) std::abort();
  }
  return 0;
}
