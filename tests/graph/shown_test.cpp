#include "graph/shown.h"

#include <gmock/gmock.h>

namespace treatygraph {
namespace {

TEST(Shown, leaves_words_of_any_script_as_they_are) {
  EXPECT_EQ(shown("Zusammenarbeit, сотрудничество, 协定 – \"x\""), "Zusammenarbeit, сотрудничество, 协定 – \"x\"");
}

TEST(Shown, escapes_what_a_terminal_or_a_log_would_act_on) {
  EXPECT_EQ(shown("a\n\x1b[2J"), "a\\u{a}\\u{1b}[2J");
  EXPECT_EQ(shown("a\u202Eb\u2028c\u200B"), "a\\u{202e}b\\u{2028}c\\u{200b}");
  EXPECT_EQ(shown("a\xFF\xC3"), "a\\xff\\xc3");
}

TEST(Shown, counts_what_it_leaves_out) {
  EXPECT_EQ(shown(std::string(1'000'000, 'x'), 3), "xxx… (999997 bytes more)");
  EXPECT_EQ(shown("éé", 3), "éé");
}

}  // namespace
}  // namespace treatygraph
