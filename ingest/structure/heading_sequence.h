#pragma once
// Selects the candidate lines that really are headings: the lines whose numbers follow each other. A wrapped line
// "Article 5 of the Lakes Convention" looks like a heading, but after article 11 it is not the next one.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// A line that looks like a heading.
struct HeadingCandidate {
  Heading heading;
  /// The sentence of the line before may continue into it, so its number must be exactly the next.
  bool is_weak = false;
};

[[nodiscard]] constexpr bool is_a_unit(const HeadingCandidate& candidate) {
  return is_unit(candidate.heading.kind);
}

[[nodiscard]] constexpr bool is_a_component(const HeadingCandidate& candidate) {
  return is_component(candidate.heading.kind);
}

/// The headings among the candidates, which are in text order. Excludes tables of contents, annexes of publications
/// that accompany the treaty, and wrapped citations.
[[nodiscard]] Headings headings_in_sequence(std::string_view text, std::vector<HeadingCandidate> candidates,
                                            const StructureWords& language);

}  // namespace treatygraph::ingest
