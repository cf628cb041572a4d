#pragma once
// Publishes a database, so that servers can follow it.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/result.h"
#include "publication/manifest.h"
#include "publication/store.h"

namespace treatygraph::publication {

/// What publish() did.
struct Published {
  Manifest manifest;
  bool is_new = true;                    ///< false if the store's pointer names these files already
  std::vector<std::string> not_removed;  ///< old entries that could not be removed, and why
};

/// Copies the files of a database to a temporary folder, verifies the copy, stores its files, and replaces the pointer
/// last, so a follower sees the old publication or the new one. The last `keep` older publications stay, so a follower
/// that is fetching one can finish. Only one publisher may run at a time: on a folder a second one is refused, but on a
/// web server nothing prevents it. Corrupt if the database is damaged or the pointer is not understood; otherwise the
/// errors of the store.
[[nodiscard]] Result<Published> publish(const std::filesystem::path& database, Store& store, std::size_t keep);

}  // namespace treatygraph::publication
