#pragma once
// Keeps a folder to one writer.

#include <filesystem>
#include <utility>

#include "graph/result.h"

namespace treatygraph::publication {

/// A lock on FOLDER/.lock; the system releases it when the process ends, however it ends.
class FolderLock {
 public:
  /// Unavailable if another process holds it, or if the folder cannot be written to.
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
