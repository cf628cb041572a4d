// Reading an image costs one pass over its bytes for the checksums; after that every array is used in place. Writing
// keeps the end of each section in memory and its earlier chunks in the spill, with a running checksum, so the header
// can be written before the sections although it has their checksums.

#include "graph/image/image.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include "graph/image/checksum.h"
#include "graph/image/held_map.h"
#include "graph/stopped.h"

namespace treatygraph::image {
namespace {

/// Rounded up to the next place where a section may begin.
std::uint64_t aligned(std::uint64_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint64_t checksum_of(std::span<const char> bytes) {
  return checksum({bytes.data(), bytes.size()});
}

/// Of the header and the table of sections; `head` has both, without the padding after them.
std::uint64_t checksum_of_head(std::span<const char> head) {
  const auto of_header = checksum_of(head.first(offsetof(Header, checksum)));
  return of_header ^ checksum_of(head.subspan(sizeof(Header)));
}

/// The header, if it is one of ours and fits the size of the file. Checked before anything else is read from the bytes.
Result<Header> readable_header(std::span<const char> bytes) {
  Header header{};
  if (bytes.size() < sizeof(Header)) return fail(ErrorCode::Corrupt, "is too short for a graph image");
  std::memcpy(&header, bytes.data(), sizeof(header));
  // The magic number tells an image of the other byte order from a file of another kind.
  if (header.magic != kMagic && header.magic != __builtin_bswap64(kMagic)) {
    return fail(ErrorCode::Corrupt, "is no graph image");
  }
  if (header.byte_order != kByteOrder) {
    return fail(ErrorCode::Corrupt, "was written on a machine with another byte order");
  }
  if (header.version != kVersion) {
    return fail(ErrorCode::Corrupt,
                fmt::format("has image layout {}, this program reads layout {}", header.version, kVersion));
  }
  if (header.size != bytes.size()) {
    return fail(ErrorCode::Corrupt,
                fmt::format("is damaged: it has {} bytes, of {} that it was written with", bytes.size(), header.size));
  }
  if (header.section_count > (bytes.size() - sizeof(Header)) / sizeof(Entry)) {
    return fail(ErrorCode::Corrupt, "is damaged: its table of sections does not fit into it");
  }
  return header;
}

}  // namespace

Result<std::shared_ptr<const Image>> Image::over(std::shared_ptr<const void> owner, std::span<const char> bytes,
                                                 const std::stop_token& stop) {
  const std::shared_ptr<Image> image(new Image(std::move(owner), bytes));
  if (auto read = image->read_sections(stop); !read) return fail(read.error());
  return image;
}

Result<std::shared_ptr<const Image>> Image::over(std::shared_ptr<const HeldMap> map, const std::stop_token& stop) {
  const auto bytes = map->bytes();
  const std::shared_ptr<Image> image(new Image(std::move(map), bytes));
  image->map_ = static_cast<const HeldMap*>(image->owner_.get());
  if (auto read = image->read_sections(stop); !read) return fail(read.error());
  return image;
}

void Image::forget_touched() const {
  if (map_ != nullptr) map_->forget_touched();
}

/// Reads all bytes once. Each section must begin where the one before ends, so sections cannot overlap.
Result<void> Image::read_sections(const std::stop_token& stop) {
  const auto header = readable_header(bytes_);
  if (!header) return fail(header.error());
  header_ = *header;
  const auto head_size = sizeof(Header) + header_.section_count * sizeof(Entry);
  if (checksum_of_head(bytes_.first(head_size)) != header_.checksum) {
    return fail(ErrorCode::Corrupt, "is damaged: the checksum of its header does not fit");
  }
  entries_ = {reinterpret_cast<const Entry*>(bytes_.data() + sizeof(Header)), header_.section_count};
  auto end = aligned(head_size);
  for (const auto& entry : entries_) {
    if (stop.stop_requested()) return fail_as_stopped();
    // Sections follow one another without gaps except for the padding, which is never read: all other bytes are covered
    // by a checksum.
    if (entry.offset != end || entry.size > bytes_.size() - entry.offset) {
      return fail(ErrorCode::Corrupt, "is damaged: a section does not lie where it must");
    }
    if (checksum_of(bytes_.subspan(entry.offset, entry.size)) != entry.checksum) {
      return fail(ErrorCode::Corrupt,
                  fmt::format("is damaged: the checksum of section {}.{} does not fit", entry.section, entry.number));
    }
    end = aligned(entry.offset + entry.size);
    if (end > bytes_.size()) return fail(ErrorCode::Corrupt, "is damaged: its last section is cut");
  }
  if (end != bytes_.size()) return fail(ErrorCode::Corrupt, "is damaged: it has more than its sections");
  return {};
}

/// A binary search in the table of sections.
std::span<const char> Image::bytes_of(Section section, std::size_t number) const {
  const auto wanted = std::pair(static_cast<std::uint32_t>(section), static_cast<std::uint32_t>(number));
  const auto name = [](const Entry& entry) { return std::pair(entry.section, entry.number); };
  const auto found = std::ranges::lower_bound(entries_, wanted, {}, name);
  if (found == entries_.end() || name(*found) != wanted) return {};
  return bytes_.subspan(found->offset, found->size);
}

ImageWriter::Part& ImageWriter::part(Section section, std::size_t number) {
  auto& part = sections_[{static_cast<std::uint32_t>(section), static_cast<std::uint32_t>(number)}];
  part = {};
  return part;
}

/// Keeps the first refusal. The work goes on, because the caller learns of it from finish().
void ImageWriter::refuse(std::string_view what, std::uint64_t size) {
  if (!refused_.empty()) return;
  refused_ = fmt::format(
      "{} of the graph take {} bytes together, and an image has room for {}; make fewer graphs of it: "
      "build the treaties in several files",
      what, size, most_);
}

void ImageWriter::spill(Part& part) {
  part.checksum.add(part.end);
  part.chunks.push_back({spill_->append(part.end), part.end.size()});
  part.end.clear();
}

/// The header and the table of sections, padded, with the fields that depend on the sections filled in.
std::vector<char> ImageWriter::head_of(Header header, const std::vector<Entry>& entries) {
  const auto head_size = sizeof(Header) + entries.size() * sizeof(Entry);
  std::vector<char> head(aligned(head_size));
  header.magic = kMagic;
  header.version = kVersion;
  header.byte_order = kByteOrder;
  header.size = entries.empty() ? head.size() : aligned(entries.back().offset + entries.back().size);
  header.section_count = static_cast<std::uint32_t>(entries.size());
  std::memcpy(head.data(), &header, sizeof(header));
  std::memcpy(head.data() + sizeof(header), entries.data(), entries.size() * sizeof(Entry));
  const auto sum = checksum_of_head(std::span(head).first(head_size));
  std::memcpy(head.data() + offsetof(Header, checksum), &sum, sizeof(sum));
  return head;
}

/// First the head, for which all offsets and checksums are known by now, then the sections in their order.
template <typename Write>
Result<void> ImageWriter::write_all(const Header& header, const Write& write) {
  if (!refused_.empty()) return fail(ErrorCode::InvalidArgument, refused_);
  std::vector<Entry> entries;
  auto end = aligned(sizeof(Header) + sections_.size() * sizeof(Entry));
  for (auto& [name, part] : sections_) {
    part.checksum.add(part.end);
    entries.push_back({name.first, name.second, end, part.size, part.checksum.value()});
    end = aligned(end + part.size);
  }
  const auto write_bytes = [&](std::string_view bytes) { write(bytes, end); };
  const auto head = head_of(header, entries);
  write_bytes({head.data(), head.size()});
  for (auto& [name, part] : sections_) write_part(part, write_bytes);
  return {};
}

/// Writes a section with its padding. It also frees the part of it that is in memory.
template <typename Write>
void ImageWriter::write_part(Part& part, const Write& write) const {
  std::string bytes;
  for (const auto& chunk : part.chunks) {
    bytes.resize(chunk.size);
    spill_->read(chunk.place, chunk.size, bytes.data());
    write(bytes);
  }
  bytes = std::exchange(part.end, {});
  bytes.resize(bytes.size() + aligned(part.size) - part.size);
  write(bytes);
}

Result<void> ImageWriter::finish(Header header, std::ostream& out) && {
  return write_all(header, [&out](std::string_view bytes, std::uint64_t /*of*/) {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  });
}

Result<std::vector<char>> ImageWriter::finish(Header header) && {
  std::vector<char> all;
  const auto append = [&all](std::string_view bytes, std::uint64_t of) {
    all.reserve(of);
    all.insert(all.end(), bytes.begin(), bytes.end());
  };
  if (auto done = write_all(header, append); !done) return fail(done.error());
  return all;
}

}  // namespace treatygraph::image
