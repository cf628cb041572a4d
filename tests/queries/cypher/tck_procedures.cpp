#include "tests/queries/cypher/tck_procedures.h"

#include <stdexcept>

#include "queries/cypher/values/order.h"
#include "tests/queries/cypher/tck_literals.h"

namespace treatygraph::testing {
namespace {

using queries::cypher::Procedure;
using queries::cypher::ProcedureColumn;
using queries::cypher::Value;

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

/// "name :: STRING?, id :: INTEGER?"
std::vector<ProcedureColumn> columns_of(const std::string& list) {
  std::vector<ProcedureColumn> columns;
  for (std::size_t at = 0; at < list.size();) {
    const auto end = std::min(list.find(',', at), list.size());
    const auto column = list.substr(at, end - at);
    if (const auto colons = column.find("::"); colons != std::string::npos) {
      columns.push_back({trimmed(column.substr(0, colons)), trimmed(column.substr(colons + 2))});
    }
    at = end + 1;
  }
  return columns;
}

/// As the judge compares: an integer fits a float column.
bool fits(const Value& argument, const Value& cell) {
  return queries::cypher::same(argument, cell);
}

}  // namespace

Procedure procedure_of(const TckProcedure& table) {
  const auto open = table.signature.find('(');
  const auto close = table.signature.find(')', open);
  const auto out = table.signature.find('(', close);
  if (open == std::string::npos || close == std::string::npos || out == std::string::npos) {
    throw std::runtime_error("no signature: " + table.signature);
  }
  Procedure procedure;
  procedure.name = trimmed(table.signature.substr(0, open));
  procedure.inputs = columns_of(table.signature.substr(open + 1, close - open - 1));
  procedure.needed_inputs = procedure.inputs.size();
  procedure.outputs = columns_of(table.signature.substr(out + 1, table.signature.rfind(')') - out - 1));
  std::vector<std::vector<Value>> rows;
  for (const auto& row : table.rows) {
    auto& values = rows.emplace_back();
    for (const auto& cell : row) values.push_back(value_of_literal(cell));
  }
  const auto inputs = procedure.inputs.size();
  const auto outputs = procedure.outputs.size();
  procedure.call = [rows = std::move(rows), inputs, outputs](const queries::cypher::EvaluationContext& /*around*/,
                                                             const std::vector<Value>& arguments,
                                                             queries::Budget& /*budget*/) {
    std::vector<std::vector<Value>> found;
    for (const auto& row : rows) {
      bool matches = true;
      for (std::size_t i = 0; i < inputs; ++i) matches = matches && fits(arguments[i], row[i]);
      if (matches)
        found.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(inputs),
                           row.begin() + static_cast<std::ptrdiff_t>(inputs + outputs));
    }
    return found;
  };
  return procedure;
}

}  // namespace treatygraph::testing
