#include "server/mcp/mcp_routes.h"

#include <optional>
#include <string>

#include <fmt/format.h>

#include "queries/mcp/protocol.h"
#include "queries/mcp/read_json.h"
#include "server/http/characters.h"
#include "server/http/header_list.h"
#include "server/http/problem.h"

namespace treatygraph::server {
namespace {

namespace mcp = queries::mcp;
using mcp::Reply;
using mcp::RpcCode;
using queries::cypher::Value;
using queries::cypher::ValueType;

constexpr std::string_view kVersionHeader = "MCP-Protocol-Version";

Response respond(Reply reply) {
  Response response;
  response.status = reply.status;
  response.body = std::move(reply.text);
  if (!response.body.empty()) response.content_type = "application/json";
  return response;
}

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

/// A name that is not plain ASCII is sent as =?base64?...?=
std::optional<std::string> plain_header(std::string_view value) {
  constexpr std::string_view kBegin = "=?base64?";
  constexpr std::string_view kEnd = "?=";
  if (!value.starts_with(kBegin) || !value.ends_with(kEnd)) return std::string(value);
  return from_base64(value.substr(kBegin.size(), value.size() - kBegin.size() - kEnd.size()));
}

/// Headers and body must agree, because intermediaries may have acted on the headers.
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

/// In the older protocol versions with an initialize handshake, only the header tells the version, and the oldest do
/// not send it.
std::optional<Reply> refuse_version(const Value& message, std::string_view version) {
  if (version.empty() || (mcp::is_known_version(version) && version != mcp::kNewest)) return std::nullopt;
  if (version != mcp::kNewest)
    return mcp::refuse(&message, RpcCode::UnsupportedVersion, "Unsupported protocol version", version);
  auto reply = mcp::refuse(&message, RpcCode::InvalidParams, fmt::format("params._meta lacks {}", mcp::kVersionKey));
  reply.status = 400;
  return reply;
}

Reply answer_one(const Call& call, const Value& message, const mcp::Asking& asking) {
  if (!mcp::version_in(message).empty()) {
    if (auto wrong = mismatch(call.request, message)) return *wrong;
  } else if (auto wrong = refuse_version(message, call.request.header(kVersionHeader))) {
    return *wrong;
  }
  return mcp::answer(message, asking);
}

Reply answer_batch(const Call& call, const Value& messages, const mcp::Asking& asking) {
  const auto version = call.request.header(kVersionHeader);
  if ((!version.empty() && version != mcp::kWithBatches) || messages.list().empty())
    return mcp::refuse(nullptr, RpcCode::InvalidRequest, "the body must be one message");
  std::string all;
  for (const auto& message : messages.list()) {
    const auto reply = answer_one(call, message, asking);
    if (!reply.text.empty()) all += (all.empty() ? "[" : ",") + reply.text;
  }
  if (all.empty()) return {{}, 202};
  return {all + "]", 200};
}

/// The base of links to pages: the address that the client used.
std::string site_of(const Request& request) {
  const auto* scheme = request.header("X-Forwarded-Proto") == "https" ? "https" : "http";
  return fmt::format("{}://{}", scheme, request.header("Host"));
}

Response post_message(const Call& call) {
  auto type = call.request.header("Content-Type");
  if (const auto given = next_piece(type, ';'); !equal_but_for_case(given, "application/json"))
    return problem(415, "a message is sent as application/json");
  const auto message = queries::read_json(call.request.body);
  if (!message) return respond(mcp::refuse(nullptr, RpcCode::ParseError, "Parse error: " + message.error().detail));
  const auto site = site_of(call.request);
  const mcp::Asking asking{call.graph, call.budget, site};
  return respond(message->is(ValueType::List) ? answer_batch(call, *message, asking)
                                              : answer_one(call, *message, asking));
}

}  // namespace

void add_mcp_routes(Router& router) {
  router.add({"POST", "/mcp", post_message});
}

}  // namespace treatygraph::server
