// States and organisations, what they did to the treaty, and the events of its making.

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/curated/country_codes.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/provision_record.h"
#include "ingest/records/treaty_action.h"
#include "ingest/status/participant_names.h"

namespace treatygraph::ingest {
namespace {

/// A property for a count, none if the cell is empty. The table has validated that the cell is a whole number.
Properties reported(std::string_view name, const std::string& count) {
  std::int64_t number = 0;
  const auto read = std::from_chars(count.data(), count.data() + count.size(), number);
  return count.empty() || read.ec != std::errc() ? Properties{} : Properties{{std::string(name), number}};
}

}  // namespace

/// States and organisations are placeholders, because other sources may have the same ones.
void DatasetRecords::add_participants() {
  for_each_row(dataset_.states, [&](const RowAt& row) { add_state(row); });
  std::set<std::string_view> organizations;
  for_each_row(dataset_.organizations, [&](const RowAt& row) {
    if (!organizations.emplace(row["id"]).second) {
      return problem(row, "id", fmt::format("{} occurs here a second time", row["id"]));
    }
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

/// Checks code and name against each other. A State with a wrong code or name still counts as known, so that its acts
/// are not reported as well.
void DatasetRecords::add_state(const RowAt& row) {
  const auto& iso3 = row["iso3"];
  const auto key = "state:" + iso3;
  const auto& codes = country_codes();
  const auto named = participant_named(row["name"]);
  if (!std::ranges::binary_search(codes, iso3) && !iso3.empty()) {
    const auto nearest = named && named->key.starts_with("state:")
                             ? fmt::format("; {} is {}", row["name"], named->key.substr(key.find(':') + 1))
                             : std::string();
    problem(row, "iso3", fmt::format("\"{}\" is not an ISO 3166-1 alpha-3 code such as VNM{}", iso3, nearest));
  } else if (named && named->key != key && !iso3.empty()) {
    problem(row, "name", fmt::format("{} is not {}, which the row calls it", named->name, iso3));
  } else if (std::ranges::find(out_.placeholders.nodes, key, &NodeRecord::key) != out_.placeholders.nodes.end()) {
    problem(row, "iso3", fmt::format("{} occurs here a second time", iso3));
    return;
  }
  out_.placeholders.nodes.push_back({key,
                                     {std::string(label::kState)},
                                     with(curated("high", "ISO 3166-1"), {{"name", row["name"]}, {"iso3", iso3}})});
}

/// An act concerning the treaty, or a reservation or declaration on the provisions that it names.
void DatasetRecords::add_action(const RowAt& row) {
  const bool is_reservation = row["action"] == "reservation";
  const bool is_utterance = is_reservation || row["action"] == "declaration";
  const auto type = type_of_action(row["action"]);
  if (!type && !is_utterance) return;  // unknown action: already reported by the table
  const bool is_consent = type && std::ranges::find(kConsents, *type) != kConsents.end();
  // Only consent to be bound can be given at home without effect for other parties.
  if (!row["kind"].empty() && !is_consent) {
    return problem(row, "kind",
                   fmt::format("a {} cannot be {}: only a consent to be bound, such as a ratification, can",
                               row["action"], row["kind"]));
  }
  const auto said =
      with(why(row),
           {{"kind", is_utterance ? row["action"] : row["kind"]}, {"date", row["date"]}, {"summary", row["summary"]}});
  const auto provisions = row.table.list_at(row.row, "provisions");
  if (!is_utterance && !provisions.empty()) {
    return problem(
        row, "provisions",
        fmt::format("a {} is to the treaty; only reservations and declarations name provisions", row["action"]));
  }
  // A reservation without provisions is to the whole treaty.
  const auto to = is_reservation ? type::kReserved : is_utterance ? type::kDeclared : *type;
  if (provisions.empty()) relate(to, row["participant"], treaty_key(slug_), said);
  for (const auto& eid : provisions) {
    if (check(row, "provisions", "provision", eid, eids_, dataset_.provisions.tells_all("eid")))
      relate(to, row["participant"], key_of(eid), said);
  }
}

/// Events, the texts that they produced, and who took part. The provenance of participation is that of the event,
/// because event_participants.csv has no such columns.
void DatasetRecords::add_events() {
  std::vector<std::string_view> ids;
  const auto key_of_event = [](std::string_view id) { return fmt::format("event:{}", id); };
  for_each_row(dataset_.events, [&](const RowAt& row) {
    ids.emplace_back(row["id"]);
    node(row, key_of_event(row["id"]), {std::string(label::kEvent)},
         with(with(with(why(row), {{"title", row["title"]}, {"date", row["date"]}, {"treaty", slug_}}),
                   reported(property::kSignatoriesReported, row["signatories"])),
              reported(property::kRatificationsReported, row["ratifications"])));
    if (row["product"].empty() || !check_version(row, "product", {"final"})) return;
    const auto slug = row["product"] == "final" ? slug_ : fmt::format("{}@{}", slug_, row["product"]);
    relate(type::kProduced, key_of_event(row["id"]), treaty_key(slug), with(why(row), {{"date", row["date"]}}));
  });

  std::unordered_map<std::string_view, const CsvRow*> event_rows;
  for (const auto& row : dataset_.events.rows()) event_rows.emplace(dataset_.events.at(row, "id"), &row);
  for_each_row(dataset_.event_participants, [&](const RowAt& row) {
    const bool is_known = check_participant(row, "participant", row["participant"]);
    if (!check(row, "event", "event", row["event"], ids, dataset_.events.tells_all("id")) || !is_known) return;
    const RowAt event{dataset_.events, *event_rows.at(row["event"])};
    relate(type::kTookPartIn, row["participant"], key_of_event(row["event"]),
           with(why(event), {{"role", row["role"]}, {"date", event["date"]}}));
  });
}

}  // namespace treatygraph::ingest
