#pragma once
// The access rules of the public listener. A request passes them in order: host name (421), forged requests of web
// pages (415, 403), token (401). Immutable after construction, so any thread may use it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "server/access/access_tokens.h"
#include "server/access/allowed_hosts.h"
#include "server/http/message.h"
#include "server/http/trusted_proxies.h"

namespace treatygraph::server {

/// The command-line options.
struct AccessOptions {
  std::vector<std::string> hosts;  ///< --host: names besides the loopback names and the address that is listened on
  std::vector<std::string> trusted_proxies;  ///< --trusted-proxy: addresses and networks
  std::string token_file;                    ///< empty: no token is needed
  std::vector<std::string> cors_origins;     ///< --cors-origin: origins whose pages may use the server
};

class Access {
 public:
  /// Reads the token file as well. `listen_host` is the host of --listen. The error names the option.
  [[nodiscard]] static Result<Access> of(const AccessOptions& options, const std::string& listen_host);

  /// The refusal of a request; nothing if it may be answered. `request` need not have a body.
  [[nodiscard]] std::optional<Response> refuse(const Request& request) const;
  /// The same for a WebSocket, for which browsers send no preflight. Of pages from other origins, only those of
  /// --cors-origin may open one. The client authenticates later, in the protocol.
  [[nodiscard]] std::optional<Response> refuse_web_socket(const Request& request) const;
  /// Whether this token or password is accepted. Always true if there are no tokens.
  [[nodiscard]] bool admits(std::string_view token) const { return !tokens_ || tokens_->admit(token); }
  [[nodiscard]] const TrustedProxies& proxies() const { return proxies_; }

 private:
  Access(AllowedHosts hosts, TrustedProxies proxies, std::optional<AccessTokens> tokens,
         std::vector<std::string> cors_origins);

  [[nodiscard]] std::optional<Response> refuse_host(const Request& request) const;

  AllowedHosts hosts_;
  TrustedProxies proxies_;
  std::optional<AccessTokens> tokens_;
  std::vector<std::string> cors_origins_;
};

}  // namespace treatygraph::server
