// Expressions, by precedence climbing. From loose to tight: OR, XOR, AND, NOT, comparisons, predicates (IN, STARTS
// WITH, IS NULL ...), + and -, * / %, ^, signs, then postfix operators. The numbers below are the precedences; infix()
// parses one level and calls itself for the next tighter one.

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "queries/cypher/language/expression_parts.h"
#include "queries/cypher/language/parser_rules.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

constexpr int kOr = 1;
constexpr int kNot = 4;
constexpr int kComparison = 5;
constexpr int kPredicate = 6;
constexpr int kUnary = 10;

/// A left-associative operator with two operands. For `||`, `op` is empty: it is neither logical nor arithmetic.
struct InfixOperator {
  std::string_view spelled;
  int precedence;
  std::variant<Logical::Operator, ArithmeticOperator, std::monostate> op;
};

const InfixOperator* infix_operator(const Token& token) {
  using L = Logical::Operator;
  using A = ArithmeticOperator;
  static constexpr std::array<InfixOperator, 10> kOperators = {{{"OR", kOr, L::Or},
                                                                {"XOR", 2, L::Xor},
                                                                {"AND", 3, L::And},
                                                                {"+", 7, A::Add},
                                                                {"-", 7, A::Subtract},
                                                                {"||", 7, std::monostate()},
                                                                {"*", 8, A::Multiply},
                                                                {"/", 8, A::Divide},
                                                                {"%", 8, A::Modulo},
                                                                {"^", 9, A::Power}}};
  for (const auto& op : kOperators) {
    const bool is_word = std::holds_alternative<L>(op.op);
    if (is_word ? is_keyword(token, op.spelled) : token.kind == TokenKind::Symbol && token.spelled == op.spelled) {
      return &op;
    }
  }
  return nullptr;
}

std::optional<Comparison::Operator> comparison_operator(const Token& token) {
  using Op = Comparison::Operator;
  constexpr std::array<std::pair<std::string_view, Op>, 7> kSymbols = {{{"=", Op::Equal},
                                                                        {"<>", Op::NotEqual},
                                                                        {"!=", Op::NotEqual},
                                                                        {"<", Op::Less},
                                                                        {">", Op::Greater},
                                                                        {"<=", Op::LessOrEqual},
                                                                        {">=", Op::GreaterOrEqual}}};
  if (token.kind != TokenKind::Symbol) return std::nullopt;
  const auto* const found = std::ranges::find(kSymbols, token.spelled, [](const auto& symbol) { return symbol.first; });
  return found == kSymbols.end() ? std::nullopt : std::optional(found->second);
}

std::vector<ExpressionPtr> one(ExpressionPtr only) {
  std::vector<ExpressionPtr> all;
  all.push_back(std::move(only));
  return all;
}

std::vector<ExpressionPtr> two(ExpressionPtr left, ExpressionPtr right) {
  auto both = one(std::move(left));
  both.push_back(std::move(right));
  return both;
}

}  // namespace

/// Makes a node of the tree, with its place from token `start` to here and its depth.
ExpressionPtr Parser::node_of(ExpressionNode node, std::size_t start) const {
  // "1 + 1 + 1 ..." has no brackets, but its tree is deep, and walking it is recursive.
  constexpr std::size_t kDeepest = 1'000;
  BudgetInForce::spend();
  auto made = std::make_unique<Expression>();
  made->node = std::move(node);
  made->span = span_from(start);
  for_each_part(*made, [&](const ExpressionPtr& part) { made->depth = std::max(made->depth, part->depth + 1); });
  if (made->depth > kDeepest) {
    syntax_error("QueryTooComplex", fmt::format("an expression of more than {} steps, one upon the other", kDeepest),
                 made->span);
  }
  return made;
}

ExpressionPtr Parser::any_of(std::vector<ExpressionPtr> conditions, std::size_t start) const {
  return node_of(Logical{Logical::Operator::Or, std::move(conditions)}, start);
}

ExpressionPtr Parser::both(ExpressionPtr left, ExpressionPtr right, std::size_t start) const {
  return node_of(Logical{Logical::Operator::And, two(std::move(left), std::move(right))}, start);
}

