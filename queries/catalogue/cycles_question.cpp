// The question "cycles": provisions that refer back to themselves through others. Each ring is a strongly connected
// component, shown with one of its cycles.

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/cycles.h"

namespace treatygraph::queries::cycles_question {
namespace {

void write_members(AnswerWriter& out, const Cycles& answer) {
  out.json.member("level", name_of(answer.level)).member("total", answer.total).key("rings").begin_array();
  for (const auto& [members, provisions, cycle] : answer.rings) {
    out.json.begin_object().member("size", members.size());
    out.mentions("members", members);
    out.keys("provisions", provisions);
    out.json.key("cycle");
    formats::write_path(out.json, out.graph, cycle);
    out.json.end_object();
  }
  out.json.end_array();
  out.explanation(answer.explanation);
}

/// One row per hop of each ring's cycle.
Table table_of(const Graph& graph, const Cycles& answer) {
  const TableCells cells(graph);
  Table table{{"ring", "size", "hop", "from", "to", "evidence"}, {}};
  for (std::size_t ring = 0; ring < answer.rings.size(); ++ring) {
    const auto& [members, provisions, cycle] = answer.rings[ring];
    for (std::size_t hop = 0; hop < cycle.hops.size(); ++hop) {
      table.rows.push_back({number_cell(ring + 1), number_cell(members.size()), number_cell(hop + 1),
                            cells.key(cycle.nodes[hop]), cells.key(cycle.nodes[hop + 1]),
                            cells.evidence(cycle.hops[hop].evidence)});
    }
  }
  return table;
}

/// The cycles. Members that are not on the cycle of their ring are drawn without edges.
void draw(ViewBuilder& view, const Cycles& answer) {
  for (const auto& [members, provisions, cycle] : answer.rings) {
    for (const auto node : members) view.add(node);
    for (std::size_t i = 0; i < cycle.hops.size(); ++i) {
      // At a coarse level a hop may stay within one node.
      if (cycle.nodes[i] != cycle.nodes[i + 1])
        view.add_dependency(cycle.nodes[i], cycle.nodes[i + 1], cycle.hops[i].evidence);
    }
  }
}

void add_facts(ShownFacts& facts, const Cycles& answer) {
  for (const auto& ring : answer.rings) {
    facts.add(ring.members);
    facts.add(ring.cycle);
  }
}

ProcedureRows rows_of(const Graph& /*graph*/, const Cycles& answer) {
  ProcedureRows rows;
  for (const auto& [members, provisions, cycle] : answer.rings) {
    ProcedureList evidence;
    for (const auto& hop : cycle.hops) evidence.emplace_back(procedure_list(hop.evidence));
    rows.push_back({procedure_list(members), procedure_list(cycle.nodes), std::move(evidence)});
  }
  return rows;
}

constexpr auto kShowing = Showing<Cycles>::by(write_members, table_of, draw, rows_of, add_facts);

Result<Answer> ask_cycles(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CyclesRequest request;
  request.treaty = parameters.text("treaty");
  request.of = parameters.text("of");
  if (const auto read = read_bounds_and_level(parameters, request, budget, warnings); !read) return fail(read.error());
  return answer_with(cycles_in(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"treaty", "SLUG", "within this treaty alone"},
               ParameterSpec{"of", "KEY", "only the ring of this provision"}, kLevel, kModes},
    kScope, std::array{ParameterSpec{"limit", "N", "rings (100); of csv and ndjson all", false, "100", 100'000}});

constexpr ProcedureSpec kProcedure = {.place = 11,
                                      .description = "Provisions that refer back to themselves through others",
                                      .inputs = {},
                                      .outputs = outputs_of<"members :: LIST?", "cycle :: LIST?", "evidence :: LIST?">};

}  // namespace

constinit const Question kQuestion = {
    .name = "cycles",
    .route = "/v1/cycles",
    .summary = "rings of provisions that refer back to themselves through others, one cycle of each",
    .example = "treaty=uncc",
    .parameters = kParameters,
    .ask = ask_cycles,
    .is_graph = true,
    .needs = {{type::kRefersTo, {}}, "reference"},
    .procedure = &kProcedure};

}  // namespace treatygraph::queries::cycles_question
