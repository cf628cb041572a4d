// The question "paths": the shortest ways from one node to another, over dependencies or, with `types`, over stored
// relationships. If only ways against the direction exist, they are in "undirected".

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/paths.h"

namespace treatygraph::queries::paths_question {
namespace {

/// A list of paths, hop by hop.
void write_paths(AnswerWriter& out, std::string_view name, const std::vector<Path>& all) {
  out.json.key(name).begin_array();
  for (const auto& path : all) formats::write_path(out.json, out.graph, path);
  out.json.end_array();
}

void write_members(AnswerWriter& out, const Paths& answer) {
  out.mentions("from", answer.from);
  out.mentions("to", answer.to);
  write_paths(out, "paths", answer.paths);
  out.mentions("cut", answer.cut);
  write_paths(out, "undirected", answer.undirected);
  out.explanation(answer.explanation);
}

/// One row per relationship of each hop.
void add_paths(const Graph& graph, const std::vector<Path>& paths, std::string_view prefix, Table& table) {
  const TableCells cells(graph);
  for (std::size_t path = 0; path < paths.size(); ++path) {
    for (std::size_t hop = 0; hop < paths[path].hops.size(); ++hop) {
      for (const auto r : paths[path].hops[hop].evidence) {
        table.rows.push_back({fmt::format("{}{}", prefix, path + 1), number_cell(hop + 1), cells.key(graph.source(r)),
                              cells.type(r), cells.key(graph.target(r)), cells.said(r, property::kMode),
                              cells.said(r, property::kQuote), cells.said(r, property::kBasis),
                              cells.said(r, property::kConfidence), cells.said(r, property::kSource)});
      }
    }
  }
}

/// The nodes in "cut" are on every path; they get a row each.
Table table_of(const Graph& graph, const Paths& answer) {
  Table table{{"path", "hop", "from", "type", "to", "mode", "quote", "basis", "confidence", "source"}, {}};
  add_paths(graph, answer.paths, "", table);
  add_paths(graph, answer.undirected, "undirected ", table);
  for (const auto node : answer.cut)
    table.rows.push_back({std::string("every path"), {}, TableCells(graph).key(node), {}, {}, {}, {}, {}, {}, {}});
  return table;
}

/// A hop whose relationships are not between the two nodes themselves (but, for example, between their parts) is drawn
/// as one edge between the two.
void draw_hop(ViewBuilder& view, NodeId from, NodeId to, const Path::Hop& hop) {
  const auto source = hop.against ? to : from;
  const auto target = hop.against ? from : to;
  const auto joins_them = [&](RelationshipId r) {
    return view.graph().source(r) == source && view.graph().target(r) == target;
  };
  if (std::ranges::all_of(hop.evidence, joins_them)) return view.add_all(hop.evidence);
  view.add_dependency(source, target, hop.evidence, hop.against ? "GOVERNS" : "DEPENDS_ON");
}

/// Nodes first, so that those of a path are in its order.
void draw(ViewBuilder& view, const Paths& answer) {
  for (const auto* paths : {&answer.paths, &answer.undirected}) {
    for (const auto& path : *paths) {
      for (const auto node : path.nodes) view.add(node);
      for (std::size_t i = 0; i < path.hops.size(); ++i) {
        draw_hop(view, path.nodes[i], path.nodes[i + 1], path.hops[i]);
      }
    }
  }
}

void add_facts(ShownFacts& facts, const Paths& answer) {
  for (const auto& path : answer.paths) facts.add(path);
  for (const auto& path : answer.undirected) facts.add(path);
}

/// Paths against the direction are marked, not left out.
ProcedureRows rows_of(const Graph& /*graph*/, const Paths& answer) {
  ProcedureRows rows;
  const auto add = [&](const Path& path, bool directed) {
    ProcedureList evidence;
    for (const auto& hop : path.hops) evidence.emplace_back(procedure_list(hop.evidence));
    rows.push_back(
        {procedure_list(path.nodes), static_cast<std::int64_t>(path.hops.size()), std::move(evidence), directed});
  };
  for (const auto& path : answer.paths) add(path, true);
  for (const auto& path : answer.undirected) add(path, false);
  return rows;
}

constexpr auto kShowing = Showing<Paths>::by(write_members, table_of, draw, rows_of, add_facts);

/// One explanation per path, or per path through the node that `why` names.
std::vector<Explanation> why_connected(const Graph& graph, const Paths& answer, const WhyRequest& why,
                                       Warnings& warnings) {
  std::vector<Explanation> all;
  if (!why.is_asked) return all;
  for (const auto* paths : {&answer.paths, &answer.undirected}) {
    for (const auto& path : *paths) {
      if (why.of && std::ranges::find(path.nodes, *why.of) == path.nodes.end()) continue;
      Explanation one{path.nodes.back(), {}};
      for (const auto& hop : path.hops) {
        for (const auto relationship : hop.evidence) {
          one.sentences.push_back(sentence_of(graph, DependencyHop{hop.from, hop.to, relationship, hop.against}));
        }
      }
      all.push_back(std::move(one));
    }
  }
  if (all.empty()) warn_of_absence(graph, why, warnings);
  return all;
}

/// All parameters but `why`.
Result<PathsRequest> read_request(const Parameters& parameters, Warnings& warnings) {
  const PathsRequest request{};
  const auto direction = read_direction(parameters, request.direction);
  if (!direction) return fail(direction.error());
  const auto level = read_level(parameters);
  if (!level) return fail(level.error());
  const auto k = read_count(parameters, "k", request.k, PathsRequest::kMaxPaths, warnings);
  if (!k) return fail(k.error());
  const auto max_length = read_count(parameters, "max_length", request.max_length, 1'000, warnings);
  if (!max_length) return fail(max_length.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto relation = read_relation(parameters, request.relation);
  if (!relation) return fail(relation.error());
  const auto into = read_into_divisions(parameters);
  if (!into) return fail(into.error());
  return PathsRequest{.from = std::string(parameters.text("from")),
                      .to = std::string(parameters.text("to")),
                      .types = parameters.list("types"),
                      .direction = *direction,
                      .direction_given = parameters.has("direction"),
                      .relation = *relation,
                      .into_divisions = *into,
                      .level = *level,
                      .modes = parameters.list("modes"),
                      .k = *k,
                      .max_length = *max_length,
                      .avoid = parameters.list("avoid"),
                      .scope = std::move(*scope)};
}

/// `why` is read before the search, so an unknown key fails at once.
Result<Answer> ask_paths(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  const auto request = read_request(parameters, warnings);
  if (!request) return fail(request.error());
  const auto why = read_why(graph, parameters);
  if (!why) return fail(why.error());
  auto paths = paths_between(graph, *request, budget);
  if (!paths) return fail(paths.error());
  auto told = why_connected(graph, *paths, *why, warnings);
  return answer_with(std::move(paths), kShowing, std::move(warnings), std::move(told));
}

constexpr auto kParameters =
    joined(std::array{ParameterSpec{"from", "KEY|LABEL", "where to start", true},
                      ParameterSpec{"to", "KEY|LABEL", "where to arrive", true},
                      ParameterSpec{"types", "TYPE,...", "stored relationships (dependencies)"},
                      ParameterSpec{"direction", "out|in|both", "of stored relationships (both)", false, "both"},
                      kPathRelation, kInto, kLevel, kModes,
                      ParameterSpec{"k", "N", "how many paths, at most 100 (1)", false, "1", 100},
                      ParameterSpec{"max_length", "N", "hops (32)", false, "32", 1'000}, kAvoid, kWhy},
           kScope);

constexpr ProcedureSpec kProcedure = {
    .place = 3,
    .description = "The shortest ways from one node to another",
    .inputs = list_of<"from", "to">,
    .outputs = outputs_of<"nodes :: LIST?", "length :: INTEGER?", "evidence :: LIST?", "directed :: BOOLEAN?">};

constexpr std::array kTools = {ToolSpec{
    .place = 5,
    .name = "paths",
    .title = "How two things are connected",
    .description =
        "The shortest ways from one provision, treaty, State or safeguard to another, with the evidence of each hop.",
    .parameters = list_of<"from", "to", "relation", "into", "level", "k", "avoid", "without", "as_of">,
    .shape = {.lists = list_of<"paths">},
    .limit = 5,
    .most = 20}};

}  // namespace

constinit const Question kQuestion = {.name = "paths",
                                      .route = "/v1/paths",
                                      .summary = "the shortest ways from one node to another, hop by hop",
                                      .example = "from=uncc:art_48&to=uncc:art_24",
                                      .parameters = kParameters,
                                      .ask = ask_paths,
                                      .is_graph = true,
                                      .needs = {{type::kRefersTo, {}}, "reference"},
                                      .procedure = &kProcedure,
                                      .tools = kTools};

}  // namespace treatygraph::queries::paths_question
