#pragma once
// A graph's image: arrays in one run of bytes, read where they lie. The bytes may be mapped from a file.

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/image/layout.h"
#include "graph/result.h"

namespace treatygraph::image {

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

/// Immutable; any number of threads may read it.
class Image {
 public:
  /// `owner` keeps `bytes`. The error, Corrupt, says what is wrong: another format, version or byte order, a checksum
  /// that does not fit.
  [[nodiscard]] static Result<std::shared_ptr<const Image>> over(std::shared_ptr<const void> owner,
                                                                 std::span<const char> bytes);

  [[nodiscard]] const Header& header() const { return header_; }
  [[nodiscard]] std::string snapshot() const { return {header_.snapshot, sizeof(header_.snapshot)}; }
  [[nodiscard]] std::span<const char> bytes() const { return bytes_; }
  /// Empty where the image has no such section.
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
  [[nodiscard]] Result<void> read_sections();
  [[nodiscard]] std::span<const char> bytes_of(Section section, std::size_t number) const;

  std::shared_ptr<const void> owner_;
  std::span<const char> bytes_;
  Header header_{};
  std::span<const Entry> entries_;
};

/// Collects sections, in any order, and lays them out.
class ImageWriter {
 public:
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
  void add_texts(Section section, std::span<const std::string> texts);
  template <typename T>
  void add_runs(Section section, const std::vector<std::vector<T>>& runs) {
    std::vector<std::uint32_t> offsets = {0};
    std::vector<T> all;
    for (const auto& run : runs) {
      all.insert(all.end(), run.begin(), run.end());
      offsets.push_back(static_cast<std::uint32_t>(all.size()));
    }
    add_offsets(section, offsets);
    add(section, 0, all);
  }
  /// The image's bytes; `header` needs its counts and its snapshot.
  [[nodiscard]] std::vector<char> finish(Header header) &&;

 private:
  void add_offsets(Section section, const std::vector<std::uint32_t>& offsets);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<char>> sections_;
};

/// `image` with what it says of its tables: who has a text in them, and the digests of their pages.
[[nodiscard]] std::vector<char> with_tables(const Image& image, const std::vector<std::uint64_t>& has_text,
                                            std::span<const std::uint64_t> pages, std::uint64_t database_size);

}  // namespace treatygraph::image
