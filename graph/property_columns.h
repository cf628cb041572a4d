#pragma once
// Columnar properties: for each name, the values of the rows that have one, found by rank in a bitmap.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/ids.h"
#include "graph/property.h"

namespace treatygraph {

/// The values of one property for nodes (or relationships) 0 to n-1. Equal strings are stored once.
class PropertyColumn {
 public:
  explicit PropertyColumn(std::size_t row_count) : present_((row_count + 63) / 64) {}

  /// Append rows in ascending order, then call seal() once.
  void append(std::size_t row, const PropertyValue& value);
  void seal();

  [[nodiscard]] bool has(std::size_t row) const { return (present_[row / 64] >> (row % 64) & 1U) != 0; }
  [[nodiscard]] PropertyView at(std::size_t row) const;

 private:
  enum class Tag : std::uint8_t { Bool, Integer, Float, String, Other };

  std::vector<std::uint64_t> present_;
  std::vector<std::uint32_t> rank_;  ///< values before each word of present_
  std::vector<Tag> tags_;            ///< empty while all values are of first_tag_
  Tag first_tag_ = Tag::String;
  std::vector<std::uint64_t> bits_;  ///< the value, or its position in arena_ (offset << 32 | length) or in others_
  std::vector<char> arena_;
  std::vector<PropertyValue> others_;
  std::unordered_map<std::string, std::uint64_t> interned_;  ///< while appending
};

/// The columns of all properties, by PropertyId.
class PropertyColumns {
 public:
  PropertyColumns() = default;
  explicit PropertyColumns(std::size_t row_count) : row_count_(row_count) {}

  void append(std::size_t row, PropertyId name, const PropertyValue& value);
  void seal();

  [[nodiscard]] PropertyView at(std::size_t row, PropertyId name) const;
  [[nodiscard]] std::vector<PropertyId> names_at(std::size_t row) const;

 private:
  std::size_t row_count_ = 0;
  std::vector<PropertyColumn> columns_;
};

}  // namespace treatygraph
