// Each graph format, loaded by a tool that nobody here wrote: tests/program/load_graph.py and load_graph.mjs.

#include <gmock/gmock.h>

#include "queries/catalogue/catalogue.h"
#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/render.h"
#include "tests/support/drawing.h"

namespace treatygraph::queries::formats {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Graph& lakes() {
  static const auto graph = [] {
    auto records = testing::records_of(R"(
    t:art_1 weight=2
    t:art_1 -REFERS_TO-> t:art_2 mode=subject_to quote="article 2" source=text
    t:art_2 -REFERS_TO-> t:art_3 quote="article 3"
    t:art_3 -REFERS_TO-> t:art_3
  )");
    for (auto& node : records.nodes) {
      if (node.key == "t:art_1") set_property(node.properties, "heading", PropertyValue("Scope <&> \"lakes\""));
    }
    return testing::graph_of(std::move(records));
  }();
  return graph;
}

std::string rendered(Format format) {
  const auto answer = ask(*find_question("neighborhood"), lakes(),
                          {{"of", "t:art_2"}, {"types", "REFERS_TO"}, {"depth", "2"}}, Budget());
  EXPECT_TRUE(answer);
  auto text = render(lakes(), *answer, format);
  EXPECT_TRUE(text);
  return text ? *text : "";
}

TEST(GraphFormats, name_every_node_and_edge) {
  for (const auto& spec : all_formats()) {
    if (spec.format <= Format::Csv || spec.format > Format::Html) continue;
    SCOPED_TRACE(spec.name);
    const auto text = rendered(spec.format);
    for (const auto* key : {"t:art_1", "t:art_2", "t:art_3"}) EXPECT_THAT(text, HasSubstr(key));
    EXPECT_THAT(text, HasSubstr("REFERS_TO"));
  }
}

TEST(GraphFormats, escape_what_their_syntax_would_read) {
  EXPECT_THAT(rendered(Format::Graphml), HasSubstr("Scope &lt;&amp;&gt; &quot;lakes&quot;"));
  EXPECT_THAT(rendered(Format::Gexf), HasSubstr("Scope &lt;&amp;&gt; &quot;lakes&quot;"));
  EXPECT_THAT(rendered(Format::Dot), HasSubstr("\\\"lakes\\\""));
  EXPECT_THAT(rendered(Format::Turtle), HasSubstr("\\\"lakes\\\""));
}

TEST(Html, holds_its_graph_where_no_text_can_end_it) {
  auto records = testing::records_of("t:art_1 -REFERS_TO-> t:art_2");
  for (auto& node : records.nodes) {
    set_property(node.properties, "heading", PropertyValue("</script><script>alert(1)</script>"));
  }
  const auto graph = testing::graph_of(std::move(records));
  const auto answer = ask(*find_question("neighborhood"), graph, {{"of", "t:art_1"}}, Budget());
  const auto page = *render(graph, *answer, Format::Html);
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, HasSubstr("script-src 'sha256-"));
  EXPECT_THAT(page, HasSubstr(graph.snapshot()));
}

