// The margin combines other questions: safeguards are a row of coverage, statements and events are those of the
// statements question, and dependencies are the first steps of the dependency walk. Only citations, carried things,
// reservations and counterparts are read here. Relationships inside the provision are left out everywhere: they do not
// connect it with anything else.

#include "queries/questions/annotations.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/treaty/carriers.h"
#include "queries/treaty/confidence.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

/// Thrown when the time is over; the groups read until then are the answer.
struct OutOfTime {};

/// Reads one margin.
class Margin {
 public:
  Margin(const Graph& graph, const AnnotationsRequest& request, NodeId of, const ScopeFilter& scope_filter,
         Budget& budget)
      : graph_(graph), request_(request), scope_filter_(scope_filter), budget_(budget), inside_(graph.subtree(of)) {
    answer_.of = of;
    answer_.groups = request.only;
    answer_.scope = request.scope;
  }

  /// The groups that loop here throw when time is over. The two that ask other questions return errors.
  Result<Annotations> read() {
    try {
      if (shows(MarginGroup::CitedBy) || shows(MarginGroup::Cites)) add_citations();
      if (shows(MarginGroup::RestsOn)) add_dependencies(Relation::RestsOn, answer_.rests_on);
      if (shows(MarginGroup::GovernedBy)) add_dependencies(Relation::GovernedBy, answer_.governed_by);
      add_carried();
      add_reservations();
      if (shows(MarginGroup::Counterparts)) add_counterparts();
    } catch (const OutOfTime&) {
      answer_.truncated = cut_by(budget_);
      return std::move(answer_);
    }
    if (const auto safeguards = add_safeguards(); !safeguards) return fail(safeguards.error());
    if (const auto statements = add_statements(); !statements) return fail(statements.error());
    return std::move(answer_);
  }

 private:
  [[nodiscard]] bool shows(MarginGroup group) const { return answer_.shows(group); }
  [[nodiscard]] bool is_treaty() const { return graph_.has_label(answer_.of, label::kTreaty); }

  void spend() {
    if (!budget_.spend()) throw OutOfTime{};
  }

  /// Calls `visit(Hop)` with each visible hop.
  template <typename Visit>
  void each(const HopRange& hops, Visit visit) {
    for (const auto hop : hops) {
      spend();
      if (scope_filter_.sees(hop)) visit(hop);
    }
  }

  /// Citations across the border of the provision, in both directions.
  void add_citations() {
    const auto refers_to = graph_.types().find(type::kRefersTo);
    if (!refers_to) return;
    std::vector<RelationshipId> inward;
    std::vector<RelationshipId> outward;
    each(graph_.in(inside_, *refers_to), [&](Hop hop) {
      if (!inside_.contains(hop.node)) inward.push_back(hop.relationship);
    });
    each(graph_.out(inside_, *refers_to), [&](Hop hop) {
      if (!inside_.contains(hop.node)) outward.push_back(hop.relationship);
    });
    add_citations(inward, answer_.cited_by);
    add_citations(outward, answer_.cites);
  }

  /// Groups references by source, place and words, since one citation ("articles 5 and 7") may be several references.
  /// The map orders them by source, then by position of the words.
  void add_citations(const std::vector<RelationshipId>& references, NoteGroup<CitationNote>& group) {
    const auto start = graph_.properties().find(property::kStart);
    const auto place = [&](RelationshipId reference) {
      const auto value = start ? graph_.property(reference, *start) : PropertyView{};
      const auto* at = std::get_if<std::int64_t>(&value);
      return at != nullptr ? *at : std::numeric_limits<std::int64_t>::max();
    };
    using Place = std::tuple<NodeId, std::int64_t, std::string_view>;
    std::map<Place, std::vector<RelationshipId>> citations;
    for (const auto reference : references) {
      spend();
      const auto quote = graph_.string(reference, property::kQuote);
      // References without stored words are listed individually.
      const auto at = quote.empty() ? static_cast<std::int64_t>(index_of(reference)) : place(reference);
      citations[{graph_.source(reference), at, quote}].push_back(reference);
    }
    for (auto& [at, same] : citations) group.add({std::get<NodeId>(at), std::move(same)}, request_.limit);
  }

