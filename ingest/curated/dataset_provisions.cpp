// Provisions of the dataset's treaty, what they refer to, and the terms that they define and use.

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {

/// The eId of the parent; an empty string is the treaty itself. It comes from `parent_eid`, or from the eId if the
/// column is empty. None if there is a problem.
std::optional<std::string> DatasetRecords::whole_of(const RowAt& row, const Eid& eid) {
  if (!row["parent_eid"].empty()) return named_whole(row, eid);
  auto whole = eid.parent().to_string();
  if (whole.empty() || place_.contains(whole)) return whole;
  if (dataset_.provisions.tells_all("eid")) {
    problem(row, "eid", fmt::format("{} is part of {} by its eId, and there is no row for that", row["eid"], whole));
  }
  return std::nullopt;
}

/// The parent from `parent_eid`, unless the eId contradicts it: art_5__para_1 cannot be part of art_6. A chapter may be
/// the parent of art_5 although the eId does not name it.
std::optional<std::string> DatasetRecords::named_whole(const RowAt& row, const Eid& eid) {
  const auto& named = row["parent_eid"];
  const auto whole = Eid::parse(named);
  if (!check_eid(row, "parent_eid") || !whole) return std::nullopt;
  auto nearest = eid.parent();
  while (!nearest.empty() && !place_.contains(nearest.to_string())) nearest = nearest.parent();
  if (!nearest.empty() && nearest == *whole) return named;
  // Divisions need not be part of the eIds of their contents.
  const bool is_division = gathers_units(whole->kind()) || is_component(whole->kind()) ||
                           (whole->kind() == ProvisionKind::Preamble && eid.kind() == ProvisionKind::Recital);
  const bool is_inside = eid.parent().empty() || (nearest == eid.parent() && nearest.contains(*whole));
  if (is_division && is_inside) return named;
  const auto says = eid.parent().empty() ? fmt::format("of no {}", name_of(whole->kind()))
                                         : fmt::format("of {}", (nearest.empty() ? eid.parent() : nearest).to_string());
  problem(row, "parent_eid", fmt::format("{} is part {} by its eId, not of {}", row["eid"], says, named));
  return std::nullopt;
}

/// Rows must be in document order: each part comes after its parent and the parent's other parts. `open` is the path
/// from the treaty to the current provision. When a provision is closed, span_end_ notes where its contents end, so
/// that "everything in chapter II" is a range of positions.
void DatasetRecords::add_provisions() {
  std::vector<std::size_t> open;  // possible parents of the current provision
  std::map<std::string, std::int64_t> parts_of;
  for_each_row(dataset_.provisions, [&](const RowAt& row) {
    const auto eid = Eid::parse(row["eid"]);
    const auto whole = eid ? whole_of(row, *eid) : std::nullopt;
    // Rows with a problem are skipped; a second row with the same eId was reported before.
    if (!whole || keys_.contains(key_of(row["eid"]))) return;
    const auto at = place_.at(row["eid"]);
    while (!open.empty() && eids_[open.back()] != *whole) {
      span_end_[open.back()] = at;
      open.pop_back();
    }
    // The parent exists but is no longer open, or has not come yet.
    if (open.empty() && !whole->empty()) {
      const auto* column = row["parent_eid"].empty() ? "eid" : "parent_eid";
      const auto parent = place_.find(*whole);
      if (parent != place_.end() && parent->second > at) {
        return problem(row, column, fmt::format("{} must come after {}, of which it is a part", row["eid"], *whole));
      }
      return problem(row, column,
                     fmt::format("{} must come directly after {} and its other parts", row["eid"], *whole));
    }
    open.push_back(at);

    auto record = provision_record(slug_, *eid);
    record.properties = with(
        with(std::move(record.properties), why(row)),
        {{"num", row["num"]}, {"heading", row["heading"]}, {"summary", row["summary"]}, {"remark", row["remark"]}});
    const auto whole_key = whole->empty() ? treaty_key(slug_) : key_of(*whole);
    out_.records.relationships.push_back(has_part(whole_key, record.key, ++parts_of[whole_key], why(row)));
    node(row, record.key, record.labels, record.properties);
  });
  for (const auto at : open) span_end_[at] = eids_.size();
}

/// References within the treaty, the instruments that it cites, and references to those.
void DatasetRecords::add_references() {
  for_each_row(dataset_.references, [&](const RowAt& row) {
    const bool is_from = check_eid(row, "from_eid");
    const bool is_to = check_eid(row, "to_eid");
    if (!is_from || !is_to) return;
    auto properties = with(why(row), {{"mode", row["mode"]}, {"applied", row["applied"]}, {"named", row["named"]}});
    if (row["describes"] == "true") set_property(properties, "describes", true);
    relate(type::kRefersTo, key_of(row["from_eid"]), key_of(row["to_eid"]), std::move(properties));
  });

  std::set<std::string_view> instruments;
  for_each_row(dataset_.instruments, [&](const RowAt& row) {
    if (!instruments.emplace(row["slug"]).second) {
      return problem(row, "slug", fmt::format("{} occurs here a second time", row["slug"]));
    }
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
    const bool is_from = check_eid(row, "from_eid");
    const bool is_to = check_instrument(row);
    if (!is_from || !is_to) return;
    relate(type::kRefersTo, key_of(row["from_eid"]), treaty_key(row["instrument"]),
           with(why(row), {{"mode", row["mode"]}, {"named", row["named"]}, {"provision", row["provision"]}}));
  });
}

bool DatasetRecords::check_instrument(const RowAt& row) {
  std::vector<std::string_view> slugs;
  for (const auto& instrument : dataset_.instruments.rows()) {
    slugs.emplace_back(dataset_.instruments.at(instrument, "slug"));
  }
  return check(row, "instrument", "instrument", row["instrument"], slugs, dataset_.instruments.tells_all("slug"));
}

/// Defined terms with their scope, then the provisions that use them.
void DatasetRecords::add_terms() {
  std::vector<std::string_view> ids;
  const auto term_key = [&](std::string_view id) { return fmt::format("{}:term.{}", slug_, id); };
  for_each_row(dataset_.terms, [&](const RowAt& row) {
    ids.emplace_back(row["id"]);
    const bool is_placed = check_eid(row, "eid");
    const bool is_scoped = row["scope"].empty() || check_eid(row, "scope");
    if (!is_placed || !is_scoped) return;
    const auto scope = row["scope"].empty() ? std::string() : key_of(row["scope"]);
    node(row, term_key(row["id"]), {std::string(label::kTerm)},
         with(why(row),
              {{"name", row["name"]}, {"treaty", slug_}, {"provision", key_of(row["eid"])}, {"scope", scope}}));
    relate(type::kDefines, key_of(row["eid"]), term_key(row["id"]), why(row));
  });
  for_each_row(dataset_.term_uses, [&](const RowAt& row) {
    const bool is_from = check_eid(row, "from_eid");
    if (!check(row, "term", "term", row["term"], ids, dataset_.terms.tells_all("id")) || !is_from) return;
    relate(type::kUses, key_of(row["from_eid"]), term_key(row["term"]), why(row));
  });
}

}  // namespace treatygraph::ingest
