#pragma once
// Formats log lines. Text from clients cannot begin a new line, hide a part of itself, or fill the log.

#include <string>
#include <string_view>

#include "server/api/delivery.h"

namespace treatygraph::server {

/// Words for people, or one JSON object per line.
enum class LogFormat { Text, Json };

/// One line without its line end, for a finished request.
[[nodiscard]] std::string log_line(LogFormat format, const RequestRecord& record);
/// The same for an event of the server, such as a reload.
[[nodiscard]] std::string log_line(LogFormat format, std::string_view event);

}  // namespace treatygraph::server
