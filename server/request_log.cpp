#include "server/request_log.h"

#include <memory>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace treatygraph::server {
namespace {

spdlog::logger& sink() {
  static const auto logger = [] {
    auto made = std::make_shared<spdlog::logger>("treatygraph", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%v");
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *logger;
}

}  // namespace

Log::Log(LogFormat format) : format_(format) {}

void Log::request(const RequestRecord& record) const {
  sink().log(spdlog::level::info, spdlog::string_view_t(log_line(format_, record)));
}

void Log::event(std::string_view what) const {
  sink().log(spdlog::level::info, spdlog::string_view_t(log_line(format_, what)));
}

}  // namespace treatygraph::server
