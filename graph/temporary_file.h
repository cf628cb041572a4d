#pragma once
// Atomic file replacement.

#include <filesystem>
#include <string>

#include "graph/result.h"

namespace treatygraph {

/// The path to replace for `path`: the target of a symbolic link, or `path` itself. The error names what is there if it
/// is not a regular file: a directory, a device, a pipe, a cycle of links.
[[nodiscard]] Result<std::filesystem::path> replaceable(const std::filesystem::path& path);

/// An empty, uniquely named file beside its destination; removed on destruction without commit(). Leftovers of a killed
/// process are removed by the next writer to the same destination.
class TemporaryFile {
 public:
  /// `path` as for replaceable().
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
