// A target is written as a JSON string, whose quotes and escapes keep it apart from the rest of the line, and
// made_visible() escapes what JSON leaves alone, such as U+202E. It is shortened before it is quoted, so no line
// becomes longer than its limits allow.

#include "server/operation/log_line.h"

#include <chrono>
#include <ctime>

#include <fmt/format.h>

#include "queries/formats/text/json_text.h"
#include "server/http/shown_text.h"

namespace treatygraph::server {
namespace {

using queries::formats::JsonText;

constexpr std::size_t kLongestTarget = 1'024;  // bytes of a target
constexpr std::size_t kLongestEvent = 4'096;   // bytes of an event; longer, because they quote errors

/// The time in UTC with milliseconds: "2031-05-06T07:08:09.012Z".
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

/// A JSON string of at most about `longest` bytes of the text, with invisible characters escaped.
std::string quoted(std::string_view text, std::size_t longest) {
  std::string json;
  queries::formats::append_json_string(json, shortened(text, longest));
  return made_visible(json);
}

}  // namespace

std::string log_line(LogFormat format, const RequestRecord& record) {
  const auto target = quoted(record.target, kLongestTarget);
  if (format == LogFormat::Text) {
    return fmt::format("{} {} {} {} {} {} B {}.{:03} ms{}", now(), record.id, record.method, target, record.status,
                       record.bytes, record.took.count() / 1'000, record.took.count() % 1'000,
                       record.broken_off ? ", broken off" : "");
  }
  std::string line;
  JsonText(line)
      .begin_object()
      .member("time", now())
      .member("id", record.id)
      .member("method", record.method)
      .key("target")
      .raw(target)
      .member("status", record.status)
      .member("bytes", record.bytes)
      .member("ms", milliseconds(record.took))
      .member("broken_off", record.broken_off)
      .end_object();
  return line;
}

std::string log_line(LogFormat format, std::string_view event) {
  if (format == LogFormat::Text) return fmt::format("{} {}", now(), made_visible(shortened(event, kLongestEvent)));
  std::string line;
  JsonText(line).begin_object().member("time", now()).key("event").raw(quoted(event, kLongestEvent)).end_object();
  return line;
}

}  // namespace treatygraph::server
