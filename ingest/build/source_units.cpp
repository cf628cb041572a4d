#include "ingest/build/source_units.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/build/open_records.h"
#include "ingest/build/text_over_dataset.h"
#include "ingest/records/treaty_facts.h"
#include "ingest/statements/statement_file.h"
#include "ingest/statements/statement_records.h"
#include "ingest/status/status_page.h"
#include "ingest/status/status_records.h"

namespace treatygraph::ingest {
namespace {

using Kind = StoredSource::Kind;

/// Sets a hash on all nodes with this label.
void note_hash(std::string_view label, std::string_view name, const std::string& sha256, GraphRecords& records) {
  for (auto& node : records.nodes) {
    if (std::ranges::find(node.labels, label) != node.labels.end()) set_property(node.properties, name, sha256);
  }
}

/// Warns that the text contains only a part of the treaty.
void say_what_is_kept(const SourceReport::Takeover& takeover, SourceReport& report) {
  report.takeover = takeover;
  if (takeover.kept == 0) return;
  report.warnings.push_back(
      fmt::format("{}: holds {} of the {} provisions that the dataset of {} has; {} stay as the dataset has them",
                  report.source, takeover.held, takeover.of_dataset, report.slug, takeover.kept));
}

Result<SourceRecords> in_file(const std::string& file, const Error& error) {
  return fail(error.code, fmt::format("{}: {}", file, error.detail));
}

}  // namespace

SourceUnits::SourceUnits(std::vector<BuildSource>& sources, const SourceNames& names, const SourceStore& store)
    : sources_(sources), names_(names), store_(store), in_unit_of_dataset_(sources.size()) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const auto& source = sources_[i];
    const auto& slug = source.report.slug;
    // Statements are never merged, because they do not compete with anything in a dataset.
    const bool is_of_treaty = source.is(Kind::Document) || source.is(Kind::StatusPage);
    if (is_of_treaty && names_.datasets.contains(slug)) {
      of_dataset_[slug].push_back(i);
      in_unit_of_dataset_[i] = source.kind == Kind::Document;
    }
    if (source.is(Kind::StatusPage)) pages_.emplace(treaty_key(slug), i);
  }
}

Result<SourceRecords> SourceUnits::unit(std::size_t source) const {
  return unit(source, Reports::Leave);
}
Result<SourceRecords> SourceUnits::unit_and_report(std::size_t source) {
  return unit(source, Reports::Add);
}

/// A dataset meets its text and its status page, in the order of the command line.
Result<SourceRecords> SourceUnits::unit(std::size_t source, Reports reports) const {
  if (in_unit_of_dataset_[source]) return SourceRecords();
  auto records = own_records(source, reports);
  if (!records) return records;
  const auto others = of_dataset_.find(sources_[source].report.slug);
  if (sources_[source].kind == Kind::Dataset && others != of_dataset_.end()) {
    for (const auto other : others->second) {
      if (auto met = meet(*records, other, reports); !met) return fail(met.error());
    }
  }
  note_status_page(*records);
  return records;
}

/// A page is also a unit of its own, where its facts are reported. Its dataset only gives way to it.
Result<void> SourceUnits::meet(SourceRecords& dataset, std::size_t source, Reports reports) const {
  const bool is_text = sources_[source].kind == Kind::Document;
  auto records = own_records(source, is_text ? reports : Reports::Leave);
  if (!records) return fail(records.error());
  if (is_text) {
    auto met = text_over_dataset(std::move(dataset), std::move(*records), sources_[source].report.slug);
    dataset = std::move(met.records);
    report(source, reports, [&](SourceReport& told) { say_what_is_kept(met.takeover, told); });
  } else {
    auto differ = give_way_to_page(dataset, *records);
    report(source, reports, [&](SourceReport& told) { std::ranges::move(differ, std::back_inserter(told.warnings)); });
  }
  return {};
}

/// The records of the source alone. Documents are stored open, so names are resolved here, when all sources are known.
Result<SourceRecords> SourceUnits::own_records(std::size_t source, Reports reports) const {
  auto stored = store_.source_at(sources_[source].place);
  if (!stored) return fail(stored.error());
  if (stored->kind == Kind::Dataset) return std::move(stored->records);
  if (stored->kind == Kind::Document) {
    auto closed = close(std::move(stored->open), sources_[source].report.slug, names_.registry);
    report(source, reports, [&](SourceReport& told) {
      told.references.external += closed.external;
      told.references.unresolved += closed.unknown_instrument.size();
      std::ranges::move(closed.unknown_instrument, std::back_inserter(told.unresolved));
    });
    return std::move(closed.records);
  }
  auto records = records_of_file(*stored, sources_[source]);
  if (records) {
    report(source, reports, [&](SourceReport& told) { told.facts = records->records.relationships.size(); });
  }
  return records;
}

/// Status pages and statements are stored as text and read again, because their records need the slugs, titles and
/// speakers that all sources know.
Result<SourceRecords> SourceUnits::records_of_file(const StoredSource& stored, const BuildSource& source) const {
  const auto name = source.item.path.filename().string();
  if (stored.kind == Kind::StatusPage) {
    const auto page = read_status_page(stored.text, name);
    return page ? records_of(*page, source.report.slug) : in_file(source.report.source, page.error());
  }
  const auto file = read_statement_file(stored.text, name);
  if (!file) return in_file(source.report.source, file.error());
  auto records = records_of(*file, source.report.slug, names_.titles, names_.speakers);
  if (!records) return in_file(source.report.source, records.error());
  note_hash(label::kStatement, property::kDocumentSha256, source.report.sha256, records->records);
  return records;
}

/// Writes the file and hash of a depositary's page to its treaty, whichever source the node comes from.
void SourceUnits::note_status_page(SourceRecords& records) const {
  if (pages_.empty()) return;
  for (auto* part : {&records.records, &records.placeholders}) {
    for (auto& node : part->nodes) {
      const auto page = is_treaty(node) ? pages_.find(node.key) : pages_.end();
      if (page == pages_.end()) continue;
      const auto& source = sources_[page->second];
      set_property(node.properties, property::kStatusPage, source.item.path.filename().string());
      set_property(node.properties, property::kStatusPageSha256, source.report.sha256);
    }
  }
}

/// Changes a report, if reports are wanted.
template <typename Work>
void SourceUnits::report(std::size_t source, Reports reports, const Work& work) const {
  if (reports == Reports::Leave) return;
  const std::scoped_lock lock(mutex_);
  work(sources_[source].report);
}

}  // namespace treatygraph::ingest
