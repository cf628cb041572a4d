#pragma once
// Columnar properties: for each name, the values of the rows that have one, found by rank in a bitmap.

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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

/// Collects columns and writes them into an image.
class PropertyColumnsWriter {
 public:
  explicit PropertyColumnsWriter(std::size_t row_count) : row_count_(row_count) {}
  /// Rows of one name come in ascending order.
  void append(std::size_t row, PropertyId name, const PropertyValue& value);
  /// Returns the values that an image cannot contain, by PropertyId. `names` are those of the properties: a column with
  /// more text than the image has room for is refused by its name.
  [[nodiscard]] std::vector<OtherValues> write(image::Section first, std::span<const std::string> names,
                                               image::ImageWriter& writer) &&;

 private:
  struct Column {
    std::vector<std::uint64_t> present;
    std::vector<std::uint32_t> codes;
    std::vector<std::uint8_t> tags;     ///< by code
    std::vector<std::uint64_t> values;  ///< by code
    std::vector<char> texts;
    std::vector<PropertyValue> others;
    std::unordered_map<std::string, std::uint32_t> code_of_text;
    std::map<std::pair<PropertyTag, std::uint64_t>, std::uint32_t> code_of_number;

    [[nodiscard]] std::uint32_t code_of(const PropertyValue& value);
    [[nodiscard]] std::uint32_t add(PropertyTag tag, std::uint64_t bits);
    [[nodiscard]] OtherValues write(image::Section first, std::size_t number, image::ImageWriter& writer);
  };
  std::size_t row_count_;
  std::vector<Column> columns_;
};

}  // namespace treatygraph
