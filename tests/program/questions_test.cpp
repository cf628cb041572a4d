// What people of the field ask about the Convention against Cybercrime: one request each, of the bundled dataset.

#include <csignal>
#include <memory>

#include <gmock/gmock.h>

#include "tests/server/raw_client.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Process;

class Questions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string bin = TREATYGRAPH_BIN_DIR;
    folder_ = std::make_unique<testing::TemporaryFolder>();
    const auto data = (*folder_ / "treaties.db").string();
    const auto built = testing::run({bin + "/treatygraph-ingest", "build", "--out", data,
                                     std::string(TREATYGRAPH_SOURCE_DIR) + "/ingest/datasets/uncc"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    server_ = std::make_unique<Process>(
        std::vector<std::string>{bin + "/treatygraph-server", "--data", data, "--listen", "127.0.0.1:0"});
    const auto line = server_->read_line();
    port_ = std::stoi(line.substr(line.rfind(':') + 1));
  }
  static void TearDownTestSuite() {
    server_.reset();
    folder_.reset();
  }

  static std::string ask(const std::string& target) {
    const auto answer = testing::exchange(port_, "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, ::testing::StartsWith("HTTP/1.1 200")) << target << answer.substr(0, 600);
    return answer;
  }

  static std::unique_ptr<testing::TemporaryFolder> folder_;
  static std::unique_ptr<Process> server_;
  static int port_;
};

std::unique_ptr<testing::TemporaryFolder> Questions::folder_;
std::unique_ptr<Process> Questions::server_;
int Questions::port_ = 0;

TEST_F(Questions, which_offences_must_states_establish_and_in_which_articles) {
  EXPECT_THAT(ask("/v1/nodes?label=Offence&treaty=uncc&with=ESTABLISHES"),
              AllOf(HasSubstr("\"key\":\"uncc:offence.illegal-access\""), HasSubstr("\"from\":\"uncc:art_7"),
                    HasSubstr("\"basis\":\"curated\"")));
}

TEST_F(Questions, which_safeguards_condition_the_interception_of_content_data_and_by_which_provisions) {
  EXPECT_THAT(
      ask("/v1/neighborhood?of=uncc:power.interception-of-content-data&direction=in&types=CONDITIONS,PROVIDES&depth=2"),
      AllOf(HasSubstr("uncc:art_24__para_2"), HasSubstr("uncc:art_6__para_2"),
            HasSubstr("uncc:safeguard.judicial-or-other-independent-review")));
}

TEST_F(Questions, what_article_35_rests_on_all_the_way_down_and_through_which_references) {
  EXPECT_THAT(ask("/v1/dependencies?of=uncc:art_35"),
              AllOf(HasSubstr("\"key\":\"uncc:art_40\""), HasSubstr("\"key\":\"uncc:art_7\""), HasSubstr("\"depth\":3"),
                    HasSubstr("\"confidence\"")));
}

TEST_F(Questions, what_rests_on_article_24) {
  // No article cites article 24: it reaches the powers by what it says of its own safeguards.
  EXPECT_THAT(ask("/v1/dependencies?of=uncc:art_24&direction=in"), HasSubstr("no reference points to uncc:art_24"));
  EXPECT_THAT(
      ask("/v1/neighborhood?of=uncc:art_24&direction=out&types=HAS_PART,PROVIDES,CONDITIONS&depth=3"),
      AllOf(HasSubstr("\"key\":\"uncc:art_30\""), HasSubstr("\"key\":\"uncc:power.interception-of-content-data\""),
            HasSubstr("\"key\":\"uncc:safeguard.right-to-an-effective-remedy\"")));
}

TEST_F(Questions, how_to_get_from_article_48_to_article_24) {
  EXPECT_THAT(ask("/v1/paths?from=uncc:art_48&to=uncc:art_24"),
              AllOf(HasSubstr("uncc:chp_V"), HasSubstr("uncc:art_24__para_4")));
}

TEST_F(Questions, who_signed_how_many_ratifications_are_missing_and_on_a_given_date) {
  EXPECT_THAT(ask("/v1/treaties/uncc/participation"), AllOf(HasSubstr("\"needed_for_entry_into_force\":40"),
                                                            HasSubstr("state:VNM"), HasSubstr("\"missing\":37")));
  EXPECT_THAT(ask("/v1/treaties/uncc/participation?as_of=2025-10-24"), HasSubstr("\"signatories\":0"));
  EXPECT_THAT(ask("/v1/treaties/uncc/participation?as_of=2025-10-26"), Not(HasSubstr("\"signatories\":0")));
}

TEST_F(Questions, what_stakeholders_said_about_which_provisions_and_what_worried_them) {
  for (const auto* speaker : {"org:ohchr", "org:human-rights-watch", "org:international-chamber-of-commerce",
                              "org:microsoft", "org:cybersecurity-tech-accord"}) {
    EXPECT_THAT(ask(std::string("/v1/statements?speaker=") + speaker),
                AllOf(HasSubstr("\"key\":\"statement:"), HasSubstr("\"concern\""), HasSubstr("\"addressed\"")))
        << speaker;
  }
}

TEST_F(Questions, who_drafted_it_and_in_which_steps) {
  EXPECT_THAT(ask("/v1/nodes?label=Event&treaty=uncc&with=TOOK_PART_IN,PRODUCED"),
              AllOf(HasSubstr("2024-08-08"), HasSubstr("2019"), HasSubstr("\"role\"")));
}

TEST_F(Questions, which_criticism_touches_something_that_article_40_rests_on) {
  EXPECT_THAT(ask("/v1/statements?about=uncc:art_40&include=dependencies&stance=critical"),
              AllOf(HasSubstr("\"rests_on\":[{"), HasSubstr("\"stance\":\"critical\"")));
}

}  // namespace
}  // namespace treatygraph
