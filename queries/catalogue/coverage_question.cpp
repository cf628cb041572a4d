// The question "coverage": which safeguards reach which powers, and how. questions/coverage.h defines the kinds of
// reach.

#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/graph.h"
#include "graph/vocabulary.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/coverage.h"
#include "queries/treaty/titles.h"
#include "queries/treaty/unbroken.h"

namespace treatygraph::queries::coverage_question {
namespace {

std::string_view name_of(Reach reach) {
  return kReachNames.at(static_cast<std::size_t>(reach));
}

/// The number of cells of each kind of reach.
void write_totals(AnswerWriter& out, const Coverage::Totals& totals) {
  out.json.key("totals").begin_object();
  for (std::size_t i = 0; i < totals.size(); ++i) out.json.member(kReachNames.at(i), totals.at(i));
  out.json.end_object();
}

/// "rows" or "columns", each with its number of cells of each kind.
template <typename TotalsOf>
void write_margins(AnswerWriter& out, std::string_view name, const std::vector<NodeId>& nodes, TotalsOf totals_of) {
  out.json.key(name).begin_array();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    out.json.begin_object().member("key", out.graph.key(nodes[i])).member("title", title_of(out.graph, nodes[i]));
    write_totals(out, totals_of(i));
    out.json.end_object();
  }
  out.json.end_array();
}

/// The cells, row by row. Witnesses are lists of ids; the relationships themselves follow after the cells, once each.
void write_cells(AnswerWriter& out, const Coverage& answer) {
  std::set<RelationshipId> shown;
  out.json.key("cells").begin_array();
  for (std::size_t row = 0; row < answer.rows.size(); ++row) {
    for (std::size_t column = 0; column < answer.columns.size(); ++column) {
      const auto& [reach, chain, holds_at] = answer.at(row, column);
      const auto witness = unbroken(out.graph, answer.rows[row], chain);
      out.json.begin_object()
          .member("row", out.graph.key(answer.rows[row]))
          .member("column", out.graph.key(answer.columns[column]))
          .member("reach", name_of(reach));
      if (holds_at) out.mention("holds_at", *holds_at);
      out.chain("witness", witness);
      out.json.end_object();
      shown.insert(witness.begin(), witness.end());
    }
  }
  out.json.end_array();
  out.relationships("relationships", std::vector(shown.begin(), shown.end()));
}

/// The matrix with its margins, then the cells.
void write_members(AnswerWriter& out, const Coverage& answer) {
  write_margins(out, "rows", answer.rows, [&](std::size_t i) { return answer.of_row(i); });
  write_margins(out, "columns", answer.columns, [&](std::size_t i) { return answer.of_column(i); });
  write_totals(out, answer.totals());
  write_cells(out, answer);
  out.explanation(answer.explanation);
}

/// A matrix with totals, as in a spreadsheet: one column per safeguard, and the totals by kind of reach.
Table table_of(const Graph& graph, const Coverage& answer) {
  const TableCells cells(graph);
  Table table{{"key", "title"}, {}};
  for (const auto column : answer.columns) table.columns.emplace_back(graph.key(column));
  for (const auto name : kReachNames) table.columns.emplace_back(name);
  const auto add_totals = [](std::vector<Cell>& row, const Coverage::Totals& totals) {
    for (const auto count : totals) row.push_back(number_cell(count));
  };
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    std::vector<Cell> row = {cells.key(answer.rows[i]), cells.title(answer.rows[i])};
    for (std::size_t column = 0; column < answer.columns.size(); ++column) {
      row.emplace_back(std::string(name_of(answer.at(i, column).reach)));
    }
    add_totals(row, answer.of_row(i));
    table.rows.push_back(std::move(row));
  }
  // The last row counts, for each column, the rows that it reaches.
  std::vector<Cell> last = {std::string("rows reached"), Cell{}};
  for (std::size_t column = 0; column < answer.columns.size(); ++column) {
    last.push_back(number_cell(answer.reached_in_column(column)));
  }
  add_totals(last, answer.totals());
  table.rows.push_back(std::move(last));
  return table;
}

/// Rows, columns and the chains between them; unbroken() joins chains across parts of provisions.
void draw(ViewBuilder& view, const Coverage& answer) {
  for (const auto node : answer.rows) view.add(node);
  for (const auto node : answer.columns) view.add(node);
  for (std::size_t i = 0; i < answer.cells.size(); ++i) {
    const auto row = answer.rows[i / answer.columns.size()];
    view.add_all(unbroken(view.graph(), row, answer.cells[i].witness));
  }
}

/// Relationships are the witnesses, without the HAS_PART that only join them.
void add_facts(ShownFacts& facts, const Coverage& answer) {
  facts.add(answer.rows);
  facts.add(answer.columns);
  for (const auto& cell : answer.cells) facts.add(cell.witness);
}

