// Blocked signals stay pending until they are read from the signalfd. Threads inherit the signal mask, so it is set
// before any other thread exists. SIGPIPE is ignored: writing to a closed connection is an error that the writer
// handles.

#include "server/operation/signals.h"

#include <array>
#include <csignal>
#include <utility>

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

namespace treatygraph::server {
namespace {

/// The signals that are read instead of delivered.
sigset_t awaited() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, signal);
  return set;
}

/// The next signal; 0 once `ended` is readable.
int next_signal(int signals, int ended) {
  // poll() fails only when it is interrupted, and is then repeated.
  std::array<pollfd, 2> sources = {pollfd{signals, POLLIN, 0}, pollfd{ended, POLLIN, 0}};
  while (poll(sources.data(), sources.size(), -1) < 0) continue;
  if (sources[1].revents != 0) return 0;
  signalfd_siginfo info{};
  return read(signals, &info, sizeof info) == sizeof info ? static_cast<int>(info.ssi_signo) : 0;
}

}  // namespace

Signals::Signals() {
  const auto set = awaited();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  descriptor_ = Descriptor(signalfd(-1, &set, SFD_CLOEXEC));
}

void Signals::handle(std::function<void()> reload) {
  // An eventfd wakes the thread when the object is destroyed.
  thread_ = std::jthread([this, reload = std::move(reload)](const std::stop_token& end) {
    const Descriptor ended(eventfd(0, EFD_CLOEXEC));
    const std::stop_callback wake(end, [&] { eventfd_write(ended.number(), 1); });
    while (const int signal = next_signal(descriptor_.number(), ended.number())) {
      if (signal == SIGHUP) {
        reload();
      } else {
        stopping_.request_stop();
      }
    }
  });
}

}  // namespace treatygraph::server
