#pragma once
// What is central: how much rests on it, or how many shortest chains pass through it. Dependencies are computed between
// own words (own_words_graph.h, reading_rank.h) and shown at a level: a node there gets the sum over its provisions, so
// the level changes no share.

#include <string>
#include <vector>

#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"
#include "queries/treaty/provision_level.h"
#include "queries/walks/centrality.h"

namespace treatygraph::queries {

struct RankRequest {
  std::string label;  ///< only nodes with this label are listed, but all are counted; empty: all
  Centrality by = Centrality::PageRank;
  Level level = Level::Article;
  std::vector<std::string> types;  ///< relationship types, ends lifted to the level; empty: dependencies
  std::vector<std::string> modes;  ///< of references; empty: all
  std::string treaty;              ///< slug: as if nothing else existed; empty: all
  Scope scope;
  std::size_t limit = 50;
};

/// A node with its score.
struct Ranked {
  NodeId node{};
  /// PageRank: the share of a reader who follows references (reading_rank.h); all shares sum to 1. InDegree: how many
  /// other nodes of the level rest on it directly, also through a division that contains it. Betweenness: summed over
  /// all pairs of other nodes, the share of their shortest chains that pass through it (Brandes 2001).
  double score = 0;
};

struct Rank {
  Centrality by = Centrality::PageRank;
  Level level = Level::Article;
  std::vector<Ranked> nodes;    ///< highest first, equal scores in document order
  std::size_t population = 0;   ///< number of nodes counted
  std::size_t connections = 0;  ///< PageRank: number of references counted; otherwise number of connected pairs
  std::string explanation;      ///< why nothing is listed
  Truncated truncated;
};

/// The measure with that name; the error lists them.
[[nodiscard]] Result<Centrality> centrality_called(std::string_view name);
/// DeadlineExceeded if the complete ranking cannot be computed in time; half a ranking would mislead.
[[nodiscard]] Result<Rank> rank_of(const Graph& graph, const RankRequest& request, Budget budget);

}  // namespace treatygraph::queries
