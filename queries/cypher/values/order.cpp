// Integers and floats are compared exactly, because conversion to a float would make 2^53 + 1 equal to 2^53. NaN
// follows all other numbers in ORDER BY, is equivalent to itself, but equals nothing.

#include "queries/cypher/values/order.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "queries/cypher/values/temporal_clock.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// AND of three-valued logic.
Ternary both(Ternary a, Ternary b) {
  if (a == false || b == false) return false;
  if (!a || !b) return std::nullopt;
  return true;
}

Ternary equal_lists(const ValueList& a, const ValueList& b) {
  if (a.size() != b.size()) return false;
  Ternary all = true;
  for (std::size_t i = 0; i < a.size() && all != false; ++i) {
    BudgetInForce::spend();
    all = both(all, equals(a[i], b[i]));
  }
  return all;
}

Ternary equal_maps(const Map& a, const Map& b) {
  if (a.entries().size() != b.entries().size()) return false;
  Ternary all = true;
  for (const auto& [name, value] : a.entries()) {
    BudgetInForce::spend();
    const auto* other = b.find(name);
    if (other == nullptr) return false;
    all = both(all, equals(value, *other));
  }
  return all;
}

/// 2^63, which is above every 64-bit integer. Floats in [-kPastIntegers, kPastIntegers) can be converted to one.
constexpr double kPastIntegers = 9223372036854775808.0;

/// Exact: an integer above 2^53 is not rounded to a float for the comparison. NaN is greater than all numbers.
std::weak_ordering order_exactly(std::int64_t integer, double floating) {
  if (std::isnan(floating) || floating >= kPastIntegers) return std::weak_ordering::less;
  if (floating < -kPastIntegers) return std::weak_ordering::greater;
  const auto whole = std::floor(floating);
  const auto ordering = integer <=> static_cast<std::int64_t>(whole);
  return ordering == 0 && whole < floating ? std::weak_ordering::less : ordering;
}

std::weak_ordering order_truths(bool a, bool b) {
  return static_cast<int>(a) <=> static_cast<int>(b);
}

std::weak_ordering order_floats(double x, double y) {
  if (std::isnan(x) || std::isnan(y)) return order_truths(std::isnan(x), std::isnan(y));
  if (x < y) return std::weak_ordering::less;
  return x > y ? std::weak_ordering::greater : std::weak_ordering::equivalent;
}

std::weak_ordering order_numbers(const Value& a, const Value& b) {
  const bool whole_a = a.is(ValueType::Integer);
  const bool whole_b = b.is(ValueType::Integer);
  if (whole_a && whole_b) return a.integer() <=> b.integer();
  if (whole_a) return order_exactly(a.integer(), b.floating());
  if (whole_b) return 0 <=> order_exactly(b.integer(), a.floating());
  return order_floats(a.floating(), b.floating());
}

bool is_nan(const Value& value) {
  return value.is(ValueType::Float) && std::isnan(value.floating());
}

/// NaN equals nothing, not even itself.
bool equal_numbers(const Value& a, const Value& b) {
  return !is_nan(a) && !is_nan(b) && order_numbers(a, b) == 0;
}

/// Equal integers and floats have equal hashes: a float without a fraction is hashed as an integer.
std::size_t hash_number(const Value& value) {
  if (value.is(ValueType::Integer)) return std::hash<std::int64_t>()(value.integer());
  const auto number = value.floating();
  if (std::isnan(number)) return std::hash<double>()(0.5);
  const bool is_whole = number >= -kPastIntegers && number < kPastIntegers && std::floor(number) == number;
  return is_whole ? std::hash<std::int64_t>()(static_cast<std::int64_t>(number)) : std::hash<double>()(number);
}

/// Equality of two values of one type that is not a list, map or number.
bool equal_atoms(const Value& a, const Value& b) {
  switch (a.type()) {
    case ValueType::Node:
      return a.node() == b.node();
    case ValueType::Relationship:
      return a.relationship() == b.relationship();
    case ValueType::Path:
      return a.path().nodes == b.path().nodes && a.path().relationships == b.path().relationships;
    case ValueType::String:
      BudgetInForce::spend_on_text(a.string().size());
      return a.string() == b.string();
    case ValueType::Boolean:
      return a.boolean() == b.boolean();
    case ValueType::Date:
      return a.as<Date>() == b.as<Date>();
    case ValueType::LocalTime:
      return a.as<LocalTime>() == b.as<LocalTime>();
    case ValueType::LocalDateTime:
      return a.as<LocalDateTime>() == b.as<LocalDateTime>();
    case ValueType::Time:
      return a.as<Time>() == b.as<Time>();
    case ValueType::DateTime:
      return a.date_time() == b.date_time();
    case ValueType::Duration:
      return a.as<Duration>() == b.as<Duration>();
    case ValueType::Point:
      return a.point() == b.point();
    default:
      return false;
  }
}

