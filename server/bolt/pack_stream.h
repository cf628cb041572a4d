#pragma once
// PackStream version 1 (https://neo4j.com/docs/bolt/current/packstream/): how Bolt writes values as bytes. A marker
// byte tells the type and, for small values, the value or size itself; otherwise a size or number follows, big-endian.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::server::bolt {

/// Appends values to `out`, each in its shortest encoding. The announced contents of a container must follow it.
class PackWriter {
 public:
  explicit PackWriter(std::string& out) : out_(out) {}

  void null() { byte(0xc0); }
  void boolean(bool value) { byte(value ? 0xc3 : 0xc2); }
  void integer(std::int64_t value);
  void floating(double value);
  /// `text` must be UTF-8.
  void string(std::string_view text);
  /// A list of `items` values.
  void list(std::size_t items) { sized(items, 0x90, {0xd4, 0xd5, 0xd6}); }
  /// A map of `entries` pairs: a string, then a value.
  void map(std::size_t entries) { sized(entries, 0xa0, {0xd8, 0xd9, 0xda}); }
  /// A structure of `fields` values, at most 15.
  void structure(char tag, std::size_t fields);

  // One entry of a map.
  void entry(std::string_view key, std::string_view text);
  void entry(std::string_view key, const char* text) { entry(key, std::string_view(text)); }
  void entry(std::string_view key, std::int64_t value);
  void entry(std::string_view key, bool value);

 private:
  /// The markers for sizes of one, two and four bytes.
  struct Markers {
    unsigned one;
    unsigned two;
    unsigned four;
  };
  void byte(unsigned value) { out_.push_back(static_cast<char>(static_cast<unsigned char>(value))); }
  /// Appends the low `bytes` bytes of `value`.
  void big_endian(std::uint64_t value, unsigned bytes);
  /// A marker and the size of a string, list or map: `tiny` for sizes below 16.
  void sized(std::size_t size, unsigned tiny, Markers markers);

  std::string& out_;
};

/// The next item of a message: a value, or the start of a container.
struct Packed {
  enum class Kind : std::uint8_t { Null, Boolean, Integer, Float, Bytes, String, List, Map, Structure };
  Kind kind = Kind::Null;
  bool boolean = false;
  std::int64_t integer = 0;
  double floating = 0;
  std::string_view text = {};  ///< of a string, not validated as UTF-8, or of a byte array
  std::size_t size = 0;        ///< items of a list, entries of a map, fields of a structure
  char tag = 0;                ///< tag of a structure
};

/// Reads untrusted bytes. A container never claims more items than the remaining bytes could contain, so its size can
/// be used to reserve memory. Views into the bytes, which must outlive it.
class PackReader {
 public:
  explicit PackReader(std::string_view bytes) : rest_(bytes) {}

  /// Reads one item. The items of a container are the next ones. Fails if the bytes end in the middle of an item.
  [[nodiscard]] Result<Packed> next();
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  [[nodiscard]] Result<std::uint64_t> big_endian(unsigned bytes);
  [[nodiscard]] Result<Packed> integer(unsigned bytes);
  [[nodiscard]] Result<Packed> floating();
  [[nodiscard]] Result<Packed> text(Packed::Kind kind, std::size_t size);
  [[nodiscard]] Result<Packed> sized_text(Packed::Kind kind, unsigned bytes);
  [[nodiscard]] Result<Packed> container(Packed::Kind kind, std::size_t size, std::size_t least_bytes_each);
  [[nodiscard]] Result<Packed> sized_container(Packed::Kind kind, unsigned bytes, std::size_t least_bytes_each);
  [[nodiscard]] Result<Packed> structure(std::size_t fields);

  std::string_view rest_;
};

}  // namespace treatygraph::server::bolt
