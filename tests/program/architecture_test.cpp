// Who knows whom: the arrows of the design, read from the #include lines.

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

namespace fs = std::filesystem;

const fs::path kTop = testing::kSourceFolder;

const std::map<std::string, std::set<std::string>> kMayKnow = {
    {"graph", {"graph"}},
    {"ingest", {"ingest", "graph"}},
    {"queries", {"queries", "graph"}},
    {"server", {"server", "queries", "graph"}},
};

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".h";
}

template <typename Each>
void for_each_include(const fs::path& file, Each each) {
  std::istringstream lines(testing::bytes_of(file));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("#include ")) continue;
    const auto name = line.substr(10, line.size() - 11);
    each(name, line[9] == '"');
  }
}

template <typename Each>
void for_each_source(const std::string& folder, Each each) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kTop / folder)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    each(entry.path());
    ++count;
  }
  EXPECT_GT(count, 5U) << folder;
}

TEST(Architecture, has_no_arrow_that_the_design_does_not_have) {
  for (const auto& [folder, known] : kMayKnow) {
    for_each_source(folder, [&](const fs::path& file) {
      for_each_include(file, [&](const std::string& name, bool ours) {
        if (!ours) return;
        const auto other = name.substr(0, name.find('/'));
        EXPECT_TRUE(known.contains(other)) << fs::relative(file, kTop) << " includes " << name;
        EXPECT_TRUE(fs::exists(kTop / name)) << fs::relative(file, kTop) << " includes " << name;
      });
    });
  }
}

TEST(Architecture, keeps_each_library_behind_its_wall) {
  const std::map<std::string, std::set<std::string>> walls = {{"httplib.h", {"server/http_server.cpp"}},
                                                              {"sqlite3.h", {"graph/sqlite.h", "graph/held_vfs.h"}}};
  for (const auto& [folder, known] : kMayKnow) {
    for_each_source(folder, [&](const fs::path& file) {
      const auto name = fs::relative(file, kTop).string();
      for_each_include(file, [&](const std::string& included, bool) {
        const auto wall = walls.find(included);
        if (wall == walls.end()) return;
        EXPECT_TRUE(wall->second.contains(name)) << name << " includes " << included;
      });
    });
  }
}

TEST(Architecture, has_a_readme_in_each_folder) {
  for (const auto* folder : {".", "graph", "ingest", "ingest/datasets", "queries", "server", "tests"}) {
    EXPECT_TRUE(fs::exists(kTop / folder / "README.md")) << folder;
  }
}

}  // namespace
}  // namespace treatygraph
