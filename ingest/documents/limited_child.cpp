// Each task runs in a process made by fork(), which has the data of its parent without copying. The child lowers its
// own limits (setrlimit), does the work and writes its result to a pipe. The parent waits for all pipes with poll(). A
// child that exceeds its processor time gets SIGXCPU from the kernel; one that sleeps or hangs is killed at a deadline
// of elapsed time. Lack of memory becomes std::bad_alloc or a crash of a library that does not check malloc(); the
// child's exit code tells them apart.

#include "ingest/documents/limited_child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <new>
#include <string_view>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace treatygraph::ingest {
namespace {

using Clock = std::chrono::steady_clock;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitsMemory = false;  // a sanitizer reserves more address space than any limit allows
#else
constexpr bool kLimitsMemory = true;
#endif

/// The exit code of a child whose work threw std::bad_alloc; 1 is any other exception.
constexpr int kNoMemory = 2;

/// Lowers a limit of this process. `more` is the distance from the soft to the hard limit. An existing lower limit
/// stays.
void limit(__rlimit_resource resource, std::size_t amount, std::size_t more = 0) {
  rlimit now{};
  getrlimit(resource, &now);
  const rlimit both{std::min<rlim_t>(amount, now.rlim_max), std::min<rlim_t>(amount + more, now.rlim_max)};
  setrlimit(resource, &both);
}

/// The address space of this process, which a child inherits.
std::size_t address_bytes() {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// Writes all bytes to a pipe. Gives up on an error, such as a parent that is gone.
void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// The child's part. Writes 'R' and the result, or 'E' and an error, to `out`. Nothing is written if the work throws or
/// the child ends before.
[[noreturn]] void work_and_leave(int out, const ChildLimits& limits, const std::function<Result<std::string>()>& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // ends with the parent, which is the only reader of its result
  if (kLimitsMemory) limit(RLIMIT_AS, address_bytes() + limits.memory_bytes);
  limit(RLIMIT_CPU, static_cast<std::size_t>(limits.time.count()), 5);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, limits.file_bytes);
  const int nowhere = open("/dev/null", O_RDWR);  // where libraries print their messages
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  int exit_code = 0;
  try {
    const auto result = work();
    write_all(out, result ? "R" + *result : "E" + result.error().detail);
  } catch (const std::bad_alloc&) {
    exit_code = kNoMemory;
  } catch (...) {
    exit_code = 1;
  }
  _exit(exit_code);  // without flushing the parent's buffers or running its exit handlers
}

/// A running child, and what it has sent so far. Only the parent has objects of this class.
class Child {
 public:
  /// Starts a child for the task `given` with number `index`.
  static Result<Child> start(std::size_t index, const LimitedWork& given) {
    std::array<int, 2> ends{};
    // Otherwise what is still in the parent's buffers might be written twice.
    std::fflush(nullptr);
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail(ErrorCode::Unavailable, "no pipe to a child process");
    const auto process = fork();
    if (process == 0) close(ends[0]);  // so that writing ends when the parent is gone
    if (process == 0) work_and_leave(ends[1], given.limits, given.work);
    close(ends[1]);
    if (process > 0) return Child(index, process, ends[0], given.limits);
    close(ends[0]);
    return fail(ErrorCode::Unavailable, "no child process");
  }

  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] int output() const { return output_; }
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }

  /// Reads what is available. False at the end of the output, or if it exceeds its limit.
  bool read_more() {
    std::array<char, 65'536> buffer{};
    const auto count = read(output_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) return false;
    bytes_.append(buffer.data(), static_cast<std::size_t>(count));
    return bytes_.size() <= limits_.output_bytes;
  }

  /// Ends the child and returns its result. Called at the end of the output, or when the time is up.
  Result<std::string> finish() {
    const bool is_late = Clock::now() >= deadline_;
    const bool is_too_much = bytes_.size() > limits_.output_bytes;
    if (is_late || is_too_much) kill(process_, SIGKILL);
    close(output_);
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    if (is_too_much) return fail(too_much("makes", limits_.output_bytes, "of text"));
    if (is_late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
      return fail(ErrorCode::BudgetExceeded, fmt::format("reading it takes more than {} s, the limit for its size; {}",
                                                         limits_.time.count(), kWhatToDo));
    }
    // An error of the work is a normal result as well. A child that was killed may have written half of one.
    const bool is_done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (is_done && bytes_.starts_with('R')) return bytes_.substr(1);
    if (is_done && bytes_.starts_with('E')) return fail(ErrorCode::InvalidArgument, bytes_.substr(1));
    if (WIFEXITED(status) && WEXITSTATUS(status) == kNoMemory) {
      return fail(too_much("needs", limits_.memory_bytes, "of memory"));
    }
    return fail(ErrorCode::Corrupt,
                fmt::format("its reader crashed, or needed more than {} MiB of memory, the limit for its size; "
                            "the file is damaged or hostile: {}",
                            limits_.memory_bytes >> 20, kWhatToDo));
  }

 private:
  static constexpr std::string_view kWhatToDo = "print it again as a plain PDF, or in parts";

  Child(std::size_t index, pid_t process, int output, const ChildLimits& limits)
      : index_(index),
        process_(process),
        output_(output),
        limits_(limits),
        deadline_(Clock::now() + 4 * limits.time + std::chrono::seconds(5)) {}  // children share the cores

  /// The error for output or memory beyond a limit.
  static Error too_much(std::string_view verb, std::size_t limit, std::string_view of) {
    return {ErrorCode::BudgetExceeded, fmt::format("reading it {} more than {} MiB {}, the limit for its size; {}",
                                                   verb, limit >> 20, of, kWhatToDo)};
  }

  std::size_t index_;
  pid_t process_;
  int output_;
  ChildLimits limits_;
  Clock::time_point deadline_;
  std::string bytes_;
};

