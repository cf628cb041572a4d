// The order of the checks for a request: access rules, target, route and method, parameters in the path, snapshot,
// entity tag, time. The first check that fails answers; the route's handler is called only after all of them.
//
// An answer can be repeated from a cache ("lasting") only if it is complete, was made within its time, and depends on
// nothing but the snapshot and the request.

#include "server/api/service.h"

#include <algorithm>
#include <random>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/graph.h"
#include "queries/formats/answers/page_bundle.h"
#include "queries/request/budget_in_force.h"
#include "server/api/permalink.h"
#include "server/http/compression.h"
#include "server/http/entity_tag.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"
#include "server/http/target.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kLongestId = 64;                        // of an id that the client gives
constexpr std::chrono::milliseconds kMostTimeToWrite{1'000};  // in addition to the request's own time

std::string random_prefix() {
  std::random_device device;
  return fmt::format("{:08x}", device());
}

/// Without the query string.
std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

/// The characters of an id that a client may choose: none of them needs quoting in a log.
bool may_stand_in_header(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
}

Response method_not_allowed(std::string_view method, const std::string& allowed) {
  auto response = problem(405, fmt::format("{} cannot be done here; allowed: {}", method, allowed));
  response.headers.emplace_back("Allow", allowed);
  return response;
}

/// Answers OPTIONS, also as a CORS preflight (Fetch standard).
Response options_of(const std::string& allowed) {
  Response response;
  response.status = 204;
  response.headers.emplace_back("Allow", allowed);
  response.headers.emplace_back("Access-Control-Allow-Methods", allowed);
  response.headers.emplace_back("Access-Control-Allow-Headers",
                                "Accept, Authorization, Content-Type, If-None-Match, MCP-Protocol-Version, Mcp-Method, "
                                "Mcp-Name, X-Request-Id");
  // A day, in seconds.
  response.headers.emplace_back("Access-Control-Max-Age", "86400");
  return response;
}

Response unchanged(const std::string& tag) {
  Response response;
  response.status = 304;
  response.headers.emplace_back("ETag", tag);
  return response;
}

/// A page made for a question contains its style, and one script that is identified by its hash. Nothing else runs in
/// it, and the sandbox keeps it apart from the other pages of this host.
void protect_page(Response& response) {
  if (!response.content_type.starts_with("text/html")) return;
  const auto is_policy = [](const auto& header) { return header.first == "Content-Security-Policy"; };
  if (std::ranges::any_of(response.headers, is_policy)) return;
  response.headers.emplace_back(
      "Content-Security-Policy",
      fmt::format(
          "sandbox allow-scripts allow-popups; default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'; "
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          queries::formats::web::kPageJsSha256));
}

/// Names the snapshot, unless the answer already does: a transaction reads the snapshot that was loaded when it began.
void name_snapshot(const Graph& graph, Response& response) {
  const auto is_snapshot = [](const auto& header) { return header.first == "Treatygraph-Snapshot"; };
  if (std::ranges::none_of(response.headers, is_snapshot))
    response.headers.emplace_back("Treatygraph-Snapshot", graph.snapshot());
}

/// Moves path parameters into the parameters, before the route's handler is called.
std::optional<Response> moved_into_parameters(const Router::Match& match, queries::Parameters& parameters) {
  for (const auto& [name, value] : match.path_parameters) {
    if (parameters.has(name)) {
      return problem(400, fmt::format("{} is in the path already; leave it out of the query", name));
    }
    parameters.add(name, value);
  }
  return std::nullopt;
}

/// The answer if the request's time was over before a thread was free, or if nobody waits for it any more. The first
/// case is told apart because the remedy is to ask again, not to ask for less.
Response not_begun(const queries::Budget& budget) {
  if (budget.why_stopped().code != ErrorCode::DeadlineExceeded) return problem(budget.why_stopped());
  return problem(503, fmt::format("the {} ms that a request may take were over before its turn came; ask again in a "
                                  "second",
                                  budget.limits().time.count()));
}

/// Small bodies and formats that do not shrink stay as they are.
void compress(Response& response) {
  if (!is_worth_compressing(response)) return;
  if (response.source) {
    response.source = gzipped(std::move(response.source));
  } else {
    response.body = gzipped(response.body);
  }
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace

/// The parts of a request that answer_from() needs.
struct Service::RequestContext {
  const Request& request;
  const Route& route;
  queries::Parameters& parameters;
  Delivery& delivery;
};

Service::Service(const CurrentGraph& current, Router router, RunningQueries& running, ServiceOptions options,
                 RecordRequest log)
    : current_(current),
      router_(std::move(router)),
      running_(running),
      options_(std::move(options)),
      log_(std::move(log)),
      id_prefix_(random_prefix()) {}

/// A percent-encoded path may match a route that does not match it as sent.
/// What is refused or unknown is answered on the loop: that is cheaper than waiting for a worker.
Cost Service::cost(std::string_view method, std::string_view target) const {
  const auto path = path_of(target);
  const auto* route = router_.find(method, path);
  if (path.find('%') != std::string_view::npos) {
    const auto decoded = parse_target(path);
    if (decoded) route = router_.match(method, decoded->segments).route;
  }
  if (route == nullptr) return Cost::Instant;  // will be refused
  if (!route->estimate) return route->cost;
  return route->estimate(target.substr(std::min(path.size() + 1, target.size())), *current_.get());
}

std::string Service::client_of(const std::string& address, std::string_view head) const {
  return options_.proxies.client_of(address, head);
}

Response Service::answer(const Request& request) {
  // Shared, because a streamed body keeps the delivery until it ends.
  const auto delivery = std::make_shared<Delivery>(request, id_for(request.header("X-Request-Id")),
                                                   graph_named(request.target, current_), running_, log_);
  auto response = in_shape(answer_within_budget(request, *delivery), request.target);
  name_snapshot(delivery->graph(), response);
  allow_origin(request, response);
  protect_page(response);
  finish(delivery->record.id, delivery->taken(), response);
  Delivery::hand_over(delivery, response);
  // An answer with the client's own id cannot be repeated: the id would be wrong.
  const bool names_itself = !request.header("X-Request-Id").empty();
  if (delivery->lasts && response.status == 200 && !response.source && request.method == "GET" && !names_itself) {
    response.lasting = Cacheable{delivery->shared_graph(), delivery->record};
  }
  return response;
}

/// The cached record becomes that of the new request.
bool Service::repeat(KeptAnswer& kept) {
  const auto begun = std::chrono::steady_clock::now();
  if (current_.get() != kept.what.graph.lock()) return false;
  running_.count_ended();
  auto& record = kept.what.record;
  record.id = id_for({});
  record.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
  log_(record);
  return true;
}

/// Everything done for the request, including writing and compressing its answer, is charged to its memory and time. An
/// answer that was completed or cut in time has as much time again, at most a second, to be written.
Response Service::answer_within_budget(const Request& request, Delivery& delivery) const try {
  auto budget = queries::Budget(options_.budget, request.gone, request.arrived)
                    .longer_by(std::min(options_.budget.time, kMostTimeToWrite));
  const queries::BudgetInForce in_force(budget);
  auto response = route(request, delivery);
  if (prefers_gzip(request.header("Accept-Encoding"))) compress(response);
  return response;
} catch (const queries::OutOfBudget& spent) {
  return problem(503, spent.error.detail);
} catch (const MemoryExceeded& exceeded) {
  return problem(503, queries::error_of(exceeded).detail);
}

Response Service::in_shape(Response response, std::string_view target) const {
  return router_.in_shape(std::move(response), path_of(target));
}

Response Service::refuse(int status, const std::string& detail) {
  auto response = problem(status, detail);
  const RequestRecord record{id_for({}), "-", {}, status, response.body.size(), {}, {}, false};
  finish(record.id, record.took, response);
  log_(record);
  return response;
}

Response Service::route(const Request& request, Delivery& delivery) const {
  if (options_.refuse) {
    if (auto refused = options_.refuse(request)) return std::move(*refused);
  }
  // "*" means the server as a whole (RFC 9110, 9.3.7).
  if (request.method == "OPTIONS" && request.target == "*") return options_of(router_.allowed_somewhere());
  auto target = parse_target(request.target);
  if (!target) return problem(target.error());
  const auto match = router_.match(request.method, target->segments);
  if (match.route == nullptr && match.allowed.empty()) {
    const auto path = path_of(request.target);
    return problem(404, fmt::format("there is no {}; {}", path, router_.hint_for(path)));
  }
  delivery.record.route = match.path;
  // A preflight must be answered before a method is refused.
  if (request.method == "OPTIONS") return options_of(match.allowed);
  if (match.route == nullptr) return method_not_allowed(request.method, match.allowed);
  if (auto refused = moved_into_parameters(match, target->parameters)) return std::move(*refused);
  if (auto outdated = of_another_snapshot(target->parameters, delivery.graph(), current_)) return std::move(*outdated);
  target->parameters.take("snapshot");
  return answer_from({request, *match.route, target->parameters, delivery});
}

/// Only complete answers to GET have a tag. If-None-Match: * matches any existing answer, so the answer is made first.
Response Service::answer_from(const RequestContext& asked) const {
  const auto& request = asked.request;
  const auto& graph = asked.delivery.graph();
  const auto freshness = asked.route.method == "GET" ? asked.route.freshness : Freshness::Live;
  const auto known = request.header("If-None-Match");
  auto tag = freshness == Freshness::Snapshot ? entity_tag(graph.snapshot(), request) : std::string();
  // The client has the answer already: nothing is computed.
  if (!tag.empty() && names_tag(known, tag)) return unchanged(tag);
  const queries::Budget budget(options_.budget, request.gone, request.arrived);
  // Answers about the server itself are given however late.
  if (asked.route.freshness != Freshness::Live && !budget.may_go_on()) return not_begun(budget);
  auto response = asked.route.answer({request, asked.parameters, graph, budget, asked.delivery.ticket(),
                                      asked.delivery.shared_graph(), asked.delivery.record.id, options_.iri_base});
  // An answer that may have been cut by the deadline, or that nobody waited for, does not represent its snapshot.
  const bool in_time = budget.may_go_on();
  if (freshness == Freshness::Live || response.status != 200 || !in_time) {
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
  }
  if (tag.empty()) tag = entity_tag_of(response.body);
  // Weak comparison, also for a tag that is known only now.
  if (trimmed(known) == "*" || names_tag(known, tag)) return unchanged(tag);
  response.headers.emplace_back("ETag", tag);
  // "no-cache" lets a client keep the answer but makes it ask whether it is still valid: after a reload it is not.
  response.headers.emplace_back("Cache-Control", "no-cache");
  asked.delivery.lasts = freshness == Freshness::Snapshot;
  return response;
}

/// Answers differ by these headers, so shared caches must keep them apart (Vary), whether CORS is used or not.
void Service::allow_origin(const Request& request, Response& response) const {
  response.headers.emplace_back("Vary", "Accept, Accept-Encoding, Origin");
  const bool any = std::ranges::find(options_.cors_origins, "*") != options_.cors_origins.end();
  const auto origin = std::string(request.header("Origin"));
  const bool known = std::ranges::find(options_.cors_origins, origin) != options_.cors_origins.end();
  if (!any && !known) return;
  response.headers.emplace_back("Access-Control-Allow-Origin", any ? "*" : origin);
  response.headers.emplace_back("Access-Control-Expose-Headers",
                                "Allow, Content-Disposition, ETag, Link, Location, Retry-After, Server-Timing, "
                                "Treatygraph-Quality, Treatygraph-Snapshot, Treatygraph-Truncated, "
                                "Treatygraph-Warnings, WWW-Authenticate, X-Request-Id");
}

/// The client's own id if it is harmless, so that its log and ours can be joined.
std::string Service::id_for(std::string_view given) {
  const bool usable = !given.empty() && given.size() <= kLongestId && std::ranges::all_of(given, may_stand_in_header);
  return usable ? std::string(given) : fmt::format("{}-{}", id_prefix_, ++requests_);
}

/// Headers that every answer has. A 503 says when to ask again.
void Service::finish(const std::string& id, std::chrono::microseconds taken, Response& response) {
  response.headers.emplace_back("X-Request-Id", id);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Server-Timing",
                                fmt::format("total;dur={}.{:03}", taken.count() / 1'000, taken.count() % 1'000));
  if (response.status == 503) response.headers.emplace_back("Retry-After", "1");
}

}  // namespace treatygraph::server
