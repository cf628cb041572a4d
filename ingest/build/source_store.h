#pragma once
// A file of stored sources. A build writes to it what it has read, instead of keeping it in memory. Later it is kept
// beside treaties.db for changes.

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/build/stored_source.h"

namespace treatygraph::ingest {

/// Where the bytes of one source are in the file.
struct StoredPlace {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
};

/// One source of a build, in the order of the build.
struct KeptSource {
  SourceItem item;  ///< as given, with an absolute path
  StoredSource::Kind kind = StoredSource::Kind::Nothing;
  Pictures pictures = Pictures::LeaveOut;
  std::string slug;    ///< of its treaty
  std::string sha256;  ///< of what was read
  StoredPlace place;
};

/// An append-only file. Appending and reading may happen in any thread; finish() ends the writing.
class SourceStore {
 public:
  SourceStore(SourceStore&& other) noexcept;
  SourceStore(const SourceStore&) = delete;
  SourceStore& operator=(const SourceStore&) = delete;
  SourceStore& operator=(SourceStore&&) = delete;
  ~SourceStore();

  /// Opens an existing, empty file for writing. Error messages use `name` instead of the path, which is temporary.
  [[nodiscard]] static Result<SourceStore> create(const std::filesystem::path& path, std::string name);
  /// A store without a file on disk, for a few sources.
  [[nodiscard]] static Result<SourceStore> in_memory();
  /// Opens a finished store. NotFound if the file does not exist; Corrupt if the file is damaged or not a store.
  [[nodiscard]] static Result<SourceStore> open(const std::filesystem::path& path);

  /// Locks the file until this store is closed. Returns false if another store, of any process, has the lock.
  [[nodiscard]] bool lock() const;

  /// Any thread may call it. The order of the bytes in the file does not matter.
  [[nodiscard]] Result<StoredPlace> append(std::string_view bytes);
  /// Corrupt if the bytes do not have the checksum of `place`.
  [[nodiscard]] Result<std::string> bytes_at(const StoredPlace& place) const;
  [[nodiscard]] Result<StoredSource> source_at(const StoredPlace& place) const;
  /// Writes the directory, after which the file can be opened again. `snapshot` is the content hash of the graph that
  /// is made from the sources.
  [[nodiscard]] Result<void> finish(const std::vector<KeptSource>& sources, std::string_view snapshot);

  /// For an opened file: the version of treatygraph that wrote it. Another version may read documents differently, so
  /// nothing else of its file is read.
  [[nodiscard]] const std::string& made_by() const { return made_by_; }
  [[nodiscard]] const std::vector<KeptSource>& sources() const { return sources_; }
  [[nodiscard]] const std::string& snapshot() const { return snapshot_; }

 private:
  SourceStore(int file, std::string name) : file_(file), name_(std::move(name)) {}
  [[nodiscard]] static Result<SourceStore> begin(int file, std::string name);
  [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::uint64_t size) const;
  [[nodiscard]] Result<void> read_directory();
  [[nodiscard]] Error damaged() const;

  int file_;
  std::string name_;
  std::mutex mutex_;
  std::uint64_t end_ = 0;
  std::string made_by_;
  std::vector<KeptSource> sources_;
  std::string snapshot_;
};

}  // namespace treatygraph::ingest
