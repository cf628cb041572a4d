#include "queries/formats/answers/table_answers.h"

namespace treatygraph::queries::formats {
namespace {

/// One row per sentence.
Table why_table(const Graph& graph, const std::vector<Explanation>& why) {
  Table table{{"key", "hop", "why"}, {}};
  for (const auto& [node, sentences] : why) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      table.rows.push_back({std::string(graph.key(node)), static_cast<std::int64_t>(i + 1), sentences[i]});
    }
  }
  return table;
}

}  // namespace

Table to_table(const Graph& graph, const Answer& answer) {
  return answer.why.empty() ? answer.body->table(graph) : why_table(graph, answer.why);
}

}  // namespace treatygraph::queries::formats
