#include "ingest/source.h"

#include <algorithm>

#include <fmt/format.h>

#include "ingest/dataset.h"
#include "ingest/dataset_records.h"

namespace treatygraph::ingest {
namespace {

bool looks_like_slug(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '@';
  });
}

Result<SourceRecords> read_dataset_source(const std::filesystem::path& folder) {
  const auto dataset = read_dataset(folder);
  if (!dataset) return fail(dataset.error());
  return records_of(*dataset);
}

}  // namespace

NamedDocument named_document(std::string_view argument) {
  const auto equals = argument.find('=');
  const bool has_slug = equals != std::string_view::npos && looks_like_slug(argument.substr(0, equals));
  if (!has_slug) return {{}, argument};
  return {std::string(argument.substr(0, equals)), argument.substr(equals + 1)};
}

Result<std::vector<SourceRecords>> read_sources(const BuildRequest& request) {
  std::vector<SourceRecords> sources;
  for (const auto& argument : request.sources) {
    const auto [slug, path] = named_document(argument);
    if (!is_dataset(path)) return fail(ErrorCode::InvalidArgument, fmt::format("{}: not a dataset", path.string()));
    auto source = read_dataset_source(path);
    if (!source) return fail(source.error());
    sources.push_back(std::move(*source));
  }
  return sources;
}

}  // namespace treatygraph::ingest
