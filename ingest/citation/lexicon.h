#pragma once
// The words of citations. The grammar asks for the meaning of a word (`Say`), not for its letters, so another language
// needs only another file.

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/eid.h"
#include "ingest/text/number_words.h"

namespace treatygraph::ingest {

/// A word for a kind of provision before numbers: "article", "paras".
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
  bool needs_stop = false;  ///< with its full stop only: French "par." is a paragraph, "par" means "by"
};

struct ForceTable;
struct NameTable;

/// The meaning of a word or phrase in a citation, independent of language. One word may have several: "above" is Above,
/// Nearby and Hereof.
enum class Say : std::uint8_t {
  // Words that point to provisions.
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
  PrecedingAfterNoun,  ///< after the noun: "le paragraphe précédent"
  FollowingAfterNoun,
  BeforeUnit,  ///< an article before a number's noun: "de l'article 5"; not in English
  Immediately,
  Next,
  Above,  ///< "the above paragraphs"
  // Words after a provision.
  Nearby,  ///< after a provision: "above", "below"
  Hereof,  ///< words after a provision that add nothing: "hereof"
  Thereof,
  // Words between a part and its whole, and for parts without a number.
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
  PlacedPart,  ///< those of them that may contain points: "subparagraph"
  AnnexedHereto,
  CommonTo,
  // Instruments that are recognised by other signs than the capitals of their names.
  SmallName,   ///< an instrument in lower case
  SmallAct,    ///< an act identified by its number, in lower case
  NoName,      ///< words in capitals that are not abbreviations
  NameGoesOn,  ///< "on", "for": the name continues after the noun
  CodeBefore,  ///< a code that precedes its chapters
  // Lists and ranges.
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
  EndsList,  ///< ends a list: "of", "shall"
  // The sentence around a citation.
  AfterLetter,  ///< may follow a letter without brackets
  Verb,
  Introducing,  ///< begins an introductory phrase: "in", "where", "subject"
  Aside,        ///< excepts or emphasises: "except", "including"
  InAside,      ///< may accompany such words: "of", "its"
  Joint,        ///< joins citations: "and", "as well as"

  // Names of instruments. Nouns are given in lower case and mean the capitalised word, except the small ones.
  TreatyNoun,      ///< "Convention"
  PluralNoun,      ///< "Conventions"
  ActNoun,         ///< has articles, too, but is not a treaty: "Law"
  Acronym,         ///< "GATT"
  NumberedAct,     ///< "Directive 95/46/EC"
  OwnAct,          ///< may call itself so: "this Regulation"
  AnnexedNoun,     ///< belongs to the instrument before it: "Convention and Statute on ..."
  CompoundNoun,    ///< "Articles of Agreement"
  TreatyAct,       ///< the noun of "Final Act"
  TreatyActKind,   ///< "Final" of it
  SmallTreaty,     ///< written small: "the convention"
  SmallLaw,        ///< "the law"
  ProvisionWord,   ///< "Article" ends a name
  NumberedHead,    ///< ends a name before a number: "Rule 5"
  NoPurpose,       ///< a noun of acts that also means other things: "Purposes and Principles of the Charter"
  InsideName,      ///< small words inside a name
  InSubject,       ///< "implementation" of "Agreement on Implementation of Article VII"
  OrInName,        ///< "or" between words of a name
  AtInName,        ///< "at" of "Safety of Life at Sea"
  AtPlace,         ///< after a place: "at Geneva on"
  OtherInName,     ///< "other" of "Nationals of other States"
  Between,         ///< "Agreement between"
  Against,         ///< may be followed by "à" inside a name: "par rapport à"
  About,           ///< says what a treaty is about: "on", "concerning"
  EndsNoun,        ///< after these a title says whom or what it concerns
  BeginsRest,      ///< may follow a small noun
  NoAdjective,     ///< may not precede one
  Organ,           ///< "Committee"
  PartyNoun,       ///< "State", "Party"
  NoNameBehind,    ///< after "and", these begin no name
  AndPreposition,  ///< after "and", before another name: "in", "of"
  ForParties,      ///< "for the State Party"
  ToParties,       ///< "by a Contracting Party"
  Indefinite,      ///< "a"
  TitleBegins,     ///< begins a title written small: "Convention on preventing floods"
  NoTitle,         ///< after TitleBegins, shows that no title follows: "on its", "on behalf"
  EndsTitle,       ///< ends one: "shall", "from"
  DateInName,      ///< "done", "signed"
  kCount
};
static_assert(static_cast<std::size_t>(Say::kCount) <= 128, "a word holds what it says in few bits");

