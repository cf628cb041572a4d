// Each method is an entry of a table with a function that writes the members of its result. If the function returns an
// error, what it has written is dropped and the error is sent instead. A request is of the modern generation if it
// states a version in `_meta`; then its result has the members that the newer specification adds.

#include "queries/mcp/protocol.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "queries/formats/text/json_text.h"
#include "queries/formats/text/utf8.h"
#include "queries/mcp/prompts.h"
#include "queries/mcp/resources.h"

namespace treatygraph::queries::mcp {
namespace {

using cypher::Map;
using cypher::Value;
using cypher::ValueType;
using formats::JsonText;

/// The most characters of a client's text that an error repeats.
constexpr std::size_t kLongestRepeated = 200;
constexpr std::size_t kFresh = 60'000;  ///< milliseconds that lists may be cached

/// Why a method fails.
struct RpcError {
  RpcCode code;
  std::string why;
};
using Done = std::optional<RpcError>;

const Map& nothing() {
  static const Map empty;
  return empty;
}

/// The map in a member; an empty map if there is none.
const Map& map_in(const Map& map, std::string_view name) {
  const auto* found = map.find(name);
  return found != nullptr && found->is(ValueType::Map) ? found->map() : nothing();
}

std::string_view text_in(const Map& map, std::string_view name) {
  const auto* found = map.find(name);
  return found != nullptr && found->is(ValueType::String) ? found->string() : std::string_view();
}

const Map& params_of(const Value& message) {
  return message.is(ValueType::Map) ? map_in(message.map(), "params") : nothing();
}

std::string_view repeated(std::string_view text) {
  return formats::first_characters(text, kLongestRepeated);
}

void write_server(JsonText& json) {
  json.begin_object().member("name", "treatygraph").member("title", "treatygraph");
  json.member("version", TREATYGRAPH_VERSION).end_object();
}

void write_capabilities(JsonText& json) {
  json.key("capabilities").raw(R"({"tools":{},"resources":{},"prompts":{},"completions":{}})");
}

/// Writes "id", as the integer or string that it is.
void write_id(JsonText& json, const Value* id) {
  if (id == nullptr) return;
  json.key("id");
  if (id->is(ValueType::Integer)) {
    json.value(id->integer());
  } else {
    json.value(id->string());
  }
}

/// The id of a request: a string or an integer; null if it has neither. A message without an id is a notification.
const Value* id_of(const Value& message) {
  const auto* id = message.is(ValueType::Map) ? message.map().find("id") : nullptr;
  return id != nullptr && (id->is(ValueType::Integer) || id->is(ValueType::String)) ? id : nullptr;
}

/// A method, the generations that have it, and whether clients may cache its result.
struct Method {
  std::string_view name;
  Done (*write)(JsonText& json, const Map& params, const CallContext& context, bool is_modern);
  enum class Era : unsigned char { Both, Handshake, Modern } era = Era::Both;
  bool may_be_kept = false;
};

/// The handshake of the older generation: the version of the client, if it is known, otherwise the newest one of that
/// generation.
Done initialize(JsonText& json, const Map& params, const CallContext&, bool) {
  const auto wanted = text_in(params, "protocolVersion");
  const bool is_known = std::ranges::find(kWithHandshake, wanted) != kWithHandshake.end();
  json.member("protocolVersion", is_known ? wanted : kWithHandshake.front());
  write_capabilities(json);
  json.key("serverInfo");
  write_server(json);
  json.member("instructions", kInstructions);
  return {};
}

Done ping(JsonText&, const Map&, const CallContext&, bool) {
  return {};
}

/// The newer generation has no handshake: clients ask for the versions and capabilities.
Done discover(JsonText& json, const Map&, const CallContext&, bool) {
  json.key("supportedVersions").begin_array().value(kNewest);
  for (const auto version : kWithHandshake) json.value(version);
  json.end_array();
  write_capabilities(json);
  json.member("instructions", kInstructions);
  return {};
}

/// Lists have one page, so no cursor is valid.
Done check_no_cursor(const Map& params) {
  const auto* cursor = params.find("cursor");
  if (cursor == nullptr || cursor->is_null()) return {};
  return RpcError{RpcCode::InvalidParams, "no such cursor: this list has one page"};
}

Done list_tools(JsonText& json, const Map& params, const CallContext&, bool) {
  if (auto wrong = check_no_cursor(params)) return wrong;
  json.key("tools");
  write_tools(json);
  return {};
}

Done list_resources(JsonText& json, const Map& params, const CallContext& context, bool) {
  if (auto wrong = check_no_cursor(params)) return wrong;
  json.key("resources");
  write_resources(json, context.graph);
  return {};
}

Done list_templates(JsonText& json, const Map& params, const CallContext&, bool) {
  if (auto wrong = check_no_cursor(params)) return wrong;
  json.key("resourceTemplates");
  write_resource_templates(json);
  return {};
}

Done list_prompts(JsonText& json, const Map& params, const CallContext&, bool) {
  if (auto wrong = check_no_cursor(params)) return wrong;
  json.key("prompts");
  write_prompts(json);
  return {};
}

Done call(JsonText& json, const Map& params, const CallContext& context, bool) {
  const auto name = text_in(params, "name");
  if (!is_tool(name))
    return RpcError{RpcCode::InvalidParams, fmt::format("no tool \"{}\"; tools/list tells them", repeated(name))};
  const auto* arguments = params.find("arguments");
  if (arguments != nullptr && !arguments->is_null() && !arguments->is(ValueType::Map))
    return RpcError{RpcCode::InvalidParams, "arguments must be an object"};
  call_tool(json, context, name, map_in(params, "arguments"));
  return {};
}

Done read_resource(JsonText& json, const Map& params, const CallContext& context, bool is_modern) {
  const auto read = write_resource(json, context, text_in(params, "uri"));
  if (read) return {};
  const bool is_missing = read.error().code == ErrorCode::NotFound && !is_modern;
  return RpcError{is_missing ? RpcCode::ResourceNotFound : RpcCode::InvalidParams, read.error().detail};
}

Done get_prompt(JsonText& json, const Map& params, const CallContext&, bool) {
  const auto written = write_prompt(json, text_in(params, "name"), map_in(params, "arguments"));
  if (written) return {};
  return RpcError{RpcCode::InvalidParams, written.error().detail};
}

/// Completion of an argument. All values are sent at once.
Done complete(JsonText& json, const Map& params, const CallContext& context, bool) {
  const auto& argument = map_in(params, "argument");
  if (argument.find("name") == nullptr || params.find("ref") == nullptr)
    return RpcError{RpcCode::InvalidParams, "ref and argument say what is to be completed"};
  const auto values = completions(context.graph, text_in(argument, "name"), text_in(argument, "value"));
  json.key("completion").begin_object().key("values").begin_array();
  for (const auto& value : values) json.value(value);
  json.end_array().member("total", values.size()).member("hasMore", false).end_object();
  return {};
}

constexpr std::array kMethods = {Method{"initialize", initialize, Method::Era::Handshake},
                                 Method{"ping", ping, Method::Era::Handshake},
                                 Method{"server/discover", discover, Method::Era::Modern, true},
                                 Method{"tools/list", list_tools, Method::Era::Both, true},
                                 Method{"tools/call", call},
                                 Method{"resources/list", list_resources, Method::Era::Both, true},
                                 Method{"resources/templates/list", list_templates, Method::Era::Both, true},
                                 Method{"resources/read", read_resource, Method::Era::Both, true},
                                 Method{"prompts/list", list_prompts, Method::Era::Both, true},
                                 Method{"prompts/get", get_prompt},
                                 Method{"completion/complete", complete}};

/// Null if the method does not exist in the generation.
const Method* find_method(std::string_view name, bool is_modern) {
  const auto other = is_modern ? Method::Era::Handshake : Method::Era::Modern;
  const auto* found = std::ranges::find(kMethods, name, &Method::name);
  return found == kMethods.end() || found->era == other ? nullptr : &*found;
}

/// The HTTP status for an error, which the transport sends: most errors of JSON-RPC are a 200.
int http_status_of(RpcCode code, bool is_modern) {
  if (code == RpcCode::ParseError || code == RpcCode::InvalidRequest) return 400;
  if (code == RpcCode::HeaderMismatch || code == RpcCode::UnsupportedVersion) return 400;
  return code == RpcCode::MethodNotFound && is_modern ? 404 : 200;
}

/// The error of a request of the newer generation that lacks a required member of `_meta`.
Done check_meta(const Value& message) {
  const auto& meta = map_in(params_of(message), "_meta");
  const auto* capabilities = meta.find("io.modelcontextprotocol/clientCapabilities");
  if (capabilities == nullptr || !capabilities->is(ValueType::Map))
    return RpcError{RpcCode::InvalidParams, "_meta lacks io.modelcontextprotocol/clientCapabilities"};
  return {};
}

}  // namespace

bool is_known_version(std::string_view version) {
  return version == kNewest || std::ranges::find(kWithHandshake, version) != kWithHandshake.end();
}

std::string_view version_in(const Value& message) {
  return text_in(map_in(params_of(message), "_meta"), kVersionKey);
}

std::string_view method_in(const Value& message) {
  return message.is(ValueType::Map) ? text_in(message.map(), "method") : std::string_view();
}

std::string_view name_in(const Value& message) {
  const auto method = method_in(message);
  if (method == "tools/call" || method == "prompts/get") return text_in(params_of(message), "name");
  return method == "resources/read" ? text_in(params_of(message), "uri") : std::string_view();
}

Reply refuse(const Value* message, RpcCode code, std::string_view why, std::string_view version) {
  Reply reply;
  reply.status = http_status_of(code, message != nullptr && !version_in(*message).empty());
  JsonText json(reply.text);
  json.begin_object().member("jsonrpc", "2.0");
  write_id(json, message == nullptr ? nullptr : id_of(*message));
  json.key("error").begin_object().member("code", static_cast<int>(code)).member("message", why);
  if (code == RpcCode::UnsupportedVersion) {
    json.key("data").begin_object().key("supported").begin_array().value(kNewest);
    for (const auto known : kWithHandshake) json.value(known);
    json.end_array().member("requested", repeated(version)).end_object();
  }
  json.end_object().end_object();
  return reply;
}

Reply answer(const Value& message, const CallContext& context) {
  const auto method = method_in(message);
  if (!message.is(ValueType::Map) || text_in(message.map(), "jsonrpc") != "2.0" || method.empty()) {
    const bool is_response = message.is(ValueType::Map) && id_of(message) != nullptr &&
                             (message.map().find("result") != nullptr || message.map().find("error") != nullptr);
    if (is_response) return {{}, 202};  // a response to nothing; ignored
    return refuse(&message, RpcCode::InvalidRequest, "a message is an object with jsonrpc \"2.0\" and a method");
  }
  const auto* id = id_of(message);
  if (id == nullptr) {
    if (message.map().find("id") == nullptr) return {{}, 202};
    return refuse(&message, RpcCode::InvalidRequest, "an id is a string or an integer");
  }
  if (const auto* params = message.map().find("params"); params != nullptr && !params->is(ValueType::Map))
    return refuse(&message, RpcCode::InvalidParams, "params must be an object");
  const auto version = version_in(message);
  const bool is_modern = !version.empty();
  if (is_modern && version != kNewest) {
    return refuse(&message, RpcCode::UnsupportedVersion, "Unsupported protocol version", version);
  }
  if (is_modern) {
    if (const auto wrong = check_meta(message)) {
      auto reply = refuse(&message, wrong->code, wrong->why);
      reply.status = 400;
      return reply;
    }
  }
  const auto* known = find_method(method, is_modern);
  if (known == nullptr)
    return refuse(&message, RpcCode::MethodNotFound, fmt::format("no method \"{}\" here", repeated(method)));
  Reply reply;
  JsonText json(reply.text);
  json.begin_object().member("jsonrpc", "2.0");
  write_id(json, id);
  json.key("result").begin_object();
  if (const auto wrong = known->write(json, params_of(message), context, is_modern))
    return refuse(&message, wrong->code, wrong->why);
  if (is_modern) {
    json.member("resultType", "complete");
    if (known->may_be_kept) json.member("ttlMs", kFresh).member("cacheScope", "private");
    json.key("_meta").begin_object().key("io.modelcontextprotocol/serverInfo");
    write_server(json);
    json.end_object();
  }
  json.end_object().end_object();
  return reply;
}

}  // namespace treatygraph::queries::mcp
