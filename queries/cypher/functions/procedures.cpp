#include "queries/cypher/functions/procedures.h"

#include <algorithm>

namespace treatygraph::queries::cypher {

const Procedure* Procedures::find(std::string_view name) const {
  const auto found = std::ranges::find(all_, name, &Procedure::name);
  return found == all_.end() ? nullptr : &*found;
}

}  // namespace treatygraph::queries::cypher
