#pragma once
// What a language model can call: the questions that matter to who reads treaties, and openCypher.

#include <string>
#include <string_view>

#include "graph/graph.h"
#include "queries/cypher/values/value.h"
#include "queries/formats/text/json_text.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::mcp {

/// Who asks, and of what.
struct Asking {
  const Graph& graph;
  const Budget& budget;
  std::string_view site = {};  ///< where pages are: "https://treaties.example.org"; empty: nowhere
};

/// An array of tool definitions: each with schemas of what goes in and comes out, read-only and idempotent.
void write_tools(formats::JsonText& json);
[[nodiscard]] bool is_tool(std::string_view name);

/// The members of a result: "content", and "structuredContent" or "isError". An error says what to change.
void call_tool(formats::JsonText& json, const Asking& asking, std::string_view name, const cypher::Map& arguments);

}  // namespace treatygraph::queries::mcp
