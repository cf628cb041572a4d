#pragma once
// Long texts and full-text search, which stay in treaties.db and are read on demand.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "graph/ids.h"
#include "graph/result.h"
#include "graph/search_words.h"

namespace treatygraph {

/// A node found by the words of its text.
struct TextHit {
  NodeId node{};
  double score = 0;  ///< higher is better
};

/// Something to find, in any of several forms: a word, a prefix, or several words in a row.
using TextWant = std::vector<SearchTerm>;
/// Whether a text must contain all of the wants, or any of them.
enum class Matching { All, Any };

/// A word of the texts, lower case and without accents, and the number of texts that contain it.
struct WordCount {
  std::string word;
  std::size_t nodes = 0;
};

/// Thread-safe. SqliteTexts reads treaties.db; MemoryTexts is for graphs without a file.
class TextStore {
 public:
  virtual ~TextStore() = default;
  /// The official words of a node; empty if it has none.
  [[nodiscard]] virtual Result<std::string> text(NodeId node) const = 0;
  /// Called during a search; returns false to end it.
  using MayGoOn = std::function<bool()>;
  /// Whether a node may be among the hits.
  using Admits = std::function<bool(NodeId)>;
  /// The best `limit` of the nodes that `admits` (empty: all nodes) and whose text contains all, or any, of `wants`,
  /// best first; terms contain no syntax. The error is Cancelled if `may_go_on` ended the search.
  [[nodiscard]] virtual Result<std::vector<TextHit>> search(const std::vector<TextWant>& wants, Matching matching,
                                                            std::size_t limit, const MayGoOn& may_go_on,
                                                            const Admits& admits) const = 0;
  [[nodiscard]] Result<std::vector<TextHit>> search(const std::vector<TextWant>& wants, Matching matching,
                                                    std::size_t limit, const MayGoOn& may_go_on) const {
    return search(wants, matching, limit, may_go_on, {});
  }
  /// Every word of every text, in no particular order. Reads the whole index.
  [[nodiscard]] virtual Result<std::vector<WordCount>> words() const = 0;
};

}  // namespace treatygraph
