// What does not fit into memory is sorted in runs: each user beside what is obviously right.

#include <algorithm>
#include <bit>
#include <filesystem>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/image/checksum.h"
#include "graph/image/image.h"
#include "graph/key_slots.h"
#include "graph/node_order.h"
#include "graph/sorted_runs.h"
#include "graph/spilled_list.h"
#include "graph/value_codes.h"

namespace treatygraph {
namespace {

using ::testing::ElementsAreArray;

SpillFile spill_file() {
  return SpillFile(std::filesystem::temp_directory_path());
}

std::vector<std::uint32_t> random_numbers(std::size_t count, std::uint32_t below, std::uint32_t seed) {
  std::mt19937 engine(seed);
  std::vector<std::uint32_t> numbers(count);
  for (auto& number : numbers) number = static_cast<std::uint32_t>(engine() % below);
  return numbers;
}

template <typename T>
std::vector<T> all_of(const SortedRuns<T>& runs) {
  std::vector<T> all;
  runs.each([&all](const T& value) { all.push_back(value); });
  return all;
}

TEST(SortedRuns, gives_what_sorting_in_memory_gives) {
  for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 1'000U, 100'000U}) {
    for (const std::size_t run_bytes : {1U, 32U, 4'096U, 70'000U}) {
      if (count / (run_bytes / 4 + 1) > 5'000) continue;  // as many windows
      auto file = spill_file();
      SortedRuns<std::uint32_t> runs(&file, run_bytes);
      auto numbers = random_numbers(count, 1'000, static_cast<std::uint32_t>(count));
      for (const auto number : numbers) runs.add(number);
      runs.close();
      std::ranges::sort(numbers);
      EXPECT_EQ(runs.size(), count);
      EXPECT_THAT(all_of(runs), ElementsAreArray(numbers)) << count << " in runs of " << run_bytes;
      EXPECT_THAT(all_of(runs), ElementsAreArray(numbers)) << "a second time";
    }
  }
}

TEST(SortedRuns, takes_more_after_it_was_read) {
  auto file = spill_file();
  SortedRuns<std::uint32_t> runs(&file, 16);
  for (const auto number : {5U, 1U, 9U, 7U, 3U}) runs.add(number);
  runs.close();
  EXPECT_THAT(all_of(runs), ::testing::ElementsAre(1, 3, 5, 7, 9));
  for (const auto number : {4U, 0U, 8U}) runs.add(number);
  runs.close();
  EXPECT_THAT(all_of(runs), ::testing::ElementsAre(0, 1, 3, 4, 5, 7, 8, 9));
}

TEST(SpilledList, is_read_in_order_and_at_any_place) {
  auto file = spill_file();
  const auto numbers = random_numbers(100'000, 1'000'000, 1);
  SpilledList<std::uint32_t> spilled(&file);
  SpilledList<std::uint32_t> in_memory;
  for (const auto number : numbers) {
    spilled.add(number);
    in_memory.add(number);
  }
  for (const auto* list : {&spilled, &in_memory}) {
    std::vector<std::uint32_t> read;
    list->each([&read](std::uint32_t number) { read.push_back(number); });
    EXPECT_EQ(read, numbers);
    SpilledList<std::uint32_t>::Reader reader(*list);
    for (const auto i : random_numbers(10'000, 100'000, 2)) ASSERT_EQ(reader[i], numbers[i]) << i;
  }
}

TEST(Checksum, is_the_same_in_pieces) {
  std::mt19937 engine(3);
  for (std::size_t size = 0; size < 300; ++size) {
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(engine());
    image::Checksum pieces;
    for (std::string_view rest = bytes; !rest.empty();) {
      const auto piece = rest.substr(0, 1 + engine() % 70);
      pieces.add(piece);
      rest.remove_prefix(piece.size());
    }
    ASSERT_EQ(pieces.value(), image::checksum(bytes)) << size;
  }
}

/// Codes by a map.
std::vector<std::uint32_t> expected_codes(const std::vector<std::string>& values) {
  std::map<std::string, std::uint32_t> known;
  std::vector<std::uint32_t> codes;
  for (const auto& value : values) {
    codes.push_back(known.try_emplace(value, static_cast<std::uint32_t>(known.size())).first->second);
  }
  return codes;
}

TEST(ValueCodes, number_values_by_their_first_occurrence) {
  for (const std::uint32_t different : {1U, 100U, 32'768U, 60'000U, 2'000'000U}) {
    std::vector<std::string> values;
    for (const auto number : random_numbers(150'000, different, different)) {
      values.push_back(fmt::format("value {}{}", number, std::string(number % 40, 'x')));
    }
    auto file = spill_file();
    ValueCodes spilled(&file);
    ValueCodes in_memory(nullptr);
    const auto expected = expected_codes(values);
    for (auto* codes : {&spilled, &in_memory}) {
      for (const auto& value : values) codes->add(value);
      codes->close();
      EXPECT_EQ(codes->different(), *std::ranges::max_element(expected) + 1);
      ValueCodes::Cursor cursor(*codes);
      std::uint32_t seen = 0;
      for (std::size_t i = 0; i < values.size(); ++i) {
        const auto [code, is_first] = cursor.next();
        ASSERT_EQ(code, expected[i]) << different << ": " << i;
        ASSERT_EQ(is_first, code == seen) << different << ": " << i;
        if (is_first) ++seen;
      }
    }
  }
}

/// The table that inserting one key after the other makes.
std::vector<std::uint32_t> inserted(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint32_t> slots(std::bit_ceil(hashes.size() * 2 + 1), image::kNoNode);
  for (std::uint32_t i = 0; i < hashes.size(); ++i) {
    auto at = hashes[i];
    while (slots[at & (slots.size() - 1)] != image::kNoNode) ++at;
    slots[at & (slots.size() - 1)] = i;
  }
  return slots;
}

std::vector<std::uint32_t> written(const std::vector<std::uint64_t>& hashes, SpillFile* spill) {
  KeySlotsWriter keys(hashes.size(), spill);
  for (const auto hash : hashes) keys.add(hash);
  image::ImageWriter writer;
  std::move(keys).write(writer);
  const auto bytes = *std::move(writer).finish({});
  const auto image = *image::Image::over(nullptr, bytes);
  const auto slots = image->array<std::uint32_t>(image::Section::KeySlots);
  return {slots.begin(), slots.end()};
}

TEST(KeySlots, are_those_of_inserting_one_key_after_the_other) {
  std::mt19937_64 engine(4);
  for (std::size_t count = 0; count < 400; ++count) {
    // From all over the table to all at its end, so that clusters grow together and run over the end.
    for (const auto spread :
         {std::uint64_t{0xffff'ffff'ffff'ffff}, std::uint64_t{0x3f}, std::uint64_t{7}, std::uint64_t{0}}) {
      std::vector<std::uint64_t> hashes;
      for (std::size_t i = 0; i < count; ++i) hashes.push_back(~(engine() & spread) - (engine() % 3 == 0 ? count : 0));
      ASSERT_EQ(written(hashes, nullptr), inserted(hashes)) << count << ", spread " << spread;
    }
  }
}

TEST(KeySlots, are_the_same_from_a_temporary_file) {
  std::mt19937_64 engine(5);
  std::vector<std::uint64_t> hashes(300'000);
  for (auto& hash : hashes) hash = engine();
  auto file = spill_file();
  EXPECT_EQ(written(hashes, &file), inserted(hashes));
}

/// Parts in order of ordinal, then of the records; the first whole counts.
class SlowOrder {
 public:
  SlowOrder(const std::vector<PartOfWhole>& parts, std::size_t count) : below_(count), is_part_(count), placed_(count) {
    for (const auto& part : parts) {
      if (part.whole == part.part || is_part_[part.part]) continue;
      is_part_[part.part] = true;
      below_[part.whole].push_back(part);
    }
    for (auto& list : below_) std::ranges::stable_sort(list, {}, &PartOfWhole::ordinal);
    for (std::uint32_t node = 0; node < count; ++node) {
      if (!is_part_[node]) append(node);
    }
    for (std::uint32_t node = 0; node < count; ++node) {
      if (!placed_[node]) append(node);
    }
  }
  std::vector<std::uint32_t> records;
  std::map<std::uint32_t, std::uint32_t> ends;  ///< by position

 private:
  void append(std::uint32_t node) {
    placed_[node] = true;
    const auto position = static_cast<std::uint32_t>(records.size());
    records.push_back(node);
    for (const auto& part : below_[node]) {
      if (!placed_[part.part]) append(part.part);
    }
    ends[position] = static_cast<std::uint32_t>(records.size());
  }

  std::vector<std::vector<PartOfWhole>> below_;
  std::vector<bool> is_part_;
  std::vector<bool> placed_;
};

TEST(PartsOrder, is_that_of_a_recursive_walk) {
  std::mt19937 engine(6);
  for (int round = 0; round < 300; ++round) {
    const auto count = 1 + engine() % 40;
    std::vector<PartOfWhole> parts;
    for (std::uint32_t i = 0; i < engine() % 60; ++i) {
      // Mostly trees; now and then a ring, a second whole or a part of itself.
      const auto part = static_cast<std::uint32_t>(engine() % count);
      const auto whole = static_cast<std::uint32_t>(engine() % 8 == 0 ? engine() % count : engine() % (part + 1));
      parts.push_back({static_cast<std::int64_t>(engine() % 4) - 1, whole, part});
    }
    auto file = spill_file();
    PartsOrder by_runs(count, &file);
    for (const auto& part : parts) by_runs.add(part);
    const auto order = by_runs.order();
    const SlowOrder expected(parts, count);
    std::vector<std::uint32_t> records;
    std::vector<std::uint32_t> ends;
    order.records.each([&records](std::uint32_t record) { records.push_back(record); });
    order.subtree_end.each([&ends](std::uint32_t end) { ends.push_back(end); });
    ASSERT_EQ(records, expected.records) << round;
    for (const auto& [position, end] : expected.ends) ASSERT_EQ(ends[position], end) << round;
    const bool has_two_wholes = std::ranges::any_of(
        parts, [&](const PartOfWhole& part) { return std::ranges::count(parts, part.part, &PartOfWhole::part) > 1; });
    ASSERT_EQ(by_runs.two_wholes().has_value(), has_two_wholes) << round;
  }
}

}  // namespace
}  // namespace treatygraph
