#pragma once
// The words of headings, lists and formulas that show the structure of a treaty: [structure] of each language's file.
// The code of this folder asks for the patterns of a table and contains no such words itself, except in what is read
// in English only: resolutions, amendments and texts without articles.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "graph/eid.h"
#include "ingest/text/number_words.h"

namespace treatygraph::ingest {

/// A word that opens a heading, in lower case without accents and hyphens.
struct HeadingWord {
  std::string_view word;
  ProvisionKind kind = ProvisionKind::Article;
  bool is_nested = false;  ///< belongs to the annex before it
};

// The patterns are regular expressions of RE2. They may see any bytes of a text. A comment that lists things after a
// colon names the groups of the pattern.

/// Lines that are headings, and headings on the lines of others.
struct HeadingPatterns {
  RE2 heading_line;           ///< keyword, number, insertion, separator
  RE2 ordinal_first;          ///< "PREMIÈRE PARTIE": ordinal, keyword, separator
  RE2 sentence_of_citations;  ///< a line of divisions that goes on as a sentence
  RE2 cites_after_number;     ///< the words after a number that is cited: "and", "of", "shall"
  RE2 about;                  ///< "on Fish" after a protocol's number
  RE2 has_verb;               ///< the verb of a sentence; a name has none
  RE2 heading_at_line_end;    ///< "... of its law. CHAPTER 2": the heading
  RE2 second_heading;         ///< "PART II SECTION 1": the second
  RE2 glued_division;         ///< a heading of a division on the line of a sentence
  RE2 glued_article;          ///< a heading of an article there
  RE2 split_number;           ///< "Article 1 0": keyword, tens, ones, rest
};

/// Sentences and parts of them, which are not headings.
struct SentencePatterns {
  RE2 unfinished;                   ///< words that a citation on the next line continues
  RE2 unfinished_own;               ///< such words that refer to the text itself: "this article"
  RE2 slip;                         ///< a sentence that ends with a comma, or ", and", by mistake: its words
  RE2 announces_list;               ///< "ARRANGEMENT OF ARTICLES"
  RE2 definition;                   ///< a sentence: ""Honey" means"
  RE2 says_something;               ///< a sentence, so not a heading: "The Parties will examine agreements."
  RE2 circumstance;                 ///< the beginning of a sentence: "On the occasion of the Conference, the Parties"
  RE2 first_of_month;               ///< "1 October"
  RE2 announces_articles;           ///< "have agreed as follows,": a comma by mistake for a colon
  RE2 acts;                         ///< a verb after a subject
  RE2 must;                         ///< a verb of a sentence
  RE2 ends_citing;                  ///< "in accordance with paragraph"
  RE2 first_mark;                   ///< the first paragraph's mark: mark
  RE2 cites_paragraph_in_brackets;  ///< "paragraph (1)"
  RE2 half_sentence;                ///< "Where a Party uses a system that:"
  RE2 whole_sentence;               ///< the verb that such a sentence lacks
  RE2 next_clause;                  ///< the rest of such a sentence: clause
};

/// Headings of annexes, protocols, letters and other instruments, and the instruments that they belong to.
struct ComponentPatterns {
  RE2 addressee;  ///< "to Protocol 2": whole, word, number, rest
  RE2 addressee_instrument;
  RE2 addressee_heading;           ///< another heading on the same line
  RE2 addressee_verb;              ///< "to the Convention shall apply"
  RE2 addressee_ends;              ///< a sentence or heading after it
  RE2 name_of_component;           ///< "on dyes"
  RE2 list_in_name;                ///< "of Tin Toys", after "Schedule"
  RE2 annex_line;                  ///< keyword, rest
  RE2 protocol_line;               ///< first word, keyword, rest
  RE2 letter_line;                 ///< letter, number, exchange, declaration
  RE2 joint_declaration;           ///< a declaration of the parties, not a form for declarations
  RE2 title_line;                  ///< title, regulations, rules
  RE2 title_sentence;              ///< not a title
  RE2 own_annex_of_protocol;       ///< "annex to this protocol", in the words of a protocol
  RE2 annex_of_conference;         ///< "Resolution", after an annex's number
  std::string_view annex_mention;  ///< before an annex's number: "annex", "annexes I and"
};

/// The title before the preamble, and the preamble.
struct PreamblePatterns {
  RE2 preamble_line;  ///< the heading of a preamble
  RE2 whereas_line;   ///< a heading of the recitals
  RE2 agreement;      ///< "have agreed"
  RE2 title_goes_on;  ///< before the parties in a title
  RE2 parties;        ///< two groups: capitalised, small
  RE2 formula;        ///< "have agreed as follows:"
};

/// The testimonium, and statements about the language versions.
struct ConclusionsPatterns {
  RE2 witness;               ///< "IN WITNESS WHEREOF"
  RE2 done;                  ///< "DONE at"
  RE2 copies;                ///< "in two copies"
  RE2 testimonium_line;      ///< a line that begins with either
  RE2 authentic;             ///< which versions are authentic
  RE2 authentic_in_article;  ///< words by which an article says so
};

/// For texts that lost their line breaks, so that headings are in the middle of lines.
struct LostLinePatterns {
  RE2 cites_inline;    ///< words that a number after them continues: the number is cited
  RE2 heading_inline;  ///< a word that may open a heading there
  RE2 witness_inline;  ///< the formula of the testimonium
  RE2 preamble_inline;
};

/// The table of one language. Such tables are built once and live as long as the program; any thread may use them.
/// Their words are views of the language's file.
struct StructureWords {
  std::string_view language;  ///< ISO 639
  std::vector<HeadingWord> headings;
  const NumberWords* numbers = nullptr;
  std::vector<std::string_view> openers;       ///< words that begin a sentence, capitalised: "The"
  std::vector<std::string_view> joining;       ///< words that a heading does not end with: "of"
  std::vector<std::string_view> subjects;      ///< begin a sentence if a verb follows: "States"
  std::vector<std::string_view> citing;        ///< before a cited mark: "paragraph"
  std::vector<std::string_view> citing_on;     ///< after one: "(a) above"
  std::vector<std::string_view> conjunctions;  ///< "and", "or"
  std::vector<std::string_view> months;        ///< "1 January" opens no paragraph
  std::vector<std::string_view> name_joining;  ///< the name of a component does not end with: "of"
  std::string_view protocol;                   ///< its word in an addressee: "protocol"
  std::string_view protocol_initials;          ///< letters with which the line of a protocol may begin
  std::string_view letter_initials;            ///< letters with which the line of a letter or declaration may begin
  bool reads_amendments = false;               ///< quoted amendments and resolutions are recognised

  HeadingPatterns heading;
  SentencePatterns sentence;
  ComponentPatterns component;
  PreamblePatterns preamble;
  ConclusionsPatterns conclusions;
  LostLinePatterns lost_lines;
};

/// "(?i:article|art|...)" for the table's words, with and without accents and hyphens.
[[nodiscard]] std::string heading_words_pattern(std::span<const HeadingWord> words);

/// The table for an ISO 639 code, "en"; null if there is none.
[[nodiscard]] const StructureWords* structure_of_language(std::string_view code);
[[nodiscard]] const StructureWords& english_structure();

}  // namespace treatygraph::ingest
