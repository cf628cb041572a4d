#pragma once
// What became of a draft's provision in the treaty that was adopted: statements cite the numbering of their day.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// What is known to correspond: the provision itself; only its article, in which both texts have such a part; only
/// what it stands in, of which the final text has no such part; or the draft as a whole.
enum class CarriedBy : std::uint8_t { Itself, Article, Containing, Whole };
inline constexpr std::array<std::string_view, 4> kCarriedByNames = {"itself", "article", "containing", "whole"};

struct CarriedTo {
  NodeId node;
  CarriedBy by = CarriedBy::Itself;
  std::vector<RelationshipId> carried;  ///< CORRESPONDS_TO hops, from the draft on; none for a draft as a whole
  std::string_view confidence;          ///< as the least sure of them, lower by article; empty where one does not say
};

/// Provisions of the final text that `node` of a draft became, nearest first; an empty list where none is known.
/// Nothing where `node` is not of a draft.
[[nodiscard]] std::optional<std::vector<CarriedTo>> carried_to_final(const Graph& graph, NodeId node,
                                                                     const ScopeFilter& sight);

}  // namespace treatygraph::queries
