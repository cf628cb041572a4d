// How the bytes stay the same. With a read lease (fcntl(2), F_SETLEASE) the kernel stops a process that opens the file
// for writing, or truncates it, until the lease is given up. A thread looks every 100 ms whether a writer waits
// (F_GETLEASE then no longer tells F_RDLCK). If one does, the thread copies the bytes into an anonymous file (memfd)
// and maps that over the old mapping with MAP_FIXED, which replaces it atomically: readers keep their pointers. Then it
// closes the file, and the writer goes on.

#include "graph/image/held_map.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace treatygraph::image {
namespace {

constexpr auto kWatch = std::chrono::milliseconds(100);  // the longest that a writer waits; the kernel would wait 45 s

Error unavailable(std::string_view what) {
  return {ErrorCode::Unavailable, fmt::format("cannot be {}: {}", what, std::strerror(errno))};
}

bool take_lease(int file) {
  // The kernel tells of a writer by a signal, and the usual one ends the process; SIGURG is ignored.
  return fcntl(file, F_SETSIG, SIGURG) == 0 && fcntl(file, F_SETLEASE, F_RDLCK) == 0;
}

bool write_all(int from, std::size_t size, int to) {
  std::size_t done = 0;
  char buffer[1 << 16];
  while (done < size) {
    const auto count = pread(from, buffer, sizeof(buffer), static_cast<off_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0 || write(to, buffer, static_cast<std::size_t>(count)) != count) return false;
    done += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace

Result<std::shared_ptr<const HeldMap>> HeldMap::open(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a FIFO must not make us wait
  if (file < 0) {
    const bool is_missing = errno == ENOENT || errno == ENOTDIR;
    return fail(is_missing ? Error{ErrorCode::NotFound, "is missing"} : unavailable("opened"));
  }
  const bool is_held = take_lease(file);  // before its size is read, so that it cannot change after that
  struct stat status {};
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
    close(file);
    return fail(ErrorCode::Corrupt, "is empty or not a regular file");
  }
  const std::shared_ptr<HeldMap> held(new HeldMap(file, static_cast<std::size_t>(status.st_size)));
  if (auto mapped = held->map(); !mapped) return fail(mapped.error());
  if (is_held && held->start_watching()) return held;
  if (!held->copy_in_place()) return fail(unavailable("copied into memory"));
  return held;
}

HeldMap::~HeldMap() {
  if (watcher_.joinable()) {
    watcher_.request_stop();
    watcher_.join();
  }
  if (address_ != nullptr) munmap(address_, size_);
  if (file_ >= 0) close(file_);
}

Result<void> HeldMap::map() {
  auto* const address = mmap(nullptr, size_, PROT_READ, MAP_SHARED, file_, 0);
  if (address == MAP_FAILED) return fail(unavailable("mapped"));
  address_ = address;
  return {};
}

bool HeldMap::start_watching() try {
  watcher_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
  return true;
} catch (const std::system_error&) {  // the system has no thread left
  return false;
}

bool HeldMap::copy_in_place() {
  const int copy = memfd_create("treatygraph-image", MFD_CLOEXEC);
  if (copy < 0) return false;
  // Readers go on meanwhile: MAP_FIXED replaces the mapping atomically.
  const bool is_done =
      write_all(file_, size_, copy) && mmap(address_, size_, PROT_READ, MAP_SHARED | MAP_FIXED, copy, 0) != MAP_FAILED;
  close(copy);
  is_copy_ = is_done;
  return is_done;
}

void HeldMap::watch(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, stop, kWatch, [&stop] { return stop.stop_requested(); })) {
    if (fcntl(file_, F_GETLEASE) == F_RDLCK) continue;
    if (!copy_in_place()) continue;  // no memory now: the writer waits, and this tries again
    close(file_);                    // which gives up the lease
    file_ = -1;
    return;
  }
}

void HeldMap::forget_touched() const {
  if (!is_copy()) madvise(address_, size_, MADV_DONTNEED);
}

}  // namespace treatygraph::image
