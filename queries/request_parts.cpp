#include "queries/request_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/calendar.h"
#include "queries/find_node.h"

namespace treatygraph::queries {
namespace {

Result<Basis> read_basis(const Parameters& parameters) {
  const auto basis = parameters.text("basis");
  if (basis.empty() || basis == "all") return Basis::All;
  if (basis == "extracted") return Basis::Extracted;
  if (basis == "curated") return Basis::Curated;
  return fail(unknown_name("basis", basis, {"all", "extracted", "curated"}));
}

}  // namespace

Result<Direction> read_direction(const Parameters& parameters, Direction otherwise) {
  const auto direction = parameters.text("direction");
  if (direction.empty()) return otherwise;
  if (direction == "out") return Direction::Out;
  if (direction == "in") return Direction::In;
  if (direction == "both") return Direction::Both;
  return fail(unknown_name("direction", direction, {"out", "in", "both"}));
}

Result<std::string> read_as_of(const Parameters& parameters) {
  auto as_of = parameters.text("as_of");
  if (as_of.empty() || is_date(as_of)) return as_of;
  return fail(ErrorCode::InvalidArgument, fmt::format("as_of is {}; expected a day as 2026-03-01", as_of));
}

Result<Scope> read_scope(const Parameters& parameters) {
  const auto basis = read_basis(parameters);
  if (!basis) return fail(basis.error());
  auto as_of = read_as_of(parameters);
  if (!as_of) return fail(as_of.error());
  return Scope{parameters.list("without"), *basis, std::move(*as_of)};
}

Result<std::size_t> read_count(const Parameters& parameters, std::string_view name, std::size_t otherwise,
                               std::size_t most, Warnings& warnings) {
  const auto count = parameters.count(name, otherwise);
  if (!count || *count <= most) return count;
  warnings.push_back(fmt::format("{} {} is more than {}: {} was used", name, *count, most, most));
  return most;
}

Result<Page> read_page(const Parameters& parameters, std::size_t otherwise, Warnings& warnings) {
  const auto limit = read_count(parameters, "limit", otherwise, Page::kMaxLimit, warnings);
  if (!limit) return fail(limit.error());
  if (*limit == 0) return fail(ErrorCode::InvalidArgument, "limit is 0; expected at least 1");
  return Page{*limit, parameters.text("cursor")};
}

}  // namespace treatygraph::queries
