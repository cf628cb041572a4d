#include "queries/catalogue/question_handlers.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/catalogue/common_parameters.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kDefaultNodes = 1'000;
constexpr std::size_t kSearchHits = 20;

/// property=kind:part, any number of times.
Result<std::vector<std::pair<std::string, std::string>>> read_properties(const Parameters& parameters) {
  std::vector<std::pair<std::string, std::string>> properties;
  for (const auto& [name, value] : parameters.all()) {
    if (name == "treaty" && !value.empty()) properties.emplace_back("treaty", value);
    if (name != "property") continue;
    const auto colon = value.find(':');
    if (colon == std::string::npos || colon == 0) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("property is {}; expected a name and a value, as kind:chapter", value));
    }
    properties.emplace_back(value.substr(0, colon), value.substr(colon + 1));
  }
  return properties;
}

}  // namespace

Result<Answer> ask_schema(const Graph& graph, const Parameters&, const Budget&) {
  return Answer{schema_of(graph), {}, {}};
}

Result<Answer> ask_treaties(const Graph& graph, const Parameters& parameters, const Budget&) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(treaties(graph, *scope));
}

Result<Answer> ask_treaty(const Graph& graph, const Parameters& parameters, const Budget&) {
  const auto whole = parameters.flag("whole", false);
  if (!whole) return fail(whole.error());
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(table_of_contents(graph, parameters.text("slug"), *whole, *scope));
}

Result<Answer> ask_participation(const Graph& graph, const Parameters& parameters, const Budget&) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(participation_in(graph, parameters.text("slug"), *scope));
}

