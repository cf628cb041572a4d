#include "ingest/read_document.h"

#include <fmt/format.h>

#include "ingest/clean_text.h"
#include "ingest/lines.h"
#include "ingest/read_file.h"
#include "ingest/text_structure.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLargestDocument = 256UL * 1024 * 1024;

}  // namespace

std::string title_of_text(std::string_view text) {
  constexpr std::size_t kLongestTitle = 400;
  const auto block = block_at(text, 0, text.size());
  return block.size() <= kLongestTitle ? fold(text.substr(block.first, block.size())) : std::string();
}

Result<Document> read_document(const std::filesystem::path& path) {
  const auto raw = read_file(path, kLargestDocument);
  if (!raw) return fail(raw.error());
  auto [text, map] = clean_text(*raw);
  Document document;
  document.name = path.filename().string();
  document.format = "text";
  document.title = title_of_text(text);
  document.structure = read_structure(text);
  document.text = std::move(text);
  document.map = std::move(map);
  if (!document.structure.empty()) return document;
  return fail(ErrorCode::InvalidArgument,
              fmt::format("{}: no article, part or annex was found; a treaty's text has lines such as \"Article 1\"",
                          path.string()));
}

}  // namespace treatygraph::ingest
