#pragma once
// Official texts that were fetched, each under a name that its bytes give it, so that none is ever changed.
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

/// What the manifest says of one file.
struct KeptText {
  enum class State {
    Current,  ///< what its address gives, as far as is known and accepted
    Changed,  ///< what its address gave later, until somebody accepts it
    Earlier,  ///< what its address gave before
  };
  std::string asked;       ///< the address that was asked
  std::string address;     ///< that it came from in the end
  std::string name;        ///< "uncc/en"
  std::string format;      ///< "docx"
  std::string media_type;  ///< as the server called it
  std::string sha256;      ///< 64 hexadecimal digits
  std::size_t bytes = 0;
  std::string fetched;  ///< when it first came, "2026-03-01T12:00:00Z"
  std::string checked;  ///< when its address last gave the same
  State state = State::Current;
  std::filesystem::path file = {};  ///< below the cache's folder
};

class TextCache {
 public:
  /// Takes the folder, which is made where it is not there, for this process alone. The error says that a manifest
  /// cannot be read, or that another process has it.
  [[nodiscard]] static Result<TextCache> open(const std::filesystem::path& folder);
  /// $XDG_CACHE_HOME/treatygraph, or ~/.cache/treatygraph; empty where neither is known.
  [[nodiscard]] static std::filesystem::path usual_folder();
  TextCache(TextCache&& other) noexcept;
  TextCache(const TextCache&) = delete;
  TextCache& operator=(const TextCache&) = delete;
  TextCache& operator=(TextCache&&) = delete;
  ~TextCache();

  /// What stands for `asked`. The error says that its file is gone or is no longer what was fetched.
  [[nodiscard]] Result<std::optional<KeptText>> current(std::string_view asked) const;
  /// What its address gave since, and nobody has accepted.
  [[nodiscard]] std::optional<KeptText> changed(std::string_view asked) const;
  [[nodiscard]] std::filesystem::path path_of(const KeptText& text) const { return folder_ / text.file; }

  enum class Outcome { New, Same, Changed, Accepted };
  /// Writes the bytes and then the manifest, each whole or not at all. Where `asked` has given something else before,
  /// that stays, and this becomes Changed, or Current where `accepts_change`. `text` comes without sha256, bytes, file,
  /// fetched, checked and state.
  [[nodiscard]] Result<Outcome> keep(KeptText text, std::string_view bytes, bool accepts_change);

 private:
  TextCache(std::filesystem::path folder, int lock) : folder_(std::move(folder)), lock_(lock) {}
  [[nodiscard]] KeptText* find(std::string_view asked, KeptText::State state);
  [[nodiscard]] Result<void> write_file(const KeptText& text, std::string_view bytes) const;
  [[nodiscard]] Result<void> write_manifest() const;

  std::filesystem::path folder_;
  int lock_;  ///< descriptor of the file that is locked
  std::vector<KeptText> texts_;
};

}  // namespace treatygraph::ingest