/// One row per cell, including those that nothing reaches.
ProcedureRows rows_of(const Graph& graph, const Coverage& answer) {
  ProcedureRows rows;
  for (std::size_t row = 0; row < answer.rows.size(); ++row) {
    for (std::size_t column = 0; column < answer.columns.size(); ++column) {
      const auto& cell = answer.at(row, column);
      rows.push_back({answer.rows[row], answer.columns[column], std::string(name_of(cell.reach)),
                      procedure_list(unbroken(graph, answer.rows[row], cell.witness))});
    }
  }
  return rows;
}

constexpr auto kShowing = Showing<Coverage>::by(write_members, table_of, draw, rows_of, add_facts);

/// A reference to a chapter binds to the chapter as a whole, which readers may not expect.
void warn_of_divisions(const Graph& graph, const Coverage& coverage, Warnings& warnings) {
  if (coverage.not_entered.empty()) return;
  std::vector<std::string_view> keys;
  for (const auto division : coverage.not_entered) keys.push_back(graph.key(division));
  warnings.push_back(
      fmt::format("rows are bound to {} as a whole: that carries none of the safeguards that its articles provide; "
                  "into=divisions counts them",
                  fmt::join(keys, ", ")));
}

Result<Answer> ask_coverage(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CoverageRequest request;
  if (parameters.has("rows")) request.rows = parameters.list("rows");
  if (parameters.has("columns")) request.columns = parameters.list("columns");
  request.treaty = parameters.text("treaty");
  request.only = parameters.text("only");
  // Parsed only so that a wrong value is an error: cells are about the rows themselves, so nothing is grouped by level.
  const auto level = read_level(parameters);  // cells are of the rows themselves: there is nothing to group
  if (!level) return fail(level.error());
  const auto into = read_into_divisions(parameters);
  if (!into) return fail(into.error());
  request.into_divisions = *into;
  const auto read = read_bounds(parameters, request, budget, warnings);
  if (!read) return fail(read.error());
  auto coverage = coverage_of(graph, request, budget);
  if (coverage) warn_of_divisions(graph, *coverage, warnings);
  return answer_with(std::move(coverage), kShowing, std::move(warnings));
}

constexpr auto kParameters = joined(
    std::array{ParameterSpec{"rows", "KEY|LABEL|KIND,...", "powers, offences or provisions (Power)", false, "Power"},
               ParameterSpec{"columns", "KEY|LABEL,...", "safeguards, or provisions that provide them (Safeguard)",
                             false, "Safeguard"},
               ParameterSpec{"treaty", "SLUG|all",
                             "labels and kinds mean what belongs to it (that of the rows, if it is one)"},
               ParameterSpec{"only", "direct|inherited|reference|excluded|none",
                             "only such cells; none: rows that nothing reaches"},
               kLevel,
               ParameterSpec{"modes", "MODE,...",
                             "references that carry a safeguard (subject_to, in_accordance_with, and applies_to)"},
               kInto},
    kScope, std::array{ParameterSpec{"limit", "N", "rows (200); of csv and ndjson all", false, "200", 100'000}});

constexpr std::array kTools = {ToolSpec{
    .place = 7,
    .name = "coverage",
    .title = "Which safeguards reach what",
    .description =
        "A matrix: which safeguards reach which powers, offences or provisions, directly, inherited or by reference. "
        "Ask of a few rows at a time; only=none lists what nothing reaches.",
    .parameters = list_of<"rows", "columns", "treaty", "only", "level", "into", "without", "as_of">,
    .shape = {.lists = list_of<"cells">, .links = list_of<"relationships">, .drop = list_of<"columns">},
    .limit = 30,
    .most = 200}};

constexpr ProcedureSpec kProcedure = {
    .place = 9,
    .description = "Which safeguards reach which powers, and how",
    .inputs = list_of<"rows", "columns">,
    .outputs = outputs_of<"row :: NODE?", "column :: NODE?", "reach :: STRING?", "witness :: LIST?">};

}  // namespace

constinit const Question kQuestion = {
    .name = "coverage",
    .route = "/v1/coverage",
    .summary = "which safeguards reach which powers, offences or provisions, and how",
    .example = "rows=uncc:art_29,uncc:art_30,uncc:art_45,uncc:art_46&columns=Safeguard",
    .parameters = kParameters,
    .ask = ask_coverage,
    .is_graph = true,
    .needs = {{type::kConditions, type::kRefersTo}, "safeguard or reference"},
    .procedure = &kProcedure,
    .tools = kTools};

}  // namespace treatygraph::queries::coverage_question