/// By the ids of nodes and relationships, alternating from the start.
std::weak_ordering order_paths(const Path& a, const Path& b) {
  const auto ids = [](const Path& path) {
    std::vector<std::uint32_t> all;
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
      all.push_back(static_cast<std::uint32_t>(path.nodes[i]));
      if (i < path.relationships.size()) all.push_back(static_cast<std::uint32_t>(path.relationships[i]));
    }
    return all;
  };
  return ids(a) <=> ids(b);
}

std::weak_ordering order_lists(const ValueList& a, const ValueList& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    BudgetInForce::spend();
    if (const auto item = order(a[i], b[i]); item != 0) return item;
  }
  return a.size() <=> b.size();
}

/// By the entries in the order of their names, so the order of insertion does not matter.
std::weak_ordering order_maps(const Map& a, const Map& b) {
  const auto sorted = [](const Map& map) {
    auto entries = map.entries();
    BudgetInForce::spend(entries.size());
    std::ranges::sort(entries, {}, &Map::Entry::first);
    return entries;
  };
  const auto left = sorted(a);
  const auto right = sorted(b);
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    if (const auto name = left[i].first <=> right[i].first; name != 0) return name;
    if (const auto value = order(left[i].second, right[i].second); value != 0) return value;
  }
  return left.size() <=> right.size();
}

std::weak_ordering order_points(const Point& a, const Point& b) {
  if (a.srid != b.srid) return a.srid <=> b.srid;
  if (const auto x = order_floats(a.x, b.x); x != 0) return x;
  if (const auto y = order_floats(a.y, b.y); y != 0) return y;
  return order_floats(a.z, b.z);
}

/// The order of two values of the same type.
std::weak_ordering order_alike(const Value& a, const Value& b) {
  switch (a.type()) {
    case ValueType::Map:
      return order_maps(a.map(), b.map());
    case ValueType::Node:
      return a.node() <=> b.node();
    case ValueType::Relationship:
      return a.relationship() <=> b.relationship();
    case ValueType::List:
      return order_lists(a.list(), b.list());
    case ValueType::Path:
      return order_paths(a.path(), b.path());
    case ValueType::Point:
      return order_points(a.point(), b.point());
    case ValueType::String:
      BudgetInForce::spend_on_text(std::min(a.string().size(), b.string().size()));
      return a.string() <=> b.string();
    case ValueType::Boolean:
      return order_truths(a.boolean(), b.boolean());
    case ValueType::Date:
      return a.as<Date>() <=> b.as<Date>();
    case ValueType::LocalTime:
      return a.as<LocalTime>() <=> b.as<LocalTime>();
    case ValueType::LocalDateTime:
      return a.as<LocalDateTime>() <=> b.as<LocalDateTime>();
    case ValueType::Time:
      return instant_of(a.as<Time>()) <=> instant_of(b.as<Time>());
    case ValueType::DateTime:
      return instant_of(a.date_time()) <=> instant_of(b.date_time());
    case ValueType::Duration:
      return average_length(a.as<Duration>()) <=> average_length(b.as<Duration>());
    default:
      return std::weak_ordering::equivalent;
  }
}

/// Lists compare item by item. The first difference decides, unless the comparison of an item before it is null.
Ternary less_lists(const ValueList& a, const ValueList& b, bool or_equal) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    BudgetInForce::spend();
    const auto equal = equals(a[i], b[i]);
    if (!equal) return std::nullopt;
    if (!*equal) return less(a[i], b[i]);
  }
  return or_equal ? a.size() <= b.size() : a.size() < b.size();
}

