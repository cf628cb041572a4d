#pragma once
// The syntax tree of a query: clauses and patterns. The parser creates it, and the semantic pass (meaning/) fills in
// the members that are marked "resolved". Expressions are in expression.h.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/ids.h"
#include "queries/cypher/language/expression.h"

namespace treatygraph::queries::cypher {

/// (a:Article {num: '5'} WHERE a.heading IS NOT NULL)
struct NodePattern {
  std::string name;  ///< empty if the node is anonymous
  Span span;
  std::vector<std::string> labels;
  ExpressionPtr properties;               ///< a map, or nullptr
  std::vector<ExpressionPtr> conditions;  ///< label expressions beyond a plain list, and WHERE inside the brackets
  Slot slot = kNoSlot;                    ///< resolved; anonymous nodes have one too
  bool binds = false;                     ///< resolved: this clause introduces the variable
};

struct QuantifiedPattern;

/// A relationship, a variable-length relationship, or a quantified pattern.
struct RelationshipPattern {
  std::string name;
  Span span;
  std::vector<std::string> types;                  ///< empty: any
  std::optional<LabelExpression> type_expression;  ///< set if the types are not a plain list, e.g. !A
  std::vector<ExpressionPtr> conditions;
  Direction direction = Direction::Both;
  ExpressionPtr properties;
  bool variable_length = false;
  /// The bounds of a variable length, in hops, or in repetitions of `part`. No `max` means no upper bound.
  std::int64_t min = 1;
  std::optional<std::int64_t> max;
  std::shared_ptr<QuantifiedPattern> part;  ///< the part repeated `min` to `max` times
  Slot slot = kNoSlot;                      ///< for `part`: the list of all relationships walked, in path order
  bool binds = false;
};

/// shortestPath() and allShortestPaths(), the older notation. SHORTEST and ANY are a PathSelector.
enum class ShortestPath : std::uint8_t { No, One, All };

/// SHORTEST 3, ANY, ALL SHORTEST, SHORTEST 2 GROUPS: which paths are selected for each pair of ends.
struct PathSelector {
  bool groups = false;  ///< `count` counts distinct lengths, and all paths of a length are selected
  ExpressionPtr count;  ///< nullptr: one
};

/// What a path may repeat. A Trail repeats no relationship. An Acyclic path repeats no node. A Simple path repeats no
/// node, but may end where it began. A Walk may repeat anything. The terms are those of GQL, ISO/IEC 39075.
enum class PathMode : std::uint8_t { Trail, Walk, Acyclic, Simple };

/// A path pattern: nodes[0] relationships[0] nodes[1] ... There is one node more than there are relationships.
struct Pattern {
  std::string name;  ///< of the path variable; empty if there is none
  Span span;
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
  ShortestPath shortest = ShortestPath::No;
  std::optional<PathSelector> selector;
  PathMode mode = PathMode::Trail;
  ExpressionPtr where;  ///< WHERE in brackets around the whole pattern; it is applied before paths are selected
  Slot slot = kNoSlot;  ///< resolved: of the path
};

/// ((a)-->(b) WHERE ...){1,3}. Inside the part, a variable has one value. Outside, it is a list with one value for each
/// repetition.
struct QuantifiedPattern {
  /// The two slots of one variable: that of its value inside, and that of its list outside.
  struct Group {
    Slot inside = kNoSlot;
    Slot list = kNoSlot;
  };
  Pattern pattern;
  std::vector<Group> groups;                  ///< resolved
  std::shared_ptr<const MatchPlan> forward;   ///< resolved: from its first node to its last
  std::shared_ptr<const MatchPlan> backward;  ///< resolved
};

/// MATCH and OPTIONAL MATCH. All patterns of one clause share the rule that no relationship is used twice.
struct MatchClause {
  bool optional = false;
  bool may_repeat = false;  ///< REPEATABLE ELEMENTS: relationships may repeat
  std::vector<Pattern> patterns;
  ExpressionPtr where;
  std::shared_ptr<const MatchPlan> plan;  ///< resolved
};

/// UNWIND list AS name, and GQL's FOR name IN list [WITH ORDINALITY number | WITH OFFSET number].
struct UnwindClause {
  ExpressionPtr list;
  std::string name;
  Span span;
  std::string number_name;  ///< variable for the position in the list; empty if the query does not ask for it
  std::int64_t first_number = 0;
  Slot slot = kNoSlot;         ///< resolved
  Slot number_slot = kNoSlot;  ///< resolved
};

/// One column of a WITH or RETURN.
struct ProjectionItem {
  ExpressionPtr expression;
  std::string name;  ///< the alias, or the text of the expression
  bool has_alias = false;
  Span span;
  Slot slot = kNoSlot;
  bool aggregates = false;  ///< resolved: it contains an aggregate
};

/// One key of ORDER BY.
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
  std::vector<FunctionCall*> aggregates;  ///< resolved: all aggregates in `items` and `order`
  std::vector<Slot> kept;                 ///< resolved: the slots that WHERE reads
  Slot times = kNoSlot;                   ///< resolved: how many rows one row stands for; no slot, or null in it: one
};

/// CALL procedure(...) YIELD ..., also the call that a SHOW command is turned into.
struct CallClause {
  /// A column of the procedure and the variable that it becomes.
  struct Yield {
    std::string column;
    std::string name;
    Span span;
    Slot slot = kNoSlot;
  };
  std::string procedure;
  Span span;
  std::vector<ExpressionPtr> arguments;
  bool optional = false;       ///< OPTIONAL CALL: a row of nulls if the procedure returns no row
  bool has_arguments = false;  ///< false: the arguments are the query parameters with the names of the inputs
  bool has_yield = false;
  bool yields_all = false;
  bool shows = false;  ///< SHOW: all its columns become variables
  std::vector<Yield> yields;
  ExpressionPtr where;
  const void* resolved = nullptr;  ///< resolved: a `const Procedure*`; the table of procedures owns it
};

/// CALL { ... }, CALL (a, b) { ... }, CALL (*) { ... }
struct SubqueryClause {
  struct Import {
    std::string name;
    Span span;
  };
  std::unique_ptr<Query> query;
  bool optional = false;      ///< OPTIONAL CALL: a row of nulls if the query returns no row
  bool says_imports = false;  ///< imports are in brackets; without brackets, a first WITH imports
  bool imports_all = false;
  std::vector<Import> imports;
};

/// WHEN a THEN ... WHEN b THEN ... ELSE ...: runs the first query whose condition is true for the row.
struct ConditionalClause {
  struct Branch {
    ExpressionPtr when;  ///< nullptr: ELSE
    std::unique_ptr<Query> query;
  };
  std::vector<Branch> branches;
};

/// Any clause, with its place in the query text.
struct Clause {
  std::variant<MatchClause, UnwindClause, ProjectionClause, CallClause, SubqueryClause, ConditionalClause> of;
  Span span;
};

/// The clause as a `Kind`; nullptr if it is another kind.
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

/// A sequence of clauses: a whole query, or one part of a UNION.
struct SingleQuery {
  std::vector<std::unique_ptr<Clause>> clauses;
  std::vector<Slot> columns;  ///< resolved: slots of its columns
};

/// One or more parts joined by UNION. In a subquery, the other parts copy their columns to the slots of the first part.
struct Query {
  std::vector<SingleQuery> parts;
  bool union_all = false;
  bool explain = false;
  bool profile = false;
  std::vector<std::string> notes;  ///< warnings about accepted syntax without effect, such as USING INDEX
};

}  // namespace treatygraph::queries::cypher
