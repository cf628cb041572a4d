#pragma once
// A graph's image: arrays in one run of bytes, read in place. The bytes may be mapped from a file. Image reads one,
// ImageWriter makes one. layout.h says which arrays there are.

#include <cstdint>
#include <iosfwd>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/image/checksum.h"
#include "graph/image/layout.h"
#include "graph/result.h"
#include "graph/spill_file.h"

namespace treatygraph::image {

class HeldMap;

/// Several runs of values in one array, such as the texts of names or the labels of each set, and where each begins.
template <typename T>
class Runs {
 public:
  Runs() = default;
  Runs(std::span<const std::uint32_t> offsets, std::span<const T> all) : offsets_(offsets), all_(all) {}
  [[nodiscard]] std::size_t size() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
  [[nodiscard]] std::span<const T> operator[](std::size_t i) const {
    return all_.subspan(offsets_[i], offsets_[i + 1] - offsets_[i]);
  }
  [[nodiscard]] std::string_view text(std::size_t i) const requires std::is_same_v<T, char> {
    return {all_.data() + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }

 private:
  std::span<const std::uint32_t> offsets_;
  std::span<const T> all_;
};

/// Immutable and thread-safe.
class Image {
 public:
  /// `owner` keeps `bytes` alive. Verifies the checksums of all sections, so the cost is linear in the size. The error,
  /// Corrupt, says what is wrong: another format, version or byte order, or a wrong checksum. Cancelled soon after
  /// `stop` is requested.
  [[nodiscard]] static Result<std::shared_ptr<const Image>> over(std::shared_ptr<const void> owner,
                                                                 std::span<const char> bytes,
                                                                 const std::stop_token& stop = {});

  /// The same over a mapped file.
  [[nodiscard]] static Result<std::shared_ptr<const Image>> over(std::shared_ptr<const HeldMap> map,
                                                                 const std::stop_token& stop);

  /// Removes the pages read so far from the process's resident memory, if the image is mapped. They are read again from
  /// the page cache when they are touched.
  void forget_touched() const;

  [[nodiscard]] const Header& header() const { return header_; }
  [[nodiscard]] std::string snapshot() const { return {header_.snapshot.data(), header_.snapshot.size()}; }
  [[nodiscard]] std::span<const char> bytes() const { return bytes_; }
  /// The values of a section, in place; empty if the image has no such section. T must be the type that layout.h gives.
  template <typename T>
  [[nodiscard]] std::span<const T> array(Section section, std::size_t number = 0) const {
    const auto part = bytes_of(section, number);
    return {reinterpret_cast<const T*>(part.data()), part.size() / sizeof(T)};
  }
  /// The runs of a section that has offsets, such as Keys.
  template <typename T>
  [[nodiscard]] Runs<T> runs(Section section) const {
    const auto offsets = static_cast<std::uint32_t>(section) + static_cast<std::uint32_t>(Section::Offsets);
    return {array<std::uint32_t>(Section{offsets}), array<T>(section)};
  }

 private:
  Image(std::shared_ptr<const void> owner, std::span<const char> bytes) : owner_(std::move(owner)), bytes_(bytes) {}
  [[nodiscard]] Result<void> read_sections(const std::stop_token& stop);
  [[nodiscard]] std::span<const char> bytes_of(Section section, std::size_t number) const;

  std::shared_ptr<const void> owner_;
  const HeldMap* map_ = nullptr;  ///< the owner, if it is a mapped file
  std::span<const char> bytes_;
  Header header_{};
  std::span<const Entry> entries_;
};

/// The most entries that 32-bit offsets can address.
inline constexpr std::uint64_t kMostInSection = 0xffff'ffff;

/// Collects sections, in any order, and lays them out in the order of their numbers. Used by one thread.
class ImageWriter {
 public:
  /// `most` is the largest number of entries that offsets can address; smaller in tests. With `spill`, which must
  /// outlive it, the sections are kept there and not in memory.
  explicit ImageWriter(std::uint64_t most = kMostInSection, SpillFile* spill = nullptr) : most_(most), spill_(spill) {}
  [[nodiscard]] std::uint64_t most() const { return most_; }

  /// A section that grows at its end.
  template <typename T>
  class Array;
  /// An empty section. It may grow until finish(), and several may grow side by side. Replaces a section of that name.
  template <typename T>
  [[nodiscard]] Array<T> begin(Section section, std::size_t number = 0);

