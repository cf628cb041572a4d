// The question "relationships": those of a node, with their evidence, in pages.

#include "queries/catalogue/question_parts.h"
#include "queries/questions/relationships.h"

namespace treatygraph::queries::relationships_question {
namespace {

void write_members(AnswerWriter& out, const RelationshipsAnswer& answer) {
  out.json.member("of", out.graph.key(answer.of)).member("total", answer.total);
  out.relationships("relationships", answer.relationships);
  out.ends(answer.relationships);
  out.cursor(answer.next_cursor);
}

Table table_of(const Graph& graph, const RelationshipsAnswer& answer) {
  return formats::relationships_table(graph, answer.relationships);
}

void draw(ViewBuilder& view, const RelationshipsAnswer& answer) {
  view.add(answer.of);
  view.add_all(answer.relationships);
}

void add_facts(ShownFacts& facts, const RelationshipsAnswer& answer) {
  facts.add(answer.relationships);
}

constexpr auto kShowing = Showing<RelationshipsAnswer>::by(write_members, table_of, draw, add_facts);

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
  return answer_with(relationships_of(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters =
    joined(std::array{kKey, ParameterSpec{"direction", "out|in|both", "seen from the node (both)", false, "both"},
                      kTypes, ParameterSpec{"parts", "true|false", "also those of its parts", false, "false"}},
           kScope, std::array{kPageLimit, kCursor});

}  // namespace

constinit const Question kQuestion = {.name = "relationships",
                                      .route = "/v1/nodes/{key}/relationships",
                                      .summary = "a node's relationships with their evidence",
                                      .example = "key=uncc:art_35&parts=true&types=REFERS_TO",
                                      .parameters = kParameters,
                                      .ask = ask_relationships,
                                      .is_graph = true,
                                      .effort = Effort::Page};

}  // namespace treatygraph::queries::relationships_question
