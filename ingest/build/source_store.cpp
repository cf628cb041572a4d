// The file: a magic line, the bytes of the sources in any order, the directory, and a trailer of fixed size that says
// where the directory is. The directory comes last because the places of the sources are only known then. Everything
// that is read is checked against a checksum, since a file beside the database may be truncated or belong to another
// program.

#include "ingest/build/source_store.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "graph/image/checksum.h"
#include "graph/record_bytes.h"
#include "graph/version.h"

namespace treatygraph::ingest {
namespace {

constexpr std::string_view kMagic = "treatygraph stored sources\n";
/// Version of the trailer and the directory. What the sources contain has its own version in stored_source.cpp.
constexpr std::uint64_t kVersion = 1;

/// The end of the file, in the byte order of the machine. It says where the directory is.
struct Trailer {
  std::uint64_t version;
  std::uint64_t offset;
  std::uint64_t size;
  std::uint64_t checksum;
};

Error cannot_be_written(const std::string& name, int why) {
  return {ErrorCode::Unavailable,
          fmt::format("{} cannot be written: {}; perhaps the disk is full", name, std::strerror(why))};
}

/// pwrite() may write less than it was given. It writes without moving the file's offset, so threads need no lock.
Result<void> write_at(int file, const std::string& name, std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return fail(cannot_be_written(name, written < 0 ? errno : ENOSPC));
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  return {};
}

/// The list of sources, with the versions that take_source() and read_directory() expect.
std::string directory_of(const std::vector<KeptSource>& sources, std::string_view snapshot) {
  std::string bytes;
  ByteWriter out(bytes);
  out.text(version());
  out.text(snapshot);
  out.number(sources.size());
  for (const auto& source : sources) {
    out.number(static_cast<std::uint64_t>(source.item.kind));
    out.text(source.item.slug);
    out.text(source.item.path.string());
    out.number(static_cast<std::uint64_t>(source.kind));
    out.number(static_cast<std::uint64_t>(source.pictures));
    out.text(source.slug);
    out.text(source.sha256);
    for (const auto number : {source.place.offset, source.place.size, source.place.checksum}) out.number(number);
  }
  return bytes;
}

/// The reverse of one entry of directory_of().
KeptSource take_source(ByteReader& in) {
  KeptSource source;
  source.item.kind = static_cast<SourceItem::Kind>(in.number());
  source.item.slug = in.text();
  source.item.path = in.text();
  source.kind = static_cast<StoredSource::Kind>(in.number());
  source.pictures = static_cast<Pictures>(in.number());
  source.slug = in.text();
  source.sha256 = in.text();
  for (auto* number : {&source.place.offset, &source.place.size, &source.place.checksum}) *number = in.number();
  return source;
}

}  // namespace

SourceStore::SourceStore(SourceStore&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      name_(std::move(other.name_)),
      end_(other.end_),
      made_by_(std::move(other.made_by_)),
      sources_(std::move(other.sources_)),
      snapshot_(std::move(other.snapshot_)) {}

SourceStore::~SourceStore() {
  if (file_ >= 0) ::close(file_);
}

Result<SourceStore> SourceStore::create(const std::filesystem::path& path, std::string name) {
  return begin(::open(path.c_str(), O_RDWR | O_CLOEXEC), std::move(name));  // NOLINT(cppcoreguidelines-pro-type-vararg)
}

Result<SourceStore> SourceStore::in_memory() {
  return begin(::memfd_create("sources", MFD_CLOEXEC), "sources in memory");
}

/// Takes over the descriptor, and writes the magic line.
Result<SourceStore> SourceStore::begin(int file, std::string name) {
  if (file < 0) return fail(cannot_be_written(name, errno));
  SourceStore store(file, std::move(name));
  if (auto begun = write_at(file, store.name_, 0, kMagic); !begun) return fail(begun.error());
  store.end_ = kMagic.size();
  return store;
}

Result<SourceStore> SourceStore::open(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (file < 0) {
    const auto code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unavailable;
    return fail(code, fmt::format("{}: {}", path.string(), std::strerror(errno)));
  }
  SourceStore store(file, path.string());
  if (auto read = store.read_directory(); !read) return fail(read.error());
  return store;
}

bool SourceStore::lock() const {
  return ::flock(file_, LOCK_EX | LOCK_NB) == 0;
}

Error SourceStore::damaged() const {
  return {ErrorCode::Corrupt, fmt::format("{}: is damaged", name_)};
}

/// Sizes and offsets are compared with the size of the file before anything is allocated.
Result<void> SourceStore::read_directory() {
  struct stat status {};
  if (::fstat(file_, &status) != 0 || static_cast<std::size_t>(status.st_size) < kMagic.size() + sizeof(Trailer)) {
    return fail(damaged());
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  const auto magic = read(0, kMagic.size());
  if (!magic || *magic != kMagic) {
    return fail(ErrorCode::Corrupt, fmt::format("{}: is not a file of stored sources", name_));
  }
  const auto end = read(size - sizeof(Trailer), sizeof(Trailer));
  if (!end) return fail(end.error());
  Trailer trailer{};
  std::memcpy(&trailer, end->data(), sizeof(trailer));
  if (trailer.size > size || trailer.offset > size - trailer.size) return fail(damaged());
  const auto directory = read(trailer.offset, trailer.size);
  if (!directory || image::checksum(*directory) != trailer.checksum) return fail(damaged());
  ByteReader in(*directory);
  made_by_ = trailer.version == kVersion ? std::string(in.text()) : "another version";
  if (made_by_ != version()) return {};  // what follows may mean something else
  snapshot_ = in.text();
  const auto count = in.count();
  for (std::size_t i = 0; i < count && in.is_right(); ++i) sources_.push_back(take_source(in));
  if (!in.is_right() || !in.at_end()) return fail(damaged());
  return {};
}

/// Exactly `size` bytes; a file that ends earlier is damaged.
Result<std::string> SourceStore::read(std::uint64_t offset, std::uint64_t size) const {
  std::string bytes(size, '\0');
  for (std::uint64_t done = 0; done < size;) {
    const auto got = ::pread(file_, bytes.data() + done, size - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return fail(damaged());
    done += static_cast<std::uint64_t>(got);
  }
  return bytes;
}

/// Only the reservation of the place needs the lock; the bytes are written in parallel.
Result<StoredPlace> SourceStore::append(std::string_view bytes) {
  StoredPlace place{0, bytes.size(), image::checksum(bytes)};
  {
    const std::scoped_lock lock(mutex_);
    place.offset = end_;
    end_ += bytes.size();
  }
  if (auto written = write_at(file_, name_, place.offset, bytes); !written) return fail(written.error());
  return place;
}

Result<std::string> SourceStore::bytes_at(const StoredPlace& place) const {
  struct stat status {};
  if (::fstat(file_, &status) != 0 || place.size > static_cast<std::uint64_t>(status.st_size)) return fail(damaged());
  auto bytes = read(place.offset, place.size);
  if (bytes && image::checksum(*bytes) != place.checksum) return fail(damaged());
  return bytes;
}

Result<StoredSource> SourceStore::source_at(const StoredPlace& place) const {
  const auto bytes = bytes_at(place);
  if (!bytes) return fail(bytes.error());
  auto source = stored_source_of(*bytes);
  if (!source) return fail(source.error().code, fmt::format("{}: {}", name_, source.error().detail));
  return source;
}

Result<void> SourceStore::finish(const std::vector<KeptSource>& sources, std::string_view snapshot) {
  const auto directory = directory_of(sources, snapshot);
  const auto place = append(directory);
  if (!place) return fail(place.error());
  const Trailer trailer{kVersion, place->offset, place->size, place->checksum};
  std::string bytes(sizeof(trailer), '\0');
  std::memcpy(bytes.data(), &trailer, sizeof(trailer));
  const auto written = append(bytes);
  return written ? Result<void>() : fail(written.error());
}

}  // namespace treatygraph::ingest
