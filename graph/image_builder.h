#pragma once
// Makes the image of a graph from records.

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ids.h"
#include "graph/image/image.h"
#include "graph/names.h"
#include "graph/node_order.h"
#include "graph/property_columns.h"
#include "graph/record_access.h"
#include "graph/records.h"
#include "graph/result.h"
#include "graph/sorted_runs.h"
#include "graph/spill_file.h"
#include "graph/spilled_list.h"
#include "graph/topology.h"

namespace treatygraph {

/// What the tables of treaties.db add to an image: the digests of their pages, and their size.
struct TablesOfImage {
  std::span<const std::uint64_t> pages;
  std::uint64_t size;
};

/// The relationships of a graph with their ends found, in the order of the records.
struct LinkedRelationships {
  Names<TypeId> types;
  SpilledList<RelationshipEnds> ends;  ///< NodeIds
};

/// The error names a relationship with an end that no node has; Cancelled soon after `stop`.
[[nodiscard]] Result<LinkedRelationships> linked_relationships(const GraphRecords& records, const NodeOrder& order,
                                                               const std::stop_token& stop = {});

/// Reads records through `records`. One image per builder.
class ImageBuilder {
 public:
  /// In which order the properties of one record are numbered: as in the record, or by name, which is the order of the
  /// columns of treaties.db. An image made from records is then the one that is made from their tables.
  enum class PropertyOrder { AsGiven, ByName };

  /// With `spill`, memory does not grow with the number of records, but by a bit for each node; the rest is there.
  ImageBuilder(RecordAccess& records, const NodeOrder& order, const LinkedRelationships& relationships,
               PropertyOrder by, SpillFile* spill = nullptr, std::stop_token stop = {})
      : records_(records),
        order_(order),
        relationships_(relationships),
        by_(by),
        spill_(spill),
        stop_(std::move(stop)),
        writer_(image::kMostInSection, spill) {}

  /// The image's bytes. The error names the wrong record, or says what is too large; Cancelled soon after `stop`.
  /// With `tables`, the image also says which nodes have a text there.
  [[nodiscard]] Result<std::vector<char>> build(std::string_view snapshot, const TablesOfImage* tables = nullptr);
  /// All but what finish() adds, so that it can be done before the tables are complete.
  [[nodiscard]] Result<void> prepare();
  [[nodiscard]] Result<void> finish(std::string_view snapshot, const TablesOfImage& tables, std::ostream& out);

  /// Values that an image cannot contain, by PropertyId; after build().
  [[nodiscard]] const std::vector<OtherValues>& node_others() const { return node_others_; }
  [[nodiscard]] const std::vector<OtherValues>& relationship_others() const { return relationship_others_; }

 private:
  /// A relationship, and the record that has its properties.
  struct ImageRelationship {
    TypeId type;
    std::uint32_t source;
    std::uint32_t record;
    std::uint32_t target;
    auto operator<=>(const ImageRelationship&) const = default;
  };

  [[nodiscard]] Result<void> add_nodes();
  [[nodiscard]] Result<void> add_relationships();
  enum class LongTexts { Keep, Skip };
  void add_properties(std::size_t row, const Properties& properties, PropertyColumnsWriter& columns, LongTexts texts);
  [[nodiscard]] SortedRuns<ImageRelationship> in_order_of_image() const;
  [[nodiscard]] image::Header header_for(std::string_view snapshot, const TablesOfImage* tables);

  RecordAccess& records_;
  const NodeOrder& order_;
  const LinkedRelationships& relationships_;
  PropertyOrder by_;
  SpillFile* spill_;
  std::stop_token stop_;
  image::ImageWriter writer_;
  Names<LabelId> labels_;
  Names<PropertyId> properties_;
  std::vector<std::uint64_t> has_text_;  ///< bits
  std::vector<OtherValues> node_others_;
  std::vector<OtherValues> relationship_others_;
};

}  // namespace treatygraph
