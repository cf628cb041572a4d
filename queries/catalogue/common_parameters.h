#pragma once
// Parameters that several questions share, parsed the same way for all.

#include <string>
#include <string_view>
#include <vector>

#include "graph/hops.h"
#include "queries/catalogue/answer.h"
#include "queries/catalogue/parameters.h"
#include "queries/questions/dependencies.h"
#include "queries/questions/paths.h"
#include "queries/questions/why_sentences.h"
#include "queries/request/page.h"
#include "queries/request/scope.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {

using Warnings = std::vector<std::string>;

/// An answer or an error, with the warnings from parsing the parameters.
template <typename Body>
Result<Answer> answer_with(Result<Body> body, Warnings warnings = {}) {
  if (!body) return fail(std::move(body.error()));
  return Answer{std::move(*body), std::move(warnings), {}};
}

/// "out", "in" or "both"; `otherwise` if absent.
[[nodiscard]] Result<Relation> read_relation(const Parameters& parameters, Relation otherwise);
/// into=divisions.
[[nodiscard]] Result<bool> read_into_divisions(const Parameters& parameters);
[[nodiscard]] Result<Direction> read_direction(const Parameters& parameters, Direction otherwise);
/// `without`, `basis` and `as_of`.
[[nodiscard]] Result<Scope> read_scope(const Parameters& parameters);
/// `level`; articles by default.
[[nodiscard]] Result<Level> read_level(const Parameters& parameters);
/// The number called `name`; values above `most` become `most`, with a warning.
[[nodiscard]] Result<std::size_t> read_count(const Parameters& parameters, std::string_view name, std::size_t otherwise,
                                             std::size_t most, Warnings& warnings);
/// `limit` and `cursor`.
[[nodiscard]] Result<Page> read_page(const Parameters& parameters, std::size_t otherwise, Warnings& warnings);

/// The value of `why`: nothing, every node of the answer, or one node.
struct WhyAsked {
  bool is_asked = false;
  std::optional<NodeId> of;
};
[[nodiscard]] Result<WhyAsked> read_why(const Graph& graph, const Parameters& parameters);
/// The chains of an answer as sentences; a warning if the requested node is not in it.
[[nodiscard]] std::vector<Explanation> why_of(const Graph& graph, const Dependencies& answer, const WhyAsked& why,
                                              Warnings& warnings);
[[nodiscard]] std::vector<Explanation> why_of(const Graph& graph, const Paths& answer, const WhyAsked& why,
                                              Warnings& warnings);

}  // namespace treatygraph::queries
