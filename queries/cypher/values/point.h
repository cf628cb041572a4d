#pragma once
// Points: coordinate reference systems, fields, and how a point is written. Cypher manual, "Spatial values".

#include <optional>
#include <string>
#include <string_view>

#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

struct ReferenceSystem {
  std::int32_t srid;
  std::string_view name;
  bool is_geographic;  ///< x is the longitude, y the latitude, z the height, in degrees and meters
  std::size_t dimensions;
};

/// nullptr for a number or a name that none has. Names are found in any case.
[[nodiscard]] const ReferenceSystem* find_reference_system(std::int64_t srid);
[[nodiscard]] const ReferenceSystem* find_reference_system(std::string_view name);
[[nodiscard]] const ReferenceSystem& reference_system(bool is_geographic, std::size_t dimensions);
[[nodiscard]] const ReferenceSystem& reference_system_of(const Point& point);

/// point.x, point.latitude, point.crs ...; an error for a field that the point's reference system does not have.
[[nodiscard]] Value point_field(const Point& point, std::string_view name);

/// A point with a longitude from -180 to 180. Throws CypherError for a latitude beyond 90 degrees, and for coordinates
/// that are not finite.
[[nodiscard]] Point checked_point(Point point);

/// As toString() writes it: "point({x: 1.0, y: 2.0, crs: 'cartesian'})".
[[nodiscard]] std::string to_text(const Point& point);

/// As the Query API writes it: "SRID=4326;POINT (12.5 55.6)", "SRID=4979;POINT Z (12.5 55.6 3)".
[[nodiscard]] std::string well_known_text(const Point& point);
/// Nothing where `text` is not such a point.
[[nodiscard]] std::optional<Point> point_of_well_known_text(std::string_view text);

}  // namespace treatygraph::queries::cypher
