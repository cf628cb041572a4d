#pragma once
// A temporary file without a name, for what does not fit into memory. It is gone with its owner, also after a crash.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace treatygraph {

/// Grows at its end; what was written can be read at any time. Failures are thrown as std::system_error, which names
/// the folder: a full disk shows anywhere in the work of its user, who makes one error of it.
class SpillFile {
 public:
  explicit SpillFile(const std::filesystem::path& folder);
  SpillFile(SpillFile&& other) noexcept;
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  SpillFile& operator=(SpillFile&&) = delete;
  ~SpillFile();

  /// Returns where the bytes begin. 32 KiB and more can be read at once, without flush().
  std::uint64_t append(std::string_view bytes);
  [[nodiscard]] std::uint64_t size() const { return written_ + buffer_.size(); }
  /// Writes what append() has buffered; before reading.
  void flush();
  /// Reads exactly `size` bytes into `bytes`. By any thread, after flush().
  void read(std::uint64_t offset, std::size_t size, char* bytes) const;

 private:
  void write(std::string_view rest);
  [[noreturn]] void throw_error(const char* what) const;

  std::filesystem::path folder_;
  int file_;
  std::uint64_t written_ = 0;
  std::string buffer_;
};

/// Reads a SpillFile through a window, for runs that lie near one another.
class SpillReader {
 public:
  explicit SpillReader(const SpillFile& file) : file_(file) {}
  /// Valid until the next call.
  [[nodiscard]] std::string_view at(std::uint64_t offset, std::size_t size);

 private:
  const SpillFile& file_;
  std::uint64_t begin_ = 0;
  std::string window_;
};

}  // namespace treatygraph
