#pragma once
// A query as the parser understands it. The semantic pass fills in what is marked "resolved".

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/ids.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/type_name.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

struct Expression;
struct Pattern;
struct Query;
using ExpressionPtr = std::unique_ptr<Expression>;
/// Where a variable's value stands in a row.
using Slot = std::size_t;
inline constexpr Slot kNoSlot = static_cast<Slot>(-1);

enum class ExpressionKind : std::uint8_t {
  Literal,      // value
  Parameter,    // name
  Variable,     // name; resolved: slot
  Property,     // arguments[0] . name
  HasLabels,    // arguments[0] : names
  FitsLabels,   // arguments[0] : label_expression
  IsType,       // arguments[0] IS :: type; keyword "not": IS NOT ::
  Element,      // arguments[0] [ arguments[1] ]
  Slice,        // arguments[0] [ arguments[1] .. arguments[2] ], either may be missing (nullptr)
  ListLiteral,  // arguments
  MapLiteral,   // names, arguments
  Not,          // arguments[0]
  And,          // arguments
  Or,           // arguments
  Xor,          // arguments
  Comparison,   // arguments[0] names[0] arguments[1] names[1] ...: a chain
  Add,          // two arguments, as below
  Subtract,
  Multiply,
  Divide,
  Modulo,
  Power,
  Negate,
  Plus,
  Concatenate,
  StartsWith,
  EndsWith,
  Contains,
  Matches,
  In,
  IsNull,
  IsNotNull,
  Call,                  // name, arguments, distinct: a function; resolved: function, or aggregate with its slot
  CountAll,              // count(*); resolved: slot
  Case,                  // [operand], when, then, when, then ..., [otherwise]: see has_operand, has_otherwise;
                         // keyword "tests": each `when` is a condition on the operand, which it reads as kThis
  ListComprehension,     // name IN arguments[0] WHERE arguments[1] | arguments[2], the last two may be missing
  Quantifier,            // keyword: all, any, none, single; name IN arguments[0] WHERE arguments[1]
  Reduce,                // keyword: accumulator = arguments[0], name IN arguments[1] | arguments[2]
  PatternComprehension,  // [ pattern WHERE arguments[0] | arguments[1] ]
  PatternPredicate,      // pattern: there is such a path
  ShortestPaths,         // pattern: the path, or with allShortestPaths() a list of them
  Exists,                // query: there is a row
  Count,                 // query: how many rows
  Collect,               // query: its rows' one column
  MapProjection,         // arguments[0] { names[i]: arguments[i] }, i from 1; no argument: all properties
};

/// The keyword of a variable without a name: what the pattern, or the CASE, that it stands in is about.
inline constexpr std::string_view kThis = "this";

/// A|B, A&B, !A, %, (...) and $(...): which labels a node, or which type a relationship must have.
struct LabelExpression {
  enum class Kind : std::uint8_t { Name, Any, Not, And, Or, Dynamic } kind = Kind::Any;
  std::string name;
  std::vector<LabelExpression> parts;
  std::size_t argument = 0;      ///< of Dynamic: which of the expression's arguments says the names
  bool one_is_enough = false;    ///< of Dynamic: $any(...)
  std::optional<LabelId> label;  ///< resolved, of Name
};

struct FunctionEntry;
struct AggregateEntry;
struct MatchPlan;
struct MatchStep;

struct Expression {
  ExpressionKind kind = ExpressionKind::Literal;
  Span span;
  std::vector<ExpressionPtr> arguments;
  std::string name;
  std::vector<std::string> names;
  std::string keyword;
  Value value;
  std::unique_ptr<Pattern> pattern;
  std::unique_ptr<Query> query;
  std::shared_ptr<LabelExpression> label_expression;  ///< of FitsLabels, spelled as `name`
  std::shared_ptr<const TypeName> type;               ///< of IsType, spelled as `name`
  bool distinct = false;
  bool has_operand = false;
  bool has_otherwise = false;
  std::size_t depth = 1;  ///< of the tree below, this node counted

  Slot slot = kNoSlot;         ///< resolved: of the variable, of the loop's variable, of an aggregate's result
  Slot accumulator = kNoSlot;  ///< resolved
  const FunctionEntry* function = nullptr;    ///< resolved
  const AggregateEntry* aggregate = nullptr;  ///< resolved
  std::vector<LabelId> labels;                ///< resolved, of HasLabels: those that the graph has
  bool labels_known = true;                   ///< resolved: every name is a label of the graph
  std::optional<PropertyId> property;         ///< resolved, of Property
  bool is_key = false;                        ///< resolved, of Property: of a node it is the key
  bool of_element = false;                    ///< resolved, of Property: of a node or a relationship, as the text shows
  std::shared_ptr<const MatchPlan> plan;      ///< resolved, of a pattern
  const MatchStep* degree = nullptr;          ///< resolved, of Count: all that it counts are the hops of this step
};

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
  Slot slot = kNoSlot;
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
  std::vector<Expression*> aggregates;  ///< resolved: in items and order
  std::vector<Slot> kept;               ///< resolved: what WHERE reads of the scope before
  Slot times = kNoSlot;                 ///< resolved: how many rows a row stands for; no slot, or null in it: one
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
  enum class Kind : std::uint8_t { Match, Unwind, Projection, Call, Subquery, Conditional } kind = Kind::Match;
  Span span;
  MatchClause match;
  UnwindClause unwind;
  ProjectionClause projection;
  CallClause call;
  SubqueryClause subquery;
  ConditionalClause conditional;
};

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
