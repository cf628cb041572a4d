// Writes go to the end, through a buffer; reads go anywhere, by pread(). The file has no name, so nothing has to be
// cleaned up, whatever ends the process.

#include "graph/spill_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace treatygraph {
namespace {

constexpr std::size_t kBuffer = 256UL * 1024;  // small appends are collected up to this
constexpr std::size_t kDirect = 32UL * 1024;   // larger appends are written without a copy
constexpr std::size_t kWindow = 64UL * 1024;   // what a SpillReader reads at once

/// O_TMPFILE gives a file without a name. Some file systems do not have that; there the name is removed at once.
int unnamed_file_in(const std::filesystem::path& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT)) return file;
  auto name = (folder / ".treatygraph-spill-XXXXXX").string();  // for a file system without O_TMPFILE
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

SpillFile::SpillFile(const std::filesystem::path& folder)
    : folder_(folder.empty() ? "." : folder), file_(unnamed_file_in(folder_)) {
  if (file_ < 0) throw_error("make");
}

SpillFile::SpillFile(SpillFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      file_(std::exchange(other.file_, -1)),
      written_(other.written_),
      buffer_(std::move(other.buffer_)) {}

SpillFile::~SpillFile() {
  if (file_ >= 0) ::close(file_);
}

void SpillFile::throw_error(const char* what) const {
  throw std::system_error(errno, std::generic_category(),
                          fmt::format("cannot {} a temporary file in {}", what, folder_.string()));
}

std::uint64_t SpillFile::append(std::string_view bytes) {
  const auto offset = size();
  if (bytes.size() >= kDirect) {
    flush();
    write(bytes);
    return offset;
  }
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
  return offset;
}

void SpillFile::flush() {
  write(buffer_);
  buffer_.clear();
}

/// pwrite() may write fewer bytes than it is given, for example when the disk becomes full; the next call then fails.
void SpillFile::write(std::string_view rest) {
  while (!rest.empty()) {
    const auto written = ::pwrite(file_, rest.data(), rest.size(), static_cast<off_t>(written_));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw_error("write");
    written_ += static_cast<std::uint64_t>(written);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

void SpillFile::read(std::uint64_t offset, std::size_t size, char* bytes) const {
  for (std::size_t done = 0; done < size;) {
    const auto got = ::pread(file_, bytes + done, size - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got == 0) errno = EIO;  // past the end: a mistake, or a failing disk
    if (got <= 0) throw_error("read");
    done += static_cast<std::size_t>(got);
  }
}

/// Reads ahead from `offset`, so reads that go forward are mostly answered from the window.
std::string_view SpillReader::at(std::uint64_t offset, std::size_t size) {
  const bool is_in_window = offset >= begin_ && offset + size <= begin_ + window_.size();
  if (!is_in_window) {
    const auto there = static_cast<std::size_t>(std::min<std::uint64_t>(kWindow, file_.size() - offset));
    window_.resize(std::max(size, there));
    begin_ = offset;
    file_.read(offset, window_.size(), window_.data());
  }
  return std::string_view(window_).substr(offset - begin_, size);
}

}  // namespace treatygraph
