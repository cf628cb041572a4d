// Writing to a pipe that nobody reads blocks, and a blocked thread cannot be stopped. Therefore the thread is detached,
// shares its state with the object by a shared pointer, and asks with poll() before each write whether it may write. A
// write is never larger than what a pipe that polls as writable takes at once.

#include "server/operation/log_writer.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace treatygraph::server {
namespace {

using namespace std::chrono_literals;

constexpr auto kGather = 50ms;          // wait for more lines to batch
constexpr auto kAtTheEnd = 300ms;       // for waiting lines, at the end
constexpr int kNoticesStopWithin = 20;  // milliseconds: how late a stop is noticed while nobody reads

/// The largest single write. A pipe that polls as writable takes this many bytes without blocking (PIPE_BUF). Making
/// the descriptor non-blocking is not possible: it is shared with other programs, for example those of the same
/// terminal.
std::size_t piece_for(int descriptor) {
  struct stat status {};
  const bool is_file = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  return is_file ? 1U << 20U : PIPE_BUF;
}

}  // namespace

/// What the thread and the object share.
struct LogWriter::Shared {
  explicit Shared(Destination to) : destination(std::move(to)), piece(piece_for(destination.descriptor)) {}

  void run();
  bool take(std::string& batch);
  void tell_of_dropped();
  [[nodiscard]] std::string_view write_out(std::string_view batch) const;
  [[nodiscard]] bool may_write() const;
  [[nodiscard]] bool is_over() const { return ends && std::chrono::steady_clock::now() > ends_by; }

  const Destination destination;
  const std::size_t piece;
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::string waiting;
  std::uint64_t told = 0;  ///< dropped lines already reported; used by the thread only
  std::atomic<bool> ends = false;
  std::chrono::steady_clock::time_point ends_by;  ///< set before `ends`
  bool has_ended = false;
};

/// The lines of a batch that could not be written count as dropped.
void LogWriter::Shared::run() {
  for (std::string batch; take(batch);) {
    if (const auto rest = write_out(batch); !rest.empty())
      *destination.dropped += static_cast<std::uint64_t>(std::ranges::count(rest, '\n'));
    tell_of_dropped();
  }
  const std::scoped_lock lock(mutex);
  has_ended = true;
  changed.notify_all();
}

/// False if nothing is left and nothing more will come.
/// Gathering lines for a moment saves system calls when the server is busy.
bool LogWriter::Shared::take(std::string& batch) {
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return !waiting.empty() || ends; });
  if (!ends) changed.wait_for(lock, kGather, [&] { return ends.load(); });
  batch.clear();
  batch.swap(waiting);
  return !batch.empty() && !is_over();
}

/// If the report cannot be written either, it is tried again after the next batch.
void LogWriter::Shared::tell_of_dropped() {
  const std::uint64_t dropped = *destination.dropped;
  if (dropped == told) return;
  const auto line = destination.line_of_dropped(dropped - told) + '\n';
  if (write_out(line).empty()) told = dropped;
}

/// Returns what could not be written.
std::string_view LogWriter::Shared::write_out(std::string_view batch) const {
  while (!batch.empty() && may_write()) {
    const auto count = ::write(destination.descriptor, batch.data(), std::min(batch.size(), piece));
    if (count >= 0) {
      batch.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR && errno != EAGAIN) {
      return batch;
    }
  }
  return batch;
}

/// Waits until the descriptor is writable. False if told to stop first.
bool LogWriter::Shared::may_write() const {
  pollfd writable{destination.descriptor, POLLOUT, 0};
  while (!is_over()) {
    if (poll(&writable, 1, kNoticesStopWithin) != 0) return true;  // the write reports errors
  }
  return false;
}

LogWriter::LogWriter(Destination destination) : shared_(std::make_shared<Shared>(std::move(destination))) {
  std::thread([shared = shared_] { shared->run(); }).detach();
}

// Twice the time that the thread gives itself, since it may be gathering.
LogWriter::~LogWriter() {
  std::unique_lock lock(shared_->mutex);
  shared_->ends_by = std::chrono::steady_clock::now() + kAtTheEnd;
  shared_->ends = true;
  shared_->changed.notify_all();
  // A thread that is still blocked in a write ends with the process.
  shared_->changed.wait_for(lock, 2 * kAtTheEnd, [this] { return shared_->has_ended; });
}

void LogWriter::write(std::string_view line) {
  const std::scoped_lock lock(shared_->mutex);
  if (shared_->waiting.size() + line.size() + 1 > shared_->destination.room) {
    ++*shared_->destination.dropped;
    return;
  }
  // The thread waits only while the buffer is empty.
  const bool was_empty = shared_->waiting.empty();
  shared_->waiting.append(line) += '\n';
  if (was_empty) shared_->changed.notify_all();
}

}  // namespace treatygraph::server
