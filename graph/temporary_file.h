#pragma once
// A file that becomes visible whole, or not at all.

#include <filesystem>
#include <string>

#include "graph/result.h"

namespace treatygraph {

/// Where a file can be put whole that is to be found as `path`: the file that a symbolic link leads to, or else `path`.
/// The error names what is there and is no regular file: a directory, a device, a pipe, links in a circle.
[[nodiscard]] Result<std::filesystem::path> replaceable(const std::filesystem::path& path);

/// An empty file beside its destination, with a name of its own; removed when it goes out of scope without commit().
/// What a killed process left behind is removed by the next one that writes to the same destination.
class TemporaryFile {
 public:
  /// `path` as replaceable() takes it.
  [[nodiscard]] static Result<TemporaryFile> beside(const std::filesystem::path& path);
  TemporaryFile(TemporaryFile&& other) noexcept;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  ~TemporaryFile();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// fsync of the file, rename over the destination, fsync of the folder: after a crash at any moment the destination
  /// is the old file or the new one.
  [[nodiscard]] Result<void> commit();

 private:
  TemporaryFile(std::filesystem::path path, std::filesystem::path destination, int lock)
      : path_(std::move(path)), destination_(std::move(destination)), lock_(lock) {}
  std::filesystem::path path_;
  std::filesystem::path destination_;
  int lock_;  ///< descriptor that holds a lock on the file, by which others see that its writer lives
};

}  // namespace treatygraph
