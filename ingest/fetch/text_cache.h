#pragma once
// The cache of fetched texts. File names contain a hash of the bytes, so files never change.
//
//   DIR/manifest.json                   what came from where, when, and its SHA-256
//   DIR/uncc/en-0f3a12bc9d47.docx       a text of a treaty of the registry
//   DIR/addresses/HOST/PAGE-0f3a….pdf   one that was asked for by its address

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

/// The manifest's entry for one file.
struct KeptText {
  enum class State {
    Current,  ///< the accepted content of its address
    Changed,  ///< later content of its address, not accepted yet
    Earlier,  ///< earlier content of its address
  };
  std::string asked;       ///< the requested address
  std::string address;     ///< final address after redirects
  std::string name;        ///< "uncc/en"
  std::string format;      ///< "docx"
  std::string media_type;  ///< from the server
  std::string sha256;      ///< 64 hexadecimal digits
  std::size_t bytes = 0;
  std::string fetched;  ///< when it was first fetched, "2026-03-01T12:00:00Z"
  std::string checked;  ///< when its address last gave the same bytes
  State state = State::Current;
  std::filesystem::path file = {};  ///< path relative to the cache's folder
};

/// A cache that this process has locked. One thread only.
class TextCache {
 public:
  /// Opens the folder, creates it if necessary, and locks it for this process until the destructor runs. The error says
  /// that the manifest cannot be read, or that another process uses the cache.
  [[nodiscard]] static Result<TextCache> open(const std::filesystem::path& folder);
  /// $XDG_CACHE_HOME/treatygraph, or ~/.cache/treatygraph. Empty if neither variable is an absolute path.
  [[nodiscard]] static std::filesystem::path usual_folder();
  TextCache(TextCache&& other) noexcept;
  TextCache(const TextCache&) = delete;
  TextCache& operator=(const TextCache&) = delete;
  TextCache& operator=(TextCache&&) = delete;
  ~TextCache();

  /// The current text of the address `asked`; none if it was never fetched. Reads the file to verify its hash. The
  /// error says that the file is missing or was changed.
  [[nodiscard]] Result<std::optional<KeptText>> current(std::string_view asked) const;
  /// Later content of the address that was not accepted yet.
  [[nodiscard]] std::optional<KeptText> changed(std::string_view asked) const;
  [[nodiscard]] std::filesystem::path path_of(const KeptText& text) const { return folder_ / text.file; }

  /// New: the address had no text. Same: it gave the same bytes. Changed: it gave others, which are kept beside the
  /// current ones. Accepted: these are current now.
  enum class Outcome { New, Same, Changed, Accepted };
  /// Writes the bytes and then the manifest, each atomically, so that the manifest never names a missing file. `text`
  /// comes without sha256, bytes, file, fetched, checked and state.
  [[nodiscard]] Result<Outcome> keep(KeptText text, std::string_view bytes, bool accepts_change);

 private:
  TextCache(std::filesystem::path folder, int lock) : folder_(std::move(folder)), lock_(lock) {}
  [[nodiscard]] KeptText* find(std::string_view asked, KeptText::State state);
  [[nodiscard]] Result<void> write_file(const KeptText& text, std::string_view bytes) const;
  [[nodiscard]] Result<void> write_manifest() const;

  std::filesystem::path folder_;
  int lock_;  ///< descriptor of the lock file
  std::vector<KeptText> texts_;
};

}  // namespace treatygraph::ingest
