#pragma once
// The tools that a language model can call: the questions that matter to readers of treaties, and openCypher.

#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"
#include "queries/formats/text/json_text.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::mcp {

/// The context of a call.
struct Asking {
  const Graph& graph;
  const Budget& budget;
  std::string_view site = {};  ///< base address of pages: "https://treaties.example.org"; empty: no pages
};

/// An array of tool definitions, each with input and output schemas and read-only and idempotent annotations.
void write_tools(formats::JsonText& json);
[[nodiscard]] bool is_tool(std::string_view name);

/// The members of a result: "content", and "structuredContent" or "isError". Errors say what to change.
void call_tool(formats::JsonText& json, const Asking& asking, std::string_view name, const cypher::Map& arguments);

}  // namespace treatygraph::queries::mcp
