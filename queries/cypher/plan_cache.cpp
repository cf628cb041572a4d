#include "queries/cypher/plan_cache.h"

#include "queries/cypher/treaty_procedures.h"

namespace treatygraph::queries::cypher {
namespace {

/// The name under which a node's key is read: n.key.
constexpr std::string_view kKeyProperty = "key";

}  // namespace

const PlanCache& PlanCache::of(const Graph& graph) {
  return graph.derived().get<PlanCache>([&graph] { return PlanCache(graph); });
}

/// Comparing with the latest costs less than a hash: who asks often asks the same.
const PlanCache::Kept* PlanCache::find(std::string_view text) const {
  if (!recent_.empty() && recent_.front().first == text) return &recent_.front().second;
  const auto found = by_text_.find(text);
  if (found == by_text_.end()) return nullptr;
  recent_.splice(recent_.begin(), recent_, found->second);
  return &found->second->second;
}

CypherResult<PlanCache::Kept> PlanCache::prepare(std::string_view text, const Map& parameters) const {
  {
    const std::scoped_lock lock(*mutex_);
    const auto* kept = find(text);
    // Without a parameter that it needs it is prepared once more, which says what is missing.
    if (kept != nullptr && (*kept)->has_all(parameters)) return *kept;
  }
  auto prepared = PreparedQuery::prepare(text, {*graph_, {}, kKeyProperty}, treaty_procedures(), parameters);
  if (!prepared) return tl::unexpected(std::move(prepared.error()));
  auto query = std::make_shared<const PreparedQuery>(std::move(*prepared));
  const std::scoped_lock lock(*mutex_);
  if (by_text_.contains(text)) return query;
  recent_.emplace_front(std::string(text), query);
  by_text_.emplace(recent_.front().first, recent_.begin());
  if (recent_.size() > kMost) {
    by_text_.erase(recent_.back().first);
    recent_.pop_back();
  }
  return query;
}

}  // namespace treatygraph::queries::cypher
