#include "server/operation/request_log.h"

#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace treatygraph::server {
Log::Log(LogFormat format, std::shared_ptr<std::atomic<std::uint64_t>> dropped)
    : format_(format),
      writer_(std::make_unique<LogWriter>(LogWriter::Destination{
          .descriptor = STDERR_FILENO, .dropped = std::move(dropped), .line_of_dropped = [format](auto lines) {
            return log_line(format, fmt::format("{} lines of the log were dropped: nobody read them in time", lines));
          }})) {}

void Log::request(const RequestRecord& record) const {
  writer_->write(log_line(format_, record));
}

void Log::event(std::string_view what) const {
  writer_->write(log_line(format_, what));
}

}  // namespace treatygraph::server
