#pragma once
// The treaty that tests of the Model Context Protocol ask about, and a message answered.

#include <string>
#include <string_view>

#include <gmock/gmock.h>

#include "queries/mcp/protocol.h"
#include "queries/mcp/read_json.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::mcp {

inline const Graph& lakes() {
  static const auto graph = testing::graph_of(R"(
    treaty:lakes title="Treaty on Lakes"
    lakes:art_1 heading=Scope summary="Covers all lakes."
    lakes:art_2 heading=Dredging
    lakes:art_2__para_1
    lakes:art_2__para_1 -REFERS_TO-> lakes:art_1 mode=subject_to quote="subject to article 1" basis=extracted
    lakes:art_3 -REFERS_TO-> lakes:art_2
  )");
  return graph;
}

inline cypher::Value json(std::string_view text) {
  auto read = read_json(text);
  EXPECT_TRUE(read) << text << (read ? "" : read.error().detail);
  return read ? *std::move(read) : cypher::Value();
}

inline Reply reply_to(std::string_view message, std::string_view site = "http://host", const Graph& graph = lakes()) {
  const Budget budget;
  return answer(json(message), {graph, budget, site});
}

inline std::string called(std::string_view tool, std::string_view arguments, std::string_view site = "http://host",
                          const Graph& graph = lakes()) {
  std::string message = R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")";
  message.append(tool).append(R"(","arguments":)").append(arguments).append("}}");
  return reply_to(message, site, graph).text;
}

}  // namespace treatygraph::queries::mcp
