#include "queries/cypher/functions/point_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/point.h"

namespace treatygraph::queries::cypher {
namespace {

[[noreturn]] void wrong(const std::string& message) {
  runtime_error("ArgumentError", "InvalidArgumentValue", message);
}

/// The fields of point({...}). If one of them is null, the point is null.
constexpr std::array<std::string_view, 8> kFields = {"x", "y", "z", "longitude", "latitude", "height", "crs", "srid"};

/// The reference system that the map names by `crs` or `srid`; nullptr if it names none. An unknown system is an error.
const ReferenceSystem* named_system(const Map& map) {
  const auto* crs = map.find("crs");
  const auto* srid = map.find("srid");
  if (crs != nullptr && srid != nullptr) wrong("point() takes crs or srid, not both");
  const auto* given = crs != nullptr ? crs : srid;
  if (given == nullptr) return nullptr;
  const auto* system = given->is(ValueType::String) && crs != nullptr     ? find_reference_system(given->string())
                       : given->is(ValueType::Integer) && srid != nullptr ? find_reference_system(given->integer())
                                                                          : nullptr;
  if (system == nullptr) {
    wrong(
        "point() knows the crs 'wgs-84' (srid 4326), 'wgs-84-3d' (4979), 'cartesian' (7203) and 'cartesian-3d' (9157)");
  }
  return system;
}

const Value* first_of(const Map& map, std::string_view name, std::string_view other) {
  const auto* found = map.find(name);
  return found != nullptr ? found : map.find(other);
}

/// 0 for the missing third coordinate of a two-dimensional point.
double coordinate(const Value* value) {
  if (value == nullptr) return 0;
  if (!value->is_number()) wrong(fmt::format("the coordinates of a point are numbers, not {}", name_of(value->type())));
  return value->number();
}

Point point_of(const Map& map) {
  const bool is_geographic = map.find("longitude") != nullptr && map.find("latitude") != nullptr;
  const bool has_xy = map.find("x") != nullptr && map.find("y") != nullptr;
  if (!is_geographic && !has_xy) wrong("point() takes x and y, or longitude and latitude");
  const auto* third = first_of(map, "z", "height");
  const std::size_t dimensions = third == nullptr ? 2 : 3;
  const auto* named = named_system(map);
  if (named != nullptr && is_geographic && !named->is_geographic) {
    wrong(fmt::format("longitude and latitude are not coordinates of {}: give x and y", named->name));
  }
  if (named != nullptr && named->dimensions != dimensions) {
    wrong(fmt::format("{} has {} coordinates, and {} are given", named->name, named->dimensions, dimensions));
  }
  const auto& system = named != nullptr ? *named : reference_system(is_geographic, dimensions);
  const bool by_degrees = is_geographic;
  return checked_point({system.srid, coordinate(map.find(by_degrees ? "longitude" : "x")),
                        coordinate(map.find(by_degrees ? "latitude" : "y")), coordinate(third)});
}

/// A node or relationship may be given instead of a map, if its properties are coordinates.
Value point(const EvaluationContext& around, Arguments a) {
  if (a[0].is_null()) return {};
  const bool is_element = a[0].is(ValueType::Node) || a[0].is(ValueType::Relationship);
  if (!is_element && !a[0].is(ValueType::Map)) {
    type_error(fmt::format("point() takes a map, not {}", name_of(a[0].type())));
  }
  const auto map = is_element ? properties_of(around, a[0]) : a[0].map();
  for (const auto field : kFields) {
    const auto* value = map.find(field);
    if (value != nullptr && value->is_null()) return {};
  }
  return point_of(map);
}

/// Whether all arguments are points of one reference system. False if one is null or the systems differ; other values
/// are an error.
bool are_comparable(std::string_view function, Arguments a) {
  for (const auto& value : a) {
    if (!value.is_null() && !value.is(ValueType::Point)) {
      type_error(fmt::format("{}() takes points, not {}", function, name_of(value.type())));
    }
  }
  return std::ranges::all_of(a, [&](const Value& value) {
    return !value.is_null() && !a[0].is_null() && value.point().srid == a[0].point().srid;
  });
}

/// The distance in meters on a sphere, by the haversine formula at the mean height of both points, as the Cypher manual
/// defines it. The difference in height is added by Pythagoras.
double distance_on_earth(const Point& a, const Point& b) {
  constexpr double kEarthRadius = 6378140.0;  // in meters, as Neo4j has it
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const auto across = std::sin(radians(b.x - a.x) / 2);
  const auto along = std::sin(radians(b.y - a.y) / 2);
  const auto half = along * along + across * across * std::cos(radians(a.y)) * std::cos(radians(b.y));
  const auto angle = 2 * std::atan2(std::sqrt(half), std::sqrt(1 - half));
  return std::hypot((kEarthRadius + (a.z + b.z) / 2) * angle, a.z - b.z);
}

Value distance(const EvaluationContext& /*around*/, Arguments a) {
  if (!are_comparable("point.distance", a)) return {};
  const auto& from = a[0].point();
  const auto& to = a[1].point();
  if (reference_system_of(from).is_geographic) return distance_on_earth(from, to);
  return std::hypot(from.x - to.x, from.y - to.y, from.z - to.z);
}

bool lies_between(double low, double value, double high) {
  return low <= value && value <= high;
}

/// A box whose left side lies east of its right side crosses the 180th meridian.
bool lies_between_meridians(double west, double value, double east) {
  return west <= east ? lies_between(west, value, east) : value >= west || value <= east;
}

Value within_box(const EvaluationContext& /*around*/, Arguments a) {
  if (!are_comparable("point.withinBBox", a)) return {};
  const auto& point = a[0].point();
  const auto& low = a[1].point();
  const auto& high = a[2].point();
  const bool fits_x = reference_system_of(point).is_geographic ? lies_between_meridians(low.x, point.x, high.x)
                                                               : lies_between(low.x, point.x, high.x);
  return fits_x && lies_between(low.y, point.y, high.y) && lies_between(low.z, point.z, high.z);
}

}  // namespace

void add_point_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  constexpr KindSet kPoints(K::Point);
  table.insert(table.end(), {
                                {"point", 1, 1, point, KindSet(K::Map, K::Node, K::Relationship), K::Point},
                                {"point.distance", 2, 2, distance, kPoints, K::Float},
                                {"point.withinBBox", 3, 3, within_box, kPoints, K::Boolean},
                            });
}

}  // namespace treatygraph::queries::cypher
