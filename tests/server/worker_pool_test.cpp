#include "server/worker_pool.h"

#include <atomic>
#include <latch>

#include <gmock/gmock.h>

namespace treatygraph::server {
namespace {

using namespace std::chrono_literals;

/// Counts who is at work at the same time, and the most that ever were.
class Together {
 public:
  void enter() {
    const int now = ++count_;
    for (int most = most_; now > most && !most_.compare_exchange_weak(most, now);) {
    }
  }
  void leave() { --count_; }
  [[nodiscard]] int most() const { return most_; }

 private:
  std::atomic<int> count_ = 0;
  std::atomic<int> most_ = 0;
};

TEST(WorkerPool, lets_no_more_threads_work_than_there_are_processors) {
  Together together;
  std::atomic<int> done = 0;
  {
    WorkerPool pool(8, 10'000, {2, 1h});
    for (int i = 0; i < 2'000; ++i) {
      ASSERT_TRUE(pool.submit([&] {
        together.enter();
        std::this_thread::yield();
        together.leave();
        ++done;
      }));
    }
    while (done < 1'900) std::this_thread::sleep_for(1ms);  // the pool's end calls all, to be done soon
    EXPECT_LE(together.most(), 2);
  }
  EXPECT_EQ(done, 2'000);
}

TEST(WorkerPool, does_what_is_quick_while_slow_work_holds_the_processors) {
  std::latch slow_may_end(1);
  std::atomic<int> quick_done = 0;
  WorkerPool pool(8, 1'000, {2, 2ms});
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(pool.submit([&] { slow_may_end.wait(); }));
  }
  for (int i = 0; i < 100; ++i) {
    ASSERT_TRUE(pool.submit([&] { ++quick_done; }));
  }
  while (quick_done < 100) {
    EXPECT_TRUE(pool.relieve());
    std::this_thread::sleep_for(1ms);
  }
  slow_may_end.count_down();
}

TEST(WorkerPool, uses_all_threads_where_all_work_is_slow) {
  std::latch all_begun(4);
  WorkerPool pool(4, 10, {1, 1ms});
  for (int i = 0; i < 4; ++i) {
    ASSERT_TRUE(pool.submit([&] { all_begun.arrive_and_wait(); }));
  }
  while (!all_begun.try_wait()) {
    pool.relieve();
    std::this_thread::sleep_for(1ms);
  }
  while (pool.relieve()) std::this_thread::sleep_for(1ms);  // all rest in the end
}

TEST(WorkerPool, refuses_what_does_not_fit_and_finishes_what_it_took) {
  std::latch may_end(1);
  std::atomic<int> done = 0;
  int taken = 0;
  {
    WorkerPool pool(1, 3, {1, 1h});
    while (pool.submit([&] {
      may_end.wait();
      ++done;
    }))
      ASSERT_LT(++taken, 10);
    pool.resume([&] { ++done; });
    may_end.count_down();
  }
  EXPECT_GE(taken, 3);
  EXPECT_EQ(done, taken + 1);
}

TEST(WorkerPool, loses_nothing_among_many_who_submit) {
  std::atomic<int> done = 0;
  int accepted = 0;
  {
    WorkerPool pool(4, 64, {2, 0ms});
    for (int i = 0; i < 50'000; ++i) accepted += pool.submit([&] { ++done; }) ? 1 : 0;
  }
  EXPECT_EQ(done, accepted);
}

}  // namespace
}  // namespace treatygraph::server
