#pragma once
// The long texts of a graph that was built in memory, searched word by word: for tests and small graphs.

#include <string>
#include <vector>

#include "graph/text_store.h"

namespace treatygraph {

class Graph;

class MemoryTexts : public TextStore {
 public:
  /// `texts` by NodeId, or empty where no node has any. Copies what search needs from `graph`, so that it may move.
  MemoryTexts(const Graph& graph, std::vector<std::string> texts);

  [[nodiscard]] Result<std::string> text(NodeId node) const override;
  [[nodiscard]] Result<std::vector<TextHit>> search(std::string_view words, std::size_t limit,
                                                    const MayGoOn& may_go_on) const override;

 private:
  std::vector<std::string> texts_;
  std::vector<std::string> searched_;  ///< by NodeId: heading, name, title, summary and text, in lower case
};

}  // namespace treatygraph
