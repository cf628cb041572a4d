#pragma once
// Questions of the catalogue as people type them at the prompt: `dependencies uncc:art_35 --direction in`, `search art
// 24(2)`, `paths uncc:art_48 uncc:art_24 level=paragraph`.

#include <string_view>

#include "graph/result.h"
#include "queries/catalogue/catalogue.h"
#include "queries/request/parameters.h"

namespace treatygraph::queries {

/// A typed line, parsed.
struct TypedQuestion {
  const Question* question = nullptr;
  Parameters parameters;
};

/// The question that the first word of the line names; null if it names none.
[[nodiscard]] const Question* question_in(std::string_view line);

/// Parses a line whose first word names a question. Words without a name are the required parameters, in order; the
/// last of these takes all words that are left. Quotes keep words together. The error says what is missing, with the
/// usage.
[[nodiscard]] Result<TypedQuestion> read_typed_question(std::string_view line);

}  // namespace treatygraph::queries
