#include "ingest/fetch/web_address.h"

#include <algorithm>
#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/shown.h"

namespace treatygraph::ingest {
namespace {

/// libcurl's parser, which is also the one that fetches, so both understand an address in the same way. Fragments are
/// removed.
class Url {
 public:
  explicit Url(const std::string& text) : url_(curl_url(), curl_url_cleanup) {
    is_right_ = url_ != nullptr && curl_url_set(url_.get(), CURLUPART_URL, text.c_str(), 0) == CURLUE_OK;
    if (is_right_) curl_url_set(url_.get(), CURLUPART_FRAGMENT, nullptr, 0);
  }

  [[nodiscard]] bool is_right() const { return is_right_; }

  void set_host(const std::string& host) { curl_url_set(url_.get(), CURLUPART_HOST, host.c_str(), 0); }

  /// Empty if it has none.
  [[nodiscard]] std::string part(CURLUPart what) const {
    char* found = nullptr;
    if (curl_url_get(url_.get(), what, &found, 0) != CURLUE_OK || found == nullptr) return {};
    std::string text(found);
    curl_free(found);
    return text;
  }

 private:
  std::unique_ptr<CURLU, void (*)(CURLU*)> url_;
  bool is_right_ = false;
};

/// By the name alone; names are not resolved.
bool is_of_this_machine(std::string_view host) {
  const bool is_number = std::ranges::all_of(host, [](char c) { return is_digit(c) || c == '.'; });
  return host == "localhost" || host == "[::1]" || (host.starts_with("127.") && is_number);
}

std::string ending_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower_case(name.substr(dot + 1));
}

tl::unexpected<Error> refused(std::string_view text, std::string_view why) {
  return fail(ErrorCode::InvalidArgument, fmt::format("{}: {}", shown(text), why));
}

}  // namespace

// libcurl guesses a scheme if there is none, which would turn a file name into an address.
Result<WebAddress> WebAddress::parse(std::string_view text) {
  if (text.find("://") == std::string_view::npos) return refused(text, "is not an address; write https:// before it");
  Url url{std::string(text)};
  if (!url.is_right()) return refused(text, "is not an address that can be fetched; an HTTPS address is");
  const auto scheme = lower_case(url.part(CURLUPART_SCHEME));
  const auto host = lower_case(url.part(CURLUPART_HOST));
  const auto port = url.part(CURLUPART_PORT);
  WebAddress parsed;
  parsed.is_loopback = is_of_this_machine(host);
  if (scheme != "https" && (scheme != "http" || !parsed.is_loopback)) {
    return refused(text, "only HTTPS is used, because other responses may have been changed on the way");
  }
  if (!url.part(CURLUPART_USER).empty() || !url.part(CURLUPART_PASSWORD).empty()) {
    return refused(text, "has a name or a password in it, which would be written down");
  }
  url.set_host(host);
  parsed.address = url.part(CURLUPART_URL);
  parsed.host = port.empty() ? host : fmt::format("{}:{}", host, port);
  parsed.ending = ending_of(url.part(CURLUPART_PATH));
  return parsed;
}

}  // namespace treatygraph::ingest
