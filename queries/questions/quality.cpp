// All treaties are counted in one pass over the nodes and relationships, which is kept with the snapshot. A node
// belongs to the treaty whose subtree contains it, or else to the one that its key or its property `treaty` names. A
// relationship belongs to the treaty of its source, or else of its target.

#include "queries/questions/quality.h"

#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/questions/quality_limits.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/find_node.h"
#include "queries/request/is_loaded.h"
#include "queries/request/property_number.h"
#include "queries/treaty/unresolved.h"

namespace treatygraph::queries {
namespace {

constexpr auto kNobody = static_cast<std::uint32_t>(-1);

/// The treaty of each node, as a position in the list of treaties.
class Owners {
 public:
  Owners(const Graph& graph, std::span<const NodeId> treaties) : graph_(graph), of_(graph.node_count(), kNobody) {
    for (std::uint32_t i = 0; i < treaties.size(); ++i) {
      by_slug_.emplace(graph.key(treaties[i]).substr(std::string_view("treaty:").size()), i);
      const auto inside = graph.subtree(treaties[i]);
      // A subtree is a range of ids.
      std::ranges::fill(std::span(of_).subspan(index_of(inside.first), inside.size()), i);
    }
    for (std::uint32_t node = 0; node < of_.size(); ++node) {
      if (of_[node] == kNobody) of_[node] = by_name(NodeId{node});
    }
  }

  [[nodiscard]] std::uint32_t of(NodeId node) const { return of_[index_of(node)]; }

 private:
  /// Offences and terms belong by the namespace of their key; statements and events by what they say.
  [[nodiscard]] std::uint32_t by_name(NodeId node) const {
    const auto key = graph_.key(node);
    auto found = by_slug_.find(key.substr(0, key.find(':')));
    if (found == by_slug_.end()) found = by_slug_.find(graph_.string(node, property::kTreaty));
    return found == by_slug_.end() ? kNobody : found->second;
  }

  const Graph& graph_;
  std::map<std::string_view, std::uint32_t> by_slug_;
  std::vector<std::uint32_t> of_;
};

/// The counts of one treaty.
struct Counted {
  std::vector<BasisCount> nodes;          ///< by LabelId
  std::vector<BasisCount> relationships;  ///< by TypeId
  ConfidenceCount confidence;
  std::size_t inferred_references = 0;
  std::size_t references_to_unloaded = 0;
  std::vector<NodeId> with_unresolved;
};

/// The counts of all treaties, kept with the graph.
struct AllCounted {
  std::vector<Counted> by_treaty;  ///< parallel to nodes_with(Treaty)
};

/// Counts everything once.
class Counting {
 public:
  Counting(const Graph& graph, std::span<const NodeId> treaties) : graph_(graph), owners_(graph, treaties) {
    Counted none;
    for (const auto& name : graph.labels().all()) none.nodes.push_back({name});
    for (const auto& name : graph.types().all()) none.relationships.push_back({name});
    all_.by_treaty.assign(treaties.size(), none);
  }

  AllCounted run() {
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) count(NodeId{node});
    const NodeRange everything{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph_.node_count())}};
    for (std::uint32_t type = 0; type < graph_.types().size(); ++type) {
      for (const auto hop : graph_.out(everything, TypeId{static_cast<std::uint16_t>(type)})) count(hop, type);
    }
    return std::move(all_);
  }

 private:
  /// A node counts for each of its labels.
  void count(NodeId node) {
    const auto owner = owners_.of(node);
    if (owner == kNobody) return;
    auto& counted = all_.by_treaty[owner];
    const auto basis = graph_.string(node, property::kBasis);
    for (const auto label : graph_.labels_of(node)) counted.nodes[index_of(label)].add(basis);
    // The citations themselves are split only for the treaties of an answer.
    if (!graph_.string(node, property::kUnresolved).empty()) counted.with_unresolved.push_back(node);
  }

  void count(Hop hop, std::uint32_t type) {
    BudgetInForce::spend();
    auto owner = owners_.of(graph_.source(hop.relationship));
    // Acts of States belong to no treaty by their source, but to the treaty that they are on.
    if (owner == kNobody) owner = owners_.of(hop.node);
    if (owner == kNobody) return;
    auto& counted = all_.by_treaty[owner];
    counted.relationships[type].add(graph_.string(hop.relationship, property::kBasis));
    counted.confidence.add(graph_.string(hop.relationship, property::kConfidence));
    if (counted.relationships[type].name != type::kRefersTo) return;
    counted.inferred_references += graph_.string(hop.relationship, property::kNamed) == "inferred" ? 1U : 0U;
    counted.references_to_unloaded += says_loaded(graph_, hop.node) == false ? 1U : 0U;
  }

  const Graph& graph_;
  Owners owners_;
  AllCounted all_;
};

