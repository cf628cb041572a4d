// Values that consist of integers only (dates, times, durations) share a table from the structure's tag to the number
// of fields and a function. Points and zoned date-times have other fields and are read by themselves. Tags are those of
// https://neo4j.com/docs/bolt/current/bolt/structure-semantics/.

#include "server/bolt/value_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "queries/cypher/values/error.h"
#include "queries/cypher/values/point.h"
#include "queries/cypher/values/temporal_clock.h"
#include "queries/formats/text/utf8.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::server::bolt {
namespace {

using Kind = Packed::Kind;
using queries::cypher::Instant;
using queries::cypher::kNanosPerDay;
using queries::cypher::kNanosPerSecond;
using queries::cypher::Map;
using queries::cypher::Value;
using queries::cypher::ValueList;
using queries::cypher::Zone;

using Numbers = std::span<const std::int64_t>;

constexpr std::int64_t kLargestOffset = std::int64_t{18} * 3'600;  // seconds: 18 hours, as in Java's ZoneOffset
/// A number of seconds that corresponds to years of at most nine digits, with some margin.
constexpr std::int64_t kMostSeconds = 40'000'000'000'000'000;

tl::unexpected<Error> refused(std::string detail) {
  return fail(ErrorCode::InvalidArgument, std::move(detail));
}

/// Runs of plain ASCII are skipped eight bytes at a time (plain_length).
bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto plain = queries::formats::plain_length(text);
    const auto length = plain > 0 ? plain : queries::formats::utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

/// Copies the text if it is UTF-8, and charges its length to the budget.
Result<std::string> text_of(std::string_view text) {
  queries::BudgetInForce::spend_on_text(text.size());
  if (!is_utf8(text)) return refused("a string is not UTF-8");
  return std::string(text);
}

/// The error for a value of the right form that does not exist, such as a time of 25 hours.
tl::unexpected<Error> no_such(std::string_view what) {
  return refused(fmt::format("a {} was sent that does not exist", what));
}

/// Times are nanoseconds since midnight.
bool is_within_day(std::int64_t nanoseconds) {
  return nanoseconds >= 0 && nanoseconds < kNanosPerDay;
}

/// A zone with a fixed offset from UTC, in seconds; nothing if no such offset can exist.
std::optional<Zone> zone_of_offset(std::int64_t seconds) {
  if (seconds < -kLargestOffset || seconds > kLargestOffset) return std::nullopt;
  return Zone{static_cast<std::int32_t>(seconds), {}, false};
}

/// Limited, so that the arithmetic on it cannot overflow.
std::optional<Instant> instant_of(std::int64_t seconds, std::int64_t nanoseconds) {
  if (seconds < -kMostSeconds || seconds > kMostSeconds || nanoseconds < 0 || nanoseconds >= kNanosPerSecond) {
    return std::nullopt;
  }
  return Instant{seconds, nanoseconds};
}

/// `is_utc`: whether the seconds are counted in UTC, or are a local time written as if it were UTC.
Result<Value> moment_of(const std::optional<Instant>& instant, const std::optional<Zone>& zone, bool is_utc) {
  if (!instant || !zone) return no_such("moment");
  auto moment = is_utc ? queries::cypher::at_instant(*instant, *zone)
                       : queries::cypher::at_zone(queries::cypher::local_of(*instant), *zone);
  if (!queries::cypher::is_in_range(moment.local.date)) return no_such("moment");
  return Value(std::move(moment));
}

Result<Value> date_of(Numbers n) {
  const Date date{n[0]};
  return queries::cypher::is_in_range(date) ? Result<Value>(date) : no_such("date");
}

Result<Value> local_time_of(Numbers n) {
  return is_within_day(n[0]) ? Result<Value>(LocalTime{n[0]}) : no_such("time");
}

Result<Value> time_of(Numbers n) {
  const auto zone = zone_of_offset(n[1]);
  return is_within_day(n[0]) && zone ? Result<Value>(Time{{n[0]}, zone->offset_seconds}) : no_such("time");
}

Result<Value> local_moment_of(Numbers n) {
  const auto instant = instant_of(n[0], n[1]);
  if (!instant) return no_such("moment");
  const auto local = queries::cypher::local_of(*instant);
  return queries::cypher::is_in_range(local.date) ? Result<Value>(local) : no_such("moment");
}

/// Nanoseconds outside [0, 1 s) are carried over.
Result<Value> duration_of(Numbers n) {
  std::int64_t seconds = 0;
  const auto carried = queries::cypher::floor_div(n[3], kNanosPerSecond);
  if (__builtin_add_overflow(n[2], carried, &seconds)) return no_such("duration");
  const auto nanoseconds = static_cast<std::int32_t>(queries::cypher::floor_mod(n[3], kNanosPerSecond));
  return Value(Duration{n[0], n[1], seconds, nanoseconds});
}

/// A structure whose fields are all integers.
struct NumbersAsValue {
  char tag;
  std::size_t count;
  Result<Value> (*make)(Numbers numbers);
};
/// I and F are date-times with an offset: I counts seconds in UTC, F in local time. (i and f have a named zone, which
/// is text.)
constexpr std::array<NumbersAsValue, 7> kOfNumbers = {
    {{'D', 1, date_of},
     {'t', 1, local_time_of},
     {'T', 2, time_of},
     {'d', 2, local_moment_of},
     {'E', 4, duration_of},
     {'I', 3, [](Numbers n) { return moment_of(instant_of(n[0], n[1]), zone_of_offset(n[2]), true); }},
     {'F', 3, [](Numbers n) { return moment_of(instant_of(n[0], n[1]), zone_of_offset(n[2]), false); }}}};

/// Coordinates may be sent as integers.
std::optional<double> coordinate_of(const Packed& packed) {
  if (packed.kind == Kind::Float) return packed.floating;
  if (packed.kind == Kind::Integer) return static_cast<double>(packed.integer);
  return std::nullopt;
}

/// In the words of an error message.
std::string_view name_of_structure(char tag) {
  switch (tag) {
    case 'N':
      return "a node";
    case 'R':
    case 'r':
      return "a relationship";
    case 'P':
      return "a path";
    case 'V':
      return "a vector";
    default:
      return "a structure that is unknown here";
  }
}

}  // namespace

