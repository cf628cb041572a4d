#pragma once
// Formats log lines. Text from clients cannot start a new line, hide itself, or fill the log.

#include <string>
#include <string_view>

#include "server/api/delivery.h"

namespace treatygraph::server {

enum class LogFormat { Text, Json };

/// Without the final line end.
[[nodiscard]] std::string log_line(LogFormat format, const RequestRecord& record);
[[nodiscard]] std::string log_line(LogFormat format, std::string_view event);

}  // namespace treatygraph::server
