#pragma once
// Ranks matching nodes: names before summaries before texts, provisions before statements about them, the treaty before
// its drafts.

#include <functional>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/search/read_words.h"

namespace treatygraph::queries {

/// A node with its score; higher is better. Scores are comparable within one answer only.
struct RankedNode {
  NodeId node{};
  double score = 0;
  bool is_name = false;  ///< the query is a complete name of it
};

/// What to rank.
struct MatchRequest {
  const WordsRead& words;
  std::function<bool(NodeId)> admits;
  std::size_t most = 1'000;               ///< nodes
  std::size_t most_texts = 600;           ///< texts whose words are looked at
  bool names_only = false;                ///< only nodes with the query as a complete name
  std::function<bool(NodeId)> sees = {};  ///< which speakers' names may find their statements; empty: all
};

/// The ranked nodes, best first.
struct RankedNodes {
  std::vector<RankedNode> nodes;
  bool was_stopped = false;  ///< cut by the budget: matches in texts are missing
  bool has_few = false;      ///< none has most of what was sought
  bool is_part = false;      ///< the best; more match
};

/// Ranks the nodes that match the words. Errors come from the file that contains the texts.
[[nodiscard]] Result<RankedNodes> rank_nodes(const Graph& graph, const MatchRequest& request, Budget budget);

/// How likely a node is what people look for, independent of the query: articles more than points, provisions more than
/// events, treaties more than drafts.
[[nodiscard]] double weight_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
