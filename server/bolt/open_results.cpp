#include "server/bolt/open_results.h"

#include <algorithm>
#include <utility>

namespace treatygraph::server::bolt {
namespace {

/// As dear requests over HTTP: what is answered at once goes first wherever both want a processor.
constexpr int kNiceness = 10;

}  // namespace

OpenResults::OpenResults(Limits limits, RunningQueries& running, queries::Budget::Limits each, RecordRequest log,
                         BoltLoad& load, const std::function<void(std::string_view)>& report)
    : limits_(limits),
      load_(load),
      turns_(limits.computing),
      services_{running, each, std::move(log), load, turns_},
      threads_({limits.open, 2 * limits.open, kNiceness}, load.load.dear, report) {}

OpenResults::~OpenResults() = default;

std::shared_ptr<OpenResult> OpenResults::open(OpenResult::Question question, std::function<void()> tell) {
  if (!make_room(question.client)) return nullptr;
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

/// Those that have been asked to give way have left, but for the moment that it takes.
bool OpenResults::make_room(const std::string& client) {
  const std::scoped_lock lock(mutex_);
  std::vector<OpenResult*> all;
  std::vector<OpenResult*> of_client;
  for (const auto& result : open_) {
    if (result->gives_way()) continue;
    all.push_back(result.get());
    if (result->client() == client) of_client.push_back(result.get());
  }
  const bool client_has_share = of_client.size() >= limits_.open - limits_.open / 4;
  if (!client_has_share && all.size() < limits_.open) return true;
  const auto& candidates = client_has_share ? of_client : all;
  auto* const slowest = *std::ranges::min_element(candidates, {}, &OpenResult::waits_since);
  if (slowest->waits_since() > OpenResult::Clock::now() - limits_.patience) return false;
  slowest->give_way();
  return true;
}

void OpenResults::remove(const std::shared_ptr<OpenResult>& result) {
  const std::scoped_lock lock(mutex_);
  std::erase(open_, result);
  --load_.open_results;
}

}  // namespace treatygraph::server::bolt
