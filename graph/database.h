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

/// Writes `records` to `path` through a temporary file beside it: checked, fsynced, renamed, the folder fsynced. Anyone
/// who opens `path` meanwhile, or after a crash at any moment, sees either the complete old file or the complete new
/// one. Returns the content hash. Invalid records are refused and nothing is written. If `path` is a symbolic link, the
/// link stays and its target is replaced; anything but a regular file is refused.
[[nodiscard]] Result<std::string> write_database(const std::filesystem::path& path, const GraphRecords& records);

/// Opens read-only, verifies (application id, layout version, schema, SQLite's integrity check, content hash, and the
/// hash over the full-text index and everything else) and loads. Long texts stay in the file: the graph keeps it open
/// under whatever name, and if it is changed in place, reading from it is an error and never gives another text.
/// Foreign, newer, truncated or damaged files are Corrupt, a missing one is NotFound; the detail says what to do.
/// Cancelled soon after `stop` is requested.
[[nodiscard]] Result<Graph> open_database(const std::filesystem::path& path, std::stop_token stop = {});

/// The same file as records, for `check` and `export`.
[[nodiscard]] Result<GraphRecords> read_database(const std::filesystem::path& path);

}  // namespace treatygraph
