#include "queries/cypher/engine.h"

#include <algorithm>
#include <new>

#include <fmt/format.h>

#include "queries/cypher/execution.h"
#include "queries/cypher/guarded.h"
#include "queries/cypher/label_lists.h"
#include "queries/cypher/parser.h"
#include "queries/cypher/semantics.h"

namespace treatygraph::queries::cypher {

struct ParsedQuery {
  Surroundings around;
  std::unique_ptr<Query> query;
  ResolvedQuery resolved;
  PreparedQuery::Costs costs;
};

PreparedQuery::PreparedQuery(std::unique_ptr<const ParsedQuery> parsed) : parsed_(std::move(parsed)) {}
PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;
PreparedQuery::~PreparedQuery() = default;

CypherResult<PreparedQuery> PreparedQuery::prepare(std::string_view text, const Surroundings& around,
                                                   const Procedures& procedures, const Map& parameters) {
  return guarded([&]() -> CypherResult<PreparedQuery> {
    using Clock = std::chrono::steady_clock;
    const auto begun = Clock::now();
    auto query = parse(text);
    const auto parsed = Clock::now();
    auto resolved = resolve(*query, around, procedures, parameters);
    if (query->explain) resolved.columns = {"plan"};
    auto surroundings = around;
    surroundings.label_lists = &LabelLists::of(around.graph);
    const auto microseconds = [](Clock::duration time) {
      return std::chrono::duration_cast<std::chrono::microseconds>(time);
    };
    const Costs costs{microseconds(parsed - begun), microseconds(Clock::now() - parsed)};
    return PreparedQuery(std::unique_ptr<const ParsedQuery>(
        new ParsedQuery{surroundings, std::move(query), std::move(resolved), costs}));
  });
}

const std::vector<std::string>& PreparedQuery::columns() const {
  return parsed_->resolved.columns;
}
const std::vector<std::string>& PreparedQuery::warnings() const {
  return parsed_->resolved.warnings;
}
const PreparedQuery::Costs& PreparedQuery::costs() const {
  return parsed_->costs;
}
bool PreparedQuery::is_explain() const {
  return parsed_->query->explain;
}
bool PreparedQuery::is_profile() const {
  return parsed_->query->profile;
}

bool PreparedQuery::has_all(const Map& parameters) const {
  return std::ranges::all_of(parsed_->resolved.parameters,
                             [&](const std::string& name) { return parameters.find(name) != nullptr; });
}

CypherResult<void> PreparedQuery::run(const Map& parameters, Budget& budget, Emit emit, Profile* profile) const {
  return guarded([&]() -> CypherResult<void> {
    const BudgetInForce in_force(budget);
    run_or_throw(parameters, budget, emit, profile);
    return {};
  });
}

void PreparedQuery::run_or_throw(const Map& parameters, Budget& budget, Emit emit, Profile* profile) const {
  Execution execution(parsed_->around, parameters, budget, parsed_->resolved, profile);
  execution.run(*parsed_->query, parsed_->resolved, emit);
}

PlanNode PreparedQuery::plan(const Profile* profile) const {
  return plan_tree(*parsed_->query, parsed_->around.graph, profile);
}

Position position_of(std::size_t offset, std::string_view query) {
  Position position;
  for (const char c : query.substr(0, offset)) {
    if (c == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {
      ++position.column;
    }
  }
  return position;
}

namespace {

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// `at`, or the beginning of the character that it lies in.
std::size_t character_at(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && continues_character(text[at])) --at;
  return std::min(at, text.size());
}

/// Not more of a text than a person reads.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 1'000;
  if (text.size() <= kMost) return std::string(text);
  return fmt::format("{}... ({} bytes)", text.substr(0, character_at(text, kMost)), text.size());
}

/// The line around its byte `at`, and below it carets under `length` bytes.
std::string marked_line(std::string_view line, std::size_t at, std::size_t length) {
  constexpr std::size_t kWidest = 160;
  constexpr std::size_t kBefore = 60;
  const bool is_long = line.size() > kWidest;
  const auto from = is_long && at > kBefore ? character_at(line, at - kBefore) : 0;
  const auto to = is_long ? character_at(line, from + kWidest) : line.size();
  const std::string_view before = from > 0 ? "..." : "";
  const std::string_view after = to < line.size() ? "..." : "";
  const auto indent = static_cast<std::size_t>(
      std::ranges::count_if(line.substr(from, at - from), [](char c) { return !continues_character(c); }));
  const auto carets = std::min(length, to - std::min(at, to));
  return fmt::format("  {}{}{}\n  {}{}", before, line.substr(from, to - from), after,
                     std::string(before.size() + indent, ' '), std::string(std::max<std::size_t>(carets, 1), '^'));
}

}  // namespace

std::string explain(const CypherError& error, std::string_view query) {
  auto text = fmt::format("{} ({}): {}", error.type, error.detail, shortened(error.message));
  if (error.span.length == 0 || error.span.offset > query.size()) return text;
  const auto position = position_of(error.span.offset, query);
  const auto before = query.substr(0, error.span.offset).rfind('\n');
  const auto start = before == std::string_view::npos ? 0 : before + 1;
  const auto line = query.substr(start, query.find('\n', start) - start);
  text += fmt::format("\nline {}, column {}\n{}", position.line, position.column,
                      marked_line(line, std::min(error.span.offset - start, line.size()), error.span.length));
  return text;
}

}  // namespace treatygraph::queries::cypher
