#pragma once
// The phrases that connect citations across sentences and lines, and those that mark headings: [references] of each
// language's file.

#include <string_view>

#include <re2/re2.h>

namespace treatygraph::ingest {

/// The patterns and words of one language. The comments quote English.
struct ReferencePhrases {
  std::string_view protocol;    ///< what a protocol calls itself: "Protocol"
  std::string_view annex_word;  ///< the first letters of the word for annexes
  std::string_view announcing;  ///< a part of `announces_list`, which most sentences do not have
  RE2 announces_list;           ///< "following articles of the Act ...:"
  RE2 announces_of_that;        ///< "... of that Annex shall not apply:", at the end: its noun
  RE2 annex;                    ///< that noun, if it is an annex
  RE2 excludes;                 ///< "shall not apply"
  RE2 in_particular;            ///< between an instrument and a provision of it
  RE2 points_back;              ///< "that Convention", "the said Agreement"
  RE2 heading_unit;             ///< "Article 5" at the start of a line
  RE2 listed_annex;             ///< an annex in a list of headings
  RE2 listed_unit;              ///< and another unit
  RE2 another_heading;          ///< a line that begins with one, or that continues a list
  RE2 of_whole;                 ///< "to the Convention", the rest of such a line
  RE2 sentence_goes_on;         ///< a line that the next one continues
  RE2 heading_verb;             ///< not a title
  RE2 about;                    ///< "on Fish": the heading of a component
  RE2 about_few_words;          ///< of one or two words: these
  RE2 of_what;                  ///< "of Tin Toys", after "Schedule"
  RE2 title_of_what;            ///< "Statute of the Court"
  RE2 title_joint;              ///< "Rules of Procedure [of] the Assembly": a shorter name may end before it
  std::string_view means;       ///< between a short name and its meaning
  RE2 component_means;          ///< name, word, number
  RE2 component_called;         ///< word, number, name
  RE2 printed_component;        ///< a heading of an annex: word, number
};

/// The phrases of a language by its ISO 639 code; those of English for a language without a table.
[[nodiscard]] const ReferencePhrases& phrases_of_language(std::string_view code);

}  // namespace treatygraph::ingest
