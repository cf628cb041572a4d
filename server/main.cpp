// treatygraph-server: answers questions about a treaties.db over HTTP, and over Bolt if asked to.
//
// run() checks the options, opens the data and builds the parts; serve() starts a thread for each listener but the
// public one, which runs on the main thread. Everything lives in serve()'s frame: when http.serve() returns, the stop
// is requested for the other threads (StopAtEnd), they are joined, and the parts are destroyed in reverse order.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/database.h"
#include "graph/memory_account.h"
#include "graph/version.h"
#include "queries/formats/text/json_text.h"
#include "server/access/access.h"
#include "server/api/routes.h"
#include "server/api/service.h"
#include "server/bolt/bolt_server.h"
#include "server/cypher/cypher_routes.h"
#include "server/cypher/query_api_routes.h"
#include "server/http/http_server.h"
#include "server/http/listen_address.h"
#include "server/mcp/mcp_routes.h"
#include "server/operation/admin_routes.h"
#include "server/operation/descriptor_limit.h"
#include "server/operation/following.h"
#include "server/operation/metrics.h"
#include "server/operation/probe_routes.h"
#include "server/operation/reload.h"
#include "server/operation/request_log.h"
#include "server/operation/signals.h"

namespace {

using namespace treatygraph;
using namespace treatygraph::server;

// Exit codes; scripts rely on them.
constexpr int kStopped = 0;         // SIGTERM, SIGINT, --help or --version
constexpr int kFailed = 1;          // an exception
constexpr int kUsage = 2;           // the options, the token file or an address are wrong
constexpr int kCannotListen = 3;    // an address is taken or not available
constexpr int kCannotReadData = 4;  // the file or publication cannot be used

/// The command line.
struct Options {
  std::string data;  ///< empty if another's publications are followed
  FollowOptions follow;
  std::string listen = "127.0.0.1:8080";
  std::string admin;  ///< empty: none
  std::string bolt;   ///< empty: none
  ServiceOptions service;
  AccessOptions access;
  LoopLimits loop;
  std::size_t deadline_ms = 5'000;
  std::size_t memory_mib = 0;  ///< 0: a share of the machine
  std::size_t kept_mib = 16;
  std::string log_format = "text";
};

/// The options of --follow, which all need it.
void describe_following(CLI::App& program, CLI::Option& data, FollowOptions& options) {
  auto* follow =
      program
          .add_option(
              "--follow", options.where,
              "Serve what `treatygraph-ingest publish` publishes in this folder or at this address, instead of --data")
          ->excludes(&data);
  program
      .add_option("--replica", options.folder,
                  "Folder for the local copies (default: in $CACHE_DIRECTORY or $XDG_CACHE_HOME)")
      ->needs(follow);
  program
      .add_option("--follow-interval", options.interval_seconds,
                  "Seconds between two checks for a new publication; up to five minutes after errors")
      ->check(CLI::Range(0.01, 86'400.0))
      ->needs(follow)
      ->capture_default_str();
  program
      .add_option("--former", options.former, "Number of previous snapshots that stay open for requests that name them")
      ->check(CLI::Range(0, 100))
      ->needs(follow)
      ->capture_default_str();
}

/// An option whose help says its bounds and its default.
template <typename Number>
void add_number(CLI::App& program, const char* name, Number& number, std::pair<int, int> bounds, const char* help) {
  program.add_option(name, number, help)->check(CLI::Range(bounds.first, bounds.second))->capture_default_str();
}

/// An option that may be given several times.
void add_repeatable(CLI::App& program, const char* name, std::vector<std::string>& values, const std::string& help) {
  program.add_option(name, values, help + ". Repeatable");
}

/// All options with their help texts.
void describe(CLI::App& program, Options& options) {
  auto* data = program.add_option("--data", options.data, "The treaties.db to serve. SIGHUP reloads it");
  describe_following(program, *data, options.follow);
  program.add_option("--listen", options.listen, "HOST:PORT. Port 0 picks a free port")->capture_default_str();
  program.add_option("--admin", options.admin,
                     "HOST:PORT on loopback for probes, metrics, reload and running queries (default: off)");
  program.add_option("--bolt", options.bolt,
                     "HOST:PORT for Neo4j drivers, over TCP and WebSocket (default: off; the standard port is 7687)");
  add_repeatable(program, "--cors-origin", options.service.cors_origins,
                 "An origin whose pages may use this API, or *");
  program
      .add_option("--iri-base", options.service.iri_base,
                  "Prefix of IRIs in Turtle and JSON-LD, for example https://treaties.example.org/")
      ->check([](const std::string& base) {
        const auto checked = queries::formats::check_iri_base(base);
        return checked ? std::string() : checked.error().detail;
      })
      ->capture_default_str();
  add_repeatable(program, "--host", options.access.hosts,
                 "A host name that clients use for this server, or *. Loopback names and the address of --listen are "
                 "always accepted");
  add_repeatable(program, "--trusted-proxy", options.access.trusted_proxies,
                 "An address or network whose X-Forwarded-For header is trusted");
  program.add_option("--token-file", options.access.token_file,
                     "A file of bearer tokens, one per line. Clients must send one (default: no tokens)");
  program
      .add_option("--loops", options.loop.loops,
                  "Event loops, which also answer cheap requests (default: one per processor)")
      ->check(CLI::Range(std::size_t{1}, Load::kMostLoops));
  add_number(program, "--threads", options.loop.threads, {1, 256}, "Worker threads for expensive requests");
  add_number(program, "--queue", options.loop.queue, {1, 100'000},
             "Requests that may wait for a worker thread; further ones get 503");
  add_number(program, "--max-connections", options.loop.connections, {1, 100'000},
             "Maximum number of open connections, within the limit on open files");
  add_number(program, "--deadline", options.deadline_ms, {1, 600'000}, "Time limit for one request in milliseconds");
  program
      .add_option("--memory", options.memory_mib,
                  "Memory limit for the data and all requests together in MiB (default: three quarters of the "
                  "machine's memory)")
      ->check(CLI::Range(64, 1'000'000'000));
  add_number(program, "--answer-cache", options.kept_mib, {0, 65'536}, "Answer cache per event loop in MiB (0: off)");
  program.add_option("--log-format", options.log_format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

/// The operator's listener has two threads, so that it answers while it loads a file and while the public listener is
/// full.
LoopLimits admin_limits() {
  LoopLimits limits;
  limits.loops = 1;
  limits.threads = 2;
  limits.queue = 16;
  limits.connections = 32;
  limits.kept_bytes = 0;
  return limits;
}

/// Of what is available, a quarter is left for SQLite's caches, code and stacks, which are not counted, and for other
/// programs. If that is unknown, the limit stays as it is.
std::size_t memory_limit(std::size_t given_mib) {
  if (given_mib > 0) return given_mib * 1'024 * 1'024;
  const auto available = process_memory::available();
  return available == 0 ? process_memory::limit() : available / 4 * 3;
}

/// The number of connections per listener that leaves enough descriptors for files, loops and the operator's listener.
/// At least 16, at most `connections`.
std::size_t fitted(std::size_t connections, std::size_t listeners) {
  constexpr std::size_t kForOthers = 128;
  const auto descriptors = raise_descriptor_limit();
  return std::clamp<std::size_t>((descriptors - std::min(descriptors, kForOthers)) / listeners, 16, connections);
}

/// What an exception says may contain anything.
std::string quoted(std::string_view text) {
  std::string written;
  queries::formats::append_json_string(written, text);
  return written;
}

/// Connects a listener to its service; both must outlive it.
HttpHandlers handlers_of(Service& service, const Log& log) {
  return {[&](const Request& request) { return service.answer(request); },
          [&](int status, const std::string& detail) { return service.refuse(status, detail); },
          [&](std::string_view method, std::string_view target) { return service.cost(method, target); },
          [&](std::string_view what) { log.event(fmt::format("a request was broken off: {}", quoted(what))); },
          [&](const std::string& address, std::string_view head) { return service.client_of(address, head); },
          [&](KeptAnswer& kept) { return service.repeat(kept); },
          [&](Response refusal, std::string_view target) { return service.in_shape(std::move(refusal), target); }};
}

/// Everything that clients can ask.
Router public_routes(const Metrics& metrics, const RunningQueries& running, const Load& load) {
  Router router;
  add_routes(router, query_api_discovery);
  add_cypher_routes(router, running);
  add_mcp_routes(router);
  add_probe_routes(router, metrics, load);
  return router;
}

/// The routes of the operator, with the probes of the public listener.
Router admin_routes(const Operation& operation, const Load& load) {
  Router router;
  add_admin_routes(router, operation);
  add_probe_routes(router, operation.metrics, load);
  return router;
}

/// The addresses of the listeners, parsed and checked.
struct Addresses {
  ListenAddress listen;
  std::optional<ListenAddress> admin;
  std::optional<ListenAddress> bolt;
};

Result<Addresses> addresses_of(const Options& options) {
  Addresses addresses;
  const auto listen = parse_listen_address(options.listen);
  if (!listen) return fail(listen.error());
  addresses.listen = *listen;
  if (!options.bolt.empty()) {
    const auto bolt = parse_listen_address(options.bolt);
    if (!bolt) return fail(bolt.error());
    addresses.bolt = *bolt;
  }
  if (options.admin.empty()) return addresses;
  const auto admin = parse_listen_address(options.admin);
  if (!admin) return fail(admin.error());
  addresses.admin = *admin;
  if (is_loopback(admin->host)) return addresses;
  return fail(ErrorCode::InvalidArgument,
              fmt::format("--admin {}: its clients can stop queries, so it must be loopback, such as 127.0.0.1:8081",
                          options.admin));
}

/// Bolt's options, derived from those of HTTP so that both admit the same clients.
bolt::BoltOptions bolt_options(const Options& options, const Access& access, const Log& log) {
  bolt::BoltOptions made;
  made.budget = options.service.budget;
  made.loop.connections = options.loop.connections;
  made.loop.outgoing = options.loop.outgoing;
  made.results.computing = options.loop.threads;
  made.admits = [&access](std::string_view token) { return access.admits(token); };
  made.refuse_upgrade = [&access](const Request& request) { return access.refuse_web_socket(request); };
  made.record = [&log](const RequestRecord& record) { log.request(record); };
  made.report = [&log](std::string_view what) { log.event(fmt::format("Bolt: {}", quoted(what))); };
  return made;
}

/// Also reads the token file.
Result<Access> access_of(const Options& options, const Addresses& addresses) {
  auto given = options.access;
  given.cors_origins = options.service.cors_origins;
  return Access::of(given, addresses.listen.host);
}

/// Requests the stop however serving ends, so that the threads beside it can be joined.
struct StopAtEnd {
  std::stop_source& stop;
  explicit StopAtEnd(std::stop_source& source) : stop(source) {}
  ~StopAtEnd() { stop.request_stop(); }
  StopAtEnd(const StopAtEnd&) = delete;
  StopAtEnd& operator=(const StopAtEnd&) = delete;
};

/// What is served: a file, or what a publisher publishes.
struct Served {
  std::unique_ptr<CurrentGraph> of_file;
  std::unique_ptr<Following> following;

  [[nodiscard]] CurrentGraph& current() const { return following ? following->current() : *of_file; }
};

/// Runs while requests are answered: only a search or a suggestion may wait for it. If memory is too short, a search
/// tries again and answers with the error.
void prepare_beside(const Graph& graph, const Log& log) try { prepare(graph); } catch (const std::bad_alloc&) {
  log.event("searches are not prepared: out of memory");
}

/// Serves until told to stop; returns the exit code. The operator's listener reports the public listener's load.
int serve(const Options& options, const Addresses& addresses, const Access& access, const Served& served,
          ReloadRequests& reloads, std::stop_source& stopping) {
  auto& current = served.current();
  const auto stop = stopping.get_token();
  Load load;
  Load admin_load;
  bolt::BoltLoad bolt_load;
  const Log log(options.log_format == "json" ? LogFormat::Json : LogFormat::Text, load.log_lines_dropped);
  RunningQueries running;
  Metrics metrics(current, running, load, addresses.bolt ? &bolt_load : nullptr);
  Reload reload(options.data, current, metrics, log, stop);
  // What SIGHUP and the operator cause: a look at the publisher, or loading the file.
  const auto renew = [&] { return served.following ? served.following->look(metrics, log, stop) : reload(); };
  const auto record = [&](const RequestRecord& request) {
    metrics.count(request);
    log.request(request);
  };
  Service service(current, public_routes(metrics, running, load), running, options.service, record);
  const Operation operation{running, metrics, renew};
  Service admin_service(current, admin_routes(operation, load), running, {{}, {}, refuse_strangers},
                        [&](const auto& request) { log.request(request); });
  HttpServer http(handlers_of(service, log), options.loop, load);
  HttpServer admin(handlers_of(admin_service, log), admin_limits(), admin_load);
  bolt::BoltServer bolt(current, running, bolt_load, bolt_options(options, access, log));
  const auto port = http.bind(addresses.listen.host, addresses.listen.port);
  const auto admin_port = addresses.admin ? admin.bind(addresses.admin->host, addresses.admin->port) : Result<int>(0);
  // All listeners are bound before anything is said: a program that reads the lines can connect at once.
  const auto bolt_port = addresses.bolt ? bolt.bind(*addresses.bolt) : Result<int>(0);
  for (const auto* bound : {&port, &admin_port, &bolt_port}) {
    if (*bound) continue;
    fmt::print(stderr, "{}\n", bound->error().detail);
    return kCannotListen;
  }
  if (process_memory::used() > process_memory::limit() / 4 * 3) {
    log.event(
        fmt::format("the data take {} MiB of the {} MiB that --memory allows; requests may be refused for lack of it",
                    process_memory::used() / 1'048'576, process_memory::limit() / 1'048'576));
  }
  std::vector<std::jthread> beside;
  beside.emplace_back([&] {
    prepare_beside(*current.get(), log);
    while (reloads.wait(stop)) (void)renew();
  });
  if (served.following) beside.emplace_back([&] { served.following->run(metrics, log, stop); });
  if (addresses.admin) beside.emplace_back([&] { admin.serve(stop); });
  if (addresses.bolt) beside.emplace_back([&] { bolt.serve(stop); });
  // Declared after the threads, so it is destroyed before they are joined.
  const StopAtEnd stop_those_beside(stopping);
  fmt::print("listening on http://{}\n", printed(addresses.listen, *port));
  if (addresses.admin) fmt::print("admin on http://{}\n", printed(*addresses.admin, *admin_port));
  if (addresses.bolt) fmt::print("bolt on bolt://{}\n", printed(*addresses.bolt, *bolt_port));
  std::fflush(stdout);
  http.serve(stop);
  log.event("stopped");
  return kStopped;
}

/// Opens the file, or what the publisher published last. The error says what is wrong with it.
Result<Served> open_served(const Options& options, const std::stop_token& stop) {
  if (!options.follow.where.empty()) {
    auto following = Following::begin(options.follow, stop);
    if (!following) return fail(following.error());
    return Served{nullptr, *std::move(following)};
  }
  std::string why_slow;
  auto graph = open_database(options.data, stop, Verify::Now, &why_slow);
  if (!graph) return fail(graph.error());
  if (!why_slow.empty()) fmt::print(stderr, "{}\n", why_slow);
  return Served{std::make_unique<CurrentGraph>(std::make_shared<const Graph>(*std::move(graph))), nullptr};
}  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): Served has it

/// The message for a combination of options that CLI11 does not check; empty if they are right. Sets the folder of the
/// replica if it is not given.
std::string wrong_source(Options& options) {
  if (options.follow.where.empty()) return options.data.empty() ? "--data FILE or --follow PUBLISHER is required" : "";
  if (options.follow.folder.empty()) options.follow.folder = usual_replica_folder();
  if (!options.follow.folder.empty()) return {};
  return "neither CACHE_DIRECTORY nor XDG_CACHE_HOME nor HOME says where to keep what is followed; --replica DIR does";
}

// The signals are blocked before any thread is started.
int run(Options options) {
  if (const auto wrong = wrong_source(options); !wrong.empty()) {
    fmt::print(stderr, "{}\n", wrong);
    return kUsage;
  }
  ReloadRequests reloads;
  Signals signals;
  signals.handle([&] { reloads.ask(); });
  const auto addresses = addresses_of(options);
  if (!addresses) {
    fmt::print(stderr, "{}\n", addresses.error().detail);
    return kUsage;
  }
  const auto access = access_of(options, *addresses);
  if (!access) {
    fmt::print(stderr, "{}\n", access.error().detail);
    return kUsage;
  }
  const auto served = open_served(options, signals.stopping().get_token());
  // Stopped while loading: neither success nor failure of the data matters.
  if (signals.stopping().stop_requested()) return kStopped;
  if (!served) {
    fmt::print(stderr, "{}\n", served.error().detail);
    return kCannotReadData;
  }
  options.service.refuse = [&](const Request& request) { return access->refuse(request); };
  options.service.proxies = access->proxies();
  process_memory::set_limit(memory_limit(options.memory_mib));
  options.service.budget.time = std::chrono::milliseconds(options.deadline_ms);
  options.loop.kept_bytes = options.kept_mib * 1'024 * 1'024;
  options.loop.connections = fitted(options.loop.connections, addresses->bolt ? 2 : 1);
  return serve(options, *addresses, *access, *served, reloads, signals.stopping());
}

}  // namespace

/// Errors that nobody handles end the program with a message instead of abort().
int main(int argc, char** argv) try {
  keep_standard_descriptors();
  CLI::App program{"Serves a treaties.db over HTTP and, with --bolt, over Bolt", "treatygraph-server"};
  program.set_version_flag("--version", std::string(treatygraph::version()));
  Options options;
  describe(program, options);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kStopped : kUsage;
  }
  return run(std::move(options));
} catch (const std::exception& error) {
  fmt::print(stderr, "treatygraph-server: {}\n", error.what());
  return kFailed;
}
