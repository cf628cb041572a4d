#pragma once
// The values that a query computes with.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/ids.h"
#include "graph/property.h"
#include "graph/temporal.h"

namespace treatygraph::queries::cypher {

class Value;
using ValueList = std::vector<Value>;

/// A string: a view into the graph, or text of its own that all copies share.
class Text {
 public:
  explicit Text(std::string_view of_graph) : view_(of_graph) {}
  explicit Text(std::string own) : own_(std::make_shared<const std::string>(std::move(own))), view_(*own_) {}
  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  std::shared_ptr<const std::string> own_;
  std::string_view view_;
};

/// In the order in which the names were given; each once.
class Map {
 public:
  using Entry = std::pair<std::string, Value>;
  /// Replaces the value that `name` had.
  void set(std::string name, Value value);
  /// nullptr where there is none.
  [[nodiscard]] const Value* find(std::string_view name) const;
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

/// relationships[i] lies between nodes[i] and nodes[i + 1], whichever way it runs.
struct Path {
  std::vector<NodeId> nodes;
  std::vector<RelationshipId> relationships;
};

/// Ordered as ORDER BY sorts: ReturnOrderBy1 of the openCypher TCK gives maps before nodes and null last.
enum class ValueType : std::uint8_t {
  Map,
  Node,
  Relationship,
  List,
  Path,
  DateTime,
  LocalDateTime,
  Date,
  Time,
  LocalTime,
  Duration,
  String,
  Boolean,
  Integer,
  Float,
  Null,
};

class Value {
 public:
  using Variant = std::variant<std::shared_ptr<const Map>, NodeId, RelationshipId, std::shared_ptr<const ValueList>,
                               std::shared_ptr<const Path>, std::shared_ptr<const DateTime>, LocalDateTime, Date, Time,
                               LocalTime, Duration, Text, bool, std::int64_t, double, std::monostate>;

  Value() : value_(std::monostate()) {}
  // NOLINTBEGIN(google-explicit-constructor): a value is what it holds
  Value(bool v) : value_(v) {}
  Value(int v) : value_(std::int64_t{v}) {}
  Value(std::int64_t v) : value_(v) {}
  Value(double v) : value_(v) {}
  Value(const char* v) : value_(Text(std::string(v))) {}
  Value(std::string v) : value_(Text(std::move(v))) {}
  Value(Text v) : value_(std::move(v)) {}
  Value(ValueList v) : value_(std::make_shared<const ValueList>(std::move(v))) {}
  Value(Map v) : value_(std::make_shared<const Map>(std::move(v))) {}
  Value(Path v) : value_(std::make_shared<const Path>(std::move(v))) {}
  Value(NodeId v) : value_(v) {}
  Value(RelationshipId v) : value_(v) {}
  Value(Date v) : value_(v) {}
  Value(LocalTime v) : value_(v) {}
  Value(Time v) : value_(v) {}
  Value(LocalDateTime v) : value_(v) {}
  Value(DateTime v) : value_(std::make_shared<const DateTime>(std::move(v))) {}
  Value(Duration v) : value_(v) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] ValueType type() const { return static_cast<ValueType>(value_.index()); }
  [[nodiscard]] bool is(ValueType type) const { return this->type() == type; }
  [[nodiscard]] bool is_null() const { return is(ValueType::Null); }
  [[nodiscard]] bool is_number() const { return is(ValueType::Integer) || is(ValueType::Float); }
  [[nodiscard]] bool is_true() const { return is(ValueType::Boolean) && boolean(); }

  // Only of a value that is it.
  [[nodiscard]] bool boolean() const { return std::get<bool>(value_); }
  [[nodiscard]] std::int64_t integer() const { return std::get<std::int64_t>(value_); }
  [[nodiscard]] double floating() const { return std::get<double>(value_); }
  [[nodiscard]] std::string_view string() const { return std::get<Text>(value_).view(); }
  [[nodiscard]] const ValueList& list() const { return *std::get<std::shared_ptr<const ValueList>>(value_); }
  [[nodiscard]] const Map& map() const { return *std::get<std::shared_ptr<const Map>>(value_); }
  [[nodiscard]] const Path& path() const { return *std::get<std::shared_ptr<const Path>>(value_); }
  [[nodiscard]] NodeId node() const { return std::get<NodeId>(value_); }
  [[nodiscard]] RelationshipId relationship() const { return std::get<RelationshipId>(value_); }
  [[nodiscard]] const DateTime& date_time() const { return *std::get<std::shared_ptr<const DateTime>>(value_); }
  template <typename T>
  [[nodiscard]] const T& as() const {
    return std::get<T>(value_);
  }
  /// An integer or a float, as a float.
  [[nodiscard]] double number() const { return is(ValueType::Integer) ? static_cast<double>(integer()) : floating(); }

 private:
  Variant value_;
};

/// "Integer", "List": as errors name it.
[[nodiscard]] std::string_view name_of(ValueType type);
[[nodiscard]] bool is_temporal(ValueType type);
/// Views stay views: valid while the graph is held.
[[nodiscard]] Value value_of(const PropertyView& property);

}  // namespace treatygraph::queries::cypher
