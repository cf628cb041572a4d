#pragma once
// The documentation of functions, as SHOW FUNCTIONS shows it.

#include <string_view>

namespace treatygraph::queries::cypher {

struct FunctionDoc {
  std::string_view name;
  std::string_view arguments;    ///< "text :: STRING, [length :: INTEGER]"
  std::string_view returns;      ///< "STRING"
  std::string_view description;  ///< a sentence
};

/// The text of function_docs.txt, which is compiled into the program.
extern const std::string_view kFunctionDocs;

/// nullptr if a function has no documentation; a test forbids that. The name must be spelled as in the table.
[[nodiscard]] const FunctionDoc* find_function_doc(std::string_view name);

}  // namespace treatygraph::queries::cypher
