#pragma once
// The long texts of a treaties.db and its full-text index.

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "graph/sqlite.h"
#include "graph/text_store.h"

namespace treatygraph {

/// Reads one snapshot, also where another file takes its path meanwhile: what is open holds on to it. Opens a
/// connection for each thread that asks at the same time, and keeps them for the next; where the path has another
/// snapshot by then, a thread waits for one that is open.
class SqliteTexts : public TextStore {
 public:
  /// `has_text` by node: the others' texts are not looked for. The error is Unavailable where `path` does not have
  /// `snapshot` (any more).
  [[nodiscard]] static Result<std::shared_ptr<const SqliteTexts>> open(std::filesystem::path path, std::string snapshot,
                                                                       std::vector<bool> has_text);
  ~SqliteTexts() override;

  [[nodiscard]] Result<std::string> text(NodeId node) const override;
  [[nodiscard]] Result<std::vector<TextHit>> search(std::string_view words, std::size_t limit,
                                                    const MayGoOn& may_go_on) const override;

 private:
  struct Reader;
  class Lease;
  SqliteTexts(std::filesystem::path path, std::string snapshot, std::vector<bool> has_text);
  [[nodiscard]] Result<std::unique_ptr<Reader>> new_reader() const;
  [[nodiscard]] Lease lease() const;

  std::filesystem::path path_;
  std::string snapshot_;
  const std::vector<bool> has_text_;
  mutable std::mutex mutex_;
  mutable std::condition_variable returned_;
  mutable std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace treatygraph
