#include "graph/property_columns.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <string_view>

#include <fmt/format.h>

namespace treatygraph {
namespace {

using image::ColumnPart;
using image::Section;

Section part_of(Section first, ColumnPart part) {
  return Section{static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(part)};
}

constexpr std::uint64_t place(std::size_t offset, std::size_t length) {
  return std::uint64_t{offset} << 32U | length;
}

template <typename Width>
std::vector<Width> narrowed(const std::vector<std::uint32_t>& codes) {
  std::vector<Width> narrow;
  narrow.reserve(codes.size());
  for (const auto code : codes) narrow.push_back(static_cast<Width>(code));
  return narrow;
}

std::uint32_t width_for(std::size_t values, std::size_t rows) {
  if (values == rows) return 0;  // each value is another one, and codes count up
  return values <= 0x100 ? 1 : values <= 0x1'0000 ? 2 : 4;
}

}  // namespace

PropertyColumn::PropertyColumn(const image::Image& image, Section first, std::size_t number, OtherValues others)
    : present_(image.array<std::uint64_t>(part_of(first, ColumnPart::Present), number)),
      ranks_(image.array<std::uint32_t>(part_of(first, ColumnPart::Ranks), number)),
      codes_(image.array<std::uint8_t>(part_of(first, ColumnPart::Codes), number)),
      tags_(image.array<std::uint8_t>(part_of(first, ColumnPart::Tags), number)),
      values_(image.array<std::uint64_t>(part_of(first, ColumnPart::Values), number)),
      texts_(image.array<char>(part_of(first, ColumnPart::Texts), number)),
      others_(std::move(others)) {
  const auto head = image.array<image::ColumnHead>(part_of(first, ColumnPart::Head), number);
  if (head.empty()) return;  // a property of the others: of relationships, not of nodes
  first_tag_ = PropertyTag{head[0].first_tag};
  code_width_ = head[0].code_width;
}

std::size_t PropertyColumn::code(std::size_t slot) const {
  std::uint16_t two = 0;
  std::uint32_t four = 0;
  switch (code_width_) {
    case 0:
      return slot;
    case 1:
      return codes_[slot];
    case 2:
      std::memcpy(&two, codes_.data() + slot * sizeof(two), sizeof(two));
      return two;
    default:
      std::memcpy(&four, codes_.data() + slot * sizeof(four), sizeof(four));
      return four;
  }
}

PropertyView PropertyColumn::at(std::size_t row) const {
  if (!has(row)) return {};
  const auto below = present_[row / 64] & ((std::uint64_t{1} << (row % 64)) - 1);
  const auto entry = code(ranks_[row / 64] + static_cast<std::size_t>(std::popcount(below)));
  const auto bits = values_[entry];
  switch (tags_.empty() ? first_tag_ : PropertyTag{tags_[entry]}) {
    case PropertyTag::Bool:
      return bits != 0;
    case PropertyTag::Integer:
      return std::bit_cast<std::int64_t>(bits);
    case PropertyTag::Float:
      return std::bit_cast<double>(bits);
    case PropertyTag::String:
      return std::string_view(texts_.data() + (bits >> 32U), bits & 0xffffffffU);
    case PropertyTag::Other:
      break;
  }
  return view_of((*others_)[bits]);
}

PropertyColumns::PropertyColumns(const image::Image& image, Section first, std::size_t count,
                                 const std::vector<OtherValues>& others) {
  columns_.reserve(count);
  for (std::size_t name = 0; name < count; ++name) {
    columns_.emplace_back(image, first, name, name < others.size() ? others[name] : nullptr);
  }
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

void PropertyColumnsWriter::append(std::size_t row, PropertyId name, const PropertyValue& value) {
  if (columns_.size() <= index_of(name)) columns_.resize(index_of(name) + 1);
  auto& column = columns_[index_of(name)];
  column.present.resize((row_count_ + 63) / 64);
  column.codes.push_back(column.code_of(value));
  column.present[row / 64] |= std::uint64_t{1} << (row % 64);
}

std::uint32_t PropertyColumnsWriter::Column::add(PropertyTag tag, std::uint64_t bits) {
  tags.push_back(static_cast<std::uint8_t>(tag));
  values.push_back(bits);
  return static_cast<std::uint32_t>(values.size() - 1);
}

std::uint32_t PropertyColumnsWriter::Column::code_of(const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    const auto known = code_of_text.find(*text);
    if (known != code_of_text.end()) return known->second;
    const auto code = add(PropertyTag::String, place(texts.size(), text->size()));
    texts.insert(texts.end(), text->begin(), text->end());
    code_of_text.emplace(*text, code);
    return code;
  }
  const auto of_number = [this](PropertyTag tag, std::uint64_t bits) {
    const auto known = code_of_number.find({tag, bits});
    if (known != code_of_number.end()) return known->second;
    return code_of_number[{tag, bits}] = add(tag, bits);
  };
  if (const auto* flag = std::get_if<bool>(&value.value)) return of_number(PropertyTag::Bool, *flag ? 1 : 0);
  if (const auto* integer = std::get_if<std::int64_t>(&value.value)) {
    return of_number(PropertyTag::Integer, std::bit_cast<std::uint64_t>(*integer));
  }
  if (const auto* number = std::get_if<double>(&value.value)) {
    return of_number(PropertyTag::Float, std::bit_cast<std::uint64_t>(*number));
  }
  others.push_back(value);
  return add(PropertyTag::Other, others.size() - 1);
}

OtherValues PropertyColumnsWriter::Column::write(Section first, std::size_t number, image::ImageWriter& writer) {
  const auto add = [&](ColumnPart part, const auto& array) { writer.add(part_of(first, part), number, array); };
  const auto width = width_for(values.size(), codes.size());
  add(ColumnPart::Head, std::vector<image::ColumnHead>{{tags.empty() ? 0U : tags[0], width}});
  std::vector<std::uint32_t> ranks;
  std::uint32_t before = 0;
  for (const auto word : present) {
    ranks.push_back(before);
    before += static_cast<std::uint32_t>(std::popcount(word));
  }
  add(ColumnPart::Present, present);
  add(ColumnPart::Ranks, ranks);
  if (width == 1) add(ColumnPart::Codes, narrowed<std::uint8_t>(codes));
  if (width == 2) add(ColumnPart::Codes, narrowed<std::uint16_t>(codes));
  if (width == 4) add(ColumnPart::Codes, codes);
  const bool is_mixed = std::adjacent_find(tags.begin(), tags.end(), std::not_equal_to()) != tags.end();
  if (is_mixed) add(ColumnPart::Tags, tags);
  add(ColumnPart::Values, values);
  add(ColumnPart::Texts, texts);
  return others.empty() ? nullptr : std::make_shared<const std::vector<PropertyValue>>(std::move(others));
}

std::vector<OtherValues> PropertyColumnsWriter::write(Section first, std::span<const std::string> names,
                                                      image::ImageWriter& writer) && {
  std::vector<OtherValues> others;
  for (std::size_t name = 0; name < columns_.size(); ++name) {
    if (columns_[name].texts.size() > writer.most()) {
      writer.refuse(fmt::format("the different values of {}", names[name]), columns_[name].texts.size());
    }
    others.push_back(columns_[name].codes.empty() ? nullptr : columns_[name].write(first, name, writer));
    columns_[name] = {};
  }
  return others;
}

}  // namespace treatygraph
