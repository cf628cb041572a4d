#pragma once
// Parameters of the questions about what was said: "statements" and "critics". The names of a request's members are the
// same in both.

#include <algorithm>
#include <utility>

#include "queries/answer/common_parameters.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {

/// Reads include=parts,dependencies; parts by default. Dependencies include parts.
template <typename Request>
Result<void> read_include(const Parameters& parameters, Request& request) {
  if (!parameters.has("include")) return {};
  const auto include = parameters.list("include");
  for (const auto& name : include) {
    if (name != "parts" && name != "dependencies")
      return fail(unknown_name("include", name, {"parts", "dependencies"}));
  }
  request.dependencies = std::ranges::find(include, "dependencies") != include.end();
  request.parts = request.dependencies || std::ranges::find(include, "parts") != include.end();
  return {};
}

/// Reads what both have in common: what to include, stances, a concern, the scope and the page. Stances keep their
/// default if none is given.
template <typename Request>
Result<void> read_what_was_said(const Parameters& parameters, Request& request, Warnings& warnings) {
  if (const auto include = read_include(parameters, request); !include) return fail(include.error());
  if (auto stances = parameters.list("stance"); !stances.empty()) request.stances = std::move(stances);
  request.concern = parameters.text("concern");
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  auto page = read_page(parameters, Page::kDefaultLimit, warnings);
  if (!page) return fail(page.error());
  request.scope = std::move(*scope);
  request.page = std::move(*page);
  return {};
}

}  // namespace treatygraph::queries
