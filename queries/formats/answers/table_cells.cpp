// Each cell spends from the budget in force: tables of many rows are made in one go, and this is where a deadline is
// noticed.

#include "queries/formats/answers/table_cells.h"

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/property_text.h"
#include "queries/search/typed_treaty.h"
#include "queries/search/what_it_is.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {

Cell text_cell(std::string_view words) {
  BudgetInForce::spend();
  return words.empty() ? Cell{} : Cell{std::string(words)};
}

Cell number_cell(std::size_t count) {
  BudgetInForce::spend();
  return static_cast<std::int64_t>(count);
}

Cell TableCells::title(NodeId node) const {
  return title_of(graph_, node);
}

Cell TableCells::labels(NodeId node) const {
  std::string all;
  for (const auto label : graph_.labels_of(node)) all += (all.empty() ? "" : "; ") + graph_.labels().name(label);
  return all;
}

Cell TableCells::treaty(NodeId node) const {
  const auto* const treaty = treaty_of(graph_, node);
  return treaty == nullptr ? Cell{} : Cell(std::string(short_title_of(graph_, treaty->treaty)));
}

Cell TableCells::said(NodeId node, std::string_view name) const {
  return text_cell(graph_.string(node, name));
}

/// Properties that are not text, such as offsets, are written as text as well.
Cell TableCells::said(RelationshipId relationship, std::string_view name) const {
  const auto id = graph_.properties().find(name);
  return id ? text_cell(queries::text_of(graph_.property(relationship, *id))) : Cell{};
}

Cell TableCells::date(std::optional<RelationshipId> act) const {
  return act ? said(*act, property::kDate) : Cell{};
}

Cell TableCells::type(RelationshipId relationship) const {
  return text_cell(graph_.types().name(graph_.type(relationship)));
}

/// Modes and quotes stand between the keys, so a chain reads like a sentence.
Cell TableCells::chain(const std::vector<RelationshipId>& references) const {
  std::string words;
  for (const auto reference : references) {
    const auto quote = graph_.string(reference, property::kQuote);
    words += fmt::format("{}{} {} {}{}", words.empty() ? "" : " → ", graph_.key(graph_.source(reference)),
                         graph_.string(reference, property::kMode), graph_.key(graph_.target(reference)),
                         quote.empty() ? "" : fmt::format(" “{}”", quote));
  }
  return text_cell(words);
}

/// Relationships without a mode are named by their type.
Cell TableCells::evidence(std::span<const RelationshipId> relationships) const {
  std::string words;
  for (const auto r : relationships) {
    const auto mode = graph_.string(r, property::kMode);
    const auto quote = graph_.string(r, property::kQuote);
    words += fmt::format("{}{} {} {}{}", words.empty() ? "" : "; ", graph_.key(graph_.source(r)),
                         mode.empty() ? std::string_view(graph_.types().name(graph_.type(r))) : mode,
                         graph_.key(graph_.target(r)), quote.empty() ? "" : fmt::format(" “{}”", quote));
  }
  return text_cell(words);
}

Table nodes_table(const Graph& graph, std::span<const NodeId> nodes) {
  const TableCells cells(graph);
  Table table{{"key", "title", "labels", "summary", "basis", "confidence", "source"}, {}};
  for (const auto node : nodes) {
    table.rows.push_back({cells.key(node), cells.title(node), cells.labels(node), cells.said(node, property::kSummary),
                          cells.said(node, property::kBasis), cells.said(node, property::kConfidence),
                          cells.said(node, property::kSource)});
  }
  return table;
}

Table relationships_table(const Graph& graph, std::span<const RelationshipId> relationships) {
  const TableCells cells(graph);
  Table table{{"from", "type", "to", "mode", "date", "quote", "start", "end", "basis", "confidence", "source"}, {}};
  for (const auto r : relationships) {
    table.rows.push_back({cells.key(graph.source(r)), cells.type(r), cells.key(graph.target(r)),
                          cells.said(r, property::kMode), cells.said(r, property::kDate),
                          cells.said(r, property::kQuote), cells.said(r, property::kStart),
                          cells.said(r, property::kEnd), cells.said(r, property::kBasis),
                          cells.said(r, property::kConfidence), cells.said(r, property::kSource)});
  }
  return table;
}

}  // namespace treatygraph::queries::formats
