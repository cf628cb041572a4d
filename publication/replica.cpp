// Following. A replica looks like this:
//
//     .lock
//     .arriving/              the publication that is being fetched, if any
//     12/treaties.db, ...     complete publications, each with its manifest
//     12/manifest
//
// The hashes are compared once, before the rename. When a process starts again, only manifests and sizes are compared,
// which is quick; opening a database verifies its contents again.

#include "publication/replica.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "graph/sha256.h"
#include "graph/temporary_file.h"

namespace treatygraph::publication {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest";
constexpr std::string_view kArriving = ".arriving";

/// The manifest of a fetched publication; nothing if it is missing or damaged.
std::optional<Manifest> manifest_in(const fs::path& folder) {
  std::ifstream file(folder / kManifest, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto manifest = parse_manifest(text);
  return manifest ? std::optional(*std::move(manifest)) : std::nullopt;
}

/// Whether all files of the manifest are there with their sizes.
bool has_all(const fs::path& folder, const Manifest& manifest) {
  return std::ranges::all_of(manifest.files, [&](const File& file) {
    std::error_code error;
    return fs::file_size(folder / file.name, error) == file.bytes && !error;
  });
}

tl::unexpected<Error> unavailable(const fs::path& path, const std::string& why) {
  return fail(ErrorCode::Unavailable, fmt::format("{}: {}", path.string(), why));
}

}  // namespace

Result<Replica> Replica::open(Store& store, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return unavailable(folder, error.message());
  auto lock = FolderLock::of(folder);
  if (!lock) return fail(lock.error());
  Replica replica(store, folder, *std::move(lock));
  fs::remove_all(folder / kArriving, error);
  replica.find_kept();
  return replica;
}

void Replica::find_kept() {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    auto manifest = manifest_in(entry.path());
    // Anything else in the folder is left alone.
    if (!manifest || entry.path().filename() != std::to_string(manifest->sequence)) continue;
    if (!has_all(entry.path(), *manifest)) continue;
    kept_.push_back({*std::move(manifest), entry.path() / kDatabaseName});
  }
  std::ranges::sort(kept_, std::greater<>(), [](const Kept& one) { return one.manifest.sequence; });
}

Result<void> Replica::check_order(const Manifest& manifest) const {
  if (kept_.empty() || manifest.sequence > kept_.front().manifest.sequence) return {};
  const auto& last = kept_.front().manifest;
  return fail(ErrorCode::Corrupt,
              fmt::format("{}: is publication {} with snapshot {}, but publication {} with snapshot {} has been seen: "
                          "the publisher went back in time. Publish again, or remove {} to begin anew",
                          store_->place(kPointer), manifest.sequence, manifest.snapshot.substr(0, 12), last.sequence,
                          last.snapshot.substr(0, 12), folder_.string()));
}

Result<std::optional<Kept>> Replica::look(const std::stop_token& stop) {
  const auto text = store_->read(std::string(kPointer), kLongestManifest, stop);
  if (!text) return fail(text.error());
  const auto manifest = parse_manifest(*text);
  if (!manifest) {
    return fail(manifest.error().code, fmt::format("{}: {}", store_->place(kPointer), manifest.error().detail));
  }
  // The usual case: nothing was published since the last look.
  if (!kept_.empty() && kept_.front().manifest == *manifest) return std::optional<Kept>();
  if (auto in_order = check_order(*manifest); !in_order) return fail(in_order.error());
  auto fetched = fetch(*manifest, stop);
  if (!fetched) return fail(fetched.error());
  kept_.insert(kept_.begin(), *fetched);
  return std::optional(*std::move(fetched));
}

Result<Kept> Replica::fetch(const Manifest& manifest, const std::stop_token& stop) {
  const auto arriving = folder_ / kArriving;
  std::error_code error;
  fs::remove_all(arriving, error);
  if (!fs::create_directory(arriving, error)) return unavailable(arriving, error.message());
  for (const auto& file : manifest.files) {
    const auto path = arriving / file.name;
    if (auto fetched = store_->fetch(object_name(file), file.bytes, path, stop); !fetched) return fail(fetched.error());
    const auto hash = sha256_of_file(path);
    if (!hash) return fail(hash.error());
    if (*hash != file.sha256) {
      return fail(ErrorCode::Corrupt,
                  fmt::format("{}: has the SHA-256 {}; it is damaged", store_->place(object_name(file)), *hash));
    }
    if (auto synced = sync_file(path); !synced) return fail(synced.error());
  }
  std::ofstream written(arriving / kManifest, std::ios::binary);
  written << to_text(manifest);
  written.close();
  if (written.fail()) return unavailable(arriving / kManifest, "cannot be written");
  // Later only sizes are compared, so a crash must not leave a file that has its size and not its bytes.
  for (const auto& synced : {sync_file(arriving / kManifest), sync_folder(arriving)}) {
    if (!synced) return fail(synced.error());
  }
  const auto folder = folder_ / std::to_string(manifest.sequence);
  fs::remove_all(folder, error);
  fs::rename(arriving, folder, error);
  if (error) return unavailable(folder, error.message());
  if (auto synced = sync_folder(folder_); !synced) return fail(synced.error());
  return Kept{manifest, folder / kDatabaseName};
}

void Replica::discard(const Kept& publication) {
  std::error_code ignored;
  fs::remove_all(publication.database.parent_path(), ignored);
  std::erase_if(kept_, [&](const Kept& one) { return one.manifest == publication.manifest; });
}

void Replica::keep_only(std::size_t count) {
  while (kept_.size() > count) {
    const auto oldest = kept_.back();
    discard(oldest);
  }
}

}  // namespace treatygraph::publication
