#include "queries/questions/cycles.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <boost/graph/strong_components.hpp>
#include <fmt/format.h>

#include "queries/request/find_node.h"
#include "queries/treaty/versions.h"
#include "queries/walks/dependency_graph.h"
#include "queries/walks/walk_memory.h"

namespace treatygraph::queries {
namespace {

using Vertices = std::vector<std::uint32_t>;

/// The strongly connected components with more than one vertex (Tarjan 1972), and which of them each vertex is in.
class Components {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  explicit Components(const OutCsr& graph) : of_(boost::num_vertices(graph)) {
    const auto index = boost::get(boost::vertex_index, graph);
    const auto count = boost::strong_components(graph, boost::make_iterator_property_map(of_.begin(), index));
    Vertices sizes(count);
    for (const auto component : of_) ++sizes[component];
    Vertices number(count, kNone);
    for (std::uint32_t vertex = 0; vertex < of_.size(); ++vertex) {
      const auto component = of_[vertex];
      if (sizes[component] > 1 && number[component] == kNone) {
        number[component] = static_cast<std::uint32_t>(members_.size());
        members_.emplace_back();
      }
      of_[vertex] = number[component];
      if (of_[vertex] != kNone) members_[of_[vertex]].push_back(vertex);
    }
  }

  [[nodiscard]] const std::vector<Vertices>& members() const { return members_; }
  [[nodiscard]] std::uint32_t of(std::uint32_t vertex) const { return of_[vertex]; }

 private:
  Vertices of_;
  std::vector<Vertices> members_;
};

class CycleSearch {
 public:
  CycleSearch(const OutCsr& graph, const Components& components, Budget& budget)
      : graph_(graph), components_(components), budget_(budget), scratch_(boost::num_vertices(graph)) {}

  /// A shortest cycle among the members of a component, without its start at the end; the first in their order.
  Vertices shortest(const Vertices& members) {
    Vertices best = mutual(members);
    for (std::size_t i = 0; best.size() != 2 && i < members.size() && !stopped_; ++i) {
      auto found = through(members[i], best.empty() ? members.size() : best.size() - 1);
      if (!found.empty()) best = std::move(found);
    }
    return best;
  }

  /// A shortest cycle through `start` of at most `longest` hops.
  Vertices through(std::uint32_t start, std::size_t longest) {
    scratch_.clear();
    scratch_.push(start, 0);
    std::size_t level_end = 1;
    for (std::size_t head = 0, length = 1; head < scratch_.size() && length <= longest; ++head) {
      const auto [first, last] = boost::adjacent_vertices(scratch_[head], graph_);
      if (!budget_.spend(static_cast<std::size_t>(last - first) + 1)) {
        stopped_ = true;
        return {};
      }
      for (auto next = first; next != last; ++next) {
        if (*next == start) return way_to(head);
        if (components_.of(*next) == components_.of(start)) scratch_.push(*next, head);
      }
      if (head + 1 == level_end) {
        level_end = scratch_.size();
        ++length;
      }
    }
    return {};
  }

  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  /// Two that refer to each other: the shortest there can be, found without a walk.
  Vertices mutual(const Vertices& members) {
    for (const auto from : members) {
      const auto [first, last] = boost::adjacent_vertices(from, graph_);
      for (auto to = first; to != last; ++to) {
        const auto [back, end] = boost::adjacent_vertices(*to, graph_);
        if (std::binary_search(back, end, from)) return {from, *to};
      }
      if (!budget_.spend(static_cast<std::size_t>(last - first) + 1)) {
        stopped_ = true;
        return {};
      }
    }
    return {};
  }

  [[nodiscard]] Vertices way_to(std::size_t position) const {
    Vertices way;
    for (; position != 0; position = scratch_.came_from(position)) way.push_back(scratch_[position]);
    way.push_back(scratch_[0]);
    std::ranges::reverse(way);
    return way;
  }

  const OutCsr& graph_;
  const Components& components_;
  Budget& budget_;
  WalkScratch scratch_;
  bool stopped_ = false;
};

/// The cycle with all references of each hop.
Path with_evidence(const LiftedReferences& references, const Vertices& cycle) {
  Path path;
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    const NodeId from{cycle[i]};
    const auto to = cycle[(i + 1) % cycle.size()];
    Path::Hop hop;
    references.each(from, Direction::Out, [&](const LiftedHop& lifted) {
      if (lifted.node == to) hop.evidence.push_back(lifted.reference);
    });
    path.nodes.push_back(from);
    path.hops.push_back(std::move(hop));
  }
  if (!path.nodes.empty()) path.nodes.push_back(path.nodes.front());
  return path;
}

Result<Population> population_of(const Graph& graph, const CyclesRequest& request) {
  if (request.treaty.empty()) return Population();
  const auto treaty = find_treaty(graph, request.treaty);
  if (!treaty) return fail(treaty.error());
  return Population([&graph, &request](NodeId node) { return version_of_key(graph.key(node)) == request.treaty; });
}

std::string why_none(const CyclesRequest& request) {
  return fmt::format("no provision{} refers back to {} through others: all references at the level {} were searched{}",
                     request.treaty.empty() ? "" : " of " + request.treaty, request.of.empty() ? "itself" : request.of,
                     name_of(request.level),
                     request.modes.empty() ? "" : fmt::format(" that are {}", fmt::join(request.modes, " or ")));
}

/// Rings in the order of the answer, as far as the limit goes.
std::vector<const Vertices*> chosen_rings(const Components& components, const CyclesRequest& request,
                                          std::optional<std::uint32_t> of, Cycles& answer) {
  std::vector<const Vertices*> rings;
  for (const auto& members : components.members()) {
    if (!of || components.of(members.front()) == components.of(*of)) rings.push_back(&members);
  }
  if (of && components.of(*of) == Components::kNone) rings.clear();
  std::ranges::sort(rings, {}, [](const Vertices* ring) {
    return std::tuple(-static_cast<std::ptrdiff_t>(ring->size()), ring->front());
  });
  answer.total = rings.size();
  if (rings.size() > request.limit) {
    rings.resize(request.limit);
    answer.truncated = cut_at_limit(request.limit, "rings");
  }
  return rings;
}

}  // namespace

Result<Cycles> cycles_in(const Graph& graph, const CyclesRequest& request, Budget budget) {
  auto filter = ReferenceFilter::of(graph, request.modes, request.scope);
  if (!filter) return fail(filter.error());
  const auto population = population_of(graph, request);
  if (!population) return fail(population.error());
  const LiftedReferences references(graph, request.level, std::move(*filter));
  std::optional<std::uint32_t> of;
  if (!request.of.empty()) {
    const auto node = find_node(graph, request.of);
    if (!node) return fail(node.error());
    of = references.lifted(*node);
  }

  const auto dependencies = dependency_graph(references, request.level, *population);
  const Components components(*dependencies);
  CycleSearch search(*dependencies, components, budget);
  Cycles answer;
  answer.level = request.level;
  for (const auto* members : chosen_rings(components, request, of, answer)) {
    const auto cycle = of ? search.through(*of, members->size()) : search.shortest(*members);
    if (search.stopped()) {
      answer.truncated = cut_by(budget);
      break;
    }
    Ring ring;
    for (const auto vertex : *members) ring.members.push_back(NodeId{vertex});
    ring.cycle = with_evidence(references, cycle);
    answer.rings.push_back(std::move(ring));
  }
  if (answer.total == 0) answer.explanation = why_none(request);
  return answer;
}

}  // namespace treatygraph::queries
