#pragma once
// What SHOW FUNCTIONS says of each function: its arguments, and a sentence.

#include <string_view>

namespace treatygraph::queries::cypher {

struct FunctionDoc {
  std::string_view name;
  std::string_view arguments;    ///< "text :: STRING, [length :: INTEGER]"
  std::string_view returns;      ///< "STRING"
  std::string_view description;  ///< a sentence
};

/// nullptr for a function that has none, which a test forbids.
[[nodiscard]] const FunctionDoc* find_function_doc(std::string_view name);

}  // namespace treatygraph::queries::cypher
