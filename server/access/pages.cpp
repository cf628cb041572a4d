#include "server/access/pages.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "server/http/characters.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

constexpr std::string_view kAfterScheme = "://";

/// "https://example.org:8443" has the authority "example.org:8443".
std::string_view authority_of(std::string_view origin) {
  const auto at = origin.find(kAfterScheme);
  return at == std::string_view::npos ? std::string_view() : origin.substr(at + kAfterScheme.size());
}

}  // namespace

bool is_admitted(std::string_view origin, const std::vector<std::string>& origins) {
  return std::ranges::any_of(origins,
                             [&](const std::string& admitted) { return admitted == "*" || admitted == origin; });
}

bool is_from_foreign_page(const Request& request) {
  const auto site = request.header("Sec-Fetch-Site");
  if (!site.empty()) return site != "same-origin" && site != "none";
  const auto origin = request.header("Origin");
  return !origin.empty() && !equal_but_for_case(authority_of(origin), request.header("Host"));
}

/// A page can send GET, HEAD and POST without a preflight, and POST only with three types or without a type. GET and
/// HEAD are left alone: their cost is that of any link.
std::optional<Response> refuse_forged(const Request& request, const std::vector<std::string>& cors_origins) {
  if (request.method != "POST") return std::nullopt;
  auto given = request.header("Content-Type");
  const auto type = next_piece(given, ';');
  const auto is_type = [&](std::string_view name) { return equal_but_for_case(type, name); };
  if (is_type("text/plain") || is_type("multipart/form-data")) {
    return problem(415, fmt::format("a body of {} is not taken; send it as application/json", type));
  }
  // MCP requires that foreign pages are refused whatever they send.
  const bool is_mcp = request.target == "/mcp" || request.target.starts_with("/mcp?");
  const bool is_asked_for = !is_mcp && !type.empty() && !is_type("application/x-www-form-urlencoded");
  if (is_asked_for || !is_from_foreign_page(request)) return std::nullopt;
  if (is_admitted(request.header("Origin"), cors_origins)) return std::nullopt;
  return problem(403,
                 "a page of another origin has sent this: it may send application/json, where --cors-origin admits it");
}

}  // namespace treatygraph::server
