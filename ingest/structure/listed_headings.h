#pragma once
// Finds headings in lists, which open nothing: tables of contents and lists of annexes.

#include <string_view>
#include <vector>

#include "ingest/structure/heading_sequence.h"

namespace treatygraph::ingest {

/// Drops the candidates that are entries of such a list: consecutive headings with nothing between them but their own
/// words and page numbers. The entries of short lists are dropped only if they occur again.
void drop_listed(std::string_view text, std::vector<HeadingCandidate>& candidates);

/// Whether the text contains a sentence or a numbered paragraph.
[[nodiscard]] bool has_sentence(std::string_view words);
/// The text from a candidate's number to the next candidate.
[[nodiscard]] std::string_view words_after(std::string_view text, const std::vector<HeadingCandidate>& candidates,
                                           std::size_t i);

}  // namespace treatygraph::ingest