Result<Value> ValueReader::read_at(std::size_t depth) {
  // Each value is a step of the budget; the depth protects the stack.
  queries::BudgetInForce::spend();
  if (depth > kDeepest) return refused(fmt::format("a value is nested deeper than {} levels", kDeepest));
  const auto packed = pack_.next();
  if (!packed) return fail(packed.error());
  switch (packed->kind) {
    case Kind::Null:
      return Value();
    case Kind::Boolean:
      return Value(packed->boolean);
    case Kind::Integer:
      return Value(packed->integer);
    case Kind::Float:
      return Value(packed->floating);
    case Kind::Bytes:
      return refused("a byte array cannot be a parameter here; send a string, or a list of integers");
    case Kind::String: {
      auto text = text_of(packed->text);
      return text ? Result<Value>(std::move(*text)) : fail(text.error());
    }
    case Kind::List:
      return list_of(packed->size, depth + 1);
    case Kind::Map: {
      auto map = map_of(packed->size, depth + 1);
      return map ? Result<Value>(std::move(*map)) : fail(map.error());
    }
    case Kind::Structure:
      return structure_of(*packed);
  }
  return Value();
}

// PackReader has checked that the message has at least one byte per item, so `size` is at most its length.
Result<Value> ValueReader::list_of(std::size_t size, std::size_t depth) {
  ValueList list;
  list.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    auto item = read_at(depth);
    if (!item) return item;
    list.push_back(std::move(*item));
  }
  return Value(std::move(list));
}

