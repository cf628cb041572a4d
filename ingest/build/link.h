#pragma once
// Links many sources into one graph: what one source only names, another may contain.

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

/// Links sources that are read twice, one by one, so that they are never in memory together: first take() in order and
/// close(), then linked() in order and rest(). The result does not depend on the order of the sources. A placeholder is
/// used only if no source has its node. A relationship to a provision that its loaded treaty lacks is moved to the
/// nearest provision that would contain it, and keeps the original in `written_as`.
///
/// Memory has the names of treaties and what is cited of those that no source has; keys and ends of relationships are
/// sorted in runs. Failures of the disk are thrown (SpillFile).
class Linker {
 public:
  /// In memory if `spill` is null. `spill` outlives it.
  explicit Linker(SpillFile* spill = nullptr) : spill_(spill), keys_(spill), streams_(spill), ranks_(spill) {}

  void take(const SourceRecords& source);
  /// What is wrong with the sources together, after all of them: KeysOfSources. If anything is, nothing can be linked.
  const KeysOfSources& close();
  [[nodiscard]] const KeysOfSources& keys() const { return keys_; }

  /// The records of the n-th source that was taken, as they are in the graph. By any thread. The error names an end of
  /// a relationship that nothing can replace.
  [[nodiscard]] Result<GraphRecords> linked(std::size_t n, SourceRecords source) const;
  /// What no source contains: after all sources in the graph.
  [[nodiscard]] Result<GraphRecords> rest();

 private:
  struct StandIn {
    std::size_t turn;  ///< the earliest of equal ones is used
    NodeRecord node;
  };
  struct Placing {
    std::size_t turn;
    RelationshipRecord relationship;
  };
  /// A treaty that is only cited, and what is cited of it.
  struct Cited {
    std::unordered_map<std::string, StandIn> placeholders;  ///< by key
    std::unordered_map<std::string, Placing> placings;      ///< HAS_PART of placeholders, by part
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

/// The same for sources in memory.
[[nodiscard]] Result<GraphRecords> link(std::vector<SourceRecords> sources);

/// In words: `key` is of two sources.
[[nodiscard]] std::string is_of_two_sources(std::string_view key);
/// In words: one source makes `key` twice.
[[nodiscard]] std::string is_made_twice(std::string_view key);

}  // namespace treatygraph::ingest
