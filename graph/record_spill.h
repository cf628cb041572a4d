#pragma once
// The records of a graph that is being built, in a temporary file, and what writing it needs to know about all of them.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/content_hash.h"
#include "graph/database_schema.h"
#include "graph/names.h"
#include "graph/record_access.h"
#include "graph/record_bytes.h"
#include "graph/spill_file.h"

namespace treatygraph {

/// Takes records in the order of the graph. In memory, a node takes 16 bytes and a relationship 8. Failures of the disk
/// are thrown (SpillFile); wrong records are found when a database is prepared from it.
class RecordSpill {
 public:
  RecordSpill(const RecordSpill&) = delete;  // parts of it have pointers to others
  RecordSpill(RecordSpill&&) = delete;
  RecordSpill& operator=(const RecordSpill&) = delete;
  RecordSpill& operator=(RecordSpill&&) = delete;
  ~RecordSpill() = default;
  /// In the folder of the file that will be written, which has room for it.
  explicit RecordSpill(const std::filesystem::path& folder)
      : folder_(folder), nodes_(folder), relationships_(folder), ends_(folder), digests_(folder) {}

  void add(const NodeRecord& node);
  void add(const RelationshipRecord& relationship);
  void add(const GraphRecords& records);
  /// After the last one.
  void close();

  [[nodiscard]] std::size_t node_count() const { return node_places_.size(); }
  [[nodiscard]] std::size_t relationship_count() const { return relationship_places_.size(); }

  /// What is known of a relationship before its ends are found: hashes of their keys.
  struct Ends {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::int64_t ordinal = 0;  ///< of HAS_PART
    TypeId type = {};
  };
  /// One after the other, from 0, while the reader is used for nothing else.
  [[nodiscard]] Ends ends(std::size_t relationship, SpillReader& reader) const;
  [[nodiscard]] SpillReader reader_of_ends() const { return SpillReader(ends_); }
  /// Of the keys, in the order of the nodes.
  [[nodiscard]] const std::vector<std::uint64_t>& node_hashes() const { return node_hashes_; }

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] const Names<TypeId>& types() const { return types_; }
  [[nodiscard]] const SchemaOfRecords& schema() const { return schema_; }
  /// The content hash; once.
  [[nodiscard]] std::string hash() { return *hash_.finish(); }

  class Reader : public RecordAccess {
   public:
    /// `spill` is closed and outlives it.
    explicit Reader(const RecordSpill& spill);
    [[nodiscard]] std::size_t node_count() const override { return spill_.node_count(); }
    [[nodiscard]] std::size_t relationship_count() const override { return spill_.relationship_count(); }
    [[nodiscard]] const NodeRecord& node(std::size_t record) override;
    [[nodiscard]] const RelationshipRecord& relationship(std::size_t record) override;

   private:
    const RecordSpill& spill_;
    SpillReader nodes_;
    SpillReader relationships_;
    NodeRecord node_;
    RelationshipRecord relationship_;
  };

 private:
  std::filesystem::path folder_;
  SpillFile nodes_;
  SpillFile relationships_;
  SpillFile ends_;
  SpillFile digests_;
  RecordNames names_;
  std::string bytes_;
  std::vector<std::uint64_t> node_places_;
  std::vector<std::uint64_t> relationship_places_;
  std::vector<std::uint64_t> node_hashes_;
  Names<TypeId> types_;
  SchemaOfRecords schema_;
  ContentHash hash_{&digests_};
};

}  // namespace treatygraph