/// The properties that the ingester wrote about the document.
ReadDocument document_of(const Graph& graph, NodeId treaty) {
  return {std::string(graph.string(treaty, property::kDocument)),
          std::string(graph.string(treaty, property::kDocumentSha256)),
          whole_number(graph, treaty, property::kDocumentPages), whole_number(graph, treaty, property::kDocumentWords),
          whole_number(graph, treaty, property::kDocumentWordsRead)};
}

/// The labels present, by name, except Provision, which the finer labels cover.
std::vector<BasisCount> those_of(const std::vector<BasisCount>& counts) {
  std::vector<BasisCount> some;
  std::ranges::copy_if(counts, std::back_inserter(some),
                       [](const BasisCount& count) { return count.total() > 0 && count.name != label::kProvision; });
  std::ranges::sort(some, {}, &BasisCount::name);
  return some;
}

/// Puts the answer for one treaty together from its counts.
TreatyQuality told(const Graph& graph, NodeId treaty, const Counted& counted, std::size_t limit) {
  TreatyQuality quality;
  quality.treaty = treaty;
  quality.loaded = says_loaded(graph, treaty).value_or(graph.subtree(treaty).size() > 1);
  quality.document = document_of(graph, treaty);
  quality.dataset_sha256 = graph.string(treaty, property::kDatasetSha256);
  quality.nodes = those_of(counted.nodes);
  quality.relationships = those_of(counted.relationships);
  quality.confidence = counted.confidence;
  quality.inferred_references = counted.inferred_references;
  quality.references_to_unloaded = counted.references_to_unloaded;
  for (const auto node : counted.with_unresolved) {
    for (auto& citation : unresolved_of(graph, node)) {
      // All are counted, the first are listed.
      if (quality.unresolved_count++ < limit) quality.unresolved.push_back(std::move(citation));
    }
  }
  quality.limits = known_limits(graph, quality);
  return quality;
}

}  // namespace

/// Text recognised in an image (ocr) is extracted, too.
void BasisCount::add(std::string_view basis) {
  ++(basis == "extracted" || basis == "ocr" ? extracted : basis == "curated" ? curated : unstated);
}

void ConfidenceCount::add(std::string_view confidence) {
  ++(confidence == "high" ? high : confidence == "medium" ? medium : confidence == "low" ? low : unstated);
}

std::vector<UnresolvedCitation> unresolved_of(const Graph& graph, NodeId provision) {
  std::vector<UnresolvedCitation> citations;
  for (const auto& [words, reason, missing] : unresolved_in(graph.string(provision, property::kUnresolved)))
    citations.push_back({provision, std::string(words), std::string(missing)});
  return citations;
}

Result<Quality> quality_of(const Graph& graph, const QualityRequest& request) {
  Quality answer;
  std::optional<NodeId> only;
  if (!request.treaty.empty()) {
    const auto found = find_treaty(graph, request.treaty);
    if (!found) return fail(found.error());
    only = *found;
  }
  const auto label = graph.labels().find(label::kTreaty);
  if (!label) return answer;
  const auto treaties = graph.nodes_with(*label);
  const auto& counted = graph.derived().get<AllCounted>([&] { return Counting(graph, treaties).run(); });
  for (std::size_t i = 0; i < treaties.size(); ++i) {
    // Without a slug, treaties that are known to be only cited are left out.
    const bool is_wanted = only ? treaties[i] == *only : says_loaded(graph, treaties[i]) != false;
    if (!is_wanted) continue;
    answer.treaties.push_back(told(graph, treaties[i], counted.by_treaty[i], request.limit));
    const auto& last = answer.treaties.back();
    if (last.unresolved.size() < last.unresolved_count) {
      answer.truncated = cut_at_limit(request.limit, "unresolved citations of a treaty");
    }
  }
  std::ranges::sort(answer.treaties, {}, [&](const TreatyQuality& one) { return graph.key(one.treaty); });
  return answer;
}

}  // namespace treatygraph::queries
