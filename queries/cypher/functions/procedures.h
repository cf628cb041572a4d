#pragma once
// The table of procedures, which CALL runs.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/functions/functions.h"
#include "queries/cypher/values/value.h"
#include "queries/request/budget.h"

namespace treatygraph::queries::cypher {

/// A column of a procedure's rows, or one of its inputs.
struct ProcedureColumn {
  std::string name;
  std::string type;  ///< in openCypher notation: "STRING?", "INTEGER?", "ANY?"
};

using ProcedureArguments = std::vector<Value>;
/// One list of values per row.
using ProcedureRows = std::vector<std::vector<Value>>;

/// A procedure. It has no state, so any thread may call it.
struct Procedure {
  std::string name;
  std::string description;
  std::vector<ProcedureColumn> inputs;
  std::size_t needed_inputs = 0;  ///< number of required inputs; the later ones are optional
  std::vector<ProcedureColumn> outputs;
  /// Returns all rows at once, with values in the order of `outputs`. Throws CypherError.
  std::function<ProcedureRows(const EvaluationContext& around, const ProcedureArguments& arguments, Budget& budget)>
      call;
};

class Procedures {
 public:
  void add(Procedure procedure) { all_.push_back(std::move(procedure)); }
  /// nullptr if there is no such procedure. The name must match exactly.
  [[nodiscard]] const Procedure* find(std::string_view name) const;
  [[nodiscard]] const std::vector<Procedure>& all() const { return all_; }

 private:
  std::vector<Procedure> all_;
};

}  // namespace treatygraph::queries::cypher
