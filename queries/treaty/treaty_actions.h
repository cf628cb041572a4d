#pragma once
// Which States and organisations acted on a treaty: signed it, consented to be bound by it, withdrew from it.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// The four ways to consent to be bound after negotiation (VCLT, art. 11); signature alone does not bind here.
inline constexpr std::array kConsentTypes = {type::kRatified, type::kAccepted, type::kApproved, type::kAcceded};

/// A State or organisation with its first action of each kind.
struct Participant {
  NodeId who{};  ///< a State or an organisation
  std::optional<RelationshipId> signature;
  std::optional<RelationshipId> consent;  ///< ratification, acceptance, approval or accession: the first
  /// The first approval at home (`kind` is domestic). Without a deposited instrument it binds nobody (VCLT art. 16).
  std::optional<RelationshipId> domestic;
  std::optional<RelationshipId> withdrawal;
};

/// Whether a consent is only known to have been given domestically, without a deposited instrument.
[[nodiscard]] bool is_domestic(const Graph& graph, RelationshipId consent);

/// Whether any visible act on the treaty is known. Without one, counts of participants mean nothing.
[[nodiscard]] bool has_acts(const Graph& graph, NodeId treaty, const ScopeFilter& scope_filter);

/// One Participant for each State or organisation, by the date of its first action, then by key.
[[nodiscard]] std::vector<Participant> actors_of(const Graph& graph, NodeId treaty, const ScopeFilter& scope_filter);

}  // namespace treatygraph::queries
