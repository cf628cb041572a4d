#pragma once
// The values that queries compute with.

#include <atomic>
#include <bit>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/ids.h"
#include "graph/property.h"
#include "graph/temporal.h"

namespace treatygraph::queries::cypher {

class Value;
using ValueList = std::vector<Value>;

/// A string that is not owned: its owner, the graph or the caller, must outlive the value. A Value of it is a view.
struct Text {
  explicit Text(std::string_view kept) : view(kept) {}
  std::string_view view;
};

/// A map from names to values. It keeps the order of insertion, as answers show it. Names are unique.
class Map {
 public:
  using Entry = std::pair<std::string, Value>;
  /// Adds an entry, or replaces the value of `name` in place.
  void set(std::string name, Value value);
  /// nullptr if there is no such entry. Valid until the map is changed.
  [[nodiscard]] const Value* find(std::string_view name) const;
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  struct HashName {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
  };
  [[nodiscard]] std::size_t place_of(std::string_view name) const;

  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t, HashName, std::equal_to<>> places_;  ///< index, if there are many
};

/// A walk through the graph: relationships[i] is between nodes[i] and nodes[i + 1], in either direction.
struct Path {
  std::vector<NodeId> nodes;
  std::vector<RelationshipId> relationships;
};

/// A point in one of four coordinate reference systems: see point.h.
struct Point {
  std::int32_t srid = 0;
  double x = 0;  ///< or the longitude
  double y = 0;  ///< or the latitude
  double z = 0;  ///< or the height; 0 in two dimensions

  friend bool operator==(const Point&, const Point&) = default;
};

/// The types, in the order in which ORDER BY sorts values of different types. The openCypher TCK, ReturnOrderBy1, has
/// maps before nodes, and null last.
enum class ValueType : std::uint8_t {
  Map,
  Node,
  Relationship,
  List,
  Path,
  Point,
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

/// The shared part of a value, with a reference count: an owned string, a list, a map and so on. It is immutable, so
/// threads may share it.
class Shared {
 public:
  Shared() = default;
  virtual ~Shared() = default;
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;

  void keep() noexcept { owners_.fetch_add(1, std::memory_order_relaxed); }
  /// Out of line, so that copying and dropping small values can be inlined.
  [[gnu::noinline]] void drop() noexcept {
    if (owners_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }

 private:
  std::atomic<std::uint32_t> owners_ = 1;
};

/// A value of any type; null by default. Values are copied by the million, so a value has 24 bytes: small ones are
/// stored inside, and larger ones are shared and counted. A value is immutable except by assignment. Nesting is limited
/// to 1,000 levels, because values are visited recursively: constructing a deeper list or map throws.
class Value {
 public:
  Value() = default;
  // NOLINTBEGIN(google-explicit-constructor): every type has one obvious value
  Value(bool v) : Value(ValueType::Boolean, v) {}
  Value(int v) : Value(std::int64_t{v}) {}
  Value(std::int64_t v) : Value(ValueType::Integer, v) {}
  Value(double v) : Value(ValueType::Float, v) {}
  Value(const char* v) : Value(std::string(v)) {}
  Value(Text v) : Value(ValueType::String, v.view) {}
  Value(NodeId v) : Value(ValueType::Node, v) {}
  Value(RelationshipId v) : Value(ValueType::Relationship, v) {}
  Value(Date v) : Value(ValueType::Date, v) {}
  Value(LocalTime v) : Value(ValueType::LocalTime, v) {}
  Value(Time v) : Value(ValueType::Time, v) {}
  Value(LocalDateTime v) : Value(ValueType::LocalDateTime, v) {}
  Value(std::string v);
  Value(ValueList v);
  Value(Map v);
  Value(Path v);
  Value(DateTime v);
  Value(Duration v);
  Value(Point v);
  // NOLINTEND(google-explicit-constructor)

  Value(const Value& other) noexcept : small_(other.small_), tag_(other.tag_) {
    if (tag_.is_shared) shared()->keep();
  }
  Value(Value&& other) noexcept : small_(other.small_), tag_(std::exchange(other.tag_, {})) {}
  Value& operator=(const Value& other) noexcept {
    if (other.tag_.is_shared) other.shared()->keep();  // first: the argument may be this value, or inside it
    const auto small = other.small_;
    const auto tag = other.tag_;
    drop();
    small_ = small;
    tag_ = tag;
    return *this;
  }
  /// Inlined, and copied in the same two halves in which values are written, to avoid store-forwarding stalls.
  [[gnu::always_inline]] Value& operator=(Value&& other) noexcept {
    const auto first = other.small_.first;
    const auto second = other.small_.second;
    const auto tag = std::exchange(other.tag_, {});
    drop();
    small_.first = first;
    small_.second = second;
    tag_ = tag;
    return *this;
  }
  ~Value() { drop(); }

