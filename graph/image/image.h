#pragma once
// A graph's image: arrays in one run of bytes, read in place. The bytes may be mapped from a file.

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

#include "graph/image/layout.h"
#include "graph/result.h"
#include "graph/spill_file.h"

namespace treatygraph::image {

class HeldMap;

/// Each of several runs in one array: the texts of names, the labels of a set.
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
  /// `owner` keeps `bytes`. Verifies the checksums of all sections. The error, Corrupt, says what is wrong: another
  /// format, version or byte order, or a wrong checksum. Cancelled soon after `stop` is requested.
  [[nodiscard]] static Result<std::shared_ptr<const Image>> over(std::shared_ptr<const void> owner,
                                                                 std::span<const char> bytes,
                                                                 const std::stop_token& stop = {});

  /// Over a mapped file.
  [[nodiscard]] static Result<std::shared_ptr<const Image>> over(std::shared_ptr<const HeldMap> map,
                                                                 const std::stop_token& stop);

  /// Removes the pages read so far from the process's resident memory, if the image is mapped. They are read again from
  /// the page cache when they are touched.
  void forget_touched() const;

  [[nodiscard]] const Header& header() const { return header_; }
  [[nodiscard]] std::string snapshot() const { return {header_.snapshot, sizeof(header_.snapshot)}; }
  [[nodiscard]] std::span<const char> bytes() const { return bytes_; }
  /// Empty if the image has no such section.
  template <typename T>
  [[nodiscard]] std::span<const T> array(Section section, std::size_t number = 0) const {
    const auto part = bytes_of(section, number);
    return {reinterpret_cast<const T*>(part.data()), part.size() / sizeof(T)};
  }
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

/// Offsets in an image have 32 bits.
inline constexpr std::uint64_t kMostInSection = 0xffff'ffff;

/// Texts one after the other, and where each begins.
struct TextRun {
  std::vector<std::uint32_t> offsets = {0};
  std::vector<char> all;
  void add(std::string_view text) {
    all.insert(all.end(), text.begin(), text.end());
    offsets.push_back(static_cast<std::uint32_t>(all.size()));
  }
};

/// Collects sections, in any order, and lays them out.
class ImageWriter {
 public:
  /// `most` is the largest number of entries that offsets can address; smaller in tests. With `spill`, the sections are
  /// there and not in memory.
  explicit ImageWriter(std::uint64_t most = kMostInSection, SpillFile* spill = nullptr) : most_(most), spill_(spill) {}
  [[nodiscard]] std::uint64_t most() const { return most_; }

  template <typename T>
  void add(Section section, std::size_t number, std::span<const T> values) {
    add_bytes({static_cast<std::uint32_t>(section), static_cast<std::uint32_t>(number)},
              {reinterpret_cast<const char*>(values.data()), values.size_bytes()});
  }
  template <typename T>
  void add(Section section, std::size_t number, const std::vector<T>& values) {
    add(section, number, std::span<const T>(values));
  }
  /// Strings, or views of them.
  template <typename Texts>
  void add_texts(Section section, const Texts& texts) {
    TextRun run;
    for (const auto& text : texts) run.add(text);
    add_texts(section, run);
  }
  void add_texts(Section section, const TextRun& run) {
    if (run.all.size() > most_) return refuse(section == Section::Keys ? "the keys" : "the names", run.all.size());
    add_offsets(section, run.offsets);
    add(section, 0, run.all);
  }
  template <typename T>
  void add_runs(Section section, const std::vector<std::vector<T>>& runs) {
    std::vector<std::uint32_t> offsets = {0};
    std::vector<T> all;
    for (const auto& run : runs) {
      all.insert(all.end(), run.begin(), run.end());
      offsets.push_back(static_cast<std::uint32_t>(all.size()));
    }
    if (all.size() > most_) return refuse("the lists of nodes by label", all.size());
    add_offsets(section, offsets);
    add(section, 0, all);
  }
  /// Makes finish() an error: `what` has `size` bytes or entries, more than offsets can address.
  void refuse(std::string_view what, std::uint64_t size);
  /// The image's bytes; `header` needs its counts and its snapshot. The error, InvalidArgument, says what is too large.
  [[nodiscard]] Result<std::vector<char>> finish(Header header) &&;
  /// The same, written to `out`.
  [[nodiscard]] Result<void> finish(Header header, std::ostream& out) &&;

 private:
  using Name = std::pair<std::uint32_t, std::uint32_t>;  ///< section and number
  struct Part {
    std::vector<char> bytes;  ///< empty if they are in the spill
    std::uint64_t place = 0;  ///< there
    std::uint64_t size = 0;
    std::uint64_t checksum = 0;
  };
  void add_offsets(Section section, const std::vector<std::uint32_t>& offsets);
  void add_bytes(Name name, std::span<const char> bytes);
  /// Calls write(bytes, size of all) for the parts of the image, in order.
  template <typename Write>
  [[nodiscard]] Result<void> write_all(const Header& header, const Write& write);
  [[nodiscard]] std::vector<char> head_of(Header header, const std::vector<Entry>& entries) const;
  std::map<Name, Part> sections_;
  std::uint64_t most_;
  SpillFile* spill_;
  std::string refused_;
};

}  // namespace treatygraph::image
