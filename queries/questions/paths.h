#pragma once
// The shortest ways from one node to another, hop by hop with evidence.

#include <string>
#include <vector>

#include "graph/graph.h"
#include "queries/request/budget.h"
#include "queries/request/scope.h"
#include "queries/request/subgraph.h"
#include "queries/treaty/dependency_steps.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

struct PathsRequest {
  std::string from;
  std::string to;
  std::vector<std::string>
      types;  ///< empty: dependencies, as dependency_steps.h defines them; given: these relationships as stored
  Direction direction =
      Direction::Both;  ///< of stored relationships, seen from `from`; dependencies are walked forward
  bool direction_given = false;
  Relation relation = Relation::Both;  ///< of dependencies: what must be known before a provision is applied
  bool into_divisions = false;         ///< of dependencies
  Level level = Level::Article;        ///< at which dependencies are shown
  std::vector<std::string> modes;      ///< of references; empty: all
  std::size_t k = 1;                   ///< at most kMaxPaths
  std::size_t max_length = 32;         ///< hops
  std::vector<std::string> avoid;      ///< keys (with their parts) and labels: such nodes are not entered
  Scope scope;
  static constexpr std::size_t kMaxPaths = 100;
};

/// A path; hops[i] goes from nodes[i] to nodes[i+1], or back where `against` says so. As it is written it has no loop.
struct Path {
  struct Hop {
    NodeId from;  ///< as it is written, where a level stands for it in `nodes`
    NodeId to;
    std::vector<RelationshipId> evidence;  ///< what the hop stands for: one stored relationship, or several references
    bool against = false;                  ///< walked from its target to its source
  };
  std::vector<NodeId> nodes;
  std::vector<Hop> hops;
};

struct Paths {
  std::vector<NodeId> from;  ///< one node, or all of the label that was given
  std::vector<NodeId> to;
  std::vector<Path> paths;  ///< shortest first, equal lengths in document order
  /// Where no path avoids what must be avoided: a smallest set of nodes that every path meets.
  std::vector<NodeId> cut;
  /// Where no directed path leads: the shortest one that ignores direction, if any. Between dependencies it also steps
  /// from a provision to what it stands in: a reference to a chapter speaks of its articles.
  std::vector<Path> undirected;
  std::string explanation;  ///< for an empty answer: what was searched and why nothing was found
  Truncated truncated;
};

[[nodiscard]] Result<Paths> paths_between(const Graph& graph, const PathsRequest& request, Budget budget);

}  // namespace treatygraph::queries
