#include "queries/cypher/values/text_search.h"

#include <cstring>

#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {

std::size_t find_text(std::string_view text, std::string_view part, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const auto* const begin = text.data() + from;
  const auto* const found = static_cast<const char*>(memmem(begin, text.size() - from, part.data(), part.size()));
  const auto seen = found == nullptr ? text.size() - from : static_cast<std::size_t>(found - begin);
  BudgetInForce::spend_on_text(seen + part.size());
  return found == nullptr ? std::string_view::npos : from + seen;
}

}  // namespace treatygraph::queries::cypher
