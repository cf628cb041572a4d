#pragma once
// Makes sure that a folder has one writer at a time.

#include <filesystem>
#include <utility>

#include "graph/result.h"

namespace treatygraph::publication {

/// A lock on FOLDER/.lock (flock). The system releases it when the process ends, even if it is killed; the file stays.
class FolderLock {
 public:
  /// Takes the lock without waiting. Unavailable if another process has it, or if the folder cannot be written to.
  [[nodiscard]] static Result<FolderLock> of(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_;
};

}  // namespace treatygraph::publication
