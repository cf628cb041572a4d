#pragma once
// Links many sources into one graph: what one source only names, another may contain.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/records.h"
#include "graph/result.h"
#include "ingest/build/key_set.h"
#include "ingest/build/one_treaty.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// Links sources that are read twice, one by one, so that they are never in memory together: first take() in order and
/// close(), then linked() in order and rest(). The result does not depend on the order of the sources. A placeholder is
/// used only if no source has its node. A relationship to a provision that its loaded treaty lacks is moved to the
/// nearest provision that would contain it, and keeps the original in `written_as`.
class Linker {
 public:
  /// The first node of the source that an earlier source has.
  [[nodiscard]] std::optional<std::string> double_of(const SourceRecords& source) const;
  /// The error names a node that a source has twice, or that an earlier source has.
  [[nodiscard]] Result<void> take(const SourceRecords& source);
  /// After all sources.
  void close();

  /// The records of one source as they are in the graph. By any thread. The error names an end of a relationship that
  /// nothing can replace.
  [[nodiscard]] Result<GraphRecords> linked(SourceRecords source) const;
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

  void note_loaded(const NodeRecord& node);
  void note_placeholders(const GraphRecords& placeholders);
  void choose_stand_ins();
  void choose_placings();
  [[nodiscard]] bool is_part_of_loaded_treaty(std::string_view key) const;
  [[nodiscard]] std::optional<std::string> standing_for(const std::string& key) const;
  [[nodiscard]] Result<void> settle(RelationshipRecord& relationship) const;
  [[nodiscard]] Result<void> settle(RelationshipRecord& relationship, std::string& end) const;

  TreatiesOfSources treaties_;
  RenamedTreaties renamed_;
  KeySet keys_;
  std::unordered_set<std::string> loaded_;        ///< keys of treaties
  std::size_t turn_ = 0;                          ///< of the next placeholder
  std::unordered_map<std::string, Cited> cited_;  ///< by the key of a treaty that no source has so far
  GraphRecords rest_;
};

/// The same for sources in memory.
[[nodiscard]] Result<GraphRecords> link(std::vector<SourceRecords> sources);

}  // namespace treatygraph::ingest
