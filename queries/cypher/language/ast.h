#pragma once
// A query as the parser understands it. The semantic pass fills in what is marked "resolved".

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/ids.h"
#include "queries/cypher/values/error.h"
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
  StartsWith,
  EndsWith,
  Contains,
  Matches,
  In,
  IsNull,
  IsNotNull,
  Call,                  // name, arguments, distinct: a function; resolved: function, or aggregate with its slot
  CountAll,              // count(*); resolved: slot
  Case,                  // [operand], when, then, when, then ..., [otherwise]: see has_operand, has_otherwise
  ListComprehension,     // name IN arguments[0] WHERE arguments[1] | arguments[2], the last two may be missing
  Quantifier,            // keyword: all, any, none, single; name IN arguments[0] WHERE arguments[1]
  Reduce,                // keyword: accumulator = arguments[0], name IN arguments[1] | arguments[2]
  PatternComprehension,  // [ pattern WHERE arguments[0] | arguments[1] ]
  PatternPredicate,      // pattern: there is such a path
  Exists,                // query: there is a row
  Count,                 // query: how many rows
  Collect,               // query: its rows' one column
  MapProjection,         // arguments[0] { names[i]: arguments[i] }, i from 1; no argument: all properties
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
  std::shared_ptr<const MatchPlan> plan;      ///< resolved, of a pattern
  const MatchStep* degree = nullptr;          ///< resolved, of Count: all that it counts are the hops of this step
};

struct NodePattern {
  std::string name;  ///< empty: anonymous
  Span span;
  std::vector<std::string> labels;
  ExpressionPtr properties;  ///< a map, or nullptr
  Slot slot = kNoSlot;       ///< resolved; anonymous nodes have one, too
  bool binds = false;        ///< resolved: the variable has no value before this clause
};

struct RelationshipPattern {
  std::string name;
  Span span;
  std::vector<std::string> types;  ///< empty: any
  Direction direction = Direction::Both;
  ExpressionPtr properties;
  bool variable_length = false;
  std::int64_t min = 1;
  std::optional<std::int64_t> max;
  Slot slot = kNoSlot;
  bool binds = false;
};

enum class ShortestPath : std::uint8_t { No, One, All };

/// nodes[0] relationships[0] nodes[1] ...
struct Pattern {
  std::string name;  ///< of the path
  Span span;
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
  ShortestPath shortest = ShortestPath::No;
  Slot slot = kNoSlot;
};

struct MatchClause {
  bool optional = false;
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
  bool has_arguments = false;  ///< false: arguments are the parameters of the same names
  bool has_yield = false;
  bool yields_all = false;
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
  bool says_imports = false;  ///< in brackets; else a WITH at the beginning of a part does
  bool imports_all = false;
  std::vector<Import> imports;
  std::vector<std::vector<Slot>> columns;  ///< resolved: of each part; those of the first are what comes out
};

struct Clause {
  enum class Kind : std::uint8_t { Match, Unwind, Projection, Call, Subquery } kind = Kind::Match;
  Span span;
  MatchClause match;
  UnwindClause unwind;
  ProjectionClause projection;
  CallClause call;
  SubqueryClause subquery;
};

struct SingleQuery {
  std::vector<std::unique_ptr<Clause>> clauses;
};

/// Parts joined by UNION.
struct Query {
  std::vector<SingleQuery> parts;
  bool union_all = false;
  bool explain = false;
  bool profile = false;
};

}  // namespace treatygraph::queries::cypher
