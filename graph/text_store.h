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

/// What to find in texts.
struct TextSearch {
  std::vector<TextWant> wants;  ///< terms contain no syntax
  Matching matching = Matching::All;
  std::size_t limit = 0;                         ///< of hits
  std::function<bool()> may_go_on;               ///< called during the search; returns false to end it
  std::function<bool(NodeId node)> admits = {};  ///< whether a node may be among the hits; empty: all may
};

/// Thread-safe. SqliteTexts reads treaties.db; MemoryTexts is for graphs without a file.
class TextStore {
 public:
  virtual ~TextStore() = default;
  /// The official words of a node; empty if it has none.
  [[nodiscard]] virtual Result<std::string> text(NodeId node) const = 0;
  /// The nodes whose text matches, best first. The error is Cancelled if `may_go_on` ended the search.
  [[nodiscard]] virtual Result<std::vector<TextHit>> search(const TextSearch& search) const = 0;
  /// Every word of every text, in no particular order. Reads the whole index.
  [[nodiscard]] virtual Result<std::vector<WordCount>> words() const = 0;
};

}  // namespace treatygraph
