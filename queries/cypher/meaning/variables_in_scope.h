#pragma once
// The variables that a clause can read, from the outermost scope to the innermost.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/functions/static_type.h"
#include "queries/cypher/language/ast.h"

namespace treatygraph::queries::cypher {

struct Variable {
  std::string name;
  Slot slot = kNoSlot;
  StaticType type;
};

class Variables {
 public:
  /// The innermost variable with that name, or null.
  [[nodiscard]] const Variable* find(std::string_view name) const {
    const auto found = std::find_if(all_.rbegin(), all_.rend(), [&](const Variable& v) { return v.name == name; });
    return found == all_.rend() ? nullptr : &*found;
  }
  void add(Variable variable) { all_.push_back(std::move(variable)); }
  /// Keeps the first `size` variables.
  void drop_after(std::size_t size) { all_.resize(size); }
  [[nodiscard]] const std::vector<Variable>& all() const { return all_; }

 private:
  std::vector<Variable> all_;
};

}  // namespace treatygraph::queries::cypher
