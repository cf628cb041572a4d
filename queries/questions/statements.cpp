// The question is translated into subjects, ranges of nodes that statements may address: the provision, its
// counterparts in other versions, on request what it rests on with its counterparts, and for a treaty its drafts. The
// subjects are ordered from the closest to the most distant. Each ADDRESSES is taken for the first subject that
// contains its target, so it is listed once, with the best reason.

#include "queries/questions/statements.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/questions/dependencies.h"
#include "queries/request/find_node.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

/// The nodes whose statements are wanted, and how they are related to the question.
struct Subject {
  NodeRange nodes;
  std::vector<RelationshipId> rests_on;
  std::optional<Counterpart> in_version;  ///< if `nodes` are of another version than the requested one
};

/// The node with its parts, or alone.
NodeRange with_parts(const Graph& graph, NodeId node, bool parts) {
  return parts ? graph.subtree(node) : NodeRange{node, NodeId{static_cast<std::uint32_t>(node) + 1}};
}

/// A provision and its counterparts in other versions that statements addressed. Parts have their own counterparts.
void add_subject(const Graph& graph, const ScopeFilter& scope_filter, NodeId node, bool parts,
                 const std::vector<RelationshipId>& rests_on, std::vector<Subject>& subjects) {
  const auto nodes = with_parts(graph, node, parts);
  subjects.push_back({nodes, rests_on, {}});
  for (auto part = nodes.first; part < nodes.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
    // Hidden parts have no visible counterparts either.
    if (!scope_filter.sees(part)) continue;
    for (auto& counterpart : counterparts_of(graph, part, scope_filter)) {
      subjects.push_back({with_parts(graph, counterpart.node, parts), rests_on, std::move(counterpart)});
    }
  }
}

/// Drafts of a treaty as wholes, after closer matches: what was said of their unmatched parts was still said of the
/// treaty.
void add_drafts(const Graph& graph, const ScopeFilter& scope_filter, NodeId treaty, bool parts,
                std::vector<Subject>& subjects) {
  const auto slug = graph.string(treaty, property::kSlug);
  for (const auto draft : graph.nodes_with(*graph.labels().find(label::kTreaty))) {
    const auto other = graph.string(draft, property::kSlug);
    // The slug of a draft is that of the treaty, an '@' and a date.
    const bool is_draft_of_it = other.size() > slug.size() && other.starts_with(slug) && other[slug.size()] == '@';
    if (is_draft_of_it && scope_filter.sees(draft)) {
      subjects.push_back({with_parts(graph, draft, parts), {}, Counterpart{draft, {}}});
    }
  }
}

/// Reached treaties are skipped: what is said about a whole treaty is not about one reference to it. Reached divisions
/// count without their parts, as they are reached as a whole.
Result<std::vector<Subject>> subjects_of(const Graph& graph, const StatementsRequest& request,
                                         const ScopeFilter& scope_filter, const Budget& budget, Truncated& truncated) {
  const auto about = find_node(graph, request.about);
  if (!about) return fail(about.error());
  std::vector<Subject> subjects;
  add_subject(graph, scope_filter, *about, request.parts, {}, subjects);
  const bool is_treaty = graph.has_label(*about, label::kTreaty);
  if (is_treaty) add_drafts(graph, scope_filter, *about, request.parts, subjects);
  if (!request.dependencies) return subjects;
  DependenciesRequest rests_on;
  rests_on.of = request.about;
  rests_on.scope = request.scope;
  rests_on.limit = budget.limits().nodes;
  rests_on.level = Level::AsWritten;
  const auto dependencies = dependencies_of(graph, rests_on, budget);
  if (!dependencies) return fail(dependencies.error());
  truncated = dependencies->graph.truncated;
  // Position 0 is the question's own node.
  for (std::size_t i = 1; i < dependencies->walk.size(); ++i) {
    const auto node = dependencies->walk.node(i);
    if (graph.has_label(node, label::kTreaty)) continue;
    const bool with_its_parts = !graph.has_label(node, label::kDivision);
    add_subject(graph, scope_filter, node, with_its_parts, references_of(dependencies->chain_to_reached(i)), subjects);
  }
  return subjects;
}

/// The stance on the target, or else of the statement as a whole.
std::string_view said(const Graph& graph, const StatementHit& hit, std::string_view name) {
  const auto of_address = hit.addresses ? graph.string(*hit.addresses, name) : std::string_view{};
  return of_address.empty() ? graph.string(hit.statement, name) : of_address;
}

/// The conditions for a hit.
class HitFilter {
 public:
  /// Resolves the names of the request once.
  [[nodiscard]] static Result<HitFilter> of(const Graph& graph, const StatementsRequest& request) {
    HitFilter filter(graph, request);
    auto scope_filter = ScopeFilter::of(graph, request.scope);
    if (!scope_filter) return fail(scope_filter.error());
    filter.scope_filter_ = std::move(*scope_filter);
    if (!request.speaker.empty()) {
      const auto speaker = find_node(graph, request.speaker);
      if (!speaker) return fail(speaker.error());
      filter.speaker_ = *speaker;
    }
    return filter;
  }

