// Programs whose output cannot be written, whose disk is full, or that lack memory: documented exit code, and one line
// with the reason.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "graph/database.h"
#include "tests/program/programs.h"
#include "tests/support/process.h"
#include "tests/support/sanitizer.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using testing::kDataset;
using testing::kIngest;
using testing::kQuery;

std::ptrdiff_t lines_of(const std::string& text) {
  return std::ranges::count(text, '\n');
}

/// A folder with a treaties.db and a document.
class FailingMachine : public ::testing::Test {
 protected:
  FailingMachine() : data_((folder_ / "treaties.db").string()), document_((folder_ / "lakes.txt").string()) {
    folder_.write("lakes.txt",
                  "TREATY ON LAKES\n\nArticle 1\n\nSubject to article 2, lakes are kept clean.\n\n"
                  "Article 2\n\nEach Party shall keep shores clean.\n");
    EXPECT_EQ(testing::run({kIngest, "build", "--out", data_, "lakes=" + document_}).exit_code, 0);
  }

  static testing::Finished in_shell(const std::string& line) { return testing::run({"/bin/bash", "-c", line}); }

  /// Each command prints something.
  [[nodiscard]] std::vector<std::string> commands() const {
    std::vector<std::string> all = {kQuery + " --help", kQuery + " completion bash", kIngest + " --help",
                                    kIngest + " check " + data_, kIngest + " export " + data_};
    for (const auto* asked : {"schema", "treaties", "search lakes", "nodes", "node lakes:art_1", "export",
                              "--format json nodes", "'MATCH (n) RETURN n'", "--format csv 'MATCH (n) RETURN n.key'"}) {
      all.push_back(fmt::format("{} --data {} {}", kQuery, data_, asked));
    }
    for (const auto* printed : {"structure", "references", "classify", "export"}) {
      all.push_back(fmt::format("{} {} {}", kIngest, printed, document_));
    }
    all.push_back(fmt::format("{} build --out {} lakes={}", kIngest, (folder_ / "made.db").string(), document_));
    return all;
  }

  testing::TemporaryFolder folder_;
  std::string data_;
  std::string document_;
};

TEST_F(FailingMachine, whose_output_cannot_be_written_is_told_of_by_every_command) {
  for (const auto& command : commands()) {
    ASSERT_EQ(in_shell(command).exit_code, 0) << command;
    for (const auto* where : {" > /dev/full", " >&-"}) {
      const auto finished = in_shell(command + where);
      EXPECT_EQ(finished.exit_code, 1) << command << where;
      EXPECT_THAT(finished.err, HasSubstr("standard output cannot be written: ")) << command << where;
      EXPECT_EQ(lines_of(finished.err), 1) << finished.err;
    }
  }
  EXPECT_TRUE(open_database(folder_ / "made.db")) << "what is printed to a closed stream must not go into the file";
}

TEST_F(FailingMachine, without_any_stream_still_gives_the_exit_code) {
  for (const auto* streams : {" <&- >/dev/null 2>&-", " >/dev/null 2>/dev/full"}) {
    EXPECT_EQ(in_shell(kQuery + " --data " + data_ + " node t:art_9" + streams).exit_code, 1) << streams;
    EXPECT_EQ(in_shell(kIngest + " check " + document_ + streams).exit_code, 1) << streams;
    EXPECT_EQ(in_shell(fmt::format("{} build --out {} {} {}/none.txt{}", kIngest, (folder_ / "b.db").string(),
                                   document_, folder_.path().string(), streams))
                  .exit_code,
              1)
        << streams;
  }
}

TEST_F(FailingMachine, whose_reader_has_left_ends_without_words) {
  const auto asking =
      kQuery + " --data " + data_ + " 'UNWIND range(1, 9999) AS x RETURN x, \"" + std::string(90, 'x') + "\" AS y'";
  for (const auto* before : {"", "trap '' PIPE; "}) {
    const auto finished =
        in_shell(fmt::format("({}{}) | head -1 > /dev/null; exit ${{PIPESTATUS[0]}}", before, asking));
    EXPECT_EQ(finished.exit_code, 141) << before;
    EXPECT_EQ(finished.err, "") << before;
  }
}

