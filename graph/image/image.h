#pragma once
// A graph's image: arrays in one run of bytes, read in place. The bytes may be mapped from a file.

#include <cstdint>
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

/// Collects sections, in any order, and lays them out.
class ImageWriter {
 public:
  /// `most` is the largest number of entries that offsets can address; smaller in tests.
  explicit ImageWriter(std::uint64_t most = kMostInSection) : most_(most) {}
  [[nodiscard]] std::uint64_t most() const { return most_; }

  template <typename T>
  void add(Section section, std::size_t number, std::span<const T> values) {
    const auto* first = reinterpret_cast<const char*>(values.data());
    sections_[{static_cast<std::uint32_t>(section), static_cast<std::uint32_t>(number)}].assign(
        first, first + values.size_bytes());
  }
  template <typename T>
  void add(Section section, std::size_t number, const std::vector<T>& values) {
    add(section, number, std::span<const T>(values));
  }
  /// Strings, or views of them.
  template <typename Texts>
  void add_texts(Section section, const Texts& texts) {
    std::vector<std::uint32_t> offsets = {0};
    std::vector<char> all;
    for (const auto& text : texts) {
      all.insert(all.end(), text.begin(), text.end());
      offsets.push_back(static_cast<std::uint32_t>(all.size()));
    }
    if (all.size() > most_) return refuse(section == Section::Keys ? "the keys" : "the names", all.size());
    add_offsets(section, offsets);
    add(section, 0, all);
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

 private:
  void add_offsets(Section section, const std::vector<std::uint32_t>& offsets);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<char>> sections_;
  std::uint64_t most_;
  std::string refused_;
};

}  // namespace treatygraph::image