  [[nodiscard]] const ScopeFilter& scope_filter() const { return *scope_filter_; }
  [[nodiscard]] bool admits(const StatementHit& hit) const {
    if (!scope_filter_->sees(hit.statement)) return false;
    if (hit.addresses && !(scope_filter_->sees(*hit.addresses) && scope_filter_->sees(*hit.addressed))) return false;
    if (speaker_ && std::ranges::find(hit.speakers, *speaker_) == hit.speakers.end()) return false;
    return has_stance(hit) && has_concern(hit);
  }
  /// A joint statement stays visible without the speakers that the scope hides.
  void hide_speakers(StatementHit& hit) const {
    std::erase_if(hit.speakers, [&](NodeId speaker) { return !scope_filter_->sees(speaker); });
  }

 private:
  HitFilter(const Graph& graph, const StatementsRequest& request) : graph_(&graph), request_(&request) {}

  [[nodiscard]] bool has_stance(const StatementHit& hit) const {
    const auto& stances = request_->stances;
    return stances.empty() || std::ranges::find(stances, stance_of(*graph_, hit)) != stances.end();
  }
  /// Concerns are a list separated by ';'. Separators around both texts make sure that whole items are compared.
  [[nodiscard]] bool has_concern(const StatementHit& hit) const {
    if (request_->concern.empty()) return true;
    const auto concerns = fmt::format(";{};", said(*graph_, hit, property::kConcern));
    return concerns.find(fmt::format(";{};", request_->concern)) != std::string::npos;
  }

  const Graph* graph_;
  const StatementsRequest* request_;
  std::optional<ScopeFilter> scope_filter_;
  std::optional<NodeId> speaker_;
};

/// A joint statement has several speakers.
std::vector<NodeId> speakers_of(const Graph& graph, NodeId statement) {
  std::vector<NodeId> speakers;
  if (const auto made = graph.types().find(type::kMade)) {
    for (const auto hop : graph.in(statement, *made)) speakers.push_back(hop.node);
  }
  std::ranges::sort(speakers);
  return speakers;
}

StatementHit hit_of(const Graph& graph, NodeId statement) {
  StatementHit hit;
  hit.statement = statement;
  hit.speakers = speakers_of(graph, statement);
  return hit;
}

StatementHit hit_of(const Graph& graph, NodeId statement, RelationshipId addresses) {
  auto hit = hit_of(graph, statement);
  hit.addresses = addresses;
  hit.addressed = graph.target(addresses);
  return hit;
}

/// A hit with the way from the subject to the question.
StatementHit hit_about(const Graph& graph, const Subject& subject, Hop addresses) {
  auto hit = hit_of(graph, addresses.node, addresses.relationship);
  hit.rests_on = subject.rests_on;
  if (subject.in_version) {
    hit.carried = subject.in_version->carried;
    hit.carried_by_article = subject.in_version->by_article;
    hit.carried_confidence = confidence_of(graph, *subject.in_version);
  }
  return hit;
}

/// The hits about the subjects: each ADDRESSES once, for the first subject that it touches.
std::vector<StatementHit> hits_about(const Graph& graph, const std::vector<Subject>& subjects, Budget& budget,
                                     Truncated& truncated) {
  std::vector<StatementHit> hits;
  const auto addresses = graph.types().find(type::kAddresses);
  if (!addresses) return hits;
  std::unordered_set<std::uint32_t> taken;
  for (const auto& subject : subjects) {
    for (const auto hop : graph.in(subject.nodes, *addresses)) {
      if (!budget.spend()) {
        truncated = cut_by(budget);
        return hits;
      }
      // An earlier subject, which is closer to the question, has it already.
      if (!taken.insert(static_cast<std::uint32_t>(hop.relationship)).second) continue;
      hits.push_back(hit_about(graph, subject, hop));
    }
  }
  return hits;
}

/// The events about the subjects: each CONCERNS once.
std::vector<EventHit> events_about(const Graph& graph, const std::vector<Subject>& subjects,
                                   const ScopeFilter& scope_filter, Budget& budget, Truncated& truncated) {
  std::vector<EventHit> events;
  const auto concerns = graph.types().find(type::kConcerns);
  if (!concerns) return events;
  std::unordered_set<std::uint32_t> taken;
  for (const auto& subject : subjects) {
    for (const auto hop : graph.in(subject.nodes, *concerns)) {
      if (!budget.spend()) {
        truncated = cut_by(budget);
        return events;
      }
      const auto target = graph.target(hop.relationship);
      if (!scope_filter.sees(hop) || !scope_filter.sees(target)) continue;
      if (!taken.insert(static_cast<std::uint32_t>(hop.relationship)).second) continue;
      events.push_back({hop.node, hop.relationship, carried_to_final(graph, target, scope_filter)});
    }
  }
  std::ranges::sort(events, {}, [&](const EventHit& hit) {
    return std::tuple(graph.string(hit.event, property::kDate), graph.key(hit.event), graph.target(hit.concerns));
  });
  return events;
}

