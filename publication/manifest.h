#pragma once
// What a publisher's pointer says: which snapshot is current, and which files it consists of.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::publication {

/// A file of a snapshot. It is stored under its SHA-256.
struct File {
  std::string name;  ///< beside the other files of the snapshot: "treaties.db"
  std::uint64_t bytes = 0;
  std::string sha256;  ///< 64 hexadecimal digits

  friend bool operator==(const File&, const File&) = default;
};

/// As text, a line each, so that `sha256sum` and a person can check it:
///
///     treatygraph-publication 1
///     sequence 12
///     snapshot 4be1…
///     file treaties.db 164003840 9f86…
struct Manifest {
  std::uint64_t sequence = 0;  ///< counts the publications, from 1; a follower never goes back
  std::string snapshot;        ///< content hash of the graph
  std::vector<File> files;     ///< the first is the database

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

inline constexpr std::string_view kPointer = "current";           ///< the current manifest
inline constexpr std::string_view kDatabaseName = "treaties.db";  ///< of the first file
inline constexpr std::size_t kLongestManifest = std::size_t{64} * 1024;

/// Where a store keeps a file's bytes: "objects/9f86…".
[[nodiscard]] std::string object_name(const File& file);
/// Where a store keeps the manifest of a publication: "history/12".
[[nodiscard]] std::string history_name(std::uint64_t sequence);

[[nodiscard]] std::string to_text(const Manifest& manifest);
/// Corrupt if it is no manifest; the error says what is wrong, but not where the text came from. Names of files are
/// plain: no folder, no hidden file.
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view text);

}  // namespace treatygraph::publication
