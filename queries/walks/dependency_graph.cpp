#include "queries/walks/dependency_graph.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace treatygraph::queries {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

class Builder {
 public:
  Builder(const LiftedReferences& references, const Population& population)
      : graph_(references.graph()), references_(references), population_(population) {}

  std::shared_ptr<const OutCsr> build() {
    collect();
    std::vector<Edge> edges;
    for (const auto& [source, target] : written_) {
      for (auto from = std::optional(NodeId{references_.lifted(source)}); from; from = graph_.parent(*from)) {
        const bool stands_for_it = index_of(*from) == references_.lifted(source) || is_referred_to_[index_of(*from)];
        if (stands_for_it) add(*from, target, edges);
      }
    }
    std::ranges::sort(edges);
    edges.erase(std::ranges::unique(edges).begin(), edges.end());
    return std::make_shared<const OutCsr>(boost::edges_are_sorted, edges.begin(), edges.end(),
                                          static_cast<std::uint32_t>(graph_.node_count()),
                                          static_cast<std::uint32_t>(edges.size()));
  }

 private:
  void collect() {
    is_referred_to_.resize(graph_.node_count());
    const NodeRange all{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph_.node_count())}};
    references_.each_written(all, Direction::Out, [&](NodeId source, Hop hop) {
      if (!references_.filter().sight().sees(source)) return;
      written_.emplace_back(source, hop.node);
      is_referred_to_[references_.lifted(hop.node)] = true;
    });
  }

  void add(NodeId from, NodeId target, std::vector<Edge>& edges) const {
    const NodeId to{references_.lifted(target)};
    if (!references_.is_walked_into(from) || graph_.subtree(from).contains(target)) return;
    if (population_ && (!population_(from) || !population_(to))) return;
    edges.emplace_back(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
  }

  const Graph& graph_;
  const LiftedReferences& references_;
  const Population& population_;
  std::vector<std::pair<NodeId, NodeId>> written_;
  std::vector<bool> is_referred_to_;
};

template <Level level>
struct Kept {
  std::shared_ptr<const OutCsr> graph;
};

template <Level level>
std::shared_ptr<const OutCsr> kept(const LiftedReferences& references) {
  return references.graph()
      .derived()
      .get<Kept<level>>([&] { return Kept<level>{Builder(references, Population()).build()}; })
      .graph;
}

}  // namespace

std::shared_ptr<const OutCsr> dependency_graph(const LiftedReferences& references, Level level,
                                               const Population& population) {
  if (population || !references.filter().admits_all()) return Builder(references, population).build();
  switch (level) {
    case Level::Article:
      return kept<Level::Article>(references);
    case Level::Paragraph:
      return kept<Level::Paragraph>(references);
    case Level::Point:
      return kept<Level::Point>(references);
    case Level::AsWritten:
      break;
  }
  return kept<Level::AsWritten>(references);
}

}  // namespace treatygraph::queries
