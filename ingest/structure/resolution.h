#pragma once
// A resolution that adopts a treaty: why, and the numbered paragraphs that say what it decides.

#include <optional>
#include <string_view>

#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

struct WritingHabits;

struct ResolutionWords {
  std::size_t first = 0;      ///< "The General Assembly," after the title
  std::size_t operative = 0;  ///< "1. Adopts the Convention ..."
};

/// The resolution within `place`, which its annex ends; nothing where no paragraphs there decide something.
[[nodiscard]] std::optional<ResolutionWords> resolution_in(std::string_view text, LineRange place);

/// Its preamble and paragraphs: under a component of its own where the treaty is its annex (`is_annexed`), else they
/// are the document's own.
void read_resolution(std::string_view text, StructureBuilder& builder, const WritingHabits& habits, LineRange place,
                     const ResolutionWords& words, bool is_annexed);

}  // namespace treatygraph::ingest
