// How sources are linked without having them in memory:
// 1. take() writes the hashes of all node keys, the placeholders, and the outside ends (ends of relationships that are
//    not nodes of their own source) to the spill file. Only names of treaties stay in memory.
// 2. close() decides which names mean one treaty (one_treaty), which placeholders are used, and what each outside end
//    leads to. For an end "lakes:art_5__para_9" it asks for all candidates at once: the paragraph (rank 0), article 5
//    (rank 1) and the treaty (rank 2). Questions and keys are sorted by hash and merged, and the lowest rank that
//    exists is kept: four bytes for each end.
// 3. linked() finds the outside ends of a source again, in the same order, and replaces them by rank. It only reads, so
//    sources can be linked in parallel.

#include "ingest/build/link.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "graph/eid.h"
#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/records/treaty_facts.h"

namespace treatygraph::ingest {
namespace {

/// Placeholders with the same key barely differ. The one with the most properties is used; ties are decided by source
/// and title, so that the order of the sources does not matter.
bool says_more(const NodeRecord& a, const NodeRecord& b) {
  if (a.properties.size() != b.properties.size()) return a.properties.size() > b.properties.size();
  const auto said = [](const NodeRecord& node) {
    return std::pair(text_of(node, property::kSource), text_of(node, property::kTitle));
  };
  return said(a) < said(b);
}

/// The key of the treaty that a key belongs to: "treaty:lakes" for itself and for "lakes:art_1".
std::string treaty_of(std::string_view key) {
  return key.starts_with("treaty:") ? std::string(key) : treaty_key(key.substr(0, key.find(':')));
}

/// Moves records to the end of others.
void append(GraphRecords&& more, GraphRecords& all) {
  std::ranges::move(more.nodes, std::back_inserter(all.nodes));
  std::ranges::move(more.relationships, std::back_inserter(all.relationships));
}

/// The ends of relationships that are not nodes of the same records, each once, in the order of their first occurrence.
/// Both readings of a source must number them equally. `records` must outlive it.
class OutsideEnds {
 public:
  explicit OutsideEnds(const GraphRecords& records) {
    for (const auto& node : records.nodes) own_.insert(node.key);
    for (const auto& relationship : records.relationships) {
      add(relationship.from);
      add(relationship.to);
    }
  }
  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
  /// None if the end is a node of the records.
  [[nodiscard]] std::optional<std::size_t> number_of(const std::string& end) const {
    const auto found = numbers_.find(end);
    return found != numbers_.end() ? std::optional(found->second) : std::nullopt;
  }

 private:
  void add(const std::string& end) {
    if (own_.contains(end)) return;
    if (numbers_.try_emplace(end, keys_.size()).second) keys_.push_back(end);
  }

