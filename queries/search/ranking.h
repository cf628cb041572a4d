#pragma once
// The nodes that have what is sought, best first: names before summaries before texts, provisions before what is said
// of them, the treaty before its drafts.

#include <functional>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/search/read_words.h"

namespace treatygraph::queries {

struct RankedNode {
  NodeId node;
  double score = 0;
  bool is_name = false;  ///< what was typed is a whole name of it
};

struct RankRequest {
  const WordsRead& words;
  std::function<bool(NodeId)> admits;
  std::size_t most = 1'000;
  bool names_only = false;                ///< only nodes of which what was typed is a whole name
  std::function<bool(NodeId)> sees = {};  ///< of whose names may find what they said; empty: all
};

struct RankedNodes {
  std::vector<RankedNode> nodes;
  bool was_stopped = false;  ///< by the budget: what texts have is not among them
  bool has_few = false;      ///< none has most of what was sought
};

/// The error is of the file that holds the texts.
[[nodiscard]] Result<RankedNodes> rank_nodes(const Graph& graph, const RankRequest& request, Budget budget);

/// How much a node is what people look for, before anything was typed: provisions more than events.
[[nodiscard]] double weight_of(const Graph& graph, NodeId node);

}  // namespace treatygraph::queries
