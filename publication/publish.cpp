// Publishing. The order of the steps makes it safe for followers and after a crash at any moment:
// 1. the files are copied to a temporary folder, and the copy is opened as a server opens it, so a damaged database is
// never published;
// 2. the files are stored under the hashes of their bytes, where no follower looks yet;
// 3. the manifest is stored in the history, and then as the pointer: from here on followers fetch it;
// 4. old publications are removed.
// A crash leaves at most objects and a history entry that the pointer does not name.

#include "publication/publish.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "graph/analyses.h"
#include "graph/database.h"
#include "graph/graph.h"
#include "graph/sha256.h"
#include "publication/copy.h"
#include "publication/scratch_folder.h"

namespace treatygraph::publication {
namespace {

namespace fs = std::filesystem;

/// A copy of a database in a temporary folder, where no other program changes it.
struct Staged {
  ScratchFolder folder;
  std::string snapshot;
  std::vector<File> files;

  [[nodiscard]] fs::path path_of(const File& file) const { return folder.path() / file.name; }
};

/// The database, its image and its analyses, as far as they exist, with the names that they get in a publication.
std::vector<std::pair<fs::path, std::string>> files_of(const fs::path& database) {
  std::vector<std::pair<fs::path, std::string>> files = {{database, std::string(kDatabaseName)}};
  const auto twin = database.string() + ".graph";
  std::error_code error;
  if (fs::exists(twin, error)) files.emplace_back(twin, std::string(kDatabaseName) + ".graph");
  const auto analyses = analyses_path(database);
  if (fs::exists(analyses, error)) files.emplace_back(analyses, std::string(kDatabaseName) + ".analysis");
  return files;
}

/// Copies and verifies. Errors about the copy are reworded to name the original.
Result<Staged> stage(const fs::path& database) {
  auto folder = ScratchFolder::make();
  if (!folder) return fail(folder.error());
  Staged staged{*std::move(folder), {}, {}};
  for (const auto& [path, name] : files_of(database)) {
    const auto copy = staged.folder.path() / name;
    const auto bytes = copy_bytes(path, copy, {});
    if (!bytes) return fail(bytes.error());
    auto hash = sha256_of_file(copy);
    if (!hash) return fail(hash.error());
    staged.files.push_back({name, *bytes, *std::move(hash)});
  }
  const auto refused = [&](ErrorCode code, std::string detail) {
    const auto copy = staged.path_of(staged.files.front()).string();
    if (const auto at = detail.find(copy); at != std::string::npos) detail.replace(at, copy.size(), database.string());
    return fail(code, std::move(detail));
  };
  std::string notes;
  const auto graph = open_database(staged.path_of(staged.files.front()), {}, Verify::Now, &notes);
  if (!graph) return refused(graph.error().code, graph.error().detail);
  // An image that cannot be used would make every server that follows build the graph from the tables.
  const auto image = std::string(kDatabaseName) + ".graph";
  const bool has_image = std::ranges::find(staged.files, image, &File::name) != staged.files.end();
  if (has_image && notes.find(image) != std::string::npos) return refused(ErrorCode::Corrupt, notes);
  staged.snapshot = graph->snapshot();
  if (Analyses::of(*graph) == nullptr) {  // there is no table, or it is of another snapshot
    std::erase_if(staged.files, [](const File& file) { return file.name.ends_with(".analysis"); });
  }
  return staged;
}

/// The manifest in an entry of the store; nothing if there is no such entry.
Result<std::optional<Manifest>> manifest_at(Store& store, const std::string& name) {
  const auto text = store.read(name, kLongestManifest, {});
  if (!text && text.error().code == ErrorCode::NotFound) return std::optional<Manifest>();
  if (!text) return fail(text.error());
  auto manifest = parse_manifest(*text);
  if (!manifest) return fail(manifest.error().code, fmt::format("{}: {}", store.place(name), manifest.error().detail));
  return std::optional(*std::move(manifest));
}

/// Stores a text, by way of a file in `folder`, because put() takes files.
Result<void> put_text(Store& store, const std::string& name, const std::string& text, const fs::path& folder) {
  const auto path = folder / "manifest";
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file.fail()) return fail(ErrorCode::Unavailable, path.string() + ": cannot be written");
  return store.put(name, path);
}

/// Stores all files, even if the store already has an object of that name: a damaged object is repaired in this way.
Result<void> store_files(const Staged& staged, Store& store) {
  for (const auto& file : staged.files) {
    if (auto stored = store.put(object_name(file), staged.path_of(file)); !stored) return stored;
  }
  return {};
}

/// The next sequence: above that of the pointer, and not yet in the history. The history may have higher ones if a
/// person restored an old pointer.
Result<std::uint64_t> next_sequence(Store& store, const std::optional<Manifest>& last) {
  for (auto sequence = last ? last->sequence + 1 : 1;; ++sequence) {
    const auto entry = manifest_at(store, history_name(sequence));
    if (!entry) return fail(entry.error());
    if (!*entry) return sequence;
  }
}

/// Removes all but the last `keep` older publications, and the objects that only the removed ones name. Failures are
/// only noted: the new publication is complete.
void forget_old(const Manifest& newest, std::size_t keep, Store& store, std::vector<std::string>& not_removed) {
  std::set<std::string> needed;
  const auto names_of = [](const Manifest& manifest) {
    std::set<std::string> names;
    for (const auto& file : manifest.files) names.insert(object_name(file));
    return names;
  };
  needed.merge(names_of(newest));
  const auto remove = [&](const std::string& name) {
    if (const auto removed = store.remove(name); !removed) not_removed.push_back(removed.error().detail);
  };
  for (auto back = std::uint64_t{1}; back < newest.sequence; ++back) {
    const auto name = history_name(newest.sequence - back);
    const auto old = manifest_at(store, name);
    if (!old || !*old) break;  // older ones have been removed already
    if (back <= keep) {
      needed.merge(names_of(**old));
      continue;
    }
    for (const auto& object : names_of(**old)) {
      if (!needed.contains(object)) remove(object);
    }
    remove(name);
  }
}

}  // namespace

Result<Published> publish(const fs::path& database, Store& store, std::size_t keep) {
  const auto lock = store.lock();
  if (!lock) return fail(lock.error());
  const auto staged = stage(database);
  if (!staged) return fail(staged.error());
  auto last = manifest_at(store, std::string(kPointer));
  if (!last) return fail(last.error());
  if (auto stored = store_files(*staged, store); !stored) return fail(stored.error());
  if (*last && (*last)->files == staged->files) return Published{**std::move(last), false, {}};
  const auto sequence = next_sequence(store, *last);
  if (!sequence) return fail(sequence.error());
  Published published{{*sequence, staged->snapshot, staged->files}, true, {}};
  const auto text = to_text(published.manifest);
  for (const auto& name : {history_name(published.manifest.sequence), std::string(kPointer)}) {
    if (auto stored = put_text(store, name, text, staged->folder.path()); !stored) return fail(stored.error());
  }
  forget_old(published.manifest, keep, store, published.not_removed);
  return published;
}

}  // namespace treatygraph::publication
