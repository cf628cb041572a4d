#pragma once
// A local copy of a publisher's publications.

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

/// A folder with one subfolder for each publication that was fetched completely and verified, named by its sequence. A
/// publication is fetched into another folder and then renamed, so an interrupted fetch never has such a name. Not
/// thread-safe.
class Replica {
 public:
  /// Takes the lock of `folder`, which is created if it does not exist, and finds the publications in it. `store` must
  /// outlive the replica. Unavailable if another process has the folder.
  [[nodiscard]] static Result<Replica> open(Store& store, const std::filesystem::path& folder);

  /// The complete publications, newest first.
  [[nodiscard]] const std::vector<Kept>& kept() const { return kept_; }
  /// Reads the publisher's pointer and fetches the publication that it names; returns nothing if that is here already.
  /// The errors are those of the store, and Corrupt if the publisher sends other bytes than its pointer says, or an
  /// older sequence than before. After an error, kept() is as before.
  [[nodiscard]] Result<std::optional<Kept>> look(const std::stop_token& stop);
  /// Removes a publication, for example one that the server could not open.
  void discard(const Kept& publication);
  /// Removes all but the newest `count`.
  void keep_only(std::size_t count);

 private:
  Replica(Store& store, std::filesystem::path folder, FolderLock lock)
      : store_(&store), folder_(std::move(folder)), lock_(std::move(lock)) {}
  /// Fills kept_ with the subfolders that have a manifest and all its files.
  void find_kept();
  /// Corrupt if the manifest is not newer than the newest publication here.
  [[nodiscard]] Result<void> check_order(const Manifest& manifest) const;
  /// Fetches the files into a folder of another name, compares sizes and hashes, and renames the folder.
  [[nodiscard]] Result<Kept> fetch(const Manifest& manifest, const std::stop_token& stop);

  Store* store_;
  std::filesystem::path folder_;
  FolderLock lock_;
  std::vector<Kept> kept_;
};

}  // namespace treatygraph::publication
