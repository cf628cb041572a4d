#pragma once
// Selects the candidate lines that really are headings: those whose numbers follow each other.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// A candidate line.
struct HeadingCandidate {
  Heading heading;
  bool is_weak = false;  ///< the line before may continue into it: must be the very next number
};

[[nodiscard]] constexpr bool is_a_unit(const HeadingCandidate& candidate) {
  return is_unit(candidate.heading.kind);
}

[[nodiscard]] constexpr bool is_a_component(const HeadingCandidate& candidate) {
  return is_component(candidate.heading.kind);
}

/// Excludes tables of contents, annexes of accompanying publications, and wrapped citations.
[[nodiscard]] Headings headings_in_sequence(std::string_view text, std::vector<HeadingCandidate> candidates,
                                            const StructureWords& language);

}  // namespace treatygraph::ingest
