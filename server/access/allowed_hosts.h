#pragma once
// Under which names this server may be asked. A page of another site can give its own name the address of this server,
// and would then be let read its answers: the browser shows by Host which name it was.

#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace treatygraph::server {

class AllowedHosts {
 public:
  /// What --host takes: a name, an address, or "*".
  [[nodiscard]] static bool is_host(const std::string& text);

  /// `named` beside the names of loopback and the address listened on; "*" among them is any host. Who listens on all
  /// addresses may be asked by any address: a name is what could be given to another machine.
  AllowedHosts(const std::vector<std::string>& named, const std::string& listen_host);

  /// Of a request without Host, which no browser sends, always.
  [[nodiscard]] bool admit(const Request& request) const;

 private:
  std::vector<std::string> hosts_;  ///< as host_of() gives them
  bool any_ = false;
  bool any_address_ = false;
};

}  // namespace treatygraph::server
