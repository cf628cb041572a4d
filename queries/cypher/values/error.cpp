#include "queries/cypher/values/error.h"

namespace treatygraph::queries::cypher {
namespace {

std::string detail_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::DeadlineExceeded:
      return "DeadlineExceeded";
    case ErrorCode::BudgetExceeded:
      return "MemoryLimitExceeded";
    default:
      return "Cancelled";
  }
}

}  // namespace

CypherError cypher_error(const Error& why) {
  return {"TransientError", Phase::Run, detail_of(why.code), why.detail, {}};
}

}  // namespace treatygraph::queries::cypher
