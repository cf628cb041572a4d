#include "queries/cypher/value_memory.h"

#include <limits>

#include <fmt/format.h>

#include "queries/cypher/error.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr auto kNoLimit = std::numeric_limits<std::ptrdiff_t>::max() / 2;

}  // namespace

constinit thread_local std::ptrdiff_t ValueMemory::live_ = 0;
constinit thread_local std::ptrdiff_t ValueMemory::most_ = kNoLimit;
constinit thread_local std::ptrdiff_t ValueMemory::allowed_ = kNoLimit;

ValueMemory::Limit::Limit(std::size_t bytes) : before_(most_) {
  allowed_ = static_cast<std::ptrdiff_t>(bytes);
  most_ = live_ + allowed_;
}

ValueMemory::Limit::~Limit() {
  most_ = before_;
  allowed_ = kNoLimit;
}

bool ValueMemory::is_short() {
  return most_ - live_ < allowed_ / 4;
}

void ValueMemory::refuse() {
  runtime_error("TransientError", "MemoryLimitExceeded",
                fmt::format("the query's values take more than {} MB, the limit of this request; ask for less at once",
                            allowed_ / 1'000'000));
}

}  // namespace treatygraph::queries::cypher
