#include "graph/memory_account.h"

#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <unistd.h>

#include "tests/support/sanitizer.h"

namespace treatygraph {
namespace {

constexpr std::size_t kMegabyte = 1024U * 1024;

TEST(MemoryAccount, refuses_one_allocation_that_is_too_large) {
  const MemoryAccount account(kMegabyte);
  EXPECT_THROW(std::string(2 * kMegabyte, 'a'), MemoryExceeded);
}

TEST(MemoryAccount, refuses_many_small_allocations_whatever_they_are) {
  const MemoryAccount account(kMegabyte);
  const auto fill = [] {
    std::map<int, std::string> all;
    for (int i = 0; i < 1'000'000; ++i) all.emplace(i, "a text that is longer than what a string holds itself");
  };
  EXPECT_THROW(fill(), MemoryExceeded);
}

TEST(MemoryAccount, names_the_limit) {
  const MemoryAccount account(kMegabyte);
  try {
    const std::string text(2 * kMegabyte, 'a');
    FAIL();
  } catch (const MemoryExceeded& exceeded) {
    EXPECT_EQ(exceeded.limit(), MemoryExceeded::Limit::Work);
    EXPECT_EQ(exceeded.bytes(), kMegabyte);
  }
}

TEST(MemoryAccount, counts_what_is_given_back) {
  const MemoryAccount account(kMegabyte);
  for (int i = 0; i < 1'000; ++i) EXPECT_NO_THROW(std::vector<char>(kMegabyte / 2));
}

TEST(MemoryAccount, does_not_count_what_was_there_before) {
  auto before = std::make_unique<std::string>(10 * kMegabyte, 'a');
  const MemoryAccount account(kMegabyte);
  EXPECT_NO_THROW(std::string(kMegabyte / 2, 'a'));
  before.reset();
}

TEST(MemoryAccount, lets_everything_pass_when_it_has_ended) {
  { const MemoryAccount account(kMegabyte); }
  EXPECT_NO_THROW(std::string(10 * kMegabyte, 'a'));
}

TEST(MemoryAccount, holds_to_the_narrower_of_two_limits) {
  const MemoryAccount outer(kMegabyte);
  {
    const MemoryAccount inner(10 * kMegabyte);
    EXPECT_THROW(std::string(2 * kMegabyte, 'a'), MemoryExceeded);
  }
  {
    const MemoryAccount inner(kMegabyte / 4);
    EXPECT_THROW(std::string(kMegabyte / 2, 'a'), MemoryExceeded);
  }
  EXPECT_NO_THROW(std::string(kMegabyte / 2, 'a'));
}

TEST(MemoryAccount, is_of_one_thread) {
  const MemoryAccount account(kMegabyte);
  std::thread([] { EXPECT_NO_THROW(std::string(10 * kMegabyte, 'a')); }).join();
}

TEST(MemoryAccount, does_not_charge_what_lasts) {
  const MemoryAccount account(kMegabyte);
  std::string kept;
  {
    const MemoryAccount::Uncharged lasting;
    EXPECT_NO_THROW(kept = std::string(10 * kMegabyte, 'a'));
  }
  EXPECT_NO_THROW(std::string(kMegabyte / 2, 'a'));
  EXPECT_THROW(std::string(2 * kMegabyte, 'a'), MemoryExceeded);
}

TEST(MemoryAccount, waits_until_a_library_has_returned) {
  const MemoryAccount account(kMegabyte);
  std::string made;
  {
    const MemoryAccount::Unrefused unrefused;
    EXPECT_NO_THROW(made = std::string(10 * kMegabyte, 'a'));
  }
  EXPECT_THROW(std::string(100, 'a'), MemoryExceeded);
}

TEST(MemoryAccount, is_short_when_less_than_half_is_left) {
  EXPECT_FALSE(MemoryAccount::is_short());
  const MemoryAccount account(kMegabyte);
  EXPECT_FALSE(MemoryAccount::is_short());
  const std::string text(kMegabyte * 3 / 4, 'a');
  EXPECT_TRUE(MemoryAccount::is_short());
}

class ProcessMemory : public ::testing::Test {
 protected:
  void TearDown() override { process_memory::set_limit(before_); }

 private:
  const std::size_t before_ = process_memory::limit();
};

TEST_F(ProcessMemory, is_the_sum_of_all_threads) {
  const auto before = process_memory::used();
  std::string kept;
  std::thread([&] { kept = std::string(64 * kMegabyte, 'a'); }).join();
  const std::string more(64 * kMegabyte, 'a');
  EXPECT_GT(process_memory::used() + kMegabyte, before + 64 * kMegabyte);
}

TEST_F(ProcessMemory, is_bounded_for_work_that_has_an_account) {
  process_memory::set_limit(process_memory::used() + 8 * kMegabyte);
  EXPECT_NO_THROW(std::string(32 * kMegabyte, 'a'));
  const MemoryAccount account(1'000 * kMegabyte);
  try {
    const std::string text(32 * kMegabyte, 'a');
    FAIL();
  } catch (const MemoryExceeded& exceeded) {
    EXPECT_EQ(exceeded.limit(), MemoryExceeded::Limit::Process);
  }
}

TEST_F(ProcessMemory, waits_until_a_library_has_returned) {
  process_memory::set_limit(process_memory::used() + 8 * kMegabyte);
  const MemoryAccount account(1'000 * kMegabyte);
  std::string made;
  {
    const MemoryAccount::Unrefused unrefused;
    EXPECT_NO_THROW(made = std::string(32 * kMegabyte, 'a'));
  }
  EXPECT_THROW(std::string(kMegabyte, 'a'), MemoryExceeded);
}

TEST_F(ProcessMemory, goes_back_to_the_system_after_work_that_took_much) {
  if (testing::kIsSanitized) GTEST_SKIP() << "a sanitizer keeps what is freed";
  const auto resident = [] {
    long pages = 0;
    long all = 0;
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    EXPECT_EQ(std::fscanf(file, "%ld %ld", &all, &pages), 2);
    std::fclose(file);
    return static_cast<std::size_t>(pages) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  };
  const auto before = resident();
  std::vector<std::unique_ptr<char[]>> kept;  // keeps the top of the heap from being given back
  {
    const MemoryAccount account(1'000 * kMegabyte);
    std::vector<std::unique_ptr<char[]>> pieces;
    for (int i = 0; i < 300'000; ++i) {
      pieces.push_back(std::make_unique<char[]>(1'000));
      if (i % 10'000 == 0) kept.push_back(std::make_unique<char[]>(1'000));
    }
    EXPECT_GT(resident(), before + 200 * kMegabyte);
  }
  EXPECT_LT(resident(), before + 50 * kMegabyte);
}

TEST_F(ProcessMemory, of_the_machine_is_known) {
  EXPECT_GT(process_memory::available(), 100 * kMegabyte);
}

}  // namespace
}  // namespace treatygraph
