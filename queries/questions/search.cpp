#include "queries/questions/search.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "graph/text_store.h"
#include "graph/vocabulary.h"
#include "queries/questions/typed_citation.h"
#include "queries/request/find_node.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMaxQuery = 1'024;  // bytes of what was typed

/// What a hit must be to be given.
struct Filter {
  ScopeFilter sight;
  std::optional<LabelId> label;
  std::optional<NodeRange> treaty;

  [[nodiscard]] bool admits(const Graph& graph, NodeId node) const {
    return sight.sees(node) && sight.is_of_basis(node) && (!label || graph.has_label(node, *label)) &&
           (!treaty || treaty->contains(node));
  }
};

Result<Filter> filter_of(const Graph& graph, const SearchRequest& request) {
  auto sight = ScopeFilter::of(graph, request.scope);
  if (!sight) return fail(sight.error());
  Filter filter{std::move(*sight), {}, {}};
  if (!request.label.empty()) {
    const auto label = find_label(graph, request.label);
    if (!label) return fail(label.error());
    filter.label = *label;
  }
  if (!request.treaty.empty()) {
    const auto treaty = find_treaty(graph, request.treaty);
    if (!treaty) return fail(treaty.error());
    filter.treaty = graph.subtree(*treaty);
  }
  return filter;
}

void add_citations(const Graph& graph, const SearchRequest& request, const Filter& filter,
                   std::vector<SearchHit>& hits) {
  for (const auto& [node, exact] : find_citation(graph, request.q)) {
    if (!filter.admits(graph, node)) continue;
    hits.push_back({node, exact ? SearchHit::Kind::Citation : SearchHit::Kind::NearestToCitation, 0, {}});
  }
}

void add_text_hits(const Graph& graph, std::vector<TextHit> found, const Filter& filter, std::vector<SearchHit>& hits) {
  std::unordered_set<std::uint32_t> given;
  for (const auto& hit : hits) given.insert(static_cast<std::uint32_t>(hit.node));
  for (auto& hit : found) {
    const bool wanted = filter.admits(graph, hit.node) && !given.contains(static_cast<std::uint32_t>(hit.node));
    if (wanted) hits.push_back({hit.node, SearchHit::Kind::Text, hit.score, std::move(hit.snippet)});
  }
}

std::string why_empty(const SearchRequest& request) {
  return fmt::format(
      "no heading, name, summary or text has all the words of “{}”{}{}; try fewer words, a beginning as \"evid*\", or "
      "a "
      "citation as \"art 24(2)\"",
      request.q, request.label.empty() ? "" : fmt::format(" with the label {}", request.label),
      request.treaty.empty() ? "" : fmt::format(" in the treaty {}", request.treaty));
}

}  // namespace

Result<SearchAnswer> search(const Graph& graph, const SearchRequest& request, const Budget& budget) {
  if (request.q.empty())
    return fail(ErrorCode::InvalidArgument, "q is empty; give words, or a citation as \"art 24(2)\"");
  if (request.q.size() > kMaxQuery) {
    return fail(ErrorCode::InvalidArgument, fmt::format("q has {} bytes; at most {}", request.q.size(), kMaxQuery));
  }
  const auto filter = filter_of(graph, request);
  if (!filter) return fail(filter.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());

  SearchAnswer answer;
  add_citations(graph, request, *filter, answer.hits);
  auto found = graph.texts().search(request.q, SearchAnswer::kMaxTextHits, [&] { return budget.may_go_on(); });
  if (!found && found.error().code != ErrorCode::Cancelled) return fail(found.error());
  if (!found && answer.hits.empty()) return fail(budget.why_stopped());
  if (found) {
    add_text_hits(graph, std::move(*found), *filter, answer.hits);
  } else {
    answer.truncated = cut_by(budget);
  }

  if (answer.hits.empty()) answer.explanation = why_empty(request);
  keep_page(answer, *start, request.page, graph.snapshot(), "hits");
  return answer;
}

}  // namespace treatygraph::queries
