#include "server/request_log.h"

#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "queries/formats/json_text.h"

namespace treatygraph::server {
namespace {

std::string now() {
  const auto seconds = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto count = seconds.time_since_epoch().count();
  const std::time_t whole = count / 1'000;
  std::tm utc{};
  gmtime_r(&whole, &utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                     utc.tm_hour, utc.tm_min, utc.tm_sec, count % 1'000);
}

double milliseconds(std::chrono::microseconds time) {
  return static_cast<double>(time.count()) / 1'000.0;
}

std::string event_line(LogFormat format, std::string_view what) {
  if (format == LogFormat::Text) return fmt::format("{} {}", now(), what);
  std::string line;
  queries::formats::JsonText(line).begin_object().member("time", now()).member("event", what).end_object();
  return line;
}

}  // namespace

Log::Log(LogFormat format, std::shared_ptr<std::atomic<std::uint64_t>> dropped)
    : format_(format),
      writer_(std::make_unique<LogWriter>(LogWriter::Destination{
          .descriptor = STDERR_FILENO, .dropped = std::move(dropped), .line_of_dropped = [format](auto lines) {
            return event_line(format, fmt::format("{} lines of the log were dropped: nobody read them in time", lines));
          }})) {}

void Log::request(const RequestRecord& record) const {
  std::string line;
  if (format_ == LogFormat::Json) {
    queries::formats::JsonText(line)
        .begin_object()
        .member("time", now())
        .member("id", record.id)
        .member("method", record.method)
        .member("target", record.target)
        .member("status", record.status)
        .member("bytes", record.bytes)
        .member("ms", milliseconds(record.took))
        .member("broken_off", record.broken_off)
        .end_object();
  } else {
    std::string target;
    queries::formats::append_json_string(target, record.target);
    line = fmt::format("{} {} {} {} {} {} B {:.3f} ms{}", now(), record.id, record.method, target, record.status,
                       record.bytes, milliseconds(record.took), record.broken_off ? ", broken off" : "");
  }
  writer_->write(line);
}

void Log::event(std::string_view what) const {
  writer_->write(event_line(format_, what));
}

}  // namespace treatygraph::server
