// Uses libcurl without its own redirects: get() follows them itself, so that each address is checked first
// (WebAddress). A redirect from the network to this machine is refused, because an address in a registry could
// otherwise reach services that only listen locally.

#include "ingest/fetch/download.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string_view>
#include <thread>

#include <curl/curl.h>
#include <fmt/format.h>

#include "graph/shown.h"
#include "graph/version.h"

namespace treatygraph::ingest {
namespace {

/// Shorter than the limit for a document, so that a host that does not answer is noticed early.
constexpr auto kConnectTime = std::chrono::seconds(20);
constexpr long kStillBytes = 64;    // bytes per second below which a transfer counts as stalled
constexpr long kStillSeconds = 30;  // duration of a stall

/// Initialises libcurl at the first call.
CURL* new_handle() {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return ready ? curl_easy_init() : nullptr;
}

/// The bytes that have arrived, up to `most`.
struct Taken {
  std::string bytes;
  std::size_t most;
  bool is_too_much = false;
};

/// libcurl's write callback. Returning fewer bytes than it was given stops the transfer. The announced size is checked
/// by libcurl itself, but servers need not announce one.
std::size_t take(char* data, std::size_t size, std::size_t count, void* into) {
  auto& taken = *static_cast<Taken*>(into);
  const auto bytes = size * count;
  if (taken.bytes.size() + bytes > taken.most) {
    taken.is_too_much = true;
    return 0;
  }
  taken.bytes.append(data, bytes);
  return bytes;
}

/// A status of HTTP in words. 403 and 401 are common for sites that refuse programs.
std::string reason_of_status(long status) {
  switch (status) {
    case 401:
    case 403:
      return "the server does not give it to programs";
    case 404:
    case 410:
      return "there is no such document at this address";
    case 429:
    case 503:
      return "the server asks to come back later";
    default:
      return status >= 500 ? "the server failed" : "no document came";
  }
}

std::string text_of(CURL* handle, CURLINFO what) {
  const char* text = nullptr;
  curl_easy_getinfo(handle, what, &text);
  return text == nullptr ? std::string() : std::string(text);
}

curl_off_t number_of(CURL* handle, CURLINFO what) {
  curl_off_t number = 0;
  curl_easy_getinfo(handle, what, &number);
  return number;
}

/// "application/pdf" for "application/pdf; charset=binary".
std::string without_parameters(std::string type) {
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.pop_back();
  return type;
}

/// Errors after which an earlier copy remains valid: the server did not answer.
bool could_not_ask(CURLcode code) {
  constexpr std::array kCodes = {CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT,
                                 CURLE_OPERATION_TIMEDOUT,    CURLE_SEND_ERROR,           CURLE_GOT_NOTHING};
  return std::ranges::find(kCodes, code) != kCodes.end();
}

}  // namespace

/// The response to one request.
struct Downloader::Answer {
  Download download;
  std::string leads_to;  ///< of a redirect
};

namespace {

/// libcurl's error in plain words, with what the user can do.
Error error_of(CURL* handle, CURLcode code, const Taken& taken, const DownloadLimits& limits,
               const std::string& address, std::string_view details) {
  const auto expected = number_of(handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T);
  if (taken.is_too_much || code == CURLE_FILESIZE_EXCEEDED) {
    return {
        ErrorCode::BudgetExceeded,
        fmt::format("{}: has more than the {} bytes that are taken; --max-size allows more", address, limits.bytes)};
  }
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return {ErrorCode::Unavailable, fmt::format("{}: it did not arrive within {} s; --timeout gives it longer", address,
                                                std::chrono::duration_cast<std::chrono::seconds>(limits.time).count())};
  }
  if (code == CURLE_PARTIAL_FILE || (code == CURLE_RECV_ERROR && !taken.bytes.empty())) {
    return {ErrorCode::Corrupt,
            fmt::format("{}: it was cut off: {} bytes arrived{}; nothing was kept", address, taken.bytes.size(),
                        expected > 0 ? fmt::format(" of {}", expected) : std::string())};
  }
  const auto why = details.empty() ? std::string_view(curl_easy_strerror(code)) : details;
  return {could_not_ask(code) ? ErrorCode::Unavailable : ErrorCode::InvalidArgument,
          fmt::format("{}: {}", address, shown(why))};
}

/// Sets all options. `details` gets libcurl's message and must have CURL_ERROR_SIZE bytes.
void set_up(CURL* handle, const WebAddress& address, const DownloadLimits& limits, Taken& taken, char* details) {
  const auto agent = fmt::format("treatygraph-ingest/{} (keeps official texts of treaties; one request a second)",
                                 version().substr(0, version().find(' ')));
  curl_easy_setopt(handle, CURLOPT_URL, address.address.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, address.is_loopback ? "http,https" : "https");
  curl_easy_setopt(handle, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);  // each redirect is validated first
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, std::chrono::milliseconds(kConnectTime).count());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limits.time.count());
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, kStillBytes);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, kStillSeconds);
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.bytes));
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &take);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &taken);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, details);
  if (address.is_loopback) curl_easy_setopt(handle, CURLOPT_NOPROXY, "*");
}

}  // namespace

