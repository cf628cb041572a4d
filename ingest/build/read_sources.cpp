#include "ingest/build/read_sources.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/key.h"
#include "graph/sha256.h"
#include "graph/vocabulary.h"
#include "ingest/build/parallel.h"
#include "ingest/build/source_content.h"
#include "ingest/build/source_list.h"
#include "ingest/build/text_coverage.h"
#include "ingest/build/text_over_dataset.h"
#include "ingest/build/treaty_records.h"
#include "ingest/curated/dataset.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/documents/leftovers.h"
#include "ingest/documents/pdf_text.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/references/citation_coverage.h"
#include "ingest/references/references.h"
#include "ingest/statements/statement_records.h"
#include "ingest/status/status_records.h"
#include "ingest/text/problems.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

/// "budapest" for "budapest-2001/text.txt": the folder gives the name if the file's name is generic.
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

/// A source on its way from path to records.
struct SourceState {
  SourceItem item;
  SourceReport report = {};
  std::optional<SourceContent> content = {};
  bool is_text_of_treaty = false;
  SourceRecords records = {};

  [[nodiscard]] bool is_right() const { return report.errors.empty(); }
  template <typename Kind>
  [[nodiscard]] const Kind* as() const {
    return content ? std::get_if<Kind>(&*content) : nullptr;
  }
};

std::size_t count_if_label(const GraphRecords& records, std::string_view label) {
  return static_cast<std::size_t>(std::ranges::count_if(records.nodes, [label](const NodeRecord& node) {
    return std::ranges::find(node.labels, label) != node.labels.end();
  }));
}

void count(const std::vector<Reference>& references, const Document& document, const InstrumentRegistry& registry,
           SourceReport& report) {
  report.references.found = references.size();
  const auto note = [&](const Reference& reference, std::string kind) {
    report.unresolved.push_back({document.structure[reference.from].eid.to_string(), reference.quote, std::move(kind)});
  };
  for (const auto& reference : references) {
    const bool is_external = reference.scope == Reference::Scope::External;
    if (reference.scope == Reference::Scope::Internal) ++report.references.resolved;
    if (is_external && !registry.treaty_of_name(reference.name_of_instrument()).slug.empty()) {
      ++report.references.external;
    } else if (is_external) {
      ++report.references.unresolved;
      note(reference, "instrument");
    } else if (reference.scope == Reference::Scope::Unresolved) {
      const bool is_absent = !reference.absent_parts.empty();
      ++(is_absent ? report.references.absent_part : report.references.unresolved);
      note(reference, is_absent ? "absent_part" : std::string(name_of(reference.missing)));
    }
  }
}

/// The references of a document whose treaty has more provisions than the document; positions are the document's.
std::vector<Reference> references_in(const Document& document, const WidenedStructure& wide) {
  auto whole = document;
  whole.structure = wide.structure;
  auto references = find_references(whole);
  for (auto& reference : references) {
    reference.from = wide.in_document[reference.from];
    std::vector<std::size_t> held;
    for (const auto target : reference.targets) {
      if (wide.in_document[target] != Provision::kNoParent) {
        held.push_back(wide.in_document[target]);
      } else {
        reference.elsewhere.push_back(wide.structure[target].eid);
      }
    }
    reference.targets = std::move(held);
  }
  return references;
}

/// Reads everything before making records of texts, because one source may cite a treaty by the name that another
/// gives.
class SourceReader {
 public:
  SourceReader(const BuildRequest& request, const Progress& progress) : request_(request), progress_(progress) {}

  Sources read() {
    for (auto& item : list_sources(request_.sources)) readings_.push_back({std::move(item)});
    read_datasets();
    for (const auto& text : request_.texts) add_text(text);
    read_documents();
    name_sources();
    make_records();
    return finish();
  }

 private:
  void read_datasets() {
    for (std::size_t i = 0; i < readings_.size(); ++i) {  // by index, because texts for datasets are added
      auto& reading = readings_[i];
      reading.report.source = reading.item.path.string();
      if (!reading.item.problem.empty()) refuse(reading, reading.item.problem);
      if (reading.item.kind != SourceItem::Kind::Dataset || !reading.is_right() || must_stop()) continue;
      if (auto done = read_dataset_of(reading); !done) {
        refuse(reading, done.error().detail);
        continue;
      }
      add_text_beside(i);
    }
  }

