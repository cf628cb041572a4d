// Two limits stop a "ZIP bomb", a small archive that unpacks to gigabytes: on the size of a part, and on its
// compression ratio. The sizes that an archive declares may be wrong, so bytes are counted while they are unpacked.

#include "ingest/formats/zip_archive.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <zip.h>

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLargestPart = std::size_t{64} << 20;  ///< unpacked
constexpr std::size_t kHarmless = std::size_t{4} << 20;      ///< regardless of the compression ratio
constexpr std::size_t kMostShare = 200;                      ///< allowed for XML; that of word processors has 5 to 40

/// The error for a part beyond the limits.
Error bomb(const std::string& name) {
  return {ErrorCode::BudgetExceeded,
          fmt::format("its part {} unpacks to more than {} MiB or {} times its size, which no document does (a \"ZIP "
                      "bomb\"); save the text again",
                      name, kLargestPart >> 20, kMostShare)};
}

/// Small parts may have any ratio: a part of XML with many equal elements is packed well.
bool is_too_large(std::size_t size, std::size_t packed) {
  return size > kLargestPart || (size > kHarmless && size / kMostShare > packed);
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

void ZipArchive::Discard::operator()(zip* archive) const {
  zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto* const archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive != nullptr) return ZipArchive(archive);
  if (source != nullptr) zip_source_free(source);
  return fail(ErrorCode::Corrupt, "is a ZIP archive, as .docx and .odt are, that is damaged; save it again");
}

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& name) const {
  zip_stat_t entry;
  zip_stat_init(&entry);
  if (zip_stat(archive_.get(), name.c_str(), 0, &entry) != 0) {
    return fail(ErrorCode::NotFound, fmt::format("it has no part {}", name));
  }
  if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE) {
    return fail(ErrorCode::InvalidArgument, "it is encrypted; save it without a password");
  }
  const auto packed = std::size_t{entry.comp_size};
  if (is_too_large(std::size_t{entry.size}, packed)) return fail(bomb(name));
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), entry.index, 0));
  if (!file) return fail(ErrorCode::Corrupt, fmt::format("its part {} cannot be unpacked: it is damaged", name));
  // The archive's size is only a hint: the actual bytes are counted.
  std::string bytes;
  std::string buffer(std::min<std::size_t>(std::size_t{entry.size} + 1, 1U << 20), '\0');
  while (true) {
    const auto count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) return fail(ErrorCode::Corrupt, fmt::format("its part {} is damaged; save it again", name));
    if (count == 0) return bytes;
    bytes.append(buffer, 0, static_cast<std::size_t>(count));
    if (is_too_large(bytes.size(), packed)) return fail(bomb(name));
  }
}

}  // namespace treatygraph::ingest
