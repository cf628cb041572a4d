#include "queries/catalogue/answer_quality.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/answer.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries {
namespace {

template <typename Id>
void keep_each_once(std::vector<Id>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
}

/// Collects what each kind of answer shows.
class ShownFacts {
 public:
  std::vector<NodeId> nodes;
  std::vector<RelationshipId> relationships;

  void operator()(const NodeAnswer& answer) { add(answer.node); }
  void operator()(const RelationshipsAnswer& answer) { add(answer.relationships); }
  void operator()(const NodeList& answer) {
    add(answer.nodes);
    for (const auto& some : answer.relationships) add(some);
  }
  void operator()(const Neighborhood& answer) {
    add(answer.graph);
    add(answer.cut);
  }
  void operator()(const Dependencies& answer) {
    add(answer.graph);
    add(answer.within);
  }
  void operator()(const Paths& answer) {
    for (const auto& path : answer.paths) add(path);
    for (const auto& path : answer.undirected) add(path);
  }
  void operator()(const Impact& answer) {
    add(answer.of);
    add(answer.dangling);
    (*this)(answer.dependents);
    for (const auto& cut : answer.cut_off.nodes) add(cut.node);
    add(answer.losses);
    for (const auto& objection : answer.objections) add(objection.hit);
  }
  void operator()(const Coverage& answer) {
    add(answer.rows);
    add(answer.columns);
    for (const auto& cell : answer.cells) add(cell.witness);
  }
  void operator()(const Comparison& answer) {
    for (const auto& pair : answer.pairs) {
      add(pair.left);
      add(pair.right);
      add(pair.correspondences);
    }
    add(answer.missing_left);
    add(answer.missing_right);
    for (const auto& carried : answer.carried) {
      add(carried.statement);
      add(carried.addresses);
      add(carried.correspondences);
    }
    add(answer.changes);
  }
  void operator()(const Cycles& answer) {
    for (const auto& ring : answer.rings) {
      add(ring.members);
      add(ring.cycle);
    }
  }
  void operator()(const Rank& answer) {
    for (const auto& ranked : answer.nodes) add(ranked.node);
  }
  void operator()(const StatementsAnswer& answer) {
    for (const auto& hit : answer.hits) add(hit);
  }
  void operator()(const CriticsAnswer& answer) {
    for (const auto& critic : answer.hits) {
      add(critic.who);
      for (const auto& hit : critic.said) add(hit);
    }
  }
  void operator()(const SearchAnswer& answer) {
    for (const auto& hit : answer.hits) add(hit.node);
  }
  void operator()(const SuggestAnswer& /*answer*/) {}
  void operator()(const TreatyList& answer) {
    for (const auto& summary : answer) add(summary.treaty);
  }
  void operator()(const TableOfContents& answer) {
    add(answer.treaty.treaty);
    for (const auto& entry : answer.entries) add(entry.node);
  }
  void operator()(const Participation& answer) {
    add(answer.treaty);
    for (const auto& actor : answer.participants) {
      for (const auto& act : {actor.signature, actor.consent, actor.domestic, actor.withdrawal}) {
        if (act) add(*act);
      }
    }
  }
  void operator()(const StateAnswer& answer) {
    add(answer.state);
    add(answer.actions);
    add(answer.reservations);
    add(answer.events);
    for (const auto& said : answer.statements) {
      add(said.statement);
      add(said.addresses);
    }
  }
  void operator()(const Schema& /*answer*/) {}
  void operator()(const Citation& answer) { add(answer.of); }
  void operator()(const Annotations& answer) {
    add(answer.of);
    for (const auto* citations : {&answer.cited_by, &answer.cites}) {
      for (const auto& citation : citations->shown) add(citation.references);
    }
    for (const auto* hops : {&answer.rests_on, &answer.governed_by}) {
      for (const auto& hop : hops->shown) add(hop.reference);
    }
    for (const auto& safeguard : answer.safeguards.shown) add(safeguard.witness);
    for (const auto* carried : {&answer.offences, &answer.powers, &answer.provides, &answer.defines, &answer.uses}) {
      for (const auto& note : carried->shown) add(note.relationship);
    }
    for (const auto& hit : answer.statements.shown) add(hit);
    add(answer.reservations.shown);
    for (const auto& note : answer.counterparts.shown) add(note.chain);
  }
  void operator()(const ProvisionText& answer) {
    for (const auto& entry : answer.hits) {
      if (entry.place == TextEntry::Place::Itself) add(entry.node);
    }
  }
  void operator()(const Quality& answer) {
    for (const auto& treaty : answer.treaties) add(treaty.treaty);
  }

