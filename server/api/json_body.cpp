#include "server/api/json_body.h"

#include "queries/mcp/read_json.h"

namespace treatygraph::server {

Result<queries::cypher::Map> read_json_object(std::string_view body) {
  const auto whole = queries::read_json(body);
  if (!whole) return fail(whole.error().code, "the body is " + whole.error().detail);
  if (!whole->is(queries::cypher::ValueType::Map))
    return fail(ErrorCode::InvalidArgument, "the body must be a JSON object");
  return whole->map();
}

}  // namespace treatygraph::server
