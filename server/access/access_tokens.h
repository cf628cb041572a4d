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

/// The tokens of --token-file. Immutable after reading.
class AccessTokens {
 public:
  /// Reads one token per line; empty lines and lines that start with # are ignored. Fails if the file cannot be read,
  /// has more than 64 KiB, has a malformed line (the error names it), or has no token.
  [[nodiscard]] static Result<AccessTokens> read(const std::filesystem::path& file);

  /// Whether the Authorization header has one of the tokens. Takes the same time for every wrong token.
  [[nodiscard]] bool admit(const Request& request) const;
  /// The same for a bare token.
  [[nodiscard]] bool admit(std::string_view token) const;
  /// A 401 that says how to send a token.
  /// The detail differs for a request without any token and for one with a wrong token.
  [[nodiscard]] static Response refuse(const Request& request);

 private:
  std::vector<std::string> tokens_;
};

}  // namespace treatygraph::server
