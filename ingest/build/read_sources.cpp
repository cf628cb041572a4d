#include "ingest/build/read_sources.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <optional>
#include <span>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "ingest/build/name_sources.h"
#include "ingest/build/parallel.h"
#include "ingest/build/source_list.h"
#include "ingest/build/source_units.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {
namespace {

using Kind = StoredSource::Kind;

Result<KnownTreaty> known_treaty(const BuildSource& dataset, const SourceStore& store) {
  const auto stored = store.source_at(dataset.place);
  if (!stored) return fail(stored.error());
  return KnownTreaty{dataset.report.sha256, told_provisions(stored->records.records, dataset.report.slug)};
}

class SourceReader {
 public:
  SourceReader(SourceStore& store, const BuildRequest& request, const Progress& progress,
               const ReadDocuments& elsewhere)
      : store_(store), request_(request), progress_(progress), elsewhere_(elsewhere) {}

  Result<std::vector<BuildSource>> read() {
    for (auto& item : list_sources(request_.sources)) add(std::move(item));
    read_datasets();
    for (const auto& text : request_.texts) add_text(text);
    read_documents();
    if (failed_) return fail(*failed_);
    return std::move(sources_);
  }

 private:
  BuildSource& add(SourceItem item) {
    auto& source = sources_.emplace_back();
    source.item = std::move(item);
    source.report.source = source.item.path.string();
    if (!source.item.problem.empty()) refuse(source, source.item.problem);
    return source;
  }

  void read_datasets() {
    for (std::size_t i = 0; i < sources_.size(); ++i) {  // by index, because texts for datasets are added
      if (sources_[i].item.kind != SourceItem::Kind::Dataset || !sources_[i].is_right() || must_stop()) continue;
      keep(read_alone(sources_[i].item), sources_[i]);
      if (!sources_[i].is_right()) continue;
      if (!datasets_.emplace(sources_[i].report.slug, i).second) {
        refuse(sources_[i], is_second_dataset(sources_[i]));
        continue;
      }
      add_text_beside(i);
    }
  }

  void add_text_beside(std::size_t dataset) {
    std::optional<std::filesystem::path> taken;
    for (const auto* name : {"text.txt", "text.pdf", "text.xml", "text.docx", "text.odt", "text.html", "text.md"}) {
      auto path = sources_[dataset].item.path / name;
      if (!std::filesystem::exists(path)) continue;
      if (taken) {
        sources_[dataset].report.warnings.push_back(
            fmt::format("{}: is not read, for {} is", path.string(), taken->filename().string()));
      } else {
        taken = std::move(path);
      }
    }
    if (taken) add({SourceItem::Kind::Text, sources_[dataset].report.slug, *std::move(taken)});
  }

  void add_text(const std::string& argument) {
    auto& source = add(named_item(SourceItem::Kind::Text, argument));
    if (datasets_.contains(source.item.slug)) return;
    std::vector<std::string_view> slugs;
    for (const auto& [slug, dataset] : datasets_) slugs.push_back(slug);
    refuse(source, fmt::format("--text {}: expected SLUG=FILE; {}", argument,
                               Problems::not_one_of("dataset", source.item.slug, slugs)));
  }

  /// By a few hundred, so that the texts of PDFs are not all in memory.
  void read_documents() {
    std::vector<BuildSource*> documents;
    for (auto& source : sources_) {
      if (source.item.kind != SourceItem::Kind::Dataset && source.is_right()) documents.push_back(&source);
    }
    if (elsewhere_) return read_elsewhere(documents);
    note_known_treaties(documents);
    constexpr std::size_t kAtOnce = 256;
    for (std::size_t first = 0; first < documents.size(); first += kAtOnce) {
      read_some(std::span(documents).subspan(first, std::min(kAtOnce, documents.size() - first)), documents.size());
    }
  }

  /// Without what datasets know: widen_by_datasets() reads the few texts of datasets again.
  void read_elsewhere(const std::vector<BuildSource*>& documents) {
    std::vector<SourceItem> items;
    for (const auto* source : documents) items.push_back(source->item);
    if (must_stop()) return;
    elsewhere_(items, request_.pictures, [&](std::size_t i, StoredSource read) {
      keep(std::move(read), *documents[i]);
      step(documents.size());
      return !must_stop();
    });
  }

  /// A text that the command line gives to a dataset reaches the dataset's provisions.
  void note_known_treaties(const std::vector<BuildSource*>& documents) {
    for (const auto* source : documents) {
      const auto dataset = datasets_.find(source->item.slug);
      if (dataset == datasets_.end() || known_.contains(dataset->first)) continue;
      auto known = known_treaty(sources_[dataset->second], store_);
      if (!known) return fail_with(known.error());
      known_.emplace(dataset->first, *std::move(known));
    }
  }

