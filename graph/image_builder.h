#pragma once
// Makes the image of a graph from records.

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/ids.h"
#include "graph/image/image.h"
#include "graph/names.h"
#include "graph/node_order.h"
#include "graph/property_columns.h"
#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// What the tables of treaties.db add to an image: the digests of their pages, and their size.
struct TablesOfImage {
  std::span<const std::uint64_t> pages;
  std::uint64_t size;
};

/// Reads `records` and keeps views of them. One image per builder.
class ImageBuilder {
 public:
  /// In which order the properties of one record are numbered: as in the record, or by name, which is the order of the
  /// columns of treaties.db. An image made from records is then the one that is made from their tables.
  enum class PropertyOrder { AsGiven, ByName };

  ImageBuilder(const GraphRecords& records, const NodeOrder& order, PropertyOrder by, std::stop_token stop = {})
      : records_(records), order_(order), by_(by), stop_(std::move(stop)) {}

  /// The image's bytes. The error names the wrong record, or says what is too large; Cancelled soon after `stop`.
  /// With `tables`, the image also says which nodes have a text there.
  [[nodiscard]] Result<std::vector<char>> build(std::string_view snapshot, const TablesOfImage* tables = nullptr);

  /// Values that an image cannot contain, by PropertyId; after build().
  [[nodiscard]] const std::vector<OtherValues>& node_others() const { return node_others_; }
  [[nodiscard]] const std::vector<OtherValues>& relationship_others() const { return relationship_others_; }

 private:
  [[nodiscard]] Result<void> add_nodes();
  void index_keys();
  [[nodiscard]] Result<void> add_relationships();
  enum class LongTexts { Keep, Skip };
  void add_properties(std::size_t row, const Properties& properties, PropertyColumnsWriter& columns, LongTexts texts);
  void add_text_bits();

  const GraphRecords& records_;
  const NodeOrder& order_;
  PropertyOrder by_;
  std::stop_token stop_;
  image::ImageWriter writer_;
  Names<LabelId> labels_;
  Names<TypeId> types_;
  Names<PropertyId> properties_;
  std::unordered_map<std::string_view, NodeId> by_key_;
  std::vector<OtherValues> node_others_;
  std::vector<OtherValues> relationship_others_;
};

}  // namespace treatygraph