  /// A section with these values.
  template <typename T>
  void add(Section section, std::size_t number, std::span<const T> values);
  template <typename T>
  void add(Section section, std::size_t number, const std::vector<T>& values) {
    add(section, number, std::span<const T>(values));
  }
  /// Runs of values, and where each begins. The caller must call refuse() if there are more values than most().
  template <typename T>
  class RunsArray;
  template <typename T>
  [[nodiscard]] RunsArray<T> begin_runs(Section section);
  /// A section with one run for each text; `texts` are strings or views of them.
  template <typename Texts>
  void add_texts(Section section, const Texts& texts);
  /// Makes finish() an error: `what` has `size` bytes or entries, more than offsets can address.
  void refuse(std::string_view what, std::uint64_t size);
  /// The image's bytes; `header` needs its counts and its snapshot. The error, InvalidArgument, says what is too large.
  [[nodiscard]] Result<std::vector<char>> finish(Header header) &&;
  /// The same, written to `out`.
  [[nodiscard]] Result<void> finish(Header header, std::ostream& out) &&;

 private:
  using Name = std::pair<std::uint32_t, std::uint32_t>;  ///< section and number
  struct Part {
    struct Chunk {
      std::uint64_t place;
      std::size_t size;
    };
    std::vector<Chunk> chunks;  ///< in the spill
    std::string end;            ///< what follows them
    std::uint64_t size = 0;
    Checksum checksum;  ///< of the chunks; and of all when the image is finished
  };
  [[nodiscard]] Part& part(Section section, std::size_t number);
  void append(Part& part, std::string_view bytes) {
    part.end += bytes;
    part.size += bytes.size();
    if (spill_ != nullptr && part.end.size() >= kChunk) spill(part);
  }
  void spill(Part& part);
  /// Calls write(bytes, size of the whole image) for the bytes of the image, in order.
  template <typename Write>
  [[nodiscard]] Result<void> write_all(const Header& header, const Write& write);
  template <typename Write>
  void write_part(Part& part, const Write& write) const;
  [[nodiscard]] static std::vector<char> head_of(Header header, const std::vector<Entry>& entries);

  static constexpr std::size_t kChunk = 64UL * 1024;  ///< bytes of a section that are spilled at once
  std::map<Name, Part> sections_;
  std::uint64_t most_;
  SpillFile* spill_;
  std::string refused_;  ///< the error of finish(), or empty
};

template <typename T>
class ImageWriter::Array {
 public:
  void add(const T& value) { writer_->append(*part_, {reinterpret_cast<const char*>(&value), sizeof(value)}); }
  void add(std::span<const T> values) {
    writer_->append(*part_, {reinterpret_cast<const char*>(values.data()), values.size_bytes()});
  }
  [[nodiscard]] std::uint64_t size() const { return part_->size / sizeof(T); }

 private:
  friend ImageWriter;
  Array(ImageWriter& writer, Part& part) : writer_(&writer), part_(&part) {}
  ImageWriter* writer_;
  Part* part_;
};

template <typename T>
ImageWriter::Array<T> ImageWriter::begin(Section section, std::size_t number) {
  return Array<T>(*this, part(section, number));
}

template <typename T>
void ImageWriter::add(Section section, std::size_t number, std::span<const T> values) {
  begin<T>(section, number).add(values);
}

template <typename T>
class ImageWriter::RunsArray {
 public:
  void add(const T& value) { values_.add(value); }
  void add_run(std::span<const T> values) {
    values_.add(values);
    end_run();
  }
  void end_run() { offsets_.add(static_cast<std::uint32_t>(values_.size())); }
  [[nodiscard]] std::uint64_t size() const { return values_.size(); }

 private:
  friend ImageWriter;
  RunsArray(Array<T> values, Array<std::uint32_t> offsets) : values_(values), offsets_(offsets) { offsets_.add(0); }
  Array<T> values_;
  Array<std::uint32_t> offsets_;
};

template <typename T>
ImageWriter::RunsArray<T> ImageWriter::begin_runs(Section section) {
  const auto offsets = static_cast<std::uint32_t>(section) + static_cast<std::uint32_t>(Section::Offsets);
  return {begin<T>(section), begin<std::uint32_t>(Section{offsets})};
}

template <typename Texts>
void ImageWriter::add_texts(Section section, const Texts& texts) {
  auto array = begin_runs<char>(section);
  for (const std::string_view text : texts) array.add_run(text);
  if (array.size() > most_) refuse("the names", array.size());
}

}  // namespace treatygraph::image
