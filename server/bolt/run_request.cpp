#include "server/bolt/run_request.h"

#include <fmt/format.h>

#include "server/bolt/value_reader.h"
#include "server/http/shown_text.h"

namespace treatygraph::server::bolt {
namespace {

using queries::cypher::Map;
using queries::cypher::ValueType;

constexpr std::size_t kLongestName = 256;  // bytes of a database's name
/// A longer timeout counts as none.
constexpr std::chrono::milliseconds kLongestTimeout = std::chrono::hours(24);

}  // namespace

Result<TransactionRequest> TransactionRequest::read(const Map& extra, const NotificationFilter& outer) {
  TransactionRequest asked{.database = {}, .timeout = std::nullopt, .filter = outer.with(extra)};
  if (const auto* name = extra.find("db"); name != nullptr && name->is(ValueType::String)) {
    asked.database = beginning_of(name->string(), kLongestName);
  }
  const auto* timeout = extra.find("tx_timeout");
  if (timeout == nullptr || timeout->is_null()) return asked;
  if (!timeout->is(ValueType::Integer) || timeout->integer() < 0) {
    return fail(ErrorCode::InvalidArgument, "tx_timeout must be a number of milliseconds, and not negative");
  }
  // In Neo4j, 0 means that the client sets no limit.
  if (timeout->integer() > 0 && timeout->integer() < kLongestTimeout.count()) {
    asked.timeout = std::chrono::milliseconds(timeout->integer());
  }
  return asked;
}

Result<RunRequest> RunRequest::read(std::string_view message) {
  PackReader pack(message);
  const auto begun = pack.next();
  if (!begun) return fail(begun.error());
  if (begun->kind != Packed::Kind::Structure || begun->size != 3) {
    return fail(ErrorCode::InvalidArgument, "RUN has three fields: the query, its parameters, and what goes beside");
  }
  ValueReader values(pack);
  auto text = values.read_string();
  if (!text) return fail(text.error());
  auto parameters = values.read_map();
  if (!parameters) return fail(parameters.error());
  auto extra = values.read_map();
  if (!extra) return fail(extra.error());
  if (!pack.at_end()) return fail(ErrorCode::InvalidArgument, "RUN has bytes after its end");
  return RunRequest{std::move(*text), std::move(*parameters), std::move(*extra)};
}

}  // namespace treatygraph::server::bolt
