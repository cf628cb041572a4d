#include "publication/copy.h"

#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

namespace treatygraph::publication {
namespace {

constexpr std::size_t kPiece = std::size_t{8} << 20U;  // bytes between two looks at the stop token

/// The error of the system call that just failed, from errno.
tl::unexpected<Error> failed(std::string_view what, const std::filesystem::path& path) {
  const auto code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unavailable;
  return fail(code, fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(errno)));
}

/// Closes a file descriptor at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

/// In pieces, so that a stop is noticed within one of them.
Result<std::uint64_t> copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to,
                                 const std::stop_token& stop) {
  // O_NONBLOCK, so that opening a FIFO returns at once; it is then refused as not a regular file.
  const Descriptor source(open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat found {};
  if (source.number() < 0 || fstat(source.number(), &found) != 0) return failed("read", from);
  if (!S_ISREG(found.st_mode)) return fail(ErrorCode::Corrupt, from.string() + ": is not a regular file");
  const Descriptor target(open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (target.number() < 0) return failed("write", to);
  std::uint64_t copied = 0;
  for (;;) {
    if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "stopped while " + from.string() + " was copied");
    // At the end of the file it returns 0. It may copy less than it was asked to.
    const auto count = sendfile(target.number(), source.number(), nullptr, kPiece);
    if (count < 0) return failed("copy to " + to.string(), from);
    if (count == 0) break;
    copied += static_cast<std::uint64_t>(count);
  }
  if (fsync(target.number()) != 0) return failed("write", to);
  return copied;
}

}  // namespace treatygraph::publication
