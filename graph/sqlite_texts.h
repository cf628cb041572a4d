#pragma once
// The long texts of a treaties.db and its full-text index.

#include <filesystem>
#include <mutex>
#include <vector>

#include "graph/sqlite.h"
#include "graph/text_store.h"

namespace treatygraph {

/// Opens a connection for each thread that asks at the same time, and keeps them for the next.
class SqliteTexts : public TextStore {
 public:
  explicit SqliteTexts(std::filesystem::path path) : path_(std::move(path)) {}

  [[nodiscard]] Result<std::string> text(NodeId node) const override;
  [[nodiscard]] Result<std::vector<TextHit>> search(std::string_view words, std::size_t limit,
                                                    const MayGoOn& may_go_on) const override;

 private:
  class Lease;
  [[nodiscard]] Result<Lease> lease() const;

  std::filesystem::path path_;
  mutable std::mutex mutex_;
  mutable std::vector<sqlite::Connection> idle_;
};

}  // namespace treatygraph
