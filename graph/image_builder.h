#pragma once
// Makes the image of a graph from its records.

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

/// What an image says of the treaties.db that it belongs to: the digests of its pages, and its size.
struct TablesOfImage {
  std::span<const std::uint64_t> pages;
  std::uint64_t size;
};

/// The relationships of a graph with NodeIds in place of keys, in the order of the records.
struct LinkedRelationships {
  Names<TypeId> types;
  SpilledList<RelationshipEnds> ends;  ///< by record; the ends are NodeIds
};

/// Finds the ends of relationships in memory; layout_of() does it for a spill. The error names a relationship whose end
/// is not the key of a node. Cancelled soon after `stop` is requested.
[[nodiscard]] Result<LinkedRelationships> linked_relationships(const GraphRecords& records, const NodeOrder& order,
                                                               const std::stop_token& stop = {});

/// Makes one image: either build(), or prepare() and then finish(). Reads the records through `records`. All
/// constructor arguments that are references must outlive it.
class ImageBuilder {
 public:
  /// The order in which the property names of one record are numbered: as in the record, or by name, which is the order
  /// of the columns of treaties.db. With ByName, an image made from records equals the one made from their tables.
  enum class PropertyOrder { AsGiven, ByName };

  /// With `spill`, memory grows by one bit for each node only; everything else is kept there.
  ImageBuilder(RecordAccess& records, const NodeOrder& order, const LinkedRelationships& relationships,
               PropertyOrder by, SpillFile* spill = nullptr, std::stop_token stop = {})
      : records_(records),
        order_(order),
        relationships_(relationships),
        by_(by),
        spill_(spill),
        stop_(std::move(stop)),
        writer_(image::kMostInSection, spill) {}

  /// The image's bytes. The error names the wrong record, or says what is too large; Cancelled soon after `stop` is
  /// requested. With `tables`, the image also says which nodes have a text in them.
  [[nodiscard]] Result<std::vector<char>> build(std::string_view snapshot, const TablesOfImage* tables = nullptr);
  /// Makes all sections except those that finish() adds. It does not need the tables, so it can run while they are
  /// written.
  [[nodiscard]] Result<void> prepare();
  /// Adds what the image says of its tables and writes it to `out`, whose state the caller checks.
  [[nodiscard]] Result<void> finish(std::string_view snapshot, const TablesOfImage& tables, std::ostream& out);

  /// Values that an image cannot contain, by PropertyId; after build().
  [[nodiscard]] const std::vector<OtherValues>& node_others() const { return node_others_; }
  [[nodiscard]] const std::vector<OtherValues>& relationship_others() const { return relationship_others_; }

 private:
  /// A relationship, and the number of its record. The default order is that of RelationshipIds.
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
  std::vector<std::uint64_t> has_text_;  ///< a bit for each node
  std::vector<OtherValues> node_others_;
  std::vector<OtherValues> relationship_others_;
};

}  // namespace treatygraph
