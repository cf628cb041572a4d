#pragma once
// A file that always returns the bytes of its first reading, or an error. A server answers from its file for weeks, and
// `cp new.db treaties.db` must not mix two snapshots in one answer.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "graph/result.h"

namespace treatygraph {

/// Opened once and read completely once, keeping a digest of each block. Later reads use the same file descriptor,
/// whatever the name refers to by then, and fail if a block's digest differs: overwriting a file that is being served
/// cannot change an answer. Thread-safe.
class HeldFile {
 public:
  /// A check of the first bytes and the size, done before the file is read completely. The error does not name the
  /// file.
  using CheckHead = std::function<Result<void>(std::span<const char> head, std::uint64_t size)>;
  /// The error is that of `check_head`, or NotFound, Corrupt (no regular file), Unavailable (it cannot be read) or
  /// Cancelled, and names the file.
  [[nodiscard]] static Result<std::shared_ptr<const HeldFile>> open(const std::filesystem::path& path,
                                                                    const CheckHead& check_head,
                                                                    const std::stop_token& stop = {});
  /// The same with digests that are known from before, so that the file is not read completely. It must have `size`
  /// bytes, and its first block must have its digest. Other blocks are compared when they are read.
  [[nodiscard]] static Result<std::shared_ptr<const HeldFile>> open_known(const std::filesystem::path& path,
                                                                          const CheckHead& check_head,
                                                                          std::span<const std::uint64_t> digests,
                                                                          std::uint64_t size);
  HeldFile(const HeldFile&) = delete;
  HeldFile& operator=(const HeldFile&) = delete;
  HeldFile(HeldFile&&) = delete;
  HeldFile& operator=(HeldFile&&) = delete;
  ~HeldFile();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// One digest for each block of 4096 bytes. The image stores them, so the function that makes them must not change.
  [[nodiscard]] std::span<const std::uint64_t> digests() const { return digests_; }
  /// Reads all blocks. The error is Corrupt if one has changed, or Cancelled.
  [[nodiscard]] Result<void> verify(const std::stop_token& stop) const;
  /// Fills `to` with the bytes at `offset`; the range must end at or before size(). False if the file has different
  /// bytes now or cannot be read. Reads and compares whole blocks.
  [[nodiscard]] bool read(std::uint64_t offset, std::span<char> to) const;
  /// Whether a read has found different bytes.
  [[nodiscard]] bool is_changed() const { return is_changed_.load(std::memory_order_relaxed); }

 private:
  HeldFile(std::filesystem::path path, int file) : path_(std::move(path)), file_(file) {}
  [[nodiscard]] Result<void> read_first_time(const CheckHead& check_head, const std::stop_token& stop);
  /// Sets size_ and calls `check_head` with the first block.
  [[nodiscard]] Result<void> read_head(const CheckHead& check_head);
  [[nodiscard]] std::uint64_t block_size(std::uint64_t block) const;
  [[nodiscard]] bool read_block(std::uint64_t block, std::span<char> to) const;

  std::filesystem::path path_;
  int file_;
  std::uint64_t size_ = 0;
  std::vector<std::uint64_t> digests_;  ///< by block
  mutable std::atomic<bool> is_changed_ = false;
};

}  // namespace treatygraph
