#pragma once
// A file that is mapped, and whose bytes stay as they are while they are mapped.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <thread>

#include "graph/result.h"

namespace treatygraph::image {

/// A mapping alone is no promise: whoever writes over the file changes what is read, and whoever cuts it kills the
/// reader by SIGBUS. So a lease (fcntl F_SETLEASE) is taken on the file: the kernel lets a writer wait until the bytes
/// were copied into memory, at the same addresses. Where the file system or its owner allows no lease, they are copied
/// at once. A rename or a removal changes nothing either way.
class HeldMap {
 public:
  /// The error is NotFound, Corrupt (no regular file) or Unavailable, and does not name the file.
  [[nodiscard]] static Result<std::shared_ptr<const HeldMap>> open(const std::filesystem::path& path);
  HeldMap(const HeldMap&) = delete;
  HeldMap& operator=(const HeldMap&) = delete;
  HeldMap(HeldMap&&) = delete;
  HeldMap& operator=(HeldMap&&) = delete;
  ~HeldMap();

  [[nodiscard]] std::span<const char> bytes() const { return {static_cast<const char*>(address_), size_}; }
  /// Whether the bytes were copied into memory.
  [[nodiscard]] bool is_copy() const { return is_copy_.load(); }
  /// Takes what was read so far out of the process's memory; it is read again from the page cache when it is touched.
  void forget_touched() const;

 private:
  HeldMap(int file, std::size_t size) : file_(file), size_(size) {}
  [[nodiscard]] Result<void> map();
  [[nodiscard]] bool start_watching();
  [[nodiscard]] bool copy_in_place();
  void watch(const std::stop_token& stop);

  int file_;
  std::size_t size_;
  void* address_ = nullptr;
  std::atomic<bool> is_copy_ = false;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread watcher_;
};

}  // namespace treatygraph::image