  /// PDFs are read first, in child processes, which must not be forked while other threads run. The largest documents
  /// come first, so that no core waits long for the last.
  void read_some(std::span<BuildSource*> documents, std::size_t of) {
    if (must_stop()) return;
    const auto size_of = [](const BuildSource* source) {
      std::error_code error;
      const auto size = std::filesystem::file_size(source->item.path, error);
      return error ? 0 : size;
    };
    std::ranges::stable_sort(documents, std::ranges::greater(), size_of);
    std::vector<std::filesystem::path> paths;
    for (const auto* source : documents) paths.push_back(source->item.path);
    auto texts = pdf_texts(paths, request_.pictures, [&](std::size_t i) {
      if (progress_) progress_("pdfs", i, paths.size());
    });
    for_each_in_parallel(documents.size(), [&](std::size_t i) {
      if (must_stop()) return;
      const auto known = known_.find(documents[i]->item.slug);
      keep(read_alone(documents[i]->item, known != known_.end() ? &known->second : nullptr, request_.pictures,
                      &texts[i]),
           *documents[i]);
      texts[i].reset();
      step(of);
    });
  }

  void keep(StoredSource read, BuildSource& source) {
    const auto bytes = read.kind == Kind::Nothing ? std::string() : to_bytes(read);
    const auto place = store_.append(bytes);
    if (!place) return fail_with(place.error());
    source = build_source_of(std::move(read), *place);
    const bool is_in_part = source.kind == Kind::Document && !source.report.is_read_in_full;
    if (request_.stop_at_error && is_in_part) source.refuse(source.report.warnings.back());
    if (!source.is_right()) has_error_ = true;
  }

  void fail_with(const Error& error) {
    const std::scoped_lock lock(mutex_);
    if (!failed_) failed_ = error;
    has_failed_ = true;
  }

  void refuse(BuildSource& source, std::string why) {
    source.refuse(std::move(why));
    has_error_ = true;
  }

  [[nodiscard]] bool must_stop() const { return has_failed_ || (request_.stop_at_error && has_error_); }

  void step(std::size_t of) {
    const std::scoped_lock lock(mutex_);
    ++done_;
    if (progress_) progress_("reading", done_, of);
  }

  SourceStore& store_;
  const BuildRequest& request_;
  const Progress& progress_;
  const ReadDocuments& elsewhere_;
  std::vector<BuildSource> sources_;
  std::map<std::string, std::size_t, std::less<>> datasets_;  ///< by slug: index into sources_
  std::map<std::string, KnownTreaty, std::less<>> known_;     ///< by slug
  std::atomic<bool> has_error_{false};
  std::atomic<bool> has_failed_{false};
  std::optional<Error> failed_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

/// Those with errors, or nodes that an earlier source has, are left out.
Sources in_memory(std::vector<BuildSource>& sources, SourceUnits& units) {
  std::unordered_set<std::string> keys;
  Sources all;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto& source = sources[i];
    auto records = source.is_right() ? units.unit_and_report(i) : Result<SourceRecords>();
    if (!records) source.refuse(records.error().detail);
    const auto& nodes = records ? records->records.nodes : std::vector<NodeRecord>();
    const auto twice = std::ranges::find_if(nodes, [&](const NodeRecord& node) { return keys.contains(node.key); });
    if (twice != nodes.end()) source.refuse(has_already(source, twice->key));
    if (!source.is_right()) continue;
    for (const auto& node : nodes) keys.insert(node.key);
    all.records.push_back(*std::move(records));
  }
  for (auto& source : sources) all.reports.push_back(std::move(source.report));
  return all;
}

}  // namespace

std::string has_already(const BuildSource& source, std::string_view key) {
  return fmt::format("{}: another source has {} already", source.report.source, key);
}

Result<std::vector<BuildSource>> read_into(SourceStore& store, const BuildRequest& request, const Progress& progress,
                                           const ReadDocuments& elsewhere) {
  return SourceReader(store, request, progress, elsewhere).read();
}

Result<void> widen_by_datasets(std::vector<BuildSource>& sources, const std::map<std::string, std::size_t>& datasets,
                               SourceStore& store) {
  for (auto& source : sources) {
    const auto found = source.is(Kind::Document) ? datasets.find(source.report.slug) : datasets.end();
    const auto wanted = found != datasets.end() ? sources[found->second].report.sha256 : std::string();
    if (!source.is(Kind::Document) || source.widened_by == wanted) continue;
    std::optional<KnownTreaty> known;
    if (found != datasets.end()) {
      auto treaty = known_treaty(sources[found->second], store);
      if (!treaty) return fail(treaty.error());
      known = *std::move(treaty);
    }
    auto read = read_alone(source.item, known ? &*known : nullptr, source.pictures);
    if (read.report.errors.empty() && read.report.sha256 != source.report.sha256) {
      read.report.errors.push_back(fmt::format("{}: it changed since it was read", source.report.source));
    }
    const auto place = store.append(to_bytes(read));
    if (!place) return fail(place.error());
    auto slug = std::move(source.report.slug);
    source = build_source_of(std::move(read), *place);
    source.report.slug = std::move(slug);
  }
  return {};
}

Sources read_sources(const BuildRequest& request, const Progress& progress) {
  const auto failed = [](const Error& error) {
    Sources none;
    none.reports.emplace_back().errors.push_back(error.detail);
    return none;
  };
  auto store = SourceStore::in_memory();
  if (!store) return failed(store.error());
  auto sources = read_into(*store, request, progress);
  if (!sources) return failed(sources.error());
  const auto names = name_sources(*sources, *store);
  if (!names) return failed(names.error());
  if (auto widened = widen_by_datasets(*sources, names->datasets, *store); !widened) {
    return failed(widened.error());
  }
  SourceUnits units(*sources, *names, *store);
  return in_memory(*sources, units);
}

}  // namespace treatygraph::ingest
