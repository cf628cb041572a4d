#pragma once
// Provisions as named in a citation: their steps, and other words that help to find them in a document.

#include <string>
#include <utility>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// One provision or a range.
struct CitedProvision {
  std::vector<EidStep> steps;  ///< outermost first: article 7, paragraph 1; point a alone
  std::string range_end;       ///< of the last step: "11" in "articles 2 to 11"; empty if not a range
  std::string title;           ///< "Dumping" of "article 17 (Dumping)"
  std::string whole_title;     ///< title of the first step if `title` belongs to a later one: "... of Part II (Trade)"
  std::string word;  ///< for an annex, the first letters of its word: "annex", "attac", "proto"; otherwise empty
  bool in_brackets = false;     ///< the first step was written "(a)", not "a"
  bool may_be_point_f = false;  ///< "article 3 f.": articles 3 and 4, unless article 3 has a point f
  bool is_open = false;         ///< "article 3 et seq.": including those that follow
};
using CitedProvisions = std::vector<CitedProvision>;

/// A provision of which only the steps are known, and for a component the first letters of its word.
[[nodiscard]] inline CitedProvision provision_of(std::vector<EidStep> steps, std::string word = {}) {
  CitedProvision provision;
  provision.steps = std::move(steps);
  provision.word = std::move(word);
  return provision;
}

}  // namespace treatygraph::ingest
