// The order of reading: datasets first, on this thread, because texts need to know their provisions; then all
// documents, by `read_tasks`. Each result is stored as bytes at once, so memory only contains what is being read and a
// BuildSource for each source.

#include "ingest/build/read_sources.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <numeric>
#include <optional>
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

/// What a dataset knows about the provisions of its treaty, from the store.
Result<KnownTreaty> known_treaty(const BuildSource& dataset, const SourceStore& store) {
  const auto stored = store.source_at(dataset.place);
  if (!stored) return fail(stored.error());
  return KnownTreaty{dataset.report.sha256, source_provisions(stored->records.records, dataset.report.slug)};
}

/// 0 if the file cannot be read; reading it reports the error.
std::uintmax_t size_of(const ReadingTask& task) {
  std::error_code error;
  const auto size = std::filesystem::file_size(task.item.path, error);
  return error ? 0 : size;
}

/// Reads some of the tasks on all cores, the largest files first. The texts of PDFs are extracted before, in child
/// processes, which must not be forked while other threads run. Returns false if no more results are wanted.
bool read_some(const std::vector<ReadingTask>& tasks, std::size_t first, std::size_t count, Pictures pictures,
               const Progress& progress, const TaskDone& done) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), first);
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return size_of(tasks[i]); });
  std::vector<std::filesystem::path> paths;
  for (const auto i : order) paths.push_back(tasks[i].item.path);
  auto texts = pdf_texts(paths, pictures, [&](std::size_t i) {
    if (progress) progress("pdfs", first + i, tasks.size());
  });
  std::atomic<bool> goes_on{true};
  for_each_in_parallel(count, [&](std::size_t i) {
    if (!goes_on) return;
    const auto& task = tasks[order[i]];
    auto read = read_alone(task.item, task.known, pictures, &texts[i]);
    texts[i].reset();
    if (!done(order[i], std::move(read))) goes_on = false;
  });
  return goes_on;
}

/// Reads the sources of a request. `sources_` does not change its size while documents are read, so that threads can
/// write to their own source without a lock.
class SourceReader {
 public:
  SourceReader(SourceStore& store, const BuildRequest& request, const Progress& progress, const ReadTasks& read_tasks)
      : store_(store), request_(request), progress_(progress), read_tasks_(read_tasks) {}

  Result<std::vector<BuildSource>> read() {
    for (auto& item : list_sources(request_.sources)) add(std::move(item));
    read_datasets();
    for (const auto& text : request_.texts) add_text(text);
    read_documents();
    if (failed_) return fail(*failed_);
    return std::move(sources_);
  }

 private:
  /// Adds a source. The reference is valid until the next one is added.
  BuildSource& add(SourceItem item) {
    auto& source = sources_.emplace_back();
    source.item = std::move(item);
    source.report.source = source.item.path.string();
    if (!source.item.problem.empty()) refuse(source, source.item.problem);
    return source;
  }

  /// Reads the datasets, and adds the text in the folder of each.
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

  /// Adds the text that is in the folder of a dataset, if there is one. The first of these names is used; a warning
  /// names the others.
  void add_text_beside(std::size_t dataset) {
    std::optional<std::filesystem::path> taken;
    for (const auto* name : {"text.txt", "text.pdf", "text.xml", "text.docx", "text.odt", "text.html", "text.md"}) {
      auto path = sources_[dataset].item.path / name;
      if (!std::filesystem::exists(path)) continue;
      if (taken) {
        sources_[dataset].report.warnings.push_back(
            fmt::format("{}: is not read, because {} is read instead", path.string(), taken->filename().string()));
      } else {
        taken = std::move(path);
      }
    }
    if (taken) add({SourceItem::Kind::Text, sources_[dataset].report.slug, *std::move(taken)});
  }

