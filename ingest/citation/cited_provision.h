#pragma once
// Provisions as a citation names them.

#include <string>
#include <utility>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// One provision, or a range of them, as it was named.
struct CitedProvision {
  std::vector<EidStep> steps;  ///< outermost first: article 7, paragraph 1; point a alone
  std::string range_end;       ///< of the last step: "11" in "articles 2 to 11"; empty where there is none
  std::string title;           ///< "Dumping" of "article 17 (Dumping)"
  std::string whole_title;     ///< that of the first step, where `title` is a later one's: "... of Part II (Trade)"
  std::string word;            ///< of an annex, how it begins: "annex", "attac", "proto"; else empty
  bool in_brackets = false;    ///< the first step was written "(a)", not "a"
  bool is_open = false;        ///< "article 3 et seq.": with those behind it
};
using CitedProvisions = std::vector<CitedProvision>;

/// One that nothing is known of but its steps, and of a component how its word begins.
[[nodiscard]] inline CitedProvision provision_of(std::vector<EidStep> steps, std::string word = {}) {
  CitedProvision provision;
  provision.steps = std::move(steps);
  provision.word = std::move(word);
  return provision;
}

}  // namespace treatygraph::ingest
