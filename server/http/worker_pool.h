#pragma once
// A bounded number of threads, started as they are needed, and a queue of bounded length: what does not fit is refused
// at once, not waited for.
//
// Clients take turns: of those who wait, the one for whom the fewest threads work comes next. One client alone gets
// neither all threads nor the whole queue where there are four of them or more, so that another finds room.

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/http/load.h"

namespace treatygraph::server {

class WorkerPool {
 public:
  using Work = std::function<void()>;
  struct Size {
    std::size_t threads = 1;
    std::size_t queue = 1;  ///< work that waits
    int niceness = 0;       ///< how far the threads give way to others of this machine, 0 to 19
  };

  /// `report` is told of work that ended with an exception; it is called on the threads, and must outlive the pool.
  WorkerPool(Size size, Progress& progress, const std::function<void(std::string_view)>& report);
  /// Finishes what was accepted.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when the queue is full, or full of this client's work.
  [[nodiscard]] bool submit(const std::string& client, Work work);
  /// For what was accepted before and goes on: never refused.
  void resume(const std::string& client, Work work);

 private:
  struct Client {
    std::deque<Work> waiting;
    std::size_t working = 0;
    std::uint64_t last_turn = 0;
  };
  using Clients = std::map<std::string, Client>;

  void start_thread();
  void work_until_stopped();
  void add(Client& client, Work work);
  [[nodiscard]] Clients::iterator next_client();
  Work take_from(Client& client);
  void finish(Clients::iterator client);
  void guarded(const Work& work) const;

  const Size size_;
  Progress& progress_;
  const std::function<void(std::string_view)>& report_;
  std::mutex mutex_;
  std::condition_variable called_;
  Clients clients_;  ///< who waits or is worked for
  std::size_t waiting_ = 0;
  std::size_t idle_ = 0;  ///< threads that wait for work
  std::uint64_t turns_ = 0;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;  ///< last: they use the others
};

}  // namespace treatygraph::server
