#pragma once
// Downloads one document within limits of time and size.

#include <chrono>
#include <cstddef>
#include <map>
#include <string>

#include "graph/result.h"
#include "ingest/fetch/web_address.h"

namespace treatygraph::ingest {

/// Bounds for one document, and the pause that servers are given.
struct DownloadLimits {
  std::chrono::milliseconds time{std::chrono::minutes(2)};   ///< for one document, without redirects and pauses
  std::chrono::milliseconds pause{std::chrono::seconds(1)};  ///< between two requests to one host
  std::size_t bytes = std::size_t{256} * 1024 * 1024;
  int redirects = 10;
};

/// A response that arrived completely.
struct Download {
  std::string bytes;
  std::string media_type;  ///< from the server, without parameters; may be empty
  std::string address;     ///< final address after redirects
};

/// An HTTP client for documents. It identifies itself as "treatygraph-ingest" and uses the proxy variables
/// (https_proxy, no_proxy), except for addresses of this machine. One thread only.
class Downloader {
 public:
  explicit Downloader(DownloadLimits limits) : limits_(limits) {}

  /// The complete response, with status 200 and the announced length. Follows redirects, and waits if the host was
  /// asked recently. The error names the address and what happened. It is Unavailable if the server could not be
  /// reached, so that an earlier copy remains valid.
  [[nodiscard]] Result<Download> get(const WebAddress& address);

 private:
  struct Answer;
  [[nodiscard]] Result<Answer> ask(const WebAddress& address);
  /// Waits until the host may be asked again.
  void keep_pace(const std::string& host);

  DownloadLimits limits_;
  std::map<std::string, std::chrono::steady_clock::time_point> asked_;  ///< time of the last request by host
};

}  // namespace treatygraph::ingest
