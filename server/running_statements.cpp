#include "server/running_statements.h"

#include <algorithm>
#include <random>

#include <fmt/format.h>

namespace treatygraph::server {
namespace {

constexpr std::size_t kLongestId = 64;

/// In the form of a UUID, version 4.
std::string random_id() {
  std::random_device random;
  const auto next = [&random] { return std::uint32_t{random()}; };
  const auto middle = next();
  const auto variant = next();
  return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:04x}{:08x}", next(), middle >> 16U, middle & 0xfffU,
                     0x8000U | (variant >> 16U & 0x3fffU), variant & 0xffffU, next());
}

/// The address that a proxy before us saw, else the one that we see; without its port.
std::string client_of(const Request& request) {
  const auto forwarded = request.header("X-Forwarded-For");
  if (!forwarded.empty()) return std::string(forwarded.substr(forwarded.rfind(',') + 1));
  return request.peer.substr(0, request.peer.rfind(':'));
}

}  // namespace

RunningStatements::Ticket RunningStatements::begin(const Request& request, std::string text, std::string_view id) {
  const std::scoped_lock lock(mutex_);
  auto name = std::string(id);
  while (name.empty() || name.size() > kLongestId || entries_.contains(name)) name = random_id();
  entries_.emplace(name, Entry{client_of(request), std::move(text), Clock::now(), begun_++, request.gone});
  return {this, [this, name](const void*) { end(name); }};
}

void RunningStatements::end(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  entries_.erase(id);
}

RunningStatement RunningStatements::described(const Entries::value_type& entry) {
  const auto& [id, statement] = entry;
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - statement.since);
  return {id, statement.text, elapsed, statement.gone != nullptr && *statement.gone};
}

std::vector<RunningStatement> RunningStatements::list(const Request& client) const {
  const auto whose = client_of(client);
  std::map<std::uint64_t, RunningStatement> in_order;
  const std::scoped_lock lock(mutex_);
  for (const auto& entry : entries_) {
    if (entry.second.client == whose) in_order.emplace(entry.second.number, described(entry));
  }
  std::vector<RunningStatement> running;
  for (auto& [number, statement] : in_order) running.push_back(std::move(statement));
  return running;
}

std::optional<RunningStatement> RunningStatements::find(std::string_view id) const {
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(id);
  return found == entries_.end() ? std::nullopt : std::optional(described(*found));
}

bool RunningStatements::cancel(std::string_view id) const {
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(id);
  if (found == entries_.end() || found->second.gone == nullptr) return false;
  *found->second.gone = true;
  return true;
}

}  // namespace treatygraph::server
