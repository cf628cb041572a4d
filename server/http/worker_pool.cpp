// One mutex guards everything: tasks are long compared with the time under the lock. The next client is found by
// looking at all clients that have tasks. Their number is limited by the queue and the threads, so the search is short
// and needs no heap that changes with every turn.

#include "server/http/worker_pool.h"

#include <system_error>
#include <tuple>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

#include "server/http/thrown.h"

namespace treatygraph::server {
namespace {

/// One client's share of `all`: three quarters, rounded up; everything if there are fewer than four.
std::size_t share_of(std::size_t all) {
  return all - all / 4;
}

}  // namespace

WorkerPool::WorkerPool(Size size, Progress& progress, const std::function<void(std::string_view)>& report)
    : size_(size), progress_(progress), report_(report) {
  const std::scoped_lock lock(mutex_);
  start_thread();
}

/// Threads end when nothing waits and none can add anything; `threads_.clear()` joins them.
WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  called_.notify_all();
  threads_.clear();
}

bool WorkerPool::submit(const std::string& client, Work work) {
  const std::scoped_lock lock(mutex_);
  if (waiting_ >= size_.queue) return false;
  auto& of_client = clients_[client];
  if (of_client.waiting.size() >= share_of(size_.queue)) return false;
  add(of_client, std::move(work));
  return true;
}

void WorkerPool::resume(const std::string& client, Work work) {
  const std::scoped_lock lock(mutex_);
  add(clients_[client], std::move(work));
}

/// A thread is started only if there are more waiting tasks than idle threads.
void WorkerPool::add(Client& client, Work work) {
  client.waiting.push_back(std::move(work));
  if (++waiting_ == 1) progress_.expect_from(Progress::Clock::now());
  called_.notify_one();
  if (waiting_ > idle_ && threads_.size() < size_.threads) start_thread();
}

/// If the system cannot start another thread, the task waits for the existing ones; there is at least one.
void WorkerPool::start_thread() try {
  threads_.emplace_back([this] { work_until_stopped(); });
} catch (const std::system_error&) {
  if (threads_.empty()) throw;
}

/// The client with the fewest running tasks; of equals, the one whose last turn is longest ago. The end if no client
/// may have a thread now: a waiting client can be at its share of the threads already.
WorkerPool::Clients::iterator WorkerPool::next_client() {
  const auto urgency = [](const Client& client) { return std::tie(client.working, client.last_turn); };
  auto next = clients_.end();
  for (auto at = clients_.begin(); at != clients_.end(); ++at) {
    const auto& client = at->second;
    if (client.waiting.empty() || client.working >= share_of(size_.threads)) continue;
    if (next == clients_.end() || urgency(client) < urgency(next->second)) next = at;
  }
  return next;
}

/// Takes the client's oldest task and counts the turn.
WorkerPool::Work WorkerPool::take_from(Client& client) {
  auto work = std::move(client.waiting.front());
  client.waiting.pop_front();
  ++client.working;
  client.last_turn = ++turns_;
  if (--waiting_ == 0) progress_.expect_nothing();
  return work;
}

/// A finished task is progress: those who still wait count from now. The last one at a stop wakes the threads that wait
/// for it.
void WorkerPool::finish(Clients::iterator client) {
  if (--client->second.working == 0 && client->second.waiting.empty()) clients_.erase(client);
  if (waiting_ > 0) {
    progress_.expect_from(Progress::Clock::now());
  } else if (stopping_) {
    called_.notify_all();
  }
}

// On Linux a nice value belongs to a thread.
void WorkerPool::work_until_stopped() {
  if (size_.niceness > 0) setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), size_.niceness);
  std::unique_lock lock(mutex_);
  while (true) {
    auto client = clients_.end();
    ++idle_;
    called_.wait(lock, [&] {
      client = next_client();
      return client != clients_.end() || (stopping_ && waiting_ == 0);
    });
    --idle_;
    if (client == clients_.end()) return;
    auto work = take_from(client->second);
    lock.unlock();
    guarded(work);
    work = nullptr;  // destroyed outside the lock
    lock.lock();
    finish(client);
  }
}

/// An exception ends its task only.
void WorkerPool::guarded(const Work& work) const try { work(); } catch (...) {
  report_(what_was_thrown());
}

}  // namespace treatygraph::server
