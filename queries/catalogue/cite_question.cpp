// The question "cite": a treaty or a provision as footnotes and bibliographies cite it: OSCOLA, Bluebook, plain text,
// BibTeX and CSL-JSON.

#include "queries/catalogue/question_parts.h"
#include "queries/formats/answers/bibliography.h"
#include "queries/questions/cite.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::cite_question {
namespace {

void write_members(AnswerWriter& out, const Citation& citation) {
  const std::vector entries = {formats::work_of(out.graph, citation.of)};
  // CSL-JSON is an array and ends with a line end; only its single element is wanted.
  const auto csl = formats::to_csl_json(entries);
  out.json.member("of", out.graph.key(citation.of))
      .member("title", title_of(out.graph, citation.of))
      .member("plain", citation.plain)
      .member("oscola", citation.oscola)
      .member("bluebook", citation.bluebook)
      .member("bibtex", formats::to_bibtex(entries))
      .key("csl")
      .raw(std::string_view(csl).substr(1, csl.rfind(']') - 1));
}

Table table_of(const Graph& graph, const Citation& answer) {
  const auto key = TableCells(graph).key(answer.of);
  return {{"key", "style", "citation"},
          {{key, text_cell("plain"), text_cell(answer.plain)},
           {key, text_cell("oscola"), text_cell(answer.oscola)},
           {key, text_cell("bluebook"), text_cell(answer.bluebook)}}};
}

std::vector<NodeId> works_in(const Citation& answer) {
  return {answer.of};
}

void add_facts(ShownFacts& facts, const Citation& answer) {
  facts.add(answer.of);
}

constexpr auto kShowing = Showing<Citation>::by(write_members, table_of, works_in, add_facts);

Result<Answer> ask_cite(const Graph& graph, const Parameters& parameters, const Budget& /*budget*/) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(cite(graph, parameters.text("of"), *scope), kShowing);
}

constexpr auto kParameters = joined(std::array{ParameterSpec{"of", "KEY", "a treaty or a provision", true}}, kScope);

constexpr std::array kTools = {
    ToolSpec{.place = 12,
             .name = "cite",
             .title = "Cite for footnotes",
             .description = "A treaty or a provision as OSCOLA, Bluebook, BibTeX and plain text cite it.",
             .parameters = list_of<"of">}};

}  // namespace

constinit const Question kQuestion = {.name = "cite",
                                      .route = "/v1/cite",
                                      .summary = "a treaty or a provision as footnotes and bibliographies cite it",
                                      .example = "of=uncc:art_24__para_2",
                                      .parameters = kParameters,
                                      .ask = ask_cite,
                                      .is_citable = true,
                                      .tools = kTools};

}  // namespace treatygraph::queries::cite_question
