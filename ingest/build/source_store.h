#pragma once
// A file of stored sources: a build spills into it what it has read, and keeps it beside treaties.db for later changes.

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

class SourceStore {
 public:
  SourceStore(SourceStore&& other) noexcept;
  SourceStore(const SourceStore&) = delete;
  SourceStore& operator=(const SourceStore&) = delete;
  SourceStore& operator=(SourceStore&&) = delete;
  ~SourceStore();

  /// An existing, empty file; errors call it `name`.
  [[nodiscard]] static Result<SourceStore> create(const std::filesystem::path& path, std::string name);
  /// In memory, for few sources.
  [[nodiscard]] static Result<SourceStore> in_memory();
  /// Opens a finished store. NotFound if the file does not exist; Corrupt if the file is damaged or not a store.
  [[nodiscard]] static Result<SourceStore> open(const std::filesystem::path& path);

  /// Until it is closed, no other store of the same file can be locked. False if another is.
  [[nodiscard]] bool lock() const;

  /// By any thread, in any order.
  [[nodiscard]] Result<StoredPlace> append(std::string_view bytes);
  [[nodiscard]] Result<std::string> bytes_at(const StoredPlace& place) const;
  [[nodiscard]] Result<StoredSource> source_at(const StoredPlace& place) const;
  /// Writes the directory. `snapshot` is the content hash of the graph that the sources make.
  [[nodiscard]] Result<void> finish(const std::vector<KeptSource>& sources, std::string_view snapshot);

  /// Of an opened file: the version of treatygraph that wrote it. Another version may read documents differently, so
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
