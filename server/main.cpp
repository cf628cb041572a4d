// treatygraph-server: answers questions about a treaties.db over HTTP.

#include <cstdio>
#include <exception>
#include <optional>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include "graph/database.h"
#include "server/http_server.h"
#include "server/listen_address.h"
#include "server/request_log.h"
#include "server/service.h"
#include "server/signals.h"

namespace {

using namespace treatygraph;
using namespace treatygraph::server;

// What scripts rely on.
constexpr int kStopped = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;
constexpr int kCannotListen = 3;
constexpr int kCannotReadData = 4;

struct Options {
  std::string data;
  std::string listen = "127.0.0.1:8080";
  ServiceOptions service;
  LoopLimits loop;
  std::size_t deadline_ms = 5'000;
  std::string log_format = "text";
};

void describe(CLI::App& program, Options& options) {
  program.add_option("--data", options.data, "The treaties.db to serve; read again on SIGHUP")->required();
  program.add_option("--listen", options.listen, "HOST:PORT; port 0 picks a free one")->capture_default_str();
  program.add_option("--cors-origin", options.service.cors_origins,
                     "An origin whose pages may use this API, or *; may be given several times");
  program.add_option("--threads", options.loop.threads, "Requests worked on at a time")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  program.add_option("--max-connections", options.loop.connections, "Connections held open at a time")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  program.add_option("--deadline", options.deadline_ms, "Milliseconds for one request")
      ->check(CLI::Range(1, 600'000))
      ->capture_default_str();
  program.add_option("--log-format", options.log_format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

/// The file beside the one that is served; the old stays where the new is no good.
void reload(const std::string& path, CurrentGraph& current, const Log& log) {
  auto graph = open_database(path);
  if (!graph) {
    log.event(fmt::format("not reloaded, the old snapshot stays: {}", graph.error().detail));
    return;
  }
  const auto snapshot = graph->snapshot();
  current.replace(std::make_shared<const Graph>(std::move(*graph)));
  log.event(fmt::format("reloaded {}: snapshot {}", path, snapshot));
}

int run(Options options) {
  Signals signals;
  const auto address = parse_listen_address(options.listen);
  if (!address) {
    fmt::print(stderr, "{}\n", address.error().detail);
    return kUsage;
  }
  auto graph = open_database(options.data);
  if (!graph) {
    fmt::print(stderr, "{}\n", graph.error().detail);
    return kCannotReadData;
  }
  CurrentGraph current(std::make_shared<const Graph>(std::move(*graph)));
  const Log log(options.log_format == "json" ? LogFormat::Json : LogFormat::Text);
  options.service.budget.time = std::chrono::milliseconds(options.deadline_ms);
  Service service(current, options.service, [&](const RequestRecord& record) { log.request(record); });
  HttpServer http(
      {[&](const Request& request) { return service.answer(request); },
       [&](int status, const std::string& detail) { return service.refuse(status, detail); }, Service::is_probe},
      options.loop);
  const auto port = http.bind(address->host, address->port);
  if (!port) {
    fmt::print(stderr, "{}\n", port.error().detail);
    return kCannotListen;
  }
  signals.handle([&] { http.stop(); }, [&] { reload(options.data, current, log); });
  fmt::print("listening on http://{}\n", printed(*address, *port));
  std::fflush(stdout);
  http.serve();
  log.event("stopped");
  return kStopped;
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App program{"Answers questions about a treaties.db over HTTP", "treatygraph-server"};
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