  /// The same list or map without reference counting, which is cheaper to copy. `kept` must outlive it.
  [[nodiscard]] static Value lent(const Value& kept) {
    assert(kept.is(ValueType::List) || kept.is(ValueType::Map));
    Value value;
    value.small_ = kept.small_;
    value.tag_ = {kept.tag_.type, false, kept.tag_.depth};
    return value;
  }

  [[nodiscard]] ValueType type() const { return tag_.type; }
  [[nodiscard]] bool is(ValueType type) const { return tag_.type == type; }
  [[nodiscard]] bool is_null() const { return is(ValueType::Null); }
  [[nodiscard]] bool is_number() const { return is(ValueType::Integer) || is(ValueType::Float); }
  [[nodiscard]] bool is_true() const { return is(ValueType::Boolean) && boolean(); }
  /// Whether both share one object (a list or string, for example): then they are equal without a comparison.
  [[nodiscard]] bool shares_with(const Value& other) const {
    return tag_.is_shared && other.tag_.is_shared && small_.first == other.small_.first;
  }
  /// Nesting depth of lists and maps: 0 for other values.
  [[nodiscard]] std::size_t depth() const { return tag_.depth; }

  // The value as a C++ type. It must be of that type: nothing is checked.
  [[nodiscard]] bool boolean() const { return as<bool>(); }
  [[nodiscard]] std::int64_t integer() const { return as<std::int64_t>(); }
  [[nodiscard]] double floating() const { return as<double>(); }
  [[nodiscard]] std::string_view string() const {
    return tag_.is_shared ? std::string_view(boxed<std::string>()) : as<std::string_view>();
  }
  [[nodiscard]] const ValueList& list() const { return boxed<ValueList>(); }
  [[nodiscard]] const Map& map() const { return boxed<Map>(); }
  [[nodiscard]] const Path& path() const { return boxed<Path>(); }
  [[nodiscard]] NodeId node() const { return as<NodeId>(); }
  [[nodiscard]] RelationshipId relationship() const { return as<RelationshipId>(); }
  [[nodiscard]] const DateTime& date_time() const { return boxed<DateTime>(); }
  [[nodiscard]] const Point& point() const { return boxed<Point>(); }
  template <typename T>
  [[nodiscard]] T as() const {
    if constexpr (std::is_same_v<T, Duration>) {
      return boxed<Duration>();
    } else {
      static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= sizeof(Small));  // NOLINT(*-sizeof-expression)
      T value;
      std::memcpy(static_cast<void*>(&value), &small_, sizeof(T));  // NOLINT(*-sizeof-expression): T may be a pointer
      return value;
    }
  }
  /// An integer or a float, as a float.
  [[nodiscard]] double number() const { return is(ValueType::Integer) ? static_cast<double>(integer()) : floating(); }

 private:
  template <typename T>
  class Boxed;
  struct Small {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
  };
  struct Tag {
    ValueType type = ValueType::Null;
    bool is_shared = false;
    std::uint16_t depth = 0;
  };

  template <typename T>
  Value(ValueType type, const T& value) : small_(packed(value)), tag_{type, false, 0} {}
  template <typename T>
  static Small packed(const T& value) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= sizeof(Small));
    Small small;
    if constexpr (sizeof(T) == sizeof(std::uint32_t)) {
      small.first = std::bit_cast<std::uint32_t>(value);
    } else {
      std::memcpy(static_cast<void*>(&small), &value, sizeof(T));
    }
    return small;
  }
  void drop() noexcept {
    if (tag_.is_shared) shared()->drop();
  }
  template <typename T>
  void share(ValueType type, T value, std::size_t depth = 0);
  [[nodiscard]] Shared* shared() const { return as<Shared*>(); }
  template <typename T>
  [[nodiscard]] const T& boxed() const;

  Small small_;
  Tag tag_;
};

template <typename T>
class Value::Boxed final : public Shared {
 public:
  explicit Boxed(T value) : value_(std::move(value)) {}
  [[nodiscard]] const T& value() const { return value_; }

 private:
  T value_;
};

template <typename T>
const T& Value::boxed() const {
  return static_cast<const Boxed<T>*>(shared())->value();
}

/// The name of a type in errors: "Integer", "List".
[[nodiscard]] std::string_view name_of(ValueType type);
/// Dates, times, datetimes and durations.
[[nodiscard]] bool is_temporal(ValueType type);
/// The value of a property in the graph. Strings are views, valid as long as the graph.
[[nodiscard]] Value value_of(const PropertyView& property);

}  // namespace treatygraph::queries::cypher