TEST(Html, has_a_title_that_turns_no_other_round) {
  const auto graph = testing::graph_of("t:art_1 heading=\"\xE2\x80\xAEgnihsiF\xE2\x80\xAC\"\n");
  const auto answer = ask(*find_question("neighborhood"), graph, {{"of", "t:art_1"}}, Budget());
  ASSERT_TRUE(answer);
  const auto page = *render(graph, *answer, Format::Html);
  const auto title = page.substr(0, page.find("</title>"));
  EXPECT_THAT(title, HasSubstr("gnihsiF"));
  EXPECT_THAT(title, Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(page, HasSubstr("unicode-bidi:isolate"));
}

TEST(Html, tabulates_what_is_no_graph) {
  const auto answer = ask(*find_question("nodes"), lakes(), {}, Budget());
  const auto page = *render(lakes(), *answer, Format::Html);
  EXPECT_THAT(page, HasSubstr("<td>t:art_1</td>"));
  EXPECT_THAT(page, HasSubstr("Scope &lt;&amp;&gt;"));
}

TEST(GraphFormats, are_for_graphs) {
  const auto answer = ask(*find_question("treaties"), lakes(), {}, Budget());
  ASSERT_TRUE(answer);
  EXPECT_THAT(render(lakes(), *answer, Format::Gexf).error().detail, HasSubstr("a format for graphs"));
}

TEST(GraphFormats, describe_one_node_with_its_words_its_place_and_its_relationships) {
  auto records = testing::records_of("t:art_1__para_1\nt:art_1__para_1 -REFERS_TO-> t:art_2 quote=\"article 2\"\n");
  for (auto& node : records.nodes) {
    if (node.key == "t:art_1__para_1") set_property(node.properties, "text", PropertyValue("See article 2."));
  }
  const auto graph = testing::graph_of(std::move(records));
  const auto answer = ask(*find_question("node"), graph, {{"key", "t:art_1__para_1"}}, Budget());
  ASSERT_TRUE(answer);
  const auto turtle = *render(graph, *answer, Format::Turtle, {Layout::None, "https://treaties.example.org/"});
  EXPECT_THAT(turtle, HasSubstr("<https://treaties.example.org/id/t:art_1__para_1> "));
  EXPECT_THAT(turtle, HasSubstr("schema:text \"See article 2.\""));
  EXPECT_THAT(turtle,
              HasSubstr("<https://treaties.example.org/id/t:art_1> tg:HAS_PART <https://treaties.example.org/id/"
                        "t:art_1__para_1>"));
  EXPECT_THAT(turtle, HasSubstr("tg:quote \"article 2\""));
  EXPECT_THAT(turtle, Not(HasSubstr("https://treatygraph.org/id/")));
  EXPECT_THAT(*render(graph, *answer, Format::Jsonld),
              HasSubstr("\"@id\":\"https://treatygraph.org/id/t:art_1__para_1\""));
}

TEST(GraphFormats, say_where_a_node_has_more_relationships_than_are_given) {
  std::string drawing;
  for (int i = 1; i <= 300; ++i) drawing += "t:art_" + std::to_string(i) + " -REFERS_TO-> u:art_1\n";
  const auto graph = testing::graph_of(drawing);
  const auto answer = ask(*find_question("node"), graph, {{"key", "u:art_1"}}, Budget());
  EXPECT_THAT(*render(graph, *answer, Format::Turtle), HasSubstr("only 200 of its 3"));
}

TEST(IriBases, are_absolute_and_end_where_a_name_can_follow) {
  EXPECT_TRUE(check_iri_base("https://treaties.example.org/"));
  EXPECT_TRUE(check_iri_base("http://localhost:8080/graph#"));
  for (const auto* base :
       {"", "x", "/id/", "https://", "https:///", "https://a", "ftp://a/", "https://a b/", "https://a/<>/"})
    EXPECT_FALSE(check_iri_base(base)) << base;
}

TEST(GraphFormats, draw_dependencies_as_one_edge_with_its_quotes) {
  const auto answer = ask(*find_question("dependencies"), lakes(), {{"of", "t:art_1"}}, Budget());
  ASSERT_TRUE(answer);
  const auto text = *render(lakes(), *answer, Format::Cytoscape);
  EXPECT_THAT(text, HasSubstr("t:art_1>DEPENDS_ON>t:art_2"));
  EXPECT_THAT(text, HasSubstr("\"quote\":\"article 2\""));
}

TEST(GraphFormats, draw_each_edge_once_however_many_paths_have_it) {
  const auto graph = testing::graph_of(R"(
    t:art_1__para_1 -REFERS_TO-> t:art_2 mode=subject_to
    t:art_2__para_1 -REFERS_TO-> t:art_3 mode=subject_to
    t:art_2__para_2 -REFERS_TO-> t:art_4 mode=subject_to
    t:art_3__para_1 -REFERS_TO-> t:art_5 mode=subject_to
    t:art_4__para_1 -REFERS_TO-> t:art_5 mode=subject_to
  )");
  const auto answer =
      ask(*find_question("paths"), graph, {{"from", "t:art_1"}, {"to", "t:art_5"}, {"k", "2"}}, Budget());
  ASSERT_TRUE(answer);
  const auto text = *render(graph, *answer, Format::Graphology);
  const auto first = text.find("t:art_1>DEPENDS_ON>t:art_2");
  ASSERT_NE(first, std::string::npos) << text;
  EXPECT_EQ(text.find("t:art_1>DEPENDS_ON>t:art_2", first + 1), std::string::npos) << text;
  EXPECT_THAT(text, HasSubstr("t:art_2>DEPENDS_ON>t:art_4"));
}

TEST(GraphFormats, draw_what_changed_its_type_between_two_versions) {
  const auto graph = testing::graph_of(R"(
    treaty:t slug=t
    treaty:t@2023 slug=t@2023
    t@2023:art_1 -CORRESPONDS_TO-> t:art_1 relation=equivalent
    t@2023:art_2 -CORRESPONDS_TO-> t:art_2 relation=equivalent
    t@2023:art_1 -REFERS_TO-> t@2023:art_2 mode=subject_to quote="subject to article 2"
    t:art_1 -REFERS_TO-> t:art_2 mode=refers_to quote="see article 2"
  )");
  const auto answer =
      ask(*find_question("compare"), graph, {{"left", "t@2023"}, {"right", "t"}, {"view", "relationships"}}, Budget());
  ASSERT_TRUE(answer);
  const auto text = *render(graph, *answer, Format::Cytoscape);
  EXPECT_THAT(text, HasSubstr("subject to article 2"));
  EXPECT_THAT(text, HasSubstr("see article 2"));
}

TEST(GraphFormats, keep_properties_that_are_called_as_their_own_attributes) {
  const auto graph = testing::graph_of("t:art_1 label=red\nt:art_1 -REFERS_TO-> t:art_2");
  const auto answer = ask(*find_question("neighborhood"), graph, {{"of", "t:art_1"}}, Budget());
  ASSERT_TRUE(answer);
  const auto text = *render(graph, *answer, Format::Graphml);
  EXPECT_THAT(text, HasSubstr("<data key=\"n.own_label\">red</data>"));
  EXPECT_THAT(text, HasSubstr("<key id=\"n.own_label\""));
}

}  // namespace
}  // namespace treatygraph::queries::formats
