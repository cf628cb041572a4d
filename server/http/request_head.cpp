// RequestHead is read strictly: whatever two HTTP programs could understand differently is refused, so that the proxy
// in front and this server agree on where each request ends and to whom it is addressed. That covers repeated Host or
// Content-Length, Content-Length with Transfer-Encoding, spaces before a colon, folded headers and control characters.

#include "server/http/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "server/http/authority.h"
#include "server/http/characters.h"
#include "server/http/header_list.h"
#include "server/http/line_ends.h"

namespace treatygraph::server {
namespace {

constexpr std::string_view kBeforeAuthority = "://";
/// Methods of RFC 9110 and 5789 that get as far as the router, which answers 405 where they do not apply. CONNECT is
/// for proxies.
constexpr std::array<std::string_view, 8> kMethods = {"GET",    "HEAD",    "POST",  "PUT",
                                                      "DELETE", "OPTIONS", "PATCH", "TRACE"};
/// Handled here, or written anew by head_for_library().
constexpr std::array<std::string_view, 6> kNotForLibrary = {"host",   "connection",        "range",
                                                            "expect", "transfer-encoding", "accept-encoding"};

using MaybeRefusal = std::optional<Refusal>;

/// Removes the next line and its CR LF from the front of `head`; returns it without the CR LF.
std::string_view next_line(std::string_view& head) {
  const auto line = head.substr(0, head.find(kLineEnd));
  head.remove_prefix(std::min(line.size() + kLineEnd.size(), head.size()));
  return line;
}

struct Header {
  std::string_view name;
  std::string_view value;
};

/// The name is empty if the line has no colon. Blanks around the value are dropped. Blanks before the colon stay part
/// of the name, which is then not a token.
Header header_of(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {line.substr(0, colon), trimmed(line.substr(colon + 1))};
}

/// Calls `each` with every header of a valid head.
template <typename Each>
void for_each_header(std::string_view head, Each each) {
  next_line(head);
  for (auto line = next_line(head); !line.empty(); line = next_line(head)) each(header_of(line));
}

/// METHOD TARGET VERSION. All three are empty if the line has fewer than two spaces; a third space becomes part of the
/// target, where it is refused.
struct RequestLine {
  std::string_view method;
  std::string_view target;
  std::string_view version;

  explicit RequestLine(std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return;
    method = line.substr(0, first);
    target = line.substr(first + 1, last - first - 1);
    version = line.substr(last + 1);
  }
};

/// The parts of a target such as "http://treaties.example.org/v1?x=1".
struct AbsoluteTarget {
  std::string_view scheme;  ///< empty if the target has another form
  std::string_view authority;
  std::string_view rest;

  explicit AbsoluteTarget(std::string_view target) {
    const auto colon = target.find(kBeforeAuthority);
    if (target.starts_with('/') || colon == std::string_view::npos) return;
    scheme = target.substr(0, colon);
    rest = target.substr(colon + kBeforeAuthority.size());
    authority = rest.substr(0, rest.find_first_of("/?#"));
    rest.remove_prefix(authority.size());
  }
};

/// "HTTP/1.1" with any two digits. The caller refuses other major versions with 505.
bool is_version(std::string_view text) {
  return text.size() == 8 && text.starts_with("HTTP/") && is_digit(text[5]) && text[6] == '.' && is_digit(text[7]);
}

/// Checks one head, line by line.
class HeadReader {
 public:
  HeadReader(std::string_view head, const FrameLimits& limits) : limits_(limits) { head_.bytes = head.size(); }

  std::variant<RequestHead, Refusal> read(std::string_view head) {
    if (auto wrong = check(RequestLine(next_line(head)))) return *wrong;
    std::size_t count = 0;
    for (auto line = next_line(head); !line.empty(); line = next_line(head)) {
      if (++count > limits_.headers) return Refusal{431, fmt::format("more than {} headers", limits_.headers)};
      if (auto wrong = take(line)) return *wrong;
    }
    if (auto wrong = check_host()) return *wrong;
    if (auto wrong = check_framing()) return *wrong;
    if (auto wrong = check_expectation()) return *wrong;
    return head_;
  }

 private:
  /// The request line: its form, version, method and target.
  MaybeRefusal check(const RequestLine& line) {
    if (line.method.empty()) return Refusal{400, "the request line is not METHOD TARGET HTTP/1.1"};
    if (!is_version(line.version)) return Refusal{400, "the request line does not end in HTTP/1.1"};
    if (line.version[5] != '1') return Refusal{505, "this server speaks HTTP/1.1"};
    is_http_1_0_ = line.version[7] == '0';
    if (!is_token(line.method)) return Refusal{400, "the method is not a token"};
    if (line.target.size() > limits_.target_bytes) {
      return Refusal{414, fmt::format("the target has {} bytes; at most {}", line.target.size(), limits_.target_bytes)};
    }
    if (std::ranges::find(kMethods, line.method) == kMethods.end()) {
      return Refusal{501, fmt::format("this server does not know the method {}", line.method)};
    }
    return check_target(line);
  }

