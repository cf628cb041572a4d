#include "queries/cypher/running/pattern_cache.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include "queries/cypher/values/error.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

/// Patterns kept at once. Most queries have one; a pattern that comes from a property may be different in each row.
constexpr std::size_t kMostPatterns = 16;
/// In bytes.
constexpr std::size_t kLongestPattern = 16'384;
/// RE2's limit for the compiled program and for the cached states of a match.
constexpr std::int64_t kBytesOfPattern = 4 << 20;
/// Limit of text bytes times program instructions. Without memory for states, RE2 tries each instruction at each byte,
/// about 5 ns each: two seconds.
constexpr std::size_t kMostWork = 400'000'000;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

std::unique_ptr<re2::RE2> compile(std::string_view pattern) {
  const MemoryAccount::Unrefused unrefused;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kBytesOfPattern);
  return std::make_unique<re2::RE2>(piece(pattern), options);
}

[[noreturn]] void refuse(std::string message) {
  runtime_error("SyntaxError", "InvalidRegularExpression", std::move(message));
}

}  // namespace

PatternCache::PatternCache() = default;
PatternCache::~PatternCache() = default;

const re2::RE2& PatternCache::compiled(std::string_view pattern) {
  if (const auto found = patterns_.find(std::string(pattern)); found != patterns_.end()) return *found->second;
  if (pattern.size() > kLongestPattern) {
    refuse(fmt::format("the pattern has {} bytes; at most {}", pattern.size(), kLongestPattern));
  }
  if (patterns_.size() == kMostPatterns) patterns_.clear();
  auto made = compile(pattern);
  if (!made->ok()) {
    refuse(fmt::format("{}: {}; look-around and back-references are not supported", pattern, made->error()));
  }
  // Compiling takes about a microsecond per instruction.
  BudgetInForce::spend(static_cast<std::size_t>(made->ProgramSize()) + pattern.size());
  return *(patterns_[std::string(pattern)] = std::move(made));
}

bool PatternCache::match_whole(std::string_view text, std::string_view pattern) {
  const auto& regex = compiled(pattern);
  const auto instructions = static_cast<std::size_t>(regex.ProgramSize());
  if (text.size() > kMostWork / instructions) {
    runtime_error(
        "ArgumentError", "TextTooLong",
        fmt::format("a text of {} bytes is too long for a pattern of {} steps; look in a part of the text, or "
                    "use CONTAINS or a simpler pattern",
                    text.size(), instructions));
  }
  BudgetInForce::spend_on_text(text.size() * 16);
  const MemoryAccount::Unrefused unrefused;
  return RE2::FullMatch(piece(text), regex);
}

}  // namespace treatygraph::queries::cypher
