#pragma once
// treaties.db: one SQLite file that contains a graph. It is written completely or not at all, and verified when opened.

#include <filesystem>
#include <stop_token>
#include <string>
#include <utility>

#include "graph/graph.h"
#include "graph/record_spill.h"
#include "graph/records.h"
#include "graph/result.h"
#include "graph/temporary_file.h"

namespace treatygraph {

/// "TGDB" in PRAGMA application_id, by which our files are known from other SQLite files.
inline constexpr int kApplicationId = 0x54474442;
/// Counts the layouts of the file, in PRAGMA user_version. A file with another layout is refused.
inline constexpr int kLayoutVersion = 2;

/// Writes `records` to `path` through a temporary file beside it: checked, fsynced, renamed, the folder fsynced. A
/// program that opens `path` meanwhile, or after a crash at any moment, sees either the complete old file or the
/// complete new one. The graph's image is then written beside it, to image_path(). An image that does not belong to its
/// tables is never used, so a crash between the two renames only makes the next opening slower. Returns the content
/// hash. Invalid records are refused and nothing is written. If `path` is a symbolic link, the link stays and its
/// target is replaced; anything but a regular file is refused.
[[nodiscard]] Result<std::string> write_database(const std::filesystem::path& path, const GraphRecords& records);

/// A new treaties.db and its image, complete, in temporary files beside the old ones. They are removed on destruction
/// without commit().
class PreparedDatabase {
 public:
  PreparedDatabase(TemporaryFile tables, TemporaryFile image, std::string snapshot)
      : tables_(std::move(tables)), image_(std::move(image)), snapshot_(std::move(snapshot)) {}

  /// The content hash.
  [[nodiscard]] const std::string& snapshot() const { return snapshot_; }
  /// Replaces the old files, as write_database() does.
  [[nodiscard]] Result<void> commit();

 private:
  TemporaryFile tables_;
  TemporaryFile image_;
  std::string snapshot_;
};

/// The first half of write_database(), for records that do not fit into memory, and for a writer that replaces further
/// files together with these. RecordSpill::close() must have been called. Uses two threads.
[[nodiscard]] Result<PreparedDatabase> prepare_database(const std::filesystem::path& path, RecordSpill& records);

/// The folder of the file that write_database() replaces for `path`: where its temporary files belong.
[[nodiscard]] std::filesystem::path folder_of(const std::filesystem::path& path);

/// The content hash that the file states. Only its header and schema are verified, so this is quick; the contents may
/// be damaged.
[[nodiscard]] Result<std::string> stated_snapshot(const std::filesystem::path& path);

/// When the pages of the tables are compared with their digests, which the image beside them has.
enum class Verify {
  Now,         ///< all pages, before a graph is returned
  WhenTouched  ///< each page when it is read: a damaged page is an error of the request that needs it
};

/// Opens read-only, verifies and loads. If the image beside it (image_path()) belongs to it, the image is mapped and
/// used as it is. If the image is missing, damaged or of another file, `notes` gets a sentence that says so, and the
/// graph is built from the tables after everything is verified: application id, layout version, schema, SQLite's
/// integrity check, content hash, and the hash over the full-text index and everything else. Both give the same graph.
///
/// What treatygraph-analyze computed (analyses.h) is attached to the graph. If it is damaged or of another snapshot, it
/// is ignored, and `notes` says so.
///
/// Long texts stay in the file. The graph keeps it open, so a rename or a removal changes nothing. If the file is
/// changed in place, reading from it is an error and never gives another text. Foreign, newer, truncated or damaged
/// files are Corrupt, a missing one is NotFound; the detail says what to do. Cancelled soon after `stop` is requested.
[[nodiscard]] Result<Graph> open_database(const std::filesystem::path& path, const std::stop_token& stop = {},
                                          Verify verify = Verify::Now, std::string* notes = nullptr);

/// Where write_database() puts the image of `path`: "treaties.db.graph" beside the file that a link leads to.
[[nodiscard]] std::filesystem::path image_path(const std::filesystem::path& path);

/// Whether the image beside `path` is, byte for byte, the one that its tables make; `records` is what they contain. The
/// error says what is wrong: NotFound if there is no image, Corrupt if it is damaged or of another file.
[[nodiscard]] Result<void> check_image(const std::filesystem::path& path, const GraphRecords& records);

/// Reads and verifies the whole file and returns it as records, with the long texts, for `check` and `export`. Errors
/// as for open_database(); takes memory for all records.
[[nodiscard]] Result<GraphRecords> read_database(const std::filesystem::path& path);

}  // namespace treatygraph
