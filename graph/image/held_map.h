#pragma once
// A mapped file whose bytes do not change while it is mapped.

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

/// A mapping alone does not guarantee this: a writer to the file changes what is read, and a writer that truncates it
/// kills the reader with SIGBUS. So a lease (fcntl F_SETLEASE) is taken on the file: the kernel makes a writer wait
/// until the bytes are copied into memory, at the same addresses. If the file system or the file's owner does not
/// permit a lease, the bytes are copied when the file is opened. A rename or a removal changes nothing in either case.
/// The copy is not charged to a MemoryAccount.
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
  /// Removes the pages read so far from the process's resident memory. They are read again from the page cache when
  /// they are touched.
  void forget_touched() const;

 private:
  HeldMap(int file, std::size_t size) : file_(file), size_(size) {}
  /// Maps the file, read-only and shared.
  [[nodiscard]] Result<void> map();
  /// Starts the thread that looks for a waiting writer. False if the system has no thread left.
  [[nodiscard]] bool start_watching();
  /// Replaces the mapping by a copy in memory at the same addresses. False if there is no memory.
  [[nodiscard]] bool copy_in_place();
  /// The thread: copies and gives the lease back when a writer waits.
  void watch(const std::stop_token& stop);

  int file_;
  std::size_t size_;
  void* address_ = nullptr;
  std::atomic<bool> is_copy_ = false;
  std::mutex mutex_;
  std::condition_variable_any stopped_;  ///< wakes watch() when it is to end
  std::jthread watcher_;
};

}  // namespace treatygraph::image
