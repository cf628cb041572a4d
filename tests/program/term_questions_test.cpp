// Drafters' questions about defined terms: used before they are defined, defined and never used, used only in
// definitions.

#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>

#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

constexpr const char* kUsedBeforeDefined =
    "MATCH ()-[d:DEFINES]->(t:Term) WITH t, min(d.start) AS defined "
    "MATCH (t)<-[u:USES]-(p) WHERE u.start < defined "
    "RETURN t.key AS term, p.key AS place, u.quote AS words ORDER BY u.start";

constexpr const char* kNeverUsed = "MATCH (t:Term) WHERE NOT (t)<-[:USES]-() RETURN t.key AS term ORDER BY term";

constexpr const char* kUsedInDefinitionsAlone =
    "MATCH (t:Term)<-[:USES]-(p) OPTIONAL MATCH (p)<-[:HAS_PART*0..3]-(d)-[:DEFINES]->(:Term) "
    "WITH t, p, count(d) AS definitions WITH t, min(definitions) AS least WHERE least > 0 "
    "RETURN t.key AS term ORDER BY term";

class TermQuestions : public ::testing::Test {
 protected:
  void build(const std::string& source) {
    const auto built = testing::run({testing::kIngest, "build", "--out", data_, source});
    ASSERT_EQ(built.exit_code, 0) << built.err;
  }

  /// The rows of a query, without the header.
  [[nodiscard]] std::string ask(const std::string& query) const {
    const auto answer = testing::run({testing::kQuery, "--data", data_, "--format", "csv", query});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    const auto head = answer.out.find("\r\n");
    return head == std::string::npos ? "" : answer.out.substr(head + 2);
  }

  testing::TemporaryFolder folder_;
  std::string data_ = (folder_ / "treaties.db").string();
};

/// Builds treaties whose texts are not in the repository.
class TermQuestionsOfTreaties : public TermQuestions {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("TREATYGRAPH_CORPUS");
    if (folder == nullptr || *folder == 0)
      GTEST_SKIP() << "TREATYGRAPH_CORPUS names no folder with the texts of treaties";
    corpus_ = std::filesystem::path(folder) / "corpus";
  }
  void build_text(const std::string& slug, const std::string& folder) {
    build(slug + "=" + (corpus_ / folder / "text.txt").string());
  }
  std::filesystem::path corpus_;
};

TEST_F(TermQuestions, are_answered_by_what_defines_and_what_uses) {
  build("lakes=" + folder_
                       .write("lakes.txt", R"(Convention on Lakes

Article 1
Protection

1. Each lake shall be protected, and every weir removed.

2. For the purposes of this article, "weir" means a low dam.

Article 2
Definitions

For the purposes of this Convention:

(a) "lake" means standing water with a shore;

(b) "shore" means the edge of a lake;

(c) "mere" means a shallow lake;

(d) "keeper" means who looks after a lake.

Article 3
Keepers

Each Party shall appoint keepers. They shall look after each weir.
)")
                       .string());
  EXPECT_EQ(ask(kUsedBeforeDefined),
            "lakes:term.lake,lakes:art_1__para_1,lake\r\nlakes:term.weir,lakes:art_1__para_1,weir\r\n"
            "lakes:term.shore,lakes:art_2__point_a,shore\r\n");
  EXPECT_EQ(ask(kNeverUsed), "lakes:term.mere\r\n");
  EXPECT_EQ(ask(kUsedInDefinitionsAlone), "lakes:term.shore\r\n");
}

// The expected answers were found by reading the treaties.

TEST_F(TermQuestionsOfTreaties, the_convention_on_cybercrime_defines_three_terms_after_their_use) {
  build_text("budapest", "budapest-2001");
  EXPECT_EQ(ask(kUsedBeforeDefined),
            "budapest:term.child-pornography,budapest:art_9__para_1__point_a,child pornography\r\n"
            "budapest:term.child-pornography,budapest:art_9__para_1__point_b,child pornography\r\n"
            "budapest:term.child-pornography,budapest:art_9__para_1__point_c,child pornography\r\n"
            "budapest:term.child-pornography,budapest:art_9__para_1__point_d,child pornography\r\n"
            "budapest:term.child-pornography,budapest:art_9__para_1__point_e,child pornography\r\n"
            "budapest:term.minor,budapest:art_9__para_2__point_a,minor\r\n"
            "budapest:term.minor,budapest:art_9__para_2__point_b,minor\r\n"
            "budapest:term.minor,budapest:art_9__para_2__point_c,minor\r\n"
            "budapest:term.subscriber-information,budapest:art_18__para_1__point_b,subscriber information\r\n");
  EXPECT_EQ(ask(kNeverUsed), "");
  EXPECT_EQ(ask(kUsedInDefinitionsAlone), "budapest:term.minor\r\n");
}

TEST_F(TermQuestionsOfTreaties, the_convention_against_corruption_speaks_of_property_before_it_defines_it) {
  build_text("uncac", "uncac-2003");
  EXPECT_EQ(ask(kUsedBeforeDefined), "uncac:term.property,uncac:art_1__point_c,property\r\n");
  EXPECT_EQ(ask(kNeverUsed), "");
  EXPECT_EQ(ask(kUsedInDefinitionsAlone), "");
}

TEST_F(TermQuestionsOfTreaties, the_fish_stocks_agreement_speaks_of_a_serious_violation_three_paragraphs_early) {
  build_text("fsa", "fish-stocks-1995");
  EXPECT_EQ(ask(kUsedBeforeDefined), "fsa:term.serious-violation,fsa:art_21__para_8,serious violation\r\n");
  EXPECT_EQ(ask(kNeverUsed), "");
  EXPECT_EQ(ask(kUsedInDefinitionsAlone), "");
}

}  // namespace
}  // namespace treatygraph
