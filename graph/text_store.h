#pragma once
// Long texts and full-text search: what stays in treaties.db and is read when asked for.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ids.h"
#include "graph/result.h"

namespace treatygraph {

/// A node found by its words.
struct TextHit {
  NodeId node;
  double score = 0;     ///< higher is better
  std::string snippet;  ///< some words around the first hit, each hit between U+0002 and U+0003
};

/// Any number of threads may ask at the same time.
class TextStore {
 public:
  virtual ~TextStore() = default;
  /// The official words of a node; empty where it has none.
  [[nodiscard]] virtual Result<std::string> text(NodeId node) const = 0;
  /// Asked now and then while a search runs: false ends it.
  using MayGoOn = std::function<bool()>;
  /// Nodes that have every word of `words` (what a person typed; nothing in it is syntax) in their heading, name,
  /// summary or text, best first. A word that ends in '*' stands for its beginnings; words in double quotes for the
  /// phrase. The error is Cancelled where `may_go_on` ended it.
  [[nodiscard]] virtual Result<std::vector<TextHit>> search(std::string_view words, std::size_t limit,
                                                            const MayGoOn& may_go_on) const = 0;
};

}  // namespace treatygraph
