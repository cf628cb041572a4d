#include "analysis/memory.h"

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <stop_token>
#include <string>

namespace treatygraph::analysis {
namespace {

/// RssAnon of /proc/self/status, in bytes (the file has kB): anonymous pages, without mapped files. 0 if it is not
/// there.
std::size_t now() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("RssAnon:")) return std::stoul(line.substr(8)) * 1024;
  }
  return 0;
}

/// Sets `most` to `value` if that is more, also while the other thread does the same.
void raise(std::atomic<std::size_t>& most, std::size_t value) {
  for (auto before = most.load(); before < value && !most.compare_exchange_weak(before, value);) {
  }
}

}  // namespace

OwnMemory::OwnMemory()
    : watcher_([this](const std::stop_token& stop) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        for (std::condition_variable_any stopped; !stop.stop_requested();) {
          raise(most_, now());
          stopped.wait_for(lock, stop, std::chrono::milliseconds(20), [] { return false; });
        }
      }) {}

std::size_t OwnMemory::most() {
  raise(most_, now());
  return most_.exchange(0);
}

}  // namespace treatygraph::analysis
