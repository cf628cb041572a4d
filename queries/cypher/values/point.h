#pragma once
// Points: their coordinate reference systems, their fields, and their texts. Cypher manual, "Spatial values".

#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

/// One of the four systems: WGS 84 and Cartesian, each with two and with three dimensions.
struct ReferenceSystem {
  std::int32_t srid;
  std::string_view name;
  bool is_geographic;  ///< x is the longitude and y the latitude in degrees, z the height in meters
  std::size_t dimensions;
};

/// nullptr if no system has the number or the name. The case of names does not matter.
[[nodiscard]] const ReferenceSystem* find_reference_system(std::int64_t srid);
[[nodiscard]] const ReferenceSystem* find_reference_system(std::string_view name);
/// `dimensions` is 2 or 3.
[[nodiscard]] const ReferenceSystem& reference_system(bool is_geographic, std::size_t dimensions);
[[nodiscard]] const ReferenceSystem& reference_system_of(const Point& point);

/// point.x, point.latitude, point.crs and so on. Throws CypherError for a field that the point's reference system does
/// not have.
[[nodiscard]] Value point_field(const Point& point, std::string_view name);

/// The point with its longitude brought into -180 to 180. Throws CypherError for a latitude beyond 90 degrees and for
/// coordinates that are not finite.
[[nodiscard]] Point checked_point(Point point);

/// As toString() writes it: "point({x: 1.0, y: 2.0, crs: 'cartesian'})".
[[nodiscard]] std::string to_text(const Point& point);

/// As the Query API writes it: "SRID=4326;POINT (12.5 55.6)", "SRID=4979;POINT Z (12.5 55.6 3)".
[[nodiscard]] std::string well_known_text(const Point& point);
/// Parses the same form. Nothing if `text` is not such a point.
[[nodiscard]] std::optional<Point> point_of_well_known_text(std::string_view text);

}  // namespace treatygraph::queries::cypher
