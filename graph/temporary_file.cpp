// A file is replaced in four steps: write beside it, fsync the file, rename it, fsync the folder. Without the first
// fsync, a crash could leave the new name with an incomplete file; without the second, the rename could be lost.
//
// A temporary file is locked (flock) by its writer as long as the writer lives. A later writer to the same destination
// removes the files that nobody has locked.

#include "graph/temporary_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace treatygraph {
namespace {

Error system_error(std::string_view what, const std::filesystem::path& path) {
  return {ErrorCode::Unavailable, fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(errno))};
}

std::filesystem::path parent_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

std::string_view kind_of(std::filesystem::file_type type) {
  using Type = std::filesystem::file_type;
  switch (type) {
    case Type::directory:
      return "a folder";
    case Type::fifo:
      return "a pipe";
    case Type::socket:
      return "a socket";
    default:
      return "a device";
  }
}

/// The beginning of the names of temporary files for this destination.
std::string prefix_of(const std::filesystem::path& destination) {
  return fmt::format(".{}.building-", destination.filename().string());
}

/// Removes a leftover, unless the process that made it still has its lock. SQLite may have left a journal beside it.
void remove_if_abandoned(const std::filesystem::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (file < 0) return;
  if (flock(file, LOCK_EX | LOCK_NB) == 0) {
    unlink(path.c_str());
    unlink((path.string() + "-journal").c_str());
  }
  close(file);
}

void remove_leftovers(const std::filesystem::path& destination) {
  std::error_code error;
  const auto prefix = prefix_of(destination);
  for (const auto& entry : std::filesystem::directory_iterator(parent_of(destination), error)) {
    if (entry.path().filename().string().starts_with(prefix)) remove_if_abandoned(entry.path());
  }
}

/// fsync of a file or a folder. Errors name the destination, which the person knows.
Result<void> sync(const std::filesystem::path& path, int flags, const std::filesystem::path& destination) {
  const int file = open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return fail(system_error("open", path));
  const bool is_synced = fsync(file) == 0;
  const auto error = system_error("write", destination);
  close(file);
  if (!is_synced) return fail(error);
  return {};
}

}  // namespace

/// Links are followed by hand, one at a time, since the last one may lead to a file that does not exist yet.
Result<std::filesystem::path> replaceable(const std::filesystem::path& path) {
  constexpr int kMostLinks = 40;  // as Linux allows in a path
  auto at = path;
  std::error_code error;
  for (int links = 0; links < kMostLinks; ++links) {
    const auto status = std::filesystem::status(at, error);
    if (exists(status) && !is_regular_file(status)) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: is {}, which is not replaced; name a regular file or a new one", path.string(),
                              kind_of(status.type())));
    }
    if (!is_symlink(std::filesystem::symlink_status(at, error))) return at;
    const auto target = std::filesystem::read_symlink(at, error);
    if (error) return fail(ErrorCode::Unavailable, fmt::format("{}: {}", path.string(), error.message()));
    at = parent_of(at) / target;
  }
  return fail(ErrorCode::InvalidArgument, fmt::format("{}: symbolic links that lead in a circle", path.string()));
}

Result<TemporaryFile> TemporaryFile::beside(const std::filesystem::path& path) {
  auto destination = replaceable(path);
  if (!destination) return fail(destination.error());
  remove_leftovers(*destination);
  auto name = (parent_of(*destination) / (prefix_of(*destination) + "XXXXXX")).string();
  const int file = mkostemp(name.data(), O_CLOEXEC);
  if (file < 0) return fail(system_error("write beside", *destination));
  // 0644, because mkostemp makes files that only their owner can read.
  if (flock(file, LOCK_SH | LOCK_NB) != 0 || fchmod(file, 0644) != 0) {
    const auto error = system_error("lock", name);
    close(file);
    unlink(name.c_str());
    return fail(error);
  }
  return TemporaryFile(name, *std::move(destination), file);
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : path_(std::exchange(other.path_, {})),
      destination_(std::move(other.destination_)),
      lock_(std::exchange(other.lock_, -1)) {}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) unlink(path_.c_str());
  if (lock_ >= 0) close(lock_);
}

/// The temporary name is gone after the rename, so the destructor has nothing to remove.
Result<void> TemporaryFile::commit() {
  if (auto done = sync(path_, O_RDWR, destination_); !done) return done;
  if (rename(path_.c_str(), destination_.c_str()) != 0) return fail(system_error("replace", destination_));
  path_.clear();
  return sync(parent_of(destination_), O_RDONLY | O_DIRECTORY, destination_);
}

Result<void> sync_file(const std::filesystem::path& path) {
  return sync(path, O_RDWR, path);
}

Result<void> sync_folder(const std::filesystem::path& path) {
  return sync(path, O_RDONLY | O_DIRECTORY, path);
}

}  // namespace treatygraph
