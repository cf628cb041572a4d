#pragma once
// The syntax tree of expressions: one struct for each kind, joined in a variant. The semantic pass fills in the members
// that are marked "resolved".

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "graph/ids.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/type_name.h"
#include "queries/cypher/values/value.h"

namespace treatygraph::queries::cypher {

struct AggregateEntry;
struct Expression;
struct FunctionEntry;
struct MatchPlan;
struct MatchStep;
struct Pattern;
struct Query;
using ExpressionPtr = std::unique_ptr<Expression>;
/// The position of a variable's value in a row.
using Slot = std::size_t;
inline constexpr Slot kNoSlot = static_cast<Slot>(-1);

/// A|B, A&B, !A, %, (...) and $(...): a condition on a node's labels or a relationship's type.
struct LabelExpression {
  enum class Kind : std::uint8_t { Name, Any, Not, And, Or, Dynamic } kind = Kind::Any;
  std::string name;
  std::vector<LabelExpression> parts;
  std::size_t argument = 0;      ///< of Dynamic: the index of its expression in FitsLabels::dynamic
  bool one_is_enough = false;    ///< of Dynamic: $any(...), which one of the names satisfies
  std::optional<LabelId> label;  ///< resolved, of Name
};

/// A constant in the query text.
struct Literal {
  Value value;
};

/// $name
struct ParameterRead {
  std::string name;
};

struct VariableRead {
  std::string name;
  /// It has no name: it reads the element of the surrounding pattern, or the operand of the surrounding CASE.
  bool is_this = false;
  Slot slot = kNoSlot;  ///< resolved
};

/// of.name
struct PropertyRead {
  ExpressionPtr of;
  std::string name;
  std::optional<PropertyId> property = {};  ///< resolved
  bool is_key = false;                      ///< resolved: for a node, it reads the node's key
  bool of_element = false;                  ///< resolved: `of` is known to be a node or a relationship
};

/// of:A:B, a plain list of labels that must all be present. Other label expressions are FitsLabels.
struct HasLabels {
  ExpressionPtr of;
  std::vector<std::string> names;
  std::vector<LabelId> labels;  ///< resolved: those that the graph has
  bool labels_known = true;     ///< resolved: every name is a label in the graph
};

/// of:A|!B and other label expressions that are not a plain list.
struct FitsLabels {
  ExpressionPtr of;
  std::string spelled;
  std::unique_ptr<LabelExpression> labels;
  std::vector<ExpressionPtr> dynamic;  ///< the expressions in $(...)
};

/// of IS [NOT] :: type
struct IsType {
  ExpressionPtr of;
  std::string spelled;
  std::unique_ptr<TypeName> type;
  bool is_negated = false;
};

/// of[index]
struct ElementOf {
  ExpressionPtr of;
  ExpressionPtr index;
};

/// of[from..to]
struct Slice {
  ExpressionPtr of;
  ExpressionPtr from;  ///< nullptr: from the first
  ExpressionPtr to;    ///< nullptr: to the last
};

struct ListLiteral {
  std::vector<ExpressionPtr> items;
};

struct MapEntry {
  std::string name;
  ExpressionPtr value;
};

struct MapLiteral {
  std::vector<MapEntry> entries;
};

/// of {.a, b: 1, .*}
struct MapProjection {
  ExpressionPtr of;
  std::vector<MapEntry> entries;
  bool has_all = false;
};

/// NOT of
struct Negation {
  ExpressionPtr of;
};

/// AND and OR take two or more operands, because a chain of them is one node. XOR takes two.
struct Logical {
  enum class Operator : std::uint8_t { And, Or, Xor } op = Operator::And;
  std::vector<ExpressionPtr> operands;
};

/// A chain as in 1 <= x <= 5: operands[0] operators[0] operands[1] ... It is true if every link is true.
struct Comparison {
  enum class Operator : std::uint8_t { Equal, NotEqual, Less, Greater, LessOrEqual, GreaterOrEqual };
  std::vector<ExpressionPtr> operands;
  std::vector<Operator> operators;
};

enum class ArithmeticOperator : std::uint8_t { Add, Subtract, Multiply, Divide, Modulo, Power };

/// left op right
struct Arithmetic {
  ArithmeticOperator op = ArithmeticOperator::Add;
  ExpressionPtr left;
  ExpressionPtr right;
};

/// -of, +of
struct Sign {
  bool is_negative = false;
  ExpressionPtr of;
};

/// left || right
struct Concatenation {
  ExpressionPtr left;
  ExpressionPtr right;
};

/// text STARTS WITH part, and so on. `Matches` is =~ with a regular expression.
struct TextPredicate {
  enum class Operator : std::uint8_t { StartsWith, EndsWith, Contains, Matches } op = Operator::StartsWith;
  ExpressionPtr text;
  ExpressionPtr part;
};

/// item IN list
struct Membership {
  ExpressionPtr item;
  ExpressionPtr list;
};

/// of IS [NOT] NULL
struct NullTest {
  ExpressionPtr of;
  bool is_negated = false;
};

/// A function or an aggregate; count(*) is a count without arguments.
struct FunctionCall {
  std::string name;
  std::vector<ExpressionPtr> arguments;
  bool distinct = false;
  bool counts_rows = false;                   ///< count(*)
  const FunctionEntry* function = nullptr;    ///< resolved
  const AggregateEntry* aggregate = nullptr;  ///< resolved
  Slot slot = kNoSlot;                        ///< resolved: of an aggregate's result
};

/// CASE operand WHEN ... THEN ... ELSE ... END, with or without an operand.
struct CaseExpression {
  struct Branch {
    ExpressionPtr when;
    ExpressionPtr then;
  };
  ExpressionPtr operand;  ///< nullptr: CASE WHEN condition ..., each `when` is a condition
  bool tests = false;     ///< with an operand: each `when` is a condition that reads it as the variable without a name
  std::vector<Branch> branches;
  ExpressionPtr otherwise;  ///< the ELSE; nullptr: null
  Slot slot = kNoSlot;      ///< resolved: of the operand, if `tests`
};

/// [name IN list WHERE where | item]
struct ListComprehension {
  std::string name;
  ExpressionPtr list;
  ExpressionPtr where;  ///< nullptr: all
  ExpressionPtr item;   ///< nullptr: the item itself
  Slot slot = kNoSlot;  ///< resolved
};

/// all(name IN list WHERE where)
struct Quantifier {
  enum class Kind : std::uint8_t { All, Any, None, Single } kind = Kind::All;
  std::string name;
  ExpressionPtr list;
  ExpressionPtr where;
  Slot slot = kNoSlot;  ///< resolved
};

/// reduce(sum = start, name IN list | step)
struct Reduce {
  std::string sum;
  ExpressionPtr start;
  std::string name;
  ExpressionPtr list;
  ExpressionPtr step;
  Slot sum_slot = kNoSlot;  ///< resolved
  Slot slot = kNoSlot;      ///< resolved
};

/// [pattern WHERE where | item]
struct PatternComprehension {
  std::unique_ptr<Pattern> pattern;
  ExpressionPtr where;  ///< nullptr: all
  ExpressionPtr item;
  std::shared_ptr<const MatchPlan> plan;  ///< resolved
};

/// A pattern as a condition: true if at least one path matches.
struct PatternPredicate {
  std::unique_ptr<Pattern> pattern;
  bool in_exists = false;                 ///< exists((a)-->(b)), which is allowed outside of WHERE too
  std::shared_ptr<const MatchPlan> plan;  ///< resolved
};

/// shortestPath(), one path or null; or allShortestPaths(), a list of paths.
struct ShortestPaths {
  std::unique_ptr<Pattern> pattern;
  std::shared_ptr<const MatchPlan> plan;  ///< resolved
};

/// EXISTS { }: whether there is a row. COUNT { }: the number of rows. COLLECT { }: a list of the values of their one
/// column.
struct Subquery {
  enum class Kind : std::uint8_t { Exists, Count, Collect } kind = Kind::Exists;
  std::unique_ptr<Query> query;
  const MatchStep* degree = nullptr;  ///< resolved, of Count: if set, the count is the number of hops of this step
};

using ExpressionNode =
    std::variant<Literal, ParameterRead, VariableRead, PropertyRead, HasLabels, FitsLabels, IsType, ElementOf, Slice,
                 ListLiteral, MapLiteral, MapProjection, Negation, Logical, Comparison, Arithmetic, Sign, Concatenation,
                 TextPredicate, Membership, NullTest, FunctionCall, CaseExpression, ListComprehension, Quantifier,
                 Reduce, PatternComprehension, PatternPredicate, ShortestPaths, Subquery>;

/// A node of the tree, with its place in the query text.
struct Expression {
  ExpressionNode node;
  Span span;
  std::uint32_t depth = 1;  ///< depth of the tree, including this node
};

/// The expression as a `Kind`; nullptr if it is another kind.
template <typename Kind>
[[nodiscard]] Kind* as(Expression& e) {
  return std::get_if<Kind>(&e.node);
}
template <typename Kind>
[[nodiscard]] const Kind* as(const Expression& e) {
  return std::get_if<Kind>(&e.node);
}
template <typename Kind>
[[nodiscard]] bool is(const Expression& e) {
  return std::holds_alternative<Kind>(e.node);
}

/// Calls `visitor` with the expression as its kind. The visitor needs an overload for each kind, so the compiler
/// reports a visitor that forgets a new kind. This is a switch because compilers inline it; std::visit calls through a
/// table.
template <typename Node, typename Visitor>
[[gnu::always_inline]] inline decltype(auto) visit_kind(Node& node, Visitor&& visitor) {
  static_assert(std::variant_size_v<ExpressionNode> == 30, "a case for each kind");
  switch (node.index()) {
    case 0:
      return visitor(*std::get_if<0>(&node));
    case 1:
      return visitor(*std::get_if<1>(&node));
    case 2:
      return visitor(*std::get_if<2>(&node));
    case 3:
      return visitor(*std::get_if<3>(&node));
    case 4:
      return visitor(*std::get_if<4>(&node));
    case 5:
      return visitor(*std::get_if<5>(&node));
    case 6:
      return visitor(*std::get_if<6>(&node));
    case 7:
      return visitor(*std::get_if<7>(&node));
    case 8:
      return visitor(*std::get_if<8>(&node));
    case 9:
      return visitor(*std::get_if<9>(&node));
    case 10:
      return visitor(*std::get_if<10>(&node));
    case 11:
      return visitor(*std::get_if<11>(&node));
    case 12:
      return visitor(*std::get_if<12>(&node));
    case 13:
      return visitor(*std::get_if<13>(&node));
    case 14:
      return visitor(*std::get_if<14>(&node));
    case 15:
      return visitor(*std::get_if<15>(&node));
    case 16:
      return visitor(*std::get_if<16>(&node));
    case 17:
      return visitor(*std::get_if<17>(&node));
    case 18:
      return visitor(*std::get_if<18>(&node));
    case 19:
      return visitor(*std::get_if<19>(&node));
    case 20:
      return visitor(*std::get_if<20>(&node));
    case 21:
      return visitor(*std::get_if<21>(&node));
    case 22:
      return visitor(*std::get_if<22>(&node));
    case 23:
      return visitor(*std::get_if<23>(&node));
    case 24:
      return visitor(*std::get_if<24>(&node));
    case 25:
      return visitor(*std::get_if<25>(&node));
    case 26:
      return visitor(*std::get_if<26>(&node));
    case 27:
      return visitor(*std::get_if<27>(&node));
    case 28:
      return visitor(*std::get_if<28>(&node));
    default:
      return visitor(*std::get_if<29>(&node));
  }
}

/// Several lambdas as the overloads of one visitor.
template <typename... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace treatygraph::queries::cypher
