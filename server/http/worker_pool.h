#pragma once
// A limited number of threads, started as needed, and a queue of limited length. Work that does not fit is refused at
// once.
//
// Clients take turns: of the waiting clients, the one with the fewest busy threads comes next. With four threads or
// more, one client gets neither all threads nor the whole queue, so that others find room.

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
  /// A task. It must not wait for another task of the pool.
  using Work = std::function<void()>;
  struct Size {
    std::size_t threads = 1;
    std::size_t queue = 1;  ///< tasks that wait for a thread
    int niceness = 0;       ///< nice value of the threads, 0 to 19
  };

  /// `report` receives the message of an exception that ended a task. It is called on the pool's threads and must
  /// outlive the pool.
  /// The pool keeps a reference to `progress` as well. Throws if not even one thread can be started.
  WorkerPool(Size size, Progress& progress, const std::function<void(std::string_view)>& report);
  /// Finishes all accepted tasks.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Queues a task of the client. False if the queue is full, or full of this client's tasks. Thread-safe.
  [[nodiscard]] bool submit(const std::string& client, Work work);
  /// Queues the continuation of an accepted task: never refused, so it may exceed the queue's limit. Thread-safe.
  void resume(const std::string& client, Work work);

 private:
  // Present while it has waiting or running tasks.
  struct Client {
    std::deque<Work> waiting;
    std::size_t working = 0;
    std::uint64_t last_turn = 0;  ///< the number of its last turn; lower means longer ago
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
  Clients clients_;  ///< clients with waiting or running tasks
  std::size_t waiting_ = 0;
  std::size_t idle_ = 0;  ///< threads without a task
  std::uint64_t turns_ = 0;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;  ///< last: they use the others
};

}  // namespace treatygraph::server
