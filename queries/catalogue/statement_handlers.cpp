// Who said what: statements, and critics.

#include <algorithm>

#include "queries/catalogue/common_parameters.h"
#include "queries/catalogue/question_handlers.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

/// include=parts,dependencies; parts by default.
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

/// with=acts,events; events need a subject.
Result<void> read_with(const Parameters& parameters, StatementsRequest& request) {
  for (const auto& name : parameters.list("with")) {
    if (name != "acts" && name != "events") return fail(unknown_name("with", name, {"acts", "events"}));
    (name == "acts" ? request.acts : request.events) = true;
  }
  if (!request.events || !request.about.empty()) return {};
  return fail(ErrorCode::InvalidArgument,
              "with=events needs about; every event is told by /v1/nodes?label=Event&with=CONCERNS,TOOK_PART_IN");
}

/// The parameters that both questions share.
template <typename Request>
Result<void> read_common(const Parameters& parameters, Request& request, Warnings& warnings) {
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

}  // namespace

Result<Answer> ask_statements(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  StatementsRequest request;
  request.about = parameters.text("about");
  request.speaker = parameters.text("speaker");
  if (const auto common = read_common(parameters, request, warnings); !common) return fail(common.error());
  if (const auto with = read_with(parameters, request); !with) return fail(with.error());
  return answer_with(statements_about(graph, request, budget), std::move(warnings));
}

Result<Answer> ask_critics(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  CriticsRequest request;
  request.of = parameters.text("of");
  request.label = parameters.text("label");
  if (const auto common = read_common(parameters, request, warnings); !common) return fail(common.error());
  if (!parameters.text("signed").empty()) {
    const auto has_signed = parameters.flag("signed", true);
    if (!has_signed) return fail(has_signed.error());
    request.has_signed = *has_signed;
  }
  return answer_with(critics_of(graph, request, budget), std::move(warnings));
}

}  // namespace treatygraph::queries
