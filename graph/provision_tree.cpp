#include "graph/provision_tree.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "graph/stopped.h"
#include "graph/vocabulary.h"

namespace treatygraph {
namespace {

using Wholes = std::unordered_map<std::string_view, std::string_view>;  ///< part -> whole

/// Climbs from `start` to a root, or to a node that is known to lead to one. The nodes on the way are then known as
/// well, so each node is climbed once in all calls together. False if the climb goes round a ring.
bool leads_to_root(std::string_view start, const Wholes& wholes, std::unordered_set<std::string_view>& known) {
  std::unordered_set<std::string_view> climbed;
  for (auto at = start; !known.contains(at);) {
    if (!climbed.insert(at).second) return false;
    const auto whole = wholes.find(at);
    if (whole == wholes.end()) break;
    at = whole->second;
  }
  known.merge(climbed);
  return true;
}

}  // namespace

Result<void> check_provision_tree(const GraphRecords& records, const std::stop_token& stop) {
  Wholes wholes;
  for (const auto& record : records.relationships) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (record.type != type::kHasPart) continue;
    const auto [entry, is_new] = wholes.try_emplace(record.to, record.from);
    if (!is_new) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} is a part of {} and of {}; a provision has one place",
                                                          record.to, entry->second, record.from));
    }
  }
  std::unordered_set<std::string_view> known;
  for (const auto& [part, whole] : wholes) {
    if (stop.stop_requested()) return fail_as_stopped();
    if (!leads_to_root(part, wholes, known)) {
      return fail(ErrorCode::InvalidArgument, fmt::format("{} is, by way of its parts, a part of itself", part));
    }
  }
  return {};
}

}  // namespace treatygraph
