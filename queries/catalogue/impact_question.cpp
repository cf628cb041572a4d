// The question "impact": what would break if a provision were deleted. Effects that were not asked for are left out.

#include <array>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/dependencies_shown.h"
#include "queries/catalogue/question_parts.h"
#include "queries/formats/answers/json_statements.h"
#include "queries/questions/impact.h"

namespace treatygraph::queries::impact_question {
namespace {

/// Whether a statement asks for this deletion, only mentions one, or does neither.
std::string_view name_of(Objection::Deletion deletion) {
  constexpr std::array<std::string_view, 3> kNames = {"asked_for", "mentioned", "not_spoken_of"};
  return kNames.at(static_cast<std::size_t>(deletion));
}

/// What is lost with the provision: things that it carries, safeguards that it provides, and definitions.
void write_losses(AnswerWriter& out, const Losses& losses) {
  out.objects("gone", losses.gone, &LostThing::thing,
              [&](const LostThing& gone) { out.relationships("carried_by", gone.carried_by); });
  out.objects("safeguards_lost", losses.safeguards, &LostSafeguard::node, [&](const LostSafeguard& lost) {
    out.json.member("left", lost.left).member("only", lost.left == 0);
    out.relationships("lost", lost.lost);
  });
  out.objects("definitions_lost", losses.definitions, &LostDefinition::term,
              [&](const LostDefinition& lost) { out.relationships("used_by", lost.uses); });
}

/// Statements that criticised the provision, with what they say about deleting it.
void write_objections(AnswerWriter& out, const std::vector<Objection>& all) {
  out.json.key("objections").begin_array();
  for (const auto& objection : all) {
    out.json.begin_object().member("deletion", name_of(objection.deletion));
    formats::statement_members(out, objection.hit);
    out.json.end_object();
  }
  out.json.end_array();
}

/// Dependents are written as the answer to "dependencies" would write them.
void write_members(AnswerWriter& out, const Impact& answer) {
  out.json.member("of", out.graph.key(answer.of)).member("level", queries::name_of(answer.dependents.level));
  // Each effect has its own member; a member that is absent was not asked for, one that is empty has nothing.
  if (answer.shows(Effect::Direct)) out.relationships("dangling", answer.dangling);
  if (answer.shows(Effect::CutOff)) {
    out.objects("cut_off", answer.cut_off.nodes, &CutOff::node, [&](const CutOff& cut) {
      out.json.member("through", out.graph.key(cut.through));
      out.keys("provisions", cut.provisions);
    });
  }
  if (answer.shows(Effect::Losses)) write_losses(out, answer.losses);
  if (answer.shows(Effect::Transitive)) {
    out.json.key("dependents").begin_object();
    write_dependencies(out, answer.dependents);
    out.json.end_object();
  }
  if (answer.shows(Effect::Statements)) write_objections(out, answer.objections);
  out.explanation(answer.explanation);
}

/// One row per effect and node.
Table table_of(const Graph& graph, const Impact& answer) {
  const TableCells cells(graph);
  Table table{{"effect", "key", "title", "detail", "evidence"}, {}};
  const auto add = [&](const char* effect, NodeId node, std::string_view detail,
                       std::span<const RelationshipId> shown) {
    table.rows.push_back(
        {std::string(effect), cells.key(node), cells.title(node), text_cell(detail), cells.evidence(shown)});
  };
  for (const auto r : answer.dangling) {
    add("dangling reference", graph.source(r), graph.string(r, property::kQuote), std::span(&r, 1));
  }
  for (std::size_t i = 0; i < answer.dependents.graph.nodes.size(); ++i) {
    const auto& [node, depth] = answer.dependents.graph.nodes[i];
    if (node != answer.of)
      add("rests on it", node, fmt::format("depth {}", depth), references_of(answer.dependents.chain_to(i)));
  }
  for (const auto& [thing, carried_by] : answer.losses.gone) add("gone with it", thing, "", carried_by);
  for (const auto& [node, through, provisions] : answer.cut_off.nodes) {
    add("cut off", node, fmt::format("led to only through {}", graph.key(through)), {});
  }
  for (const auto& [node, lost, left] : answer.losses.safeguards) {
    add(left == 0 ? "loses its only safeguard" : "loses a safeguard", node, fmt::format("{} left", left), lost);
  }
  for (const auto& [term, uses] : answer.losses.definitions) add("loses its definition", term, "", uses);
  constexpr std::array kObjections = {"deletion asked for", "deletion mentioned", "objection"};
  for (const auto& [hit, deletion] : answer.objections) {
    add(kObjections.at(static_cast<std::size_t>(deletion)), hit.statement,
        hit.addresses ? graph.string(*hit.addresses, property::kStance) : "", hit.carried);
  }
  return table;
}

/// Dependents are drawn as dependencies, losses as stored relationships.
void draw(ViewBuilder& view, const Impact& answer) {
  const auto& dependents = answer.dependents.graph;
  for (const auto& [node, depth] : dependents.nodes) view.add(node, depth);
  for (const auto& connection : dependents.connections) {
    view.add_dependency(connection.from, connection.to, dependents.evidence_of(connection));
  }
  const auto add = [&](NodeId node, const std::vector<RelationshipId>& shown) {
    view.add(node);
    view.add_all(shown);
  };
  // Dependents are drawn with these references already.
  if (!answer.shows(Effect::Transitive)) view.add_all(answer.dangling);
  for (const auto& cut : answer.cut_off.nodes) view.add(cut.node);
  for (const auto& [thing, carried_by] : answer.losses.gone) add(thing, carried_by);
  for (const auto& lost : answer.losses.safeguards) add(lost.node, lost.lost);
  for (const auto& lost : answer.losses.definitions) add(lost.term, lost.uses);
}

/// Effects that were not asked for are empty, so nothing is counted for them.
void add_facts(ShownFacts& facts, const Impact& answer) {
  facts.add(answer.of);
  facts.add(answer.dangling);
  add_dependency_facts(facts, answer.dependents);
  for (const auto& cut : answer.cut_off.nodes) facts.add(cut.node);
  for (const auto& gone : answer.losses.gone) {
    facts.add(gone.thing);
    facts.add(gone.carried_by);
  }
  for (const auto& lost : answer.losses.safeguards) {
    facts.add(lost.node);
    facts.add(lost.lost);
  }
  for (const auto& lost : answer.losses.definitions) {
    facts.add(lost.term);
    facts.add(lost.uses);
  }
  for (const auto& objection : answer.objections) facts.add(objection.hit);
}

/// Rows have a depth only for what rests on the provision, and evidence as relationships; the evidence of "cut_off" is
/// the provision through which the node was reached.
ProcedureRows rows_of(const Graph& graph, const Impact& answer) {
  ProcedureRows rows;
  const auto add = [&](NodeId node, const char* effect, const std::vector<RelationshipId>& evidence) {
    rows.push_back({node, std::string(effect), {}, procedure_list(evidence)});
  };
  for (const auto reference : answer.dangling) add(graph.source(reference), "dangling", {reference});
  for (const auto& dependent : dependency_rows(answer.dependents)) {
    rows.push_back({dependent[0], std::string("rests_on_it"), dependent[1], dependent[2]});
  }
  for (const auto& [thing, carried_by] : answer.losses.gone) add(thing, "gone", carried_by);
  for (const auto& cut : answer.cut_off.nodes)
    rows.push_back({cut.node, std::string("cut_off"), {}, ProcedureList{cut.through}});
  for (const auto& [node, lost, left] : answer.losses.safeguards) {
    add(node, left == 0 ? "loses_only_safeguard" : "loses_safeguard", lost);
  }
  for (const auto& [term, uses] : answer.losses.definitions) add(term, "loses_definition", uses);
  constexpr std::array kObjections = {"deletion_asked_for", "deletion_mentioned", "objection"};
  for (const auto& [hit, deletion] : answer.objections) {
    add(hit.statement, kObjections.at(static_cast<std::size_t>(deletion)), hit.carried);
  }
  return rows;
}

constexpr auto kShowing = Showing<Impact>::by(write_members, table_of, draw, rows_of, add_facts);

Result<Answer> ask_impact(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  const auto why = read_why(graph, parameters);
  if (!why) return fail(why.error());
  Warnings warnings;
  ImpactRequest request;
  request.of = parameters.text("of");
  request.only = parameters.list("only");
  if (const auto read = read_bounds_and_level(parameters, request, budget, warnings); !read) return fail(read.error());
  auto impact = impact_of(graph, request, budget);
  if (!impact) return fail(impact.error());
  // `why` explains dependents only: the other effects carry their evidence with them.
  auto told = why_depends(graph, impact->dependents, *why, warnings);
  return answer_with(std::move(impact), kShowing, std::move(warnings), std::move(told));
}

constexpr auto kParameters =
    joined(std::array{ParameterSpec{"of", "KEY", "a provision that might be deleted", true},
                      ParameterSpec{"only", "direct,transitive,cut_off,losses,statements", "tell these alone (all)"},
                      kLevel, kModes, kWhy},
           kScope, std::array{kNodeLimit});

constexpr ProcedureSpec kProcedure = {
    .place = 8,
    .description = "What would break if a provision were deleted",
    .inputs = list_of<"of">,
    .outputs = outputs_of<"node :: NODE?", "effect :: STRING?", "depth :: INTEGER?", "evidence :: LIST?">};

constexpr std::array kTools = {ToolSpec{
    .place = 6,
    .name = "impact",
    .title = "What would break",
    .description =
        "What would dangle, be cut off or lose its safeguards if a provision were deleted, and who spoke against that.",
    .parameters = list_of<"of", "only", "level", "as_of">,
    .shape = {.lists = list_of<"dangling", "cut_off", "gone", "safeguards_lost", "definitions_lost", "objections">},
    .limit = 10,
    .most = 100}};

}  // namespace

constinit const Question kQuestion = {.name = "impact",
                                      .route = "/v1/impact",
                                      .summary = "what would break if a provision were deleted",
                                      .example = "of=uncc:art_6__para_2",
                                      .parameters = kParameters,
                                      .ask = ask_impact,
                                      .is_graph = true,
                                      .needs = {{type::kRefersTo, {}}, "reference"},
                                      .procedure = &kProcedure,
                                      .tools = kTools};

}  // namespace treatygraph::queries::impact_question
