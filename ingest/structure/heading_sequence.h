#pragma once
// Which of the lines that look like headings are: those whose numbers count on from one another.

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/structure/headings.h"

namespace treatygraph::ingest {

/// A line that looks like a heading, before it is known whether it is one.
struct HeadingCandidate {
  Heading heading;
  bool is_weak = false;  ///< the line before may go on into it: only the very next number makes it a heading
};

/// Tables of contents, the annexes of what was published with the treaty and wrapped citations are left out.
[[nodiscard]] Headings headings_in_sequence(std::string_view text, std::vector<HeadingCandidate> candidates);

}  // namespace treatygraph::ingest
