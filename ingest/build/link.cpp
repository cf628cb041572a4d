#include "ingest/build/link.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "graph/eid.h"
#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/records/treaty_facts.h"

namespace treatygraph::ingest {
namespace {

std::string has_twice(const std::string& key) {
  return fmt::format("one source makes {} twice: two of its provisions or facts have one name", key);
}

std::string is_of_two(const std::string& key) {
  return fmt::format("two sources have {}; give each source once, or a text of a dataset's treaty as --text SLUG=FILE",
                     key);
}

/// Of placeholders with one key, the one that says most is used; they barely differ.
bool says_more(const NodeRecord& a, const NodeRecord& b) {
  if (a.properties.size() != b.properties.size()) return a.properties.size() > b.properties.size();
  const auto said = [](const NodeRecord& node) {
    return std::pair(text_of(node, property::kSource), text_of(node, property::kTitle));
  };
  return said(a) < said(b);
}

/// Of a treaty or a provision, whose keys are "treaty:lakes" and "lakes:art_1".
std::string treaty_of(std::string_view key) {
  return key.starts_with("treaty:") ? std::string(key) : treaty_key(key.substr(0, key.find(':')));
}

void append(GraphRecords&& more, GraphRecords& all) {
  std::ranges::move(more.nodes, std::back_inserter(all.nodes));
  std::ranges::move(more.relationships, std::back_inserter(all.relationships));
}

}  // namespace

std::optional<std::string> Linker::double_of(const SourceRecords& source) const {
  const auto& nodes = source.records.nodes;
  const auto twice = std::ranges::find_if(nodes, [this](const NodeRecord& node) { return keys_.contains(node.key); });
  return twice != nodes.end() ? std::optional(twice->key) : std::nullopt;
}

Result<void> Linker::take(const SourceRecords& source) {
  if (const auto twice = double_of(source)) return fail(ErrorCode::InvalidArgument, is_of_two(*twice));
  for (const auto& node : source.records.nodes) {
    if (!keys_.insert(node.key)) return fail(ErrorCode::InvalidArgument, has_twice(node.key));
    if (is_treaty(node)) note_loaded(node);
  }
  treaties_.add(source);
  note_placeholders(source.placeholders);
  return {};
}

/// A draft without a text is known from what is said about it, so it may get more provisions.
void Linker::note_loaded(const NodeRecord& node) {
  const auto* basis = find_property(node.properties, property::kBasis);
  const bool is_recalled = basis != nullptr && basis->value == PropertyValue("curated").value;
  const bool is_draft = node.key.find('@') != std::string::npos;
  if (is_draft && is_recalled) return;
  loaded_.insert(node.key);
  cited_.erase(node.key);
}

/// What is cited of a treaty that a source has needs no placeholder.
void Linker::note_placeholders(const GraphRecords& placeholders) {
  for (const auto& node : placeholders.nodes) {
    const auto turn = turn_++;
    if (is_part_of_loaded_treaty(node.key)) continue;
    auto& cited = cited_[treaty_of(node.key)].placeholders;
    const auto [known, is_new] = cited.try_emplace(node.key, StandIn{turn, node});
    if (!is_new && says_more(node, known->second.node)) known->second = {turn, node};
  }
  for (const auto& relationship : placeholders.relationships) {
    const auto turn = turn_++;
    if (is_part_of_loaded_treaty(relationship.to)) continue;
    cited_[treaty_of(relationship.to)].placings.try_emplace(relationship.to, Placing{turn, relationship});
  }
}

void Linker::close() {
  renamed_ = treaties_.one_slug_each();
  treaties_ = {};
  choose_stand_ins();
  choose_placings();
}

void Linker::choose_stand_ins() {
  std::map<std::string, StandIn> by_key;
  for (auto& [treaty, cited] : cited_) {
    for (auto& [key, chosen] : std::exchange(cited.placeholders, {})) {
      rename_placeholder(renamed_, chosen.node);
      if (is_part_of_loaded_treaty(chosen.node.key)) continue;
      const auto [known, is_new] = by_key.try_emplace(chosen.node.key, chosen);
      if (is_new) continue;
      auto& [turn, node] = known->second;
      const bool is_better = says_more(chosen.node, node) || (!says_more(node, chosen.node) && chosen.turn < turn);
      if (is_better) known->second = std::move(chosen);
    }
  }
  for (auto& [key, stand_in] : by_key) {
    if (keys_.insert(key)) rest_.nodes.push_back(std::move(stand_in.node));
  }
}

/// Keeps the first HAS_PART to each placeholder, in source order.
void Linker::choose_placings() {
  std::unordered_set<std::string_view> wanted;
  for (const auto& node : rest_.nodes) wanted.insert(node.key);
  std::map<std::size_t, RelationshipRecord> in_order;
  for (auto& [treaty, cited] : std::exchange(cited_, {})) {
    for (auto& [part, placing] : cited.placings) {
      rename_ends(renamed_, placing.relationship);
      if (wanted.contains(placing.relationship.to)) in_order.emplace(placing.turn, std::move(placing.relationship));
    }
  }
  std::unordered_set<std::string> placed;
  for (auto& [turn, relationship] : in_order) {
    if (placed.insert(relationship.to).second) rest_.relationships.push_back(std::move(relationship));
  }
}

Result<GraphRecords> Linker::linked(SourceRecords source) const {
  for (auto& relationship : source.records.relationships) {
    rename_ends(renamed_, relationship);
    if (auto settled = settle(relationship); !settled) return fail(settled.error());
  }
  for (auto& node : source.records.nodes) tell_what_is_known(node);
  return std::move(source.records);
}

Result<GraphRecords> Linker::rest() {
  for (auto& relationship : rest_.relationships) {
    if (auto settled = settle(relationship); !settled) return fail(settled.error());
  }
  for (auto& node : rest_.nodes) tell_what_is_known(node);
  return std::move(rest_);
}

bool Linker::is_part_of_loaded_treaty(std::string_view key) const {
  return loaded_.contains(treaty_of(key));
}

/// The replacement for `key`: itself, the provision that would contain it, or its treaty.
std::optional<std::string> Linker::standing_for(const std::string& key) const {
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

Result<void> Linker::settle(RelationshipRecord& relationship) const {
  if (auto settled = settle(relationship, relationship.from); !settled) return settled;
  return settle(relationship, relationship.to);
}

Result<void> Linker::settle(RelationshipRecord& relationship, std::string& end) const {
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

Result<GraphRecords> link(std::vector<SourceRecords> sources) {
  Linker linker;
  for (const auto& source : sources) {
    if (auto taken = linker.take(source); !taken) return fail(taken.error());
  }
  linker.close();
  GraphRecords all;
  for (auto& source : sources) {
    auto records = linker.linked(std::move(source));
    if (!records) return fail(records.error());
    append(std::move(*records), all);
  }
  auto rest = linker.rest();
  if (!rest) return fail(rest.error());
  append(std::move(*rest), all);
  return all;
}

}  // namespace treatygraph::ingest
