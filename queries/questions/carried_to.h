#pragma once
// What became of a draft's provision in the adopted treaty. Statements cite the numbering of the draft of their time,
// so an answer about the final text has to translate it.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "queries/request/scope.h"

namespace treatygraph::queries {

/// What is known to correspond: the provision itself; only its article, if both texts have such a part; only something
/// that contains it, if the final text has no such part; or the draft as a whole.
enum class CarriedBy : std::uint8_t { Itself, Article, Containing, Whole };
inline constexpr std::array<std::string_view, 4> kCarriedByNames = {"itself", "article", "containing", "whole"};

/// A provision of the final text, or the treaty itself.
struct CarriedTo {
  NodeId node;
  CarriedBy by = CarriedBy::Itself;
  std::vector<RelationshipId> carried;  ///< CORRESPONDS_TO hops, starting at the draft; none for a draft as a whole
  std::string_view confidence;          ///< the lowest of them, one less if by article; empty if not stated
};

/// The provisions of the final text that `node` of a draft became, nearest first; empty if none is known. Nothing if
/// `node` is not in a draft.
[[nodiscard]] std::optional<std::vector<CarriedTo>> carried_to_final(const Graph& graph, NodeId node,
                                                                     const ScopeFilter& scope_filter);

}  // namespace treatygraph::queries
