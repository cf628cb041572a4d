#pragma once
// What was typed, read as words to look for: each with the other ways to say it, and what a reader must know of that.

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/text_store.h"

namespace treatygraph::queries {

/// One way to say a thing.
struct Way {
  enum class By { Typed, Kin, Thesaurus, Translation, Name, Spelling };
  std::vector<std::string> stems;  ///< all of them
  std::string words;               ///< as they are written
  By by = By::Typed;
  bool in_a_row = false;  ///< these words and no other form of them: a phrase in quotes
  double weight = 1;
};

/// One thing that is looked for.
struct Sought {
  std::string typed;
  std::vector<Way> ways;
  double rarity = 1;      ///< the rarer, the more it tells
  bool is_wanted = true;  ///< false: it helps to order what is found, and finds nothing alone
};

/// What a word was read as, where that is not what was typed.
struct WordReading {
  enum class How { NotFound, Spelling, RareSpelling, Kin, Thesaurus, Translation, Name, Treaty };
  std::string typed;
  How how = How::NotFound;
  std::vector<std::string> read_as;
};

struct WordsRead {
  std::vector<Sought> sought;
  std::vector<WordReading> readings;
  std::vector<NodeId> treaties;          ///< that the words name among others
  std::vector<std::string_view> labels;  ///< that the words ask for: "which articles ..."
  bool speaks_of_treaty = false;         ///< "what does the convention say"
  bool asks_for_only_these = false;      ///< and for nothing else: no "safeguards", which are words as well
  bool unknown_names = false;            ///< some word is a name of what is not here: "GDPR"
};

enum class TreatyNamesIn { Words, Apart };  ///< whether a treaty's name is words as any others
/// Nothing typed is syntax but a "phrase" and a beginning*. At most 32 words are read.
[[nodiscard]] WordsRead read_words(const Graph& graph, std::string_view typed,
                                   TreatyNamesIn names = TreatyNamesIn::Apart);

/// What texts must say for one thing that is sought.
[[nodiscard]] TextWant text_want_of(const Graph& graph, const Sought& sought);

/// The name of a way to read a word, in answers: "spelling".
[[nodiscard]] std::string_view name_of(WordReading::How how);
/// "no ‘extraditon’; shown for ‘extradition’".
[[nodiscard]] std::string sentence_of(const WordReading& reading);

}  // namespace treatygraph::queries
