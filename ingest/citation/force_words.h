#pragma once
// The words of legal force: [citation.force] of each language's file. citation_mode compares them with the words around
// a citation.

#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "ingest/citation/production.h"

namespace treatygraph::ingest {

/// Words before a citation that give it a mode of `kModes`, as a case-insensitive pattern, and examples that are its
/// tests.
struct ForcePhrase {
  std::string_view mode;
  std::string_view pattern;
  std::vector<Example> examples;
};

/// The patterns of one language. All but `exception` and `after_exception` are compared with words whose white space is
/// collapsed.
struct ForceTable {
  std::vector<ForcePhrase> phrases;  ///< of those that match, the one that begins first, then the earlier one
  RE2 lead_in;                       ///< one group for each phrase, at the end of the words before a citation
  RE2 thin;                          ///< nouns that add nothing, at the end: "the provisions of"
  RE2 first_half;                    ///< the first of two alternatives, at the end: "the treaty or of"
  RE2 refers;                        ///< only refers: "set out in"
  RE2 participle;                    ///< relative, auxiliary, participle: "which were established"
  RE2 not_descriptive;               ///< auxiliaries that say what must be done, even in a relative clause: "be"
  RE2 no_participle;                 ///< words that only look like a participle: "need"
  RE2 described_noun;                ///< a noun that needs no participle: "a request"
  RE2 applies_after;                 ///< after a citation: "shall apply"
  RE2 applies_last;                  ///< up to the last "apply"; the rest is a group
  RE2 applies_to;                    ///< of that rest: "to"
  RE2 joins;                         ///< everything that may be between two citations of a list
  RE2 conjunction;                   ///< "and"
  RE2 exception;                     ///< between a list and what is left out of it
  RE2 after_exception;               ///< between what is left out and the rest of the list
};

/// The table of a language with citations; null for another.
[[nodiscard]] const ForceTable* force_of_language(std::string_view code);

}  // namespace treatygraph::ingest
