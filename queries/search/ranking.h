#pragma once
// Ranks matching nodes: names before summaries before texts, provisions before statements about them, the treaty before
// its drafts.

#include <functional>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/search/read_words.h"

namespace treatygraph::queries {

struct RankedNode {
  NodeId node{};
  double score = 0;
  bool is_name = false;  ///< the query is a complete name of it
};

struct MatchRequest {
  const WordsRead& words;
  std::function<bool(NodeId)> admits;
  std::size_t most = 1'000;               ///< nodes
  std::size_t most_texts = 600;           ///< texts whose words are looked at
  bool names_only = false;                ///< only nodes with the query as a complete name
  std::function<bool(NodeId)> sees = {};  ///< of whose names may find what they said; empty: all
};

struct RankedNodes {
  std::vector<RankedNode> nodes;
  bool was_stopped = false;  ///< cut by the budget: matches in texts are missing
  bool has_few = false;      ///< none has most of what was sought
  bool is_part = false;      ///< the best; more match
};

/// Errors come from the file that contains the texts.
[[nodiscard]] Result<RankedNodes> rank_nodes(const Graph& graph, const MatchRequest& request, Budget budget);

/// A prior for what people look for: provisions more than events.
[[nodiscard]] double weight_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
