#pragma once
// The rows that a question gives as a procedure of openCypher, before they become values of that language. The
// questions do not depend on the query language; the query language depends on them.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/ids.h"

namespace treatygraph::queries {

struct ProcedureValue;
using ProcedureList = std::vector<ProcedureValue>;

/// monostate is null.
struct ProcedureValue
    : std::variant<std::monostate, bool, std::int64_t, double, std::string, NodeId, RelationshipId, ProcedureList> {
  using variant::variant;
};

/// Each row has as many values as the procedure has columns.
using ProcedureRows = std::vector<ProcedureList>;

/// A list of ids.
[[nodiscard]] ProcedureList procedure_list(const auto& ids) {
  return {ids.begin(), ids.end()};
}

/// Null if the text is empty.
[[nodiscard]] inline ProcedureValue text_or_null(std::string_view text) {
  return text.empty() ? ProcedureValue() : ProcedureValue(std::string(text));
}

/// Null if the id is absent.
[[nodiscard]] ProcedureValue value_or_null(const auto& id) {
  return id ? ProcedureValue(*id) : ProcedureValue();
}

}  // namespace treatygraph::queries
