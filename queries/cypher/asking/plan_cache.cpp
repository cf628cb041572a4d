#include "queries/cypher/asking/plan_cache.h"

#include <algorithm>

#include "graph/memory_account.h"
#include "queries/cypher/asking/treaty_procedures.h"

namespace treatygraph::queries::cypher {
namespace {

/// Plans larger than an eighth of the limit are not cached, because one of them would evict many others.
constexpr std::size_t kShareOfOne = 8;

}  // namespace

const PlanCache& PlanCache::of(const Graph& graph) {
  return graph.derived().get<PlanCache>([&graph] { return PlanCache(graph); });
}

/// The most recent entry is compared first: clients repeat their queries, and a comparison is cheaper than hashing.
const PlanCache::Kept* PlanCache::find(std::string_view text) const {
  if (!recent_.empty() && recent_.front().text == text) return &recent_.front().query;
  const auto found = by_text_.find(text);
  if (found == by_text_.end()) return nullptr;
  recent_.splice(recent_.begin(), recent_, found->second);
  return &found->second->query;
}

CypherResult<PlanCache::Kept> PlanCache::prepare(std::string_view text, const Map& parameters) const {
  {
    const std::scoped_lock lock(*mutex_);
    const auto* kept = find(text);
    // If a parameter is missing or has another type, the query is prepared again, which gives the error or other
    // warnings.
    if (kept != nullptr && (*kept)->suits(parameters)) return *kept;
  }
  // The size of a plan is not known, so it is the memory that its preparation has taken.
  const auto before = MemoryAccount::balance();
  auto prepared = PreparedQuery::prepare(text, {*graph_, {}, kKeyProperty}, treaty_procedures(), parameters);
  if (!prepared) return tl::unexpected(std::move(prepared.error()));
  auto query = std::make_shared<const PreparedQuery>(std::move(*prepared));
  const auto taken = std::max<std::ptrdiff_t>(MemoryAccount::balance() - before, 0);
  const auto weight = static_cast<std::size_t>(taken) + text.size();
  if (weight <= limits_.bytes / kShareOfOne) keep(text, query, weight);
  return query;
}

void PlanCache::keep(std::string_view text, const Kept& query, std::size_t weight) const {
  const std::scoped_lock lock(*mutex_);
  if (by_text_.contains(text)) return;
  recent_.push_front({std::string(text), query, weight});
  by_text_.emplace(recent_.front().text, recent_.begin());
  bytes_ += weight;
  while (recent_.size() > limits_.plans || bytes_ > limits_.bytes) {
    bytes_ -= recent_.back().weight;
    by_text_.erase(recent_.back().text);
    recent_.pop_back();
  }
}

std::size_t PlanCache::bytes() const {
  const std::scoped_lock lock(*mutex_);
  return bytes_;
}

}  // namespace treatygraph::queries::cypher
