#include "server/http/request_frame.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "server/http/line_ends.h"

namespace treatygraph::server {
namespace {

constexpr std::size_t kEmptyLines = 4;  // before a request; some clients send one after a body (RFC 9112, 2.2)

RequestFrame refused(Refusal refusal) {
  RequestFrame frame;
  frame.state = RequestFrame::State::Refused;
  frame.refusal = std::move(refusal);
  return frame;
}

/// A line feed that is not part of a line end is read differently by different servers.
/// RFC 9112, 2.2, lets a recipient accept it as a line end; this one does not, since a proxy in front may read it
/// differently.
bool has_bare_line_feed(std::string_view text, std::size_t from) {
  for (auto at = text.find('\n', from); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (at == 0 || text[at - 1] != '\r') return true;
  }
  return false;
}

}  // namespace

RequestFrame RequestFramer::look(std::string_view received) {
  if (!head_) {
    if (auto wrong = skip_empty_lines(received)) return refused(std::move(*wrong));
    if (auto wrong = find_head(received.substr(begin_))) return refused(std::move(*wrong));
  }
  return head_ ? read_body(received) : RequestFrame();
}

/// Only before anything of the head was searched.
std::optional<Refusal> RequestFramer::skip_empty_lines(std::string_view received) {
  if (searched_ > 0) return std::nullopt;
  while (received.substr(begin_).starts_with(kLineEnd)) begin_ += kLineEnd.size();
  if (begin_ <= kEmptyLines * kLineEnd.size()) return std::nullopt;
  return Refusal{400, fmt::format("more than {} empty lines before the request line", kEmptyLines)};
}

/// `received` begins with the request line.
/// Searches only new bytes, plus the last three of those before, because the empty line may arrive in parts.
std::optional<Refusal> RequestFramer::find_head(std::string_view received) {
  const auto from = searched_ - std::min(searched_, kHeadEnd.size() - 1);
  const auto end = received.find(kHeadEnd, from);
  const bool is_whole = end != std::string_view::npos;
  const auto head = received.substr(0, is_whole ? end + kHeadEnd.size() : received.size());
  if (head.find('\0', from) != std::string_view::npos) return Refusal{400, "the request holds a NUL byte"};
  if (has_bare_line_feed(head, from)) return Refusal{400, "lines end in CR LF"};
  if (head.size() > limits_.head_bytes) {
    // 414 if even the request line does not end: then it is the target that is too long.
    const bool is_one_line = head.find(kLineEnd) == std::string_view::npos;
    return Refusal{is_one_line ? 414 : 431,
                   fmt::format("the request line and headers exceed {} bytes", limits_.head_bytes)};
  }
  // A lone CR may become an empty line before the request.
  searched_ = head == "\r" ? 0 : head.size();
  return is_whole ? read_head(head) : std::nullopt;
}

/// Validates the complete head and prepares for its body.
std::optional<Refusal> RequestFramer::read_head(std::string_view head) {
  auto read = read_request_head(head, limits_);
  if (auto* wrong = std::get_if<Refusal>(&read)) return std::move(*wrong);
  head_ = std::get<RequestHead>(read);
  if (head_->is_chunked) chunks_.emplace(limits_);
  return std::nullopt;
}

/// A request without Content-Length and chunks has no body (RFC 9112, 6.3): the length is 0.
RequestFrame RequestFramer::read_body(std::string_view received) {
  const auto rest = received.substr(begin_ + head_->bytes);
  if (!chunks_) {
    if (rest.size() < head_->content_length) return waits(rest);
    return complete(received, std::string(rest.substr(0, head_->content_length)), head_->content_length);
  }
  if (auto wrong = chunks_->read(rest)) return refused(std::move(*wrong));
  if (!chunks_->is_whole()) return waits(rest);
  return complete(received, chunks_->take_text(), chunks_->encoded_bytes());
}

/// An incomplete request. A client that has started to send the body needs no 100 Continue.
RequestFrame RequestFramer::waits(std::string_view body) {
  RequestFrame frame;
  frame.awaits_continue = head_->expects_continue && body.empty() && !told_to_continue_;
  told_to_continue_ = true;
  return frame;
}

/// Resets the framer for the next request.
RequestFrame RequestFramer::complete(std::string_view received, std::string body, std::size_t encoded_bytes) {
  RequestFrame frame;
  frame.state = RequestFrame::State::Complete;
  frame.head = received.substr(begin_, head_->bytes);
  frame.body = std::move(body);
  frame.wire_bytes = begin_ + head_->bytes + encoded_bytes;
  *this = RequestFramer(limits_);
  return frame;
}

}  // namespace treatygraph::server
