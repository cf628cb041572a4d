// Statements, the drafts whose numbering they use, and correspondences.

#include <map>
#include <set>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/citation/citations_about_treaty.h"
#include "ingest/curated/dataset_records.h"
#include "ingest/records/provision_record.h"
#include "ingest/statements/statement_records.h"

namespace treatygraph::ingest {
namespace {

/// In the column `version`: about the adopted text.
constexpr std::string_view kFinalText = "final";
constexpr std::string_view kNoDraft = "none";  // made before any draft existed: about the treaty as a whole

}  // namespace

/// Notes a provision of a draft, and its parents. There is no table of a draft's provisions, so they are those that
/// rows refer to. add_statements() makes the nodes in document order.
void DatasetRecords::draft_provision(const std::string& slug, const Eid& eid, const Properties& why) {
  for (auto at = eid; !at.empty(); at = at.parent()) drafts_[slug].try_emplace(at, why);
}

/// A draft is a Treaty node with a slug such as "uncc@2023-05".
void DatasetRecords::add_versions() {
  for (const auto& version : dataset_.treaty.versions) {
    const auto slug = fmt::format("{}@{}", slug_, version.version);
    drafts_[slug];
    node("treaty.json", treaty_key(slug), {std::string(label::kTreaty)},
         with(curated(dataset_.treaty.confidence, dataset_.treaty.source), {{"slug", slug},
                                                                            {"title", version.title},
                                                                            {"symbol", version.symbol},
                                                                            {"date", version.date},
                                                                            {"version_of", slug_},
                                                                            {"loaded", true}}));
  }
  for_each_row(dataset_.version_correspondences, [&](const RowAt& row) {
    const bool is_version = check_version(row, "version", {});
    const auto eid = Eid::parse(row["eid"]);
    if (!check_eid(row, "final_eid") || !is_version || !eid) return;
    const auto slug = fmt::format("{}@{}", slug_, row["version"]);
    draft_provision(slug, *eid, why(row));
    relate(type::kCorrespondsTo, provision_key(slug, row["eid"]), key_of(row["final_eid"]),
           with(why(row), {{"relation", row["relation"]}}));
  });
}

void DatasetRecords::add_statements() {
  for_each_row(dataset_.statements, [&](const RowAt& row) {
    if (!check_version(row, "version", {kFinalText, kNoDraft})) return;
    const auto key = fmt::format("statement:{}", row["id"]);
    node(row, key, {std::string(label::kStatement)},
         with(why(row), {{"title", row["title"]},
                         {"date", row["date"]},
                         {"text", row["text"]},
                         {"summary", row["summary"]},
                         {"speaker_as", row["speaker_as"]},
                         {"stance", row["stance"]},
                         {"concern", row["concern"]},
                         {"version", row["version"]},
                         {"treaty", slug_}}));
    for (const auto& speaker : row.table.list_at(row.row, "speakers")) {
      if (check_participant(row, "speakers", speaker)) {
        relate(type::kMade, speaker, key, with(why(row), {{"date", row["date"]}}));
      }
    }
    const bool is_final = row["version"] == kFinalText || row["version"] == kNoDraft;
    address(row, key, is_final ? slug_ : fmt::format("{}@{}", slug_, row["version"]));
  });

  // All rows have named provisions of drafts now. Sorted by eId, which is the order of a document.
  for (const auto& [slug, provisions] : drafts_) {
    std::map<std::string, std::int64_t> parts_of;
    for (const auto& [eid, why] : provisions) {
      const auto whole = eid.parent().empty() ? treaty_key(slug) : provision_key(slug, eid.parent());
      auto record = provision_record(slug, eid);
      out_.records.relationships.push_back(has_part(whole, record.key, ++parts_of[whole], why));
      node("treaty.json", record.key, record.labels, with(record.properties, why));
    }
  }
}

/// Adds ADDRESSES from the statement to the provisions that its words cite or that a person found in it, in the version
/// whose numbering it uses. If there are none, it addresses that version as a whole. Citations read from the words have
/// evidence, so they win over the same provision in the column.
void DatasetRecords::address(const RowAt& row, const std::string& statement, const std::string& slug) {
  const Properties said = {{"stance", row["stance"]}, {"concern", row["concern"]}};
  std::set<Eid> cited;
  for (const auto& citation : own_citations(row["text"], dataset_.treaty.title)) {
    cited.insert(citation.eid);
    address(row, statement, slug, citation.eid, with(addressed_in(citation, row["source"]), said));
  }
  const auto found = with(with(why(row), said), {{"named", row["provisions_basis"]}});
  const auto named = row.table.list_at(row.row, "provisions");
  if (named.empty() && cited.empty()) relate(type::kAddresses, statement, treaty_key(slug), found);
  for (const auto& name : named) {
    const auto eid = Eid::parse(name);
    if (!eid) {
      problem(row, "provisions", eid.error().detail);
    } else if (!cited.contains(*eid) && (slug != slug_ || check(row, "provisions", "provision", name, eids_,
                                                                dataset_.provisions.tells_all("eid")))) {
      address(row, statement, slug, *eid, found);
    }
  }
}

void DatasetRecords::address(const RowAt& row, const std::string& statement, const std::string& slug, const Eid& eid,
                             Properties how) {
  if (slug != slug_) draft_provision(slug, eid, why(row));
  relate(type::kAddresses, statement, provision_key(slug, eid), std::move(how));
}

/// Adds a placeholder for a provision of another treaty, which another source may contain, and for its parents.
void DatasetRecords::placeholder_provision(const std::string& slug, const Eid& eid) {
  for (auto at = eid; !at.empty(); at = at.parent()) {
    auto record = provision_record(slug, at);
    if (!keys_.emplace(record.key, "correspondences.csv").second) return;
    const auto provenance = curated("medium", "named as corresponding by the dataset " + slug_);
    record.properties = with(with(record.properties, provenance), {{"loaded", false}});
    const auto whole = at.parent().empty() ? treaty_key(slug) : provision_key(slug, at.parent());
    out_.placeholders.relationships.push_back(has_part(whole, record.key, 0, provenance));
    out_.placeholders.nodes.push_back(std::move(record));
  }
}

void DatasetRecords::add_correspondences() {
  for_each_row(dataset_.correspondences, [&](const RowAt& row) {
    const bool is_known = check_instrument(row);
    const auto target = Eid::parse(row["target_eid"]);
    if (!check_eid(row, "eid") || !is_known || !target) return;
    placeholder_provision(row["instrument"], *target);
    relate(type::kCorrespondsTo, key_of(row["eid"]), provision_key(row["instrument"], row["target_eid"]),
           with(why(row), {{"relation", row["relation"]}, {"note", row["note"]}}));
  });
}

}  // namespace treatygraph::ingest
