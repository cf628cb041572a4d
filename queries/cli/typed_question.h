#pragma once
// A question of the catalogue as people type it at the prompt: `dependencies uncc:art_35 --direction in`,
// `search art 24(2)`, `paths uncc:art_48 uncc:art_24 level=paragraph`.

#include <string_view>

#include "graph/result.h"
#include "queries/catalogue/catalogue.h"
#include "queries/request/parameters.h"

namespace treatygraph::queries {

struct TypedQuestion {
  const Question* question = nullptr;
  Parameters parameters;
};

/// The question that the line's first word names; none: the line is something else.
[[nodiscard]] const Question* question_in(std::string_view line);

/// Words without a name are the required parameters in their order; the last of these takes all words that are left.
/// Quotes hold words together. The error says what is missing, with an example.
[[nodiscard]] Result<TypedQuestion> read_typed_question(std::string_view line);

}  // namespace treatygraph::queries