  Result<void> read_dataset_of(SourceState& reading) {
    Stopwatch watch;
    reading.report.format = "dataset";
    const auto dataset = read_dataset(reading.item.path);
    reading.report.seconds.read = watch.lap();
    auto records = records_of(dataset);
    if (!records) return fail(records.error());
    reading.report.seconds.records = watch.lap();
    reading.report.warnings = dataset.notices;
    const auto& slug = dataset.treaty.slug;
    if (!datasets_.emplace(slug, static_cast<std::size_t>(&reading - readings_.data())).second) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: another source is a dataset of {}", reading.report.source, slug));
    }
    reading.records = std::move(*records);
    reading.report.slug = slug;
    reading.report.sha256 = dataset.sha256;
    reading.report.title = dataset.treaty.title;
    reading.report.provisions = count_if_label(reading.records.records, label::kProvision);
    reading.report.articles = count_if_label(reading.records.records, label::kArticle);
    count_dataset_references(reading);
    return {};
  }

  static void count_dataset_references(SourceState& reading) {
    const auto own = reading.report.slug + ":";
    for (const auto& relationship : reading.records.records.relationships) {
      if (relationship.type != type::kRefersTo) continue;
      ++reading.report.references.found;
      ++(relationship.to.starts_with(own) ? reading.report.references.resolved : reading.report.references.external);
    }
  }

  void add_text_beside(std::size_t dataset) {
    std::optional<std::filesystem::path> taken;
    for (const auto* name : {"text.txt", "text.pdf", "text.xml", "text.docx", "text.odt", "text.html", "text.md"}) {
      auto path = readings_[dataset].item.path / name;
      if (!std::filesystem::exists(path)) continue;
      if (taken) {
        readings_[dataset].report.warnings.push_back(
            fmt::format("{}: is not read, for {} is", path.string(), taken->filename().string()));
      } else {
        taken = std::move(path);
      }
    }
    if (taken) readings_.push_back({{SourceItem::Kind::Text, readings_[dataset].report.slug, *std::move(taken)}});
  }

  void add_text(const std::string& argument) {
    readings_.push_back({named_item(SourceItem::Kind::Text, argument)});
    auto& reading = readings_.back();
    reading.report.source = reading.item.path.string();
    if (datasets_.contains(reading.item.slug)) return;
    std::vector<std::string_view> slugs;
    for (const auto& [slug, dataset] : datasets_) slugs.push_back(slug);
    refuse(reading, fmt::format("--text {}: expected SLUG=FILE; {}", argument,
                                Problems::not_one_of("dataset", reading.item.slug, slugs)));
  }

  /// PDFs are read first, in child processes, which must not be forked while other threads run.
  void read_documents() {
    if (must_stop()) return;
    std::vector<SourceState*> documents;
    std::vector<std::filesystem::path> paths;
    for (auto& reading : readings_) {
      if (reading.item.kind == SourceItem::Kind::Dataset || !reading.is_right()) continue;
      documents.push_back(&reading);
      paths.push_back(reading.item.path);
      reading.report.sha256 = sha256_of_file(reading.item.path).value_or("");
    }
    auto texts = pdf_texts(paths, request_.pictures, [&](std::size_t i) {
      if (progress_) progress_("pdfs", i, paths.size());
    });
    for_each_in_parallel(documents.size(), [&](std::size_t i) {
      read_one(*documents[i], texts[i]);
      texts[i].reset();  // moved into the document
      step("reading", documents.size());
    });
  }

  void read_one(SourceState& reading, const std::optional<Result<PdfText>>& pdf_text) {
    guarded(reading, [&] {
      Stopwatch watch;
      const auto& path = reading.item.path;
      auto content = pdf_text ? source_of_pdf(path, *pdf_text) : read_source(path);
      if (!content) return refuse(reading, content.error().detail);
      auto& report = reading.report;
      std::error_code error;
      report.bytes = std::filesystem::file_size(reading.item.path, error);
      reading.content = std::move(*content);
      report.seconds.read = watch.lap();
      if (sha256_of_file(path).value_or("") != report.sha256) {
        reading.content.reset();
        return refuse(reading, fmt::format("{}: it changed while it was read", report.source));
      }
      if (auto* document = std::get_if<Document>(&*reading.content)) document->sha256 = report.sha256;
      if (const auto* document = reading.as<Document>()) {
        describe(*document, reading);
        if (request_.stop_at_error && !report.is_read_in_full) refuse(reading, report.warnings.back());
      }
      if (const auto* page = reading.as<StatusPage>()) {
        report.format = page->format;
        report.title = page->title;
        report.warnings = page->warnings;
      }
      if (const auto* statements = reading.as<StatementFile>()) {
        report.format = statements->format;
        report.warnings = statements->warnings;
      }
    });
  }

  static void describe(const Document& document, SourceState& reading) {
    auto& report = reading.report;
    reading.is_text_of_treaty = true;
    report.format = document.format;
    report.title = document.title;
    report.provisions = document.structure.size();
    report.articles =
        static_cast<std::size_t>(std::ranges::count(document.structure, ProvisionKind::Article, &Provision::kind));
    report.share_read = share_read(document);
    report.leftovers = document.leftovers;
    report.is_read_in_full = is_read_in_full(document);
    for (const auto& notice : document.notices) {
      report.warnings.push_back(fmt::format("{}: {}", report.source, notice));
    }
    if (const auto language = reading_of_language(document); !language.empty()) {
      report.warnings.push_back(fmt::format("{}: {}", report.source, language));
    }
    if (const auto missing = what_was_not_read(document); !missing.empty()) {
      report.warnings.push_back(fmt::format("{}: {}", report.source, missing));
    }
    report.seconds.structure = document.structure_seconds;
    report.seconds.read -= document.structure_seconds;
  }

  /// In order, so that precedence does not depend on timing: treaties first, then sources about them.
  void name_sources() {
    InstrumentRegistry cited_too;  // the text may be of a treaty that a dataset only cites
    for (const auto& [slug, dataset] : datasets_) {
      for (auto* registry : {&registry_, &cited_too}) registry->add(readings_[dataset].records.records);
      cited_too.add(readings_[dataset].records.placeholders);
      speakers_.add(readings_[dataset].records.placeholders);
      titles_.emplace(slug, readings_[dataset].report.title);
    }
    for (auto& reading : readings_) {
      const auto* document = reading.as<Document>();
      if (document == nullptr) continue;
      name_source(reading, slug_for(reading.item, document->title, texts_, cited_too), texts_, "text");
      if (!reading.is_right() || document->title.empty()) continue;
      for (auto* registry : {&registry_, &cited_too}) registry->add({document->title}, reading.report.slug);
      titles_.emplace(reading.report.slug, document->title);
    }
    for (const auto& [slug, dataset] : datasets_) registry_.add(readings_[dataset].records.placeholders);
    for (auto& reading : readings_) {
      if (const auto* page = reading.as<StatusPage>()) {
        name_source(reading, slug_for(reading.item, page->title, {}, registry_), pages_, "status page");
      } else if (reading.as<StatementFile>() != nullptr) {
        reading.report.slug = reading.item.slug;
      }
    }
  }

  void name_source(SourceState& reading, std::string slug, std::set<std::string>& taken, std::string_view what) {
    reading.report.slug = std::move(slug);
    if (taken.insert(reading.report.slug).second) return;
    refuse(reading, fmt::format("{}: another source is a {} of {}; give this treaty a name of its own, SLUG=FILE",
                                reading.report.source, what, reading.report.slug));
  }

  /// The command line's slug, or the known treaty with that title, or a name from the file's location.
  [[nodiscard]] static std::string slug_for(const SourceItem& item, const std::string& title,
                                            const std::set<std::string>& taken, const InstrumentRegistry& registry) {
    if (!item.slug.empty()) return item.slug;
    const auto known = registry.slug_of_name(title);
    return known && !taken.contains(*known) ? *known : slug_of_place(item.path);
  }

  void make_records() {
    std::vector<SourceState*> contents;
    for (auto& reading : readings_) {
      if (reading.content && reading.is_right() && !must_stop()) contents.push_back(&reading);
    }
    for_each_in_parallel(contents.size(), [&](std::size_t i) {
      make_records_of(*contents[i]);
      step("citing", contents.size());
    });
  }

  void make_records_of(SourceState& reading) {
    guarded(reading, [&] {
      if (const auto* document = reading.as<Document>()) return make_records_of(*document, reading);
      Stopwatch watch;
      if (const auto* page = reading.as<StatusPage>()) reading.records = records_of(*page, reading.report.slug);
      if (const auto* statements = reading.as<StatementFile>()) {
        auto records = records_of(*statements, reading.report.slug, titles_, speakers_);
        if (!records) return refuse(reading, fmt::format("{}: {}", reading.report.source, records.error().detail));
        reading.records = std::move(*records);
        note_hash(label::kStatement, property::kDocumentSha256, reading.report.sha256, reading.records.records);
      }
      reading.report.facts = reading.records.records.relationships.size();
      reading.report.seconds.records = watch.lap();
    });
    reading.content.reset();  // large, and already in the records
  }

  void make_records_of(const Document& document, SourceState& reading) {
    Stopwatch watch;
    const auto references = references_of(document, reading);
    reading.report.seconds.cite = watch.lap();
    reading.records = records_of(document, references, reading.report.slug, registry_);
    reading.report.seconds.records = watch.lap();
    count(references, document, registry_, reading.report);
  }

  /// For a text that lacks provisions of the dataset: citations of them resolve as well.
  [[nodiscard]] std::vector<Reference> references_of(const Document& document, const SourceState& reading) const {
    const auto dataset = datasets_.find(reading.report.slug);
    if (dataset == datasets_.end()) return find_references(document);
    const auto known = told_provisions(readings_[dataset->second].records.records, reading.report.slug);
    const auto wide = widened(document, known, provisions_beyond(known, told_provisions(document)));
    return references_in(document, wide);
  }

  /// Applied to each node with that label.
  static void note_hash(std::string_view label, std::string_view name, const std::string& sha256,
                        GraphRecords& records) {
    for (auto& node : records.nodes) {
      if (std::ranges::find(node.labels, label) != node.labels.end()) set_property(node.properties, name, sha256);
    }
  }

  /// Applied to the treaty of a depositary's page, whichever source its node is from.
  void note_status_page(const SourceState& page) {
    for (auto& reading : readings_) {
      for (auto* records : {&reading.records.records, &reading.records.placeholders}) {
        const auto treaty = std::ranges::find(records->nodes, treaty_key(page.report.slug), &NodeRecord::key);
        if (treaty == records->nodes.end()) continue;
        set_property(treaty->properties, property::kStatusPage, page.item.path.filename().string());
        set_property(treaty->properties, property::kStatusPageSha256, page.report.sha256);
      }
    }
  }

  Sources finish() {
    Sources sources;
    for (auto& reading : readings_) meet_dataset(reading);
    for (const auto& reading : readings_) {
      if (reading.is_right() && reading.report.format.starts_with("untc")) note_status_page(reading);
    }
    for (auto& reading : readings_) {
      if (reading.is_right()) refuse_doubles(reading);
      if (reading.is_right()) sources.records.push_back(std::move(reading.records));
      sources.reports.push_back(std::move(reading.report));
    }
    return sources;
  }

  /// A text takes precedence over its dataset, and a depositary's page over the dataset's recalled acts.
  void meet_dataset(SourceState& reading) {
    const auto dataset = datasets_.find(reading.report.slug);
    if (!reading.is_right() || dataset == datasets_.end() || &readings_[dataset->second] == &reading) return;
    auto& records = readings_[dataset->second].records;
    if (reading.is_text_of_treaty) {
      auto met = text_over_dataset(std::move(records), std::move(reading.records), reading.report.slug);
      records = std::move(met.records);
      reading.records = {};
      say_what_is_kept(met.takeover, reading);
    } else if (reading.report.format.starts_with("untc")) {
      std::ranges::move(give_way_to_page(records, reading.records), std::back_inserter(reading.report.warnings));
    }
  }

  static void say_what_is_kept(const SourceReport::Takeover& takeover, SourceState& reading) {
    auto& report = reading.report;
    report.takeover = takeover;
    if (takeover.kept == 0) return;
    report.warnings.push_back(
        fmt::format("{}: holds {} of the {} provisions that the dataset of {} has; {} stay as the dataset has them",
                    report.source, takeover.held, takeover.of_dataset, report.slug, takeover.kept));
  }

  void refuse_doubles(SourceState& reading) {
    const auto& nodes = reading.records.records.nodes;
    const auto twice = std::ranges::find_if(nodes, [&](const NodeRecord& node) { return keys_.contains(node.key); });
    if (twice != nodes.end()) {
      return refuse(reading, fmt::format("{}: another source has {} already", reading.report.source, twice->key));
    }
    for (const auto& node : nodes) keys_.insert(node.key);
  }

  /// A library's exception is an error of that document.
  template <typename Work>
  void guarded(SourceState& reading, const Work& work) {
    if (must_stop()) return;
    try {
      work();
    } catch (const std::bad_alloc&) {
      refuse(reading, fmt::format("{}: reading it needs more memory than there is", reading.report.source));
    } catch (const std::exception& error) {
      refuse(reading, fmt::format("{}: {}", reading.report.source, error.what()));
    }
  }

  void refuse(SourceState& reading, std::string why) {
    reading.report.errors.push_back(std::move(why));
    has_error_ = true;
  }

  [[nodiscard]] bool must_stop() const { return request_.stop_at_error && has_error_; }

  void step(std::string_view stage, std::size_t of) {
    const std::lock_guard lock(progress_mutex_);
    ++done_;
    if (progress_) progress_(stage, done_, of);
    if (done_ == of) done_ = 0;
  }

  const BuildRequest& request_;
  const Progress& progress_;
  std::vector<SourceState> readings_;
  std::map<std::string, std::size_t> datasets_;  ///< by slug: index into readings_
  std::set<std::string> texts_;                  ///< slugs of documents
  std::set<std::string> pages_;                  ///< and of status pages
  std::map<std::string, std::string> titles_;    ///< of treaties, by slug
  InstrumentRegistry registry_;
  Speakers speakers_;
  std::unordered_set<std::string> keys_;
  std::atomic<bool> has_error_{false};
  std::mutex progress_mutex_;
  std::size_t done_ = 0;
};

}  // namespace

Sources read_sources(const BuildRequest& request, const Progress& progress) {
  return SourceReader(request, progress).read();
}

}  // namespace treatygraph::ingest
