#include "queries/answer/common_parameters.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/request/calendar.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

Result<Basis> read_basis(const Parameters& parameters) {
  const auto basis = parameters.text("basis");
  if (basis.empty() || basis == "all") return Basis::All;
  if (basis == "extracted") return Basis::Extracted;
  if (basis == "curated") return Basis::Curated;
  return fail(unknown_name("basis", basis, {"all", "extracted", "curated"}));
}

/// A day, or empty if none is given.
Result<std::string> read_as_of(const Parameters& parameters) {
  const auto as_of = parameters.text("as_of");
  if (as_of.empty() || is_date(as_of)) return std::string(as_of);
  return fail(ErrorCode::InvalidArgument, fmt::format("as_of is {}; expected a day as 2026-03-01", as_of));
}

}  // namespace

Result<Level> read_level(const Parameters& parameters) {
  const auto name = parameters.text("level");
  return name.empty() ? Result<Level>(Level::Article) : level_of(name);
}

Result<Relation> read_relation(const Parameters& parameters, Relation otherwise) {
  const auto name = parameters.text("relation");
  return name.empty() ? Result<Relation>(otherwise) : relation_called(name);
}

Result<bool> read_into_divisions(const Parameters& parameters) {
  const auto into = parameters.text("into");
  if (into.empty() || into == "divisions") return !into.empty();
  return fail(unknown_name("into", into, {"divisions"}));
}

Result<Direction> read_direction(const Parameters& parameters, Direction otherwise) {
  const auto direction = parameters.text("direction");
  if (direction.empty()) return otherwise;
  if (direction == "out") return Direction::Out;
  if (direction == "in") return Direction::In;
  if (direction == "both") return Direction::Both;
  return fail(unknown_name("direction", direction, {"out", "in", "both"}));
}

Result<Scope> read_scope(const Parameters& parameters) {
  const auto basis = read_basis(parameters);
  if (!basis) return fail(basis.error());
  auto as_of = read_as_of(parameters);
  if (!as_of) return fail(as_of.error());
  return Scope{parameters.list("without"), *basis, std::move(*as_of)};
}

/// A number that is too large is lowered, so that a request with a generous limit still has an answer.
Result<std::size_t> read_count(const Parameters& parameters, std::string_view name, std::size_t otherwise,
                               std::size_t most, Warnings& warnings) {
  auto count = parameters.count(name, otherwise);
  if (!count || *count <= most) return count;
  warnings.push_back(fmt::format("{} {} is more than {}: {} was used", name, *count, most, most));
  return most;
}

/// limit=all is for formats of rows and for procedures, whose readers expect the complete list.
Result<Page> read_page(const Parameters& parameters, std::size_t otherwise, Warnings& warnings) {
  if (parameters.text("limit") == "all") return Page{Page::kAll, std::string(parameters.text("cursor"))};
  const auto limit = read_count(parameters, "limit", otherwise, Page::kMaxLimit, warnings);
  if (!limit) return fail(limit.error());
  if (*limit == 0) return fail(ErrorCode::InvalidArgument, "limit is 0; expected at least 1");
  return Page{*limit, std::string(parameters.text("cursor"))};
}

Result<WhyRequest> read_why(const Graph& graph, const Parameters& parameters) {
  const auto why = parameters.text("why");
  // A key contains a colon; "true" and "false" do not.
  if (why.find(':') == std::string::npos) {
    const auto flag = parameters.flag("why", false);
    if (flag) return WhyRequest{*flag, {}};
    return fail(ErrorCode::InvalidArgument, fmt::format("why is {}; expected true, or the key of a node", why));
  }
  const auto node = find_node(graph, why);
  if (!node) return fail(node.error());
  return WhyRequest{true, *node};
}

void warn_of_absence(const Graph& graph, const WhyRequest& why, Warnings& warnings) {
  if (why.of) warnings.push_back(fmt::format("why is {}, which is not in the answer", graph.key(*why.of)));
}

}  // namespace treatygraph::queries
