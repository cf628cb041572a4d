// The prompt as seen on a terminal, through a pseudo-terminal.

#include <fstream>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "graph/database.h"
#include "tests/program/programs.h"
#include "tests/support/drawing.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using testing::kQuery;
using ::testing::Not;

/// A program on its own terminal.
class Terminal {
 public:
  Terminal(const std::vector<std::string>& command, const std::string& state_home) {
    winsize size{40, 200, 0, 0};
    pid_ = forkpty(&terminal_, nullptr, nullptr, &size);
    if (pid_ != 0) return;
    setenv("XDG_STATE_HOME", state_home.c_str(), 1);
    setenv("TERM", "xterm", 1);
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execv(words[0], words.data());
    _exit(127);
  }
  ~Terminal() {
    if (pid_ > 0) kill(pid_, SIGKILL);
    if (pid_ > 0) waitpid(pid_, nullptr, 0);
    close(terminal_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void type(std::string_view keys) const { ASSERT_EQ(write(terminal_, keys.data(), keys.size()), std::ssize(keys)); }

  /// Output up to `text`, or of ten seconds.
  std::string until(const std::string& text) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (shown_.find(text) == std::string::npos && std::chrono::steady_clock::now() < deadline) {
      pollfd ready{terminal_, POLLIN, 0};
      if (poll(&ready, 1, 200) <= 0) continue;
      std::array<char, 4096> bytes{};
      const auto count = read(terminal_, bytes.data(), bytes.size());
      if (count <= 0) break;
      shown_.append(bytes.data(), static_cast<std::size_t>(count));
    }
    const auto at = shown_.find(text);
    auto seen = shown_.substr(0, at == std::string::npos ? at : at + text.size());
    shown_.erase(0, seen.size());
    return seen;
  }
  /// Output up to the prompt. Waits until the line editor has the keyboard: the prompt is written a moment before.
  std::string prompt(const std::string& mark = "cypher> ") {
    auto shown = until(mark);
    while_mode_is(ICANON);
    return shown;
  }
  /// Types a line that runs something, and waits until the line editor has released the keyboard.
  void run(std::string_view line) const {
    type(line);
    while_mode_is(0);
  }
  int wait() {
    (void)until("never shown: read on so that it can end");
    int status = 0;
    waitpid(std::exchange(pid_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  void while_mode_is(tcflag_t canonical) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    termios mode{};
    while (tcgetattr(terminal_, &mode) == 0 && (mode.c_lflag & ICANON) == canonical &&
           std::chrono::steady_clock::now() < deadline) {
      usleep(1'000);
    }
  }

  pid_t pid_ = -1;
  int terminal_ = -1;
  std::string shown_;
};

class Prompt : public ::testing::Test {
 protected:
  Prompt() : data_(folder_ / "treaties.db") {
    EXPECT_TRUE(write_database(data_, testing::records_of(R"(
      t:art_1 heading=Scope
      t:art_1 -REFERS_TO-> t:art_2 mode=subject_to
    )")));
  }
  testing::TemporaryFolder folder_;
  std::string data_;
};

TEST_F(Prompt, answers_completes_and_remembers) {
  {
    Terminal terminal({kQuery, "--data", data_}, folder_ / "state");
    EXPECT_THAT(terminal.prompt(), HasSubstr("relationships"));
    terminal.type("MATCH (a:Article)\n");
    (void)terminal.prompt("      > ");
    terminal.type("RETURN count(a) + 40 AS n;\n");
    EXPECT_THAT(terminal.until("42"), HasSubstr("42"));
    terminal.type(":param who \"nobody;\"\n");
    terminal.type("RETURN toUpp\t($who) AS loud;\n");
    EXPECT_THAT(terminal.until("NOBODY;"), HasSubstr("NOBODY;"));
    terminal.type(":format csv\n");
    terminal.type("RETURN 1 AS a, 2 AS b;\n");
    EXPECT_THAT(terminal.until("1,2"), HasSubstr("1,2"));
    terminal.type(":help\n");
    EXPECT_THAT(terminal.until(":quit"), HasSubstr(":param NAME JSON"));
    terminal.type("RETURN x;\n");
    EXPECT_THAT(terminal.until("^"), HasSubstr("`x` is not defined"));
    terminal.type(":nothing\n");
    EXPECT_THAT(terminal.until("no command :nothing"), HasSubstr("no command :nothing"));
    terminal.type(":quit\n");
    EXPECT_EQ(terminal.wait(), 0);
  }
  Terminal later({kQuery, "--data", data_}, folder_ / "state");
  (void)later.prompt();
  later.type("\x1b[A\x1b[A\x1b[A");  // arrow up, past :quit and :nothing
  EXPECT_THAT(later.until("RETURN x;"), HasSubstr("RETURN x;"));
  later.type("\n\x04");
  EXPECT_EQ(later.wait(), 0);
}

TEST_F(Prompt, clears_the_line_on_ctrl_c_and_knows_the_words_that_people_try) {
  Terminal terminal({kQuery, "--data", data_}, folder_ / "state");
  (void)terminal.prompt();
  terminal.type("MATCH (a:Article)\n");
  (void)terminal.prompt("      > ");
  terminal.type("RETURN nonsense");
  (void)terminal.until("nonsense");
  terminal.type("\x03");
  EXPECT_THAT(terminal.prompt(), HasSubstr("^C"));
  terminal.type("RETURN 6 * 7 AS \xC3\xA9tang;\n");
  EXPECT_THAT(terminal.until("42"), HasSubstr("\xC3\xA9tang"));
  (void)terminal.prompt();
  terminal.type("\x03");
  (void)terminal.prompt();
  terminal.type("help\n");
  EXPECT_THAT(terminal.until("\n  dependencies "), HasSubstr(":param NAME JSON"));
  terminal.type("exit\n");
  EXPECT_EQ(terminal.wait(), 0);
  Terminal other({kQuery, "--data", data_}, folder_ / "state");
  (void)other.prompt();
  other.type("quit;\n");
  EXPECT_EQ(other.wait(), 0);
}

// As a signal it was lost where it came after the prompt was shown and before the editor read the keyboard: in a third
// of such terminals.
TEST_F(Prompt, loses_no_ctrl_c_however_soon_it_comes) {
  for (int terminals = 0; terminals < 12; ++terminals) {
    Terminal terminal({kQuery, "--data", data_}, folder_ / "state");
    (void)terminal.until("cypher> ");
    for (int i = 0; i < 20; ++i) {
      terminal.type("RETURN nonsense");
      (void)terminal.until("RETURN n");  // the rest is still being shown
      terminal.type("\x03");
      ASSERT_THAT(terminal.until("cypher> "), HasSubstr("^C")) << terminals << ", " << i;
    }
  }
}

TEST_F(Prompt, stops_a_query_on_ctrl_c_and_goes_on) {
  Terminal terminal({kQuery, "--data", data_}, folder_ / "state");
  (void)terminal.prompt();
  terminal.run("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*);\n");
  terminal.type("\x03");
  EXPECT_THAT(terminal.prompt(), AnyOf(HasSubstr("the request was cancelled"), HasSubstr("^C")));
  terminal.type("RETURN 6 * 7 AS n;\n");
  EXPECT_THAT(terminal.until("42"), HasSubstr("42"));
}

TEST_F(Prompt, answers_questions) {
  Terminal terminal({kQuery, "--data", data_}, folder_ / "state");
  (void)terminal.prompt();
  terminal.type("dependencies t:art_1\n");
  EXPECT_THAT(terminal.until("t:art_2"), HasSubstr("t:art_2"));
  terminal.type("dependencies --of t:art_2 direction=in\n");
  EXPECT_THAT(terminal.until("t:art_1"), HasSubstr("t:art_1"));
  terminal.type("search art 2\n");
  EXPECT_THAT(terminal.until("citation"), HasSubstr("t:art_2"));
  terminal.type("dependencies\n");
  EXPECT_THAT(terminal.until("dependencies KEY"), HasSubstr("of is missing; dependencies KEY"));
  terminal.type("dependencies t:art_1 --dept 1\n");
  EXPECT_THAT(terminal.until("nearest: depth"), HasSubstr("nearest: depth"));
  terminal.type("dependencies t:art_9\n");
  EXPECT_THAT(terminal.until("nearest"), HasSubstr("no node t:art_9"));
}

TEST_F(Prompt, asks_a_file_of_queries) {
  const auto file = (folder_ / "queries.cypher").string();
  std::ofstream(file) << "// first; this\nRETURN 'a;b' AS text;\n\nMATCH (a:Article) RETURN count(a) AS n\n";
  const auto asked = testing::run({kQuery, "--data", data_, "--file", file, "--format", "csv"});
  EXPECT_EQ(asked.exit_code, 0) << asked.err;
  EXPECT_THAT(asked.out, AllOf(HasSubstr("a;b"), HasSubstr("2")));
  std::ofstream(file) << "RETURN 1 AS one; RETURN x; RETURN 3 AS three;";
  const auto wrong = testing::run({kQuery, "--data", data_, "--file", file, "--format", "csv"});
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_THAT(wrong.out, AllOf(HasSubstr("one"), Not(HasSubstr("three"))));
  EXPECT_EQ(testing::run({kQuery, "--data", data_, "--file", "/nowhere"}).exit_code, 1);
}

}  // namespace
}  // namespace treatygraph
