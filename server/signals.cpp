#include "server/signals.h"

#include <csignal>
#include <utility>

#include <pthread.h>

namespace treatygraph::server {
namespace {

constexpr int kEndOfWaiting = SIGUSR1;

sigset_t awaited() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, kEndOfWaiting}) sigaddset(&set, signal);
  return set;
}

}  // namespace

Signals::Signals() {
  const auto set = awaited();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

Signals::~Signals() {
  if (thread_.joinable()) pthread_kill(thread_.native_handle(), kEndOfWaiting);
}

void Signals::handle(std::function<void()> stop, std::function<void()> reload) {
  thread_ = std::jthread([stop = std::move(stop), reload = std::move(reload)] {
    const auto set = awaited();
    bool stopped = false;
    for (int signal = 0; sigwait(&set, &signal) == 0 && signal != kEndOfWaiting;) {
      if (signal == SIGHUP) {
        reload();
      } else if (!std::exchange(stopped, true)) {
        stop();
      }
    }
  });
}

}  // namespace treatygraph::server
