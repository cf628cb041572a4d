#include "server/http/worker_pool.h"

#include <atomic>
#include <latch>
#include <stdexcept>

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using ::testing::ElementsAre;
using namespace std::chrono_literals;

class WorkerPoolOf : public ::testing::Test {
 protected:
  /// Occupies a thread of the pool until `may_end_` is counted down.
  [[nodiscard]] WorkerPool::Work holding() {
    return [this] {
      ++held_;
      may_end_.wait();
    };
  }
  void wait_until_held(int threads) const {
    while (held_ < threads) std::this_thread::sleep_for(1ms);
  }

  Progress progress_;
  std::vector<std::string> reported_;
  std::mutex mutex_;
  const std::function<void(std::string_view)> report_ = [this](std::string_view what) {
    const std::scoped_lock lock(mutex_);
    reported_.emplace_back(what);
  };
  std::atomic<int> held_ = 0;
  std::latch may_end_{1};
};

TEST_F(WorkerPoolOf, many_threads_loses_nothing) {
  std::atomic<int> done = 0;
  int accepted = 0;
  {
    WorkerPool pool({4, 64, 0}, progress_, report_);
    for (int i = 0; i < 50'000; ++i) accepted += pool.submit(i % 3 == 0 ? "a" : "b", [&] { ++done; }) ? 1 : 0;
  }
  EXPECT_GE(accepted, 64);
  EXPECT_EQ(done, accepted);
}

TEST_F(WorkerPoolOf, one_thread_refuses_what_does_not_fit_and_finishes_what_it_took) {
  std::atomic<int> done = 0;
  int taken = 0;
  {
    WorkerPool pool({1, 3, 0}, progress_, report_);
    ASSERT_TRUE(pool.submit("a", holding()));
    wait_until_held(1);
    while (pool.submit("a", [&] { ++done; })) ASSERT_LT(++taken, 10);
    pool.resume("a", [&] { ++done; });
    may_end_.count_down();
  }
  EXPECT_EQ(taken, 3);
  EXPECT_EQ(done, taken + 1);
}

TEST_F(WorkerPoolOf, one_thread_lets_clients_take_turns) {
  std::vector<std::string> order;
  {
    WorkerPool pool({1, 100, 0}, progress_, report_);
    ASSERT_TRUE(pool.submit("a", holding()));
    wait_until_held(1);
    for (const std::string client : {"a", "a", "a", "b", "c", "b"})
      ASSERT_TRUE(pool.submit(client, [&order, client] { order.push_back(client); }));
    may_end_.count_down();
  }
  EXPECT_THAT(order, ElementsAre("b", "c", "a", "b", "a", "a"));
}

TEST_F(WorkerPoolOf, eight_threads_leaves_some_to_another_client) {
  WorkerPool pool({8, 100, 0}, progress_, report_);
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(pool.submit("greedy", holding()));
  wait_until_held(6);
  std::latch done(1);
  ASSERT_TRUE(pool.submit("modest", [&] { done.count_down(); }));
  done.wait();
  EXPECT_EQ(held_, 6);
  may_end_.count_down();
}

TEST_F(WorkerPoolOf, eight_threads_leaves_room_in_its_queue_to_another_client) {
  WorkerPool pool({8, 100, 0}, progress_, report_);
  int taken = 0;
  while (pool.submit("greedy", holding())) ++taken;
  EXPECT_LT(taken, 100);
  EXPECT_TRUE(pool.submit("modest", [] {}));
  may_end_.count_down();
}

TEST_F(WorkerPoolOf, any_size_outlives_work_that_throws) {
  std::atomic<bool> done = false;
  {
    WorkerPool pool({1, 10, 0}, progress_, report_);
    ASSERT_TRUE(pool.submit("a", [] { throw std::runtime_error("broken"); }));
    ASSERT_TRUE(pool.submit("a", [] { throw 7; }));  // NOLINT: no std::exception
    ASSERT_TRUE(pool.submit("a", [&] { done = true; }));
  }
  EXPECT_TRUE(done);
  EXPECT_THAT(reported_, ElementsAre("broken", "an exception that is no std::exception"));
}

TEST_F(WorkerPoolOf, one_thread_tells_that_work_waits_while_none_is_finished) {
  WorkerPool pool({1, 10, 0}, progress_, report_);
  ASSERT_TRUE(pool.submit("a", holding()));
  wait_until_held(1);
  EXPECT_EQ(progress_.missing(Progress::Clock::now()), 0s) << "nothing waits";
  std::latch done(1);
  ASSERT_TRUE(pool.submit("a", [&] { done.count_down(); }));
  std::this_thread::sleep_for(20ms);
  EXPECT_GE(progress_.missing(Progress::Clock::now()), 20ms);
  may_end_.count_down();
  done.wait();
  EXPECT_EQ(progress_.missing(Progress::Clock::now()), 0s);
}

}  // namespace
}  // namespace treatygraph::server
