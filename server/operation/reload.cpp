// The new graph is opened and prepared while the old one answers; replace() then swaps the two. Requests that began
// before keep the old graph until they end. A file that cannot be used changes nothing.

#include "server/operation/reload.h"

#include <fmt/format.h>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/image/image.h"
#include "queries/questions/search.h"

namespace treatygraph::server {

void prepare(const Graph& graph) {
  queries::prepare_search(graph);
  graph.image().forget_touched();  // it read all of it once, and answers read little
}

Result<std::string> Reload::operator()() {
  const std::scoped_lock lock(mutex_);
  if (stop_.stop_requested()) return fail(ErrorCode::Cancelled, "the server is stopping");
  std::string why_slow;
  auto graph = open_database(path_, stop_, Verify::Now, &why_slow);
  if (!why_slow.empty()) log_.event(why_slow);
  metrics_.count_reload(graph.has_value());
  if (!graph) {
    log_.event(fmt::format("not reloaded, the old snapshot stays: {}", graph.error().detail));
    return fail(std::move(graph.error()));
  }
  prepare(*graph);
  auto snapshot = graph->snapshot();
  current_.replace(std::make_shared<const Graph>(std::move(*graph)));
  log_.event(fmt::format("reloaded {}: snapshot {}", path_, snapshot));
  return snapshot;
}

void ReloadRequests::ask() {
  {
    const std::scoped_lock lock(mutex_);
    is_asked_ = true;
  }
  asked_.notify_one();
}

/// Requests that came while a reload was running are one request.
bool ReloadRequests::wait(std::stop_token stop) {
  std::unique_lock lock(mutex_);
  const bool is_asked = asked_.wait(lock, std::move(stop), [this] { return is_asked_; });
  is_asked_ = false;
  return is_asked;
}

}  // namespace treatygraph::server
