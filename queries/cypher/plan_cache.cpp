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

CypherResult<std::shared_ptr<const PreparedQuery>> PlanCache::prepare(std::string_view text,
                                                                      const Map& parameters) const {
  {
    const std::scoped_lock lock(*mutex_);
    if (const auto found = by_text_.find(text); found != by_text_.end()) {
      recent_.splice(recent_.begin(), recent_, found->second);
      // Without a parameter that it needs it is prepared once more, which says what is missing.
      if (found->second->second->has_all(parameters)) return found->second->second;
    }
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
