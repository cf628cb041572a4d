#pragma once
// Interprets a query as terms to search for, each with alternative wordings, and with notes for the reader.

#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/text_store.h"
#include "queries/search/word_reading.h"
#include "queries/search/word_ways.h"

namespace treatygraph::queries {

/// A query as it was understood.
struct WordsRead {
  std::vector<Sought> sought;
  std::vector<WordReading> readings;
  std::vector<NodeId> treaties;          ///< named among other words
  std::vector<std::string_view> labels;  ///< requested by the words: "which articles ..."
  bool speaks_of_treaty = false;         ///< "what does the convention say"
  bool asks_for_only_these = false;      ///< and nothing else; not for "safeguards", which is also a term
  bool unknown_names = false;            ///< some word is the name of something that is not loaded: "GDPR"
};

enum class TreatyNamesIn { Words, Apart };  ///< whether a treaty's name is searched as ordinary words
/// Interprets `typed`. The only syntax is a "phrase" and a prefix*. At most 32 words are read.
[[nodiscard]] WordsRead read_words(const Graph& graph, std::string_view typed,
                                   TreatyNamesIn names = TreatyNamesIn::Apart);

/// The condition that the text store checks for one term: any of these words or phrases.
[[nodiscard]] TextWant text_want_of(const Graph& graph, const Sought& sought);

}  // namespace treatygraph::queries