ExpressionPtr Parser::equal(ExpressionPtr left, ExpressionPtr right, std::size_t start) const {
  return node_of(Comparison{two(std::move(left), std::move(right)), {Comparison::Operator::Equal}}, start);
}

ExpressionPtr Parser::expression() {
  const Nesting nesting(*this);
  return infix(kOr);
}

/// An expression of at least this precedence.
ExpressionPtr Parser::infix(int precedence) {
  const auto start = at_;
  if (precedence == kNot) {
    if (!sees_word("NOT")) return infix(kComparison);
    const Nesting nesting(*this);
    ++at_;
    auto operand = infix(kNot);
    return node_of(Negation{std::move(operand)}, start);
  }
  if (precedence == kComparison) return comparison_chain(infix(kPredicate), start);
  if (precedence == kPredicate) return predicates(kPredicate + 1);
  if (precedence == kUnary) return unary();
  auto left = infix(precedence + 1);
  for (const auto* op = infix_operator(peek()); op != nullptr && op->precedence == precedence;
       op = infix_operator(peek())) {
    ++at_;
    auto right = infix(precedence + 1);
    if (const auto* logical = std::get_if<Logical::Operator>(&op->op)) {
      left = logical_of(*logical, std::move(left), std::move(right), start);
    } else if (const auto* arithmetic = std::get_if<ArithmeticOperator>(&op->op)) {
      left = node_of(Arithmetic{*arithmetic, std::move(left), std::move(right)}, start);
    } else {
      left = node_of(Concatenation{std::move(left), std::move(right)}, start);
    }
  }
  return left;
}

/// a AND b AND c is one node with three operands, so a long chain makes no deep tree. XOR is not chained.
ExpressionPtr Parser::logical_of(Logical::Operator op, ExpressionPtr left, ExpressionPtr right,
                                 std::size_t start) const {
  auto* chain = as<Logical>(*left);
  if (op == Logical::Operator::Xor || chain == nullptr || chain->op != op) {
    return node_of(Logical{op, two(std::move(left), std::move(right))}, start);
  }
  left->depth = std::max(left->depth, right->depth + 1);
  chain->operands.push_back(std::move(right));
  left->span = span_from(start);
  return left;
}

bool Parser::sees_comparison() const {
  return comparison_operator(peek()).has_value();
}

ExpressionPtr Parser::comparison_chain(ExpressionPtr first, std::size_t start) {
  if (!sees_comparison()) return first;
  return comparisons_after(std::move(first), start);
}

/// The rest of a < b <= c, after its first operand.
ExpressionPtr Parser::comparisons_after(ExpressionPtr first, std::size_t start) {
  Comparison made;
  made.operands.push_back(std::move(first));
  while (const auto op = comparison_operator(peek())) {
    made.operators.push_back(*op);
    ++at_;
    made.operands.push_back(infix(kPredicate));
  }
  return node_of(std::move(made), start);
}

ExpressionPtr Parser::predicates(int tighter) {
  const auto start = at_;
  return predicates_after(infix(tighter), start);
}

/// IN, STARTS WITH, =~, IS and so on, after their left operand.
ExpressionPtr Parser::predicates_after(ExpressionPtr left, std::size_t start) {
  using Op = TextPredicate::Operator;
  const auto of_text = [&](Op op) {
    auto part = infix(kPredicate + 1);
    left = node_of(TextPredicate{op, std::move(left), std::move(part)}, start);
  };
  for (;;) {
    if (sees_word("STARTS") && sees_word("WITH", 1)) {
      at_ += 2;
      of_text(Op::StartsWith);
    } else if (sees_word("ENDS") && sees_word("WITH", 1)) {
      at_ += 2;
      of_text(Op::EndsWith);
    } else if (eat_word("CONTAINS")) {
      of_text(Op::Contains);
    } else if (eat("=~")) {
      of_text(Op::Matches);
    } else if (eat_word("IN")) {
      auto list = infix(kPredicate + 1);
      left = node_of(Membership{std::move(left), std::move(list)}, start);
    } else if (sees_word("IS") || (sees(":") && sees(":", 1))) {
      left = is_predicate(std::move(left), start);
    } else {
      return left;
    }
  }
}

