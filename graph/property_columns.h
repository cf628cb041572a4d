#pragma once
// Properties by column: one column for each property name, with the values of the rows (nodes or relationships) that
// have one. Most rows have few of the names, so a bitmap tells which rows have a value, and the rank of a row's bit is
// the position of its value. The arrays are those of an image (image/layout.h).

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

/// The type of a stored value. The numbers are part of the image's layout.
enum class PropertyTag : std::uint32_t { Bool, Integer, Float, String, Other };

/// Values that an image cannot contain, such as dates and lists. They occur only in graphs that are built from records
/// in memory: treaties.db has none.
using OtherValues = std::shared_ptr<const std::vector<PropertyValue>>;

/// The values of one property for nodes (or relationships) 0 to n-1, in the arrays of an image. Equal values are stored
/// once.
class PropertyColumn {
 public:
  /// `first` is Section::NodeColumn or Section::RelationshipColumn; the image must outlive the column.
  PropertyColumn(const image::Image& image, image::Section first, std::size_t number, OtherValues others);

  /// Whether the row has a value. Rows beyond the end have none.
  [[nodiscard]] bool has(std::size_t row) const {
    return row / 64 < present_.size() && (present_[row / 64] >> (row % 64) & 1U) != 0;
  }
  /// The value, or monostate. Valid while the image exists. Takes the same time for any row.
  [[nodiscard]] PropertyView at(std::size_t row) const;

 private:
  /// The position in values_ of the value number `slot`, counted over the rows that have one.
  [[nodiscard]] std::size_t code(std::size_t slot) const;

  std::span<const std::uint64_t> present_;  ///< a bit for each row
  std::span<const std::uint32_t> ranks_;    ///< bits set before each word of present_
  std::span<const std::uint8_t> codes_;     ///< positions in values_, code_width_ bytes each
  std::span<const std::uint8_t> tags_;      ///< by position in values_; empty if all are first_tag_
  std::span<const std::uint64_t> values_;   ///< the bits of a value, or a text's offset << 32 | length
  std::span<const char> texts_;
  PropertyTag first_tag_ = PropertyTag::String;
  std::uint32_t code_width_ = 0;  ///< 0 if all values differ: a position is then the slot itself
  OtherValues others_;
};

/// The columns of all properties, by PropertyId.
class PropertyColumns {
 public:
  PropertyColumns() = default;
  PropertyColumns(const image::Image& image, image::Section first, std::size_t count,
                  const std::vector<OtherValues>& others = {});

  /// monostate if the row has no value of that name.
  [[nodiscard]] PropertyView at(std::size_t row, PropertyId name) const;
  /// The names that the row has a value for. Looks at each column.
  [[nodiscard]] std::vector<PropertyId> names_at(std::size_t row) const;

 private:
  std::vector<PropertyColumn> columns_;
};

/// Collects columns and writes them into an image, one at a time.
class PropertyColumnsWriter {
 public:
  /// With `spill`, the collected values are kept there and not in memory.
  explicit PropertyColumnsWriter(std::size_t row_count, SpillFile* spill = nullptr)
      : row_count_(row_count), spill_(spill), streams_(spill) {}
  /// Adds a value. The rows of one name must come in ascending order.
  void append(std::size_t row, PropertyId name, const PropertyValue& value);
  /// Writes all columns. Returns the values that an image cannot contain, by PropertyId. `names` are the names of the
  /// properties, by PropertyId; they are used to refuse a column that has more text than the image has room for.
  [[nodiscard]] std::vector<OtherValues> write(image::Section first, std::span<const std::string> names,
                                               image::ImageWriter& writer) &&;

 private:
  std::size_t row_count_;
  SpillFile* spill_;
  ColumnStreams streams_;
  std::vector<std::size_t> next_row_;               ///< by PropertyId: the row of the last value
  std::vector<std::vector<PropertyValue>> others_;  ///< by PropertyId
};

}  // namespace treatygraph
