#pragma once
// Finds which nodes of one treaty (or version) correspond to which nodes of another.
//
// The nodes of one label are compared: articles, paragraphs, offences ... A CORRESPONDS_TO, in either direction,
// connects two of them if it ends on them, on a part of them, or on the article that contains them. For nodes that are
// not provisions, it may also end on the provision that carries them (with its parts and article). It is not followed
// from treaty to treaty. If it ends on something that no compared node contains, that end is listed on its own.

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries {

class Carriers;
class ScopeFilter;

/// A node of the left side and one of the right side, with the relationships that connect them.
using Correspondences = std::map<std::pair<NodeId, NodeId>, std::set<RelationshipId>>;

/// One treaty's nodes of a label. If it has none, its articles are used instead.
class ComparedNodes {
 public:
  /// `version`: "uncc", "uncc@2023-11".
  ComparedNodes(const Graph& graph, std::string_view version, std::string_view label, const Carriers& carriers);

  [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }
  /// False if articles were used instead of the requested label.
  [[nodiscard]] bool have_label() const { return have_label_; }
  [[nodiscard]] std::string_view version() const { return version_; }
  /// The compared nodes that a CORRESPONDS_TO on `touched` applies to.
  [[nodiscard]] std::vector<NodeId> spoken_of(NodeId touched) const;
  /// Every node whose CORRESPONDS_TO applies to some compared node.
  [[nodiscard]] const std::multimap<NodeId, NodeId>& by_touched() const { return by_touched_; }

 private:
  void add(const Graph& graph, NodeId node, const Carriers& carriers);

  std::string_view version_;
  bool have_label_ = true;
  std::vector<NodeId> nodes_;
  std::multimap<NodeId, NodeId> by_touched_;
};

/// The visible correspondences between the two sides, in either direction of the relationship. Linear in the number of
/// CORRESPONDS_TO.
[[nodiscard]] Correspondences correspondences_between(const Graph& graph, const ComparedNodes& left,
                                                      const ComparedNodes& right, const ScopeFilter& scope_filter);

}  // namespace treatygraph::queries
