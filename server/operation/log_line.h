#pragma once
// The text of a log's lines. Nothing that a client sent can begin a line of its own, hide, or fill the log.

#include <string>
#include <string_view>

#include "server/api/delivery.h"

namespace treatygraph::server {

enum class LogFormat { Text, Json };

/// Without the line's end.
[[nodiscard]] std::string log_line(LogFormat format, const RequestRecord& record);
[[nodiscard]] std::string log_line(LogFormat format, std::string_view event);

}  // namespace treatygraph::server
