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

struct Published {
  Manifest manifest;
  bool is_new = true;                    ///< false if the store's pointer names these files already
  std::vector<std::string> not_removed;  ///< old entries that could not be removed, and why
};

/// Copies the files of a database aside, verifies the copy, stores its files, and replaces the pointer last:
/// a follower sees the old publication or the new one. Of older publications the last `keep` stay, so that a follower
/// that is fetching one can finish. One publisher at a time: on a folder a second one is refused; on a web server
/// nothing guards against it.
/// Corrupt if the database is damaged or the pointer is not understood.
[[nodiscard]] Result<Published> publish(const std::filesystem::path& database, Store& store, std::size_t keep);

}  // namespace treatygraph::publication
