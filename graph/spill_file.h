#pragma once
// A temporary file without a name, for data that does not fit into memory. The system removes it with its owner, even
// after a crash.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace treatygraph {

/// Grows at its end; bytes that were written can be read at any time. Failures are thrown as std::system_error, which
/// names the folder: a full disk can appear anywhere in the work of the caller, which turns it into one Result.
class SpillFile {
 public:
  explicit SpillFile(const std::filesystem::path& folder);
  SpillFile(SpillFile&& other) noexcept;
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  SpillFile& operator=(SpillFile&&) = delete;
  ~SpillFile();

  /// Appends the bytes and returns their offset. They can be read after flush(). 32 KiB or more are written at once,
  /// and can be read without it.
  std::uint64_t append(std::string_view bytes);
  [[nodiscard]] std::uint64_t size() const { return written_ + buffer_.size(); }
  /// Writes the bytes that append() has buffered. Call it before reading.
  void flush();
  /// Reads exactly `size` bytes into `bytes`. Any thread may call it after flush().
  void read(std::uint64_t offset, std::size_t size, char* bytes) const;

 private:
  void write(std::string_view rest);
  [[noreturn]] void throw_error(const char* what) const;

  std::filesystem::path folder_;
  int file_;
  std::uint64_t written_ = 0;
  std::string buffer_;
};

/// Reads a SpillFile through a window of 64 KiB, for reads that go forward and lie near one another. Used by one
/// thread.
class SpillReader {
 public:
  explicit SpillReader(const SpillFile& file) : file_(file) {}
  /// The bytes at `offset`, valid until the next call.
  [[nodiscard]] std::string_view at(std::uint64_t offset, std::size_t size);

 private:
  const SpillFile& file_;
  std::uint64_t begin_ = 0;
  std::string window_;
};

}  // namespace treatygraph
