#include "ingest/curated/dataset_records.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {

// The order of the steps is that of their dependencies, and also that of the records, on which the content hash
// depends.
Result<SourceRecords> records_of(const Dataset& dataset) {
  DatasetRecords records(dataset);
  records.add_treaty();
  records.add_provisions();
  records.add_references();
  records.add_terms();
  records.add_offences_and_powers();
  records.add_safeguards();
  records.add_participants();
  records.add_versions();
  records.add_events();
  records.add_event_provisions();
  records.add_votes();
  records.add_statements();
  records.add_correspondences();
  return records.finish();
}

/// Notes the eIds of all provisions first, because a row may refer to a later one. Invalid eIds were reported by the
/// table.
DatasetRecords::DatasetRecords(const Dataset& dataset)
    : dataset_(dataset), slug_(dataset.treaty.slug), problems_(dataset.problems) {
  for_each_row(dataset.provisions, [&](const RowAt& row) {
    if (!Eid::parse(row["eid"])) return;
    if (!place_.try_emplace(row["eid"], eids_.size()).second) {
      return problem(row, "eid", fmt::format("{} occurs here a second time", row["eid"]));
    }
    eids_.push_back(row["eid"]);
  });
  span_end_.resize(eids_.size());
}

Properties DatasetRecords::why(const RowAt& row) {
  return curated(row["confidence"], row["source"]);
}

std::string DatasetRecords::key_of(std::string_view eid) const {
  return provision_key(slug_, eid);
}

void DatasetRecords::problem(const RowAt& row, std::string_view column, std::string_view what) {
  const auto place = row.table.place(row.row, column);
  if (!problems_.tells_of(place)) problems_.add(place + std::string(what));
}

void DatasetRecords::node(const RowAt& row, std::string key, std::vector<std::string> labels, Properties properties) {
  node(row.table.place(row.row), std::move(key), std::move(labels), std::move(properties));
}

void DatasetRecords::node(std::string_view place, std::string key, std::vector<std::string> labels,
                          Properties properties) {
  if (const auto [made, is_new] = keys_.emplace(key, place); !is_new) {
    problems_.add(fmt::format("{}: makes {}, which {} makes already", place, key, made->second));
    return;
  }
  out_.records.nodes.push_back({std::move(key), std::move(labels), std::move(properties)});
}

void DatasetRecords::relate(std::string_view type, std::string from, std::string to, Properties properties) {
  out_.records.relationships.push_back({std::string(type), std::move(from), std::move(to), std::move(properties)});
}

/// An empty value is never reported here, because the table reports empty cells of required columns.
bool DatasetRecords::check(const RowAt& row, std::string_view column, std::string_view what, std::string_view value,
                           const std::vector<std::string_view>& known, bool tells_all) {
  if (std::ranges::find(known, value) != known.end()) return true;
  if (tells_all && !value.empty()) problem(row, column, Problems::not_one_of(what, value, known));
  return false;
}

bool DatasetRecords::check_version(const RowAt& row, std::string_view column, std::vector<std::string_view> also) {
  for (const auto& version : dataset_.treaty.versions) also.emplace_back(version.version);
  return check(row, column, "version", row[column], also, dataset_.treaty.was_read);
}

/// The index answers the usual case quickly; only unknown eIds go through the list of all for a suggestion.
bool DatasetRecords::check_eid(const RowAt& row, std::string_view column) {
  return place_.contains(row[column]) ||
         check(row, column, "provision", row[column], eids_, dataset_.provisions.tells_all("eid"));
}

bool DatasetRecords::check_participant(const RowAt& row, std::string_view column, std::string_view key) {
  const bool tells_all = dataset_.states.tells_all("iso3") && dataset_.organizations.tells_all("id");
  return check(row, column, "State or organization", key, participants_, tells_all);
}

DatasetRecords::Span DatasetRecords::span_of(std::string_view eid) const {
  const auto first = place_.at(eid);
  return {first, span_end_[first]};
}

/// Empty properties are dropped by with().
void DatasetRecords::add_treaty() {
  const auto& treaty = dataset_.treaty;
  Properties properties =
      with(curated(treaty.confidence, treaty.source), {{"slug", treaty.slug},
                                                       {"title", treaty.title},
                                                       {"short_title", treaty.short_title},
                                                       {"aliases", fmt::format("{}", fmt::join(treaty.aliases, ";"))},
                                                       {"symbol", treaty.symbol},
                                                       {"adopted", treaty.adopted},
                                                       {"opened_for_signature", treaty.opened},
                                                       {"closed_for_signature", treaty.closes},
                                                       {"depositary", treaty.depositary},
                                                       {std::string(property::kDatasetSha256), dataset_.sha256},
                                                       {"loaded", true}});
  if (treaty.ratifications_needed > 0) {
    set_property(properties, "ratifications_needed", treaty.ratifications_needed);
    set_property(properties, "entry_into_force_days", treaty.entry_into_force_days);
  }
  node("treaty.json", treaty_key(slug_), {std::string(label::kTreaty)}, std::move(properties));
}

/// A dataset with any problem is refused as a whole: facts that are left out silently would look like facts that do not
/// exist.
Result<SourceRecords> DatasetRecords::finish() {
  if (problems_.empty()) return std::move(out_);
  std::vector<std::string_view> files = {"treaty.json"};
  for (const auto& file : dataset_files()) files.push_back(file.name);
  problems_.sort(files);
  auto error = problems_.as_error();
  error.detail =
      fmt::format("{}: the dataset has errors, and none of it was read:\n{}", dataset_.folder.string(), error.detail);
  return fail(std::move(error));
}

}  // namespace treatygraph::ingest