  /// Only direct steps. A target that several references lead to is listed once, with the first.
  void add_dependencies(Relation relation, NoteGroup<DependencyHop>& group) {
    const auto filter = ReferenceFilter::of(graph_, {}, request_.scope);
    if (!filter) return;
    const DependencySteps steps(graph_, *filter, {Direction::Out, relation, false});
    std::map<NodeId, DependencyHop> reached;
    steps.each(answer_.of, answer_.of, [&](const DependencyHop& hop) {
      spend();
      if (!inside_.contains(hop.to)) reached.try_emplace(hop.to, hop);
    });
    for (const auto& [to, hop] : reached) group.add(hop, request_.limit);
  }

  /// What the provision and its parts establish, grant, provide, define and use.
  void add_carried() {
    const Carriers carriers(graph_, scope_filter_);
    carriers.each_thing(inside_, [&](Hop hop) {
      spend();
      group_of(hop.relationship).add(note_of(hop), request_.limit);
    });
    const auto uses = graph_.types().find(type::kUses);
    if (!uses) return;
    std::set<NodeId> known;
    each(graph_.out(inside_, *uses), [&](Hop hop) {
      if (known.insert(hop.node).second) answer_.uses.add(note_of(hop), request_.limit);
    });
  }

  /// The part that makes the thing is the source of the relationship.
  [[nodiscard]] CarriedNote note_of(Hop hop) const {
    return {graph_.source(hop.relationship), hop.node, hop.relationship};
  }

  /// The group of a thing, by the type of the relationship that carries it.
  [[nodiscard]] NoteGroup<CarriedNote>& group_of(RelationshipId relationship) {
    const auto name = graph_.types().name(graph_.type(relationship));
    if (name == type::kEstablishes) return answer_.offences;
    if (name == type::kGrants) return answer_.powers;
    return name == type::kProvides ? answer_.provides : answer_.defines;
  }

  /// Reservations and declarations on the provision or a part of it, by date.
  void add_reservations() {
    std::vector<RelationshipId> all;
    for (const auto name : {type::kReserved, type::kDeclared}) {
      const auto type = graph_.types().find(name);
      if (type) each(graph_.in(inside_, *type), [&](Hop hop) { all.push_back(hop.relationship); });
    }
    std::ranges::stable_sort(all, {}, [&](RelationshipId r) { return graph_.string(r, property::kDate); });
    for (const auto reservation : all) answer_.reservations.add(reservation, request_.limit);
  }

  /// The counterparts of the provision and its parts. If there are none, those of the provisions that contain it,
  /// nearest first.
  void add_counterparts() {
    const auto corresponds = graph_.types().find(type::kCorrespondsTo);
    if (!corresponds) return;
    std::map<std::pair<NodeId, NodeId>, CounterpartNote> found;
    add_counterparts(inside_, *corresponds, false, found);
    for (auto above = graph_.parent(answer_.of); found.empty() && above; above = graph_.parent(*above)) {
      if (!Reading::of(graph_).is_provision(*above)) break;
      add_counterparts({*above, NodeId{static_cast<std::uint32_t>(*above) + 1}}, *corresponds, true, found);
    }
    add_other_versions(found);
    for (auto& [ends, note] : found) answer_.counterparts.add(std::move(note), request_.limit);
  }

  using Counterparts = std::map<std::pair<NodeId, NodeId>, CounterpartNote>;

  /// Adds the correspondences of `here`, in either direction, that lead out of the provision. The chain starts at the
  /// end that is inside.
  void add_counterparts(NodeRange here, TypeId corresponds, bool by_containing, Counterparts& found) {
    for (const auto& hops : {graph_.out(here, corresponds), graph_.in(here, corresponds)}) {
      each(hops, [&](Hop hop) {
        if (inside_.contains(hop.node)) return;
        const auto source = graph_.source(hop.relationship);
        const auto end = here.contains(source) ? source : graph_.target(hop.relationship);
        auto& note = found[{end, hop.node}];
        note = {end, hop.node, {hop.relationship}, by_containing, {}};
        note.confidence = lowest_confidence(graph_, note.chain);
      });
    }
  }