Result<Answer> ask_nodes(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  auto page = read_page(parameters, Page::kDefaultLimit, warnings);
  if (!page) return fail(page.error());
  auto properties = read_properties(parameters);
  if (!properties) return fail(properties.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const ListNodesRequest request{
      parameters.list("label"), std::move(*properties), std::string(parameters.text("prefix")),
      parameters.list("with"),  std::move(*page),       std::move(*scope)};
  return answer_with(list_nodes(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_node(const Graph& graph, const Parameters& parameters, const Budget&) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(node_of(graph, parameters.text("key"), *scope));
}

Result<Answer> ask_relationships(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  const auto direction = read_direction(parameters, Direction::Both);
  if (!direction) return fail(direction.error());
  const auto parts = parameters.flag("parts", false);
  if (!parts) return fail(parts.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  auto page = read_page(parameters, Page::kDefaultLimit, warnings);
  if (!page) return fail(page.error());
  const RelationshipsRequest request{std::string(parameters.text("key")),
                                     *direction,
                                     parameters.list("types"),
                                     *parts,
                                     std::move(*scope),
                                     std::move(*page)};
  return answer_with(relationships_of(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_search(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  auto page = read_page(parameters, kSearchHits, warnings);
  if (!page) return fail(page.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const SearchRequest request{std::string(parameters.text("q")),
                              std::string(parameters.text("label")),
                              std::string(parameters.text("treaty")),
                              std::move(*page),
                              std::move(*scope),
                              parameters.list("modes")};
  auto found = search(graph, request, budget);
  if (!found) return fail(found.error());
  warnings.insert(warnings.end(), found->notes.begin(), found->notes.end());
  return Answer{std::move(*found), std::move(warnings), {}};
}

Result<Answer> ask_suggest(const Graph& graph, const Parameters& parameters, const Budget&) {
  Warnings warnings;
  const auto limit =
      read_count(parameters, "limit", SuggestRequest::kDefaultLimit, SuggestRequest::kMostSuggestions, warnings);
  if (!limit) return fail(limit.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const SuggestRequest request{std::string(parameters.text("q")), std::string(parameters.text("label")),
                               std::string(parameters.text("treaty")), *limit, std::move(*scope)};
  return answer_with(suggest(graph, request), std::move(warnings));
}

Result<Answer> ask_neighborhood(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  const auto depth = read_count(parameters, "depth", 1, NeighborhoodRequest::kMaxDepth, warnings);
  if (!depth) return fail(depth.error());
  const auto direction = read_direction(parameters, Direction::Both);
  if (!direction) return fail(direction.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", kDefaultNodes, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  const NeighborhoodRequest request{std::string(parameters.text("of")),
                                    *depth,
                                    *direction,
                                    parameters.list("types"),
                                    parameters.list("avoid"),
                                    std::move(*scope),
                                    *limit};
  return answer_with(neighborhood_of(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_dependencies(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  const auto direction = read_direction(parameters, Direction::Out);
  if (!direction) return fail(direction.error());
  const auto level = read_level(parameters);
  if (!level) return fail(level.error());
  const auto depth = parameters.count("depth", DependenciesRequest::kAllTheWay);
  if (!depth) return fail(depth.error());
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", kDefaultNodes, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  const auto why = read_why(graph, parameters);
  if (!why) return fail(why.error());
  const auto relation = read_relation(parameters, Relation::RestsOn);
  if (!relation) return fail(relation.error());
  const auto into = read_into_divisions(parameters);
  if (!into) return fail(into.error());
  const DependenciesRequest request{std::string(parameters.text("of")),
                                    *direction,
                                    *relation,
                                    *into,
                                    *level,
                                    std::min(*depth, DependenciesRequest::kAllTheWay),
                                    parameters.list("modes"),
                                    std::move(*scope),
                                    *limit};
  auto dependencies = dependencies_of(graph, request, budget);
  if (!dependencies) return fail(dependencies.error());
  if (dependencies->governed_by > 0) {
    warnings.push_back(
        fmt::format("{} provisions govern {}: they apply to it or to what it stands in, or prevail over "
                    "it; relation=governed_by shows them",
                    dependencies->governed_by, request.of));
  }
  auto told = why_of(graph, *dependencies, *why, warnings);
  return Answer{std::move(*dependencies), std::move(warnings), std::move(told)};
}

Result<Answer> ask_paths(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  PathsRequest request;
  request.from = parameters.text("from");
  request.to = parameters.text("to");
  request.types = parameters.list("types");
  request.modes = parameters.list("modes");
  request.avoid = parameters.list("avoid");
  request.direction_given = parameters.has("direction");
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
  request.direction = *direction;
  request.relation = *relation;
  request.into_divisions = *into;
  request.level = *level;
  request.k = *k;
  request.max_length = *max_length;
  request.scope = std::move(*scope);
  const auto why = read_why(graph, parameters);
  if (!why) return fail(why.error());
  auto paths = paths_between(graph, request, budget);
  if (!paths) return fail(paths.error());
  auto told = why_of(graph, *paths, *why, warnings);
  return Answer{std::move(*paths), std::move(warnings), std::move(told)};
}

Result<Answer> ask_quality(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  QualityRequest request;
  request.treaty = parameters.text("treaty");
  const auto limit = read_count(parameters, "limit", request.limit, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  request.limit = *limit;
  return answer_with(quality_of(graph, request), std::move(warnings));
}

Result<Answer> ask_text(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  TextRequest request;
  request.of = parameters.text("of");
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", TextRequest::kDefaultLimit, budget.limits().nodes, warnings);
  if (!limit) return fail(limit.error());
  if (*limit == 0) return fail(ErrorCode::InvalidArgument, "limit is 0; expected at least 1");
  request.scope = std::move(*scope);
  request.page = {*limit, std::string(parameters.text("cursor"))};
  return answer_with(text_of_provisions(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_annotations(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  AnnotationsRequest request;
  request.of = parameters.text("of");
  for (const auto& name : parameters.list("only")) {
    const auto group = margin_group_called(name);
    if (!group) return fail(group.error());
    request.only.push_back(*group);
  }
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", AnnotationsRequest::kDefaultLimit, Page::kMaxLimit, warnings);
  if (!limit) return fail(limit.error());
  if (*limit == 0) return fail(ErrorCode::InvalidArgument, "limit is 0; expected at least 1");
  request.scope = std::move(*scope);
  request.limit = *limit;
  return answer_with(annotations_of(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_cite(const Graph& graph, const Parameters& parameters, const Budget&) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(cite(graph, parameters.text("of"), *scope));
}

Result<Answer> ask_state(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(state_of(graph, parameters.text("iso3"), *scope, budget));
}

}  // namespace treatygraph::queries
