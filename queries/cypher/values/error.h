#pragma once
// Errors of queries. They are thrown inside queries/cypher only; its engine (asking/engine.h) turns them into results.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "graph/result.h"

namespace treatygraph::queries::cypher {

/// A part of the query text, in bytes.
struct Span {
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// Compile: detected before the query runs. Run: caused by values.
enum class Phase : std::uint8_t { Compile, Run };

/// `type` and `detail` are those of openCypher's tests: SyntaxError and UndefinedVariable, for example.
struct CypherError {
  std::string type;
  Phase phase = Phase::Compile;
  std::string detail;
  std::string message;  ///< one sentence that says what was found, what was expected and what to try
  Span span;            ///< length 0: the query as a whole
};

/// Converts an error of the budget (time, memory or cancellation) to an error of the query language.
[[nodiscard]] CypherError cypher_error(const Error& why);

/// Shorthands that throw an error. A syntax error may have a place in the query.
[[noreturn]] inline void syntax_error(std::string detail, std::string message, Span span = {}) {
  throw CypherError{"SyntaxError", Phase::Compile, std::move(detail), std::move(message), span};
}
[[noreturn]] inline void runtime_error(std::string type, std::string detail, std::string message) {
  throw CypherError{std::move(type), Phase::Run, std::move(detail), std::move(message), {}};
}
[[noreturn]] inline void type_error(std::string message) {
  runtime_error("TypeError", "InvalidArgumentType", std::move(message));
}

}  // namespace treatygraph::queries::cypher
