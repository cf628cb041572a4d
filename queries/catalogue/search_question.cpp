// The question "search": citations as people type them, names, and words in any form. The search itself is in
// queries/search.

#include <fmt/format.h>

#include "queries/answer/notices.h"
#include "queries/catalogue/question_parts.h"
#include "queries/formats/text/utf8.h"
#include "queries/questions/search.h"
#include "queries/request/is_loaded.h"
#include "queries/search/what_it_is.h"

namespace treatygraph::queries::search_question {
namespace {

using formats::JsonText;

/// Writes the snippet and its marks. Offsets count UTF-16 code units, like those of marks in texts.
void write_snippet(JsonText& json, const Snippet& snippet) {
  const std::string_view text = snippet.text;
  json.member("snippet", text).key("snippet_marks").begin_array();
  formats::Utf16Units units(text);
  for (const auto& [begin, end] : snippet.marks) {
    json.begin_object().member("start", units.before(begin)).member("end", units.before(end)).end_object();
  }
  json.end_array();
}

/// How many hits have each value, over all pages.
void write_facet(JsonText& json, std::string_view name, const std::vector<FacetCount>& counts) {
  json.key(name).begin_array();
  for (const auto& [value, count] : counts)
    json.begin_object().member("value", value).member("count", count).end_object();
  json.end_array();
}

/// How words that were not found as typed were read instead.
void write_readings(JsonText& json, const std::vector<WordReading>& readings) {
  json.key("readings").begin_array();
  for (const auto& reading : readings) {
    json.begin_object().member("typed", reading.typed).member("how", name_of(reading.how)).key("read_as").begin_array();
    for (const auto& words : reading.read_as) json.value(words);
    json.end_array().end_object();
  }
  json.end_array();
}

/// Hits by citation have no score: they are what was asked for.
void write_members(AnswerWriter& out, const SearchAnswer& answer) {
  out.json.member("total", answer.total).member("total_is_exact", !answer.has_more).key("hits").begin_array();
  for (const auto& hit : answer.hits) {
    out.json.begin_object().member("found_by", name_of(hit.kind));
    out.facts.node_members(hit.node);
    out.what_and_treaty(hit.node);
    if (hit.score > 0) {
      out.json.member("score", hit.score);
      write_snippet(out.json, hit.snippet);
    }
    out.json.end_object();
  }
  out.json.end_array().key("facets").begin_object();
  write_facet(out.json, "labels", answer.facets.labels);
  write_facet(out.json, "treaties", answer.facets.treaties);
  write_facet(out.json, "modes", answer.facets.modes);
  out.json.end_object();
  write_readings(out.json, answer.readings);
  out.explanation(answer.explanation);
  out.cursor(answer.next_cursor);
}

/// Formats that have marks show them; others put ** around the words that were found.
Cell marked_cell(const Snippet& snippet) {
  return snippet.empty() ? Cell{} : Cell{formats::MarkedText{snippet.text, snippet.marks}};
}

Table table_of(const Graph& graph, const SearchAnswer& answer) {
  const TableCells cells(graph);
  Table table{{"found_by", "key", "title", "what", "treaty", "snippet"}, {}};
  for (const auto& hit : answer.hits) {
    table.rows.push_back({std::string(name_of(hit.kind)), cells.key(hit.node), cells.title(hit.node),
                          what_it_is(graph, hit.node), cells.treaty(hit.node), marked_cell(hit.snippet)});
  }
  return table;
}

std::vector<NodeId> works_in(const SearchAnswer& answer) {
  std::vector<NodeId> nodes;
  for (const auto& hit : answer.hits) nodes.push_back(hit.node);
  return nodes;
}

/// Hits are nodes without edges.
void draw(ViewBuilder& view, const SearchAnswer& answer) {
  for (const auto node : works_in(answer)) view.add(node);
}

void add_facts(ShownFacts& facts, const SearchAnswer& answer) {
  facts.add(works_in(answer));
}

/// Provisions that are only cited have a node and no text.
void add_notices(Notices& notices, const SearchAnswer& answer) {
  const auto& graph = notices.graph();
  for (const auto& hit : answer.hits) {
    if (hit.kind == SearchHit::Kind::Text || says_loaded(graph, hit.node) != false) continue;
    notices.say(fmt::format("{} is cited and not loaded: what it says is not known", graph.key(hit.node)));
  }
}

/// A citation counts as a perfect score.
ProcedureRows rows_of(const Graph& graph, const SearchAnswer& answer) {
  ProcedureRows rows;
  for (const auto& hit : answer.hits) {
    // Queries filter by `is_citation`, which includes the nearest provision to a citation that does not exist.
    const bool is_citation = hit.kind == SearchHit::Kind::Citation || hit.kind == SearchHit::Kind::NearestToCitation;
    rows.push_back({hit.node, is_citation ? 1.0 : hit.score, is_citation, std::string(name_of(hit.kind)),
                    what_it_is(graph, hit.node), hit.snippet.marked("**", "**")});
  }
  return rows;
}

constexpr auto kShowing =
    Showing<SearchAnswer>::by(write_members, table_of, draw, rows_of, works_in, add_facts, add_notices).as_list();

constexpr std::size_t kHits = 20;

Result<Answer> ask_search(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  auto page = read_page(parameters, kHits, warnings);
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
  if (found) warnings.insert(warnings.end(), found->notes.begin(), found->notes.end());
  return answer_with(std::move(found), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"q", "WORDS", "words, \"a phrase\", a beginning*, or a citation", true},
               ParameterSpec{"label", "LABEL", "only nodes with this label"},
               ParameterSpec{"treaty", "SLUG", "only nodes of this treaty"},
               ParameterSpec{"modes", "MODE,...", "only provisions with a reference of this legal force"}},
    kNodeScope,
    std::array{
        ParameterSpec{"limit", "N|all", "hits on a page, at most 1000 (20); of csv and ndjson all", false, "20", 1'000},
        kCursor});

constexpr ProcedureSpec kProcedure = {
    .place = 6,
    .description = "Citations as people type them, names, and words in any form",
    .inputs = list_of<"q">,
    .outputs = outputs_of<"node :: NODE?", "score :: FLOAT?", "is_citation :: BOOLEAN?", "found_by :: STRING?",
                          "what :: STRING?", "snippet :: STRING?">};

constexpr std::array kTools = {
    ToolSpec{.place = 1,
             .name = "search",
             .title = "Search treaties",
             .description =
                 "Finds provisions, treaties, States, statements and terms by words, names or a citation. Begin here "
                 "where you do not know a key. Keys look as uncc:art_24__para_2.",
             .parameters = list_of<"q", "label", "treaty", "as_of">,
             .limit = 8,
             .most = 50,
             .has_own_cursor = true},
    ToolSpec{.place = 2,
             .name = "lookup_citation",
             .title = "Look up a citation",
             .description =
                 "What a citation as people type it means here (\"UNCC art 24(2)\"): the provision's key, and the "
                 "citation in full for footnotes. Says so where nothing is called so.",
             .parameters = list_of<"q", "treaty">,
             .limit = 20,
             .most = 200,
             .kind = ToolKind::Citation}};

}  // namespace

constinit const Question kQuestion = {.name = "search",
                                      .route = "/v1/search",
                                      .summary = "citations as people type them, names, and words in any form",
                                      .example = "q=art 24(2)",
                                      .parameters = kParameters,
                                      .ask = ask_search,
                                      .is_graph = true,
                                      .is_citable = true,
                                      .effort = Effort::Page,
                                      .procedure = &kProcedure,
                                      .tools = kTools};

}  // namespace treatygraph::queries::search_question