Result<Map> ValueReader::map_of(std::size_t size, std::size_t depth) {
  Map map;
  for (std::size_t i = 0; i < size; ++i) {
    auto name = read_string();
    if (!name) return fail(name.error());
    // Two values for one name would leave open which of them the query uses.
    if (map.find(*name) != nullptr) return refused(fmt::format("a map has the key {} twice", *name));
    auto value = read_at(depth);
    if (!value) return fail(value.error());
    map.set(std::move(*name), std::move(*value));
  }
  return map;
}

Result<Map> ValueReader::read_map() {
  const auto packed = pack_.next();
  if (!packed) return fail(packed.error());
  if (packed->kind == Kind::Null) return Map();
  if (packed->kind != Kind::Map) return refused("a message has another value where a map is expected");
  return map_of(packed->size, 1);
}

Result<std::string> ValueReader::read_string() {
  const auto packed = pack_.next();
  if (!packed) return fail(packed.error());
  if (packed->kind != Kind::String) return refused("a message has another value where a string is expected");
  return text_of(packed->text);
}

Result<std::int64_t> ValueReader::read_integer() {
  const auto packed = pack_.next();
  if (!packed) return fail(packed.error());
  if (packed->kind != Kind::Integer) return refused("a time has another value where an integer is expected");
  return packed->integer;
}

/// A point in two ('X') or three ('Y') dimensions: the reference system's number, then the coordinates.
Result<Value> ValueReader::point_of(const Packed& begun) {
  const std::size_t dimensions = begun.tag == 'X' ? 2 : 3;
  if (begun.size != dimensions + 1) return refused(fmt::format("a structure {} has {} fields", begun.tag, begun.size));
  const auto srid = read_integer();
  if (!srid) return fail(srid.error());
  const auto* system = queries::cypher::find_reference_system(*srid);
  if (system == nullptr || system->dimensions != dimensions) {
    return refused(fmt::format("a point with {} coordinates was sent with the unknown srid {}", dimensions, *srid));
  }
  queries::cypher::Point point{system->srid, 0, 0, 0};
  for (auto* coordinate : {&point.x, &point.y, &point.z}) {
    if (coordinate == &point.z && dimensions == 2) break;
    const auto packed = pack_.next();
    if (!packed) return fail(packed.error());
    const auto number = coordinate_of(*packed);
    if (!number) return refused("a point has another value where a coordinate is expected");
    *coordinate = *number;
  }
  try {
    return Value(queries::cypher::checked_point(point));
  } catch (const queries::cypher::CypherError& error) {
    return refused(error.message);
  }
}

/// The fields must be as many as the tag says, since there are no optional ones.
Result<Value> ValueReader::structure_of(const Packed& begun) {
  if (begun.tag == 'X' || begun.tag == 'Y') return point_of(begun);
  const auto* const known = std::ranges::find(kOfNumbers, begun.tag, &NumbersAsValue::tag);
  // Two integers and the name of a zone.
  const bool is_zoned = begun.tag == 'i' || begun.tag == 'f';
  const bool is_of_numbers = known != kOfNumbers.end();
  if (!is_zoned && !is_of_numbers) {
    return refused(fmt::format("{} cannot be a parameter here; send what of it the query needs as plain values",
                               name_of_structure(begun.tag)));
  }
  if (begun.size != (is_zoned ? 3 : known->count)) {
    return refused(fmt::format("a structure {} has {} fields", begun.tag, begun.size));
  }
  std::array<std::int64_t, 4> numbers{};
  const auto count = is_zoned ? 2 : known->count;
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = read_integer();
    if (!number) return fail(number.error());
    numbers.at(i) = *number;
  }
  if (!is_zoned) return known->make(numbers);
  const auto zone = read_string();
  if (!zone) return fail(zone.error());
  return moment_of(instant_of(numbers[0], numbers[1]), queries::cypher::zone_of(*zone), begun.tag == 'i');
}

}  // namespace treatygraph::server::bolt