 private:
  void add(NodeId node) { nodes.push_back(node); }
  void add(RelationshipId relationship) { relationships.push_back(relationship); }
  void add(const std::vector<NodeId>& all) { nodes.insert(nodes.end(), all.begin(), all.end()); }
  void add(const std::vector<RelationshipId>& all) {
    relationships.insert(relationships.end(), all.begin(), all.end());
  }
  void add(const Subgraph& graph) {
    for (const auto& entry : graph.nodes) add(entry.node);
    add(graph.evidence);
  }
  void add(const Path& path) {
    add(path.nodes);
    for (const auto& hop : path.hops) add(hop.evidence);
  }
  void add(const StatementHit& hit) {
    add(hit.statement);
    if (hit.addresses) add(*hit.addresses);
    add(hit.carried);
    add(hit.rests_on);
  }
  void add(const Losses& losses) {
    for (const auto& gone : losses.gone) {
      add(gone.thing);
      add(gone.carried_by);
    }
    for (const auto& lost : losses.safeguards) {
      add(lost.node);
      add(lost.lost);
    }
    for (const auto& lost : losses.definitions) {
      add(lost.term);
      add(lost.uses);
    }
  }
  void add(const RelationshipChanges& changes) {
    for (const auto& lost : changes.lost) add(lost.stored);
    for (const auto& gained : changes.gained) add(gained.stored);
    for (const auto& [left, right] : changes.retyped) {
      add(left.stored);
      add(right.stored);
    }
  }
};

/// Of the articles and what is finer, with their parts, each once.
std::size_t unresolved_in(const Graph& graph, const std::vector<NodeId>& nodes) {
  std::size_t count = 0;
  auto next = NodeId{0};
  for (const auto node : nodes) {
    if (!graph.has_label(node, label::kProvision) || graph.has_label(node, label::kDivision)) continue;
    const auto inside = graph.subtree(node);
    for (auto part = std::max(next, inside.first); part < inside.last;
         part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      BudgetInForce::spend();
      if (!graph.string(part, property::kUnresolved).empty()) count += unresolved_of(graph, part).size();
    }
    next = std::max(next, inside.last);
  }
  return count;
}

}  // namespace

double AnswerQuality::curated_share() const {
  const auto& shown = relationships.total() > 0 ? relationships : nodes;
  return shown.total() == 0 ? 0.0 : static_cast<double>(shown.curated) / static_cast<double>(shown.total());
}

AnswerQuality quality_of_answer(const Graph& graph, const Answer& answer) {
  ShownFacts shown;
  std::visit(shown, answer.body);
  keep_each_once(shown.nodes);
  keep_each_once(shown.relationships);
  AnswerQuality quality{{"nodes"}, {"relationships"}, {}, 0, 0};
  for (const auto node : shown.nodes) quality.nodes.add(graph.string(node, property::kBasis));
  const auto refers_to = graph.types().find(type::kRefersTo);
  for (const auto relationship : shown.relationships) {
    BudgetInForce::spend();
    quality.relationships.add(graph.string(relationship, property::kBasis));
    quality.confidence.add(graph.string(relationship, property::kConfidence));
    const bool is_inferred =
        graph.type(relationship) == refers_to && graph.string(relationship, property::kNamed) == "inferred";
    quality.inferred_references += is_inferred ? 1U : 0U;
  }
  quality.unresolved_count = unresolved_in(graph, shown.nodes);
  return quality;
}

std::string sentence_of(const AnswerQuality& quality) {
  const auto counts = [](const BasisCount& count) {
    return fmt::format("{} of {} {} curated, {} extracted", count.curated, count.total(), count.name, count.extracted);
  };
  return fmt::format(
      "{}; {}; {} of low confidence; {} references read into words that do not name them; {} citations "
      "unresolved",
      counts(quality.nodes), counts(quality.relationships), quality.confidence.low, quality.inferred_references,
      quality.unresolved_count);
}

}  // namespace treatygraph::queries
