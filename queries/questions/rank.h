#pragma once
// What is central: by how much rests on it, or by how many shortest chains pass through it. Dependencies are reckoned
// from own words to own words (own_words_graph.h, reading_rank.h) and shown at a level: what stands there has the sum
// of its provisions, so that a level changes no share.

#include <string>
#include <vector>

#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"
#include "queries/treaty/provision_level.h"
#include "queries/walks/centrality.h"

namespace treatygraph::queries {

struct RankRequest {
  std::string label;  ///< only nodes with it are listed; all are reckoned with; empty: all
  Centrality by = Centrality::PageRank;
  Level level = Level::Article;
  std::vector<std::string> types;  ///< relationship types, both ends lifted; empty: dependencies between provisions
  std::vector<std::string> modes;  ///< of references; empty: all
  std::string treaty;              ///< slug: as if nothing else were there; empty: all
  Scope scope;
  std::size_t limit = 50;
};

struct Ranked {
  NodeId node;
  /// PageRank: the share of a reader who follows references (reading_rank.h); the shares of all sum to 1. InDegree: how
  /// many others of the level rest on it directly, be it through a division that it stands in. Betweenness: over all
  /// pairs of others, the share of their shortest chains that pass through it, summed (Brandes 2001).
  double score = 0;
};

struct Rank {
  Centrality by = Centrality::PageRank;
  Level level = Level::Article;
  std::vector<Ranked> nodes;    ///< highest first, equal scores in document order
  std::size_t population = 0;   ///< nodes reckoned with
  std::size_t connections = 0;  ///< PageRank: references reckoned with; otherwise pairs that are connected
  std::string explanation;      ///< where nothing is listed
  Truncated truncated;
};

[[nodiscard]] Result<Centrality> centrality_called(std::string_view name);
/// DeadlineExceeded where the whole cannot be reckoned in time: half a ranking would mislead.
[[nodiscard]] Result<Rank> rank_of(const Graph& graph, const RankRequest& request, Budget budget);

}  // namespace treatygraph::queries
