// Messages of the Model Context Protocol, well-formed and hostile: each gives a JSON reply, or none. The first byte
// chooses between a whole message and the arguments of one tool, so that tools are reached soon.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "queries/mcp/protocol.h"
#include "queries/mcp/read_json.h"
#include "queries/mcp/tool_table.h"
#include "queries/request/budget_in_force.h"
#include "tests/support/drawing.h"

namespace {

using namespace treatygraph;
using namespace treatygraph::queries;

const Graph& graph() {
  static const auto small = testing::graph_of(R"(
    treaty:t title="Treaty on Lakes"
    t:art_1 heading="Scope" weight=1
    t:art_1 -REFERS_TO-> t:art_2 mode=subject_to quote="article 2"
    t:art_2 -REFERS_TO-> t:art_3
    t:art_3 -REFERS_TO-> t:art_1
    t:art_2__para_1 -DEFINES-> t:term.lake
  )");
  return small;
}

std::string message_of(std::uint8_t choice, std::string_view bytes) {
  const auto all = mcp::tools();
  if (choice >= all.size()) return std::string(bytes);
  return R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")" + std::string(all[choice].name) +
         R"(","arguments":)" + std::string(bytes) + "}}";
}

mcp::Reply reply_to(const cypher::Value& message) try {
  Budget::Limits limits;
  limits.time = std::chrono::milliseconds(100);
  limits.bytes = 16U << 20;
  Budget budget(limits);
  const BudgetInForce in_force(budget);
  return mcp::answer(message, {graph(), budget, "http://localhost"});
} catch (const OutOfBudget& spent) {
  return mcp::refuse(&message, mcp::RpcCode::InternalError, spent.error.detail);
} catch (const MemoryExceeded& exceeded) {
  return mcp::refuse(&message, mcp::RpcCode::InternalError, error_of(exceeded).detail);
}

void check(const mcp::Reply& reply) {
  if (!reply.text.empty() && !read_json(reply.text)) std::abort();
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto text = message_of(data[0], {reinterpret_cast<const char*>(data) + 1, size - 1});
  const auto message = read_json(text);
  if (!message) {
    check(mcp::refuse(nullptr, mcp::RpcCode::ParseError, message.error().detail));
    return 0;
  }
  (void)mcp::name_in(*message);
  (void)mcp::version_in(*message);
  check(reply_to(*message));
  return 0;
}
