#pragma once
// One document from one address, within limits of time and size.

#include <chrono>
#include <cstddef>
#include <map>
#include <string>

#include "graph/result.h"
#include "ingest/fetch/web_address.h"

namespace treatygraph::ingest {

struct DownloadLimits {
  std::chrono::milliseconds time{std::chrono::minutes(2)};   ///< for one document, redirects and pauses not counted in
  std::chrono::milliseconds pause{std::chrono::seconds(1)};  ///< between two requests to one host
  std::size_t bytes = std::size_t{256} * 1024 * 1024;
  int redirects = 10;
};

struct Download {
  std::string bytes;
  std::string media_type;  ///< as the server says, without parameters; may be empty
  std::string address;     ///< that it came from in the end
};

/// Asks as what it is, "treatygraph-ingest", by the proxy that the environment names (https_proxy, no_proxy); this
/// machine itself without one. One thread.
class Downloader {
 public:
  explicit Downloader(DownloadLimits limits) : limits_(limits) {}

  /// The whole answer, of status 200 and as long as its server said. The error names the address and what happened;
  /// Unavailable where nobody could be asked, so that a copy from before serves as well as it did.
  [[nodiscard]] Result<Download> get(const WebAddress& address);

 private:
  struct Answer;
  [[nodiscard]] Result<Answer> ask(const WebAddress& address);
  void keep_pace(const std::string& host);

  DownloadLimits limits_;
  std::map<std::string, std::chrono::steady_clock::time_point> asked_;  ///< by host: when last
};

}  // namespace treatygraph::ingest
