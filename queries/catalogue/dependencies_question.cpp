// The question "dependencies": what a provision rests on, or what rests on it. dependencies_shown.h writes its JSON,
// which "impact" contains as well.

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/dependencies_shown.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/dependencies.h"

namespace treatygraph::queries::dependencies_question {
namespace {

/// "uncc:art_2__point_h; uncc:art_2__point_m (containing)": the provisions that a node at the level of the answer
/// represents.
std::string provisions_at(const Graph& graph, const Dependencies& answer, std::size_t position) {
  std::string words;
  for (const auto reached : answer.provisions_of(position)) {
    const auto provision = answer.walk[reached];
    words += fmt::format("{}{}{}", words.empty() ? "" : "; ", graph.key(provision.node),
                         is_by_containing(graph, provision) ? " (containing)" : "");
  }
  return words;
}

/// One row per node, with the chain of references that leads to it.
Table table_of(const Graph& graph, const Dependencies& answer) {
  const TableCells cells(graph);
  Table table{{"depth", "key", "title", "chain", "provisions"}, {}};
  for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) {
    const auto& [node, depth] = answer.graph.nodes[i];
    if (node == answer.of) continue;
    table.rows.push_back({number_cell(depth), cells.key(node), cells.title(node),
                          cells.chain(references_of(answer.chain_to(i))), text_cell(provisions_at(graph, answer, i))});
  }
  return table;
}

/// Edges are drawn between nodes of the level, each with the references behind it.
void draw(ViewBuilder& view, const Dependencies& answer) {
  for (const auto& [node, depth] : answer.graph.nodes) view.add(node, depth);
  for (const auto& connection : answer.graph.connections) {
    view.add_dependency(connection.from, connection.to, answer.graph.evidence_of(connection), type_of(connection));
  }
}

/// The provision itself comes first.
std::vector<NodeId> works_in(const Dependencies& answer) {
  std::vector<NodeId> nodes;
  for (const auto& entry : answer.graph.nodes) nodes.push_back(entry.node);
  return nodes;
}

ProcedureRows rows_of(const Graph& /*graph*/, const Dependencies& answer) {
  return dependency_rows(answer);
}

constexpr auto kShowing =
    Showing<Dependencies>::by(write_dependencies, table_of, draw, rows_of, works_in, add_dependency_facts);

constexpr std::size_t kNodes = 1'000;

/// All parameters but `why`.
Result<DependenciesRequest> read_request(const Parameters& parameters, const Budget& budget, Warnings& warnings) {
  const auto direction = read_direction(parameters, Direction::Out);
  if (!direction) return fail(direction.error());
  const auto level = read_level(parameters);
  if (!level) return fail(level.error());
  const auto depth = parameters.count("depth", DependenciesRequest::kAllTheWay);
  if (!depth) return fail(depth.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", kNodes, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  const auto relation = read_relation(parameters, Relation::RestsOn);
  if (!relation) return fail(relation.error());
  const auto into = read_into_divisions(parameters);
  if (!into) return fail(into.error());
  return DependenciesRequest{std::string(parameters.text("of")),
                             *direction,
                             *relation,
                             *into,
                             *level,
                             std::min(*depth, DependenciesRequest::kAllTheWay),
                             parameters.list("modes"),
                             std::move(*scope),
                             *limit};
}

Result<Answer> ask_dependencies(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  const auto request = read_request(parameters, budget, warnings);
  if (!request) return fail(request.error());
  const auto why = read_why(graph, parameters);
  if (!why) return fail(why.error());
  auto dependencies = dependencies_of(graph, *request, budget);
  if (!dependencies) return fail(dependencies.error());
  // What governs a provision is another relation than what it rests on, and easily overlooked.
  if (dependencies->governed_by > 0) {
    warnings.push_back(
        fmt::format("{} provisions govern {}: they apply to it or to what contains it, or prevail over "
                    "it; relation=governed_by shows them",
                    dependencies->governed_by, request->of));
  }
  auto told = why_depends(graph, *dependencies, *why, warnings);
  return answer_with(std::move(dependencies), kShowing, std::move(warnings), std::move(told));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"of", "KEY", "a provision", true},
               ParameterSpec{"direction", "out|in", "out: what it rests on; in: what rests on it (out)", false, "out"},
               kRelation, kInto, ParameterSpec{"depth", "N", "hops (all the way)"}, kLevel, kModes, kWhy},
    kScope, std::array{kNodeLimit});

constexpr ProcedureSpec kProcedure = {
    .place = 1,
    .description =
        "What a provision rests on, with {direction: 'in'} what rests on it, with {relation: 'governed_by'} "
        "what governs it",
    .inputs = list_of<"of">,
    .outputs = outputs_of<"node :: NODE?", "depth :: INTEGER?", "evidence :: LIST?", "provisions :: LIST?">};

constexpr std::array kTools = {ToolSpec{
    .place = 4,
    .name = "dependencies",
    .title = "What a provision rests on",
    .description =
        "What a provision rests on, or with direction=in what rests on it, hop by hop, with the words that refer.",
    .parameters = list_of<"of", "direction", "relation", "into", "depth", "level", "modes", "without", "as_of">,
    .shape = {.lists = list_of<"nodes">, .links = list_of<"relationships">, .drop = list_of<"within">},
    .limit = 12,
    .most = 100}};

}  // namespace

constinit const Question kQuestion = {.name = "dependencies",
                                      .route = "/v1/dependencies",
                                      .summary = "what a provision rests on, or what rests on it, with the words",
                                      .example = "of=uncc:art_35&direction=out",
                                      .parameters = kParameters,
                                      .ask = ask_dependencies,
                                      .is_graph = true,
                                      .is_citable = true,
                                      .effort = Effort::Closure,
                                      .needs = {{type::kRefersTo, {}}, "reference"},
                                      .procedure = &kProcedure,
                                      .tools = kTools};

}  // namespace treatygraph::queries::dependencies_question