/// IS [NOT] NULL, IS [NOT] :: TYPE, IS [NOT] NFC NORMALIZED, IS LABEL, and :: TYPE without IS.
ExpressionPtr Parser::is_predicate(ExpressionPtr left, std::size_t start) {
  const auto before = at_;
  eat_word("IS");
  const bool is_not = eat_word("NOT");
  if (eat_word("NULL")) return node_of(NullTest{std::move(left), is_not}, start);
  const auto type_start = at_;
  if (eat_type_mark()) {
    auto type = std::make_unique<TypeName>(type_name());
    return node_of(IsType{std::move(left), text_from(type_start), std::move(type), is_not}, start);
  }
  if (sees_word("NORMALIZED") || sees_word("NORMALIZED", 1)) {
    auto made = is_normalized(std::move(left), start);
    return is_not ? node_of(Negation{std::move(made)}, start) : std::move(made);
  }
  if (is_not) unexpected("NULL, :: and a type, or NORMALIZED");
  at_ = before;
  return label_predicate(std::move(left), start);
}

ExpressionPtr Parser::is_normalized(ExpressionPtr left, std::size_t start) {
  auto arguments = one(std::move(left));
  if (!sees_word("NORMALIZED")) {
    const auto form = at_;
    arguments.push_back(literal_of(need_name("NFC, NFD, NFKC or NFKD"), form));
  }
  need_word("NORMALIZED");
  return call_of("isNormalized", start, std::move(arguments));
}

ExpressionPtr Parser::call_of(std::string name, std::size_t start, std::vector<ExpressionPtr> arguments) const {
  return node_of(FunctionCall{std::move(name), std::move(arguments)}, start);
}

ExpressionPtr Parser::literal_of(Value value, std::size_t start) const {
  return node_of(Literal{std::move(value)}, start);
}

ExpressionPtr Parser::variable_of(std::string name, std::size_t start) const {
  return node_of(VariableRead{std::move(name)}, start);
}

ExpressionPtr Parser::unary() {
  const auto start = at_;
  if (!sees("-") && !sees("+")) return postfix();
  const Nesting nesting(*this);
  const bool negative = sees("-");
  ++at_;
  // -9223372036854775808 is a literal, although its absolute value is out of range. Before . or [ the sign applies to
  // the whole.
  if (negative && (peek().kind == TokenKind::Integer || peek().kind == TokenKind::Float) && !sees(".", 1) &&
      !sees("[", 1)) {
    auto made = number(true);
    made->span = span_from(start);
    return made;
  }
  auto operand = unary();
  return node_of(Sign{negative, std::move(operand)}, start);
}

/// A value and what follows it: .name, [index], :Label, {map projection}.
ExpressionPtr Parser::postfix() {
  const auto start = at_;
  auto left = atom();
  for (;;) {
    if (eat(".")) {
      auto name = need_name("the name of a property");
      left = node_of(PropertyRead{std::move(left), std::move(name)}, start);
    } else if (eat("[")) {
      left = element(std::move(left), start);
    } else if (sees(":") && !sees(":", 1) && is<VariableRead>(*left)) {
      left = label_predicate(std::move(left), start);
    } else if (sees("{") && is<VariableRead>(*left)) {
      left = map_projection(std::move(left), start);
    } else {
      return left;
    }
  }
}

/// After [ an index, or a slice: [1], [1..3], [..3].
ExpressionPtr Parser::element(ExpressionPtr of, std::size_t start) {
  auto first = sees("..") ? nullptr : expression();
  if (!eat("..")) {
    need("]");
    return node_of(ElementOf{std::move(of), std::move(first)}, start);
  }
  auto last = sees("]") ? nullptr : expression();
  need("]");
  return node_of(Slice{std::move(of), std::move(first), std::move(last)}, start);
}

}  // namespace treatygraph::queries::cypher
