#pragma once
// Who may ask where a server is not for everybody: who sends one of its tokens (RFC 6750), or, as browsers and the
// clients of Neo4j can, a password that is one (RFC 7617).

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "server/http/message.h"

namespace treatygraph::server {

class AccessTokens {
 public:
  /// A token a line; empty lines and those that begin with # are not read. At least one.
  [[nodiscard]] static Result<AccessTokens> read(const std::filesystem::path& file);

  /// Takes as long whichever token is near to the one that is sent.
  [[nodiscard]] bool admit(const Request& request) const;
  /// The same of a token as it is.
  [[nodiscard]] bool admit(std::string_view token) const;
  /// 401, with how to send a token.
  [[nodiscard]] static Response refuse(const Request& request);

 private:
  std::vector<std::string> tokens_;
};

}  // namespace treatygraph::server
