#pragma once
// Text files of requests and what must come back, as tests/server/data has them.

#include <string>
#include <vector>

#include "server/http/message.h"

namespace treatygraph::server {

struct Exchange {
  std::string method;
  std::string target;
  Headers headers;   // "> Name: value"
  std::string body;  // "| a line of it"
  int status = 0;
  std::vector<std::string> expectations;  // "name: part of the value", "~ held by the body", "! not held"
};

[[nodiscard]] std::vector<Exchange> exchanges_in(const std::string& file);

/// The value of a header, Content-Type among them; "no such header" where there is none.
[[nodiscard]] std::string header(const Response& response, const std::string& name);

}  // namespace treatygraph::server
