#pragma once
// Who signed a treaty, who consented to be bound by it, and how far it is from its entry into force. What the data do
// not tell is reported as unknown, with the reason; it is not guessed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"
#include "queries/treaty/treaty_actions.h"

namespace treatygraph::queries {

/// A number reported by an event, compared with the list. An actor without a known date may have acted before the
/// event.
struct ReportedCount {
  NodeId event;
  std::string_view what;  ///< "signatories", or "ratifications" including domestic ones
  std::size_t reported = 0;
  std::size_t listed_at_least = 0;  ///< certainly before the event
  std::size_t listed_at_most = 0;   ///< at most, including those without a precise date

  [[nodiscard]] bool agrees() const { return listed_at_least <= reported && reported <= listed_at_most; }
};

struct Participation {
  NodeId treaty{};
  std::string as_of;                      ///< empty: everything known
  std::vector<Participant> participants;  ///< by date of the first action, then key
  bool has_acts = false;                  ///< whether any act is known; if not, the counts mean nothing
  std::size_t signatory_count = 0;        ///< signed, whether or not they went on to ratify
  std::size_t consent_count = 0;          ///< consented to be bound and did not withdraw
  std::size_t domestic_count = 0;         ///< approved domestically without depositing; not among these
  /// States among those who consented; an organisation's instrument does not count in addition to those of its members
  /// (as in UNTOC art. 38(1)).
  std::size_t counted_count = 0;
  std::optional<std::size_t> needed;       ///< instruments needed for entry into force; property `ratifications_needed`
  std::optional<std::size_t> missing;      ///< 0 if reached; none if the required number or all acts are unknown
  std::string needed_reached_on;           ///< date of the instrument that completed them; empty while some are missing
  std::string entry_into_force;            ///< that date plus `entry_into_force_days`, or the treaty's own property
  std::optional<bool> in_force;            ///< on `as_of`; none if unknown
  std::optional<std::size_t> party_count;  ///< for whom it is in force; none before entry into force
  std::string unknown_because;             ///< why in_force or party_count is unknown; empty if both are known
  std::vector<ReportedCount> reports;      ///< ordered by date of the event
};

/// The participation on the scope's `as_of` day; without one, everything known. The treaty is named by its slug.
[[nodiscard]] Result<Participation> participation_in(const Graph& graph, std::string_view slug, const Scope& scope);

/// One sentence for each report that contradicts the list, giving both numbers.
[[nodiscard]] std::vector<std::string> contradictions_in(const Graph& graph, const Participation& participation);

}  // namespace treatygraph::queries
