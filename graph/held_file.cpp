// The file is read once from front to back, and a 64-bit digest of each 4096 bytes is kept: 2 MB for each GB. Every
// later read takes whole blocks and compares their digests. The open descriptor keeps the file after a rename or a
// removal.

#include "graph/held_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "graph/image/checksum.h"
#include "graph/stopped.h"

namespace treatygraph {
namespace {

constexpr std::uint64_t kBlock = 4096;  // a page of treaties.db, so SQLite reads whole blocks

std::uint64_t digest_of(std::span<const char> block) {
  return image::checksum({block.data(), block.size()});
}

/// False if the file ends before, or cannot be read.
/// pread() does not move a shared position, so threads may read at once. It may return fewer bytes than asked for.
bool read_exactly(int file, std::uint64_t offset, std::span<char> to) {
  while (!to.empty()) {
    const auto count = pread(file, to.data(), to.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    to = to.subspan(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
  return true;
}

/// From errno.
Error cannot_open(const std::filesystem::path& path) {
  if (errno == ENOENT || errno == ENOTDIR) {
    return {ErrorCode::NotFound,
            fmt::format("{}: there is no such file; treatygraph-ingest build makes one", path.string())};
  }
  return {ErrorCode::Unavailable, fmt::format("{}: cannot be opened: {}", path.string(), std::strerror(errno))};
}

}  // namespace

Result<std::shared_ptr<const HeldFile>> HeldFile::open(const std::filesystem::path& path, const CheckHead& check_head,
                                                       const std::stop_token& stop) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a FIFO must not make us wait
  if (file < 0) return fail(cannot_open(path));
  const std::shared_ptr<HeldFile> held(new HeldFile(path, file));
  if (auto done = held->read_first_time(check_head, stop); !done) return fail(done.error());
  return held;
}

Result<std::shared_ptr<const HeldFile>> HeldFile::open_known(const std::filesystem::path& path,
                                                             const CheckHead& check_head,
                                                             std::span<const std::uint64_t> digests,
                                                             std::uint64_t size) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return fail(cannot_open(path));
  const std::shared_ptr<HeldFile> held(new HeldFile(path, file));
  if (auto read = held->read_head(check_head); !read) return fail(read.error());
  const auto count = (size + kBlock - 1) / kBlock;
  held->digests_.assign(digests.begin(), digests.end());
  std::array<char, kBlock> first{};
  if (held->size_ != size || digests.size() != count || count == 0 ||
      !held->read_block(0, std::span(first).first(held->block_size(0)))) {
    return fail(ErrorCode::Corrupt, fmt::format("{}: is another file than the one that was known", path.string()));
  }
  return held;
}

/// One pass over the file with a buffer of one block.
Result<void> HeldFile::verify(const std::stop_token& stop) const {
  std::array<char, kBlock> buffer{};
  for (std::uint64_t block = 0; block < digests_.size(); ++block) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (!read_block(block, std::span(buffer).first(block_size(block)))) {
      return fail(ErrorCode::Corrupt, fmt::format("{}: is damaged, or was changed", path_.string()));
    }
  }
  return {};
}

HeldFile::~HeldFile() {
  close(file_);
}

Result<void> HeldFile::read_head(const CheckHead& check_head) {
  struct stat status {};
  if (fstat(file_, &status) != 0) return fail(cannot_open(path_));
  if (!S_ISREG(status.st_mode)) {
    return fail(ErrorCode::Corrupt, fmt::format("{}: is not a regular file", path_.string()));
  }
  size_ = static_cast<std::uint64_t>(status.st_size);
  std::array<char, kBlock> buffer{};
  const auto head = std::span(buffer).first(block_size(0));
  const bool has_head = read_exactly(file_, 0, head);
  if (auto checked = has_head ? check_head(head, size_) : Result<void>(); !checked) {
    return fail(checked.error().code, fmt::format("{}: {}", path_.string(), checked.error().detail));
  }
  return {};
}

Result<void> HeldFile::read_first_time(const CheckHead& check_head, const std::stop_token& stop) {
  if (auto read = read_head(check_head); !read) return read;
  std::array<char, kBlock> buffer{};
  const auto count = (size_ + kBlock - 1) / kBlock;
  digests_.reserve(count);
  for (std::uint64_t block = 0; block < count; ++block) {
    if (stop.stop_requested()) return fail_as_stopped();
    const auto bytes = std::span(buffer).first(block_size(block));
    if (!read_exactly(file_, block * kBlock, bytes)) {
      return fail(ErrorCode::Unavailable,
                  fmt::format("{}: cannot be read whole: the disk failed, or it was cut meanwhile", path_.string()));
    }
    digests_.push_back(digest_of(bytes));
  }
  return {};
}

/// The last block may be shorter.
std::uint64_t HeldFile::block_size(std::uint64_t block) const {
  return std::min(kBlock, size_ - block * kBlock);
}

/// Reads one block and compares its digest. A failed read counts as a change: the file cannot be used further in either
/// case.
bool HeldFile::read_block(std::uint64_t block, std::span<char> to) const {
  if (read_exactly(file_, block * kBlock, to) && digest_of(to) == digests_[block]) return true;
  is_changed_.store(true, std::memory_order_relaxed);
  return false;
}

bool HeldFile::read(std::uint64_t offset, std::span<char> to) const {
  std::array<char, kBlock> buffer{};
  while (!to.empty()) {
    const auto block = offset / kBlock;
    const auto skipped = offset % kBlock;
    const auto size = block_size(block);
    const auto wanted = std::min<std::uint64_t>(to.size(), size - skipped);
    // A whole block is read into its place; a part of one by way of the buffer.
    if (wanted == size) {
      if (!read_block(block, to.first(size))) return false;
    } else {
      if (!read_block(block, std::span(buffer).first(size))) return false;
      std::copy_n(buffer.data() + skipped, wanted, to.data());
    }
    to = to.subspan(wanted);
    offset += wanted;
  }
  return true;
}

}  // namespace treatygraph
