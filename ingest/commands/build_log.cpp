#include "ingest/commands/build_log.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unistd.h>

#include "graph/program.h"

namespace treatygraph::ingest {

BuildLog::BuildLog(LogFormat format)
    : format_(format), has_bar_(format == LogFormat::Text && isatty(STDERR_FILENO) == 1) {}

BuildLog::~BuildLog() {
  clear_bar();
}

void BuildLog::progress(std::string_view stage, std::size_t done, std::size_t of) {
  if (!has_bar_ || of == 0) return;
  constexpr std::size_t kWidth = 40;
  const auto filled = kWidth * done / of;
  const auto bar = fmt::format("{:<8} [{:#<{}}{:.<{}}] {}/{}", stage, "", filled, "", kWidth - filled, done, of);
  // Spaces cover the rest of a longer bar that was drawn before.
  fmt::print(stderr, "\r{:<{}}", bar, std::max(drawn_, bar.size()));
  std::fflush(stderr);
  drawn_ = bar.size();
}

void BuildLog::error(std::string_view source, std::string_view message) {
  line("error", source, message);
}

void BuildLog::warning(std::string_view source, std::string_view message) {
  line("warning", source, message);
}

void BuildLog::note(std::string_view message) {
  line("info", {}, message);
}

/// Overwrites the bar with spaces, and leaves the cursor at the beginning of the line.
void BuildLog::clear_bar() {
  if (drawn_ > 0) fmt::print(stderr, "\r{:<{}}\r", "", drawn_);
  drawn_ = 0;
}

/// In JSON, a message is one line with "level", "source" and "message".
void BuildLog::line(std::string_view level, std::string_view source, std::string_view message) {
  clear_bar();
  if (format_ == LogFormat::Text) return say(message);
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  const auto member = [&json](std::string_view name, std::string_view value) {
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartObject();
  member("level", level);
  if (!source.empty()) member("source", source);
  member("message", message);
  json.EndObject();
  say({buffer.GetString(), buffer.GetSize()});
}

}  // namespace treatygraph::ingest
