// Queries that people type into the search box, and the expected first result: tests/queries/data/searches.txt and
// searches_second.txt, with the bundled dataset. Prints the share of each kind that is right.

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/database.h"
#include "queries/questions/search.h"
#include "queries/questions/suggest.h"
#include "tests/program/programs.h"
#include "tests/support/places.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace treatygraph::queries {
namespace {

constexpr double kGoal = 0.9;

struct Case {
  std::string kind;
  std::string typed;
  std::string label;
  std::vector<std::string> expected;  ///< empty: no result may claim to be a citation
};

std::vector<std::string> parted(const std::string& list, const std::string& by) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at <= list.size();) {
    const auto end = std::min(list.find(by, at), list.size());
    items.push_back(list.substr(at, end - at));
    at = end + by.size();
  }
  return items;
}

std::vector<Case> cases(const std::string& name) {
  std::ifstream file(std::string(testing::kSourceFolder) + "/tests/queries/data/" + name);
  std::vector<Case> all;
  std::string kind;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[') {
      kind = line.substr(1, line.size() - 2);
      continue;
    }
    const auto equals = line.rfind(" = ");
    const auto typed = parted(line.substr(0, equals), " | ");
    auto expected = parted(line.substr(equals + 3), ", ");
    if (expected.front() == "nothing") expected.clear();
    all.push_back({kind, typed[0], typed.size() > 1 ? typed[1] : "", std::move(expected)});
  }
  return all;
}

/// Built from the dataset once.
const Graph& bundled() {
  static const auto graph = [] {
    const testing::TemporaryFolder folder;
    const auto path = folder / "treaties.db";
    const auto built = testing::run({testing::kIngest, "build", "--out", path.string(), testing::kDataset});
    EXPECT_EQ(built.exit_code, 0) << built.err;
    return std::make_unique<Graph>(std::move(*open_database(path)));
  }();
  return *graph;
}

SearchAnswer answer_to(const Case& one) {
  auto answer = search(bundled(), {one.typed, one.label, "", Page{5, {}}}, Budget());
  EXPECT_TRUE(answer) << one.typed << (answer ? "" : answer.error().detail);
  return answer ? *std::move(answer) : SearchAnswer();
}

bool is_citation(const SearchHit& hit) {
  return hit.kind == SearchHit::Kind::Citation || hit.kind == SearchHit::Kind::NearestToCitation;
}

bool is_expected(std::string_view key, const std::string& expected) {
  return expected.ends_with('*') ? key.starts_with(expected.substr(0, expected.size() - 1)) : key == expected;
}

bool is_right(const Case& one, const SearchAnswer& answer) {
  if (one.expected.empty()) return std::ranges::none_of(answer.hits, is_citation);
  return !answer.hits.empty() && std::ranges::any_of(one.expected, [&](const std::string& expected) {
    return is_expected(bundled().key(answer.hits.front().node), expected);
  });
}

class SearchList : public ::testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Lists, SearchList, ::testing::Values("searches.txt", "searches_second.txt"),
                         [](const auto& list) { return list.index == 0 ? "first" : "second"; });

TEST_P(SearchList, is_right_first_for_nine_of_ten_of_each_kind) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> right;
  for (const auto& one : cases(GetParam())) {
    const auto answer = answer_to(one);
    auto& [of_kind, all] = right[one.kind];
    ++all;
    if (is_right(one, answer)) {
      ++of_kind;
      continue;
    }
    fmt::print("not right first: {} “{}”: {}\n", one.kind, one.typed,
               answer.hits.empty() ? "nothing" : bundled().key(answer.hits.front().node));
  }
  EXPECT_GE(right.size(), 7U);
  std::size_t queries = 0;
  for (const auto& [kind, counts] : right) {
    queries += counts.second;
    fmt::print("{}: {} of {} right first\n", kind, counts.first, counts.second);
    EXPECT_GE(static_cast<double>(counts.first), kGoal * static_cast<double>(counts.second)) << kind;
  }
  EXPECT_GE(queries, 150U);
}

TEST_P(SearchList, is_never_silently_wrong) {
  for (const auto& one : cases(GetParam())) {
    const auto answer = answer_to(one);
    if (answer.hits.empty()) {
      EXPECT_NE(answer.explanation, "") << one.typed;
      continue;
    }
    const bool is_wrong_citation = is_citation(answer.hits.front()) && !is_right(one, answer);
    EXPECT_FALSE(is_wrong_citation && answer.notes.empty())
        << one.typed << ": " << bundled().key(answer.hits.front().node);
  }
}

TEST_P(SearchList, says_of_each_slip_what_was_read) {
  for (const auto& one : cases(GetParam())) {
    if (one.kind != "slips") continue;
    const auto answer = answer_to(one);
    const bool says_so = std::ranges::any_of(answer.readings, [](const WordReading& reading) {
      return reading.how != WordReading::How::Thesaurus && reading.how != WordReading::How::Name;
    });
    EXPECT_TRUE(says_so) << one.typed;
    EXPECT_FALSE(answer.notes.empty()) << one.typed;
  }
}

TEST(SearchOfARange, gives_all_of_a_range) {
  const auto answer = answer_to({"", "articles 7 to 16", "", {}});
  ASSERT_GE(answer.hits.size(), 5U);
  EXPECT_GE(answer.total, 10U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(bundled().key(answer.hits[i].node), fmt::format("uncc:art_{}", 7 + i));
}

std::string first_suggestion(const std::string& typed) {
  const auto answer = suggest(bundled(), {typed});
  if (!answer || answer->suggestions.empty()) return "nothing";
  const auto& first = answer->suggestions.front();
  return first.node ? std::string(bundled().key(*first.node)) : first.text;
}

TEST(SuggestionsOfTheDataset, are_what_one_is_about_to_type) {
  EXPECT_EQ(first_suggestion("extr"), "uncc:art_37");
  EXPECT_EQ(first_suggestion("respect for h"), "uncc:art_6");
  EXPECT_EQ(first_suggestion("hum"), "org:human-rights-watch");
  EXPECT_EQ(first_suggestion("OHC"), "org:ohchr");
  EXPECT_EQ(first_suggestion("budap"), "treaty:budapest");
  EXPECT_EQ(first_suggestion("art 24(2"), "uncc:art_24__para_2");
  EXPECT_EQ(first_suggestion("uncc:art_24__p"), "uncc:art_24__para_1");
  EXPECT_EQ(first_suggestion("interception cont"), "uncc:art_30");
}

}  // namespace
}  // namespace treatygraph::queries
