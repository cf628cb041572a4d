#pragma once
// Whom the public listener trusts, in one place: which proxies, under which names it may be asked, by which pages, and
// with which tokens.

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

/// As they are given on the command line.
struct AccessOptions {
  std::vector<std::string> hosts;
  std::vector<std::string> trusted_proxies;
  std::string token_file;  ///< empty: everybody may ask
  std::vector<std::string> cors_origins;
};

class Access {
 public:
  /// The error names the option.
  [[nodiscard]] static Result<Access> of(const AccessOptions& options, const std::string& listen_host);

  /// What is answered in place of the route; nothing where the request may be answered.
  [[nodiscard]] std::optional<Response> refuse(const Request& request) const;
  /// The same of a WebSocket, which no browser asks about before: of pages of other origins, those of --cors-origin may
  /// open one. Who is let in is told by what is sent then.
  [[nodiscard]] std::optional<Response> refuse_web_socket(const Request& request) const;
  /// Whether who sends this token, or this password, is let in. Everybody is where there are no tokens.
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
