#pragma once
// Who signed a treaty, who consented to be bound by it, and how far it is from entering into force.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"
#include "queries/treaty/treaty_actions.h"

namespace treatygraph::queries {

struct Participation {
  NodeId treaty;
  std::string as_of;                      ///< empty: all that is known
  std::vector<Participant> participants;  ///< by date of the first action, then key
  std::size_t signatory_count = 0;        ///< who signed, whether or not they went on
  std::size_t consent_count = 0;          ///< who consented to be bound and did not withdraw
  std::size_t domestic_count = 0;         ///< who did so at home alone: nothing deposited, so not among these
  /// Of those who consented, the States: an organisation's instrument is not counted beside those of its members (as
  /// UNTOC art. 38(1)).
  std::size_t counted_count = 0;
  std::optional<std::size_t> needed;   ///< instruments that entry into force takes; property `ratifications_needed`
  std::optional<std::size_t> missing;  ///< 0 when reached
  std::string needed_reached_on;       ///< date of the instrument that completed them; empty while some are missing
  std::string entry_into_force;        ///< that date and `entry_into_force_days`, or the treaty's own property
  bool in_force = false;               ///< on `as_of`
  std::size_t party_count = 0;         ///< for whom it is in force: none before entry into force
};

/// On the day of the scope's `as_of`; without one, as far as is known.
[[nodiscard]] Result<Participation> participation_in(const Graph& graph, std::string_view slug, const Scope& scope);

}  // namespace treatygraph::queries
