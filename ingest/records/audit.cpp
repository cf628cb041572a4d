// The auditor looks at all relationships first, because the checks of nodes need what they say: which provisions are
// part of something (placed_) and how often a node is cited (cited_). Most findings were written into properties when
// the graph was built ("unresolved", "unreached", "written_as", "text_confirms"), so the auditor only collects them. It
// verifies what the model demands: labels, types, keys, modes, evidence and sources.

#include "ingest/records/audit.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "graph/counted.h"
#include "graph/eid.h"
#include "graph/key.h"
#include "graph/property.h"
#include "graph/vocabulary.h"
#include "ingest/records/doubtful_acts.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {
namespace {

/// Whether the record has a property of this name.
bool has(const Properties& properties, std::string_view name) {
  return find_property(properties, name) != nullptr;
}

template <typename Values>
bool is_one_of(std::string_view value, const Values& values) {
  return std::ranges::find(values, value) != values.end();
}

/// Splits a property that contains one finding on each line.
void append_lines(const std::string& text, std::vector<std::string>& lines) {
  for (std::string_view rest = text; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    lines.emplace_back(line);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
}

/// Relationships that are read from the words of a provision. If extracted, they must have these words as evidence.
constexpr std::array<std::string_view, 3> kReadOffWords = {type::kEstablishes, type::kGrants, type::kProvides};

/// Whether a text states the fact; other facts come from a dataset or a table.
bool was_read(const RelationshipRecord& relationship) {
  return text_of(relationship.properties, property::kBasis) == "extracted";
}

class Auditor {
 public:
  Audit run(const GraphRecords& records) {
    audit_.nodes = records.nodes.size();
    for (const auto& relationship : records.relationships) look_at(relationship);
    for (const auto& node : records.nodes) look_at(node);
    audit_.doubtful = doubtful_acts(records);
    for (auto* list : {&audit_.broken, &audit_.without_source, &audit_.unresolved, &audit_.unreached,
                       &audit_.absent_parts, &audit_.moved, &audit_.not_read_whole, &audit_.left_over,
                       &audit_.not_loaded, &audit_.confirmed, &audit_.contradicted, &audit_.added, &audit_.lacking}) {
      std::ranges::sort(*list);
    }
    return std::move(audit_);
  }

 private:
  void look_at(const NodeRecord& node) {
    check_source(node.key, node.properties);
    if (const auto key = Key::parse(node.key); !key) audit_.broken.push_back(key.error().detail);
    for (const auto& label : node.labels) {
      if (!is_one_of(label, kLabels))
        audit_.broken.push_back(fmt::format("{}: no label {} in the model", node.key, label));
    }
    if (is_one_of(label::kProvision, node.labels)) check_provision(node);
    if (is_one_of(label::kTreaty, node.labels)) look_at_treaty(node);
    if (const auto words = text_of(node.properties, "unresolved"); !words.empty()) {
      audit_.unresolved.push_back(fmt::format("{}: {}", node.key, words));
      count_kinds(words);
    }
  }

  /// Counts the kinds in "Annex 3 (no such annex); article 9 of the Charter (not said which instrument)": one annex,
  /// one instrument.
  void count_kinds(const std::string& words) {
    for (const std::string_view before : {" (no such ", " (not said which "}) {
      for (auto at = words.find(before); at != std::string::npos; at = words.find(before, at)) {
        at += before.size();
        ++audit_.unresolved_kinds[words.substr(at, words.find_first_of("):", at) - at)];
      }
    }
  }

  /// The key must be the treaty's slug and the eId, the labels must be those of the eId's kind, and a HAS_PART must
  /// lead to the provision.
  void check_provision(const NodeRecord& node) {
    const auto eid = Eid::parse(text_of(node.properties, property::kEid));
    const auto key =
        provision_key(text_of(node.properties, property::kTreaty), text_of(node.properties, property::kEid));
    if (!eid || key != node.key) {
      audit_.broken.push_back(fmt::format("{}: its eid and treaty make {}", node.key, key));
      return;
    }
    auto expected = provision_labels(eid->kind());
    auto found = node.labels;
    std::ranges::sort(expected);
    std::ranges::sort(found);
    if (found != expected) audit_.broken.push_back(fmt::format("{}: its labels are not those of its eId", node.key));
    if (!placed_.contains(node.key)) audit_.broken.push_back(fmt::format("{}: is part of no treaty", node.key));
    const auto* loaded = find_property(node.properties, property::kLoaded);
    if (loaded != nullptr && loaded->value == PropertyValue(false).value) {
      audit_.absent_parts.push_back(fmt::format("{}: cited {}", node.key, counted(cited_[node.key], "time")));
    }
  }

  /// Collects what text_over_dataset wrote into the treaty's properties, and how much of its document was read.
  void look_at_treaty(const NodeRecord& node) {
    const auto* loaded = find_property(node.properties, property::kLoaded);
    const auto* flag = loaded != nullptr ? std::get_if<bool>(&loaded->value) : nullptr;
    if (flag == nullptr) audit_.broken.push_back(fmt::format("{}: does not say whether it is loaded", node.key));
    if (flag != nullptr && !*flag) {
      audit_.not_loaded.push_back(fmt::format("{}: cited {}", node.key, counted(cited_[node.key], "time")));
    }
    look_at_document(node);
    append_lines(text_of(node.properties, "text_confirms"), audit_.confirmed);
    append_lines(text_of(node.properties, "text_contradicts"), audit_.contradicted);
    append_lines(text_of(node.properties, "text_adds"), audit_.added);
    append_lines(text_of(node.properties, "text_lacks"), audit_.lacking);
  }

  void look_at_document(const NodeRecord& node) {
    std::vector<std::string> lines;
    append_lines(text_of(node.properties, property::kDocumentLeftovers), lines);
    for (const auto& line : lines) audit_.left_over.push_back(fmt::format("{}: {}", node.key, line));
    const auto missing = text_of(node.properties, property::kDocumentNotRead);
    if (!missing.empty()) audit_.not_read_whole.push_back(fmt::format("{}: {}", node.key, missing));
  }

  void look_at(const RelationshipRecord& relationship) {
    ++audit_.relationships[relationship.type];
    const auto name = fmt::format("{} {} {}", relationship.from, relationship.type, relationship.to);
    check_source(name, relationship.properties);
    if (!is_one_of(relationship.type, kRelationshipTypes)) {
      audit_.broken.push_back(fmt::format("{}: no such type in the model", name));
    }
    if (is_one_of(relationship.type, kReadOffWords) && was_read(relationship) &&
        !has(relationship.properties, property::kQuote)) {
      audit_.broken.push_back(fmt::format("{}: extracted, but without its words", name));
    }
    if (relationship.type == type::kHasPart) placed_.insert(relationship.to);
    if (relationship.type == type::kRefersTo) check_reference(name, relationship);
    if (const auto written = text_of(relationship.properties, "written_as"); !written.empty()) {
      audit_.moved.push_back(fmt::format("{}: written as {}, which the treaty does not have", name, written));
    }
  }

  /// An extracted REFERS_TO must have the words of the citation and their position.
  void check_reference(const std::string& name, const RelationshipRecord& relationship) {
    ++cited_[relationship.to];
    const auto mode = text_of(relationship.properties, property::kMode);
    if (!is_one_of(mode, kModes)) audit_.broken.push_back(fmt::format("{}: no mode \"{}\" in the model", name, mode));
    const bool has_evidence = has(relationship.properties, property::kQuote) &&
                              has(relationship.properties, property::kStart) &&
                              has(relationship.properties, property::kEnd);
    if (was_read(relationship) && !has_evidence)
      audit_.broken.push_back(fmt::format("{}: extracted, but without its words", name));
    if (const auto rest = text_of(relationship.properties, "unreached"); !rest.empty()) {
      audit_.unreached.push_back(fmt::format("{}: no such {} there", name, rest));
    }
  }

  void check_source(const std::string& name, const Properties& properties) {
    for (const auto wanted : {property::kBasis, property::kConfidence, property::kSource}) {
      if (!has(properties, wanted)) audit_.without_source.push_back(fmt::format("{}: no {}", name, wanted));
    }
  }

  Audit audit_;
  /// Keys of the provisions that a HAS_PART leads to.
  std::set<std::string> placed_;
  /// How many REFERS_TO lead to a node, by key.
  std::map<std::string, std::size_t> cited_;
};

}  // namespace

Audit audit(const GraphRecords& records) {
  return Auditor().run(records);
}

}  // namespace treatygraph::ingest
