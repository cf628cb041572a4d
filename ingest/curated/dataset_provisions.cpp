// Provisions of the dataset's treaty, what they refer to, and the terms that they define and use.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {

void DatasetRecords::add_provisions() {
  std::vector<std::size_t> open;  // the provisions that the current one may stand in
  std::map<std::string, std::int64_t> parts_of;
  for_each_row(dataset_.provisions, [&](const RowAt& row) {
    const auto at = place_.at(row["eid"]);
    if (!row["parent_eid"].empty() && !check_eid(row, "parent_eid")) return;
    while (!open.empty() && eids_[open.back()] != row["parent_eid"]) {
      span_end_[open.back()] = at;
      open.pop_back();
    }
    if (open.empty() && !row["parent_eid"].empty()) {
      problems_.add(row.table.place(row.row, "parent_eid") +
                    fmt::format("{} must stand directly after {} and its other parts", row["eid"], row["parent_eid"]));
      return;
    }
    open.push_back(at);

    const auto eid = Eid::parse(row["eid"]);  // the table has checked it
    auto record = provision_record(slug_, *eid);
    record.properties = with(
        with(std::move(record.properties), why(row)),
        {{"num", row["num"]}, {"heading", row["heading"]}, {"summary", row["summary"]}, {"remark", row["remark"]}});
    const auto whole = row["parent_eid"].empty() ? treaty_key(slug_) : key_of(row["parent_eid"]);
    out_.records.relationships.push_back(has_part(whole, record.key, ++parts_of[whole], why(row)));
    node(record.key, record.labels, record.properties);
  });
  for (const auto at : open) span_end_[at] = eids_.size();
}

void DatasetRecords::add_references() {
  for_each_row(dataset_.references, [&](const RowAt& row) {
    if (!check_eid(row, "from_eid") || !check_eid(row, "to_eid")) return;
    relate(type::kRefersTo, key_of(row["from_eid"]), key_of(row["to_eid"]),
           with(why(row), {{"mode", row["mode"]}, {"applied", row["applied"]}, {"named", row["named"]}}));
  });

  std::vector<std::string_view> slugs;
  for_each_row(dataset_.instruments, [&](const RowAt& row) {
    slugs.emplace_back(row["slug"]);
    out_.placeholders.nodes.push_back({treaty_key(row["slug"]),
                                       {std::string(label::kTreaty)},
                                       with({}, {{"slug", row["slug"]},
                                                 {"title", row["title"]},
                                                 {"kind", row["kind"]},
                                                 {"aliases", row["aliases"]},
                                                 {"loaded", false},
                                                 {"basis", "curated"},
                                                 {"confidence", "high"},
                                                 {"source", "cited by the dataset " + slug_}})});
  });
  for_each_row(dataset_.external_references, [&](const RowAt& row) {
    if (!check_eid(row, "from_eid") || !check(row, "instrument", "instrument", row["instrument"], slugs)) return;
    relate(type::kRefersTo, key_of(row["from_eid"]), treaty_key(row["instrument"]),
           with(why(row), {{"mode", row["mode"]}, {"named", row["named"]}, {"provision", row["provision"]}}));
  });
}

void DatasetRecords::add_terms() {
  std::vector<std::string_view> ids;
  const auto term_key = [&](std::string_view id) { return fmt::format("{}:term.{}", slug_, id); };
  for_each_row(dataset_.terms, [&](const RowAt& row) {
    if (!check_eid(row, "eid") || (!row["scope"].empty() && !check_eid(row, "scope"))) return;
    ids.emplace_back(row["id"]);
    const auto scope = row["scope"].empty() ? std::string() : key_of(row["scope"]);
    node(term_key(row["id"]), {std::string(label::kTerm)},
         with(why(row),
              {{"name", row["name"]}, {"treaty", slug_}, {"provision", key_of(row["eid"])}, {"scope", scope}}));
    relate(type::kDefines, key_of(row["eid"]), term_key(row["id"]), why(row));
  });
  for_each_row(dataset_.term_uses, [&](const RowAt& row) {
    if (!check_eid(row, "from_eid") || !check(row, "term", "term", row["term"], ids)) return;
    relate(type::kUses, key_of(row["from_eid"]), term_key(row["term"]), why(row));
  });
}

}  // namespace treatygraph::ingest
