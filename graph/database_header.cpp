// Reads the header of a SQLite file by hand (sqlite.org/fileformat2.html, section 1.3), because SQLite itself would
// only say that a file is not a database, or would open a truncated one and fail later.

#include "graph/database_header.h"

#include <string_view>

#include <fmt/format.h>

#include "graph/database.h"

namespace treatygraph {
namespace {

// Offsets in SQLite's header; its numbers are big-endian.
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kPageSize = 16;
constexpr std::size_t kWriteVersion = 18;
constexpr std::size_t kReadVersion = 19;
constexpr std::size_t kPageCount = 28;
constexpr std::size_t kUserVersion = 60;
constexpr std::size_t kApplicationIdAt = 68;

std::uint64_t number_at(std::span<const char> head, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (const char byte : head.subspan(at, size)) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

Result<void> check_header(std::span<const char> head, std::uint64_t size) {
  constexpr auto* kBuildAgain = "build it again with treatygraph-ingest build";
  if (head.size() < kHeaderSize || std::string_view(head.data(), kMagic.size()) != kMagic) {
    return fail(ErrorCode::Corrupt, "is no treaties.db; make one with treatygraph-ingest build");
  }
  const auto application = number_at(head, kApplicationIdAt, 4);
  if (application != kApplicationId) {
    return fail(ErrorCode::Corrupt,
                fmt::format("is no treaties.db (its application id is {:#x}, not {:#x}); make one with "
                            "treatygraph-ingest build",
                            application, kApplicationId));
  }
  const auto version = number_at(head, kUserVersion, 4);
  if (version != kLayoutVersion) {
    return fail(ErrorCode::Corrupt,
                fmt::format("has layout {}, this program reads layout {}; {}", version, kLayoutVersion,
                            version > kLayoutVersion ? "use a newer treatygraph" : kBuildAgain));
  }
  if (number_at(head, kWriteVersion, 1) != 1 || number_at(head, kReadVersion, 1) != 1) {
    return fail(
        ErrorCode::Corrupt,
        fmt::format("is in SQLite's write-ahead mode, so that a part of it may be in another file; {}", kBuildAgain));
  }
  // A page size of 65,536 does not fit into two bytes and is stored as 1.
  const auto page_size = number_at(head, kPageSize, 2);
  const auto promised = number_at(head, kPageCount, 4) * (page_size == 1 ? 65'536 : page_size);
  if (promised != size) {
    return fail(ErrorCode::Corrupt,
                fmt::format("is damaged: it has {} bytes, of {} that it was written with; {}, or take it from a backup",
                            size, promised, kBuildAgain));
  }
  return {};
}

}  // namespace treatygraph
