// How a column is stored: Present has a bit for each row, Ranks the number of bits before each word of 64, so the value
// of a row is found with one popcount. Many properties have few different values (a kind, a confidence), so each
// different value is stored once and rows have its number (code) in 1, 2 or 4 bytes. If all values differ (a heading),
// there are no codes. Texts of all values of a column follow one another.
//
// How it is written: append() collects the values of each column as bytes in a stream. write() then reads a stream
// twice: first to number the different values (value_codes.h), which decides the width of the codes, then to write
// codes and values.

#include "graph/property_columns.h"

#include <bit>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "graph/record_bytes.h"
#include "graph/value_codes.h"

namespace treatygraph {
namespace {

using image::ColumnPart;
using image::Section;

Section part_of(Section first, ColumnPart part) {
  return Section{static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(part)};
}

/// Where a text is in Texts, as one value.
constexpr std::uint64_t place(std::size_t offset, std::size_t length) {
  return std::uint64_t{offset} << 32U | length;
}

std::uint32_t width_for(std::size_t values, std::size_t rows) {
  if (values == rows) return 0;  // all values differ: the codes would count up from 0
  return values <= 0x100 ? 1 : values <= 0x1'0000 ? 2 : 4;
}

/// A value as PropertyColumnsWriter::append() writes it.
struct ColumnEntry {
  std::size_t row;
  PropertyTag tag;
  std::uint64_t bits;     ///< of a value that is not a text
  std::string_view text;  ///< of a value that is a text
};

/// Calls use(entry) for all entries of a column, in the order of the rows.
template <typename Use>
void each_entry(const ColumnStreams& streams, std::size_t column, const Use& use) {
  std::size_t row = 0;
  streams.each(column, [&](std::string_view entries) {
    for (ByteReader in(entries); !in.at_end();) {
      row += in.number();
      const auto tag = static_cast<PropertyTag>(in.number());
      if (tag == PropertyTag::String) {
        use(ColumnEntry{row, tag, 0, in.text()});
      } else {
        use(ColumnEntry{row, tag, in.number(), {}});
      }
    }
  });
}

/// Writes which rows have a value (Present), and how many rows before each word have one (Ranks).
class PresenceWriter {
 public:
  PresenceWriter(Section first, std::size_t number, image::ImageWriter& writer)
      : present_(writer.begin<std::uint64_t>(part_of(first, ColumnPart::Present), number)),
        ranks_(writer.begin<std::uint32_t>(part_of(first, ColumnPart::Ranks), number)) {}

  /// Notes that a row has a value. Rows come in ascending order.
  void add(std::size_t row) {
    while (present_.size() < row / 64) end_word();
    word_ |= std::uint64_t{1} << (row % 64);
  }
  void finish(std::size_t row_count) {
    while (present_.size() < (row_count + 63) / 64) end_word();
  }

 private:
  void end_word() {
    present_.add(word_);
    ranks_.add(before_);
    before_ += static_cast<std::uint32_t>(std::popcount(word_));
    word_ = 0;
  }

  image::ImageWriter::Array<std::uint64_t> present_;
  image::ImageWriter::Array<std::uint32_t> ranks_;
  std::uint64_t word_ = 0;
  std::uint32_t before_ = 0;
};

/// A function that writes the next code of a column.
template <typename Width>
auto codes_of(Section first, std::size_t column, image::ImageWriter& writer) {
  return [codes = writer.begin<Width>(part_of(first, ColumnPart::Codes), column)](std::uint32_t code) mutable {
    codes.add(static_cast<Width>(code));
  };
}

/// Writes one column in two passes: it numbers the different values, and then writes codes and values.
class ColumnWriter {
 public:
  ColumnWriter(const ColumnStreams& streams, std::size_t column, Section first, image::ImageWriter& writer,
               SpillFile* spill)
      : streams_(streams), column_(column), first_(first), writer_(writer), codes_(spill) {}

  /// Returns the size of all different texts, in bytes.
  std::uint64_t write(std::size_t row_count) {
    number_values(row_count);
    const auto width = width_for(codes_.different(), codes_.size());
    writer_.add(part_of(first_, ColumnPart::Head), column_,
                std::vector<image::ColumnHead>{{static_cast<std::uint32_t>(*first_tag_), width}});
    if (width == 0) return write_values([](std::uint32_t /*code*/) {});
    if (width == 1) return write_values(codes_of<std::uint8_t>(first_, column_, writer_));
    if (width == 2) return write_values(codes_of<std::uint16_t>(first_, column_, writer_));
    return write_values(codes_of<std::uint32_t>(first_, column_, writer_));
  }

 private:
  void number_values(std::size_t row_count) {
    PresenceWriter presence(first_, column_, writer_);
    std::string bytes;
    each_entry(streams_, column_, [&](const ColumnEntry& entry) {
      presence.add(entry.row);
      if (!first_tag_) first_tag_ = entry.tag;
      is_mixed_ = is_mixed_ || entry.tag != *first_tag_;
      // With the tag, so that the integer 1 and true are different values.
      bytes.assign(1, static_cast<char>(entry.tag));
      bytes += entry.text;
      if (entry.tag != PropertyTag::String)
        bytes.append(reinterpret_cast<const char*>(&entry.bits), sizeof(entry.bits));
      codes_.add(bytes);
    });
    presence.finish(row_count);
    codes_.close();
  }

  template <typename WriteCode>
  std::uint64_t write_values(WriteCode write_code) {
    auto values = writer_.begin<std::uint64_t>(part_of(first_, ColumnPart::Values), column_);
    auto texts = writer_.begin<char>(part_of(first_, ColumnPart::Texts), column_);
    std::optional<image::ImageWriter::Array<std::uint8_t>> tags;
    if (is_mixed_) tags = writer_.begin<std::uint8_t>(part_of(first_, ColumnPart::Tags), column_);
    ValueCodes::Cursor codes(codes_);
    each_entry(streams_, column_, [&](const ColumnEntry& entry) {
      const auto [code, is_first] = codes.next();
      write_code(code);
      if (!is_first) return;
      if (tags) tags->add(static_cast<std::uint8_t>(entry.tag));
      values.add(entry.tag == PropertyTag::String ? place(texts.size(), entry.text.size()) : entry.bits);
      texts.add(std::span(entry.text));
    });
    return texts.size();
  }

  const ColumnStreams& streams_;
  std::size_t column_;
  Section first_;
  image::ImageWriter& writer_;
  ValueCodes codes_;
  std::optional<PropertyTag> first_tag_;
  bool is_mixed_ = false;
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
  if (head.empty()) return;  // nodes and relationships share the names: this one occurs only on the other side
  first_tag_ = PropertyTag{head[0].first_tag};
  code_width_ = head[0].code_width;
}

/// memcpy, because codes_ has the type of bytes; compilers make one load of it.
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
  // Rows as differences, which take one byte in most cases.
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
    if (!streams_.is_empty(name)) {
      const auto text_size = ColumnWriter(streams_, name, first, writer, spill_).write(row_count_);
      if (text_size > writer.most()) {
        writer.refuse(fmt::format("the different values of {}", names[name]), text_size);
      }
      streams_.forget(name);
    }
    auto& rest = name < others_.size() ? others_[name] : others_.emplace_back();
    others.push_back(rest.empty() ? nullptr : std::make_shared<const std::vector<PropertyValue>>(std::move(rest)));
  }
  return others;
}

}  // namespace treatygraph
