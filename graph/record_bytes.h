#pragma once
// Records as bytes, for files that only one version of this program reads: a spill, or what a build keeps.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/records.h"

namespace treatygraph {

/// Names of properties, labels and types, each written once and then meant by its number.
class RecordNames {
 public:
  std::uint64_t number_of(std::string_view name);
  /// Empty if there is no such number.
  [[nodiscard]] std::string_view name(std::uint64_t number) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;  // stable: the map has views of them
  std::unordered_map<std::string_view, std::uint64_t> numbers_;
};

/// Appends to a string. Numbers take as many bytes as they need.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& bytes) : bytes_(bytes) {}
  void number(std::uint64_t value);
  void real(double value);
  void text(std::string_view value);
  /// Null, boolean, integer, float or string; the values that treaties.db has.
  void properties(const Properties& properties, RecordNames& names);
  void node(const NodeRecord& record, RecordNames& names);
  void relationship(const RelationshipRecord& record, RecordNames& names);

 private:
  void value(const PropertyValue& value);
  std::string& bytes_;
};

/// Reads what ByteWriter wrote. After a value that is not there, everything is empty and is_right() is false, so that
/// damaged bytes cannot cause a read out of bounds.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool is_right() const { return is_right_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  std::uint64_t number();
  double real();
  std::string_view text();
  /// A number of things that follow, each of at least one byte.
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
