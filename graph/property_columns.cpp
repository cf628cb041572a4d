#include "graph/property_columns.h"

#include <bit>
#include <string_view>

namespace treatygraph {
namespace {

constexpr std::uint64_t place(std::size_t offset, std::size_t length) {
  return std::uint64_t{offset} << 32U | length;
}

}  // namespace

void PropertyColumn::append(std::size_t row, const PropertyValue& value) {
  Tag tag = Tag::Other;
  std::uint64_t bits = 0;
  if (const auto* flag = std::get_if<bool>(&value.value)) {
    tag = Tag::Bool;
    bits = *flag ? 1 : 0;
  } else if (const auto* integer = std::get_if<std::int64_t>(&value.value)) {
    tag = Tag::Integer;
    bits = std::bit_cast<std::uint64_t>(*integer);
  } else if (const auto* number = std::get_if<double>(&value.value)) {
    tag = Tag::Float;
    bits = std::bit_cast<std::uint64_t>(*number);
  } else if (const auto* text = std::get_if<std::string>(&value.value)) {
    tag = Tag::String;
    const auto [entry, is_new] = interned_.try_emplace(*text, place(arena_.size(), text->size()));
    if (is_new) arena_.insert(arena_.end(), text->begin(), text->end());
    bits = entry->second;
  } else {
    bits = others_.size();
    others_.push_back(value);
  }

  if (bits_.empty()) first_tag_ = tag;
  if (tags_.empty() && tag != first_tag_) tags_.assign(bits_.size(), first_tag_);
  if (!tags_.empty()) tags_.push_back(tag);
  bits_.push_back(bits);
  present_[row / 64] |= std::uint64_t{1} << (row % 64);
}

void PropertyColumn::seal() {
  rank_.reserve(present_.size());
  std::uint32_t before = 0;
  for (const auto word : present_) {
    rank_.push_back(before);
    before += static_cast<std::uint32_t>(std::popcount(word));
  }
  interned_ = {};
  bits_.shrink_to_fit();
  arena_.shrink_to_fit();
}

PropertyView PropertyColumn::at(std::size_t row) const {
  if (!has(row)) return {};
  const auto below = present_[row / 64] & ((std::uint64_t{1} << (row % 64)) - 1);
  const auto slot = rank_[row / 64] + static_cast<std::size_t>(std::popcount(below));
  const auto bits = bits_[slot];
  switch (tags_.empty() ? first_tag_ : tags_[slot]) {
    case Tag::Bool:
      return bits != 0;
    case Tag::Integer:
      return std::bit_cast<std::int64_t>(bits);
    case Tag::Float:
      return std::bit_cast<double>(bits);
    case Tag::String:
      return std::string_view(arena_.data() + (bits >> 32U), bits & 0xffffffffU);
    case Tag::Other:
      break;
  }
  return view_of(others_[bits]);
}

void PropertyColumns::append(std::size_t row, PropertyId name, const PropertyValue& value) {
  while (columns_.size() <= index_of(name)) columns_.emplace_back(row_count_);
  columns_[index_of(name)].append(row, value);
}

void PropertyColumns::seal() {
  for (auto& column : columns_) column.seal();
}

PropertyView PropertyColumns::at(std::size_t row, PropertyId name) const {
  if (index_of(name) >= columns_.size()) return {};
  return columns_[index_of(name)].at(row);
}

std::vector<PropertyId> PropertyColumns::names_at(std::size_t row) const {
  std::vector<PropertyId> names;
  for (std::size_t name = 0; name < columns_.size(); ++name) {
    if (columns_[name].has(row)) names.push_back(static_cast<PropertyId>(name));
  }
  return names;
}

}  // namespace treatygraph
