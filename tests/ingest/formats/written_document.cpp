#include "tests/ingest/formats/written_document.h"

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/documents/read_document.h"
#include "ingest/references/references.h"
#include "ingest/text/lines.h"

namespace treatygraph::testing {

Result<ingest::Document> WrittenDocument::read(const std::string& name, const std::string& bytes) {
  const auto path = folder_ / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return ingest::read_document(path);
}

ingest::Document read_text(std::string_view text) {
  const TemporaryFolder folder;
  auto document = ingest::read_document(folder.write("a.txt", text));
  EXPECT_TRUE(document.has_value()) << document.error().detail;
  return document ? std::move(*document) : ingest::Document();
}

std::vector<std::string> eids_of(const ingest::Structure& structure) {
  std::vector<std::string> eids;
  for (const auto& provision : structure) eids.push_back(provision.eid.to_string());
  return eids;
}

std::vector<std::string> eids_of(const ingest::Document& document) {
  return eids_of(document.structure);
}

std::string words_of(const ingest::Document& document, const std::string& eid) {
  for (const auto& provision : document.structure) {
    if (provision.eid.to_string() != eid) continue;
    return ingest::fold(std::string_view(document.text).substr(provision.start, provision.end - provision.start));
  }
  return {};
}

std::vector<std::string> references_of(const ingest::Document& document) {
  std::vector<std::string> references;
  for (const auto& reference : ingest::find_references(document)) {
    if (reference.scope != ingest::Reference::Scope::Internal) continue;
    auto line = fmt::format("{} -{}->", document.structure[reference.from].eid.to_string(), reference.mode);
    for (const auto target : reference.targets) line += " " + document.structure[target].eid.to_string();
    references.push_back(std::move(line));
  }
  return references;
}

}  // namespace treatygraph::testing
