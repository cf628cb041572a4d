// Each graph format is loaded by its tools: all nodes, relationships and properties must arrive.

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::IsEmpty;
using testing::kIngest;
using testing::kQuery;
using testing::kTools;
using testing::run;

using Lines = std::vector<std::string>;

struct Tool {
  std::string name;  ///< the name in load_graph.py or load_graph.mjs
  std::string format;
};
void PrintTo(const Tool& tool, std::ostream* out) {
  *out << tool.name;
}

/// Elements of only one of two sorted lists.
Lines difference(const Lines& left, const Lines& right) {
  Lines differing;
  std::ranges::set_symmetric_difference(left, right, std::back_inserter(differing));
  return differing;
}

/// igraph reads an absent boolean as false.
Lines known_to(const std::string& tool, Lines lines) {
  if (tool.starts_with("igraph")) std::erase_if(lines, [](const auto& line) { return line.ends_with("\"false\"]"); });
  return lines;
}

class GraphFormats : public ::testing::TestWithParam<Tool> {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing::TemporaryFolder;
    const auto built = run({kIngest, "build", "--out", database(), testing::kDataset});
    ASSERT_EQ(built.exit_code, 0) << built.err;
  }
  static void TearDownTestSuite() { delete folder_; }

  static std::string database() { return (*folder_ / "uncc.db").string(); }

  static std::string asked(std::vector<std::string> question, const std::string& format) {
    question.insert(question.begin(), {kQuery, "--data", database(), "--format", format});
    const auto answer = run(question);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    const auto path = *folder_ / ("answer." + format);
    std::ofstream(path) << answer.out;
    return path.string();
  }

  /// The tool's view of the graph, one line per property, sorted.
  static Lines loaded(const std::string& tool, const std::string& path) {
    const bool is_javascript = tool == "cytoscape" || tool == "graphology" || tool == "jgf";
    const auto told = is_javascript ? run({"/usr/bin/env", "node", kTools + "/load_graph.mjs", tool, path})
                                    : run({"/usr/bin/python3", kTools + "/load_graph.py", tool, path});
    EXPECT_EQ(told.exit_code, 0) << tool << ": " << told.err;
    return lines_of(told.out);
  }

 private:
  /// Removes spaces, which some tools write into JSON values and others do not.
  static Lines lines_of(const std::string& text) {
    Lines lines;
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = text.find('\n', begin);
      auto line = text.substr(begin, end - begin);
      for (auto at = line.find("\", \""); at != std::string::npos; at = line.find("\", \"", at)) line.erase(at + 2, 1);
      lines.push_back(std::move(line));
      begin = end + 1;
    }
    std::ranges::sort(lines);
    return lines;
  }

  static inline testing::TemporaryFolder* folder_ = nullptr;
};

TEST_P(GraphFormats, load_whole) {
  const std::vector<std::string> question = {"neighborhood", "uncc:art_24", "--depth", "2"};
  const auto expected = known_to(GetParam().name, loaded("json", asked(question, "json")));
  EXPECT_GT(expected.size(), 500U);
  EXPECT_THAT(difference(loaded(GetParam().name, asked(question, GetParam().format)), expected), IsEmpty());
}

TEST_P(GraphFormats, load_what_the_server_made_up) {
  for (const auto& question : std::vector<std::vector<std::string>>{
           {"dependencies", "uncc:art_35"}, {"paths", "uncc:art_40", "uncc:art_7", "--k", "5"}}) {
    const auto expected = known_to(GetParam().name, loaded("jgf", asked(question, "jgf")));
    EXPECT_FALSE(expected.empty());
    EXPECT_THAT(difference(loaded(GetParam().name, asked(question, GetParam().format)), expected), IsEmpty());
  }
}

INSTANTIATE_TEST_SUITE_P(Tools, GraphFormats,
                         ::testing::Values(Tool{"cytoscape", "cytoscape"}, Tool{"graphology", "graphology"},
                                           Tool{"jgf", "jgf"}, Tool{"networkx-graphml", "graphml"},
                                           Tool{"igraph-graphml", "graphml"}, Tool{"networkx-gexf", "gexf"},
                                           Tool{"graphviz-dot", "dot"}, Tool{"rdflib-turtle", "turtle"},
                                           Tool{"rdflib-jsonld", "jsonld"}),
                         [](const auto& tool) {
                           auto name = tool.param.name;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace treatygraph
