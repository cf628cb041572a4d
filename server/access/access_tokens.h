#pragma once
// Checks tokens: a bearer token (RFC 6750), or a password that is a token (RFC 7617), as browsers and Neo4j clients
// send it.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "server/http/message.h"

namespace treatygraph::server {

class AccessTokens {
 public:
  /// One token per line; empty lines and lines that start with # are ignored. At least one token.
  [[nodiscard]] static Result<AccessTokens> read(const std::filesystem::path& file);

  /// Takes the same time for every wrong token.
  [[nodiscard]] bool admit(const Request& request) const;
  /// The same for a bare token.
  [[nodiscard]] bool admit(std::string_view token) const;
  /// A 401 that says how to send a token.
  [[nodiscard]] static Response refuse(const Request& request);

 private:
  std::vector<std::string> tokens_;
};

}  // namespace treatygraph::server
