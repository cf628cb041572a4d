#include "queries/mcp/progress.h"

#include <algorithm>

#include "queries/formats/text/json_text.h"

namespace treatygraph::queries::mcp {

using cypher::Value;
using cypher::ValueType;

const Value* progress_token_in(const Value& message) {
  const Value* at = &message;
  for (const auto* name : {"params", "_meta", "progressToken"}) {
    at = at->is(ValueType::Map) ? at->map().find(name) : nullptr;
    if (at == nullptr) return nullptr;
  }
  return at->is(ValueType::String) || at->is(ValueType::Integer) ? at : nullptr;
}

std::string progress_notification(const Value& token, std::size_t seconds, std::chrono::milliseconds most) {
  // A request may take a moment longer than its limit; progress never exceeds the total.
  const auto total =
      std::max<std::size_t>(static_cast<std::size_t>(std::chrono::ceil<std::chrono::seconds>(most).count()), seconds);
  std::string text;
  formats::JsonText json(text);
  json.begin_object().member("jsonrpc", "2.0").member("method", "notifications/progress").key("params").begin_object();
  json.key("progressToken");
  token.is(ValueType::Integer) ? json.value(token.integer()) : json.value(token.string());
  json.member("progress", seconds).member("total", total);
  json.member("message", "still looking").end_object().end_object();
  return text;
}

}  // namespace treatygraph::queries::mcp
