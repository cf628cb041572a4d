// Which folder includes which, read from the #include lines and compared with the tables in the READMEs.

#include <filesystem>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <boost/algorithm/string/join.hpp>
#include <gmock/gmock.h>

#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph {
namespace {

namespace fs = std::filesystem;

const fs::path kTop = testing::kSourceFolder;

const std::map<std::string, std::set<std::string>> kMayKnow = {
    {"graph", {"graph"}},
    {"publication", {"publication", "graph"}},
    {"ingest", {"ingest", "publication", "graph"}},
    {"queries", {"queries", "graph"}},
    {"analysis", {"analysis", "graph"}},
    {"server", {"server", "queries", "publication", "graph"}},
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

/// For each room, the rooms whose headers it includes.
using Arrows = std::map<std::string, std::set<std::string>>;

/// The folder of a file; the main.cpp of a program counts as its own room.
std::string room_of(const fs::path& file) {
  const auto folder = file.parent_path().string();
  return file.filename() == "main.cpp" ? folder + "/main.cpp" : folder;
}

Arrows arrows_of_the_code(const std::string& folder) {
  Arrows arrows;
  for_each_source(folder, [&](const fs::path& file) {
    const auto room = room_of(fs::relative(file, kTop));
    auto& known = arrows[room];
    for_each_include(file, [&](const std::string& name, bool ours) {
      const auto other = room_of(name);
      if (ours && name.starts_with(folder + "/") && other != room) known.insert(other);
    });
  });
  return arrows;
}

std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells;
  row.remove_prefix(1);
  while (!row.empty()) {
    const auto cell = row.substr(0, row.find('|'));
    const auto first = cell.find_first_not_of(' ');
    cells.emplace_back(first == std::string_view::npos ? ""
                                                       : cell.substr(first, cell.find_last_not_of(' ') + 1 - first));
    row.remove_prefix(std::min(cell.size() + 1, row.size()));
  }
  return cells;
}

/// The table "| room | ... | includes |" in the folder's README. Names of rooms are relative to the folder: `walks`.
Arrows arrows_of_the_readme(const std::string& folder) {
  Arrows arrows;
  std::istringstream lines(testing::bytes_of(kTop / folder / "README.md"));
  bool is_table = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| room |")) {
      is_table = true;
      std::getline(lines, line);  // the separator line
      continue;
    }
    is_table = is_table && line.starts_with("| ");
    if (!is_table) continue;
    const auto cells = cells_of(line);
    auto& known = arrows[folder + (cells.front() == "." ? "" : "/" + cells.front())];
    std::istringstream names(cells.back());
    for (std::string name; std::getline(names, name, ',');) {
      const auto first = name.find_first_not_of(' ');
      if (first == std::string::npos) continue;
      name.erase(0, first);
      known.insert(folder + (name == "." ? "" : "/" + name));
    }
  }
  return arrows;
}

TEST(Architecture, has_the_rooms_and_arrows_that_the_readmes_draw) {
  for (const auto* folder : {"ingest", "queries", "server"}) {
    const auto drawn = arrows_of_the_readme(folder);
    const auto built = arrows_of_the_code(folder);
    for (const auto& [room, known] : built) {
      const auto row = drawn.find(room);
      ASSERT_NE(row, drawn.end()) << room << " has no row in the table of " << folder << "/README.md";
      EXPECT_EQ(known, row->second) << room << ": the code on the left, the README on the right";
    }
    for (const auto& [room, known] : drawn) EXPECT_TRUE(built.contains(room)) << room << " has no file";
  }
}

/// A room that includes itself indirectly; empty if there is none.
std::string room_on_a_ring(const Arrows& arrows) {
  std::map<std::string, int> state;  // 1: in progress, 2: done
  std::string found;
  const std::function<void(const std::string&)> visit = [&](const std::string& room) {
    if (state[room] == 2 || !found.empty()) return;
    if (state[room] == 1) {
      found = room;
      return;
    }
    state[room] = 1;
    const auto known = arrows.find(room);
    if (known != arrows.end()) std::ranges::for_each(known->second, visit);
    state[room] = 2;
  };
  for (const auto& [room, known] : arrows) visit(room);
  return found;
}

TEST(Architecture, has_no_ring_of_rooms) {
  for (const auto* folder : {"ingest", "queries", "server"}) {
    EXPECT_EQ(room_on_a_ring(arrows_of_the_code(folder)), "") << folder;
  }
  EXPECT_NE(room_on_a_ring({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}}), "") << "the search finds one where it is";
}

TEST(Architecture, gives_no_two_headers_of_a_folder_the_same_name) {
  for (const auto& [folder, known] : kMayKnow) {
    std::map<std::string, fs::path> headers;
    for_each_source(folder, [&](const fs::path& file) {
      if (file.extension() != ".h") return;
      const auto [other, is_new] = headers.emplace(file.filename().string(), file);
      EXPECT_TRUE(is_new) << file << " and " << other->second;
    });
  }
}

// By its namespace, where it is seen outside its file: "treatygraph::queries::RankRequest".
std::vector<std::string> types_defined_in(const std::string& source) {
  static const std::regex kNamespace(R"(namespace ([\w:]*) ?\{)");
  static const std::regex kType(R"((?:struct|class|enum class) (\w+)(?: final)?(?: : [^;:]+(?:::[^;:]+)*)? \{.*)");
  std::vector<std::string> within;
  std::vector<std::string> types;
  std::istringstream lines(source);
  std::smatch found;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, found, kNamespace)) within.push_back(found[1]);
    if (line.starts_with("}  // namespace")) within.pop_back();
    const bool is_of_its_file = std::ranges::count(within, "") > 0;
    if (!is_of_its_file && std::regex_match(line, found, kType)) {
      types.push_back(boost::algorithm::join(within, "::") + "::" + found[1].str());
    }
  }
  return types;
}

