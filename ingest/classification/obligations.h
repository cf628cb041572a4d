#pragma once
// Finds the modality of a provision: shall, may, shall endeavour.

#include <optional>
#include <string_view>

#include "ingest/classification/fact.h"

namespace treatygraph::ingest {

/// A modal verb, and what the words after it make of it.
struct Modality {
  std::string_view name;  ///< shall, shall_not, shall_endeavour, shall_consider, may, may_not, should, should_not
  WordsRange words;       ///< from the verb on: "shall, where appropriate, endeavour"
};

/// The modality of the main clause. None if there is no modal verb: "such measures as may be necessary" and "a person
/// who may" are subordinate and do not count.
[[nodiscard]] std::optional<Modality> modality_of(std::string_view text, WordsRange words);

}  // namespace treatygraph::ingest