/// The words and phrases with one meaning, in lower case.
struct Wording {
  Say say;
  std::vector<std::string_view> phrases;
};

/// A word that stands for several: "du" for "de le".
struct Contraction {
  std::string_view word;
  std::string_view words;
};

/// How a language writes the names of treaties.
enum class NameStyle : std::uint8_t {
  Capitals,  ///< "Convention on the Rights of the Child"
  Small      ///< "Convention relative aux droits de l'enfant"
};

/// The words of one language: [citation] of its file. The grammar is the same for all languages.
///
/// Words are compared without case and accents, because texts are often printed without them: "ARTICULO" for
/// "artículo".
struct Lexicon {
  std::string_view language;  ///< ISO 639: "en"
  std::vector<CitationHead> heads;
  std::vector<Wording> wordings;
  const NumberWords* numbers = nullptr;
  std::vector<std::string_view> counted;         ///< nouns of quantities: "days", "votes"
  std::vector<Contraction> contractions;         ///< "du", "del"
  std::vector<std::string_view> elided;          ///< before a vowel, with their apostrophe: "l'"
  std::vector<std::string_view> number_endings;  ///< "er" of "1er"
  std::vector<std::string_view> glued_first;     ///< words to which scans glue the next one: "of" of "ofthis"
  std::vector<std::string_view> glued_second;    ///< words that are found glued, after the first of these
  NameStyle names = NameStyle::Capitals;
  bool closes_marks_only = false;        ///< points are cited as "iii)", not only "(iii)"
  const ForceTable* force = nullptr;     ///< words of legal force, in force_words.h
  const NameTable* own_names = nullptr;  ///< phrases that name and define instruments, in name_words.h
};

/// The lexicon of a language by its ISO 639 code; null if there is no file for it. Lives as long as the program.
[[nodiscard]] const Lexicon* lexicon_of_language(std::string_view code);

/// Everything that the lexicon knows about one word: what it means alone, and the phrases that begin with it.
struct KnownWord {
  /// A phrase of several words that begins with this one.
  struct Phrase {
    Say say;
    std::vector<std::string> further;  ///< the words after the first
  };
  using Meanings = std::bitset<static_cast<std::size_t>(Say::kCount)>;
  Meanings says;    ///< meanings of the single word
  Meanings begins;  ///< phrases with further words
  const CitationHead* head = nullptr;
  int number = 0;   ///< 1 for "one" and "first"; 0 if not a number
  int ordinal = 0;  ///< 1 for "first"; 0 if not an ordinal
  bool is_counted = false;
  std::vector<Phrase> phrases;               ///< longest first
  std::vector<std::string_view> stands_for;  ///< "de", "le" for "du"; empty for most
};

/// The position of a meaning in KnownWord::Meanings.
[[nodiscard]] constexpr std::size_t bit_of(Say say) {
  return static_cast<std::size_t>(say);
}

/// A lexicon, indexed by word. It never changes after construction, so any thread may read it.
class Words {
 public:
  /// The lexicon's tables must outlive it.
  explicit Words(const Lexicon& lexicon);

  /// The entry of a word, regardless of case and accents; null for most words. Valid as long as this object.
  [[nodiscard]] const KnownWord* find(std::string_view word) const;
  /// Whether a word is known with that meaning.
  [[nodiscard]] bool says(std::string_view word, Say say) const;
  /// The same for the capitalised word: "Convention".
  [[nodiscard]] bool names(std::string_view word, Say say) const;

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  KnownWord& entry(std::string_view word);
  void add_numbers(const NumberWords& numbers);
  void add_phrase(Say say, std::string_view phrase);

  const Lexicon& lexicon_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, KnownWord, Hash, std::equal_to<>> words_;
};

/// Whether the word begins with a capital and is not in capitals: "Convention", not "CONVENTION" or "convention".
[[nodiscard]] bool is_title_case(std::string_view word);

/// The words of a language by its ISO 639 code; null if there is no file for it.
[[nodiscard]] const Words* words_of_language(std::string_view code);
[[nodiscard]] const Words& english_words();

}  // namespace treatygraph::ingest