  std::unordered_set<std::string_view> own_;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::string> keys_;
};

/// The keys that may be used for `key`, best first: itself, the provisions that would contain it, its treaty. The index
/// is the rank. Facts, whose keys do not end with an eId, have no replacement.
std::vector<std::string> replacements_for(const std::string& key) {
  std::vector<std::string> all = {key};
  const auto colon = key.find(':');
  if (colon == std::string::npos) return all;
  const auto slug = std::string_view(key).substr(0, colon);
  const auto eid = Eid::parse(std::string_view(key).substr(colon + 1));
  if (!eid) return all;
  for (auto at = eid->parent(); !at.empty(); at = at.parent())
    all.push_back(fmt::format("{}:{}", slug, at.to_string()));
  all.push_back(treaty_key(slug));
  return all;
}

/// No candidate is a node.
constexpr std::uint32_t kNoRank = 0xffff'ffff;

/// Precedes each record in the stream of placeholders.
enum class RecordKind : std::uint64_t { Node, Relationship };

}  // namespace

std::string is_made_twice(std::string_view key) {
  return fmt::format("one source makes {} twice: two of its provisions or facts have one name", key);
}

std::string is_of_two_sources(std::string_view key) {
  return fmt::format("two sources have {}; give each source once, or a text of a dataset's treaty as --text SLUG=FILE",
                     key);
}

void Linker::take(const SourceRecords& source) {
  const auto number = static_cast<std::uint32_t>(first_end_.size());
  std::uint32_t position = 0;
  for (const auto& node : source.records.nodes) {
    keys_.add(node.key, {number, position++});
    if (is_treaty(node)) note_loaded(node);
  }
  treaties_.add(source);
  write_placeholders(source.placeholders);
  write_outside_ends(source.records);
}

/// Notes that a source contains the treaty, so that placeholders of its provisions are not used. A draft that is known
/// only from a dataset is an exception: its provisions are those that others cite.
void Linker::note_loaded(const NodeRecord& node) {
  const auto* basis = find_property(node.properties, property::kBasis);
  const bool is_recalled = basis != nullptr && basis->value == PropertyValue("curated").value;
  const bool is_draft = node.key.find('@') != std::string::npos;
  if (is_draft && is_recalled) return;
  loaded_.insert(node.key);
}

/// Placeholders of a treaty that an earlier source contains are dropped at once. Later sources are checked when the
/// stream is read.
void Linker::write_placeholders(const GraphRecords& placeholders) {
  const auto begin = [this](RecordKind kind) {
    ByteWriter out(streams_.place_in(kPlaceholders));
    out.number(static_cast<std::uint64_t>(kind));
    return out;
  };
  for (const auto& node : placeholders.nodes) {
    if (!is_part_of_loaded_treaty(node.key)) begin(RecordKind::Node).node(node, names_);
  }
  for (const auto& relationship : placeholders.relationships) {
    if (is_part_of_loaded_treaty(relationship.to)) continue;
    begin(RecordKind::Relationship).relationship(relationship, names_);
  }
}

/// Writes the outside ends of one source. They are numbered through all sources.
void Linker::write_outside_ends(const GraphRecords& records) {
  const OutsideEnds ends(records);
  first_end_.push_back(end_count_);
  end_count_ += ends.keys().size();
  for (const auto& key : ends.keys()) ByteWriter(streams_.place_in(kOutsideEnds)).text(key);
}

// The order matters: treaties are renamed before placeholders are compared, and all nodes must be known before the ends
// are looked for. The ends of rest_ are numbered after those of the sources.
const KeysOfSources& Linker::close() {
  keys_.close();
  if (!keys_.doubles().empty() || keys_.twice()) return keys_;
  renamed_ = treaties_.one_slug_each();
  treaties_ = {};
  read_placeholders();
  choose_stand_ins();
  choose_placings();
  write_outside_ends(rest_);
  find_outside_ends();
  return keys_;
}

/// Reads the placeholders back, now that all sources are known. Their order in the stream is their turn.
void Linker::read_placeholders() {
  if (streams_.size() <= kPlaceholders) return;
  std::size_t turn = 0;
  streams_.each(kPlaceholders, [&](std::string_view bytes) {
    for (ByteReader in(bytes); !in.at_end(); ++turn) {
      if (RecordKind{in.number()} == RecordKind::Node) {
        note_placeholder(in.node(names_), turn);
      } else {
        note_placing(in.relationship(names_), turn);
      }
    }
  });
  streams_.forget(kPlaceholders);
}

/// Keeps the best placeholder for each key.
void Linker::note_placeholder(NodeRecord node, std::size_t turn) {
  if (is_part_of_loaded_treaty(node.key)) return;
  auto& cited = cited_[treaty_of(node.key)].placeholders;
  const auto known = cited.find(node.key);
  if (known == cited.end()) {
    auto key = node.key;
    cited.emplace(std::move(key), StandIn{turn, std::move(node)});
  } else if (says_more(node, known->second.node)) {
    known->second = {turn, std::move(node)};
  }
}

/// Keeps the first HAS_PART of each placeholder.
void Linker::note_placing(RelationshipRecord relationship, std::size_t turn) {
  if (is_part_of_loaded_treaty(relationship.to)) return;
  auto part = relationship.to;
  cited_[treaty_of(part)].placements.try_emplace(std::move(part), Placement{turn, std::move(relationship)});
}

/// Renaming can give placeholders of different treaties the same key, so they are compared once more. `by_key` also
/// sorts them.
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
  std::vector<NodeRecord> stand_ins;
  for (auto& [key, stand_in] : by_key) stand_ins.push_back(std::move(stand_in.node));
  use_unless_known(std::move(stand_ins));
}

/// Drops placeholders whose node a source has, for example a provision of a treaty under its renamed slug.
void Linker::use_unless_known(std::vector<NodeRecord> stand_ins) {
  SortedRuns<KeysOfSources::Question> questions;
  std::uint32_t number = 0;
  for (const auto& node : stand_ins) questions.add(KeysOfSources::question(node.key, number++, 0));
  questions.close();
  std::vector<bool> is_known(stand_ins.size());
  keys_.each_known(questions, [&](const KeysOfSources::Question& asked) { is_known[asked.number] = true; });
  for (std::size_t i = 0; i < stand_ins.size(); ++i) {
    if (is_known[i]) continue;
    keys_.add_placeholder(stand_ins[i].key);
    rest_.nodes.push_back(std::move(stand_ins[i]));
  }
  keys_.close_placeholders();
}

