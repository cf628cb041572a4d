#include "queries/mcp/tool_table.h"

#include <algorithm>
#include <array>
#include <vector>

namespace treatygraph::queries::mcp {
namespace {

constexpr std::array<std::string_view, 1> kRows = {"rows"};
constexpr std::array<std::string_view, 1> kStats = {"stats"};

/// The one tool that is not a question.
constexpr ToolSpec kCypher = {
    .place = 14,
    .name = "cypher",
    .title = "Ask in openCypher",
    .description =
        "A read-only openCypher query, for what no other tool answers. CALL dbms.procedures() "
        "lists the questions as procedures. Return keys (n.key) and sources; add LIMIT.",
    .shape = {.lists = kRows, .drop = kStats},
    .limit = 50,
    .most = 500,
    .kind = ToolKind::Cypher};

std::vector<Tool> make() {
  std::vector<Tool> all;
  for (const auto& question : questions()) {
    for (const auto& spec : question.tools) all.push_back({spec, question.name});
  }
  all.push_back({kCypher, {}});
  std::ranges::stable_sort(all, {}, &Tool::place);
  return all;
}

}  // namespace

std::span<const Tool> tools() {
  static const auto all = make();
  return all;
}

const Tool* find_tool(std::string_view name) {
  const auto all = tools();
  const auto found = std::ranges::find(all, name, &Tool::name);
  return found == all.end() ? nullptr : &*found;
}

const ParameterSpec& parameter_of(const Tool& tool, std::string_view name) {
  return *std::ranges::find(find_question(tool.question)->parameters, name, &ParameterSpec::name);
}

}  // namespace treatygraph::queries::mcp
