#include "ingest/build/link.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include <fmt/format.h>

#include "graph/eid.h"
#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/build/one_treaty.h"

namespace treatygraph::ingest {
namespace {

class Linker {
 public:
  Result<void> take(GraphRecords records) {
    const auto first = static_cast<std::ptrdiff_t>(linked_.nodes.size());
    for (auto& node : records.nodes) {
      if (!keys_.insert(node.key).second) return fail(ErrorCode::InvalidArgument, found_twice(node.key, first));
      linked_.nodes.push_back(std::move(node));
    }
    std::ranges::move(records.relationships, std::back_inserter(linked_.relationships));
    return {};
  }

  /// Runs after all real nodes. Placeholders with the same key barely differ, so the caller sorts them and the first
  /// one is used.
  void take_missing(std::vector<NodeRecord> nodes, std::vector<RelationshipRecord> relationships) {
    for (auto& node : nodes) {
      if (is_part_of_loaded_treaty(node.key) || !keys_.insert(node.key).second) continue;
      stand_ins_.insert(node.key);
      linked_.nodes.push_back(std::move(node));
    }
    std::unordered_set<std::string> placed;
    for (auto& relationship : relationships) {
      const bool wanted = stand_ins_.contains(relationship.to) && placed.insert(relationship.to).second;
      if (wanted) linked_.relationships.push_back(std::move(relationship));
    }
  }

  /// The error names an end that nothing can replace.
  Result<GraphRecords> finish() {
    for (auto& relationship : linked_.relationships) {
      const auto from = settle(relationship, relationship.from);
      if (!from) return fail(from.error());
      const auto to = settle(relationship, relationship.to);
      if (!to) return fail(to.error());
    }
    return std::move(linked_);
  }

  /// A draft without a text is known from what is said about it, so it may get more provisions.
  void note_loaded_treaties() {
    for (const auto& node : linked_.nodes) {
      if (std::ranges::find(node.labels, label::kTreaty) == node.labels.end()) continue;
      const auto* basis = find_property(node.properties, property::kBasis);
      const bool is_recalled = basis != nullptr && basis->value == PropertyValue("curated").value;
      const bool is_draft = node.key.find('@') != std::string::npos;
      if (!is_draft || !is_recalled) loaded_.insert(node.key);
    }
  }

 private:
  /// `first` is the first node of the current source.
  [[nodiscard]] std::string found_twice(const std::string& key, std::ptrdiff_t first) const {
    const auto own = std::ranges::find(linked_.nodes.begin() + first, linked_.nodes.end(), key, &NodeRecord::key);
    return own != linked_.nodes.end()
               ? fmt::format("one source makes {} twice: two of its provisions or facts have one name", key)
               : fmt::format(
                     "two sources have {}; give each source once, or a text of a dataset's treaty as "
                     "--text SLUG=FILE",
                     key);
  }

  [[nodiscard]] bool is_part_of_loaded_treaty(const std::string& key) const {
    return loaded_.contains(treaty_key(std::string_view(key).substr(0, key.find(':'))));
  }

  /// The replacement for `key`: itself, the provision that would contain it, or its treaty.
  [[nodiscard]] std::optional<std::string> standing_for(const std::string& key) const {
    if (keys_.contains(key)) return key;
    const auto colon = key.find(':');
    if (colon == std::string::npos) return std::nullopt;
    auto eid = Eid::parse(std::string_view(key).substr(colon + 1));
    if (!eid) return std::nullopt;
    for (auto at = eid->parent(); !at.empty(); at = at.parent()) {
      auto above = fmt::format("{}:{}", std::string_view(key).substr(0, colon), at.to_string());
      if (keys_.contains(above)) return above;
    }
    auto treaty = treaty_key(std::string_view(key).substr(0, colon));
    return keys_.contains(treaty) ? std::optional(treaty) : std::nullopt;
  }

  Result<void> settle(RelationshipRecord& relationship, std::string& end) const {
    auto found = standing_for(end);
    if (!found) {
      return fail(ErrorCode::InvalidArgument, fmt::format("no source has {}, which {} from {} to {} names", end,
                                                          relationship.type, relationship.from, relationship.to));
    }
    if (*found == end) return {};
    set_property(relationship.properties, "written_as", end);
    end = std::move(*found);
    return {};
  }

  GraphRecords linked_;
  std::unordered_set<std::string> keys_;
  std::unordered_set<std::string> stand_ins_;
  std::unordered_set<std::string> loaded_;
};

}  // namespace

Result<GraphRecords> link(std::vector<SourceRecords> sources) {
  make_treaties_one(sources);
  Linker linker;
  std::vector<NodeRecord> nodes;
  std::vector<RelationshipRecord> relationships;
  for (auto& source : sources) {
    const auto taken = linker.take(std::move(source.records));
    if (!taken) return fail(taken.error());
    std::ranges::move(source.placeholders.nodes, std::back_inserter(nodes));
    std::ranges::move(source.placeholders.relationships, std::back_inserter(relationships));
  }
  linker.note_loaded_treaties();
  std::ranges::sort(nodes, [](const NodeRecord& a, const NodeRecord& b) {
    const auto told = [](const NodeRecord& node) { return node.properties.size(); };
    return a.key != b.key ? a.key < b.key : told(a) > told(b);
  });
  linker.take_missing(std::move(nodes), std::move(relationships));
  auto linked = linker.finish();
  if (linked) tell_what_is_known(*linked);
  return linked;
}

}  // namespace treatygraph::ingest
