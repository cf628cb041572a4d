#pragma once
// Validates addresses of texts.

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph::ingest {

/// An address that may be fetched: HTTPS of any host, or HTTP of this machine (127.0.0.0/8, ::1, localhost), for
/// mirrors and tests.
struct WebAddress {
  std::string address;       ///< normalised, without a fragment
  std::string host;          ///< with the port, if given
  std::string ending;        ///< extension of the path's file name, "pdf" or empty
  bool is_loopback = false;  ///< of this machine

  /// The error says which address was refused and why: wrong scheme, no host, a name and password.
  [[nodiscard]] static Result<WebAddress> parse(std::string_view text);
};

}  // namespace treatygraph::ingest
