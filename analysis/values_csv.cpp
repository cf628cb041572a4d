#include "analysis/values_csv.h"

#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace treatygraph::analysis {
namespace {

/// A column of the file.
struct Column {
  std::string name;
  std::function<std::string(std::size_t)> value;  ///< of a node; empty if it has none
};

/// A score of 0 is left out like an absent value: nodes without own words have 0.
std::vector<Column> columns_of(const Graph& graph, const AnalysesToWrite& analyses) {
  std::vector<Column> columns;
  const auto add_scores = [&](const std::string& name, const std::optional<AnalysesToWrite::Scores>& scores) {
    if (!scores) return;
    columns.push_back({name, [&values = scores->by_node](std::size_t i) {
                         return values[i] == 0 ? std::string() : fmt::format("{}", values[i]);
                       }});
  };
  const auto add_counts = [&](const std::string& name, const std::vector<std::uint32_t>& counts) {
    columns.push_back({name, [&counts](std::size_t i) {
                         return counts[i] == Analyses::kNone ? std::string() : fmt::format("{}", counts[i]);
                       }});
  };
  add_scores("rank", analyses.page_rank);
  add_scores("betweenness", analyses.betweenness);
  if (analyses.components) {
    columns.push_back({"component", [&graph, &first_of = *analyses.components](std::size_t i) {
                         return first_of[i] == Analyses::kNone ? std::string()
                                                               : std::string(graph.key(NodeId{first_of[i]}));
                       }});
  }
  if (analyses.closures) {
    add_counts("rests_on", analyses.closures->rests_on);
    add_counts("rested_on_by", analyses.closures->rested_on_by);
  }
  return columns;
}

}  // namespace

void write_csv(const Graph& graph, const AnalysesToWrite& analyses, std::ostream& out) {
  const auto columns = columns_of(graph, analyses);
  out << "key";
  for (const auto& column : columns) out << ',' << column.name;
  out << '\n';
  // Keys and numbers contain no comma, quote or line end, so nothing needs quotes.
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    std::string row;
    bool has_value = false;
    for (const auto& column : columns) {
      const auto value = column.value(i);
      has_value = has_value || !value.empty();
      row += "," + value;
    }
    if (has_value) out << graph.key(NodeId{static_cast<std::uint32_t>(i)}) << row << '\n';
  }
}

}  // namespace treatygraph::analysis
