// At a level such as "article" a node represents all provisions in it that were reached; the walk itself visits
// provisions. So each node has its own chain, and lists its provisions with theirs.

#include "queries/catalogue/dependencies_shown.h"

namespace treatygraph::queries {
namespace {

using formats::AnswerWriter;

/// Marks provisions that were reached only because they contain one that was.
void write_by_containing(AnswerWriter& out, const Dependencies& answer, std::uint32_t position) {
  if (is_by_containing(out.graph, answer.walk[position])) out.json.member("by", "containing");
}

/// A provision that was reached, with its chain.
void write_provision(AnswerWriter& out, const Dependencies& answer, std::uint32_t position) {
  const auto reached = answer.walk[position];
  out.json.begin_object().member("key", out.graph.key(reached.node)).member("depth", reached.depth);
  write_by_containing(out, answer, position);
  out.chain("chain", references_of(answer.chain_to_reached(position)));
  out.json.end_object();
}

/// A node at the level of the answer, with the provisions that it represents.
void write_entry(AnswerWriter& out, const Dependencies& answer, std::size_t position) {
  out.facts.begin_node(answer.graph.nodes[position].node);
  out.json.member("depth", answer.graph.nodes[position].depth);
  const auto provisions = answer.provisions_of(position);
  write_by_containing(out, answer, provisions.front());
  out.chain("chain", references_of(answer.chain_to(position)));
  // Position 0 is the provision that was asked about: nothing was reached there.
  if (provisions.front() != 0) {
    out.json.key("provisions").begin_array();
    for (const auto reached : provisions) write_provision(out, answer, reached);
    out.json.end_array();
  }
  out.json.end_object();
}

/// An edge at the level of the answer, with the references behind it.
void write_connection(AnswerWriter& out, const Dependencies& answer, const Connection& connection) {
  out.json.begin_object()
      .member("from", out.graph.key(connection.from))
      .member("to", out.graph.key(connection.to))
      .member("type", type_of(connection));
  out.relationships("references", answer.graph.evidence_of(connection));
  out.json.end_object();
}

ProcedureList provisions_at(const Dependencies& answer, std::size_t position) {
  ProcedureList provisions;
  for (const auto reached : answer.provisions_of(position)) provisions.emplace_back(answer.walk.node(reached));
  return provisions;
}

}  // namespace

void write_dependencies(AnswerWriter& out, const Dependencies& answer) {
  out.facts.expect(answer.graph.nodes.size(), answer.graph.evidence.size());
  out.json.member("of", out.graph.key(answer.of))
      .member("direction", answer.direction == Direction::Out ? "out" : "in")
      .member("relation", kRelationNames.at(static_cast<std::size_t>(answer.relation)))
      .member("level", name_of(answer.level));
  if (answer.relation == Relation::RestsOn && answer.direction == Direction::Out) {
    out.json.member("governed_by", answer.governed_by);
  }
  out.json.key("nodes").begin_array();
  for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) write_entry(out, answer, i);
  out.json.end_array().key("relationships").begin_array();
  for (const auto& connection : answer.graph.connections) write_connection(out, answer, connection);
  out.json.end_array();
  out.relationships("within", answer.within);
  out.explanation(answer.explanation);
}

ProcedureRows dependency_rows(const Dependencies& answer) {
  ProcedureRows rows;
  for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) {
    const auto& [node, depth] = answer.graph.nodes[i];
    if (node == answer.of) continue;
    rows.push_back(
        {node, std::int64_t{depth}, procedure_list(references_of(answer.chain_to(i))), provisions_at(answer, i)});
  }
  return rows;
}

void add_dependency_facts(ShownFacts& facts, const Dependencies& answer) {
  facts.add(answer.graph);
  facts.add(answer.within);
}

std::vector<Explanation> why_depends(const Graph& graph, const Dependencies& answer, const WhyRequest& why,
                                     Warnings& warnings) {
  std::vector<Explanation> all;
  if (!why.is_asked) return all;
  const auto& nodes = answer.graph.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].node != answer.of && nodes[i].node == why.of.value_or(nodes[i].node)) {
      all.push_back(told(graph, nodes[i].node, answer.chain_to(i)));
    }
  }
  if (all.empty()) warn_of_absence(graph, why, warnings);
  return all;
}

}  // namespace treatygraph::queries
