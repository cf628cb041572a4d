#pragma once
// treaties.db: one SQLite file that holds a graph, written whole or not at all, verified when opened.

#include <filesystem>
#include <stop_token>
#include <string>

#include "graph/graph.h"
#include "graph/records.h"
#include "graph/result.h"

namespace treatygraph {

/// "TGDB" in PRAGMA application_id; PRAGMA user_version counts the layouts of the file.
inline constexpr int kApplicationId = 0x54474442;
inline constexpr int kLayoutVersion = 2;

/// Writes `records` to `path` by way of a temporary file beside it: checked, fsynced, renamed, the folder fsynced.
/// Whoever opens `path` meanwhile, or after a crash at any moment, sees the old file or the new one, whole.
/// The graph's image is written beside it, to image_path(): an image that does not fit its tables is never used, so a
/// crash between the two renames costs time at the next opening and nothing else.
/// Returns the content hash. Records that do not make a graph are refused and nothing is written. A symbolic link
/// stays, and the file that it leads to is replaced; what is no regular file is refused.
[[nodiscard]] Result<std::string> write_database(const std::filesystem::path& path, const GraphRecords& records);

/// When the tables are found to be what they were when the image beside them was written.
enum class Verify {
  Now,         ///< all of them, before a graph is returned
  WhenTouched  ///< each page when it is read: a text of a damaged page is an error then
};

/// Opens read-only, verifies and loads. Where the image beside it (image_path()) belongs to it, that is mapped and used
/// as it is; where it is missing, damaged or of another file, `why_derived` is told so in a sentence and the graph is
/// derived from the tables, after application id, layout version, schema, SQLite's integrity check, content hash, and
/// the hash over the full-text index and all else were verified. Both give the same graph.
///
/// Long texts stay in the file: the graph holds on to it under whatever name, and where it is changed in place what is
/// read from it is an error, never another text. Foreign, newer, truncated or damaged files are Corrupt, a missing one
/// is NotFound; the detail says what to do. Cancelled soon after `stop` is requested.
[[nodiscard]] Result<Graph> open_database(const std::filesystem::path& path, std::stop_token stop = {},
                                          Verify verify = Verify::Now, std::string* why_derived = nullptr);

/// Where write_database() puts the image of `path`: "treaties.db.graph" beside the file that a link leads to.
[[nodiscard]] std::filesystem::path image_path(const std::filesystem::path& path);

/// Whether the image beside `path` is, byte for byte, the one that its tables make. The error says how it is not.
[[nodiscard]] Result<void> check_image(const std::filesystem::path& path);

/// The same file as records, for `check` and `export`.
[[nodiscard]] Result<GraphRecords> read_database(const std::filesystem::path& path);

}  // namespace treatygraph
