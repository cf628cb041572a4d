#pragma once
// A query as the parser understands it: clauses and patterns. The semantic pass fills in what is marked "resolved".

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/ids.h"
#include "queries/cypher/language/expression.h"

namespace treatygraph::queries::cypher {

struct NodePattern {
  std::string name;  ///< empty: anonymous
  Span span;
  std::vector<std::string> labels;
  ExpressionPtr properties;               ///< a map, or nullptr
  std::vector<ExpressionPtr> conditions;  ///< what labels more than a list of them, and WHERE in the brackets, ask
  Slot slot = kNoSlot;                    ///< resolved; anonymous nodes have one, too
  bool binds = false;                     ///< resolved: the variable has no value before this clause
};

struct QuantifiedPattern;

/// A relationship, several of them, or a pattern that is repeated.
struct RelationshipPattern {
  std::string name;
  Span span;
  std::vector<std::string> types;                  ///< empty: any
  std::optional<LabelExpression> type_expression;  ///< where a list of types does not say it
  std::vector<ExpressionPtr> conditions;
  Direction direction = Direction::Both;
  ExpressionPtr properties;
  bool variable_length = false;
  std::int64_t min = 1;
  std::optional<std::int64_t> max;
  std::shared_ptr<QuantifiedPattern> part;  ///< what is repeated `min` to `max` times
  Slot slot = kNoSlot;  ///< of `part`: of the list of all relationships walked, in the order of the path
  bool binds = false;
};

enum class ShortestPath : std::uint8_t { No, One, All };

/// SHORTEST 3, ANY, ALL SHORTEST, SHORTEST 2 GROUPS: which of the paths between two ends are taken, for each two ends.
struct PathSelector {
  bool groups = false;  ///< `count` counts lengths, and all paths of a length are taken
  ExpressionPtr count;  ///< nullptr: one
};

/// What a path may do twice: Trail walks no relationship twice, Acyclic meets no node twice, Simple may end where it
/// began, Walk may do all of it. Of GQL, ISO/IEC 39075.
enum class PathMode : std::uint8_t { Trail, Walk, Acyclic, Simple };

/// nodes[0] relationships[0] nodes[1] ...
struct Pattern {
  std::string name;  ///< of the path
  Span span;
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
  ShortestPath shortest = ShortestPath::No;
  std::optional<PathSelector> selector;
  PathMode mode = PathMode::Trail;
  ExpressionPtr where;  ///< in the brackets around a whole pattern: asked before paths are selected
  Slot slot = kNoSlot;
};

/// ((a)-->(b) WHERE ...){1,3}: its variables hold one value in it, and a list of them, one for each repetition,
/// outside.
struct QuantifiedPattern {
  struct Group {
    Slot inside = kNoSlot;
    Slot list = kNoSlot;
  };
  Pattern pattern;
  std::vector<Group> groups;                  ///< resolved
  std::shared_ptr<const MatchPlan> forward;   ///< resolved: from its first node to its last
  std::shared_ptr<const MatchPlan> backward;  ///< resolved
};

struct MatchClause {
  bool optional = false;
  bool may_repeat = false;  ///< REPEATABLE ELEMENTS: a relationship may be walked several times
  std::vector<Pattern> patterns;
  ExpressionPtr where;
  std::shared_ptr<const MatchPlan> plan;  ///< resolved
};

struct UnwindClause {
  ExpressionPtr list;
  std::string name;
  Span span;
  std::string number_name;  ///< of the item's place in the list; empty: none is wanted
  std::int64_t first_number = 0;
  Slot slot = kNoSlot;         ///< resolved
  Slot number_slot = kNoSlot;  ///< resolved
};

struct ProjectionItem {
  ExpressionPtr expression;
  std::string name;  ///< the alias, or the expression as it is spelled
  bool has_alias = false;
  Span span;
  Slot slot = kNoSlot;
  bool aggregates = false;  ///< resolved: it holds an aggregate
};

struct SortItem {
  ExpressionPtr expression;
  bool descending = false;
};

/// WITH and RETURN.
struct ProjectionClause {
  bool is_return = false;
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order;
  ExpressionPtr skip;
  ExpressionPtr limit;
  ExpressionPtr where;
  std::vector<FunctionCall*> aggregates;  ///< resolved: in items and order
  std::vector<Slot> kept;                 ///< resolved: what WHERE reads of the scope before
  Slot times = kNoSlot;                   ///< resolved: how many rows a row stands for; no slot, or null in it: one
};

struct CallClause {
  struct Yield {
    std::string column;
    std::string name;
    Span span;
    Slot slot = kNoSlot;
  };
  std::string procedure;
  Span span;
  std::vector<ExpressionPtr> arguments;
  bool optional = false;       ///< a row of nulls where it has none
  bool has_arguments = false;  ///< false: arguments are the parameters of the same names
  bool has_yield = false;
  bool yields_all = false;
  bool shows = false;  ///< SHOW: its columns are all variables for what follows
  std::vector<Yield> yields;
  ExpressionPtr where;
  const void* resolved = nullptr;  ///< resolved: the procedure
};

/// CALL { ... }, CALL (a, b) { ... }, CALL (*) { ... }
struct SubqueryClause {
  struct Import {
    std::string name;
    Span span;
  };
  std::unique_ptr<Query> query;
  bool optional = false;      ///< a row of nulls where it has none
  bool says_imports = false;  ///< in brackets; else a WITH at the beginning of a part does
  bool imports_all = false;
  std::vector<Import> imports;
};

/// WHEN a THEN ... WHEN b THEN ... ELSE ...: the first query whose condition a row meets.
struct ConditionalClause {
  struct Branch {
    ExpressionPtr when;  ///< nullptr: ELSE
    std::unique_ptr<Query> query;
  };
  std::vector<Branch> branches;
};

struct Clause {
  std::variant<MatchClause, UnwindClause, ProjectionClause, CallClause, SubqueryClause, ConditionalClause> of;
  Span span;
};

template <typename Kind>
[[nodiscard]] Kind* as(Clause& clause) {
  return std::get_if<Kind>(&clause.of);
}
template <typename Kind>
[[nodiscard]] const Kind* as(const Clause& clause) {
  return std::get_if<Kind>(&clause.of);
}
template <typename Kind>
[[nodiscard]] bool is(const Clause& clause) {
  return std::holds_alternative<Kind>(clause.of);
}

struct SingleQuery {
  std::vector<std::unique_ptr<Clause>> clauses;
  std::vector<Slot> columns;  ///< resolved: of what it returns, one after the other
};

/// Parts joined by UNION. Where a query stands in another, the columns of the first part are what comes out.
struct Query {
  std::vector<SingleQuery> parts;
  bool union_all = false;
  bool explain = false;
  bool profile = false;
  std::vector<std::string> notes;  ///< what is accepted and does nothing here, for the warnings
};

}  // namespace treatygraph::queries::cypher
