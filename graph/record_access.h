#pragma once
// The records of a graph, read one at a time, from memory (RecordsInMemory) or from a temporary file
// (RecordSpill::Reader).

#include <cstddef>
#include <cstdint>

#include "graph/records.h"

namespace treatygraph {

/// A reader is used by one thread; several readers may read the same records.
class RecordAccess {
 public:
  RecordAccess() = default;
  RecordAccess(const RecordAccess&) = delete;
  RecordAccess(RecordAccess&&) = delete;
  RecordAccess& operator=(const RecordAccess&) = delete;
  RecordAccess& operator=(RecordAccess&&) = delete;
  virtual ~RecordAccess() = default;

  [[nodiscard]] virtual std::size_t node_count() const = 0;
  [[nodiscard]] virtual std::size_t relationship_count() const = 0;
  /// The record at that position. The reference is valid until the next call of the same function.
  [[nodiscard]] virtual const NodeRecord& node(std::size_t record) = 0;
  [[nodiscard]] virtual const RelationshipRecord& relationship(std::size_t record) = 0;
};

/// Reads records that are in memory.
class RecordsInMemory : public RecordAccess {
 public:
  /// `records` must outlive it.
  explicit RecordsInMemory(const GraphRecords& records) : records_(records) {}
  [[nodiscard]] std::size_t node_count() const override { return records_.nodes.size(); }
  [[nodiscard]] std::size_t relationship_count() const override { return records_.relationships.size(); }
  [[nodiscard]] const NodeRecord& node(std::size_t record) override { return records_.nodes[record]; }
  [[nodiscard]] const RelationshipRecord& relationship(std::size_t record) override {
    return records_.relationships[record];
  }

 private:
  const GraphRecords& records_;
};

}  // namespace treatygraph
