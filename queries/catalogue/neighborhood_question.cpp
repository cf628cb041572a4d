// The question "neighborhood": the nodes around a node. Also shows subgraphs that no question found (subgraph_answer).

#include "queries/catalogue/question_parts.h"
#include "queries/catalogue/subgraph_answer.h"
#include "queries/questions/neighborhood.h"

namespace treatygraph::queries::neighborhood_question {
namespace {

void write_members(AnswerWriter& out, const Neighborhood& answer) {
  out.facts.expect(answer.graph.nodes.size(), answer.graph.evidence.size() + answer.cut.size());
  out.json.member("of", out.graph.key(answer.of)).key("nodes").begin_array();
  for (const auto& [node, depth] : answer.graph.nodes) out.facts.node_at(node, depth);
  out.json.end_array();
  out.relationships("relationships", answer.graph.evidence);
  out.relationships("cut", answer.cut);
}

/// A list of relationships: their ends are the nodes.
Table table_of(const Graph& graph, const Neighborhood& answer) {
  return formats::relationships_table(graph, answer.graph.evidence);
}

void draw(ViewBuilder& view, const Neighborhood& answer) {
  for (const auto& [node, depth] : answer.graph.nodes) view.add(node, depth);
  view.add_all(answer.graph.evidence);
}

/// Only the citable ones among them are cited.
std::vector<NodeId> works_in(const Neighborhood& answer) {
  std::vector<NodeId> nodes;
  for (const auto& entry : answer.graph.nodes) nodes.push_back(entry.node);
  return nodes;
}

void add_facts(ShownFacts& facts, const Neighborhood& answer) {
  facts.add(answer.graph);
  facts.add(answer.cut);
}

/// The node in the middle is not a row.
ProcedureRows rows_of(const Graph& /*graph*/, const Neighborhood& answer) {
  ProcedureRows rows;
  for (const auto& [node, depth] : answer.graph.nodes) {
    if (node != answer.of) rows.push_back({node, std::int64_t{depth}});
  }
  return rows;
}

constexpr auto kShowing = Showing<Neighborhood>::by(write_members, table_of, draw, rows_of, works_in, add_facts);

constexpr std::size_t kNodes = 1'000;

Result<Answer> ask_neighborhood(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  const auto depth = read_count(parameters, "depth", 1, NeighborhoodRequest::kMaxDepth, warnings);
  if (!depth) return fail(depth.error());
  const auto direction = read_direction(parameters, Direction::Both);
  if (!direction) return fail(direction.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", kNodes, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  const NeighborhoodRequest request{std::string(parameters.text("of")),
                                    *depth,
                                    *direction,
                                    parameters.list("types"),
                                    parameters.list("avoid"),
                                    std::move(*scope),
                                    *limit};
  return answer_with(neighborhood_of(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"of", "KEY", "the node in the middle", true},
               ParameterSpec{"depth", "N", "hops, at most 16 (1)", false, "1", 16},
               ParameterSpec{"direction", "out|in|both", "which way to walk (both)", false, "both"}, kTypes, kAvoid},
    kScope, std::array{kNodeLimit});

constexpr ProcedureSpec kProcedure = {.place = 2,
                                      .description = "The nodes around a node",
                                      .inputs = list_of<"of">,
                                      .outputs = outputs_of<"node :: NODE?", "depth :: INTEGER?">};

}  // namespace

constinit const Question kQuestion = {
    .name = "neighborhood",
    .route = "/v1/neighborhood",
    .summary = "the nodes around a node, and what connects them",
    .example = "of=uncc:power.interception-of-content-data&direction=in&types=CONDITIONS,PROVIDES&depth=2",
    .parameters = kParameters,
    .ask = ask_neighborhood,
    .is_graph = true,
    .is_citable = true,
    .effort = Effort::Surroundings,
    .procedure = &kProcedure};

}  // namespace treatygraph::queries::neighborhood_question

namespace treatygraph::queries {

/// Shown like the answer to a question without a middle node.
Answer subgraph_answer(Subgraph graph, Warnings warnings) {
  Neighborhood shown;
  shown.graph = std::move(graph);
  return *answer_with(Result<Neighborhood>(std::move(shown)), neighborhood_question::kShowing, std::move(warnings));
}

}  // namespace treatygraph::queries
