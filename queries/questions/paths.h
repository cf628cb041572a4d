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
      Direction::Both;  ///< direction of stored relationships, seen from `from`; dependencies are followed forward
  bool direction_given = false;
  Relation relation = Relation::Both;  ///< order of dependencies: what must be known before a provision is applied
  bool into_divisions = false;         ///< of dependencies
  Level level = Level::Article;        ///< the level at which dependencies are shown
  std::vector<std::string> modes;      ///< of references; empty: all
  std::size_t k = 1;                   ///< at most kMaxPaths
  std::size_t max_length = 32;         ///< hops
  std::vector<std::string> avoid;      ///< keys (with their parts) and labels of nodes that are not entered
  Scope scope;
  static constexpr std::size_t kMaxPaths = 100;
};

/// A path. hops[i] goes from nodes[i] to nodes[i+1], or back if `against` is set. Before grouping by level it has no
/// loop.
struct Path {
  struct Hop {
    NodeId from{};  ///< the actual provision, if `nodes` has its representative at a level
    NodeId to{};
    std::vector<RelationshipId> evidence;  ///< the hop's evidence: one stored relationship, or several references
    bool against = false;                  ///< walked from its target to its source
  };
  std::vector<NodeId> nodes;
  std::vector<Hop> hops;
};

struct Paths {
  std::vector<NodeId> from;  ///< one node, or all nodes with the given label
  std::vector<NodeId> to;
  std::vector<Path> paths;  ///< shortest first, then in document order
  /// If no path avoids what must be avoided: a smallest set of nodes that every path meets.
  std::vector<NodeId> cut;
  /// If there is no directed path: the shortest one that ignores direction, if any. For dependencies it also steps from
  /// a provision to what contains it, since a reference to a chapter is about its articles.
  std::vector<Path> undirected;
  std::string explanation;  ///< why the answer is empty
  Truncated truncated;
};

/// The k shortest paths. InvalidArgument if k is 0 or above kMaxPaths.
[[nodiscard]] Result<Paths> paths_between(const Graph& graph, const PathsRequest& request, Budget budget);

}  // namespace treatygraph::queries
