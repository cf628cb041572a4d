// A store on a web server, by libcurl. Entries are read with GET and written with PUT and DELETE (RFC 9110). Each
// exchange is bounded: the time to connect, the time without progress, the number of redirects and the bytes that are
// accepted. There is no limit on the total time, because a large file may arrive slowly. The place that messages name
// has no password.

#include <cstdio>
#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>

#include "graph/shown.h"
#include "graph/version.h"
#include "publication/store.h"

namespace treatygraph::publication {
namespace {

constexpr long kConnectSeconds = 10;
constexpr long kStillBytes = 64;    // bytes per second below which a transfer counts as stalled
constexpr long kStillSeconds = 30;  // duration of a stall

using FileHandle = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// Where the bytes of a response go, and how many are accepted.
struct Sink {
  std::string* text = nullptr;
  std::FILE* file = nullptr;
  std::uint64_t most = 0;
  std::uint64_t taken = 0;
  bool is_too_much = false;
};

/// libcurl's write callback. Fewer bytes than it was given end the transfer.
std::size_t take(char* data, std::size_t size, std::size_t count, void* into) {
  auto& sink = *static_cast<Sink*>(into);
  const auto bytes = size * count;
  sink.is_too_much = sink.taken + bytes > sink.most;
  if (sink.is_too_much) return 0;
  sink.taken += bytes;
  if (sink.file != nullptr) return std::fwrite(data, 1, bytes, sink.file);
  if (sink.text != nullptr) sink.text->append(data, bytes);
  return bytes;
}

/// libcurl's progress callback, called about once a second or more often. Not 0 ends the transfer.
int look_at_stop(void* stop, curl_off_t /*total*/, curl_off_t /*now*/, curl_off_t /*up_total*/, curl_off_t /*up*/) {
  return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

/// The address without the user's name and password, for messages. Empty if it is not an address.
std::string without_user(const std::string& address) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
  if (!url || curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) return {};
  curl_url_set(url.get(), CURLUPART_USER, nullptr, 0);
  curl_url_set(url.get(), CURLUPART_PASSWORD, nullptr, 0);
  char* text = nullptr;
  if (curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK) return {};
  std::string made(text);
  curl_free(text);
  return made;
}

/// curl_global_init() must run once before any other use, by one thread: a static variable does both.
bool begin_libcurl() {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return ready;
}

/// One request and its response. libcurl copies the strings that it is given, except the error buffer.
class Exchange {
 public:
  Exchange(const std::string& address, std::string place, std::stop_token stop)
      : place_(std::move(place)),
        stop_(std::move(stop)),
        handle_(begin_libcurl() ? curl_easy_init() : nullptr, &curl_easy_cleanup) {
    if (!handle_) return;
    const auto agent = fmt::format("treatygraph/{}", version().substr(0, version().find(' ')));
    set(CURLOPT_URL, address.c_str());
    // Also for redirects: a server must not lead a follower to file: or other schemes.
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_USERAGENT, agent.c_str());
    // Signals would be a hazard in a program with threads.
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, 5L);
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_LOW_SPEED_LIMIT, kStillBytes);
    set(CURLOPT_LOW_SPEED_TIME, kStillSeconds);
    set(CURLOPT_WRITEFUNCTION, &take);
    set(CURLOPT_WRITEDATA, &sink);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &look_at_stop);
    set(CURLOPT_XFERINFODATA, &stop_);
    set(CURLOPT_ERRORBUFFER, details_);
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(handle_.get(), option, value);
  }

  /// Sends the request and returns the status code. An error status is not an error of run().
  [[nodiscard]] Result<long> run() {
    if (!handle_) return fail(ErrorCode::Unavailable, "libcurl cannot be used");
    const auto code = curl_easy_perform(handle_.get());
    if (sink.is_too_much && status_code() == 200)
      return fail(ErrorCode::Corrupt, fmt::format("{}: has more than {} bytes", place_, sink.most));
    if (sink.is_too_much) return status_code();  // the page of an error may be long
    if (code == CURLE_ABORTED_BY_CALLBACK) return fail(ErrorCode::Cancelled, place_ + ": stopped while it arrived");
    // The connection ended before the length that the server announced.
    if (code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR)
      return fail(ErrorCode::Corrupt, fmt::format("{}: it was cut off after {} bytes", place_, sink.taken));
    if (code == CURLE_WRITE_ERROR) return fail(ErrorCode::Unavailable, place_ + ": the disk does not take it");
    if (code != CURLE_OK) {
      const std::string_view why = details_[0] != '\0' ? details_ : curl_easy_strerror(code);
      return fail(ErrorCode::Unavailable, fmt::format("{}: {}", place_, shown(why)));
    }
    return status_code();
  }

  Sink sink;

 private:
  [[nodiscard]] long status_code() const {
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

  std::string place_;
  std::stop_token stop_;
  char details_[CURL_ERROR_SIZE] = {};
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
};

