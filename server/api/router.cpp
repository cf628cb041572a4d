// A router without a tree: templates are split into segments when they are added and are compared one after another.
// match() sees decoded segments and collects the parameters; find() compares the path as it was sent and allocates
// nothing, because it runs on a loop's thread for every request.

#include "server/api/router.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace treatygraph::server {
namespace {

using PathParameters = std::vector<std::pair<std::string, std::string>>;

/// Splits a template that starts with '/'.
std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    if (!segment.empty()) segments.emplace_back(segment);
    path.remove_prefix(segment.size());
  }
  return segments;
}

/// "{key}" matches any one segment.
bool is_parameter(std::string_view segment) {
  return segment.starts_with('{');
}

/// The parameters of the path if it matches the template; their values are copied.
std::optional<PathParameters> matched(const std::vector<std::string>& pattern,
                                      const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  PathParameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_parameter(pattern[i])) {
      parameters.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), segments[i]);
    } else if (pattern[i] != segments[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

/// Removes the next segment from `path` and returns it; empty at the end.
std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

/// How many segments of `path` match parameters of `pattern`; nothing if it does not match.
std::optional<std::size_t> parameters_in(const std::vector<std::string>& pattern, std::string_view path) {
  std::size_t count = 0;
  for (const auto& wanted : pattern) {
    const auto segment = next_segment(path);
    if (segment.empty() || (!is_parameter(wanted) && wanted != segment)) return std::nullopt;
    if (is_parameter(wanted)) ++count;
  }
  return next_segment(path).empty() ? std::optional(count) : std::nullopt;
}

/// "/db" is below "/db", and so is "/db/x", but not "/dbx".
bool is_below(std::string_view prefix, std::string_view path) {
  return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
}

}  // namespace

void Router::add(Route route) {
  templates_.push_back(segments_of(route.path));
  routes_.push_back(std::move(route));
}

void Router::explain_below(std::string_view prefix, std::string_view hint) {
  hints_.emplace_back(prefix, hint);
}

void Router::shape_refusals_below(std::string_view prefix, Shape shape) {
  shapes_.emplace_back(prefix, std::move(shape));
}

/// Answers that are not problems stay as they are, whatever their status: a route below such a prefix writes its own
/// form.
Response Router::in_shape(Response response, std::string_view path) const {
  if (response.status < 400 || response.content_type != "application/problem+json") return response;
  for (const auto& [prefix, shape] : shapes_) {
    if (is_below(prefix, path)) return shape(std::move(response), path);
  }
  return response;
}

std::string_view Router::hint_for(std::string_view path) const {
  for (const auto& [prefix, hint] : hints_) {
    if (is_below(prefix, path)) return hint;
  }
  return "/v1 lists what there is";
}

std::string Router::allowed_somewhere() const {
  std::string allowed;
  for (const auto* method : {"GET", "POST", "DELETE"}) {
    if (std::ranges::find(routes_, method, &Route::method) == routes_.end()) continue;
    allowed += fmt::format("{}, ", *method == 'G' ? "GET, HEAD" : method);
  }
  return allowed + "OPTIONS";
}

const Route* Router::find(std::string_view method, std::string_view path) const {
  const auto wanted = method == "HEAD" ? "GET" : method;
  const Route* best = nullptr;
  std::size_t fewest = 0;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (routes_[i].method != wanted) continue;
    const auto parameters = parameters_in(templates_[i], path);
    if (!parameters || (best != nullptr && fewest <= *parameters)) continue;
    best = &routes_[i];
    fewest = *parameters;
  }
  return best;
}

Router::Match Router::match(std::string_view method, const std::vector<std::string>& segments) const {
  const auto wanted = method == "HEAD" ? "GET" : method;
  Match best;
  bool exists = false;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    auto parameters = matched(templates_[i], segments);
    if (!parameters) continue;
    // The template for the log of a 405, where no route answers.
    if (!exists) best.path = routes_[i].path;
    exists = true;
    best.allowed += (best.allowed.empty() ? "" : ", ") + routes_[i].method;
    if (routes_[i].method == "GET") best.allowed += ", HEAD";
    if (routes_[i].method != wanted) continue;
    if (best.route != nullptr && best.path_parameters.size() <= parameters->size()) continue;
    best.route = &routes_[i];
    best.path = routes_[i].path;
    best.path_parameters = std::move(*parameters);
  }
  if (exists) best.allowed += ", OPTIONS";
  return best;
}

}  // namespace treatygraph::server
