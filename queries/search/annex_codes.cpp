#include "queries/search/annex_codes.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/eid.h"
#include "graph/vocabulary.h"
#include "queries/search/typed_numbers.h"

namespace treatygraph::queries {
namespace {

/// Whether an annex number is a code: it has more than one letter and is not a Roman number ("iv").
bool is_code(std::string_view lower) {
  const auto letters = std::ranges::count_if(lower, is_lower);
  return letters > 1 && !typed_roman(lower);
}

/// The annex itself is the last step of its eId; its articles are skipped.
AnnexCodes codes_of(const Graph& graph) {
  AnnexCodes codes;
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const auto text = graph.string(NodeId{static_cast<std::uint32_t>(i)}, property::kEid);
    const auto last = text.rfind("annex_");
    if (last == std::string_view::npos || text.find("__", last) != std::string_view::npos) continue;
    const auto eid = Eid::parse(text);
    if (!eid || eid->empty() || eid->steps().back().kind != ProvisionKind::Annex) continue;
    const auto& num = eid->steps().back().num;
    if (auto lower = lower_case(num); is_code(lower)) codes.emplace(std::move(lower), num);
  }
  return codes;
}

}  // namespace

const AnnexCodes& annex_codes(const Graph& graph) {
  return graph.derived().get<AnnexCodes>([&graph] { return codes_of(graph); });
}

}  // namespace treatygraph::queries
