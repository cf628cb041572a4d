#pragma once
// Which nodes of one treaty (or version) correspond to which of another.
//
// What is compared are the nodes of a label: articles, paragraphs, offences ... CORRESPONDS_TO, whichever way it runs,
// ties two of them together when it ends on them, on a part of them, or on the article that they stand in; on the
// provision that carries them (with its parts and article) for what is no provision. It is not followed from treaty to
// treaty. What it ends on and no compared node has stands for itself.

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

class Carriers;
class ScopeFilter;

/// One of the left with one of the right, and what ties them.
using Correspondences = std::map<std::pair<NodeId, NodeId>, std::set<RelationshipId>>;

/// One treaty's nodes of a label. Where it has none its articles stand for them.
class ComparedNodes {
 public:
  /// `version`: "uncc", "uncc@2023-11".
  ComparedNodes(const Graph& graph, std::string_view version, std::string_view label, const Carriers& carriers);

  [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }
  /// False where articles stand for what was asked for.
  [[nodiscard]] bool have_label() const { return have_label_; }
  [[nodiscard]] std::string_view version() const { return version_; }
  /// The nodes to which a CORRESPONDS_TO on `touched` speaks.
  [[nodiscard]] std::vector<NodeId> spoken_of(NodeId touched) const;
  /// Every node a CORRESPONDS_TO on which speaks of some compared node.
  [[nodiscard]] const std::multimap<NodeId, NodeId>& by_touched() const { return by_touched_; }

 private:
  void add(const Graph& graph, NodeId node, const Carriers& carriers);

  std::string_view version_;
  bool have_label_ = true;
  std::vector<NodeId> nodes_;
  std::multimap<NodeId, NodeId> by_touched_;
};

[[nodiscard]] Correspondences correspondences_between(const Graph& graph, const ComparedNodes& left,
                                                      const ComparedNodes& right, const ScopeFilter& sight);

}  // namespace treatygraph::queries
