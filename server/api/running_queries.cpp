// A map by id under one mutex. Cancelling sets the request's `gone` flag, which the budget of every query checks, so
// that no query has to be interrupted from outside. An entry is removed by its ticket, on the thread that runs the
// query, so the flag cannot disappear while another thread sets it: setting it happens under the same mutex.

#include "server/api/running_queries.h"

#include <algorithm>
#include <random>
#include <utility>

#include <fmt/format.h>

#include "server/http/shown_text.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kLongestText = 2'000;  // bytes of the body that are listed; a query is rarely longer
constexpr std::size_t kLongestName = 64;     // bytes of a name that a client chooses

/// In the form of a UUID, version 4 (RFC 9562, 5.4), from the system's random numbers: 122 bits that nobody can guess.
std::string random_name() {
  std::random_device random;
  const auto next = [&random] { return std::uint32_t{random()}; };
  const auto middle = next();
  const auto variant = next();
  return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:04x}{:08x}", next(), middle >> 16U, middle & 0xfffU,
                     0x8000U | (variant >> 16U & 0x3fffU), variant & 0xffffU, next());
}

}  // namespace

RunningQueries::Ticket RunningQueries::begin(const Request& request, std::string request_id) {
  const auto id = ++begun_;
  RunningQuery query{id,
                     std::move(request_id),
                     request.method,
                     request.target,
                     std::string(beginning_of(request.body, kLongestText)),
                     request.peer,
                     request.client,
                     {},
                     {},
                     {}};
  Entry entry{std::move(query), Clock::now(), request.gone};
  const std::scoped_lock lock(mutex_);
  entries_.emplace(id, std::move(entry));
  return {*this, id};
}

void RunningQueries::name_statement(std::uint64_t id, std::string text, std::string_view name) {
  // Names are checked and given under one lock, so no two statements have the same.
  const std::scoped_lock lock(mutex_);
  auto free = std::string(name);
  while (free.empty() || free.size() > kLongestName || with_name(free) != entries_.end()) free = random_name();
  entries_.at(id).query.statement = {std::move(free), std::move(text)};
}

void RunningQueries::end(std::uint64_t id) {
  const std::scoped_lock lock(mutex_);
  entries_.erase(id);
}

/// Linear in the running requests, which are few.
RunningQueries::Entries::const_iterator RunningQueries::with_name(std::string_view name) const {
  return std::ranges::find_if(entries_, [&](const Entries::value_type& entry) {
    const auto& statement = entry.second.query.statement;
    return statement && statement->name == name;
  });
}

RunningQuery RunningQueries::described(const Entry& entry) {
  auto query = entry.query;
  query.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - entry.since);
  query.cancelled = entry.gone != nullptr && *entry.gone;
  return query;
}

std::vector<RunningQuery> RunningQueries::list() const {
  std::vector<RunningQuery> running;
  const std::scoped_lock lock(mutex_);
  for (const auto& [id, entry] : entries_) running.push_back(described(entry));
  return running;
}

std::vector<RunningQuery> RunningQueries::statements_of_client(const Ticket& asking) const {
  std::vector<RunningQuery> running;
  const std::scoped_lock lock(mutex_);
  const auto& client = entries_.at(asking.id()).query.client;
  for (const auto& [id, entry] : entries_) {
    if (entry.query.statement && entry.query.client == client) running.push_back(described(entry));
  }
  return running;
}

std::optional<RunningQuery> RunningQueries::find_statement(std::string_view name) const {
  const std::scoped_lock lock(mutex_);
  const auto found = with_name(name);
  return found == entries_.end() ? std::nullopt : std::optional(described(found->second));
}

bool RunningQueries::stop(Entries::const_iterator found) const {
  if (found == entries_.end() || found->second.gone == nullptr) return false;
  *found->second.gone = true;
  return true;
}

bool RunningQueries::cancel(std::uint64_t id) const {
  const std::scoped_lock lock(mutex_);
  return stop(entries_.find(id));
}

bool RunningQueries::cancel_statement(std::string_view name) const {
  const std::scoped_lock lock(mutex_);
  return stop(with_name(name));
}

std::size_t RunningQueries::count() const {
  const std::scoped_lock lock(mutex_);
  return entries_.size();
}

}  // namespace treatygraph::server
