#include "publication/folder_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace treatygraph::publication {

Result<FolderLock> FolderLock::of(const std::filesystem::path& folder) {
  const auto path = folder / ".lock";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return fail(ErrorCode::Unavailable, fmt::format("{}: {}", path.string(), std::strerror(errno)));
  // flock and not the mere existence of a file: a killed process leaves the file, but no lock.
  if (flock(file, LOCK_EX | LOCK_NB) == 0) return FolderLock(file);
  close(file);
  return fail(ErrorCode::Unavailable, folder.string() + ": another process is writing here");
}

FolderLock::~FolderLock() {
  if (file_ >= 0) close(file_);
}

}  // namespace treatygraph::publication
