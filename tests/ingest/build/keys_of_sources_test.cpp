#include "ingest/build/keys_of_sources.h"

#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace treatygraph::ingest {
namespace {

using Sources = std::vector<std::vector<std::string>>;  // the keys of each

Sources random_sources(std::mt19937& engine) {
  Sources sources(1 + engine() % 8);
  const auto different = 1 + engine() % 60;
  for (auto& keys : sources) {
    for (auto count = engine() % 6; count > 0; --count) keys.push_back(fmt::format("t:art_{}", engine() % different));
  }
  return sources;
}

/// One source after the other, as one would by hand.
struct Expected {
  std::vector<NodeOfSource> doubles;
  std::optional<NodeOfSource> twice;

  explicit Expected(const Sources& sources) {
    std::set<std::string> known;
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      if (const auto first = first_known(sources[i], known)) {
        doubles.push_back({i, *first});
        continue;
      }
      for (std::uint32_t node = 0; node < sources[i].size(); ++node) {
        if (!known.insert(sources[i][node]).second && !twice) twice = {i, node};
      }
    }
  }

  static std::optional<std::uint32_t> first_known(const std::vector<std::string>& keys,
                                                  const std::set<std::string>& known) {
    for (std::uint32_t node = 0; node < keys.size(); ++node) {
      if (known.contains(keys[node])) return node;
    }
    return std::nullopt;
  }
};

TEST(KeysOfSources, find_the_doubles_that_taking_one_source_after_the_other_finds) {
  std::mt19937 engine(1);
  std::size_t refused = 0;
  for (int round = 0; round < 3'000; ++round) {
    const auto sources = random_sources(engine);
    KeysOfSources keys(nullptr);
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      for (std::uint32_t node = 0; node < sources[i].size(); ++node) keys.add(sources[i][node], {i, node});
    }
    keys.close();
    const Expected expected(sources);
    ASSERT_EQ(keys.doubles(), expected.doubles) << round;
    ASSERT_EQ(keys.twice(), expected.twice) << round;
    refused += expected.doubles.size();
  }
  EXPECT_GT(refused, 3'000U);
}

TEST(KeysOfSources, answer_many_questions_at_once) {
  SpillFile file(std::filesystem::temp_directory_path());
  KeysOfSources keys(&file);
  for (std::uint32_t i = 0; i < 200'000; i += 2) keys.add(fmt::format("t:art_{}", i), {0, i});
  keys.close();
  keys.add_placeholder("cited:art_1");
  keys.close_placeholders();
  SortedRuns<KeysOfSources::Question> questions;
  for (std::uint32_t i = 0; i < 1'000; ++i)
    questions.add(KeysOfSources::question(fmt::format("t:art_{}", i * 7), i, 0));
  questions.add(KeysOfSources::question("cited:art_1", 1'000, 0));
  questions.close();
  std::set<std::uint32_t> known;
  keys.each_known(questions, [&known](const KeysOfSources::Question& asked) { known.insert(asked.number); });
  for (std::uint32_t i = 0; i < 1'000; ++i) ASSERT_EQ(known.contains(i), i % 2 == 0) << i;
  EXPECT_TRUE(known.contains(1'000));
}

}  // namespace
}  // namespace treatygraph::ingest
