#pragma once
// The words of legal force, as one table per language.

#include <array>
#include <span>
#include <string>
#include <string_view>

#include <re2/re2.h>

#include "ingest/citation/production.h"

namespace treatygraph::ingest {

/// Words before a citation that give it a mode of `kModes`, as a pattern without case, and examples that are its tests.
struct ForcePhrase {
  std::string_view mode;
  std::string_view pattern;
  std::array<Example, 3> examples = {};
};

/// The patterns of one language. What is compared has its white space collapsed.
struct ForceTable {
  std::span<const ForcePhrase> phrases;
  RE2 lead_in;          ///< one group for each phrase, at the end of the words before a citation
  RE2 thin;             ///< nouns that add nothing, at the end: "the provisions of"
  RE2 first_half;       ///< what the second half of a list depends on: "of the treaty or of"
  RE2 refers;           ///< only refers: "set out in"
  RE2 participle;       ///< relative, auxiliary, participle: "which were established"
  RE2 not_descriptive;  ///< auxiliaries that say what must be done, even in a relative clause: "be"
  RE2 no_participle;    ///< words that only look like one
  RE2 described_noun;   ///< a noun that needs no participle: "a request"
  RE2 applies_after;    ///< after a citation: "shall apply"
  RE2 applies_last;     ///< up to the last "apply"; the rest is a group
  RE2 applies_to;       ///< of that rest: "to"
  RE2 joins;            ///< all that may be between two citations of a list
  RE2 conjunction;      ///< "and"
  RE2 exception;        ///< between a list and what is left out of it
  RE2 after_exception;  ///< between that and what goes on with the list
};

/// The pattern of all phrases: `after` may follow them, such as an article.
[[nodiscard]] std::string lead_in_of(std::span<const ForcePhrase> phrases, std::string_view after);

[[nodiscard]] const ForceTable& english_force();
[[nodiscard]] const ForceTable& french_force();
[[nodiscard]] const ForceTable& spanish_force();

}  // namespace treatygraph::ingest
