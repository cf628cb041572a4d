#pragma once
// Long texts and full-text search: what stays in treaties.db and is read when asked for.

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
  NodeId node;
  double score = 0;  ///< higher is better
};

/// One thing that a text must say, in any of these ways: a word, a beginning, or several words in a row.
using TextWant = std::vector<SearchTerm>;
enum class Matching { All, Any };  ///< of what is wanted

/// A word of the texts, lower case and without accents, and how many nodes' texts have it.
struct WordCount {
  std::string word;
  std::size_t nodes = 0;
};

/// Any number of threads may ask at the same time.
class TextStore {
 public:
  virtual ~TextStore() = default;
  /// The official words of a node; empty where it has none.
  [[nodiscard]] virtual Result<std::string> text(NodeId node) const = 0;
  /// Asked now and then while a search runs: false ends it.
  using MayGoOn = std::function<bool()>;
  /// Nodes whose text says all, or any, of `wants`, best first; nothing in a want is syntax. The error is Cancelled
  /// where `may_go_on` ended it.
  [[nodiscard]] virtual Result<std::vector<TextHit>> search(const std::vector<TextWant>& wants, Matching matching,
                                                            std::size_t limit, const MayGoOn& may_go_on) const = 0;
  /// Every word of every text, unsorted.
  [[nodiscard]] virtual Result<std::vector<WordCount>> words() const = 0;
};

}  // namespace treatygraph