/// Keeps the first HAS_PART to each placeholder, in source order.
void Linker::choose_placings() {
  std::unordered_set<std::string_view> wanted;
  for (const auto& node : rest_.nodes) wanted.insert(node.key);
  std::map<std::size_t, RelationshipRecord> in_order;
  for (auto& [treaty, cited] : std::exchange(cited_, {})) {
    for (auto& [part, placing] : cited.placements) {
      rename_ends(renamed_, placing.relationship);
      if (wanted.contains(placing.relationship.to)) in_order.emplace(placing.turn, std::move(placing.relationship));
    }
  }
  std::unordered_set<std::string> placed;
  for (auto& [turn, relationship] : in_order) {
    if (placed.insert(relationship.to).second) rest_.relationships.push_back(std::move(relationship));
  }
}

/// Finds the best replacement of each end. `found` is sorted by number and rank, so the first answer for an end is the
/// best.
void Linker::find_outside_ends() {
  struct Found {
    std::uint32_t number;
    std::uint32_t rank;
    auto operator<=>(const Found&) const = default;
  };
  if (streams_.size() <= kOutsideEnds) return;
  SortedRuns<KeysOfSources::Question> questions(spill_);
  std::uint32_t number = 0;
  streams_.each(kOutsideEnds, [&](std::string_view bytes) {
    for (ByteReader in(bytes); !in.at_end(); ++number) {
      std::string key(in.text());
      rename_key(renamed_, key);
      std::uint32_t rank = 0;
      for (const auto& other : replacements_for(key)) questions.add(KeysOfSources::question(other, number, rank++));
    }
  });
  streams_.forget(kOutsideEnds);
  questions.close();
  SortedRuns<Found> found(spill_);
  keys_.each_known(questions, [&](const KeysOfSources::Question& asked) { found.add({asked.number, asked.rank}); });
  found.close();
  found.each([this](const Found& one) {
    // Ends without an answer have no entry in `found`.
    while (ranks_.size() < one.number) ranks_.add(kNoRank);
    if (ranks_.size() == one.number) ranks_.add(one.rank);
  });
  while (ranks_.size() < end_count_) ranks_.add(kNoRank);
}

Result<GraphRecords> Linker::linked(std::size_t n, SourceRecords source) const {
  if (auto settled = settle_ends(n, source.records); !settled) return fail(settled.error());
  for (auto& node : source.records.nodes) tell_what_is_known(node);
  return std::move(source.records);
}

Result<GraphRecords> Linker::rest() {
  if (auto settled = settle_ends(first_end_.size() - 1, rest_); !settled) return fail(settled.error());
  for (auto& node : rest_.nodes) tell_what_is_known(node);
  return std::move(rest_);
}

/// Whether a source contains the treaty that the key belongs to. Its provisions are then complete, and a citation of a
/// provision that it does not have is moved instead of getting a placeholder.
bool Linker::is_part_of_loaded_treaty(std::string_view key) const {
  return loaded_.contains(treaty_of(key));
}

/// Replaces the outside ends of the n-th source. Rank 0 is the end itself, perhaps under a new slug.
Result<void> Linker::settle_ends(std::size_t n, GraphRecords& records) const {
  const OutsideEnds ends(records);
  SpilledList<std::uint32_t>::Reader ranks(ranks_);
  for (auto& relationship : records.relationships) {
    for (auto* end : {&relationship.from, &relationship.to}) {
      const auto number = ends.number_of(*end);
      if (!number) continue;
      rename_key(renamed_, *end);
      const auto rank = ranks[first_end_[n] + *number];
      if (rank == 0) continue;
      if (rank == kNoRank) {
        return fail(ErrorCode::InvalidArgument, fmt::format("no source has {}, which {} from {} to {} names", *end,
                                                            relationship.type, relationship.from, relationship.to));
      }
      auto used = std::move(replacements_for(*end)[rank]);
      // A reader can still see what the text cites, and `check` lists it.
      set_property(relationship.properties, "written_as", *end);
      *end = std::move(used);
    }
  }
  return {};
}

Result<GraphRecords> link(std::vector<SourceRecords> sources) {
  Linker linker;
  for (const auto& source : sources) linker.take(source);
  const auto& keys = linker.close();
  const auto key_of = [&sources](const NodeOfSource& node) {
    return sources[node.source].records.nodes[node.node].key;
  };
  if (!keys.doubles().empty()) {
    return fail(ErrorCode::InvalidArgument, is_of_two_sources(key_of(keys.doubles().front())));
  }
  if (keys.twice()) return fail(ErrorCode::InvalidArgument, is_made_twice(key_of(*keys.twice())));
  GraphRecords all;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto records = linker.linked(i, std::move(sources[i]));
    if (!records) return fail(records.error());
    append(std::move(*records), all);
  }
  auto rest = linker.rest();
  if (!rest) return fail(rest.error());
  append(std::move(*rest), all);
  return all;
}

}  // namespace treatygraph::ingest
