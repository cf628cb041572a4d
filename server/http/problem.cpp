#include "server/http/problem.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "queries/formats/text/json_text.h"
#include "server/http/shown_text.h"

namespace treatygraph::server {
namespace {

/// The statuses that this server sends (RFC 9110, 15, and RFC 6585).
constexpr std::array<std::pair<int, std::string_view>, 22> kReasons = {{{200, "OK"},
                                                                        {204, "No Content"},
                                                                        {304, "Not Modified"},
                                                                        {400, "Bad Request"},
                                                                        {401, "Unauthorized"},
                                                                        {403, "Forbidden"},
                                                                        {404, "Not Found"},
                                                                        {405, "Method Not Allowed"},
                                                                        {406, "Not Acceptable"},
                                                                        {409, "Conflict"},
                                                                        {413, "Content Too Large"},
                                                                        {414, "URI Too Long"},
                                                                        {415, "Unsupported Media Type"},
                                                                        {417, "Expectation Failed"},
                                                                        {421, "Misdirected Request"},
                                                                        {422, "Unprocessable Content"},
                                                                        {426, "Upgrade Required"},
                                                                        {431, "Request Header Fields Too Large"},
                                                                        {500, "Internal Server Error"},
                                                                        {501, "Not Implemented"},
                                                                        {503, "Service Unavailable"},
                                                                        {505, "HTTP Version Not Supported"}}};

/// A corrupt file is the server's fault: 500.
int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound:
      return 404;
    case ErrorCode::InvalidArgument:
      return 400;
    case ErrorCode::BudgetExceeded:
      return 422;
    case ErrorCode::DeadlineExceeded:
    case ErrorCode::Cancelled:
    case ErrorCode::Unavailable:
      return 503;
    case ErrorCode::Corrupt:
      break;
  }
  return 500;
}

}  // namespace

std::string_view reason_of(int status) {
  const auto* found = std::ranges::find(kReasons, status, &std::pair<int, std::string_view>::first);
  return found == kReasons.end() ? "Error" : found->second;
}

Response problem(int status, std::string_view detail) {
  return problem(status, detail, {});
}

/// Members are written after the standard ones, as text.
Response problem(int status, std::string_view detail,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  queries::formats::JsonText json(response.body);
  json.begin_object()
      .member("type", "about:blank")
      .member("title", reason_of(status))
      .member("status", status)
      .member("detail", shortened(detail, kLongestDetail));
  for (const auto& [name, value] : members) json.member(name, shortened(value, kLongestDetail));
  json.end_object();
  response.body += '\n';
  return response;
}

Response problem(const Error& error) {
  return problem(status_of(error.code), error.detail);
}

}  // namespace treatygraph::server
