// The marker's upper four bits decide for small strings (0x8), lists (0x9), maps (0xA), structures (0xB) and integers
// (0x0 to 0x7, and 0xF for -16 to -1). Everything else has a marker of its own from 0xC0 to 0xDA.

#include "server/bolt/pack_stream.h"

#include <bit>
#include <limits>

#include <fmt/format.h>

namespace treatygraph::server::bolt {
namespace {

using Kind = Packed::Kind;

tl::unexpected<Error> cut_short() {
  return fail(ErrorCode::InvalidArgument, "the message ends in the middle of a value");
}

}  // namespace

void PackWriter::big_endian(std::uint64_t value, unsigned bytes) {
  for (unsigned left = bytes; left > 0; --left) byte(static_cast<unsigned>(value >> (8 * (left - 1)) & 0xffU));
}

/// The shortest of 1, 2, 3, 5 and 9 bytes.
void PackWriter::integer(std::int64_t value) {
  // A number with its own marker byte needs no other byte: -16 to 127.
  const auto fits = [value]<typename T>(T) {
    return value >= std::numeric_limits<T>::min() && value <= std::numeric_limits<T>::max();
  };
  const auto bits = std::bit_cast<std::uint64_t>(value);
  if (value >= -16 && value <= 127) return big_endian(bits, 1);
  if (fits(std::int8_t{})) {
    byte(0xc8);
    big_endian(bits, 1);
  } else if (fits(std::int16_t{})) {
    byte(0xc9);
    big_endian(bits, 2);
  } else if (fits(std::int32_t{})) {
    byte(0xca);
    big_endian(bits, 4);
  } else {
    byte(0xcb);
    big_endian(bits, 8);
  }
}

void PackWriter::floating(double value) {
  byte(0xc1);
  big_endian(std::bit_cast<std::uint64_t>(value), 8);
}

/// The size is in bytes, not in characters.
void PackWriter::string(std::string_view text) {
  sized(text.size(), 0x80, {0xd0, 0xd1, 0xd2});
  out_.append(text);
}

void PackWriter::sized(std::size_t size, unsigned tiny, Markers markers) {
  if (size < 16) return byte(tiny | static_cast<unsigned>(size));
  const unsigned bytes = size <= 0xff ? 1 : size <= 0xffff ? 2 : 4;
  byte(bytes == 1 ? markers.one : bytes == 2 ? markers.two : markers.four);
  big_endian(size, bytes);
}

void PackWriter::structure(char tag, std::size_t fields) {
  byte(0xb0U | static_cast<unsigned>(fields));
  out_.push_back(tag);
}

void PackWriter::entry(std::string_view key, std::string_view text) {
  string(key);
  string(text);
}

void PackWriter::entry(std::string_view key, std::int64_t value) {
  string(key);
  integer(value);
}

void PackWriter::entry(std::string_view key, bool value) {
  string(key);
  boolean(value);
}

Result<std::uint64_t> PackReader::big_endian(unsigned bytes) {
  if (rest_.size() < bytes) return cut_short();
  std::uint64_t value = 0;
  for (const char c : rest_.substr(0, bytes)) value = value << 8U | static_cast<unsigned char>(c);
  rest_.remove_prefix(bytes);
  return value;
}

Result<Packed> PackReader::integer(unsigned bytes) {
  const auto bits = big_endian(bytes);
  if (!bits) return fail(bits.error());
  const unsigned unused = 64 - 8 * bytes;
  // Shifted left and back as a signed number, which copies the sign bit.
  Packed packed{.kind = Kind::Integer};
  packed.integer = std::bit_cast<std::int64_t>(*bits << unused) >> unused;  // sign extension
  return packed;
}

Result<Packed> PackReader::floating() {
  const auto bits = big_endian(8);
  if (!bits) return fail(bits.error());
  return Packed{.kind = Kind::Float, .floating = std::bit_cast<double>(*bits)};
}

/// Views the bytes of the message: nothing is copied here.
Result<Packed> PackReader::text(Kind kind, std::size_t size) {
  if (rest_.size() < size) return cut_short();
  const Packed packed{.kind = kind, .text = rest_.substr(0, size)};
  rest_.remove_prefix(size);
  return packed;
}

Result<Packed> PackReader::sized_text(Kind kind, unsigned bytes) {
  const auto size = big_endian(bytes);
  return size ? text(kind, *size) : fail(size.error());
}

/// Each item takes at least `least_bytes_each` bytes, each entry of a map at least two: one for its key and one for its
/// value.
Result<Packed> PackReader::container(Kind kind, std::size_t size, std::size_t least_bytes_each) {
  if (size > rest_.size() / least_bytes_each) return cut_short();
  return Packed{.kind = kind, .size = size};
}

Result<Packed> PackReader::sized_container(Kind kind, unsigned bytes, std::size_t least_bytes_each) {
  const auto size = big_endian(bytes);
  return size ? container(kind, *size, least_bytes_each) : fail(size.error());
}

/// The tag comes between the marker and the fields.
Result<Packed> PackReader::structure(std::size_t fields) {
  const auto tag = big_endian(1);
  if (!tag) return fail(tag.error());
  auto begun = container(Kind::Structure, fields, 1);
  if (begun) begun->tag = static_cast<char>(*tag);
  return begun;
}

Result<Packed> PackReader::next() {
  const auto read = big_endian(1);
  if (!read) return fail(read.error());
  const auto marker = static_cast<unsigned>(*read);
  const std::size_t low = marker & 0x0fU;
  switch (marker & 0xf0U) {
    case 0x80:
      return text(Kind::String, low);
    case 0x90:
      return container(Kind::List, low, 1);
    case 0xa0:
      return container(Kind::Map, low, 2);
    case 0xb0:
      return structure(low);
    default:
      break;
  }
  // Markers from 0x00 to 0x7F and from 0xF0 to 0xFF are small integers themselves.
  if (marker < 0x80) return Packed{.kind = Kind::Integer, .integer = static_cast<std::int64_t>(marker)};
  if (marker >= 0xf0) return Packed{.kind = Kind::Integer, .integer = static_cast<std::int64_t>(marker) - 0x100};
  // Sizes of 1, 2, 4 and 8 bytes have consecutive markers.
  const auto bytes_of_size = [marker](unsigned first) { return 1U << (marker - first); };
  switch (marker) {
    case 0xc0:
      return Packed{};
    case 0xc1:
      return floating();
    case 0xc2:
    case 0xc3:
      return Packed{.kind = Kind::Boolean, .boolean = marker == 0xc3};
    case 0xc8:
    case 0xc9:
    case 0xca:
    case 0xcb:
      return integer(bytes_of_size(0xc8));
    case 0xcc:
    case 0xcd:
    case 0xce:
      return sized_text(Kind::Bytes, bytes_of_size(0xcc));
    case 0xd0:
    case 0xd1:
    case 0xd2:
      return sized_text(Kind::String, bytes_of_size(0xd0));
    case 0xd4:
    case 0xd5:
    case 0xd6:
      return sized_container(Kind::List, bytes_of_size(0xd4), 1);
    case 0xd8:
    case 0xd9:
    case 0xda:
      return sized_container(Kind::Map, bytes_of_size(0xd8), 2);
    default:
      return fail(ErrorCode::InvalidArgument, fmt::format("{:02X} begins no value of PackStream", marker));
  }
}

}  // namespace treatygraph::server::bolt
