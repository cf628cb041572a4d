// The bytes of records. Numbers are little-endian base 128: seven bits in each byte, and the top bit says that more
// follow (LEB128, as in DWARF and Protocol Buffers). Signed numbers are folded first (zigzag), so that -1 takes one
// byte and not ten. Floats are eight bytes. A value begins with a byte for its kind.

#include "graph/record_bytes.h"

#include <bit>
#include <variant>

namespace treatygraph {
namespace {

/// The first byte of a value.
enum class Kind : std::uint8_t { Null, False, True, Integer, Float, Text };

/// Zigzag: 0, -1, 1, -2 ... become 0, 1, 2, 3 ..., so that small numbers of either sign take few bytes.
std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
}
std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1U));
}

}  // namespace

/// The map's keys are views of names_, a deque, whose elements never move.
std::uint64_t RecordNames::number_of(std::string_view name) {
  const auto known = numbers_.find(name);
  if (known != numbers_.end()) return known->second;
  names_.emplace_back(name);
  numbers_.emplace(names_.back(), names_.size() - 1);
  return names_.size() - 1;
}

std::string_view RecordNames::name(std::uint64_t number) const {
  return number < names_.size() ? std::string_view(names_[number]) : std::string_view();
}

void ByteWriter::number(std::uint64_t value) {
  // All bytes but the last have the top bit.
  for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
  bytes_ += static_cast<char>(value);
}

void ByteWriter::real(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  for (unsigned shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(bits >> shift & 0xffU);
}

void ByteWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

void ByteWriter::value(const PropertyValue& value) {
  const auto kind = [this](Kind is) { bytes_ += static_cast<char>(is); };
  if (const auto* string = std::get_if<std::string>(&value.value)) {
    kind(Kind::Text);
    text(*string);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value.value)) {
    kind(Kind::Integer);
    number(folded(*integer));
  } else if (const auto* flag = std::get_if<bool>(&value.value)) {
    kind(*flag ? Kind::True : Kind::False);
  } else if (const auto* floating = std::get_if<double>(&value.value)) {
    kind(Kind::Float);
    real(*floating);
  } else {
    kind(Kind::Null);
  }
}

void ByteWriter::properties(const Properties& properties, RecordNames& names) {
  number(properties.size());
  for (const auto& property : properties) {
    number(names.number_of(property.name));
    value(property.value);
  }
}

void ByteWriter::node(const NodeRecord& record, RecordNames& names) {
  text(record.key);
  number(record.labels.size());
  for (const auto& label : record.labels) number(names.number_of(label));
  properties(record.properties, names);
}

void ByteWriter::relationship(const RelationshipRecord& record, RecordNames& names) {
  number(names.number_of(record.type));
  text(record.from);
  text(record.to);
  properties(record.properties, names);
}

/// Everything after a failure is empty, so callers may check once at the end.
void ByteReader::fail() {
  is_right_ = false;
  rest_ = {};
}

std::uint8_t ByteReader::byte() {
  if (rest_.empty()) {
    fail();
    return 0;
  }
  const auto first = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  return first;
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto next = byte();
    value |= (std::uint64_t{next} & 0x7fU) << shift;
    if ((next & 0x80U) == 0) return value;
  }
  // More than ten bytes are not a number of 64 bits.
  fail();
  return 0;
}

double ByteReader::real() {
  std::uint64_t bits = 0;
  for (unsigned shift = 0; shift < 64; shift += 8) bits |= std::uint64_t{byte()} << shift;
  return std::bit_cast<double>(bits);
}

std::string_view ByteReader::text() {
  const auto size = number();
  if (size > rest_.size()) {
    fail();
    return {};
  }
  const auto value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::size_t ByteReader::count() {
  const auto size = number();
  if (size <= rest_.size()) return size;
  fail();
  return 0;
}

PropertyValue ByteReader::value() {
  switch (Kind{byte()}) {
    case Kind::Null:
      return {};
    case Kind::False:
      return false;
    case Kind::True:
      return true;
    case Kind::Integer:
      return unfolded(number());
    case Kind::Float:
      return real();
    case Kind::Text:
      return text();
  }
  fail();
  return {};
}

Properties ByteReader::properties(const RecordNames& names) {
  const auto size = count();
  Properties properties;
  properties.reserve(size);
  for (std::size_t i = 0; i < size && is_right_; ++i) {
    const auto name = names.name(number());
    properties.push_back({std::string(name), value()});
  }
  return properties;
}

NodeRecord ByteReader::node(const RecordNames& names) {
  NodeRecord record;
  record.key = text();
  const auto labels = count();
  for (std::size_t i = 0; i < labels && is_right_; ++i) record.labels.emplace_back(names.name(number()));
  record.properties = properties(names);
  return record;
}

RelationshipRecord ByteReader::relationship(const RecordNames& names) {
  RelationshipRecord record;
  record.type = names.name(number());
  record.from = text();
  record.to = text();
  record.properties = properties(names);
  return record;
}

}  // namespace treatygraph