  /// Adds a text of --text, which must name a dataset.
  void add_text(const std::string& argument) {
    auto& source = add(named_item(SourceItem::Kind::Text, argument));
    if (datasets_.contains(source.item.slug)) return;
    std::vector<std::string_view> slugs;
    for (const auto& [slug, dataset] : datasets_) slugs.push_back(slug);
    refuse(source, fmt::format("--text {}: expected SLUG=FILE; {}", argument,
                               Problems::not_one_of("dataset", source.item.slug, slugs)));
  }

  /// Reads everything else. The results arrive in any order, from any thread.
  void read_documents() {
    std::vector<BuildSource*> documents;
    for (auto& source : sources_) {
      if (source.item.kind != SourceItem::Kind::Dataset && source.is_right()) documents.push_back(&source);
    }
    note_known_treaties(documents);
    if (must_stop()) return;
    std::vector<ReadingTask> tasks;
    for (const auto* source : documents) {
      const auto known = known_.find(source->item.slug);
      tasks.push_back({source->item, known != known_.end() ? &known->second : nullptr});
    }
    read_tasks_(tasks, request_.pictures, progress_, [&](std::size_t i, StoredSource read) {
      keep(std::move(read), *documents[i]);
      step(documents.size());
      return !must_stop();
    });
  }

  /// Reads from the store what datasets know about treaties whose texts are named on the command line, so that the
  /// citations of these texts can reach all provisions.
  void note_known_treaties(const std::vector<BuildSource*>& documents) {
    for (const auto* source : documents) {
      const auto dataset = datasets_.find(source->item.slug);
      if (dataset == datasets_.end() || known_.contains(dataset->first)) continue;
      auto known = known_treaty(sources_[dataset->second], store_);
      if (!known) return fail_with(known.error());
      known_.emplace(dataset->first, *std::move(known));
    }
  }

  /// Stores what was read. Called by several threads, each for its own source. With --strict, a document that was read
  /// only in part is an error.
  void keep(StoredSource read, BuildSource& source) {
    const auto bytes = read.kind == Kind::Nothing ? std::string() : to_bytes(read);
    const auto place = store_.append(bytes);
    if (!place) return fail_with(place.error());
    source = build_source_of(std::move(read), *place);
    const bool is_in_part = source.kind == Kind::Document && !source.report.is_read_in_full;
    if (request_.stop_at_error && is_in_part) source.refuse(source.report.warnings.back());
    if (!source.is_right()) has_error_ = true;
  }

  /// Keeps the first error of the store.
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
  const ReadTasks& read_tasks_;
  std::vector<BuildSource> sources_;
  std::map<std::string, std::size_t, std::less<>> datasets_;  ///< by slug: index into sources_
  std::map<std::string, KnownTreaty, std::less<>> known_;     ///< by slug
  std::atomic<bool> has_error_{false};
  std::atomic<bool> has_failed_{false};
  std::optional<Error> failed_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

/// Makes all records in memory. Sources with errors, and sources with a node of an earlier one, are left out.
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

void read_on_all_cores(const std::vector<ReadingTask>& tasks, Pictures pictures, const Progress& progress,
                       const TaskDone& done) {
  /// Documents whose PDF texts may be in memory together.
  constexpr std::size_t kAtOnce = 256;
  bool goes_on = true;
  for (std::size_t first = 0; first < tasks.size() && goes_on; first += kAtOnce) {
    goes_on = read_some(tasks, first, std::min(kAtOnce, tasks.size() - first), pictures, progress, done);
  }
}

Result<std::vector<BuildSource>> read_into(SourceStore& store, const BuildRequest& request, const Progress& progress,
                                           const ReadTasks& read_tasks) {
  return SourceReader(store, request, progress, read_tasks).read();
}

Result<void> widen_by_datasets(std::vector<BuildSource>& sources, const std::map<std::string, std::size_t>& datasets,
                               SourceStore& store) {
  for (auto& source : sources) {
    const auto found = source.is(Kind::Document) ? datasets.find(source.report.slug) : datasets.end();
    const auto wanted = found != datasets.end() ? sources[found->second].report.sha256 : std::string();
    // The hashes are equal if the text was read with this dataset, or if neither has one.
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
    // Reading makes a new report, without the slug that name_sources() decided.
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
