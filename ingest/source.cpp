#include "ingest/source.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/key.h"
#include "ingest/dataset.h"
#include "ingest/dataset_records.h"
#include "ingest/instrument_registry.h"
#include "ingest/problems.h"
#include "ingest/read_document.h"
#include "ingest/text_over_dataset.h"
#include "ingest/treaty_records.h"

namespace treatygraph::ingest {
namespace {

bool looks_like_slug(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '@';
  });
}

/// "budapest" for "budapest-2001/text.txt": the folder names it where the file's name says nothing.
std::string slug_of_place(const std::filesystem::path& path) {
  static const RE2 says_nothing(R"((?i)text|original|treaty|document|en|english)");
  static const RE2 year(R"(-\d{4}$)");
  const auto absolute = std::filesystem::absolute(path).lexically_normal();
  auto name = absolute.stem().string();
  if (RE2::FullMatch(name, says_nothing)) name = absolute.parent_path().filename().string();
  auto slug = slug_of(name);
  RE2::Replace(&slug, year, "");
  return slug;
}

/// Reads everything before it makes records of texts: what one source calls a treaty, another may cite.
class SourceReader {
 public:
  Result<void> read(const BuildRequest& request) {
    for (const auto& argument : request.sources) {
      const auto named = named_document(argument);
      auto done = is_dataset(named.path) ? add_dataset(named.path) : add_document(named);
      if (!done) return fail(done.error());
    }
    for (const auto& argument : request.texts) {
      if (auto done = add_text(argument); !done) return fail(done.error());
    }
    return {};
  }

  std::vector<SourceRecords> finish() {
    for (const auto& [slug, dataset] : datasets_) {
      registry_.add(dataset.records);
      registry_.add(dataset.placeholders);
    }
    for (const auto& [named, document] : documents_) {
      const auto slug = slug_for(named, document);
      registry_.add(document.title, slug);
      texts_.emplace_back(slug, &document);
    }
    std::vector<SourceRecords> sources;
    for (const auto& [slug, document] : texts_) {
      auto records = records_of(*document, slug, registry_);
      const auto dataset = datasets_.find(slug);
      if (dataset == datasets_.end()) {
        sources.push_back(std::move(records));
      } else {
        dataset->second = text_over_dataset(std::move(dataset->second), std::move(records), slug);
      }
    }
    for (auto& [slug, dataset] : datasets_) sources.push_back(std::move(dataset));
    return sources;
  }

 private:
  Result<void> add_dataset(const std::filesystem::path& folder) {
    const auto dataset = read_dataset(folder);
    if (!dataset) return fail(dataset.error());
    auto records = records_of(*dataset);
    if (!records) return fail(records.error());
    const auto& slug = dataset->treaty.slug;
    if (!datasets_.emplace(slug, std::move(*records)).second) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: another source is a dataset of {}", folder.string(), slug));
    }
    for (const auto* name : {"text.txt", "text.pdf", "text.xml"}) {
      if (std::filesystem::exists(folder / name)) return add_document({slug, folder / name});
    }
    return {};
  }

  Result<void> add_document(const NamedDocument& named) {
    auto document = read_document(named.path);
    if (!document) return fail(document.error());
    documents_.emplace_back(named, std::move(*document));
    return {};
  }

  Result<void> add_text(const std::string& argument) {
    const auto named = named_document(argument);
    if (datasets_.contains(named.slug)) return add_document(named);
    std::vector<std::string_view> slugs;
    for (const auto& [slug, dataset] : datasets_) slugs.push_back(slug);
    return fail(ErrorCode::InvalidArgument, fmt::format("--text {}: expected SLUG=FILE; {}", argument,
                                                        Problems::not_one_of("dataset", named.slug, slugs)));
  }

  /// What the command line says, or else who has that title among what is known, or else where the file lies.
  [[nodiscard]] std::string slug_for(const NamedDocument& named, const Document& document) const {
    if (!named.slug.empty()) return named.slug;
    const auto known = registry_.slug_of_name(document.title);
    const bool is_taken =
        known && std::ranges::find(texts_, *known, [](const auto& text) { return text.first; }) != texts_.end();
    return known && !is_taken ? *known : slug_of_place(named.path);
  }

  std::map<std::string, SourceRecords> datasets_;  ///< by slug
  std::vector<std::pair<NamedDocument, Document>> documents_;
  std::vector<std::pair<std::string, const Document*>> texts_;
  InstrumentRegistry registry_;
};

}  // namespace

NamedDocument named_document(std::string_view argument) {
  const auto equals = argument.find('=');
  const bool has_slug = equals != std::string_view::npos && looks_like_slug(argument.substr(0, equals));
  if (!has_slug) return {{}, argument};
  return {std::string(argument.substr(0, equals)), argument.substr(equals + 1)};
}

Result<std::vector<SourceRecords>> read_sources(const BuildRequest& request) {
  SourceReader reader;
  if (auto done = reader.read(request); !done) return fail(done.error());
  return reader.finish();
}

}  // namespace treatygraph::ingest
