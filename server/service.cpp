#include "server/service.h"

#include <algorithm>
#include <cctype>
#include <random>

#include <fmt/format.h>

#include "server/entity_tag.h"
#include "server/problem.h"
#include "server/routes.h"
#include "server/target.h"

namespace treatygraph::server {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestId = 64;

std::string random_prefix() {
  std::random_device device;
  return fmt::format("{:08x}", device());
}

std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

Response plain(std::string_view text) {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = text;
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

bool may_stand_in_header(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

Response method_not_allowed(std::string_view method, const std::string& allowed) {
  auto response = problem(405, fmt::format("{} cannot be done here; allowed: {}", method, allowed));
  response.headers.emplace_back("Allow", allowed);
  return response;
}

Response options_of(const std::string& allowed) {
  Response response;
  response.status = 204;
  response.headers.emplace_back("Allow", allowed);
  response.headers.emplace_back("Access-Control-Allow-Methods", allowed);
  response.headers.emplace_back("Access-Control-Allow-Headers", "Content-Type, If-None-Match, X-Request-Id");
  response.headers.emplace_back("Access-Control-Max-Age", "86400");
  return response;
}

}  // namespace

Service::Service(const CurrentGraph& current, ServiceOptions options, std::function<void(const RequestRecord&)> log)
    : current_(current), options_(std::move(options)), log_(std::move(log)), id_prefix_(random_prefix()) {
  add_routes(router_);
}

bool Service::is_probe(std::string_view target) {
  const auto path = path_of(target);
  return path == "/healthz" || path == "/readyz";
}

Response Service::answer(const Request& request) {
  const auto begun = Clock::now();
  const auto id = id_for(request.header("X-Request-Id"));
  const auto graph = current_.get();  // held until the answer is made, whatever is loaded meanwhile
  auto response = route(request, *graph);
  // Held until the last piece is made, too.
  if (response.source) {
    response.source = [graph, source = std::move(response.source)](std::string& piece) { return source(piece); };
  }
  allow_origin(request, response);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
  finish(id, response, took);
  log_({id, request.method, request.target, response.status, response.body.size(), took});
  return response;
}

Response Service::refuse(int status, const std::string& detail) {
  auto response = problem(status, detail);
  const auto id = id_for({});
  finish(id, response, {});
  log_({id, "-", "-", status, response.body.size(), {}});
  return response;
}

Response Service::route(const Request& request, const Graph& graph) const {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (is_probe(request.target) && reads) {
    return plain(path_of(request.target) == "/healthz" ? "alive\n" : "ready " + graph.snapshot() + "\n");
  }
  const auto tag = reads ? entity_tag(graph.snapshot(), request) : std::string();
  if (reads && is_current(request.header("If-None-Match"), tag)) {
    Response unchanged;
    unchanged.status = 304;
    unchanged.headers.emplace_back("ETag", tag);
    return unchanged;
  }
  const auto begun = Clock::now();
  auto response = answer_from(request, graph);
  // An answer that the clock may have cut is not the answer of its snapshot.
  const bool in_time = Clock::now() - begun < options_.budget.time;
  if (reads && response.status == 200 && in_time) {
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", "no-cache");
  }
  return response;
}

Response Service::answer_from(const Request& request, const Graph& graph) const {
  auto target = parse_target(request.target);
  if (!target) return problem(target.error());
  const auto match = router_.match(request.method, target->segments);
  if (request.method == "OPTIONS" && !match.allowed.empty()) return options_of(match.allowed);
  if (match.route == nullptr && !match.allowed.empty()) return method_not_allowed(request.method, match.allowed);
  if (match.route == nullptr) {
    return problem(404, fmt::format("there is no {}; /v1 lists what there is", path_of(request.target)));
  }
  for (const auto& [name, value] : match.path_parameters) {
    if (target->parameters.has(name)) {
      return problem(400, fmt::format("{} stands in the path already; leave it out of the query", name));
    }
    target->parameters.add(name, value);
  }
  const queries::Budget budget(options_.budget, request.gone);
  return match.route->answer({request, target->parameters, graph, budget});
}

void Service::allow_origin(const Request& request, Response& response) const {
  if (options_.cors_origins.empty()) return;
  const bool any = std::ranges::find(options_.cors_origins, "*") != options_.cors_origins.end();
  const auto origin = std::string(request.header("Origin"));
  const bool known = std::ranges::find(options_.cors_origins, origin) != options_.cors_origins.end();
  if (!any) response.headers.emplace_back("Vary", "Origin");
  if (!any && !known) return;
  response.headers.emplace_back("Access-Control-Allow-Origin", any ? "*" : origin);
  response.headers.emplace_back("Access-Control-Expose-Headers", "ETag, X-Request-Id, Retry-After, Server-Timing");
}

/// The client's own id where it is harmless, so that its log and ours can be joined.
std::string Service::id_for(std::string_view given) {
  const bool usable = !given.empty() && given.size() <= kLongestId && std::ranges::all_of(given, may_stand_in_header);
  return usable ? std::string(given) : fmt::format("{}-{}", id_prefix_, ++requests_);
}

void Service::finish(const std::string& id, Response& response, std::chrono::microseconds took) const {
  response.headers.emplace_back("X-Request-Id", id);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Server-Timing",
                                fmt::format("total;dur={:.3f}", static_cast<double>(took.count()) / 1'000.0));
}

}  // namespace treatygraph::server