TEST_F(FailingMachine, whose_disk_is_full_keeps_the_old_file_and_says_so) {
  const auto before = testing::bytes_of(data_);
  for (const int kilobytes : {0, 4, 200}) {
    if (kilobytes == 0 && testing::kSanitizesThreads) continue;
    const auto finished =
        in_shell(fmt::format("ulimit -f {}; {} build --out {} {}", kilobytes, kIngest, data_, kDataset));
    EXPECT_EQ(finished.exit_code, 3) << kilobytes;
    EXPECT_THAT(finished.err, HasSubstr("treaties.db: ")) << kilobytes;
    EXPECT_THAT(finished.err, AnyOf(HasSubstr("disk I/O error"), HasSubstr("disk is full"))) << kilobytes;
    EXPECT_EQ(testing::bytes_of(data_), before);
  }
  if (testing::kSanitizesThreads)
    GTEST_SKIP() << "the thread sanitizer ends even an empty program that may write no file";
  const auto report =
      fmt::format("ulimit -f 0; {} export {} --out {}/a.xml", kIngest, document_, folder_.path().string());
  EXPECT_EQ(in_shell(report).exit_code, 1);
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    EXPECT_THAT(entry.path().filename().string(), ::testing::Not(HasSubstr("building")));
  }
}

/// From too little to start up to enough.
TEST_F(FailingMachine, whose_memory_is_short_ends_with_the_documented_exit_code) {
  if (testing::kIsSanitized) GTEST_SKIP() << "a sanitizer reserves more addresses than any limit leaves";
  const auto large = (folder_ / "large.db").string();
  ASSERT_EQ(testing::run({kIngest, "build", "--out", large, kDataset}).exit_code, 0);
  const std::vector<std::pair<std::string, int>> commands = {
      {fmt::format("{} build --out {}/made.db {}", kIngest, folder_.path().string(), kDataset), 3},
      {kIngest + " check " + large, 1},
      {fmt::format("{} --data {} nodes", kQuery, large), 1},
      {fmt::format("{} --data {} export", kQuery, large), 1}};
  for (const auto& [command, failed] : commands) {
    std::size_t failures = 0;
    for (int megabytes = 20; megabytes <= 400; megabytes += megabytes < 140 ? 3 : 40) {
      const auto finished = in_shell(fmt::format("ulimit -v {}; exec {} > /dev/null", megabytes << 10, command));
      const bool has_started = finished.err.find("error while loading shared libraries") == std::string::npos;
      // RE2 of Debian 13 is built on Abseil, which ends a process by itself where it gets no memory.
      const bool abseil_gave_up = finished.err.find("low_level_alloc.cc") != std::string::npos;
      if (finished.exit_code == 0 || !has_started || abseil_gave_up) continue;
      ++failures;
      EXPECT_EQ(finished.exit_code, failed) << command << " with " << megabytes << " MiB: " << finished.err;
      EXPECT_LE(lines_of(finished.err), failed == 3 ? 2 : 1) << finished.err;
      EXPECT_THAT(finished.err, HasSubstr("memory")) << command << " with " << megabytes << " MiB";
    }
    EXPECT_GT(failures, 0U) << command;
  }
}

TEST_F(FailingMachine, does_not_have_its_folders_pipes_sockets_and_devices_replaced) {
  const auto pipe = (folder_ / "pipe").string();
  const auto socket_path = (folder_ / "socket").string();
  const auto device = (folder_ / "device").string();
  std::filesystem::create_directory(folder_ / "folder");
  std::filesystem::create_symlink("folder", folder_ / "link");
  std::filesystem::create_symlink("circle", folder_ / "circle");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const int made = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket_path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  ASSERT_EQ(bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  close(made);
  std::vector<std::pair<std::string, std::string>> taken = {{(folder_ / "folder").string(), "is a folder"},
                                                            {(folder_ / "link").string(), "is a folder"},
                                                            {(folder_ / "circle").string(), "lead in a circle"},
                                                            {pipe, "is a pipe"},
                                                            {socket_path, "is a socket"}};
  if (mknod(device.c_str(), S_IFCHR | 0600, 0x0103) == 0)
    taken.emplace_back(device, "is a device");  // run as root: null
  for (const auto& [path, message] : taken) {
    const auto before = std::filesystem::symlink_status(path).type();
    const auto finished = testing::run({kIngest, "build", "--out", path, document_});
    EXPECT_EQ(finished.exit_code, 3) << path;
    EXPECT_THAT(finished.err, HasSubstr(message)) << path;
    EXPECT_EQ(std::filesystem::symlink_status(path).type(), before) << path;
  }
}

TEST_F(FailingMachine, has_the_target_of_a_symbolic_link_written) {
  std::filesystem::create_directories(folder_ / "current");
  std::filesystem::create_directories(folder_ / "store");
  const auto link = folder_ / "current/treaties.db";
  std::filesystem::create_symlink("../store/first.db", folder_ / "current/middle.db");
  std::filesystem::create_symlink("middle.db", link);
  for (int round = 0; round < 2; ++round) {  // the target does not exist yet
    ASSERT_EQ(testing::run({kIngest, "build", "--out", link, "lakes=" + document_}).exit_code, 0);
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_FALSE(std::filesystem::is_symlink(folder_ / "store/first.db"));
    EXPECT_TRUE(open_database(folder_ / "store/first.db"));
  }
}

}  // namespace
}  // namespace treatygraph
