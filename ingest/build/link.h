#pragma once
// Links many sources into one graph: one source may contain what another only names.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/column_streams.h"
#include "graph/record_bytes.h"
#include "graph/records.h"
#include "graph/result.h"
#include "graph/spilled_list.h"
#include "ingest/build/keys_of_sources.h"
#include "ingest/build/one_treaty.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// Links sources that are read twice, one at a time, so that they need not be in memory together. First call take() for
/// each source in order, then close(), then linked() for each source and rest(). A placeholder is used only if no
/// source has its node. If a relationship leads to a provision that its loaded treaty does not have, it is moved to the
/// nearest provision that would contain it, and keeps the original key in `written_as`.
///
/// Memory contains the names of treaties, and what is cited of treaties that no source has. Keys and ends of
/// relationships are sorted in runs on disk. Failures of the disk are thrown (SpillFile).
class Linker {
 public:
  /// Works in memory if `spill` is null. `spill` must outlive the linker.
  explicit Linker(SpillFile* spill = nullptr) : spill_(spill), keys_(spill), streams_(spill), ranks_(spill) {}

  /// First reading of a source. Sources are numbered in the order of these calls.
  void take(const SourceRecords& source);
  /// Call it after the last take(). The result says which sources have a node in common; if any do, nothing can be
  /// linked.
  const KeysOfSources& close();
  [[nodiscard]] const KeysOfSources& keys() const { return keys_; }

  /// Second reading: the records of the n-th source as they are in the graph. Any thread may call it. The error names
  /// an end of a relationship for which there is no replacement.
  [[nodiscard]] Result<GraphRecords> linked(std::size_t n, SourceRecords source) const;
  /// The placeholders that are used: cited treaties and provisions that no source contains. Call it once, last.
  [[nodiscard]] Result<GraphRecords> rest();

 private:
  /// A placeholder. `turn` is its position in the order of the sources.
  struct StandIn {
    std::size_t turn;  ///< the earliest of equal ones is used
    NodeRecord node;
  };
  /// The HAS_PART of a placeholder.
  struct Placement {
    std::size_t turn;
    RelationshipRecord relationship;
  };
  /// A treaty that is only cited, and what is cited of it.
  struct Cited {
    std::unordered_map<std::string, StandIn> placeholders;  ///< by key
    std::unordered_map<std::string, Placement> placements;  ///< HAS_PART of placeholders, by part
  };
  static constexpr std::size_t kPlaceholders = 0;  // of `streams_`
  static constexpr std::size_t kOutsideEnds = 1;

  void note_loaded(const NodeRecord& node);
  void write_placeholders(const GraphRecords& placeholders);
  void write_outside_ends(const GraphRecords& records);
  void read_placeholders();
  void note_placeholder(NodeRecord node, std::size_t turn);
  void note_placing(RelationshipRecord relationship, std::size_t turn);
  void choose_stand_ins();
  void use_unless_known(std::vector<NodeRecord> stand_ins);
  void choose_placings();
  void find_outside_ends();
  [[nodiscard]] bool is_part_of_loaded_treaty(std::string_view key) const;
  [[nodiscard]] Result<void> settle_ends(std::size_t n, GraphRecords& records) const;

  SpillFile* spill_;
  TreatiesOfSources treaties_;
  RenamedTreaties renamed_;
  KeysOfSources keys_;
  RecordNames names_;
  ColumnStreams streams_;
  std::unordered_set<std::string> loaded_;        ///< keys of treaties
  std::unordered_map<std::string, Cited> cited_;  ///< by the key of a treaty that no source has
  std::vector<std::size_t> first_end_;            ///< by source, and for the rest: the number of its first outside end
  std::size_t end_count_ = 0;
  SpilledList<std::uint32_t> ranks_;  ///< by outside end: which of its replacements is a node
  GraphRecords rest_;
};

/// Does all of this for sources that are in memory.
[[nodiscard]] Result<GraphRecords> link(std::vector<SourceRecords> sources);

/// Error message: two sources have the node `key`.
[[nodiscard]] std::string is_of_two_sources(std::string_view key);
/// Error message: one source has two nodes with `key`.
[[nodiscard]] std::string is_made_twice(std::string_view key);

}  // namespace treatygraph::ingest
