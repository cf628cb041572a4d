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
  std::vector<ExpressionPtr> conditions;  ///< label expressions beyond a plain list, and WHERE inside the brackets
  Slot slot = kNoSlot;                    ///< resolved; anonymous nodes have one as well
  bool binds = false;                     ///< resolved: the variable is introduced by this clause
};

struct QuantifiedPattern;

/// A relationship, a variable-length relationship, or a quantified pattern.
struct RelationshipPattern {
  std::string name;
  Span span;
  std::vector<std::string> types;                  ///< empty: any
  std::optional<LabelExpression> type_expression;  ///< if a plain list of types is not enough
  std::vector<ExpressionPtr> conditions;
  Direction direction = Direction::Both;
  ExpressionPtr properties;
  bool variable_length = false;
  std::int64_t min = 1;
  std::optional<std::int64_t> max;
  std::shared_ptr<QuantifiedPattern> part;  ///< the part repeated `min` to `max` times
  Slot slot = kNoSlot;                      ///< for `part`: the list of all relationships walked, in path order
  bool binds = false;
};

enum class ShortestPath : std::uint8_t { No, One, All };

/// SHORTEST 3, ANY, ALL SHORTEST, SHORTEST 2 GROUPS: which paths are selected for each pair of ends.
struct PathSelector {
  bool groups = false;  ///< `count` counts distinct lengths, and all paths of a length are selected
  ExpressionPtr count;  ///< nullptr: one
};

/// What a path may repeat: Trail repeats no relationship, Acyclic no node, Simple no node except that it may end where
/// it began, Walk anything. From GQL, ISO/IEC 39075.
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
  ExpressionPtr where;  ///< inside brackets around the whole pattern: applied before path selection
  Slot slot = kNoSlot;
};

/// ((a)-->(b) WHERE ...){1,3}: its variables have one value inside, and outside a list with one value per repetition.
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
  bool may_repeat = false;  ///< REPEATABLE ELEMENTS: relationships may repeat
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
  std::string name;  ///< the alias, or the text of the expression
  bool has_alias = false;
  Span span;
  Slot slot = kNoSlot;
  bool aggregates = false;  ///< resolved: it contains an aggregate
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
  std::vector<Slot> kept;                 ///< resolved: what WHERE reads from the previous scope
  Slot times = kNoSlot;                   ///< resolved: how many rows a row represents; no slot or null: one
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
  bool optional = false;       ///< a row of nulls if there is none
  bool has_arguments = false;  ///< false: the arguments are query parameters with the same names
  bool has_yield = false;
  bool yields_all = false;
  bool shows = false;  ///< SHOW: all its columns become variables
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
  bool optional = false;      ///< a row of nulls if there is none
  bool says_imports = false;  ///< in brackets; else a WITH at the beginning of a part does
  bool imports_all = false;
  std::vector<Import> imports;
};

/// WHEN a THEN ... WHEN b THEN ... ELSE ...: runs the first query whose condition holds for the row.
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
  std::vector<Slot> columns;  ///< resolved: slots of its columns
};

/// Parts joined by UNION. In a subquery, the columns of the first part are the result.
struct Query {
  std::vector<SingleQuery> parts;
  bool union_all = false;
  bool explain = false;
  bool profile = false;
  std::vector<std::string> notes;  ///< accepted syntax without effect here, for warnings
};

}  // namespace treatygraph::queries::cypher
