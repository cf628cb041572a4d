#pragma once
// The long texts of a graph built in memory, searched linearly: for tests and small graphs.

#include <string>
#include <vector>

#include "graph/text_store.h"

namespace treatygraph {

/// Scores a text by the number of wanted terms that it contains. The TextStore of treaties.db is SqliteTexts.
class MemoryTexts : public TextStore {
 public:
  /// `texts` is indexed by NodeId, or empty if no node has a text.
  explicit MemoryTexts(std::vector<std::string> texts);

  [[nodiscard]] Result<std::string> text(NodeId node) const override;
  [[nodiscard]] Result<std::vector<TextHit>> search(const TextSearch& search) const override;
  [[nodiscard]] Result<std::vector<WordCount>> words() const override;

 private:
  std::vector<std::string> texts_;
  std::vector<std::string> searched_;  ///< by NodeId: the words of the text, each between spaces
};

}  // namespace treatygraph
