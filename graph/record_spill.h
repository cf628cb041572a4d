#pragma once
// The records of a graph that is being built, in temporary files, and what must be known about all of them before the
// graph is written: keys, schema and content hash.

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>

#include "graph/content_hash.h"
#include "graph/database_schema.h"
#include "graph/names.h"
#include "graph/record_access.h"
#include "graph/record_bytes.h"
#include "graph/sorted_runs.h"
#include "graph/spill_file.h"
#include "graph/spilled_list.h"

namespace treatygraph {

/// Takes records in the order of the graph. Memory does not grow with their number. Failures of the disk are thrown
/// (SpillFile). Wrong records are found when a database is prepared from it (prepare_database).
class RecordSpill {
 public:
  RecordSpill(const RecordSpill&) = delete;  // parts of it have pointers to others
  RecordSpill(RecordSpill&&) = delete;
  RecordSpill& operator=(const RecordSpill&) = delete;
  RecordSpill& operator=(RecordSpill&&) = delete;
  ~RecordSpill() = default;
  /// Puts its files into `folder`: the folder of the file that will be written, where there must be room anyway.
  explicit RecordSpill(const std::filesystem::path& folder)
      : folder_(folder), nodes_(folder), relationships_(folder), lists_(folder), digests_(folder) {}

  void add(const NodeRecord& node);
  void add(const RelationshipRecord& relationship);
  void add(const GraphRecords& records);
  /// Call it after the last record, and before anything below is read.
  void close();

  [[nodiscard]] std::size_t node_count() const { return node_places_.size(); }
  [[nodiscard]] std::size_t relationship_count() const { return relationship_places_.size(); }

  /// The key of a node, as a 64-bit hash. A key that no node has may be taken for a node's with a probability of
  /// node_count() / 2^64.
  struct NodeKey {
    std::uint64_t hash;
    std::uint32_t node;
    auto operator<=>(const NodeKey&) const = default;
  };
  enum class Side : std::uint32_t { From, To };
  /// An end of a relationship, as the hash of its key.
  struct EndKey {
    std::uint64_t hash;
    std::uint32_t relationship;
    Side side;
    auto operator<=>(const EndKey&) const = default;
  };
  /// The properties of a relationship that are needed before its ends are found.
  struct Kind {
    std::int64_t ordinal;  ///< of HAS_PART
    TypeId type;
  };
  /// Sorted by hash.
  [[nodiscard]] const SortedRuns<NodeKey>& node_keys() const { return node_keys_; }
  [[nodiscard]] const SortedRuns<EndKey>& end_keys() const { return end_keys_; }
  /// By relationship record.
  [[nodiscard]] const SpilledList<Kind>& kinds() const { return kinds_; }

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] const Names<TypeId>& types() const { return types_; }
  [[nodiscard]] const SchemaOfRecords& schema() const { return schema_; }
  /// The content hash. Call it once.
  [[nodiscard]] std::string hash() { return *hash_.finish(); }

  /// Reads the records back. Several readers may read one spill on several threads.
  class Reader : public RecordAccess {
   public:
    /// `spill` must be closed and must outlive it.
    explicit Reader(const RecordSpill& spill);
    [[nodiscard]] std::size_t node_count() const override { return spill_.node_count(); }
    [[nodiscard]] std::size_t relationship_count() const override { return spill_.relationship_count(); }
    [[nodiscard]] const NodeRecord& node(std::size_t record) override;
    [[nodiscard]] const RelationshipRecord& relationship(std::size_t record) override;

   private:
    const RecordSpill& spill_;
    SpillReader nodes_;
    SpillReader relationships_;
    SpilledList<std::uint64_t>::Reader node_places_;
    SpilledList<std::uint64_t>::Reader relationship_places_;
    NodeRecord node_;
    RelationshipRecord relationship_;
  };

 private:
  std::filesystem::path folder_;
  SpillFile nodes_;
  SpillFile relationships_;
  SpillFile lists_;
  SpillFile digests_;
  RecordNames names_;
  std::string bytes_;                                ///< of the record that is being added
  SpilledList<std::uint64_t> node_places_{&lists_};  ///< where each record begins in nodes_
  SpilledList<std::uint64_t> relationship_places_{&lists_};
  SpilledList<Kind> kinds_{&lists_};
  SortedRuns<NodeKey> node_keys_{&lists_};
  SortedRuns<EndKey> end_keys_{&lists_};
  Names<TypeId> types_;
  SchemaOfRecords schema_;
  ContentHash hash_{&digests_};
};

}  // namespace treatygraph
