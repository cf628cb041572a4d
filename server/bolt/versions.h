#pragma once
// The supported versions of Bolt and their differences, by name.

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace treatygraph::server::bolt {

struct Version {
  std::uint8_t major = 0;
  std::uint8_t minor = 0;
  auto operator<=>(const Version&) const = default;

  /// Nodes and relationships have an element id.
  [[nodiscard]] bool has_element_ids() const { return major >= 5; }
  /// Date-times are sent as UTC seconds. Older versions send local time, unless both sides agree on the patch "utc".
  [[nodiscard]] bool counts_in_utc() const { return major >= 5; }
  /// Authentication comes with LOGON instead of HELLO.
  [[nodiscard]] bool has_logon() const { return *this >= Version{5, 1}; }
  /// The message TELEMETRY exists.
  [[nodiscard]] bool has_telemetry() const { return *this >= Version{5, 4}; }
  /// Summaries have GQL status objects instead of notifications.
  [[nodiscard]] bool has_statuses() const { return *this >= Version{5, 6}; }
  /// Failures have a GQL status in addition to Neo4j's code.
  [[nodiscard]] bool has_gql_failures() const { return *this >= Version{5, 7}; }
  /// Clients that name no database are told which one answers.
  [[nodiscard]] bool tells_database() const { return *this >= Version{5, 8}; }
};

[[nodiscard]] std::string text_of(Version version);  ///< "5.8"

/// A range of consecutive minor versions, from `newest` down.
struct VersionRange {
  Version newest;
  std::uint8_t older = 0;  ///< how many older minor versions
};
/// Newest first. 5.5 is left out: no server speaks it.
inline constexpr std::array<VersionRange, 4> kSpoken = {{{{6, 0}, 0}, {{5, 8}, 2}, {{5, 4}, 4}, {{4, 4}, 0}}};

}  // namespace treatygraph::server::bolt
