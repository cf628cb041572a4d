#pragma once
// A local copy of what a publisher publishes.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "graph/result.h"
#include "publication/folder_lock.h"
#include "publication/manifest.h"
#include "publication/store.h"

namespace treatygraph::publication {

/// A publication that is complete on this machine.
struct Kept {
  Manifest manifest;
  std::filesystem::path database;
};

/// A folder with one subfolder for each publication that was fetched whole and verified, named by its sequence. Nothing
/// half-fetched is ever there under such a name, after a crash neither. Not thread-safe.
class Replica {
 public:
  /// `folder` is created if need be, and belongs to one process at a time.
  [[nodiscard]] static Result<Replica> open(Store& store, const std::filesystem::path& folder);

  /// What is here, newest first.
  [[nodiscard]] const std::vector<Kept>& kept() const { return kept_; }
  /// Looks at the publisher's pointer and fetches what it names. Nothing if that is here already. The errors are those
  /// of the store, and Corrupt if the publisher gives other bytes than its pointer says, or an older sequence than it
  /// has given before; nothing changes then.
  [[nodiscard]] Result<std::optional<Kept>> look(const std::stop_token& stop);
  /// Removes a publication that turned out not to be usable.
  void discard(const Kept& publication);
  /// Removes all but the newest `count`.
  void keep_only(std::size_t count);

 private:
  Replica(Store& store, std::filesystem::path folder, FolderLock lock)
      : store_(&store), folder_(std::move(folder)), lock_(std::move(lock)) {}
  void find_kept();
  [[nodiscard]] Result<void> check_order(const Manifest& manifest) const;
  [[nodiscard]] Result<Kept> fetch(const Manifest& manifest, const std::stop_token& stop);

  Store* store_;
  std::filesystem::path folder_;
  FolderLock lock_;
  std::vector<Kept> kept_;
};

}  // namespace treatygraph::publication
