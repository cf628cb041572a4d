#pragma once
// The tools that a language model can call: the questions that matter to readers of treaties, and openCypher.

#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"
#include "queries/formats/text/json_text.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::mcp {

/// The context of a call. The graph and the budget must outlive it.
struct CallContext {
  const Graph& graph;
  const Budget& budget;
  std::string_view site = {};  ///< base address of pages: "https://treaties.example.org"; empty: no pages
};

/// Writes the array of tool definitions, each with its input and output schema and its annotations: read-only and
/// idempotent.
void write_tools(formats::JsonText& json);
[[nodiscard]] bool is_tool(std::string_view name);

/// Calls a tool, which must exist, and writes the members of the result: "content", "isError" and, if it is false,
/// "structuredContent". An error is a result too: its text tells the model what to change.
void call_tool(formats::JsonText& json, const CallContext& context, std::string_view name,
               const cypher::Map& arguments);

}  // namespace treatygraph::queries::mcp
