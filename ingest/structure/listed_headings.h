#pragma once
// Headings in lists: tables of contents, lists of annexes.

#include <string_view>
#include <vector>

#include "ingest/structure/heading_sequence.h"

namespace treatygraph::ingest {

/// Drops consecutive lines with nothing between them but their own words and page numbers, if they occur again with a
/// body.
void drop_listed(std::string_view text, std::vector<HeadingCandidate>& candidates);

/// Whether the text contains a sentence or a numbered paragraph.
[[nodiscard]] bool has_sentence(std::string_view words);
/// The text from a candidate's number to the next candidate.
[[nodiscard]] std::string_view words_after(std::string_view text, const std::vector<HeadingCandidate>& candidates,
                                           std::size_t i);

}  // namespace treatygraph::ingest
