#include "server/request_frame.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace treatygraph::server {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::array<std::string_view, 3> kNotForLibrary = {"range", "expect", "accept-encoding"};

RequestFrame refused(int status, std::string detail) {
  RequestFrame frame;
  frame.state = RequestFrame::State::Refused;
  frame.status = status;
  frame.detail = std::move(detail);
  return frame;
}

bool is_token_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool equal_but_for_case(std::string_view name, std::string_view lower_case) {
  return std::ranges::equal(name, lower_case, {}, [](char c) { return std::tolower(static_cast<unsigned char>(c)); });
}

/// The headers that say how the request is framed, with the mistakes found on the way.
class HeadReader {
 public:
  explicit HeadReader(const FrameLimits& limits) : limits_(limits) {}

  RequestFrame read(std::string_view head) {
    const auto head_bytes = head.size();
    const auto request_line = next_line(head);
    if (auto wrong = check_request_line(request_line)) return *wrong;
    std::size_t count = 0;
    for (auto line = next_line(head); !line.empty(); line = next_line(head)) {
      if (++count > limits_.headers) return refused(431, fmt::format("more than {} headers", limits_.headers));
      if (auto wrong = take(line)) return *wrong;
    }
    if (is_http_1_1_ && hosts_ != 1) return refused(400, "an HTTP/1.1 request has one Host header");
    RequestFrame frame;
    frame.head_bytes = head_bytes;
    frame.body_bytes = length_.value_or(0);
    return frame;
  }

 private:
  static std::string_view next_line(std::string_view& head) {
    const auto line = head.substr(0, head.find(kLineEnd));
    head.remove_prefix(std::min(line.size() + kLineEnd.size(), head.size()));
    return line;
  }

  std::optional<RequestFrame> check_request_line(std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
      return refused(400, "the request line is not METHOD TARGET HTTP/1.1");
    }
    const auto target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    is_http_1_1_ = version == "HTTP/1.1";
    if (!is_http_1_1_ && version != "HTTP/1.0") return refused(505, "this server speaks HTTP/1.1");
    if (!is_token(line.substr(0, first))) return refused(400, "the method is no token");
    if (target.size() > limits_.target_bytes) {
      return refused(414, fmt::format("the target has {} bytes; at most {}", target.size(), limits_.target_bytes));
    }
    const bool printable = std::ranges::none_of(target, [](char c) { return is_control(c) || c == ' ' || c == '\t'; });
    if (target.empty() || !printable || (target[0] != '/' && target != "*")) {
      return refused(400, "the target must begin with / and hold no spaces or control characters");
    }
    return std::nullopt;
  }

  std::optional<RequestFrame> take(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
      return refused(400, "a header is not Name: value");
    }
    const auto name = line.substr(0, colon);
    const auto value = trimmed(line.substr(colon + 1));
    if (std::ranges::any_of(value, is_control)) return refused(400, fmt::format("{} holds control characters", name));
    if (equal_but_for_case(name, "host")) ++hosts_;
    if (equal_but_for_case(name, "content-length")) return take_length(value);
    if (equal_but_for_case(name, "transfer-encoding")) {
      return refused(411, "chunked bodies are not taken; send the body with a Content-Length");
    }
    if (equal_but_for_case(name, "content-encoding") && !equal_but_for_case(value, "identity")) {
      return refused(415, "compressed bodies are not taken; send the body as it is");
    }
    return std::nullopt;
  }

  std::optional<RequestFrame> take_length(std::string_view value) {
    if (length_) return refused(400, "more than one Content-Length");
    std::size_t length = 0;
    const bool digits = !value.empty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (!digits) return refused(400, "Content-Length is no number");
    if (error != std::errc{} || length > limits_.body_bytes) {
      return refused(413, fmt::format("the body is larger than {} bytes", limits_.body_bytes));
    }
    length_ = length;
    return std::nullopt;
  }

  const FrameLimits& limits_;
  bool is_http_1_1_ = true;
  std::size_t hosts_ = 0;
  std::optional<std::size_t> length_;
};

/// A line feed that is not the end of a line is read differently by different servers.
bool has_bare_line_feed(std::string_view head) {
  for (auto at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
    if (at == 0 || head[at - 1] != '\r') return true;
  }
  return false;
}

}  // namespace

RequestFrame frame_request(std::string_view received, const FrameLimits& limits) {
  const auto end = received.find(kHeadEnd);
  const auto head = received.substr(0, end == std::string_view::npos ? received.size() : end + kHeadEnd.size());
  if (head.find('\0') != std::string_view::npos) return refused(400, "the request holds a NUL byte");
  if (has_bare_line_feed(head)) return refused(400, "lines end in CR LF");
  if (head.size() > limits.head_bytes) {
    const bool one_line = received.find(kLineEnd) == std::string_view::npos;
    return refused(one_line ? 414 : 431,
                   fmt::format("the request line and headers exceed {} bytes", limits.head_bytes));
  }
  if (end == std::string_view::npos) return {};
  auto frame = HeadReader(limits).read(head);
  if (frame.state == RequestFrame::State::Refused) return frame;
  const bool whole = received.size() - frame.head_bytes >= frame.body_bytes;
  frame.state = whole ? RequestFrame::State::Complete : RequestFrame::State::Incomplete;
  return frame;
}

std::string_view header_in(std::string_view head, std::string_view lower_case) {
  while (!head.empty()) {
    auto line = head.substr(0, std::min(head.find(kLineEnd), head.size()));
    head.remove_prefix(std::min(line.size() + kLineEnd.size(), head.size()));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !equal_but_for_case(line.substr(0, colon), lower_case)) continue;
    line.remove_prefix(colon + 1);
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  }
  return {};
}

std::string head_for_library(std::string_view head) {
  std::string kept;
  kept.reserve(head.size());
  const auto request_line = head.substr(0, std::min(head.find(kLineEnd), head.size()));
  kept.append(request_line, 0, request_line.find(' ')).append(" /").append(request_line, request_line.rfind(' '));
  kept += kLineEnd;
  head.remove_prefix(std::min(request_line.size() + kLineEnd.size(), head.size()));
  while (!head.empty()) {
    const auto line = head.substr(0, std::min(head.find(kLineEnd), head.size()));
    const auto name = line.substr(0, std::min(line.find(':'), line.size()));
    const auto size = std::min(line.size() + kLineEnd.size(), head.size());
    const bool is_kept =
        std::ranges::none_of(kNotForLibrary, [&](auto other) { return equal_but_for_case(name, other); });
    if (is_kept) kept += head.substr(0, size);
    head.remove_prefix(size);
  }
  return kept;
}

}  // namespace treatygraph::server
