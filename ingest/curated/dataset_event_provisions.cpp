// What events were about, and the votes in them.

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {
namespace {

/// Means the adopted text in the columns `version` and `product`.
constexpr std::string_view kFinal = "final";

/// A vote in votes.csv, and the `role` of its TOOK_PART_IN.
struct Role {
  std::string_view vote, role;
};
constexpr std::array kRoles = {Role{"for", "voted for"}, Role{"against", "voted against"},
                               Role{"abstained", "abstained"}, Role{"requested", "asked for the vote"}};

std::string key_of_event(std::string_view id) {
  return fmt::format("event:{}", id);
}

/// Properties for the counts that are given. The table has validated that the cells are whole numbers.
Properties counts_in(const std::initializer_list<std::pair<std::string_view, const std::string&>>& cells) {
  Properties properties;
  for (const auto& [name, count] : cells) {
    std::int64_t number = 0;
    const auto read = std::from_chars(count.data(), count.data() + count.size(), number);
    if (!count.empty() && read.ec == std::errc()) properties = with(properties, {{std::string(name), number}});
  }
  return properties;
}

}  // namespace

std::unordered_map<std::string_view, std::string_view> DatasetRecords::dates_of_events() const {
  std::unordered_map<std::string_view, std::string_view> dates;
  for_each_row(dataset_.events, [&](const RowAt& row) { dates.emplace(row["id"], row["date"]); });
  return dates;
}

/// Reports an event that events.csv does not have.
bool DatasetRecords::check_event(const RowAt& row,
                                 const std::unordered_map<std::string_view, std::string_view>& dates) {
  std::vector<std::string_view> ids;
  for (const auto& [id, date] : dates) ids.push_back(id);
  std::ranges::sort(ids);
  return check(row, "event", "event", row["event"], ids, dataset_.events.tells_all("id"));
}

/// An event CONCERNS the listed provisions, or the treaty or draft as a whole if the cell is empty. Provisions of
/// drafts are not listed in provisions.csv, so any valid eId is accepted and makes a node.
void DatasetRecords::add_event_provisions() {
  const auto dates = dates_of_events();
  for_each_row(dataset_.event_provisions, [&](const RowAt& row) {
    const bool is_known = check_event(row, dates);
    if (!check_version(row, "version", {kFinal}) || !is_known) return;
    const auto slug = row["version"] == kFinal ? slug_ : fmt::format("{}@{}", slug_, row["version"]);
    const auto event = key_of_event(row["event"]);
    const auto how = with(with(why(row), {{"date", std::string(dates.at(row["event"]))},
                                          {"named", row["named"]},
                                          {"proposal", row["proposal"]},
                                          {"outcome", row["outcome"]}}),
                          counts_in({{property::kVotesFor, row["votes_for"]},
                                     {property::kVotesAgainst, row["votes_against"]},
                                     {property::kAbstentions, row["abstentions"]}}));
    const auto provisions = row.table.list_at(row.row, "provisions");
    if (provisions.empty()) relate(type::kConcerns, event, treaty_key(slug), how);
    for (const auto& name : provisions) {
      const auto eid = Eid::parse(name);
      if (!eid) {
        problem(row, "provisions", eid.error().detail);
      } else if (slug != slug_ ||
                 check(row, "provisions", "provision", name, eids_, dataset_.provisions.tells_all("eid"))) {
        if (slug != slug_) draft_provision(slug, *eid, why(row));
        relate(type::kConcerns, event, provision_key(slug, *eid), how);
      }
    }
  });
}

/// A vote is a TOOK_PART_IN with the property `vote`.
void DatasetRecords::add_votes() {
  const auto dates = dates_of_events();
  for_each_row(dataset_.votes, [&](const RowAt& row) {
    const bool is_known = check_participant(row, "participant", row["participant"]);
    if (!check_event(row, dates) || !is_known) return;
    const auto* const role = std::ranges::find(kRoles, row["vote"], &Role::vote);
    relate(type::kTookPartIn, row["participant"], key_of_event(row["event"]),
           with(why(row), {{"vote", row["vote"]},
                           {"role", std::string(role == kRoles.end() ? row["vote"] : role->role)},
                           {"date", std::string(dates.at(row["event"]))}}));
  });
}

}  // namespace treatygraph::ingest
