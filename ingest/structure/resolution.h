#pragma once
// Reads a resolution that adopts a treaty: its preamble says why, and its numbered paragraphs say what it decides.

#include <optional>
#include <string_view>

#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

struct WritingHabits;

/// Where a resolution is in a text, in bytes.
struct ResolutionWords {
  std::size_t first = 0;      ///< start of its preamble: "The General Assembly," after the title
  std::size_t operative = 0;  ///< start of its paragraphs: "1. Adopts the Convention ..."
};

/// The resolution within `place`, which ends where its annex begins; nothing if fewer than two paragraphs there decide
/// something.
[[nodiscard]] std::optional<ResolutionWords> resolution_in(std::string_view text, LineRange place);

/// Opens its preamble and paragraphs. If the treaty is its annex (`is_annexed`), they are inside a component of their
/// own; otherwise they are the preamble and the body of the document.
void read_resolution(std::string_view text, StructureBuilder& builder, const WritingHabits& habits, LineRange place,
                     const ResolutionWords& words, bool is_annexed);

}  // namespace treatygraph::ingest
