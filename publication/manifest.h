#pragma once
// The manifest of a publication, which a publisher's pointer contains: which snapshot is current, and which files it
// consists of.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::publication {

/// A file of a snapshot. It is stored under its SHA-256, so a file that two publications share is stored once.
struct File {
  std::string name;  ///< the name that it gets beside the other files of the snapshot, such as "treaties.db"
  std::uint64_t bytes = 0;
  std::string sha256;  ///< 64 hexadecimal digits

  friend bool operator==(const File&, const File&) = default;
};

/// The text form has a line for each value, so that a person with `sha256sum` can check it:
///
///     treatygraph-publication 1
///     sequence 12
///     snapshot 4be1…
///     file treaties.db 164003840 9f86…
struct Manifest {
  std::uint64_t sequence = 0;  ///< counts the publications, from 1; a follower never goes back to a lower one
  std::string snapshot;        ///< content hash of the graph
  std::vector<File> files;     ///< the first is the database

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

inline constexpr std::string_view kPointer = "current";           ///< the current manifest
inline constexpr std::string_view kDatabaseName = "treaties.db";  ///< the name of the first file
/// In bytes. It bounds what a follower reads from a server that it does not trust; real ones have a few hundred.
inline constexpr std::size_t kLongestManifest = std::size_t{64} * 1024;

/// Where a store keeps a file's bytes: "objects/9f86…".
[[nodiscard]] std::string object_name(const File& file);
/// Where a store keeps the manifest of a publication: "history/12".
[[nodiscard]] std::string history_name(std::uint64_t sequence);

/// The inverse of parse_manifest().
[[nodiscard]] std::string to_text(const Manifest& manifest);
/// Corrupt if the text is not a manifest; the error says what is wrong, but not where the text came from. Names of
/// files with a '/' or a leading '.' are refused, so a publisher cannot write outside the follower's folder.
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view text);

}  // namespace treatygraph::publication