/// Waits until a child has sent something, its time is up, or `longest` milliseconds have passed. Children that have
/// ended are removed from `children`, and their results stored.
void wait_for(std::vector<Child>& children, std::vector<ChildResult>& results, std::int64_t longest) {
  std::vector<pollfd> outputs;
  auto first_deadline = Clock::time_point::max();
  for (const auto& child : children) {
    outputs.push_back({child.output(), POLLIN, 0});
    first_deadline = std::min(first_deadline, child.deadline());
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(first_deadline - Clock::now()).count();
  if (poll(outputs.data(), outputs.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, longest))) < 0) return;
  std::vector<Child> still_at_work;
  for (std::size_t i = 0; i < children.size(); ++i) {
    // read_more() does not block here: poll() has said that there are bytes or that the pipe is closed.
    const bool has_ended = outputs[i].revents != 0 && !children[i].read_more();
    if (has_ended || Clock::now() >= children[i].deadline()) {
      results[children[i].index()] = children[i].finish();
    } else {
      still_at_work.push_back(std::move(children[i]));
    }
  }
  children = std::move(still_at_work);
}

}  // namespace

std::vector<ChildResult> in_limited_children(std::size_t count,
                                             const std::function<std::optional<LimitedWork>(std::size_t)>& next,
                                             const std::function<void()>& meanwhile) {
  constexpr std::int64_t kBetweenCalls = 20;  // milliseconds
  const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
  std::vector<ChildResult> results(count);
  std::vector<Child> children;
  for (std::size_t begun = 0; begun < count || !children.empty();) {
    for (; begun < count && children.size() < most; ++begun) {
      const auto given = next(begun);
      if (!given) continue;
      auto child = Child::start(begun, *given);
      if (!child) {
        results[begun] = fail(child.error());
        continue;
      }
      children.push_back(*std::move(child));
    }
    if (!children.empty()) wait_for(children, results, meanwhile ? kBetweenCalls : INT_MAX);
    if (meanwhile) meanwhile();
  }
  return results;
}

Result<std::string> in_limited_child(const ChildLimits& limits, const std::function<Result<std::string>()>& work,
                                     const std::function<void()>& meanwhile) {
  return *std::move(in_limited_children(
                        1,
                        [&](std::size_t) {
                          return LimitedWork{limits, work};
                        },
                        meanwhile)
                        .front());
}

}  // namespace treatygraph::ingest