/// Every statement with all its targets.
std::vector<StatementHit> all_hits(const Graph& graph, Budget& budget, Truncated& truncated) {
  std::vector<StatementHit> hits;
  const auto label = graph.labels().find(label::kStatement);
  const auto addresses = graph.types().find(type::kAddresses);
  if (!label) return hits;
  for (const auto statement : graph.nodes_with(*label)) {
    if (!budget.spend()) {
      truncated = cut_by(budget);
      return hits;
    }
    const auto hops = addresses ? graph.out(statement, *addresses) : HopRange{};
    // A statement that addresses nothing is a hit without a target.
    if (hops.empty()) hits.push_back(hit_of(graph, statement));
    for (const auto hop : hops) hits.push_back(hit_of(graph, statement, hop.relationship));
  }
  return hits;
}

/// Keeps the statements of a page, each with all its targets, and counts both over all pages.
void keep_statements(StatementsAnswer& answer, std::size_t first, const Page& page, std::string_view snapshot) {
  auto& hits = answer.hits;
  std::vector<std::size_t> begins;  // of each statement among the hits, which are sorted by statement
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i == 0 || hits[i].statement != hits[i - 1].statement) begins.push_back(i);
    answer.total_addresses += hits[i].addresses ? 1U : 0U;
  }
  answer.total = begins.size();
  // The end, so that each statement is a range between two values.
  begins.push_back(hits.size());
  first = std::min(first, answer.total);
  const auto last = first + std::min(page.limit, answer.total - first);
  hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(begins[last]), hits.end());
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(begins[first]));
  if (last == answer.total) return;
  answer.next_cursor = cursor_at(snapshot, last);
  if (!answer.truncated) answer.truncated = next_page(last - first, answer.total, "statements");
}

/// The treaty that a hit is about: that of its target, or else the one that the statement names.
std::optional<NodeId> treaty_of(const Graph& graph, const StatementHit& hit) {
  if (hit.addressed) return final_treaty_of(graph, *hit.addressed);
  return graph.find(fmt::format("treaty:{}", graph.string(hit.statement, property::kTreaty)));
}

/// Called for the hits of the page only.
void add_acts(const Graph& graph, const ScopeFilter& scope_filter, std::vector<StatementHit>& hits) {
  ActsFinder acts(graph, scope_filter);
  for (auto& hit : hits) {
    const auto treaty = treaty_of(graph, hit);
    if (!treaty) continue;
    for (const auto speaker : hit.speakers) hit.acts.push_back(acts.of(speaker, *treaty));
  }
}

/// Repeats what was searched.
std::string why_empty(const StatementsRequest& request) {
  const auto about = request.about.empty() ? std::string("the data")
                                           : fmt::format("{}{}{}", request.about, request.parts ? ", its parts" : "",
                                                         request.dependencies ? ", what it rests on" : "");
  return fmt::format(
      "no statement was found: {} and the drafts that correspond were searched{}{}{}", about,
      request.stances.empty() ? "" : fmt::format(", for the stance {}", fmt::join(request.stances, " or ")),
      request.concern.empty() ? "" : fmt::format(", for the concern {}", request.concern),
      request.speaker.empty() ? "" : fmt::format(", for the speaker {}", request.speaker));
}

}  // namespace

std::string_view stance_of(const Graph& graph, const StatementHit& hit) {
  return said(graph, hit, property::kStance);
}

Result<StatementsAnswer> statements_about(const Graph& graph, const StatementsRequest& request, Budget budget) {
  const auto filter = HitFilter::of(graph, request);
  if (!filter) return fail(filter.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());
  StatementsAnswer answer;
  // Without `about`, there are no subjects, and no counterparts or events.
  if (request.about.empty()) {
    answer.hits = all_hits(graph, budget, answer.truncated);
  } else {
    const auto subjects = subjects_of(graph, request, filter->scope_filter(), budget, answer.truncated);
    if (!subjects) return fail(subjects.error());
    answer.hits = hits_about(graph, *subjects, budget, answer.truncated);
    if (request.events)
      answer.events = events_about(graph, *subjects, filter->scope_filter(), budget, answer.truncated);
  }
  for (auto& hit : answer.hits) filter->hide_speakers(hit);
  std::erase_if(answer.hits, [&](const StatementHit& hit) { return !filter->admits(hit); });
  std::ranges::sort(answer.hits, {}, [&](const StatementHit& hit) {
    return std::tuple(graph.string(hit.statement, property::kDate), graph.key(hit.statement), hit.addressed);
  });

  if (answer.hits.empty()) answer.explanation = why_empty(request);
  keep_statements(answer, *start, request.page, graph.snapshot());
  for (auto& hit : answer.hits) {
    // Only for the page: finding counterparts walks the correspondences of each target.
    if (hit.addressed) hit.carried_to = carried_to_final(graph, *hit.addressed, filter->scope_filter());
  }
  if (request.acts) add_acts(graph, filter->scope_filter(), answer.hits);
  return answer;
}

}  // namespace treatygraph::queries
