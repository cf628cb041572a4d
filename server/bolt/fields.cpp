#include "server/bolt/fields.h"

#include <fmt/format.h>

#include "graph/memory_account.h"
#include "server/bolt/value_reader.h"

namespace treatygraph::server::bolt {
namespace {

using queries::cypher::Map;
using queries::cypher::ValueList;
using queries::cypher::ValueType;

constexpr std::size_t kLongest = 131'072;        // bytes of a message that is read on the loop's thread
constexpr std::size_t kMostMemory = 33'554'432;  // bytes of its values

Result<ValueList> read_fields(std::string_view message, std::size_t least) {
  PackReader pack(message);
  const auto begun = pack.next();
  if (!begun) return fail(begun.error());
  if (begun->kind != Packed::Kind::Structure || begun->size < least) {
    return fail(ErrorCode::InvalidArgument, fmt::format("a message with fewer fields than {}", least));
  }
  ValueList fields;
  ValueReader values(pack);
  for (std::size_t i = 0; i < begun->size; ++i) {
    auto value = values.read();
    if (!value) return fail(value.error());
    fields.push_back(std::move(*value));
  }
  if (!pack.at_end()) return fail(ErrorCode::InvalidArgument, "a message has bytes after its end");
  return fields;
}

}  // namespace

Result<ValueList> fields_of(std::string_view message, std::size_t least) try {
  // On the loop's thread, time is limited by the length.
  if (message.size() > kLongest) {
    return fail(ErrorCode::InvalidArgument, fmt::format("a message of this kind may have {} bytes", kLongest));
  }
  // A list of a few bytes per element may take much more memory than its message.
  const MemoryAccount account(kMostMemory);
  return read_fields(message, least);
} catch (const MemoryExceeded&) {
  return fail(ErrorCode::BudgetExceeded, "a message takes too much memory");
}

Map map_at(const ValueList& fields, std::size_t place) {
  return place < fields.size() && fields[place].is(ValueType::Map) ? fields[place].map() : Map();
}

std::string_view string_in(const Map& map, std::string_view name) {
  const auto* value = map.find(name);
  return value != nullptr && value->is(ValueType::String) ? value->string() : std::string_view();
}

std::optional<std::int64_t> integer_in(const Map& map, std::string_view name) {
  const auto* value = map.find(name);
  return value != nullptr && value->is(ValueType::Integer) ? std::optional(value->integer()) : std::nullopt;
}

}  // namespace treatygraph::server::bolt
