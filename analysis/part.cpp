#include "analysis/part.h"

#include "graph/vocabulary.h"

namespace treatygraph::analysis {

Part::Part(const Graph& graph, NodeRange nodes)
    : graph_(graph), nodes_(nodes), refers_to_(graph.types().find(type::kRefersTo)) {
  find_standings();
  find_introductions();
}

/// A division also has the label Provision, so it is tested last.
void Part::find_standings() {
  const auto provision = graph_.labels().find(label::kProvision);
  const auto division = graph_.labels().find(label::kDivision);
  const auto treaty = graph_.labels().find(label::kTreaty);
  const auto is = [&](NodeId node, const std::optional<LabelId>& label) {
    return label && graph_.has_label(node, *label);
  };
  roles_.resize(size());
  for (std::size_t i = 0; i < size(); ++i) {
    if (is(node(i), treaty)) continue;
    if (is(node(i), provision)) roles_[i] = Role::Provision;
    if (is(node(i), division)) roles_[i] = Role::Division;
  }
}

/// Divisions between a provision and the provision that contains it are skipped. Nodes are numbered parents first, so
/// above_ of the parent is known.
void Part::find_introductions() {
  above_.resize(size());
  for (std::size_t i = 0; i < size(); ++i) {
    above_[i] = static_cast<std::uint32_t>(i);
    const auto parent = graph_.parent(node(i));
    if (!parent) continue;
    const auto whole = static_cast<std::uint32_t>(at(*parent));
    if (is_provision(*parent)) {
      above_[i] = whole;
    } else if (above_[whole] != whole) {
      above_[i] = above_[whole];
    }
  }
}

bool Part::has_own_words(NodeId node) const {
  return is_vertex(node) && (graph_.subtree(node).size() == 1 || is_division(node) || !references(node).empty());
}

}  // namespace treatygraph::analysis