void Downloader::keep_pace(const std::string& host) {
  const auto last = asked_.find(host);
  if (last != asked_.end()) std::this_thread::sleep_until(last->second + limits_.pause);
  asked_[host] = std::chrono::steady_clock::now();
}

/// One request, without following redirects. Errors of the server that may pass (5xx, 429) are Unavailable.
Result<Downloader::Answer> Downloader::ask(const WebAddress& address) {
  keep_pace(address.host);
  const std::unique_ptr<CURL, void (*)(CURL*)> handle(new_handle(), curl_easy_cleanup);
  if (handle == nullptr) return fail(ErrorCode::Unavailable, address.address + ": libcurl cannot be started");
  Taken taken{{}, limits_.bytes};
  std::array<char, CURL_ERROR_SIZE> details{};
  set_up(handle.get(), address, limits_, taken, details.data());
  const auto code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) {
    return fail(error_of(handle.get(), code, taken, limits_, address.address, details.data()));
  }
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  auto leads_to = text_of(handle.get(), CURLINFO_REDIRECT_URL);
  if (status != 200 && leads_to.empty()) {
    const auto wait = number_of(handle.get(), CURLINFO_RETRY_AFTER);
    return fail(status >= 500 || status == 429 ? ErrorCode::Unavailable : ErrorCode::NotFound,
                fmt::format("{}: the server answers {}: {}{}", address.address, status, reason_of_status(status),
                            wait > 0 ? fmt::format(", in {} s", wait) : std::string()));
  }
  auto type = without_parameters(text_of(handle.get(), CURLINFO_CONTENT_TYPE));
  return Answer{{std::move(taken.bytes), std::move(type), address.address}, std::move(leads_to)};
}

Result<Download> Downloader::get(const WebAddress& address) {
  std::set<std::string> seen;
  auto at = address;
  for (int followed = 0; followed <= limits_.redirects; ++followed) {
    if (!seen.insert(at.address).second) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: leads in a circle, back to {}", address.address, at.address));
    }
    auto answer = ask(at);
    if (!answer) return fail(answer.error());
    if (answer->leads_to.empty()) return std::move(answer->download);
    const auto next = WebAddress::parse(answer->leads_to);
    if (!next)
      return fail(ErrorCode::InvalidArgument, fmt::format("{}: leads to {}", address.address, next.error().detail));
    if (next->is_loopback && !address.is_loopback) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: leads to {}, which is this machine", address.address, next->address));
    }
    at = *next;
  }
  return fail(ErrorCode::InvalidArgument,
              fmt::format("{}: leads on and on, more than {} times", address.address, limits_.redirects));
}

}  // namespace treatygraph::ingest
