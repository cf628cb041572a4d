// The protocol itself is in queries/mcp; this file adds what HTTP has to say: the headers that repeat parts of the
// body, batches, the media types, and streams of events. Headers are checked first, since a proxy may have decided by
// them.

#include "server/mcp/mcp_routes.h"

#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "queries/mcp/progress.h"
#include "queries/mcp/protocol.h"
#include "queries/mcp/read_json.h"
#include "queries/request/budget_in_force.h"
#include "server/http/characters.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"
#include "server/mcp/event_stream.h"

namespace treatygraph::server {
namespace {

namespace mcp = queries::mcp;
using mcp::Reply;
using mcp::RpcCode;
using queries::cypher::Value;
using queries::cypher::ValueType;

/// An answer that was completed or cut in time has this long to be written.
constexpr std::chrono::milliseconds kTimeToWrite{1'000};
constexpr std::string_view kVersionHeader = "MCP-Protocol-Version";

/// A reply without text (202) has no body.
Response respond(Reply reply) {
  Response response;
  response.status = reply.status;
  response.body = std::move(reply.text);
  if (!response.body.empty()) response.content_type = kJsonType;
  return response;
}

/// Padding is optional. Nothing if the text contains another character.
std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  std::size_t count = 0;
  while (text.ends_with('=')) text.remove_suffix(1);
  for (const char c : text) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = bits << 6U | static_cast<std::uint32_t>(digit);
    if (++count % 4 != 1) bytes += static_cast<char>(bits >> (2U * (3U - (count - 1) % 4)) & 0xffU);
  }
  return bytes;
}

/// A header value that is not plain ASCII is sent as =?base64?...?= and is decoded here. Nothing if that fails.
std::optional<std::string> plain_header(std::string_view value) {
  constexpr std::string_view kBegin = "=?base64?";
  constexpr std::string_view kEnd = "?=";
  if (!value.starts_with(kBegin) || !value.ends_with(kEnd)) return std::string(value);
  return from_base64(value.substr(kBegin.size(), value.size() - kBegin.size() - kEnd.size()));
}

/// The refusal if headers and body disagree: intermediaries may have acted on the headers.
std::optional<Reply> mismatch(const Request& request, const Value& message) {
  const auto differs = [&](std::string_view name, std::string_view expected) -> std::optional<Reply> {
    const auto given = plain_header(request.header(name));
    if (given && *given == expected) return std::nullopt;
    return mcp::refuse(&message, RpcCode::HeaderMismatch,
                       fmt::format("Header mismatch: {} is missing or is not what the body says", name));
  };
  if (auto wrong = differs(kVersionHeader, mcp::version_in(message))) return wrong;
  if (auto wrong = differs("Mcp-Method", mcp::method_in(message))) return wrong;
  const auto name = mcp::name_in(message);
  return name.empty() ? std::nullopt : differs("Mcp-Name", name);
}

/// For protocol versions with an initialize handshake: only the header tells the version, and clients of the oldest do
/// not send it.
std::optional<Reply> refuse_version(const Value& message, std::string_view version) {
  if (version.empty() || (mcp::is_known_version(version) && version != mcp::kNewest)) return std::nullopt;
  if (version != mcp::kNewest)
    return mcp::refuse(&message, RpcCode::UnsupportedVersion, "Unsupported protocol version", version);
  auto reply = mcp::refuse(&message, RpcCode::InvalidParams, fmt::format("params._meta lacks {}", mcp::kVersionKey));
  reply.status = 400;
  return reply;
}

/// Messages of the newest version name it in the body, which older ones do not.
std::optional<Reply> refuse_headers(const Request& request, const Value& message) {
  if (!mcp::version_in(message).empty()) return mismatch(request, message);
  return refuse_version(message, request.header(kVersionHeader));
}

Reply answer_one(const Call& call, const Value& message, const mcp::CallContext& context) {
  if (auto wrong = refuse_headers(call.request, message)) return *wrong;
  return mcp::answer(message, context);
}

/// Several messages in one body, which only 2025-03-26 allows. Notifications have no reply; a batch of them is answered
/// 202.
Reply answer_batch(const Call& call, const Value& messages, const mcp::CallContext& context) {
  const auto version = call.request.header(kVersionHeader);
  if ((!version.empty() && version != mcp::kWithBatches) || messages.list().empty())
    return mcp::refuse(nullptr, RpcCode::InvalidRequest, "the body must be one message");
  std::string all;
  for (const auto& message : messages.list()) {
    const auto reply = answer_one(call, message, context);
    if (!reply.text.empty()) all += (all.empty() ? "[" : ",") + reply.text;
  }
  if (all.empty()) return {{}, 202};
  return {all + "]", 200};
}

/// The base of links to pages: the address that the client used, with https if a proxy says so.
std::string site_of(const Request& request) {
  const auto* scheme = request.header("X-Forwarded-Proto") == "https" ? "https" : "http";
  return fmt::format("{}://{}", scheme, request.header("Host"));
}

/// Everything that an answer on another thread needs.
struct MessageRequest {
  Value message;
  std::shared_ptr<const Graph> graph;
  std::string site;
};

/// Makes the reply on the stream's thread. Exceptions must not leave it.
Reply reply_within(const queries::Budget& budget, const MessageRequest& asked) try {
  auto with_writing = budget.longer_by(kTimeToWrite);
  const queries::BudgetInForce in_force(with_writing);
  return mcp::answer(asked.message, {*asked.graph, budget, asked.site});
} catch (const queries::OutOfBudget& spent) {
  return mcp::refuse(&asked.message, RpcCode::InternalError, spent.error.detail);
} catch (const MemoryExceeded& exceeded) {
  return mcp::refuse(&asked.message, RpcCode::InternalError, queries::error_of(exceeded).detail);
} catch (const std::exception&) {
  return mcp::refuse(&asked.message, RpcCode::InternalError, "the request could not be answered");
}

/// q=0 refuses the type.
bool takes_events(std::string_view accept) {
  while (!accept.empty()) {
    auto element = next_piece(accept, ',');
    const auto type = next_piece(element, ';');
    if (equal_but_for_case(type, "text/event-stream") && quality_of(element) > 0) return true;
  }
  return false;
}

/// Only a call of a tool takes long enough for progress, and its status is always 200.
bool wants_events(const Request& request, const Value& message) {
  return mcp::method_in(message) == "tools/call" && mcp::progress_token_in(message) != nullptr &&
         takes_events(request.header("Accept"));
}

/// Nothing if the message must be refused or no stream is free: it is then answered as usual.
std::optional<Response> events_of(const Call& call, Value message, std::string site) {
  if (refuse_headers(call.request, message)) return std::nullopt;
  auto token = *mcp::progress_token_in(message);
  const auto asked =
      std::make_shared<MessageRequest>(MessageRequest{std::move(message), call.shared_graph, std::move(site)});
  return stream_of_events(
      std::move(token), [asked](const queries::Budget& budget) { return reply_within(budget, *asked); },
      call.budget.limits(), call.request.gone);
}

/// The media type is checked first: a web page can send any other type without a preflight.
Response post_message(const Call& call) {
  auto type = call.request.header("Content-Type");
  if (const auto given = next_piece(type, ';'); !equal_but_for_case(given, kJsonType))
    return problem(415, "a message is sent as application/json");
  const auto message = queries::read_json(call.request.body);
  if (!message) return respond(mcp::refuse(nullptr, RpcCode::ParseError, "Parse error: " + message.error().detail));
  const auto site = site_of(call.request);
  if (wants_events(call.request, *message)) {
    if (auto events = events_of(call, *message, site)) return std::move(*events);
  }
  const mcp::CallContext context{call.graph, call.budget, site};
  return respond(message->is(ValueType::List) ? answer_batch(call, *message, context)
                                              : answer_one(call, *message, context));
}

}  // namespace

void add_mcp_routes(Router& router) {
  router.add({"POST", "/mcp", post_message});
}

}  // namespace treatygraph::server
