#include "server/running_queries.h"

#include "queries/formats/utf8.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kLongestText = 2'000;

/// Cut between characters.
std::string beginning_of(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size()) {
    const auto length = std::max<std::size_t>(queries::formats::utf8_length(text.substr(size)), 1);
    if (size + length > kLongestText) break;
    size += length;
  }
  return std::string(text.substr(0, size));
}

}  // namespace

RunningQueries::Ticket RunningQueries::begin(const Request& request, const std::string& request_id) {
  const auto id = ++begun_;
  const std::scoped_lock lock(mutex_);
  entries_.emplace(id, Entry{&request, &request_id, Clock::now()});
  return {*this, id};
}

void RunningQueries::end(std::uint64_t id) {
  const std::scoped_lock lock(mutex_);
  entries_.erase(id);
}

std::vector<RunningQuery> RunningQueries::list() const {
  const auto now = Clock::now();
  std::vector<RunningQuery> running;
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, entry] : entries_) {
    const auto& request = *entry.request;
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - entry.since);
    running.push_back({id, *entry.request_id, request.method, request.target, beginning_of(request.body), request.peer,
                       elapsed, request.gone != nullptr && *request.gone});
  }
  return running;
}

bool RunningQueries::cancel(std::uint64_t id) {
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(id);
  if (found == entries_.end() || found->second.request->gone == nullptr) return false;
  *found->second.request->gone = true;
  return true;
}

std::size_t RunningQueries::count() const {
  const std::scoped_lock lock(mutex_);
  return entries_.size();
}

}  // namespace treatygraph::server