/// The error for a status code other than success. 404 and 410 mean that there is no such entry.
tl::unexpected<Error> refused(const std::string& place, long status, std::string_view hint = {}) {
  const auto code = status == 404 || status == 410 ? ErrorCode::NotFound : ErrorCode::Unavailable;
  return fail(code, fmt::format("{}: the server answers {}{}", place, status, hint));
}

/// It has no lock: two publishers on one web server are not kept apart.
class WebStore : public Store {
 public:
  explicit WebStore(std::string address) : address_(std::move(address)), shown_(without_user(address_)) {
    while (address_.ends_with('/')) address_.pop_back();
    while (shown_.ends_with('/')) shown_.pop_back();
  }

  Result<std::string> read(const std::string& name, std::size_t most, std::stop_token stop) override {
    std::string text;
    auto exchange = to(name, std::move(stop));
    exchange->sink.text = &text;
    exchange->sink.most = most;
    const auto status = exchange->run();
    if (!status) return fail(status.error());
    if (*status != 200) return refused(place(name), *status);
    return text;
  }

  Result<void> fetch(const std::string& name, std::uint64_t bytes, const std::filesystem::path& path,
                     std::stop_token stop) override {
    const FileHandle file(std::fopen(path.c_str(), "wbe"), &std::fclose);
    if (!file) return fail(ErrorCode::Unavailable, path.string() + ": cannot be written");
    auto exchange = to(name, std::move(stop));
    exchange->sink.file = file.get();
    exchange->sink.most = bytes;
    const auto status = exchange->run();
    if (!status) return fail(status.error());
    if (*status != 200) return refused(place(name), *status);
    if (std::fflush(file.get()) != 0)
      return fail(ErrorCode::Unavailable, path.string() + ": the disk does not take it");
    if (exchange->sink.taken == bytes) return {};
    return fail(ErrorCode::Corrupt,
                fmt::format("{}: {} bytes arrived, and {} are expected", place(name), exchange->sink.taken, bytes));
  }

  Result<void> put(const std::string& name, const std::filesystem::path& from) override {
    const FileHandle file(std::fopen(from.c_str(), "rbe"), &std::fclose);
    std::error_code error;
    const auto bytes = std::filesystem::file_size(from, error);
    if (!file || error) return fail(ErrorCode::Unavailable, from.string() + ": cannot be read");
    auto exchange = to(name, {});
    exchange->sink.most = std::uint64_t{1} << 20U;  // of the response's body, which is ignored
    exchange->set(CURLOPT_UPLOAD, 1L);
    exchange->set(CURLOPT_READDATA, file.get());
    exchange->set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes));
    const auto status = exchange->run();
    if (!status) return fail(status.error());
    if (*status == 200 || *status == 201 || *status == 204) return {};
    return refused(place(name), *status, "; it must take PUT, as nginx does with dav_methods and create_full_put_path");
  }

  Result<void> remove(const std::string& name) override {
    auto exchange = to(name, {});
    exchange->sink.most = std::uint64_t{1} << 20U;
    exchange->set(CURLOPT_CUSTOMREQUEST, "DELETE");
    const auto status = exchange->run();
    if (!status) return fail(status.error());
    if (*status == 200 || *status == 202 || *status == 204 || *status == 404 || *status == 410) return {};
    return refused(place(name), *status, "; it must take DELETE");
  }

  [[nodiscard]] std::string place(std::string_view name) const override { return fmt::format("{}/{}", shown_, name); }

 private:
  [[nodiscard]] std::unique_ptr<Exchange> to(const std::string& name, std::stop_token stop) const {
    return std::make_unique<Exchange>(fmt::format("{}/{}", address_, name), place(name), std::move(stop));
  }

  std::string address_;  ///< with a password, if it has one
  std::string shown_;    ///< for messages
};

}  // namespace

std::unique_ptr<Store> web_store(std::string address) {
  return std::make_unique<WebStore>(std::move(address));
}

}  // namespace treatygraph::publication
