#pragma once
// A file that becomes visible whole, or not at all.

#include <filesystem>
#include <string>

#include "graph/result.h"

namespace treatygraph {

/// An empty file beside its destination, with a name of its own; removed when it goes out of scope without commit_to().
/// What a killed process left behind is removed by the next one that writes to the same destination.
class TemporaryFile {
 public:
  [[nodiscard]] static Result<TemporaryFile> beside(const std::filesystem::path& destination);
  TemporaryFile(TemporaryFile&& other) noexcept;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  ~TemporaryFile();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// fsync of the file, rename over `destination`, fsync of the folder: after a crash at any moment the destination is
  /// the old file or the new one.
  [[nodiscard]] Result<void> commit_to(const std::filesystem::path& destination);

 private:
  TemporaryFile(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}
  std::filesystem::path path_;
  int lock_;  ///< descriptor that holds a lock on the file, by which others see that its writer lives
};

}  // namespace treatygraph
