#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "queries/formats/text/json_text.h"
#include "queries/formats/text/table.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries::formats {
namespace {

using testing::graph_of;
using ::testing::HasSubstr;

bool is_json(const std::string& text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(text.data(), text.size());
  return !json.HasParseError();
}

TEST(Json, is_valid_whatever_the_data_hold) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  std::string out;
  JsonText(out).begin_object().member("a", bytes).member("nan", 0.0 / 0.0).member("big", 1e308).end_object();
  EXPECT_TRUE(is_json(out)) << out;
}

TEST(Json, of_every_question_is_valid_and_names_its_snapshot) {
  const auto graph = graph_of(testing::random_records(116));
  const Parameters parameters[] = {{{"of", "one:art_1"}},
                                   {{"key", "one:art_1"}},
                                   {{"slug", "one"}},
                                   {{"q", "gamma"}},
                                   {{"from", "one:art_1"}, {"to", "one:art_2"}},
                                   {{"iso3", "S00"}},
                                   {{"left", "one"}, {"right", "two"}},
                                   {}};
  for (const auto& question : questions()) {
    bool answered = false;
    for (const auto& given : parameters) {
      const auto answer = ask(question, graph, given, Budget());
      if (!answer) continue;
      answered = true;
      const auto text = *render(graph, *answer, Format::Json);
      EXPECT_TRUE(is_json(text)) << question.name << text;
      EXPECT_THAT(text, HasSubstr("\"snapshot\":\"test\""));
      EXPECT_FALSE(render(graph, *answer, Format::Csv)->empty());
      const auto lines = *render(graph, *answer, Format::Ndjson);
      EXPECT_TRUE(is_json(lines.substr(0, lines.find('\n'))) || lines.empty()) << question.name;
    }
    EXPECT_TRUE(answered) << question.name;
  }
}

TEST(Json, shows_where_each_fact_comes_from) {
  const auto graph =
      graph_of("t:art_1 -REFERS_TO-> t:art_2 basis=extracted source=t.txt quote=\"article 2\" start=3 end=12");
  const auto answer = *ask(*find_question("relationships"), graph, {{"key", "t:art_2"}}, Budget());
  const auto text = *render(graph, answer, Format::Json);
  for (const auto* member :
       {"\"basis\":\"extracted\"", "\"source\":\"t.txt\"", "\"quote\":\"article 2\"", "\"start\":3"}) {
    EXPECT_THAT(text, HasSubstr(member));
  }
}

TEST(Csv, opens_in_a_spreadsheet_without_running_anything) {
  const Table table{{"a"}, {{std::string("=HYPERLINK(1)")}, {std::string("say \"hi\", all")}}};
  EXPECT_EQ(to_csv(table), "a\r\n'=HYPERLINK(1)\r\n\"say \"\"hi\"\", all\"\r\n");
}

TEST(Terminal, shows_no_control_characters_of_the_data) {
  const Table table{{"a"}, {{std::string("red \x1b[31m text")}}};
  EXPECT_EQ(to_text(table, {}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace treatygraph::queries::formats
