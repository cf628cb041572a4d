#include "queries/cypher/plan_cache.h"

#include <algorithm>
#include <vector>

#include "queries/cypher/treaty_procedures.h"

namespace treatygraph::queries::cypher {
namespace {

/// The name under which a node's key is read: n.key.
constexpr std::string_view kKeyProperty = "key";

std::string cache_key(std::string_view text, const Map& parameters) {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : parameters.entries()) names.push_back(name);
  std::ranges::sort(names);
  std::string key(text);
  for (const auto name : names) {
    key += '\0';
    key += name;
  }
  return key;
}

}  // namespace

const PlanCache& PlanCache::of(const Graph& graph) {
  return graph.derived().get<PlanCache>([&graph] { return PlanCache(graph); });
}

CypherResult<std::shared_ptr<const PreparedQuery>> PlanCache::prepare(std::string_view text,
                                                                      const Map& parameters) const {
  auto key = cache_key(text, parameters);
  {
    const std::scoped_lock lock(*mutex_);
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
      recent_.splice(recent_.begin(), recent_, found->second);
      return found->second->second;
    }
  }
  auto prepared = PreparedQuery::prepare(text, {*graph_, {}, kKeyProperty}, treaty_procedures(), parameters);
  if (!prepared) return tl::unexpected(std::move(prepared.error()));
  auto query = std::make_shared<const PreparedQuery>(std::move(*prepared));
  const std::scoped_lock lock(*mutex_);
  if (by_key_.contains(key)) return query;
  recent_.emplace_front(std::move(key), query);
  by_key_.emplace(recent_.front().first, recent_.begin());
  if (recent_.size() > kMost) {
    by_key_.erase(recent_.back().first);
    recent_.pop_back();
  }
  return query;
}

}  // namespace treatygraph::queries::cypher
