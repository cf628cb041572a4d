#pragma once
// Evaluates label expressions such as A|B, A&B, !A and %.

#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

/// Whether an element fits `wanted`. `has(expression)` says whether the element has the name of a Name, or of a
/// Dynamic. `has_any` says whether it has any label, which is what % asks for.
template <typename Has>
[[nodiscard]] bool labels_fit(const LabelExpression& wanted, bool has_any, const Has& has) {
  using Kind = LabelExpression::Kind;
  switch (wanted.kind) {
    case Kind::Any:
      return has_any;
    case Kind::Not:
      return !labels_fit(wanted.parts[0], has_any, has);
    case Kind::And:
      for (const auto& part : wanted.parts) {
        if (!labels_fit(part, has_any, has)) return false;
      }
      return true;
    case Kind::Or:
      for (const auto& part : wanted.parts) {
        if (labels_fit(part, has_any, has)) return true;
      }
      return false;
    case Kind::Name:
    case Kind::Dynamic:
      break;
  }
  return has(wanted);
}

}  // namespace treatygraph::queries::cypher