  /// Adds counterparts in other versions, which may take several hops: drafts are matched with the next draft, and
  /// through it with the final text.
  void add_other_versions(Counterparts& found) {
    if (!graph_.has_label(answer_.of, label::kProvision)) return;
    for (auto& other : counterparts_of(graph_, answer_.of, scope_filter_)) {
      spend();
      auto chain = std::move(other.carried);
      const auto confidence = confidence_of(graph_, Counterpart{other.node, chain, other.by_article});
      found.try_emplace({answer_.of, other.node},
                        CounterpartNote{answer_.of, other.node, std::move(chain), other.by_article, confidence});
    }
  }

  /// Asks the coverage question for one row, and lists its safeguards by reach.
  Result<void> add_safeguards() {
    CoverageRequest request;
    request.rows = {std::string(graph_.key(answer_.of))};
    request.treaty = treaty_slug(graph_, answer_.of);
    request.scope = request_.scope;
    const auto safeguard = graph_.labels().find(label::kSafeguard);
    if (!shows(MarginGroup::Safeguards) || is_treaty() || !safeguard) return {};
    auto coverage = coverage_of(graph_, request, budget_);
    if (!coverage) return fail(coverage.error());
    if (coverage->truncated) answer_.truncated = coverage->truncated;
    if (coverage->rows.empty()) return {};
    for (const auto reach : {Reach::Direct, Reach::Inherited, Reach::Reference, Reach::Excluded}) {
      for (std::size_t i = 0; i < coverage->columns.size(); ++i) {
        const auto& cell = coverage->at(0, i);
        if (cell.reach != reach) continue;
        answer_.safeguards.add({coverage->columns[i], reach, cell.holds_at, cell.witness}, request_.limit);
      }
    }
    return {};
  }

  /// Statements and events come from one question, so they are asked for together.
  Result<void> add_statements() {
    if (!shows(MarginGroup::Statements) && !shows(MarginGroup::Events)) return {};
    StatementsRequest request;
    request.about = request_.of;
    request.acts = true;
    request.events = true;
    request.scope = request_.scope;
    request.page.limit = request_.limit;
    auto said = statements_about(graph_, request, budget_);
    if (!said) return fail(said.error());
    // A page that is full is no reason: the group says how many there are.
    if (said->truncated && said->truncated->how_to_go_on == cut_by(budget_).how_to_go_on)
      answer_.truncated = said->truncated;
    answer_.statements.total = said->total;
    answer_.statements.shown = std::move(said->hits);
    for (auto& event : said->events) answer_.events.add(std::move(event), request_.limit);
    return {};
  }

  const Graph& graph_;
  const AnnotationsRequest& request_;
  const ScopeFilter& scope_filter_;
  Budget& budget_;
  NodeRange inside_;
  Annotations answer_;
};

}  // namespace

bool Annotations::shows(MarginGroup group) const {
  return groups.empty() || std::ranges::find(groups, group) != groups.end();
}

Result<MarginGroup> margin_group_called(std::string_view name) {
  const auto* found = std::ranges::find(kMarginGroupNames, name);
  if (found == kMarginGroupNames.end()) {
    return fail(unknown_name("group", name, {kMarginGroupNames.begin(), kMarginGroupNames.end()}));
  }
  return static_cast<MarginGroup>(found - kMarginGroupNames.begin());
}

Result<Annotations> annotations_of(const Graph& graph, const AnnotationsRequest& request, Budget budget) {
  const auto of = find_node(graph, request.of);
  if (!of) return fail(of.error());
  if (!graph.has_label(*of, label::kProvision) && !graph.has_label(*of, label::kTreaty)) {
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("{} is no treaty, division or provision, and has no margin; expected a key such as uncc:art_24",
                    request.of));
  }
  const auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  return Margin(graph, request, *of, *scope_filter, budget).read();
}

}  // namespace treatygraph::queries