  /// The four forms of a target (RFC 9112, 3.2), of which CONNECT's is not accepted.
  MaybeRefusal check_target(const RequestLine& line) {
    const auto target = line.target;
    const auto is_wrong = [](char c) { return is_control(c) || c == ' ' || c == '\t'; };
    if (std::ranges::any_of(target, is_wrong)) {
      return Refusal{400, "the target holds spaces or control characters; write them as %20 and the like"};
    }
    if (target.starts_with('/')) return std::nullopt;
    if (target == "*") {
      is_about_server_ = true;
      if (line.method == "OPTIONS") return std::nullopt;
      return Refusal{400, "the target * is for OPTIONS alone"};
    }
    const AbsoluteTarget absolute(target);
    if (absolute.scheme.empty()) return Refusal{400, "the target must begin with / or http://"};
    if (equal_but_for_case(absolute.scheme, "https")) {
      return Refusal{421, "https is for a connection with TLS; ask the proxy that has the certificate, or for http"};
    }
    if (!equal_but_for_case(absolute.scheme, "http")) return Refusal{400, "the scheme of the target must be http"};
    if (is_authority(absolute.authority)) return std::nullopt;
    return Refusal{400, "the target must name HOST or HOST:PORT after http://"};
  }

  /// One header line. Headers that matter neither for framing nor for the host are only checked for their form.
  MaybeRefusal take(std::string_view line) {
    const auto [name, value] = header_of(line);
    if (!is_token(name)) return Refusal{400, "a header is not Name: value"};
    if (std::ranges::any_of(value, is_control)) return Refusal{400, fmt::format("{} holds control characters", name)};
    if (equal_but_for_case(name, "host")) return take_host(value);
    if (equal_but_for_case(name, "content-length")) return take_length(value);
    if (equal_but_for_case(name, "transfer-encoding")) return take_codings(value);
    if (equal_but_for_case(name, "expect")) return take_expectation(value);
    if (equal_but_for_case(name, "content-encoding") && !equal_but_for_case(value, "identity")) {
      return Refusal{415, "compressed bodies are not taken; send the body as it is"};
    }
    return std::nullopt;
  }

  /// Empty values count: a second Host is refused even if it is empty.
  MaybeRefusal take_host(std::string_view value) {
    if (host_) return Refusal{400, "more than one Host header"};
    host_ = value;
    return std::nullopt;
  }

  /// Host may be empty only for OPTIONS *.
  [[nodiscard]] MaybeRefusal check_host() const {
    if (!host_ && is_http_1_0_) return std::nullopt;
    if (!host_) return Refusal{400, "an HTTP/1.1 request has one Host header"};
    if (is_authority(*host_) || (host_->empty() && is_about_server_)) return std::nullopt;
    return Refusal{400, "Host is not HOST or HOST:PORT"};
  }

  /// Digits only: std::from_chars would stop at "5, 5" or accept less than the whole value.
  MaybeRefusal take_length(std::string_view value) {
    if (has_length_) return Refusal{400, "more than one Content-Length"};
    has_length_ = true;
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (value.empty() || !std::ranges::all_of(value, is_digit)) return Refusal{400, "Content-Length is not a number"};
    if (error != std::errc{} || length > limits_.body_bytes) {
      return Refusal{413, fmt::format("the body is larger than {} bytes", limits_.body_bytes)};
    }
    head_.content_length = length;
    return std::nullopt;
  }

  /// "gzip, chunked" has an unknown coding; "chunked, gzip" and "chunked, chunked" have chunked in the wrong place (RFC
  /// 9112, 6.1).
  MaybeRefusal take_codings(std::string_view value) {
    if (value.empty()) return Refusal{400, "Transfer-Encoding is empty"};
    while (!value.empty()) {
      const auto coding = next_piece(value, ',');
      if (coding.empty()) continue;
      if (head_.is_chunked) return Refusal{400, "chunked must come once, as the last transfer coding"};
      head_.is_chunked = equal_but_for_case(coding, "chunked");
      if (!head_.is_chunked) has_unknown_coding_ = true;
    }
    return std::nullopt;
  }

