#include "ingest/limited_child.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace treatygraph::ingest {
namespace {

using Clock = std::chrono::steady_clock;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitsMemory = false;  // a sanitizer reserves more addresses than any limit leaves
#else
constexpr bool kLimitsMemory = true;
#endif

/// `more`: how far beyond the first warning the last one lies.
void limit(__rlimit_resource resource, std::size_t amount, std::size_t more = 0) {
  const rlimit both{amount, amount + more};
  setrlimit(resource, &both);
}

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// 'R' and the result, or 'E' and an error: nothing where the child ends before.
[[noreturn]] void work_and_leave(int out, const ChildLimits& limits, const std::function<Result<std::string>()>& work) {
  if (kLimitsMemory) limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, static_cast<std::size_t>(limits.time.count()), 5);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  const int nowhere = open("/dev/null", O_RDWR);  // libraries that print their complaints print them there
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  int exit_code = 0;
  try {
    const auto result = work();
    write_all(out, result ? "R" + *result : "E" + result.error().detail);
  } catch (const std::bad_alloc&) {
    exit_code = 2;
  } catch (...) {
    exit_code = 1;
  }
  _exit(exit_code);  // without what belongs to the parent: its buffers, its handlers
}

/// Until the child closes its end, or time or room is up.
bool read_all(int in, const ChildLimits& limits, std::string& bytes) {
  const auto deadline = Clock::now() + limits.time + std::chrono::seconds(5);
  std::array<char, 65'536> buffer{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd ready{in, POLLIN, 0};
    if (left <= 0 || bytes.size() > limits.output_bytes) return false;
    if (poll(&ready, 1, static_cast<int>(left)) < 0 && errno != EINTR) return false;
    if (ready.revents == 0) continue;
    const auto count = read(in, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return true;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

Result<std::string> in_limited_child(const ChildLimits& limits, const std::function<Result<std::string>()>& work) {
  std::array<int, 2> ends{};
  std::fflush(nullptr);
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail(ErrorCode::Unavailable, "no pipe to a child process");
  const auto child = fork();
  if (child < 0) return fail(ErrorCode::Unavailable, "no child process");
  if (child == 0) work_and_leave(ends[1], limits, work);
  close(ends[1]);
  std::string bytes;
  const bool whole = read_all(ends[0], limits, bytes);
  close(ends[0]);
  if (!whole) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!whole) {
    return fail(ErrorCode::BudgetExceeded, fmt::format("it took more than {} s, or holds more than {} MiB of text",
                                                       limits.time.count(), limits.output_bytes >> 20));
  }
  if (bytes.starts_with('R')) return bytes.substr(1);
  if (bytes.starts_with('E')) return fail(ErrorCode::InvalidArgument, bytes.substr(1));
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return fail(ErrorCode::BudgetExceeded, fmt::format("it took more than {} s", limits.time.count()));
  }
  return fail(ErrorCode::Corrupt,
              fmt::format("the reader crashed or needed more than {} MiB; the file is damaged or hostile",
                          limits.memory_bytes >> 20));
}

}  // namespace treatygraph::ingest
