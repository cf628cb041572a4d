#include "queries/formats/graphs/graph_export.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "queries/formats/render.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries::formats {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string exported(const Graph& graph, Format format) {
  auto whole = GraphExport::of(graph, format, export_writer);
  EXPECT_TRUE(whole);
  std::string text;
  while (*whole->next(text)) {
  }
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

TEST(GraphExport, writes_every_node_and_relationship_once_and_counts_them_at_the_end) {
  const auto graph = testing::graph_of(testing::random_records(7));
  const auto lines = lines_of(exported(graph, Format::Ndjson));
  ASSERT_EQ(lines.size(), graph.node_count() + graph.relationship_count() + 2);
  EXPECT_THAT(lines.front(), HasSubstr(graph.snapshot()));
  EXPECT_EQ(lines.back(), "{\"element\":\"end\",\"nodes\":" + std::to_string(graph.node_count()) +
                              ",\"relationships\":" + std::to_string(graph.relationship_count()) + "}");
  auto unique = lines;
  std::ranges::sort(unique);
  EXPECT_EQ(std::ranges::unique(unique).size(), 0U);
}

TEST(GraphExport, holds_official_texts) {
  auto records = testing::records_of("t:art_1 -REFERS_TO-> t:art_2 quote=\"article 2\"");
  set_property(records.nodes.front().properties, "text", PropertyValue("Each Party shall see article 2."));
  const auto graph = testing::graph_of(std::move(records));
  for (const auto format : {Format::Json, Format::Ndjson, Format::Csv, Format::Graphml, Format::Turtle}) {
    EXPECT_THAT(exported(graph, format), HasSubstr("Each Party shall see article 2.")) << spec_of(format).name;
  }
}

TEST(GraphExport, ends_in_a_mark_whatever_the_format) {
  const auto graph = testing::graph_of("t:art_1 -REFERS_TO-> t:art_2");
  EXPECT_THAT(exported(graph, Format::Graphml), EndsWith("</graphml>\n"));
  EXPECT_THAT(exported(graph, Format::Gexf), EndsWith("</gexf>\n"));
  EXPECT_THAT(exported(graph, Format::Turtle), EndsWith("# end\n"));
  EXPECT_THAT(exported(graph, Format::Csv), HasSubstr("\r\nend,,,,,3 nodes; 3 relationships"));
  rapidjson::Document json;
  const auto text = exported(graph, Format::Json);
  ASSERT_FALSE(json.Parse(text.c_str()).HasParseError());
  EXPECT_EQ(json["nodes"].Size(), json["node_count"].GetUint());
  EXPECT_EQ(json["relationships"].Size(), json["relationship_count"].GetUint());
}

TEST(GraphExport, comes_in_pieces_of_even_size) {
  auto records = testing::records_of("t:art_1");
  for (int i = 2; i < 5'000; ++i) records.nodes.push_back({"t:art_" + std::to_string(i), {"Article"}, {}});
  const auto graph = testing::graph_of(std::move(records));
  auto whole = GraphExport::of(graph, Format::Csv, export_writer);
  std::size_t pieces = 0;
  for (bool more = true; more; ++pieces) {
    std::string piece;
    more = *whole->next(piece);
    EXPECT_LT(piece.size(), 70'000U);
  }
  EXPECT_GT(pieces, 3U);
}

TEST(GraphExport, refuses_what_is_no_format_for_a_whole_graph) {
  const auto graph = testing::graph_of("t:art_1");
  EXPECT_THAT(GraphExport::of(graph, Format::Html, export_writer).error().detail,
              StartsWith("html is no format for a whole graph"));
}

}  // namespace
}  // namespace treatygraph::queries::formats
