#include "queries/treaty/provision_level.h"

#include <algorithm>
#include <array>
#include <vector>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"article", "paragraph", "point", "as_written"};

/// The rank of a node: 0 above articles, 1 for articles and recitals, 2 for paragraphs, 3 for points. A node of rank r
/// represents its parts at each level whose index is below r.
class Ranks {
 public:
  explicit Ranks(const Graph& graph)
      : graph_(graph),
        labels_{graph.labels().find(label::kParagraph), graph.labels().find(label::kPoint)},
        recital_(graph.labels().find(label::kRecital)) {
    for (const auto unit : kUnitLabels) {
      if (const auto found = graph.labels().find(unit)) units_.push_back(*found);
    }
  }

  [[nodiscard]] std::size_t of(NodeId node) const {
    const auto has = [&](LabelId label) { return graph_.has_label(node, label); };
    if (std::ranges::any_of(units_, has)) return 1;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (labels_[i] && has(*labels_[i])) return i + 2;
    }
    return recital_ && graph_.has_label(node, *recital_) ? 1 : 0;
  }

 private:
  const Graph& graph_;
  std::vector<LabelId> units_;
  std::array<std::optional<LabelId>, 2> labels_;
  std::optional<LabelId> recital_;
};

/// One type for each level, so that each has an entry of its own in the cache of the graph.
template <Level level>
struct LiftedTo {
  std::vector<std::uint32_t> nodes;
};

/// Nodes are in document order, so a subtree is a range of ids: one pass marks each range with its representative.
std::vector<std::uint32_t> lift_all(const Graph& graph, Level level) {
  const Ranks ranks(graph);
  const auto needed = index_of(level) + 1;
  std::vector<std::uint32_t> lifted(graph.node_count());
  std::uint32_t end = 0;  // of the subtree of `representative`
  std::uint32_t representative = 0;
  for (std::uint32_t node = 0; node < lifted.size(); ++node) {
    if (node < end) {
      lifted[node] = representative;
      continue;
    }
    lifted[node] = node;
    if (level == Level::AsWritten || ranks.of(NodeId{node}) < needed) continue;
    representative = node;
    end = static_cast<std::uint32_t>(graph.subtree(NodeId{node}).last);
  }
  return lifted;
}

/// The lifted nodes of a level, computed at the first call.
template <Level level>
std::span<const std::uint32_t> kept(const Graph& graph) {
  return graph.derived().get<LiftedTo<level>>([&] { return LiftedTo<level>{lift_all(graph, level)}; }).nodes;
}

}  // namespace

Result<Level> level_of(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Level>(i);
  }
  return fail(unknown_name("level", name, {kNames.begin(), kNames.end()}));
}

std::string_view name_of(Level level) {
  return kNames[index_of(level)];
}

/// All units: articles, rules, regulations, standards and the like.
bool is_of_article_level(const Graph& graph, NodeId node) {
  return std::ranges::any_of(kUnitLabels, [&](std::string_view label) { return graph.has_label(node, label); });
}

std::span<const std::uint32_t> lifted_nodes(const Graph& graph, Level level) {
  switch (level) {
    case Level::Article:
      return kept<Level::Article>(graph);
    case Level::Paragraph:
      return kept<Level::Paragraph>(graph);
    case Level::Point:
      return kept<Level::Point>(graph);
    case Level::AsWritten:
      break;
  }
  return kept<Level::AsWritten>(graph);
}

}  // namespace treatygraph::queries
