#pragma once
// Interprets a query as terms to search for, each with alternative wordings, and with notes for the reader.

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/text_store.h"

namespace treatygraph::queries {

/// One wording of a term.
struct Way {
  enum class By { Typed, Kin, Thesaurus, Translation, Name, Spelling };
  std::vector<std::string> stems;  ///< all of them
  std::string words;               ///< as written
  By by = By::Typed;
  bool in_a_row = false;  ///< exactly these words: a phrase in quotes
  double weight = 1;
};

/// One term of the query.
struct Sought {
  std::string typed;
  std::vector<Way> ways;
  double rarity = 1;      ///< weight by rarity
  bool is_wanted = true;  ///< false: it only affects the order of results
};

/// How a word was interpreted, if not as typed.
struct WordReading {
  enum class How { NotFound, Spelling, RareSpelling, Kin, Thesaurus, Translation, Name, Treaty };
  std::string typed;
  How how = How::NotFound;
  std::vector<std::string> read_as;
};

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
/// The only syntax is a "phrase" and a prefix*. At most 32 words are read.
[[nodiscard]] WordsRead read_words(const Graph& graph, std::string_view typed,
                                   TreatyNamesIn names = TreatyNamesIn::Apart);

/// The condition on texts for one term.
[[nodiscard]] TextWant text_want_of(const Graph& graph, const Sought& sought);

/// The name of an interpretation in answers: "spelling".
[[nodiscard]] std::string_view name_of(WordReading::How how);
/// "no ‘extraditon’; shown for ‘extradition’".
[[nodiscard]] std::string sentence_of(const WordReading& reading);

}  // namespace treatygraph::queries
