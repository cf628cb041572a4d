// Whole queries over a small graph: each gives rows or an error, within its time and memory limits.

#include <cstdint>
#include <string_view>

#include "queries/cypher/asking/answer_text.h"
#include "queries/cypher/asking/statement.h"
#include "tests/support/drawing.h"

namespace {

const treatygraph::Graph& graph() {
  static const auto small = treatygraph::testing::graph_of(R"(
    t:art_1 heading="Scope" weight=1
    t:art_1 -REFERS_TO-> t:art_2 mode=subject_to
    t:art_2 -REFERS_TO-> t:art_3
    t:art_3 -REFERS_TO-> t:art_1
    t:art_3 -REFERS_TO-> t:art_3
    t:art_2__para_1 -DEFINES-> t:term.lake
  )");
  return small;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace treatygraph::queries;
  Budget::Limits limits;
  limits.time = std::chrono::milliseconds(100);
  limits.bytes = 16U << 20;
  cypher::Statement statement;
  statement.text.assign(reinterpret_cast<const char*>(data), size);
  statement.parameters.set("p", 1);
  statement.max_rows = 1'000;
  const auto answer = cypher::ask(graph(), statement, Budget(limits));
  if (answer) (void)cypher::rows_as_json(graph(), *answer, true);
  return 0;
}
