#include "graph/property_columns.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "graph/record_bytes.h"

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

/// One column while it is written: its different values, and a hash table of their codes.
class ColumnWriter {
 public:
  explicit ColumnWriter(std::size_t row_count) : present_((row_count + 63) / 64) {}

  [[nodiscard]] bool empty() const { return codes_.empty(); }
  [[nodiscard]] std::size_t text_size() const { return texts_.size(); }

  /// As PropertyColumnsWriter::append() writes them.
  void add(std::string_view entries) {
    for (ByteReader in(entries); !in.at_end();) {
      row_ += in.number();
      const auto tag = static_cast<PropertyTag>(in.number());
      codes_.push_back(tag == PropertyTag::String ? code_of_text(in.text()) : code_of_bits(tag, in.number()));
      present_[row_ / 64] |= std::uint64_t{1} << (row_ % 64);
    }
  }

  void write(Section first, std::size_t number, image::ImageWriter& writer) && {
    slots_ = {};
    const auto add = [&](ColumnPart part, const auto& array) { writer.add(part_of(first, part), number, array); };
    const auto width = width_for(values_.size(), codes_.size());
    add(ColumnPart::Head, std::vector<image::ColumnHead>{{tags_.empty() ? 0U : tags_[0], width}});
    std::vector<std::uint32_t> ranks;
    std::uint32_t before = 0;
    for (const auto word : present_) {
      ranks.push_back(before);
      before += static_cast<std::uint32_t>(std::popcount(word));
    }
    add(ColumnPart::Present, present_);
    add(ColumnPart::Ranks, ranks);
    if (width == 1) add(ColumnPart::Codes, narrowed<std::uint8_t>(codes_));
    if (width == 2) add(ColumnPart::Codes, narrowed<std::uint16_t>(codes_));
    if (width == 4) add(ColumnPart::Codes, codes_);
    const bool is_mixed = std::adjacent_find(tags_.begin(), tags_.end(), std::not_equal_to()) != tags_.end();
    if (is_mixed) add(ColumnPart::Tags, tags_);
    add(ColumnPart::Values, values_);
    add(ColumnPart::Texts, texts_);
  }

 private:
  static constexpr std::uint32_t kFree = 0xffff'ffff;

  [[nodiscard]] std::string_view text_of(std::uint32_t code) const {
    return {texts_.data() + (values_[code] >> 32U), values_[code] & 0xffff'ffffU};
  }
  [[nodiscard]] bool is_text(std::uint32_t code) const { return PropertyTag{tags_[code]} == PropertyTag::String; }

  static std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }
  static std::size_t hash_of(PropertyTag tag, std::uint64_t bits) {
    constexpr std::uint64_t kOdd = 0x9e37'79b9'7f4a'7c15;
    const auto mixed = (bits + static_cast<std::uint64_t>(tag)) * kOdd;
    return mixed ^ (mixed >> 32U);
  }

  std::uint32_t code_of_text(std::string_view text) {
    auto& slot = slot_of(hash_of(text), [&](std::uint32_t code) { return is_text(code) && text_of(code) == text; });
    if (slot != kFree) return slot;
    slot = add(PropertyTag::String, place(texts_.size(), text.size()));
    texts_.insert(texts_.end(), text.begin(), text.end());
    return slot;
  }

  std::uint32_t code_of_bits(PropertyTag tag, std::uint64_t bits) {
    if (tag == PropertyTag::Other) return add(tag, bits);  // never looked up
    auto& slot = slot_of(hash_of(tag, bits),
                         [&](std::uint32_t code) { return PropertyTag{tags_[code]} == tag && values_[code] == bits; });
    return slot != kFree ? slot : slot = add(tag, bits);
  }

  template <typename IsSame>
  std::uint32_t& slot_of(std::size_t hash, const IsSame& is_same) {
    if ((values_.size() + 1) * 4 > slots_.size() * 3) grow();
    auto at = hash & (slots_.size() - 1);
    while (slots_[at] != kFree && !is_same(slots_[at])) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    constexpr std::size_t kFewest = 64;
    slots_.assign(slots_.empty() ? kFewest : slots_.size() * 2, kFree);
    for (std::uint32_t code = 0; code < values_.size(); ++code) {
      const auto tag = PropertyTag{tags_[code]};
      auto at = tag == PropertyTag::String ? hash_of(text_of(code)) : hash_of(tag, values_[code]);
      while (slots_[at & (slots_.size() - 1)] != kFree) ++at;
      slots_[at & (slots_.size() - 1)] = code;
    }
  }

  std::uint32_t add(PropertyTag tag, std::uint64_t bits) {
    tags_.push_back(static_cast<std::uint8_t>(tag));
    values_.push_back(bits);
    return static_cast<std::uint32_t>(values_.size() - 1);
  }

  std::size_t row_ = 0;
  std::vector<std::uint64_t> present_;
  std::vector<std::uint32_t> codes_;
  std::vector<std::uint8_t> tags_;     ///< by code
  std::vector<std::uint64_t> values_;  ///< by code
  std::vector<char> texts_;
  std::vector<std::uint32_t> slots_;
};

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
  const auto column = index_of(name);
  if (next_row_.size() <= column) {
    next_row_.resize(column + 1);
    others_.resize(column + 1);
  }
  ByteWriter out(streams_.place_in(column));
  out.number(row - std::exchange(next_row_[column], row));
  const auto tagged = [&out](PropertyTag tag, std::uint64_t bits) {
    out.number(static_cast<std::uint64_t>(tag));
    out.number(bits);
  };
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    out.number(static_cast<std::uint64_t>(PropertyTag::String));
    out.text(*text);
  } else if (const auto* flag = std::get_if<bool>(&value.value)) {
    tagged(PropertyTag::Bool, *flag ? 1 : 0);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value.value)) {
    tagged(PropertyTag::Integer, std::bit_cast<std::uint64_t>(*integer));
  } else if (const auto* number = std::get_if<double>(&value.value)) {
    tagged(PropertyTag::Float, std::bit_cast<std::uint64_t>(*number));
  } else {
    tagged(PropertyTag::Other, others_[column].size());
    others_[column].push_back(value);
  }
}

std::vector<OtherValues> PropertyColumnsWriter::write(Section first, std::span<const std::string> names,
                                                      image::ImageWriter& writer) && {
  std::vector<OtherValues> others;
  for (std::size_t name = 0; name < streams_.size(); ++name) {
    ColumnWriter column(row_count_);
    streams_.take(name, [&column](std::string_view entries) { column.add(entries); });
    if (column.text_size() > writer.most()) {
      writer.refuse(fmt::format("the different values of {}", names[name]), column.text_size());
    }
    if (!column.empty()) std::move(column).write(first, name, writer);
    auto& rest = name < others_.size() ? others_[name] : others_.emplace_back();
    others.push_back(rest.empty() ? nullptr : std::make_shared<const std::vector<PropertyValue>>(std::move(rest)));
  }
  return others;
}

}  // namespace treatygraph
