#pragma once
// Reads text files of requests and expected answers: the files in tests/server/data.

#include <string>
#include <vector>

#include "server/http/message.h"

namespace treatygraph::server {

struct Exchange {
  std::string method;
  std::string target;
  Headers headers;   // "> Name: value"
  std::string body;  // "| line of the body"
  int status = 0;
  std::vector<std::string> expectations;  // "name: part of the value", "~ in the body", "! not in the body"
};

[[nodiscard]] std::vector<Exchange> exchanges_in(const std::string& file);

/// The value of a header, including Content-Type; "no such header" if there is none.
[[nodiscard]] std::string header(const Response& response, const std::string& name);

}  // namespace treatygraph::server