// Two such types are one to the linker, which keeps the destructor of either for both.
TEST(Architecture, defines_no_two_types_of_one_name) {
  std::map<std::string, fs::path> types;
  for (const auto& [folder, known] : kMayKnow) {
    for_each_source(folder, [&](const fs::path& file) {
      for (const auto& type : types_defined_in(testing::bytes_of(file))) {
        const auto [other, is_new] = types.emplace(type, file);
        EXPECT_TRUE(is_new) << type << " in " << file << " and " << other->second;
      }
    });
  }
  EXPECT_GT(types.size(), 500U) << "types are found";
  EXPECT_THAT(
      types_defined_in("namespace a {\nnamespace {\nstruct B {\n}  // namespace\nclass C final : public D::E {\n"),
      ::testing::ElementsAre("a::C"));
}

/// Types and functions that are seen in their file alone, with their namespace:
/// "treatygraph::ingest: type Finder", "treatygraph::ingest: is_blank(std::string_view)".
std::vector<std::string> own_names_of(const fs::path& file) {
  static const std::regex kType(R"((?:struct|class|enum class) (\w+)(?: final)?(?: : .*)? \{.*)");
  static const std::regex kFunction(R"((?:\w[\w:<>,*& ]*[ &*>])(\w+)\((.*)\)(?: noexcept)? \{.*)");
  static const std::regex kParameterName(R"( ?\b\w+(?=,|$))");
  bool is_own = false;
  std::string room;
  std::vector<std::string> names;
  std::istringstream lines(testing::bytes_of(file));
  std::smatch found;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("namespace treatygraph")) room = line.substr(10, line.size() - 12) + ": ";
    if (line.starts_with("namespace {")) is_own = true;
    if (line == "}  // namespace") is_own = false;
    if (!is_own) continue;
    if (std::regex_match(line, found, kType)) names.push_back(room + "type " + found[1].str());
    if (!std::regex_match(line, found, kFunction)) continue;
    const auto parameters = found[2].str();
    names.push_back(room + found[1].str() + "(" + std::regex_replace(parameters, kParameterName, "") + ")");
  }
  return names;
}

/// The files of a library by what compile_rooms_together() compiles at once: ten of a room, as they are listed.
std::map<std::string, std::vector<fs::path>> compiled_together(const std::string& folder) {
  static const std::regex kSource(R"(\s+((?:[\w-]+/)*)(\w+\.cpp)\)?)");
  static const std::string kApart = "cypher/";
  std::map<std::string, std::vector<fs::path>> of_room;
  std::istringstream lines(testing::bytes_of(kTop / folder / "CMakeLists.txt"));
  std::smatch found;
  for (std::string line; std::getline(lines, line);) {
    if (!std::regex_match(line, found, kSource) || found[1] == kApart) continue;
    of_room[found[1]].push_back(kTop / folder / found[1].str() / found[2].str());
  }
  std::map<std::string, std::vector<fs::path>> groups;
  for (const auto& [room, files] : of_room) {
    for (std::size_t i = 0; i < files.size(); ++i) groups[room + std::to_string(i / 10)].push_back(files[i]);
  }
  return groups;
}

// Development compiles each file by itself, server/run ten together.
TEST(Architecture, gives_no_two_things_of_files_that_compile_together_the_same_name) {
  std::size_t count = 0;
  for (const auto* folder : {"graph", "publication", "ingest", "queries", "server"}) {
    for (const auto& [group, files] : compiled_together(folder)) {
      std::map<std::string, fs::path> names;
      for (const auto& file : files) {
        for (const auto& name : own_names_of(file)) {
          const auto [other, is_new] = names.emplace(name, file);
          EXPECT_TRUE(is_new || other->second == file) << name << " in " << file << " and " << other->second;
          ++count;
        }
      }
    }
  }
  EXPECT_GT(count, 1'000U) << "names are found";
}

TEST(Architecture, has_tests_where_the_tested_files_are) {
  for (const auto& [folder, known] : kMayKnow) {
    for (const auto& entry : fs::recursive_directory_iterator(kTop / "tests" / folder)) {
      if (!entry.is_directory() || entry.path().filename() == "data") continue;
      const bool has_tests = std::ranges::any_of(fs::directory_iterator(entry.path()), [](const auto& file) {
        return file.path().string().ends_with("_test.cpp");
      });
      const auto mirrored = kTop / fs::relative(entry.path(), kTop / "tests");
      EXPECT_TRUE(!has_tests || fs::is_directory(mirrored)) << entry.path() << " mirrors no folder";
    }
  }
}

TEST(Architecture, keeps_each_library_behind_its_wall) {
  const std::map<std::string, std::set<std::string>> walls = {{"httplib.h", {"server/http/http_server.cpp"}},
                                                              {"wslay/wslay.h", {"server/bolt/web_socket.cpp"}},
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
  for (const auto* folder : {".", "analysis", "graph", "ingest", "ingest/datasets", "queries", "server", "tests"}) {
    EXPECT_TRUE(fs::exists(kTop / folder / "README.md")) << folder;
  }
}

}  // namespace
}  // namespace treatygraph
