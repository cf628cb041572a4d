// A state machine over the grammar of RFC 9112, 7.1: "4;ext=1 CR LF data CR LF 0 CR LF trailers CR LF". read() decodes
// everything that is complete and remembers where it stopped, so a body that arrives byte by byte costs linear time.
// Lines end in CR LF only: a parser that also accepts a bare LF can be led to see a different end of the body than a
// proxy in front of it (request smuggling).

#include "server/http/chunked_body.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "server/http/characters.h"
#include "server/http/header_list.h"
#include "server/http/line_ends.h"

namespace treatygraph::server {
namespace {

/// Of a chunk size with its extensions, or of a trailer, in bytes.
constexpr std::size_t kLongestLine = 4'096;

Refusal too_large(const FrameLimits& limits) {
  return {413, fmt::format("the body is larger than {} bytes", limits.body_bytes)};
}

/// Removes a token or a quoted string from the front of `text`; false if there is none.
/// An extension's value can be a quoted string with escaped quotes, such as "a\"b" (RFC 9110, 5.6.4).
bool take_value(std::string_view& text) {
  if (!text.starts_with('"')) {
    const auto* const end = std::ranges::find_if_not(text, is_token_character);
    const auto size = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(size);
    return size > 0;
  }
  for (std::size_t i = 1; i < text.size() && !is_control(text[i]); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return true;
    }
  }
  return false;
}

/// Any number of ";name=value", or nothing.
bool is_extensions(std::string_view text) {
  while (!text.empty()) {
    text = trimmed(text);
    if (!text.starts_with(';')) return false;
    text = trimmed(text.substr(1));
    if (text.starts_with('"') || !take_value(text)) return false;
    const auto value = trimmed(text);
    if (!value.starts_with('=')) continue;
    text = trimmed(value.substr(1));
    if (!take_value(text)) return false;
  }
  return true;
}

}  // namespace

/// The check for too much overhead comes first, because a body of one-byte chunks would otherwise cost far more to
/// receive than it contains.
std::optional<Refusal> ChunkedBody::read(std::string_view encoded) {
  while (!is_whole()) {
    if (at_ > text_.size() + limits_.chunk_overhead_bytes) {
      return Refusal{413, fmt::format("the chunks take {} bytes beside the body; send larger chunks",
                                      limits_.chunk_overhead_bytes)};
    }
    if (expects_ == Expects::Data) {
      if (!read_data(encoded)) return std::nullopt;
      continue;
    }
    const auto rest = encoded.substr(at_);
    const bool is_too_long = expects_ == Expects::EndOfData && !rest.empty() && rest.front() != '\r';
    if (is_too_long) return Refusal{400, "a chunk is longer than its size says"};
    const auto end = rest.substr(0, kLongestLine).find('\n');
    if (end == std::string_view::npos) {
      if (rest.size() < kLongestLine) return std::nullopt;
      return Refusal{400, fmt::format("a line between the chunks exceeds {} bytes", kLongestLine)};
    }
    if (end == 0 || rest[end - 1] != '\r') return Refusal{400, "lines between chunks end in CR LF"};
    at_ += end + 1;
    if (auto wrong = read_line(rest.substr(0, end - 1))) return wrong;
  }
  return std::nullopt;
}

/// False if more bytes are needed.
bool ChunkedBody::read_data(std::string_view encoded) {
  const auto data = encoded.substr(at_, missing_);
  text_ += data;
  at_ += data.size();
  missing_ -= data.size();
  if (missing_ > 0) return false;
  expects_ = Expects::EndOfData;
  return true;
}

std::optional<Refusal> ChunkedBody::read_line(std::string_view line) {
  if (expects_ == Expects::Size) return read_size(line);
  if (expects_ == Expects::Trailer) return read_trailer(line);
  if (!line.empty()) return Refusal{400, "a chunk is longer than its size says"};
  expects_ = Expects::Size;
  return std::nullopt;
}

/// The digits end before any extension. A size that does not fit into 64 bits is also larger than the limit.
std::optional<Refusal> ChunkedBody::read_size(std::string_view line) {
  std::size_t size = 0;
  const auto* const digits_end = std::ranges::find_if_not(line, [](char c) { return hex_value(c).has_value(); });
  const auto [end, error] = std::from_chars(line.data(), digits_end, size, 16);
  if (error == std::errc::result_out_of_range) return too_large(limits_);
  if (error != std::errc{} || !is_extensions(line.substr(static_cast<std::size_t>(end - line.data())))) {
    return Refusal{400, "a chunk does not begin with its size in hexadecimal digits"};
  }
  if (size > limits_.body_bytes - text_.size()) return too_large(limits_);
  missing_ = size;
  expects_ = size == 0 ? Expects::Trailer : Expects::Data;
  return std::nullopt;
}

/// Trailers are checked like headers, but nothing reads them.
std::optional<Refusal> ChunkedBody::read_trailer(std::string_view line) {
  if (line.empty()) {
    expects_ = Expects::Nothing;
    return std::nullopt;
  }
  if (++trailers_ > limits_.headers) return Refusal{431, fmt::format("more than {} trailers", limits_.headers)};
  const auto name = line.substr(0, line.find(':'));
  if (name.size() == line.size() || !is_token(name) || std::ranges::any_of(line, is_control)) {
    return Refusal{400, "a trailer is not Name: value"};
  }
  return std::nullopt;
}

}  // namespace treatygraph::server
