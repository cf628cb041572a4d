#pragma once
// The words that citations are made of, as one table for each language: the grammar asks what a word says, and never
// which letters it has.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// A word that names a kind of provision, in front of numbers.
struct CitationHead {
  std::string_view word;
  ProvisionKind kind = ProvisionKind::Article;
  bool is_plural = false;
  bool is_common = false;   ///< a word of everyday language too: "part", "title", "item"
  bool takes_stop = false;  ///< an abbreviation: "art."
  /// What a capitalised one is in front of a number, where that is another kind: "Clause 4" is a unit, "clause (b)"
  /// not.
  std::optional<ProvisionKind> before_number = {};
  /// What it is in front of a mark in brackets: "subsection (b)" is a point, "Subsection B" a division.
  std::optional<ProvisionKind> before_mark = {};
};

/// What a word or a phrase says in a citation, whatever the language.
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
  Nearby,  ///< behind a provision: "above", "below"
  Hereof,  ///< and what says as little behind one
  Thereof,
  Provisions,
  Of,
  In,
  To,
  Near,  ///< prepositions that tie a part to its whole beside "of"
  Its,
  PartyOwn,  ///< "each Party's", behind EachParty
  EachParty,
  Preamble,
  Preambular,
  Either,
  EachOf,
  Last,
  Sentence,    ///< parts that are told by their place
  PlacedPart,  ///< those of them that points may stand in
  AnnexedHereto,
  CommonTo,
  SmallName,   ///< an instrument that is written small
  SmallAct,    ///< an act that is named by its number, written small
  NoName,      ///< words in capitals that are no abbreviation
  NameGoesOn,  ///< "on", "for": the noun before is not the whole name
  CodeBefore,  ///< a code that stands before its chapters
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
  EndsList,     ///< a list has ended: "of", "shall"
  AfterLetter,  ///< may follow a letter without brackets
  Verb,
  Introducing,  ///< a word that begins an introduction: "in", "where", "subject"
  Aside,        ///< leaves out or stresses: "except", "including"
  InAside,      ///< may stand beside that: "of", "its"
  Joint,        ///< joins citations: "and", "as well as"
  kCount
};
static_assert(static_cast<std::size_t>(Say::kCount) <= 64, "a word holds what it says in 64 bits");

struct Wording {
  Say say;
  std::string_view phrases;  ///< in small letters, words parted by a space, phrases by a bar: "to|up to"
};

struct OrdinalWord {
  std::string_view word;
  int value = 0;
};

/// The words of one language. A second language is a second one of these: the grammar stays.
struct Lexicon {
  std::span<const CitationHead> heads;
  std::span<const Wording> wordings;
  std::span<const OrdinalWord> ordinals;
  std::span<const std::string_view> counted;  ///< what numbers count: "days", "votes"
};

/// What is known of a word that begins some phrase.
struct KnownWord {
  struct Phrase {
    Say say;
    std::vector<std::string_view> further;  ///< the words behind the first
  };
  std::uint64_t says = 0;    ///< alone, a bit for each Say
  std::uint64_t begins = 0;  ///< with further words
  const CitationHead* head = nullptr;
  int ordinal = 0;  ///< 1 for "first"; 0 where it is none
  bool is_counted = false;
  std::vector<Phrase> phrases;  ///< longest first
};

[[nodiscard]] constexpr std::uint64_t bit_of(Say say) {
  return std::uint64_t{1} << static_cast<unsigned>(say);
}

/// A lexicon, word by word.
class Words {
 public:
  /// The tables of the lexicon must outlive it.
  explicit Words(const Lexicon& lexicon);

  /// What the language knows of a word, whatever its case; nothing for most words.
  [[nodiscard]] const KnownWord* find(std::string_view word) const;

 private:
  void add_phrase(Say say, std::string_view phrase);

  std::unordered_map<std::string_view, KnownWord> words_;
};

/// The tables of English, and their words.
[[nodiscard]] const Lexicon& english();
[[nodiscard]] const Words& english_words();

}  // namespace treatygraph::ingest
