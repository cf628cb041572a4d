// States and organisations, what they did to the treaty, and the events of its making.

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/provision_record.h"
#include "ingest/records/treaty_action.h"

namespace treatygraph::ingest {
namespace {

constexpr std::array kConsents = {type::kRatified, type::kAccepted, type::kApproved, type::kAcceded};

/// Of a cell that the table has checked to be a whole number.
Properties reported(std::string_view name, const std::string& count) {
  return count.empty() ? Properties{} : Properties{{std::string(name), static_cast<std::int64_t>(std::stoll(count))}};
}

}  // namespace

void DatasetRecords::add_participants() {
  for_each_row(dataset_.states, [&](const RowAt& row) {
    const auto& iso3 = row["iso3"];
    if (iso3.size() != 3 || !std::ranges::all_of(iso3, [](char c) { return c >= 'A' && c <= 'Z'; })) {
      problems_.add(row.table.place(row.row, "iso3") +
                    fmt::format("\"{}\" is no ISO 3166-1 alpha-3 code, as VNM is", iso3));
      return;
    }
    out_.placeholders.nodes.push_back({"state:" + iso3,
                                       {std::string(label::kState)},
                                       with(curated("high", "ISO 3166-1"), {{"name", row["name"]}, {"iso3", iso3}})});
  });
  for_each_row(dataset_.organizations, [&](const RowAt& row) {
    out_.placeholders.nodes.push_back(
        {"org:" + row["id"],
         {std::string(label::kOrganization)},
         with(curated("high", "as named in the sources of its statements and acts"),
              {{"name", row["name"]}, {"kind", row["kind"]}, {"aliases", row["aliases"]}})});
  });
  for (const auto& node : out_.placeholders.nodes) {
    if (node.key.starts_with("state:") || node.key.starts_with("org:")) participants_.emplace_back(node.key);
  }

  for_each_row(dataset_.actions, [&](const RowAt& row) {
    if (check_participant(row, "participant", row["participant"])) add_action(row);
  });
}

/// An act towards the treaty, or a reservation or declaration to the provisions that it names.
void DatasetRecords::add_action(const RowAt& row) {
  const bool is_reservation = row["action"] == "reservation";
  const bool is_utterance = is_reservation || row["action"] == "declaration";
  const auto type = type_of_action(row["action"]);
  const bool is_consent = type && std::ranges::find(kConsents, *type) != kConsents.end();
  if (!row["kind"].empty() && !is_consent) {
    problems_.add(row.table.place(row.row, "kind") +
                  fmt::format("a {} cannot be {}: only a consent to be bound, such as a ratification, can",
                              row["action"], row["kind"]));
    return;
  }
  const auto said =
      with(why(row),
           {{"kind", is_utterance ? row["action"] : row["kind"]}, {"date", row["date"]}, {"summary", row["summary"]}});
  const auto provisions = row.table.list_at(row.row, "provisions");
  if (!is_utterance && !provisions.empty()) {
    problems_.add(
        row.table.place(row.row, "provisions") +
        fmt::format("a {} is to the treaty; only reservations and declarations name provisions", row["action"]));
    return;
  }
  const auto to = is_reservation ? type::kReserved : is_utterance ? type::kDeclared : *type;
  if (provisions.empty()) relate(to, row["participant"], treaty_key(slug_), said);
  for (const auto& eid : provisions) {
    if (check(row, "provisions", "provision", eid, eids_)) relate(to, row["participant"], key_of(eid), said);
  }
}

void DatasetRecords::add_events() {
  std::vector<std::string_view> ids;
  std::vector<std::string_view> versions = {"final"};
  for (const auto& version : dataset_.treaty.versions) versions.emplace_back(version.version);

  const auto key_of_event = [](std::string_view id) { return fmt::format("event:{}", id); };
  for_each_row(dataset_.events, [&](const RowAt& row) {
    ids.emplace_back(row["id"]);
    node(key_of_event(row["id"]), {std::string(label::kEvent)},
         with(with(with(why(row), {{"title", row["title"]}, {"date", row["date"]}, {"treaty", slug_}}),
                   reported(property::kSignatoriesReported, row["signatories"])),
              reported(property::kRatificationsReported, row["ratifications"])));
    if (row["product"].empty() || !check(row, "product", "version", row["product"], versions)) return;
    const auto slug = row["product"] == "final" ? slug_ : fmt::format("{}@{}", slug_, row["product"]);
    relate(type::kProduced, key_of_event(row["id"]), treaty_key(slug), with(why(row), {{"date", row["date"]}}));
  });

  std::unordered_map<std::string_view, const CsvRow*> event_rows;
  for (const auto& row : dataset_.events.rows()) event_rows.emplace(dataset_.events.at(row, "id"), &row);
  for_each_row(dataset_.event_participants, [&](const RowAt& row) {
    if (!check(row, "event", "event", row["event"], ids) || !check_participant(row, "participant", row["participant"]))
      return;
    const RowAt event{dataset_.events, *event_rows.at(row["event"])};
    relate(type::kTookPartIn, row["participant"], key_of_event(row["event"]),
           with(why(event), {{"role", row["role"]}, {"date", event["date"]}}));
  });
}

}  // namespace treatygraph::ingest
