// The folder has a lock file, a manifest, and the texts. Files are named by their content, so they are written once and
// never changed. An address has at most one current text. All changes go through the manifest, which is written last:
// after a crash there may be a file that it does not name, which does no harm.

#include "ingest/fetch/text_cache.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "graph/sha256.h"
#include "graph/temporary_file.h"
#include "ingest/fetch/manifest.h"
#include "ingest/text/read_file.h"

namespace treatygraph::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest.json";
constexpr std::size_t kLargestManifest = std::size_t{64} * 1024 * 1024;
/// Hexadecimal digits of the SHA-256 in file names.
constexpr std::size_t kDigitsInNames = 12;

/// The time in UTC, ISO 8601.
std::string now() {
  const auto time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

/// Writes a file atomically: a temporary file beside it is renamed.
Result<void> write_whole(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  auto file = TemporaryFile::beside(path);
  if (!file) return fail(file.error());
  std::ofstream out(file->path(), std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return fail(ErrorCode::Unavailable, fmt::format("{}: cannot be written; is the disk full?", path.string()));
  return file->commit();
}

/// An absolute path in a variable, or empty.
fs::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  const fs::path path = value == nullptr ? "" : value;
  return path.is_absolute() ? path : fs::path();  // by the XDG Base Directory Specification
}

}  // namespace

fs::path TextCache::usual_folder() {
  if (const auto cache = from_environment("XDG_CACHE_HOME"); !cache.empty()) return cache / "treatygraph";
  const auto home = from_environment("HOME");
  return home.empty() ? home : home / ".cache" / "treatygraph";
}

Result<TextCache> TextCache::open(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) {
    return fail(ErrorCode::Unavailable,
                fmt::format("{}: this folder for fetched texts cannot be made", folder.string()));
  }
  const auto lock_file = folder / ".lock";
  // The lock is on a file of its own, because the manifest is replaced when it is written.
  const int lock = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock < 0) return fail(ErrorCode::Unavailable, fmt::format("{}: cannot be written", lock_file.string()));
  TextCache cache(folder, lock);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    return fail(ErrorCode::Unavailable, fmt::format("{}: another process fetches texts into it", folder.string()));
  }
  const auto manifest = folder / kManifest;
  if (!fs::exists(manifest)) return cache;
  const auto json = read_file(manifest, kLargestManifest);
  if (!json) return fail(json.error());
  auto texts = read_manifest(*json);
  if (!texts) {
    return fail(ErrorCode::Corrupt, fmt::format("{}: {}; nothing was changed: mend it, or move it away and fetch again",
                                                manifest.string(), texts.error().detail));
  }
  cache.texts_ = *std::move(texts);
  return cache;
}

TextCache::TextCache(TextCache&& other) noexcept
    : folder_(std::move(other.folder_)), lock_(std::exchange(other.lock_, -1)), texts_(std::move(other.texts_)) {}

TextCache::~TextCache() {
  if (lock_ >= 0) ::close(lock_);
}

KeptText* TextCache::find(std::string_view asked, KeptText::State state) {
  const auto found =
      std::ranges::find_if(texts_, [&](const KeptText& text) { return text.asked == asked && text.state == state; });
  return found == texts_.end() ? nullptr : &*found;
}

Result<std::optional<KeptText>> TextCache::current(std::string_view asked) const {
  const auto found = std::ranges::find_if(
      texts_, [&](const KeptText& text) { return text.asked == asked && text.state == KeptText::State::Current; });
  if (found == texts_.end()) return std::optional<KeptText>();
  const auto path = path_of(*found);
  const auto sha256 = sha256_of_file(path);
  if (!sha256)
    return fail(ErrorCode::Corrupt, fmt::format("{}: was fetched on {} and is gone", path.string(), found->fetched));
  if (*sha256 != found->sha256) {
    return fail(ErrorCode::Corrupt,
                fmt::format("{}: somebody changed it after it was fetched on {}", path.string(), found->fetched));
  }
  return std::optional(*found);
}

std::optional<KeptText> TextCache::changed(std::string_view asked) const {
  const auto found = std::ranges::find_if(
      texts_, [&](const KeptText& text) { return text.asked == asked && text.state == KeptText::State::Changed; });
  return found == texts_.end() ? std::nullopt : std::optional(*found);
}

/// The name contains the hash, so a file with the right content is left as it is.
Result<void> TextCache::write_file(const KeptText& text, std::string_view bytes) const {
  const auto path = path_of(text);
  const auto there = sha256_of_file(path);
  if (there && *there == text.sha256) return {};
  return write_whole(path, bytes);
}

Result<void> TextCache::write_manifest() const {
  return write_whole(folder_ / kManifest, manifest_of(texts_));
}

Result<TextCache::Outcome> TextCache::keep(KeptText text, std::string_view bytes, bool accepts_change) {
  text.sha256 = sha256_of(bytes);
  text.bytes = bytes.size();
  text.fetched = text.checked = now();
  text.file = fmt::format("{}-{}.{}", text.name, text.sha256.substr(0, kDigitsInNames), text.format);
  if (auto written = write_file(text, bytes); !written) return fail(written.error());
  // At most one content of an address waits to be accepted: the last one that it gave.
  if (auto* const waiting = find(text.asked, KeptText::State::Changed)) waiting->state = KeptText::State::Earlier;
  auto* before = find(text.asked, KeptText::State::Current);
  auto outcome = Outcome::New;
  if (before != nullptr && before->sha256 == text.sha256) {
    before->checked = text.checked;
    outcome = Outcome::Same;
  } else if (before == nullptr) {
    texts_.push_back(std::move(text));
  } else {
    outcome = accepts_change ? Outcome::Accepted : Outcome::Changed;
    text.state = accepts_change ? KeptText::State::Current : KeptText::State::Changed;
    // The earlier content stays in the cache, for comparison.
    if (accepts_change) before->state = KeptText::State::Earlier;
    // The same content may be in the cache already, as changed or as earlier content of this address.
    std::erase_if(texts_, [&](const KeptText& other) {
      const bool is_same = other.asked == text.asked && other.sha256 == text.sha256;
      if (is_same) text.fetched = other.fetched;
      return is_same;
    });
    texts_.push_back(std::move(text));
  }
  if (auto written = write_manifest(); !written) return fail(written.error());
  return outcome;
}

}  // namespace treatygraph::ingest
