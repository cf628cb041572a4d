// SA_RESTART lets system calls go on after the handler, so files and terminals behave as without the signal.

#include "queries/cli/interruption.h"

#include <csignal>

namespace treatygraph::queries {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

}  // namespace

void Interruption::catch_signal() {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = true; };
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
}

const std::atomic<bool>& Interruption::flag() {
  return interrupted;
}

bool Interruption::taken() {
  return interrupted.exchange(false);
}

void Interruption::remember() {
  interrupted = true;
}

}  // namespace treatygraph::queries