/// a < b or, with `or_equal`, a <= b.
Ternary compare(const Value& a, const Value& b, bool or_equal) {
  if (a.is_number() && b.is_number()) {
    if (is_nan(a) || is_nan(b)) return false;
    const auto ordering = order_numbers(a, b);
    return or_equal ? ordering <= 0 : ordering < 0;
  }
  if (a.type() != b.type()) return std::nullopt;
  switch (a.type()) {
    case ValueType::List:
      return less_lists(a.list(), b.list(), or_equal);
    case ValueType::String:
    case ValueType::Boolean:
    case ValueType::Date:
    case ValueType::LocalTime:
    case ValueType::LocalDateTime:
    case ValueType::Time:
    case ValueType::DateTime: {
      const auto ordering = order_alike(a, b);
      return or_equal ? ordering <= 0 : ordering < 0;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

Ternary equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return equal_numbers(a, b);
  if (a.type() != b.type()) return false;
  if (a.is(ValueType::List)) return equal_lists(a.list(), b.list());
  if (a.is(ValueType::Map)) return equal_maps(a.map(), b.map());
  return equal_atoms(a, b);
}

Ternary less(const Value& a, const Value& b) {
  return compare(a, b, false);
}

Ternary less_or_equal(const Value& a, const Value& b) {
  return compare(a, b, true);
}

std::weak_ordering order(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) return order_numbers(a, b);
  if (a.type() != b.type()) return a.type() <=> b.type();
  if (a.shares_with(b)) return std::weak_ordering::equivalent;
  return order_alike(a, b);
}

/// Times, datetimes and durations may be different values with the same place in the order: 12:00+01:00 and 11:00Z.
bool same(const Value& a, const Value& b) {
  if (a.is(ValueType::Duration) && b.is(ValueType::Duration)) return a.as<Duration>() == b.as<Duration>();
  if (a.is(ValueType::Time) && b.is(ValueType::Time)) return a.as<Time>() == b.as<Time>();
  if (a.is(ValueType::DateTime) && b.is(ValueType::DateTime)) return a.date_time() == b.date_time();
  return order(a, b) == 0;
}

std::size_t hash(const Value& value) {
  const auto mix = [](std::size_t seed, std::size_t more) {
    return seed ^ (more + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
  };
  const auto number = [](std::int64_t n) { return static_cast<std::size_t>(n); };
  switch (value.type()) {
    case ValueType::Node:
      return mix(1, index_of(value.node()));
    case ValueType::Relationship:
      return mix(2, index_of(value.relationship()));
    case ValueType::String:
      BudgetInForce::spend_on_text(value.string().size());
      return std::hash<std::string_view>()(value.string());
    case ValueType::Boolean:
      return mix(3, value.boolean() ? 1 : 0);
    case ValueType::Integer:
    case ValueType::Float:
      return hash_number(value);
    case ValueType::List: {
      std::size_t all = 4;
      for (const auto& item : value.list()) {
        BudgetInForce::spend();
        all = mix(all, hash(item));
      }
      return all;
    }
    case ValueType::Map: {
      std::size_t all = 5;
      for (const auto& [name, item] : value.map().entries()) {
        BudgetInForce::spend();
        // A sum, because the order of entries does not matter.
        all += mix(std::hash<std::string>()(name), hash(item));
      }
      return all;
    }
    case ValueType::Path: {
      std::size_t all = 6;
      for (const auto node : value.path().nodes) all = mix(all, index_of(node));
      for (const auto relationship : value.path().relationships) all = mix(all, index_of(relationship));
      return all;
    }
    case ValueType::Point: {
      const auto& point = value.point();
      // 0.0 and -0.0 are equal.
      const auto coordinate = [](double one) { return std::hash<double>()(one == 0 ? 0 : one); };
      return mix(mix(mix(number(point.srid), coordinate(point.x)), coordinate(point.y)), coordinate(point.z));
    }
    case ValueType::Date:
      return mix(7, number(value.as<Date>().days));
    case ValueType::LocalTime:
      return mix(8, number(value.as<LocalTime>().nanoseconds));
    case ValueType::Time:
      return mix(9, number(value.as<Time>().local.nanoseconds));
    case ValueType::LocalDateTime:
      return mix(number(value.as<LocalDateTime>().date.days), number(value.as<LocalDateTime>().time.nanoseconds));
    case ValueType::DateTime:
      return mix(number(value.date_time().local.date.days), number(value.date_time().local.time.nanoseconds));
    case ValueType::Duration: {
      const auto duration = value.as<Duration>();
      return mix(mix(number(duration.months), number(duration.days)), number(duration.seconds));
    }
    default:
      return static_cast<std::size_t>(value.type());
  }
}

bool SameValues::operator()(std::span<const Value> a, std::span<const Value> b) const {
  return std::ranges::equal(a, b, same);
}

std::size_t HashValues::operator()(std::span<const Value> values) const {
  std::size_t all = 0;
  for (const auto& value : values) all = all * 31 + hash(value);
  return all;
}

/// The place of the row in the table, or the free place for it.
std::size_t RowSet::place_of(std::span<const Value> row, std::size_t hash) const {
  auto place = hash & (table_.size() - 1);
  for (; table_[place] != kNone; place = (place + 1) & (table_.size() - 1)) {
    const auto number = table_[place] - 1;
    const auto there = std::span(cells_).subspan(number * row.size(), row.size());
    if (hashes_[number] == hash && SameValues()(there, row)) break;
  }
  return place;
}

bool RowSet::add(std::span<const Value> row) {
  // At most half full, so that probing stays short.
  if (2 * hashes_.size() >= table_.size()) grow();
  // Hashes may differ in few bits only, and the table uses the lowest.
  const auto hash = HashValues()(row) * 0x9e3779b97f4a7c15ULL;
  const auto mixed = hash ^ (hash >> 32U);
  auto& number = table_[place_of(row, mixed)];
  if (number != kNone) return false;
  cells_.insert(cells_.end(), row.begin(), row.end());
  hashes_.push_back(mixed);
  number = static_cast<std::uint32_t>(hashes_.size());
  return true;
}

void RowSet::grow() {
  constexpr std::size_t kFirst = 32;
  table_.assign(std::max(kFirst, 2 * table_.size()), kNone);
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    auto place = hashes_[i] & (table_.size() - 1);
    while (table_[place] != kNone) place = (place + 1) & (table_.size() - 1);
    table_[place] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace treatygraph::queries::cypher
