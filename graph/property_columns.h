#pragma once
// Columnar properties: for each name, the values of the rows that have one, found by rank in a bitmap.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "graph/column_streams.h"
#include "graph/ids.h"
#include "graph/image/image.h"
#include "graph/property.h"

namespace treatygraph {

enum class PropertyTag : std::uint32_t { Bool, Integer, Float, String, Other };

/// Values that an image cannot contain, such as dates and lists; treaties.db has none.
using OtherValues = std::shared_ptr<const std::vector<PropertyValue>>;

/// The values of one property for nodes (or relationships) 0 to n-1, in the arrays of an image. Equal values are stored
/// once.
class PropertyColumn {
 public:
  /// `first` is Section::NodeColumn or Section::RelationshipColumn; the image must outlive the column.
  PropertyColumn(const image::Image& image, image::Section first, std::size_t number, OtherValues others);

  [[nodiscard]] bool has(std::size_t row) const {
    return row / 64 < present_.size() && (present_[row / 64] >> (row % 64) & 1U) != 0;
  }
  [[nodiscard]] PropertyView at(std::size_t row) const;

 private:
  [[nodiscard]] std::size_t code(std::size_t slot) const;

  std::span<const std::uint64_t> present_;
  std::span<const std::uint32_t> ranks_;
  std::span<const std::uint8_t> codes_;
  std::span<const std::uint8_t> tags_;
  std::span<const std::uint64_t> values_;
  std::span<const char> texts_;
  PropertyTag first_tag_ = PropertyTag::String;
  std::uint32_t code_width_ = 0;
  OtherValues others_;
};

/// The columns of all properties, by PropertyId.
class PropertyColumns {
 public:
  PropertyColumns() = default;
  PropertyColumns(const image::Image& image, image::Section first, std::size_t count,
                  const std::vector<OtherValues>& others = {});

  [[nodiscard]] PropertyView at(std::size_t row, PropertyId name) const;
  [[nodiscard]] std::vector<PropertyId> names_at(std::size_t row) const;

 private:
  std::vector<PropertyColumn> columns_;
};

/// Collects columns and writes them into an image, one at a time.
class PropertyColumnsWriter {
 public:
  /// With `spill`, what is collected is there and not in memory.
  explicit PropertyColumnsWriter(std::size_t row_count, SpillFile* spill = nullptr)
      : row_count_(row_count), spill_(spill), streams_(spill) {}
  /// Rows of one name come in ascending order.
  void append(std::size_t row, PropertyId name, const PropertyValue& value);
  /// Returns the values that an image cannot contain, by PropertyId. `names` are those of the properties: a column with
  /// more text than the image has room for is refused by its name.
  [[nodiscard]] std::vector<OtherValues> write(image::Section first, std::span<const std::string> names,
                                               image::ImageWriter& writer) &&;

 private:
  std::size_t row_count_;
  SpillFile* spill_;
  ColumnStreams streams_;
  std::vector<std::size_t> next_row_;               ///< by PropertyId: one after the last
  std::vector<std::vector<PropertyValue>> others_;  ///< by PropertyId
};

}  // namespace treatygraph
