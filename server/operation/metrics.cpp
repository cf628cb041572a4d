// What happens is counted when it happens, in the registry of prometheus-cpp (Families). What is, such as open
// connections and memory, is read when the metrics are asked for (Readings) and costs nothing in between.

#include "server/operation/metrics.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <tuple>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include "graph/graph.h"
#include "graph/memory_account.h"

namespace treatygraph::server {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;

/// Bounds of the duration histogram, from half a millisecond to ten seconds.
const Histogram::BucketBoundaries kSeconds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                              0.1,    0.25,  0.5,    1.0,   2.5,  5.0,   10.0};
constexpr std::array<std::string_view, 5> kMethods = {"GET", "HEAD", "POST", "OPTIONS", "DELETE"};

/// Clients may send any word as a method; unknown ones must not each create a time series.
std::string_view known_method(std::string_view method) {
  return std::ranges::find(kMethods, method) != kMethods.end() ? method : "other";
}

/// From /proc/self/statm, whose second number counts resident pages.
double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  double pages = 0;
  double resident = 0;
  statm >> pages >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double unix_seconds() {
  return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

/// The families that count events.
struct Metrics::Families {
  prometheus::Registry registry;
  Family<Counter>& requests = prometheus::BuildCounter()
                                  .Name("treatygraph_http_requests_total")
                                  .Help("Requests answered, by route, method and status.")
                                  .Register(registry);
  Family<Histogram>& durations =
      prometheus::BuildHistogram()
          .Name("treatygraph_http_request_duration_seconds")
          .Help("Time from a whole request until its answer was whole or broken off, by route.")
          .Register(registry);
  Family<Counter>& bytes = prometheus::BuildCounter()
                               .Name("treatygraph_http_response_bytes_total")
                               .Help("Bytes of the bodies of answers, by route.")
                               .Register(registry);
  Family<Counter>& broken_off = prometheus::BuildCounter()
                                    .Name("treatygraph_http_broken_off_total")
                                    .Help("Streamed answers that ended before their end, by route.")
                                    .Register(registry);
  Family<Counter>& refused = prometheus::BuildCounter()
                                 .Name("treatygraph_http_refused_total")
                                 .Help("Requests refused unread, by status: 503 is load that was shed.")
                                 .Register(registry);
  Family<Counter>& reloads = prometheus::BuildCounter()
                                 .Name("treatygraph_reloads_total")
                                 .Help("Attempts to load the file again, by outcome.")
                                 .Register(registry);
  Counter& loaded = reloads.Add({{"outcome", "loaded"}});
  Counter& kept = reloads.Add({{"outcome", "kept_old"}});
  // Created at once, so that the series exists with 0 before the first refusal.
  Counter& shed = refused.Add({{"status", "503"}});
  double started = unix_seconds();

  /// The series that one request updates.
  struct Series {
    Counter& requests;
    Histogram& durations;
    Counter& bytes;
  };
  /// The registry finds a series by hashing all labels. This map caches the lookup, which every request makes.
  const Series& series_of(std::string_view route, std::string_view method, int status) {
    const std::scoped_lock lock(mutex);
    const auto known = series.find(std::tuple(route, method, status));
    if (known != series.end()) return known->second;
    const std::string name(route);
    Series made{requests.Add({{"route", name}, {"method", std::string(method)}, {"status", std::to_string(status)}}),
                durations.Add({{"route", name}}, kSeconds), bytes.Add({{"route", name}})};
    return series.emplace(std::tuple(name, std::string(method), status), made).first->second;
  }
  std::mutex mutex;  ///< guards series
  std::map<std::tuple<std::string, std::string, int>, Series, std::less<>> series;
};

namespace {

/// Values that are read when the metrics are asked for.
class Readings {
 public:
  /// A counter.
  void add_total(const std::string& name, const std::string& help, std::uint64_t value) {
    prometheus::BuildCounter().Name(name).Help(help).Register(registry_).Add({}).Increment(static_cast<double>(value));
  }
  // A gauge, optionally with labels.
  void add(const std::string& name, const std::string& help, double value, const prometheus::Labels& labels = {}) {
    prometheus::BuildGauge().Name(name).Help(help).Register(registry_).Add(labels).Set(value);
  }
  [[nodiscard]] std::vector<prometheus::MetricFamily> collect() const { return registry_.Collect(); }

 private:
  prometheus::Registry registry_;
};

/// The readings of the Bolt listener.
void read_bolt(Readings& now, const bolt::BoltLoad& load) {
  now.add("treatygraph_bolt_connections", "Connections that are open.", static_cast<double>(load.load.connections));
  now.add("treatygraph_bolt_open_results", "Queries whose rows have not all left.",
          static_cast<double>(load.open_results));
  now.add("treatygraph_bolt_outgoing_bytes", "Bytes of answers that wait for their clients.",
          static_cast<double>(load.load.outgoing_bytes));
  now.add_total("treatygraph_bolt_accepted_total", "Connections accepted.", load.accepted);
  now.add_total("treatygraph_bolt_refused_total", "Connections closed before a version was agreed on.", load.refused);
  now.add_total("treatygraph_bolt_messages_total", "Messages that clients sent.", load.messages);
  now.add_total("treatygraph_bolt_queries_answered_total", "Queries that were answered.", load.answered);
  now.add_total("treatygraph_bolt_queries_failed_total", "Queries that were refused, failed or were stopped.",
                load.failed);
  now.add_total("treatygraph_bolt_rows_total", "Rows made for clients.", load.rows);
  now.add_total("treatygraph_bolt_result_bytes_total", "Bytes of answers to queries.", load.bytes);
  now.add_total("treatygraph_bolt_gave_way_total",
                "Connections closed because too many bytes waited for clients, and this one was the slowest.",
                load.load.gave_way);
  now.add_total("treatygraph_bolt_closed_for_new_total",
                "Idle connections closed because all places were taken and a new client came.",
                load.load.closed_for_new);
}

}  // namespace

Metrics::Metrics(const CurrentGraph& current, const RunningQueries& running, const Load& load,
                 const bolt::BoltLoad* bolt)
    : current_(current), running_(running), load_(load), bolt_(bolt), families_(std::make_unique<Families>()) {}

Metrics::~Metrics() = default;

void Metrics::count(const RequestRecord& request) {
  if (request.target.empty()) {
    families_->refused.Add({{"status", std::to_string(request.status)}}).Increment();
    return;
  }
  // The path matches no route, or the request was refused before it was matched.
  const std::string_view route = request.route.empty() ? std::string_view("none") : request.route;
  const auto& series = families_->series_of(route, known_method(request.method), request.status);
  series.requests.Increment();
  series.durations.Observe(std::chrono::duration<double>(request.took).count());
  series.bytes.Increment(static_cast<double>(request.bytes));
  if (request.broken_off) families_->broken_off.Add({{"route", std::string(route)}}).Increment();
}

void Metrics::count_reload(bool loaded) {
  (loaded ? families_->loaded : families_->kept).Increment();
}

/// Readings are made anew each time, in a registry of their own.
std::string Metrics::text() const {
  const auto graph = current_.get();
  Readings now;
  now.add("treatygraph_snapshot_info", "The snapshot that is served.", 1, {{"snapshot", graph->snapshot()}});
  now.add("treatygraph_nodes", "Nodes of the snapshot.", static_cast<double>(graph->node_count()));
  now.add("treatygraph_relationships", "Relationships of the snapshot.",
          static_cast<double>(graph->relationship_count()));
  now.add("treatygraph_http_requests_in_flight", "Requests that are worked on.", static_cast<double>(running_.count()));
  now.add("treatygraph_http_connections", "Connections that are open.", static_cast<double>(load_.connections));
  now.add("treatygraph_http_outgoing_bytes", "Bytes of answers that wait for their clients.",
          static_cast<double>(load_.outgoing_bytes));
  now.add("treatygraph_http_kept_bytes", "Bytes of answers that are kept for requests that come again.",
          static_cast<double>(load_.kept_bytes));
  now.add_total("treatygraph_http_repeated_total", "Requests answered with an answer that was kept.", load_.repeated);
  now.add_total("treatygraph_http_gave_way_total",
                "Connections closed because too many bytes waited for clients, and this one was the slowest.",
                load_.gave_way);
  now.add_total("treatygraph_http_closed_for_new_total",
                "Idle connections closed because all places were taken and a new client came.", load_.closed_for_new);
  if (bolt_ != nullptr) read_bolt(now, *bolt_);
  now.add_total("treatygraph_log_lines_dropped_total", "Lines of the log that nobody read in time.",
                *load_.log_lines_dropped);
  now.add("treatygraph_memory_bytes", "Memory of the data and of all requests, as the server counts it.",
          static_cast<double>(process_memory::used()));
  now.add("treatygraph_memory_limit_bytes", "What it may come to (--memory).",
          static_cast<double>(process_memory::limit()));
  now.add("process_resident_memory_bytes", "Resident memory.", resident_bytes());
  now.add("process_start_time_seconds", "When the process started, in seconds since 1970.", families_->started);
  now.add("treatygraph_uptime_seconds", "Seconds since the process started.", unix_seconds() - families_->started);
  auto collected = families_->registry.Collect();
  const auto read = now.collect();
  collected.insert(collected.end(), read.begin(), read.end());
  return prometheus::TextSerializer().Serialize(collected);
}

}  // namespace treatygraph::server
