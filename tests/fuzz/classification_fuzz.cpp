// Classification of any text: each fact belongs to an existing provision and quotes the text.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ingest/build/treaty_records.h"
#include "ingest/classification/classify.h"
#include "ingest/structure/own_text.h"
#include "ingest/structure/text_structure.h"
#include "ingest/text/read_file.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::ingest;
  const std::string_view words(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(words)) return 0;
  Document document;
  document.text =
      "Article 1\n\n1. For the purposes of this Convention, \"lake\" means water.\n\n2. " + std::string(words);
  document.structure = read_structure(document.text);
  document.map = SourceMap::identity(document.text);
  const auto expect = [&](std::size_t provision, WordsRange quote) {
    if (provision >= document.structure.size() || quote.last > document.text.size() || quote.first >= quote.last) {
      std::abort();
    }
  };
  const auto found = classify(document, OwnWords(document.structure));
  for (const auto& fact : found.facts) expect(fact.provision, fact.quote);
  for (const auto& fact : found.obligations) expect(fact.provision, fact.quote);
  for (const auto& term : found.terms) expect(term.provision, term.quote);
  for (const auto& use : found.uses) expect(use.provision, use.quote);
  (void)records_of(document, {}, "lakes", {});
  return 0;
}