  /// A body that is framed in two ways can be read in two ways.
  [[nodiscard]] MaybeRefusal check_framing() const {
    if (has_unknown_coding_) return Refusal{501, "of the transfer codings this server knows chunked alone"};
    if (!head_.is_chunked) return std::nullopt;
    if (has_length_) return Refusal{400, "a request has Content-Length or Transfer-Encoding, not both"};
    if (is_http_1_0_) return Refusal{400, "HTTP/1.0 has no Transfer-Encoding; send a Content-Length or HTTP/1.1"};
    return std::nullopt;
  }

  /// RFC 9110, 10.1.1.
  MaybeRefusal take_expectation(std::string_view value) {
    while (!value.empty()) {
      const auto expected = next_piece(value, ',');
      if (equal_but_for_case(expected, "100-continue")) {
        head_.expects_continue = true;
      } else if (!expected.empty()) {
        expects_unknown_ = true;
      }
    }
    return std::nullopt;
  }

  /// HTTP/1.0 clients cannot read 100 Continue, so the expectation is ignored.
  MaybeRefusal check_expectation() {
    if (expects_unknown_) return Refusal{417, "this server meets the expectation 100-continue alone"};
    if (is_http_1_0_) head_.expects_continue = false;
    return std::nullopt;
  }

  const FrameLimits& limits_;
  RequestHead head_;
  bool is_http_1_0_ = false;
  bool is_about_server_ = false;
  bool has_length_ = false;
  bool has_unknown_coding_ = false;
  bool expects_unknown_ = false;
  std::optional<std::string_view> host_;  // absent as long as no Host header was seen
};

/// The request line of a valid head.
RequestLine request_line_of(std::string_view head) {
  return RequestLine(head.substr(0, std::min(head.find(kLineEnd), head.size())));
}

/// The host of an absolute target goes before that of the Host header (RFC 9112, 3.2.2).
std::string_view host_asked_for(std::string_view head) {
  const AbsoluteTarget absolute(request_line_of(head).target);
  return absolute.scheme.empty() ? header_in(head, "host") : absolute.authority;
}

void append_header(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(": ").append(value).append(kLineEnd);
}

}  // namespace

std::variant<RequestHead, Refusal> read_request_head(std::string_view head, const FrameLimits& limits) {
  return HeadReader(head, limits).read(head);
}

std::string_view target_in(std::string_view head) {
  const auto line = request_line_of(head);
  const AbsoluteTarget absolute(line.target);
  auto target = absolute.scheme.empty() ? line.target : absolute.rest;
  target = target.substr(0, target.find('#'));
  if (!target.empty()) return target;
  return line.method == "OPTIONS" ? "*" : "/";
}

std::string_view header_in(std::string_view head, std::string_view lower_case) {
  next_line(head);
  for (auto line = next_line(head); !line.empty(); line = next_line(head)) {
    const auto [name, value] = header_of(line);
    if (equal_but_for_case(name, lower_case)) return value;
  }
  return {};
}

std::string list_in(std::string_view head, std::string_view lower_case) {
  std::string list;
  for_each_header(head, [&](const Header& header) {
    if (!equal_but_for_case(header.name, lower_case)) return;
    if (!list.empty()) list += ',';
    list += header.value;
  });
  return list;
}

/// HTTP/1.1 keeps the connection unless told to close it, HTTP/1.0 closes it unless told to keep it (RFC 9112, 9.3).
bool keeps_alive(std::string_view head) {
  bool closes = false;
  bool stays = request_line_of(head).version != "HTTP/1.0";
  const auto options = list_in(head, "connection");
  for (std::string_view rest = options; !rest.empty();) {
    const auto option = next_piece(rest, ',');
    closes = closes || equal_but_for_case(option, "close");
    stays = stays || equal_but_for_case(option, "keep-alive");
  }
  return stays && !closes;
}

std::string head_for_library(std::string_view head) {
  std::string kept;
  kept.reserve(head.size());
  const auto line = request_line_of(head);
  const bool is_http_1_0 = line.version == "HTTP/1.0";
  kept.append(line.method).append(is_http_1_0 ? " / HTTP/1.0\r\n" : " / HTTP/1.1\r\n");
  if (const auto host = host_asked_for(head); !host.empty()) append_header(kept, "Host", host);
  if (!keeps_alive(head)) {
    append_header(kept, "Connection", "close");
  } else if (is_http_1_0) {
    append_header(kept, "Connection", "Keep-Alive");
  }
  for_each_header(head, [&](const Header& header) {
    const auto is_this = [&](std::string_view other) { return equal_but_for_case(header.name, other); };
    if (std::ranges::none_of(kNotForLibrary, is_this)) append_header(kept, header.name, header.value);
  });
  return kept.append(kLineEnd);
}

}  // namespace treatygraph::server
