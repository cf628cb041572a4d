#pragma once
// The words of citations, as one table per language. The grammar asks for meanings, never for letters.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// A word for a kind of provision before numbers.
struct CitationHead {
  std::string_view word;
  ProvisionKind kind = ProvisionKind::Article;
  bool is_plural = false;
  bool is_common = false;   ///< also an everyday word: "part", "title", "item"
  bool takes_stop = false;  ///< an abbreviation: "art."
  /// The kind of the capitalised word before a number, if different: "Clause 4" is a unit, "clause (b)" is not.
  std::optional<ProvisionKind> before_number = {};
  /// Its kind before a mark in brackets: "subsection (b)" is a point, "Subsection B" a division.
  std::optional<ProvisionKind> before_mark = {};
};

/// The meaning of a word or phrase in a citation, independent of language.
enum class Say : std::uint8_t {
  This,
  These,
  That,
  The,
  Present,    ///< "the present article"
  Said,       ///< "the said article"
  PointBack,  ///< after "the" of an instrument: "the said Convention"
  All,        ///< "both", "any" before neighbours
  Preceding,
  Following,
  Immediately,
  Next,
  Above,   ///< "the above paragraphs"
  Nearby,  ///< after a provision: "above", "below"
  Hereof,  ///< other words without meaning after a provision
  Thereof,
  Provisions,
  Of,
  In,
  To,
  Near,  ///< prepositions between a part and its whole, other than "of"
  Its,
  PartyOwn,  ///< "each Party's", after EachParty
  EachParty,
  Preamble,
  Preambular,
  Either,
  EachOf,
  Last,
  Sentence,    ///< parts identified by position
  PlacedPart,  ///< of these, parts that may contain points
  AnnexedHereto,
  CommonTo,
  SmallName,   ///< an instrument in lower case
  SmallAct,    ///< an act identified by its number, in lower case
  NoName,      ///< words in capitals that are not abbreviations
  NameGoesOn,  ///< "on", "for": the name continues after the noun
  CodeBefore,  ///< a code that precedes its chapters
  And,
  Or,
  Range,  ///< "to", "through", "up to and including"
  Inclusive,
  Number,        ///< "No"
  OpenEndLatin,  ///< "et seq."
  OpenEnd,       ///< "onwards", "and those that follow"
  OneMore,       ///< "f.": and the next one
  Subsequent,    ///< "and [the] following articles"
  Those,
  EndsList,     ///< ends a list: "of", "shall"
  AfterLetter,  ///< may follow a letter without brackets
  Verb,
  Introducing,  ///< begins an introductory phrase: "in", "where", "subject"
  Aside,        ///< excepts or emphasises: "except", "including"
  InAside,      ///< may accompany that: "of", "its"
  Joint,        ///< joins citations: "and", "as well as"
  kCount
};
static_assert(static_cast<std::size_t>(Say::kCount) <= 64, "a word holds what it says in 64 bits");

struct Wording {
  Say say;
  std::string_view phrases;  ///< lower case; words separated by a space, phrases by a bar: "to|up to"
};

struct OrdinalWord {
  std::string_view word;
  int value = 0;
};

/// The words of one language. Another language is another such table; the grammar stays the same.
struct Lexicon {
  std::span<const CitationHead> heads;
  std::span<const Wording> wordings;
  std::span<const OrdinalWord> ordinals;
  std::span<const std::string_view> counted;  ///< nouns of quantities: "days", "votes"
};

/// The entry of a word that begins a phrase.
struct KnownWord {
  struct Phrase {
    Say say;
    std::vector<std::string_view> further;  ///< the words after the first
  };
  std::uint64_t says = 0;    ///< meanings of the single word, a bit for each Say
  std::uint64_t begins = 0;  ///< phrases with further words
  const CitationHead* head = nullptr;
  int ordinal = 0;  ///< 1 for "first"; 0 if not an ordinal
  bool is_counted = false;
  std::vector<Phrase> phrases;  ///< longest first
};

[[nodiscard]] constexpr std::uint64_t bit_of(Say say) {
  return std::uint64_t{1} << static_cast<unsigned>(say);
}

/// A lexicon, indexed by word.
class Words {
 public:
  /// The lexicon's tables must outlive it.
  explicit Words(const Lexicon& lexicon);

  /// The entry of a word, regardless of case; nothing for most words.
  [[nodiscard]] const KnownWord* find(std::string_view word) const;

 private:
  void add_phrase(Say say, std::string_view phrase);

  std::unordered_map<std::string_view, KnownWord> words_;
};

/// The tables of English, and their words.
[[nodiscard]] const Lexicon& english();
[[nodiscard]] const Words& english_words();

}  // namespace treatygraph::ingest
