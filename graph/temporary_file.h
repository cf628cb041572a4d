#pragma once
// Atomic file replacement: write a temporary file beside the destination, fsync it, rename it over the destination.

#include <filesystem>
#include <string>

#include "graph/result.h"

namespace treatygraph {

/// The path to replace for `path`: the target of a symbolic link, or `path` itself. The error names what is there if it
/// is not a regular file: a directory, a device, a pipe, a cycle of links.
[[nodiscard]] Result<std::filesystem::path> replaceable(const std::filesystem::path& path);

/// An empty, uniquely named file beside its destination; removed on destruction without commit(). If a process is
/// killed, its file stays until the next writer to the same destination removes it.
class TemporaryFile {
 public:
  /// Creates the file. `path` is the destination, as for replaceable(). Also removes abandoned files of other
  /// processes.
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
  int lock_;  ///< descriptor with a lock on the file, by which other processes see that its writer is alive
};

/// fsync of a file that was written otherwise, so that its bytes survive a crash.
[[nodiscard]] Result<void> sync_file(const std::filesystem::path& path);
/// The same for the names in a folder.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& path);

}  // namespace treatygraph
