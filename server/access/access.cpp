// The order of the checks matters: a request with a foreign Host is told so before it is asked for a token, because a
// page that rebinds a name must learn nothing else.

#include "server/access/access.h"

#include <utility>

#include <fmt/format.h>

#include "server/access/pages.h"
#include "server/http/problem.h"
#include "server/http/target.h"

namespace treatygraph::server {

Access::Access(AllowedHosts hosts, TrustedProxies proxies, std::optional<AccessTokens> tokens,
               std::vector<std::string> cors_origins)
    : hosts_(std::move(hosts)),
      proxies_(std::move(proxies)),
      tokens_(std::move(tokens)),
      cors_origins_(std::move(cors_origins)) {}

Result<Access> Access::of(const AccessOptions& options, const std::string& listen_host) {
  for (const auto& host : options.hosts) {
    if (AllowedHosts::is_host(host)) continue;
    return fail(ErrorCode::InvalidArgument,
                fmt::format("--host {}: expected a name, as treaties.example.org, or an address", host));
  }
  auto proxies = TrustedProxies::of(options.trusted_proxies);
  if (!proxies) return fail(proxies.error());
  std::optional<AccessTokens> tokens;
  if (!options.token_file.empty()) {
    auto read = AccessTokens::read(options.token_file);
    if (!read) return fail(read.error());
    tokens = std::move(*read);
  }
  return Access(AllowedHosts(options.hosts, listen_host), std::move(*proxies), std::move(tokens), options.cors_origins);
}

/// 421 tells the client that this server is not responsible for that host (RFC 9110, 15.5.20).
std::optional<Response> Access::refuse_host(const Request& request) const {
  if (hosts_.admit(request)) return std::nullopt;
  return problem(421, fmt::format("this server is not asked as {}; its operator may admit that name with --host",
                                  request.header("Host")));
}

std::optional<Response> Access::refuse_web_socket(const Request& request) const {
  if (auto stranger = refuse_host(request)) return stranger;
  if (!is_from_foreign_page(request) || is_admitted(request.header("Origin"), cors_origins_)) return std::nullopt;
  return problem(403,
                 "a page of another origin has asked for this; its operator may admit that origin with --cors-origin");
}

std::optional<Response> Access::refuse(const Request& request) const {
  if (auto stranger = refuse_host(request)) return stranger;
  if (auto forged = refuse_forged(request, cors_origins_)) return forged;
  // A browser's preflight (OPTIONS) cannot carry a token.
  const bool is_open = !tokens_ || request.method == "OPTIONS" || is_probe(request.target);
  // Probes say nothing about the data, and supervisors rarely have tokens.
  if (is_open || tokens_->admit(request)) return std::nullopt;
  return AccessTokens::refuse(request);
}

}  // namespace treatygraph::server
