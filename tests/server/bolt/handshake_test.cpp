#include "server/bolt/handshake.h"

#include <gmock/gmock.h>

#include "tests/server/bolt/bolt_client.h"

namespace treatygraph::server::bolt {
namespace {

struct Shaken {
  std::string answer;
  Handshake handshake;
};

Shaken shake(const std::string& bytes) {
  Shaken shaken;
  (void)shaken.handshake.read(bytes, shaken.answer);
  return shaken;
}

std::string agreed_on(const std::vector<VersionRange>& proposed) {
  const auto shaken = shake(proposal(proposed));
  if (shaken.handshake.state() != Handshake::State::Agreed) return "none";
  const auto version = shaken.handshake.version();
  EXPECT_EQ(shaken.answer,
            (std::string{'\0', '\0', static_cast<char>(version.minor), static_cast<char>(version.major)}));
  return text_of(version);
}

TEST(Handshake, takes_the_first_proposal_that_is_spoken) {
  EXPECT_EQ(agreed_on({{{6, 0}, 0}}), "6.0");
  EXPECT_EQ(agreed_on({{{4, 4}, 0}, {{5, 8}, 0}}), "4.4");
  EXPECT_EQ(agreed_on({{{9, 9}, 0}, {{3, 0}, 0}, {{5, 2}, 0}}), "5.2");
  EXPECT_EQ(agreed_on({{{3, 0}, 0}}), "none");
  EXPECT_EQ(agreed_on({{{4, 3}, 3}}), "none");
  EXPECT_EQ(agreed_on({}), "none");
}

TEST(Handshake, takes_the_newest_of_a_range) {
  EXPECT_EQ(agreed_on({{{5, 200}, 200}}), "5.8");
  EXPECT_EQ(agreed_on({{{5, 7}, 7}}), "5.7");
  EXPECT_EQ(agreed_on({{{5, 5}, 5}}), "5.4");
  EXPECT_EQ(agreed_on({{{5, 5}, 0}, {{4, 4}, 2}}), "4.4");
  EXPECT_EQ(agreed_on({{{6, 3}, 3}}), "6.0");
}

TEST(Handshake, says_that_no_version_is_spoken) {
  const auto shaken = shake(proposal({{{2, 0}, 0}}));
  EXPECT_EQ(shaken.answer, std::string(4, '\0'));
  EXPECT_EQ(shaken.handshake.state(), Handshake::State::Refused);
}

TEST(Handshake, offers_a_manifest) {
  auto bytes = proposal({{{5, 8}, 8}});
  bytes.replace(4, 4, std::string_view("\0\0\1\xFF", 4));
  auto shaken = shake(bytes);
  EXPECT_EQ(shaken.answer, std::string_view("\0\0\1\xFF\4"
                                            "\0\0\0\6"
                                            "\0\2\x8\5"
                                            "\0\4\4\5"
                                            "\0\0\4\4"
                                            "\0",
                                            22));
  EXPECT_EQ(shaken.handshake.state(), Handshake::State::Choice);
  std::string none;
  EXPECT_EQ(shaken.handshake.read(std::string_view("\0\0\7\5", 4), none), 0U);
  EXPECT_EQ(shaken.handshake.read(std::string_view("\0\0\7\5\0rest", 9), none), 5U);
  EXPECT_EQ(shaken.handshake.state(), Handshake::State::Agreed);
  EXPECT_EQ(text_of(shaken.handshake.version()), "5.7");
  EXPECT_TRUE(shaken.handshake.was_by_manifest());
  EXPECT_EQ(none, "");
}

TEST(Handshake, refuses_choices_that_were_not_offered) {
  auto bytes = proposal({});
  bytes.replace(4, 4, std::string_view("\0\0\1\xFF", 4));
  for (const auto choice :
       {std::string_view("\0\0\5\5\0", 5), std::string_view("\0\1\7\5\0", 5), std::string_view("\0\0\7\5\1", 5),
        std::string_view("\0\0\7\5\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", 15)}) {
    auto shaken = shake(bytes);
    (void)shaken.handshake.read(choice, shaken.answer);
    EXPECT_EQ(shaken.handshake.state(), Handshake::State::Refused);
  }
}

TEST(Handshake, does_not_wait_for_the_rest_of_what_is_not_bolt) {
  EXPECT_EQ(shake("SSH-2.0").handshake.state(), Handshake::State::Refused);
  EXPECT_EQ(shake("\x60\x60").handshake.state(), Handshake::State::Proposal);
}

}  // namespace
}  // namespace treatygraph::server::bolt
