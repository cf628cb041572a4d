#pragma once
// The long texts of a treaties.db and its full-text index.

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "graph/sqlite.h"
#include "graph/text_store.h"

namespace treatygraph {

/// Reads the verified file, even if it was renamed or removed since. If the file was changed in place, an answer that
/// needs a changed page is Unavailable. Opens a connection per concurrent call and pools the connections.
class SqliteTexts : public TextStore {
 public:
  /// `has_text` tells by node whether it has a text: the others are answered without SQLite.
  [[nodiscard]] static Result<std::shared_ptr<const SqliteTexts>> open(std::shared_ptr<const sqlite::HeldVfs> vfs,
                                                                       std::vector<bool> has_text);
  ~SqliteTexts() override;

  [[nodiscard]] Result<std::string> text(NodeId node) const override;
  [[nodiscard]] Result<std::vector<TextHit>> search(const TextSearch& search) const override;
  [[nodiscard]] Result<std::vector<WordCount>> words() const override;

 private:
  struct Reader;
  class Lease;
  SqliteTexts(std::shared_ptr<const sqlite::HeldVfs> vfs, std::vector<bool> has_text);
  [[nodiscard]] Result<std::unique_ptr<Reader>> new_reader() const;
  [[nodiscard]] Result<std::unique_ptr<Reader>> idle_or_new_reader() const;

  std::shared_ptr<const sqlite::HeldVfs> vfs_;
  const std::vector<bool> has_text_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Reader>> idle_;  ///< with room for all readers
  mutable std::size_t readers_ = 0;                    ///< that exist, idle or not
};

}  // namespace treatygraph
