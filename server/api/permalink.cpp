#include "server/api/permalink.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "queries/formats/text/json_text.h"
#include "queries/request/page.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kShortestName = 12;  // hexadecimal digits that identify a snapshot

bool names(std::string_view given, std::string_view snapshot) {
  return given.size() >= std::min(kShortestName, snapshot.size()) && snapshot.starts_with(given);
}

Response conflict(std::string_view asked, std::string_view loaded, std::string_view remedy) {
  return problem(409, fmt::format("asked of snapshot {}, but {} is loaded: {}", asked, loaded, remedy),
                 {{"asked_snapshot", asked}, {"loaded_snapshot", loaded}});
}

}  // namespace

std::optional<Response> of_another_snapshot(const queries::Parameters& parameters, std::string_view loaded) {
  const auto asked = parameters.find("snapshot");
  if (asked && !names(*asked, loaded)) {
    return conflict(*asked, loaded, "ask without snapshot for what holds now, or serve the file of that snapshot");
  }
  const auto cursor = parameters.find("cursor");
  const auto of = cursor ? queries::snapshot_of(*cursor) : std::nullopt;
  if (of && !names(*of, loaded)) {
    return conflict(*of, loaded, "the data have changed since that page: start again without cursor");
  }
  return std::nullopt;
}

}  // namespace treatygraph::server
