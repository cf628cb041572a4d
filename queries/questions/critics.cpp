// Asks the statements question for all statements with the wanted stances, groups them by speaker, and adds the acts of
// each. Filters by label and signature apply to the critics, so they come after the grouping.

#include "queries/questions/critics.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

/// Only States and organisations make statements.
Result<void> check_label(const CriticsRequest& request) {
  if (request.label.empty() || request.label == label::kState || request.label == label::kOrganization) return {};
  return fail(unknown_name("label", request.label, {label::kState, label::kOrganization}));
}

/// Acts concern treaties, so the criticised node must belong to one.
Result<NodeId> treaty_criticised(const Graph& graph, NodeId of) {
  if (const auto treaty = final_treaty_of(graph, of)) return *treaty;
  return fail(
      ErrorCode::InvalidArgument,
      fmt::format("{} belongs to no treaty: ask of a treaty, a provision, or what a provision carries", graph.key(of)));
}

/// All matching statements: pages contain critics, so a page of statements would miss some of a critic's.
Result<StatementsAnswer> fault_found(const Graph& graph, const CriticsRequest& request, const Budget& budget) {
  StatementsRequest about;
  about.about = request.of;
  about.parts = request.parts;
  about.dependencies = request.dependencies;
  about.stances = request.stances;
  about.concern = request.concern;
  about.events = true;
  about.scope = request.scope;
  about.page.limit = std::numeric_limits<std::size_t>::max();
  return statements_about(graph, about, budget);
}

/// A statement may have several hits, one for each thing that it addresses.
std::size_t count_statements(const std::vector<StatementHit>& said) {
  std::set<NodeId> statements;
  for (const auto& hit : said) statements.insert(hit.statement);
  return statements.size();
}

/// One critic per speaker of the statements, in no particular order.
std::vector<Critic> speakers_of(const Graph& graph, std::vector<StatementHit>& hits, NodeId treaty,
                                const ScopeFilter& scope_filter) {
  std::map<NodeId, std::vector<StatementHit>> said;
  for (const auto& hit : hits) {
    for (const auto speaker : hit.speakers) said[speaker].push_back(hit);
  }
  ActsFinder acts(graph, scope_filter);
  std::vector<Critic> critics;
  for (auto& [who, by_them] : said) {
    const auto count = count_statements(by_them);
    critics.push_back({who, std::move(by_them), count, acts.of(who, treaty)});
  }
  return critics;
}

/// Counts over all pages. A joint statement is counted once.
void count(const Graph& graph, CriticsAnswer& answer) {
  std::set<NodeId> statements;
  for (const auto& critic : answer.hits) {
    answer.state_count += graph.has_label(critic.who, label::kState) ? 1U : 0U;
    answer.organization_count += graph.has_label(critic.who, label::kOrganization) ? 1U : 0U;
    answer.signatory_count += critic.has_signed() ? 1U : 0U;
    for (const auto& hit : critic.said) statements.insert(hit.statement);
  }
  answer.statement_count = statements.size();
}

/// Repeats what was searched, so that a reader can widen the question.
std::string why_empty(const CriticsRequest& request) {
  return fmt::format(
      "no critic was found: statements about {}{}{} and its drafts were searched for the stance {}{}{}{}", request.of,
      request.parts ? ", its parts" : "", request.dependencies ? ", what it rests on" : "",
      fmt::join(request.stances, " or "), request.concern.empty() ? "" : ", for the concern " + request.concern,
      request.label.empty() ? "" : fmt::format(", among speakers with the label {}", request.label),
      !request.has_signed   ? ""
      : *request.has_signed ? ", by those whose signature is known"
                            : ", by those of whom no signature is known");
}

}  // namespace

Result<CriticsAnswer> critics_of(const Graph& graph, const CriticsRequest& request, Budget budget) {
  if (auto label = check_label(request); !label) return fail(label.error());
  const auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto of = find_node(graph, request.of);
  if (!of) return fail(of.error());
  const auto treaty = treaty_criticised(graph, *of);
  if (!treaty) return fail(treaty.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());
  auto said = fault_found(graph, request, budget);
  if (!said) return fail(said.error());

  CriticsAnswer answer;
  answer.of = *of;
  answer.treaty = *treaty;
  answer.truncated = said->truncated;
  answer.events = std::move(said->events);
  answer.hits = speakers_of(graph, said->hits, *treaty, *scope_filter);
  std::erase_if(answer.hits, [&](const Critic& critic) {
    const bool is_other = !request.label.empty() && !graph.has_label(critic.who, request.label);
    return is_other || critic.has_signed() != request.has_signed.value_or(critic.has_signed());
  });
  // States first, then organisations, each by key.
  std::ranges::sort(answer.hits, {}, [&](const Critic& critic) {
    return std::tuple(!graph.has_label(critic.who, label::kState), graph.key(critic.who));
  });
  count(graph, answer);
  if (answer.hits.empty()) answer.explanation = why_empty(request);
  keep_page(answer, *start, request.page, graph.snapshot(), "critics");
  return answer;
}

}  // namespace treatygraph::queries
