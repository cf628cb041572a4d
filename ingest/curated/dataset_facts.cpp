// Offences, powers, and the safeguards that condition them.

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {
namespace {

/// The word in `applies_to` for the whole treaty.
constexpr std::string_view kWholeTreaty = "treaty";

/// Chapters and other kinds that come before rules in ProvisionKind.
bool is_division(ProvisionKind kind) {
  return kind < ProvisionKind::Rule && kind != ProvisionKind::Recital;
}

}  // namespace

/// Both are noted in conditioned_, because safeguards may reach them through their provisions.
void DatasetRecords::add_offences_and_powers() {
  for_each_row(dataset_.offences, [&](const RowAt& row) {
    if (!check_eid(row, "eid")) return;
    const auto key = fmt::format("{}:offence.{}", slug_, row["id"]);
    node(row, key, {std::string(label::kOffence)},
         with(why(row), {{"name", row["name"]},
                         {"kind", row["kind"]},
                         {"mental_element", row["mental_element"]},
                         {"summary", row["summary"]},
                         {"treaty", slug_},
                         {"provision", key_of(row["eid"])}}));
    relate(type::kEstablishes, key_of(row["eid"]), key, why(row));
    conditioned_.push_back({key, row["eid"]});
  });
  for_each_row(dataset_.powers, [&](const RowAt& row) {
    if (!check_eid(row, "eid")) return;
    const auto key = fmt::format("{}:power.{}", slug_, row["id"]);
    node(row, key, {std::string(label::kPower)},
         with(why(row), {{"name", row["name"]},
                         {"kind", row["kind"]},
                         {"summary", row["summary"]},
                         {"treaty", slug_},
                         {"provision", key_of(row["eid"])}}));
    relate(type::kGrants, key_of(row["eid"]), key, why(row));
    conditioned_.push_back({key, row["eid"]});
  });
}

/// `applies_to` lists eIds, ranges of eIds, or "treaty".
void DatasetRecords::add_safeguards() {
  for_each_row(dataset_.safeguards, [&](const RowAt& row) {
    if (!check_eid(row, "eid")) return;
    const auto key = fmt::format("{}:safeguard.{}", slug_, row["id"]);
    node(row, key, {std::string(label::kSafeguard)},
         with(why(row), {{"name", row["name"]},
                         {"protects", row["protects"]},
                         {"applies_to", row["applies_to"]},
                         {"summary", row["summary"]},
                         {"treaty", slug_},
                         {"provision", key_of(row["eid"])}}));
    relate(type::kProvides, key_of(row["eid"]), key, why(row));
    for (const auto& range : row.table.list_at(row.row, "applies_to")) {
      if (range == kWholeTreaty) {
        relate(type::kConditions, key, treaty_key(slug_), why(row));
        continue;
      }
      for (const auto& eid : expand_range(row, range)) add_condition(row, key, eid);
    }
  });
}

/// The eIds that "art_25..art_34" means: the articles from 25 to 34 in document order. Other kinds of provisions
/// between them, such as chapters and paragraphs, are not included. Empty if there was a problem.
std::vector<std::string> DatasetRecords::expand_range(const RowAt& row, std::string_view range) {
  const auto dots = range.find("..");
  const auto first = range.substr(0, dots);
  const auto last = dots == std::string_view::npos ? first : range.substr(dots + 2);
  const bool tells_all = dataset_.provisions.tells_all("eid");
  const bool is_first = check(row, "applies_to", "provision", first, eids_, tells_all);
  if (!check(row, "applies_to", "provision", last, eids_, tells_all) || !is_first) return {};
  if (place_.at(first) > place_.at(last)) {
    problem(row, "applies_to", fmt::format("{} comes after {}; turn the range around", first, last));
    return {};
  }
  const auto kind = Eid::parse(first)->kind();
  std::vector<std::string> eids;
  for (auto at = place_.at(first); at <= place_.at(last); ++at) {
    if (Eid::parse(eids_[at])->kind() == kind) eids.emplace_back(eids_[at]);
  }
  return eids;
}

/// A safeguard CONDITIONS the provision. If that is not a division, it also conditions each offence or power in it; the
/// property `through` says which provision brings the safeguard there.
void DatasetRecords::add_condition(const RowAt& row, const std::string& safeguard, const std::string& eid) {
  relate(type::kConditions, safeguard, key_of(eid), why(row));
  if (is_division(Eid::parse(eid)->kind())) return;
  const auto [first, last] = span_of(eid);
  for (const auto& [key, where] : conditioned_) {
    const auto at = place_.at(where);
    if (at >= first && at < last) relate(type::kConditions, safeguard, key, with(why(row), {{"through", key_of(eid)}}));
  }
}

}  // namespace treatygraph::ingest
