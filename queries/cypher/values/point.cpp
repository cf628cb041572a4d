#include "queries/cypher/values/point.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "queries/cypher/values/error.h"

namespace treatygraph::queries::cypher {
namespace {

/// The numbers are those of EPSG (WGS 84) and of Neo4j (Cartesian). reference_system() relies on this order.
constexpr std::array<ReferenceSystem, 4> kSystems = {{{4326, "wgs-84", true, 2},
                                                      {4979, "wgs-84-3d", true, 3},
                                                      {7203, "cartesian", false, 2},
                                                      {9157, "cartesian-3d", false, 3}}};

[[noreturn]] void wrong(const std::string& message) {
  runtime_error("ArgumentError", "InvalidArgumentValue", message);
}

/// With a decimal point or an exponent, as floats are written.
std::string number(double one) {
  auto text = fmt::format("{}", one);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

/// Removes `start` from the front of `text`, if it is there.
bool skip(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

template <typename Number>
/// Reads a number from the front of `text` and removes it.
bool read_number(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

}  // namespace

const ReferenceSystem* find_reference_system(std::int64_t srid) {
  const auto* const found = std::ranges::find(kSystems, srid, &ReferenceSystem::srid);
  return found == kSystems.end() ? nullptr : found;
}

const ReferenceSystem* find_reference_system(std::string_view name) {
  auto wanted = lower_case(name);
  // "wgs-84-2d" and "cartesian-2d" are other names for the two-dimensional systems.
  if (wanted.ends_with("-2d")) wanted.resize(wanted.size() - 3);
  const auto* const found = std::ranges::find(kSystems, wanted, &ReferenceSystem::name);
  return found == kSystems.end() ? nullptr : found;
}

const ReferenceSystem& reference_system(bool is_geographic, std::size_t dimensions) {
  return kSystems.at((is_geographic ? 0U : 2U) + (dimensions == 3 ? 1U : 0U));
}

const ReferenceSystem& reference_system_of(const Point& point) {
  return *find_reference_system(std::int64_t{point.srid});
}

Value point_field(const Point& point, std::string_view name) {
  const auto& system = reference_system_of(point);
  if (name == "x" || (name == "longitude" && system.is_geographic)) return point.x;
  if (name == "y" || (name == "latitude" && system.is_geographic)) return point.y;
  if (system.dimensions == 3 && (name == "z" || (name == "height" && system.is_geographic))) return point.z;
  if (name == "crs") return std::string(system.name);
  if (name == "srid") return std::int64_t{system.srid};
  wrong(fmt::format("a point in {} has no {}; it has x, y{}{}, crs and srid", system.name, name,
                    system.dimensions == 3 ? ", z" : "",
                    !system.is_geographic    ? ""
                    : system.dimensions == 3 ? ", longitude, latitude, height"
                                             : ", longitude, latitude"));
}

Point checked_point(Point point) {
  if (!std::isfinite(point.x) || !std::isfinite(point.y) || !std::isfinite(point.z)) {
    wrong("the coordinates of a point are finite numbers, not NaN or Infinity");
  }
  if (!reference_system_of(point).is_geographic) return point;
  if (std::fabs(point.y) > 90) wrong(fmt::format("the latitude is {}; expected -90 to 90", point.y));
  // A longitude of 190 degrees is 170 degrees west.
  if (std::fabs(point.x) > 180) {
    point.x = std::fmod(point.x, 360);
    if (point.x > 180) point.x -= 360;
    if (point.x < -180) point.x += 360;
  }
  return point;
}

std::string to_text(const Point& point) {
  const auto& system = reference_system_of(point);
  const auto third = system.dimensions == 3 ? ", z: " + number(point.z) : "";
  return fmt::format("point({{x: {}, y: {}{}, crs: '{}'}})", number(point.x), number(point.y), third, system.name);
}

std::string well_known_text(const Point& point) {
  if (reference_system_of(point).dimensions == 2)
    return fmt::format("SRID={};POINT ({} {})", point.srid, number(point.x), number(point.y));
  return fmt::format("SRID={};POINT Z ({} {} {})", point.srid, number(point.x), number(point.y), number(point.z));
}

std::optional<Point> point_of_well_known_text(std::string_view text) {
  Point point;
  if (!skip(text, "SRID=") || !read_number(text, point.srid) || !skip(text, ";POINT")) return std::nullopt;
  const auto* system = find_reference_system(std::int64_t{point.srid});
  const auto blanks = [&] {
    while (skip(text, " ")) continue;
  };
  blanks();
  const bool has_height = skip(text, "Z");
  blanks();
  if (system == nullptr || has_height != (system->dimensions == 3) || !skip(text, "(")) return std::nullopt;
  blanks();
  for (auto* coordinate : {&point.x, &point.y, &point.z}) {
    if (coordinate == &point.z && !has_height) break;
    if (!read_number(text, *coordinate)) return std::nullopt;
    blanks();
  }
  if (text != ")") return std::nullopt;
  try {
    return checked_point(point);
  } catch (const CypherError&) {
    return std::nullopt;
  }
}

}  // namespace treatygraph::queries::cypher
