#pragma once
// Records as bytes, for files that only one version of this program reads: a spill, or the files that a build keeps
// between runs.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/records.h"

namespace treatygraph {

/// The names of properties, labels and types. Each is stored once, and records contain its number.
class RecordNames {
 public:
  /// The number of the name, which is added if it is new.
  std::uint64_t number_of(std::string_view name);
  /// Empty if there is no such number.
  [[nodiscard]] std::string_view name(std::uint64_t number) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;  // stable: the map has views of them
  std::unordered_map<std::string_view, std::uint64_t> numbers_;
};

/// Appends to a string, which must outlive it. Numbers take as many bytes as they need (seven bits in each), texts have
/// their length before them, and names are written as numbers.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& bytes) : bytes_(bytes) {}
  void number(std::uint64_t value);
  void real(double value);
  void text(std::string_view value);
  /// Values are null, boolean, integer, float or string, as in treaties.db. Others are written as null.
  void properties(const Properties& properties, RecordNames& names);
  void node(const NodeRecord& record, RecordNames& names);
  void relationship(const RelationshipRecord& record, RecordNames& names);

 private:
  void value(const PropertyValue& value);
  std::string& bytes_;
};

/// Reads what ByteWriter wrote. If a value is missing or damaged, all further values are empty and is_right() is false,
/// so damaged bytes never cause a read out of bounds. Texts are views of the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool is_right() const { return is_right_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  std::uint64_t number();
  double real();
  std::string_view text();
  /// The number of things that follow, each of at least one byte. It is bounded by the bytes that are left, so that
  /// damaged bytes cannot make the caller reserve much memory.
  std::size_t count();
  Properties properties(const RecordNames& names);
  NodeRecord node(const RecordNames& names);
  RelationshipRecord relationship(const RecordNames& names);

 private:
  PropertyValue value();
  std::uint8_t byte();
  void fail();

  std::string_view rest_;
  bool is_right_ = true;
};

}  // namespace treatygraph
