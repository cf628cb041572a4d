// A result that its client does not read keeps a thread, although it does not compute. Drivers fetch 1,000 rows at a
// time and an application may never ask for the rest, so without relieve() enough forgotten results would stop the
// service for everybody. Threads that only wait are cheap; those that compute are limited by Turns.

#include "server/bolt/open_results.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace treatygraph::server::bolt {
namespace {

/// As for expensive requests over HTTP: quick answers get the processor first.
constexpr int kNiceness = 10;

}  // namespace

OpenResults::OpenResults(Limits limits, RunningQueries& running, queries::Budget::Limits each, RecordRequest log,
                         BoltLoad& load, const std::function<void(std::string_view)>& report)
    : limits_(limits),
      load_(load),
      turns_(limits.computing),
      services_{running, each, std::move(log), load, turns_},
      threads_({limits.open, limits.waiting, kNiceness}, load.load.dear, report) {}

OpenResults::~OpenResults() = default;

std::shared_ptr<OpenResult> OpenResults::open(OpenResult::Question question, std::function<void()> tell) {
  // Entered before it starts, so that a result that ends at once is removed after it was added.
  auto result = std::make_shared<OpenResult>(std::move(question), services_, std::move(tell));
  {
    const std::scoped_lock lock(mutex_);
    open_.push_back(result);
  }
  ++load_.open_results;
  const bool is_accepted = threads_.submit(result->client(), [this, result] {
    result->work();
    remove(result);
  });
  if (is_accepted) return result;
  remove(result);
  return nullptr;
}

/// At most one per call; the next call follows after a tick.
void OpenResults::relieve() {
  const std::scoped_lock lock(mutex_);
  const auto candidates = crowded();
  if (candidates.empty()) return;
  auto* const slowest = *std::ranges::min_element(candidates, {}, &OpenResult::waits_since);
  if (slowest->waits_since() <= OpenResult::Clock::now() - limits_.patience) slowest->give_way();
}

/// The results that compete with waiting queries: all of them if more are open than there are threads, or those of a
/// client that has more than its share of the threads. Empty if no query waits. Results that were already told to give
/// way do not count.
OpenResults::Results OpenResults::crowded() const {
  Results all;
  std::map<std::string_view, Results> by_client;
  for (const auto& result : open_) {
    if (result->gives_way()) continue;
    all.push_back(result.get());
    by_client[result->client()].push_back(result.get());
  }
  if (all.size() > limits_.open) return all;
  for (auto& [client, results] : by_client) {
    if (results.size() > limits_.open - limits_.open / 4) return std::move(results);
  }
  return {};
}

void OpenResults::remove(const std::shared_ptr<OpenResult>& result) {
  const std::scoped_lock lock(mutex_);
  std::erase(open_, result);
  --load_.open_results;
}

}  // namespace treatygraph::server::bolt
