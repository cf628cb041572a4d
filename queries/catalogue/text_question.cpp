// The question "text": the continuous text of a treaty or a provision, in entries that are shown one after another.

#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/formats/text/utf8.h"
#include "queries/questions/text.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/is_loaded.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::text_question {
namespace {

/// The node's key, or null.
void key_or_null(AnswerWriter& out, std::string_view name, std::optional<NodeId> node) {
  out.text_or_null(name, node ? out.graph.key(*node) : std::string_view{});
}

/// "treaty": what a page shows above the text.
void treaty_member(AnswerWriter& out, std::optional<NodeId> treaty) {
  out.json.key("treaty");
  if (!treaty) {
    out.json.null();
    return;
  }
  out.json.begin_object()
      .member("key", out.graph.key(*treaty))
      .member("slug", treaty_slug(out.graph, *treaty))
      .member("title", title_of(out.graph, *treaty));
  out.text_or_null("short_title", out.graph.string(*treaty, "short_title"));
  out.json.end_object();
}

/// A citation or a defined term in the words, with the places that it leads to. Offsets count UTF-16 code units.
void write_mark(AnswerWriter& out, const TextMark& mark, formats::Utf16Units& units) {
  const auto start = units.before(mark.begin);
  out.json.begin_object()
      .member("start", start)
      .member("end", units.before(mark.end))
      .member("kind", mark.kind == TextMark::Kind::Term ? "term" : "citation");
  out.json.key("to").begin_array();
  for (const auto node : mark.to) formats::write_place(out.json, out.graph, node);
  out.json.end_array();
  out.text_or_null("mode", mark.mode);
  out.text_or_null("names", mark.names);
  out.text_or_null("note", mark.note);
  out.json.end_object();
}

/// Marks are in order, so the units are counted in one pass.
void write_marks(AnswerWriter& out, const std::vector<TextMark>& marks, std::string_view words) {
  out.json.begin_array();
  formats::Utf16Units units(words);
  for (const auto& mark : marks) write_mark(out, mark, units);
  out.json.end_array();
}

/// Words of a provision that are interrupted by its parts continue in a further entry ("continues"), which has no
/// number and heading of its own.
void write_entry(AnswerWriter& out, const TextEntry& entry) {
  BudgetInForce::spend();
  // An entry is either the beginning of a provision, or the words that follow its parts.
  const bool itself = entry.place == TextEntry::Place::Itself;
  out.json.begin_object()
      .member("key", out.graph.key(entry.node))
      .member("eid", out.graph.string(entry.node, property::kEid))
      .member("kind", kind_of(out.graph, entry))
      .member("continues", !itself);
  out.text_or_null("num", itself ? out.graph.string(entry.node, property::kNum) : "");
  out.text_or_null("heading", itself ? out.graph.string(entry.node, property::kHeading) : "");
  out.json.member("title", title_of(out.graph, entry.node))
      .member("citation", short_citation(out.graph, entry.node))
      .member("depth", entry.depth);
  key_or_null(out, "parent", out.graph.parent(entry.node));
  out.json.key("heading_marks");
  write_marks(out, entry.heading_marks, out.graph.string(entry.node, property::kHeading));
  out.json.member("loaded", says_loaded(out.graph, entry.node).value_or(true))
      .member("words", entry.words)
      .member("words_are", name_of(entry.words_are))
      .key("marks");
  write_marks(out, entry.marks, entry.words);
  out.json.end_object();
}

void write_members(AnswerWriter& out, const ProvisionText& answer) {
  out.json.member("of", out.graph.key(answer.of)).member("title", title_of(out.graph, answer.of));
  treaty_member(out, answer.treaty);
  out.json.member("loaded", answer.loaded)
      .member("words", answer.words == WordsAre::Summary ? "summaries" : name_of(answer.words))
      .member("total", answer.total)
      .key("provisions")
      .begin_array();
  for (const auto& entry : answer.hits) write_entry(out, entry);
  out.json.end_array();
  out.explanation(answer.explanation);
  out.cursor(answer.next_cursor);
}

/// One row per entry of the text.
Table table_of(const Graph& graph, const ProvisionText& answer) {
  const TableCells cells(graph);
  Table table{{"key", "citation", "kind", "num", "heading", "depth", "words", "words_are"}, {}};
  for (const auto& entry : answer.hits) {
    table.rows.push_back({cells.key(entry.node), text_cell(short_citation(graph, entry.node)),
                          text_cell(kind_of(graph, entry)), cells.said(entry.node, property::kNum),
                          cells.said(entry.node, property::kHeading), number_cell(entry.depth), text_cell(entry.words),
                          text_cell(name_of(entry.words_are))});
  }
  return table;
}

/// What was asked for is cited, not each of its parts.
std::vector<NodeId> works_in(const ProvisionText& answer) {
  return {answer.of};
}

/// Each provision once, although its words may be in several entries.
void add_facts(ShownFacts& facts, const ProvisionText& answer) {
  for (const auto& entry : answer.hits) {
    if (entry.place == TextEntry::Place::Itself) facts.add(entry.node);
  }
}

constexpr auto kShowing = Showing<ProvisionText>::by(write_members, table_of, works_in, add_facts).as_list();

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
  return answer_with(text_of_provisions(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"of", "KEY|SLUG", "a treaty, a division, an article or a part of one", true}}, kScope,
    std::array{ParameterSpec{"limit", "N", "provisions on a page, at most 100000 (2000); of csv and ndjson all", false,
                             "2000", 100'000},
               kCursor});

constexpr std::array kTools = {ToolSpec{
    .place = 3,
    .name = "provision_text",
    .title = "Read a provision",
    .description =
        "The words of a treaty, chapter, article or a part of one in their order, with what they cite and define, and "
        "where the provision is. words_are tells whether the words are the official text or a summary: only text "
        "may be quoted.",
    .parameters = list_of<"of", "as_of">,
    .shape = {.lists = list_of<"provisions">},
    .limit = 25,
    .most = 100,
    .kind = ToolKind::Text}};

}  // namespace

constinit const Question kQuestion = {
    .name = "text",
    .route = "/v1/text",
    .summary = "the continuous text of a treaty or a provision, with what its words cite and define at their places",
    .example = "of=uncc:art_24",
    .parameters = kParameters,
    .ask = ask_text,
    .is_citable = true,
    .tools = kTools};

}  // namespace treatygraph::queries::text_question
