// What-if, basis and date on lists and facts: an answer under a scope is the answer of a graph without what it hides.

#include <algorithm>
#include <regex>
#include <set>

#include <gmock/gmock.h>

#include "queries/catalogue/catalogue.h"
#include "queries/formats/render.h"
#include "tests/queries/oracle.h"
#include "tests/support/drawing.h"
#include "tests/support/random_graph.h"

namespace treatygraph::queries {
namespace {

using testing::graph_of;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Oracle;
using testing::Random;

std::string answer_to(const Graph& graph, std::string_view question, Parameters parameters,
                      const Parameters& scope = {}) {
  for (const auto& [name, value] : scope.all()) parameters.add(name, value);
  const auto answer = ask(*find_question(question), graph, parameters, Budget());
  EXPECT_TRUE(answer) << question << (answer ? "" : answer.error().detail);
  return answer ? *formats::render(graph, *answer, formats::Format::Json) : std::string();
}

/// The records that the scope shows.
GraphRecords shown(const GraphRecords& records, const std::string& without, const std::string& basis,
                   const std::string& as_of) {
  const Oracle oracle(records);
  const auto is_later = [&](const Properties& properties) {
    const auto date = Oracle::text(properties, "date");
    return !as_of.empty() && date >= as_of.substr(0, date.size()) && !date.empty() && date != as_of;
  };
  GraphRecords kept;
  std::set<std::string> keys;
  for (const auto& node : records.nodes) {
    const bool hidden = (!without.empty() && oracle.within(node.key, without)) || is_later(node.properties);
    if (!hidden) kept.nodes.push_back(node);
    if (!hidden) keys.insert(node.key);
  }
  for (const auto& r : records.relationships) {
    const bool is_other = !basis.empty() && r.type != "HAS_PART" && Oracle::text(r.properties, "basis") != basis;
    const bool hidden = is_other || is_later(r.properties) || !keys.contains(r.from) || !keys.contains(r.to);
    if (!hidden) kept.relationships.push_back(r);
  }
  return kept;
}

/// Whether any act is known is not a matter of the day that is asked about: here some always is.
void add_undated_signatures(GraphRecords& records) {
  for (const std::string basis : {"extracted", "curated"}) {
    records.nodes.push_back({"state:" + basis, {"State"}, {}});
    records.relationships.push_back({"SIGNED", "state:" + basis, "treaty:one", {{"basis", basis}}});
  }
}

struct Asked {
  std::string_view question;
  Parameters parameters;
};

/// Hits and facets of a search without what is told of words: how rare one is, and whether it is known, is so of all
/// that is loaded.
std::string hits_and_facets(const std::string& json) {
  return std::regex_replace(json.substr(0, json.find("\"readings\"")), std::regex("\"score\":[0-9.e+-]+,"), "");
}

TEST(Scope, of_lists_and_facts_equals_a_graph_without_what_it_hides_on_five_hundred_random_graphs) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    auto records = testing::random_records(seed);
    Random random(seed);
    const auto provisions = Oracle(records).provisions();
    const auto hidden = random.one_of(provisions);
    add_undated_signatures(records);
    const auto node = random.one_of(provisions);
    const std::string basis = random.chance(50) ? "" : random.chance(50) ? "extracted" : "curated";
    const std::string as_of = random.chance(50) ? "" : "2021-12-31";
    const auto expected_records = shown(records, hidden, basis, as_of);
    const auto graph = graph_of(records);
    const auto smaller = graph_of(expected_records);
    const Parameters scope = {{"without", hidden}, {"basis", basis}, {"as_of", as_of}};
    std::vector<Asked> all = {{"treaty", {{"slug", "one"}, {"whole", "true"}}}};
    if (smaller.find(node)) all.push_back({"node", {{"key", node}}});
    if (graph.find("state:S00")) all.push_back({"state", {{"iso3", "S00"}}});
    for (const auto& [question, parameters] : all) {
      ASSERT_EQ(answer_to(graph, question, parameters, scope), answer_to(smaller, question, parameters))
          << seed << " " << question;
    }
    const Parameters node_scope = {{"without", hidden}, {"as_of", as_of}};
    const auto by_node = graph_of(shown(records, hidden, "", as_of));
    const Parameters nodes = {{"label", "Provision"}, {"with", "REFERS_TO"}, {"limit", "1000"}};
    if (by_node.types().find("REFERS_TO") && by_node.labels().find("Provision")) {
      ASSERT_EQ(answer_to(graph, "nodes", nodes, node_scope), answer_to(by_node, "nodes", nodes)) << seed;
    }
    ASSERT_EQ(hits_and_facets(answer_to(graph, "search", {{"q", "alpha"}}, node_scope)),
              hits_and_facets(answer_to(by_node, "search", {{"q", "alpha"}})))
        << seed;
    const auto participation = answer_to(by_node, "participation", {{"slug", "one"}, {"as_of", as_of}});
    ASSERT_EQ(answer_to(graph, "participation", {{"slug", "one"}}, node_scope), participation) << seed;
  }
}

TEST(Scope, chooses_listed_and_found_nodes_by_their_own_basis) {
  const auto graph = graph_of("t:art_1 heading=Review basis=curated\nt:art_2 heading=Review basis=extracted");
  for (const auto& [question, parameters] :
       {Asked{"nodes", {{"label", "Article"}}}, Asked{"search", {{"q", "review"}}}}) {
    EXPECT_THAT(answer_to(graph, question, parameters, {{"basis", "extracted"}}),
                ::testing::AllOf(HasSubstr("\"t:art_2\""), Not(HasSubstr("\"t:art_1\""))));
  }
}

/// Of the whole snapshot.
bool has_no_scope(const Question& question) {
  return question.name == "schema" || question.name == "quality";
}

TEST(Scope, is_taken_by_every_question_but_those_of_the_whole_snapshot) {
  const std::set<std::string_view> scope = {"without", "basis", "as_of"};
  for (const auto& question : questions()) {
    if (has_no_scope(question)) continue;
    const auto taken = std::ranges::count_if(
        question.parameters, [&](const ParameterSpec& parameter) { return scope.contains(parameter.name); });
    EXPECT_EQ(taken, 3) << question.name;
  }
}

TEST(Scope, that_names_no_node_or_no_day_is_refused_by_every_question) {
  const auto graph = graph_of("t:art_1 -REFERS_TO-> t:art_2\nstate:AAA -SIGNED-> treaty:t date=2020-01-01\nu:art_1");
  for (const auto& question : questions()) {
    if (has_no_scope(question)) continue;
    const Parameters parameters = {{"slug", "t"},     {"key", "t:art_1"}, {"iso3", "AAA"},
                                   {"q", "x"},        {"of", "t:art_1"},  {"from", "t:art_1"},
                                   {"to", "t:art_2"}, {"left", "t"},      {"right", "u"}};
    for (const auto& [name, value] : {std::pair("without", "t:art_9"), std::pair("as_of", "someday")}) {
      Parameters asked = {{name, value}};
      for (const auto& parameter : question.parameters) {
        if (parameter.is_required) asked.add(std::string(parameter.name), std::string(parameters.text(parameter.name)));
      }
      const auto answer = ask(question, graph, asked, Budget());
      ASSERT_FALSE(answer) << question.name << " " << name;
      EXPECT_THAT(answer.error().detail, HasSubstr(value)) << question.name;
    }
  }
}

}  // namespace
}  // namespace treatygraph::queries
