// Expressions, by precedence climbing. From loose to tight: OR, XOR, AND, NOT, comparisons, predicates (IN, STARTS
// WITH, IS NULL ...), + and -, * / %, ^, signs, then what stands behind a value.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "queries/cypher/language/parser_rules.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

struct Operator {
  std::string_view spelled;
  int precedence;
  ExpressionKind kind;
};

constexpr int kOr = 1;
constexpr int kNot = 4;
constexpr int kComparison = 5;
constexpr int kPredicate = 6;
constexpr int kUnary = 10;

constexpr std::array<Operator, 10> kOperators = {{{"OR", kOr, ExpressionKind::Or},
                                                  {"XOR", 2, ExpressionKind::Xor},
                                                  {"AND", 3, ExpressionKind::And},
                                                  {"+", 7, ExpressionKind::Add},
                                                  {"-", 7, ExpressionKind::Subtract},
                                                  {"||", 7, ExpressionKind::Concatenate},
                                                  {"*", 8, ExpressionKind::Multiply},
                                                  {"/", 8, ExpressionKind::Divide},
                                                  {"%", 8, ExpressionKind::Modulo},
                                                  {"^", 9, ExpressionKind::Power}}};

const Operator* operator_of(const Token& token) {
  for (const auto& op : kOperators) {
    const bool is_word = op.spelled.size() > 1 && op.spelled != "||";
    if (is_word ? is_keyword(token, op.spelled) : token.kind == TokenKind::Symbol && token.spelled == op.spelled) {
      return &op;
    }
  }
  return nullptr;
}

bool is_comparison(const Token& token) {
  constexpr std::array<std::string_view, 7> kSymbols = {"=", "<>", "<", ">", "<=", ">=", "!="};
  return token.kind == TokenKind::Symbol && std::ranges::find(kSymbols, token.spelled) != kSymbols.end();
}

std::vector<ExpressionPtr> two(ExpressionPtr left, ExpressionPtr right) {
  std::vector<ExpressionPtr> both;
  both.push_back(std::move(left));
  both.push_back(std::move(right));
  return both;
}

std::vector<ExpressionPtr> one(ExpressionPtr only) {
  std::vector<ExpressionPtr> all;
  all.push_back(std::move(only));
  return all;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

}  // namespace

ExpressionPtr Parser::node_of(ExpressionKind kind, std::size_t start, std::vector<ExpressionPtr> arguments) const {
  // "1 + 1 + 1 ..." nests nothing in brackets, but its tree is as deep, and whoever walks it calls himself.
  constexpr std::size_t kDeepest = 1'000;
  BudgetInForce::spend();
  auto made = std::make_unique<Expression>();
  made->kind = kind;
  made->span = span_from(start);
  for (const auto& argument : arguments) {
    if (argument) made->depth = std::max(made->depth, argument->depth + 1);
  }
  if (made->depth > kDeepest) {
    syntax_error("QueryTooComplex", fmt::format("an expression of more than {} steps, one upon the other", kDeepest),
                 made->span);
  }
  made->arguments = std::move(arguments);
  return made;
}

ExpressionPtr Parser::expression() {
  const Nesting nesting(*this);
  return infix(kOr);
}

ExpressionPtr Parser::infix(int precedence) {
  const auto start = at_;
  if (precedence == kNot) {
    if (!sees_word("NOT")) return infix(kComparison);
    const Nesting nesting(*this);
    ++at_;
    auto operand = infix(kNot);
    return node_of(ExpressionKind::Not, start, one(std::move(operand)));
  }
  if (precedence == kComparison) return comparison_chain(infix(kPredicate), start);
  if (precedence == kPredicate) return predicates(kPredicate + 1);
  if (precedence == kUnary) return unary();
  auto left = infix(precedence + 1);
  for (const auto* op = operator_of(peek()); op != nullptr && op->precedence == precedence; op = operator_of(peek())) {
    ++at_;
    auto right = infix(precedence + 1);
    const bool is_chain = op->kind == ExpressionKind::And || op->kind == ExpressionKind::Or;
    if (is_chain && left->kind == op->kind) {  // however many: one level
      left->depth = std::max(left->depth, right->depth + 1);
      left->arguments.push_back(std::move(right));
      left->span = span_from(start);
    } else {
      left = node_of(op->kind, start, two(std::move(left), std::move(right)));
    }
  }
  return left;
}

ExpressionPtr Parser::comparison_chain(ExpressionPtr first, std::size_t start) {
  if (!is_comparison(peek())) return first;
  return comparisons_after(std::move(first), start);
}

ExpressionPtr Parser::comparisons_after(ExpressionPtr first, std::size_t start) {
  auto arguments = one(std::move(first));
  std::vector<std::string> operators;
  while (is_comparison(peek())) {
    operators.emplace_back(sees("!=") ? "<>" : peek().spelled);
    ++at_;
    arguments.push_back(infix(kPredicate));
  }
  auto made = node_of(ExpressionKind::Comparison, start, std::move(arguments));
  made->names = std::move(operators);
  return made;
}

ExpressionPtr Parser::predicates(int tighter) {
  const auto start = at_;
  return predicates_after(infix(tighter), start);
}

ExpressionPtr Parser::predicates_after(ExpressionPtr left, std::size_t start) {
  const auto with = [&](ExpressionKind kind) {
    auto right = infix(kPredicate + 1);
    left = node_of(kind, start, two(std::move(left), std::move(right)));
  };
  for (;;) {
    if (sees_word("STARTS") && sees_word("WITH", 1)) {
      at_ += 2;
      with(ExpressionKind::StartsWith);
    } else if (sees_word("ENDS") && sees_word("WITH", 1)) {
      at_ += 2;
      with(ExpressionKind::EndsWith);
    } else if (eat_word("CONTAINS")) {
      with(ExpressionKind::Contains);
    } else if (eat("=~")) {
      with(ExpressionKind::Matches);
    } else if (eat_word("IN")) {
      with(ExpressionKind::In);
    } else if (sees_word("IS")) {
      left = is_predicate(std::move(left), start);
    } else if (sees(":") && sees(":", 1)) {
      left = is_predicate(std::move(left), start);
    } else {
      return left;
    }
  }
}

/// IS [NOT] NULL, IS [NOT] :: TYPE, IS [NOT] NFC NORMALIZED, IS LABEL
ExpressionPtr Parser::is_predicate(ExpressionPtr left, std::size_t start) {
  const auto before = at_;
  eat_word("IS");
  const bool is_not = eat_word("NOT");
  if (eat_word("NULL")) {
    return node_of(is_not ? ExpressionKind::IsNotNull : ExpressionKind::IsNull, start, one(std::move(left)));
  }
  const auto type_start = at_;
  if (eat_type_mark()) {
    auto type = std::make_shared<TypeName>(type_name());
    auto made = node_of(ExpressionKind::IsType, start, one(std::move(left)));
    made->name = text_from(type_start);
    made->type = std::move(type);
    made->keyword = is_not ? "not" : "";
    return made;
  }
  if (sees_word("NORMALIZED") || sees_word("NORMALIZED", 1)) {
    auto made = is_normalized(std::move(left), start);
    return is_not ? node_of(ExpressionKind::Not, start, one(std::move(made))) : std::move(made);
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
  auto made = node_of(ExpressionKind::Call, start, std::move(arguments));
  made->name = std::move(name);
  return made;
}

ExpressionPtr Parser::literal_of(Value value, std::size_t start) const {
  auto made = node_of(ExpressionKind::Literal, start);
  made->value = std::move(value);
  return made;
}

ExpressionPtr Parser::unary() {
  const auto start = at_;
  if (!sees("-") && !sees("+")) return postfix();
  const Nesting nesting(*this);
  const bool negative = sees("-");
  ++at_;
  if (negative && (peek().kind == TokenKind::Integer || peek().kind == TokenKind::Float) && !sees(".", 1) &&
      !sees("[", 1)) {
    auto made = number(true);
    made->span = span_from(start);
    return made;
  }
  auto operand = unary();
  return node_of(negative ? ExpressionKind::Negate : ExpressionKind::Plus, start, one(std::move(operand)));
}

ExpressionPtr Parser::postfix() {
  const auto start = at_;
  auto left = atom();
  for (;;) {
    if (eat(".")) {
      auto name = need_name("the name of a property");
      left = node_of(ExpressionKind::Property, start, one(std::move(left)));
      left->name = std::move(name);
    } else if (eat("[")) {
      left = element(std::move(left), start);
    } else if (sees(":") && !sees(":", 1) && left->kind == ExpressionKind::Variable) {
      left = label_predicate(std::move(left), start);
    } else if (sees("{") && left->kind == ExpressionKind::Variable) {
      left = map_projection(std::move(left), start);
    } else {
      return left;
    }
  }
}

ExpressionPtr Parser::element(ExpressionPtr of, std::size_t start) {
  auto arguments = one(std::move(of));
  auto first = sees("..") ? nullptr : expression();
  if (!eat("..")) {
    arguments.push_back(std::move(first));
    need("]");
    return node_of(ExpressionKind::Element, start, std::move(arguments));
  }
  arguments.push_back(std::move(first));
  arguments.push_back(sees("]") ? nullptr : expression());
  need("]");
  return node_of(ExpressionKind::Slice, start, std::move(arguments));
}

ExpressionPtr Parser::atom() {
  const auto start = at_;
  const auto& token = peek();
  switch (token.kind) {
    case TokenKind::Integer:
    case TokenKind::Float:
      return number(false);
    case TokenKind::String: {
      ++at_;
      auto made = node_of(ExpressionKind::Literal, start);
      made->value = Value(token.text);
      return made;
    }
    case TokenKind::Parameter: {
      ++at_;
      auto made = node_of(ExpressionKind::Parameter, start);
      made->name = token.text;
      return made;
    }
    case TokenKind::Name:
    case TokenKind::QuotedName:
      return named();
    default:
      break;
  }
  if (sees("[")) return list_or_comprehension();
  if (sees("{")) return map_literal();
  if (sees("(")) return parenthesised();
  unexpected("an expression");
}

ExpressionPtr Parser::number(bool negative) {
  const auto start = at_;
  const auto& token = tokens_[at_++];
  auto made = node_of(ExpressionKind::Literal, start);
  if (token.kind == TokenKind::Float) {
    double value = 0;
    const auto [end, error] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
    const bool too_small = token.text.find('-') != std::string::npos;  // of an exponent: as near to zero as none
    if (error == std::errc::result_out_of_range && !too_small) {
      syntax_error("FloatingPointOverflow", fmt::format("{} is out of range", token.text), made->span);
    }
    made->value = Value(negative ? -value : value);
    return made;
  }
  std::string_view digits = token.text;
  int base = 10;
  if (digits.size() > 1 && digits[0] == '0' && (digits[1] | 0x20) == 'x') base = 16;
  if (digits.size() > 1 && digits[0] == '0' && digits[1] == 'o') base = 8;
  if (base != 10) digits.remove_prefix(2);
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, base);
  const auto limit = std::uint64_t{1} << 63;
  if (error != std::errc() || size > limit || (size == limit && !negative)) {
    syntax_error("IntegerOverflow", fmt::format("{}{} is out of the range of 64 bits", negative ? "-" : "", token.text),
                 made->span);
  }
  made->value = Value(static_cast<std::int64_t>(negative ? ~size + 1 : size));
  return made;
}

bool Parser::is_function_ahead() const {
  std::size_t ahead = 1;
  while (sees(".", ahead) &&
         (peek(ahead + 1).kind == TokenKind::Name || peek(ahead + 1).kind == TokenKind::QuotedName)) {
    ahead += 2;
  }
  return sees("(", ahead);
}

ExpressionPtr Parser::named() {
  const auto start = at_;
  if (peek().kind == TokenKind::Name && !sees("(", 1)) {
    const auto literal = [&](Value value) {
      ++at_;
      auto made = node_of(ExpressionKind::Literal, start);
      made->value = std::move(value);
      return made;
    };
    if (sees_word("TRUE")) return literal(true);
    if (sees_word("FALSE")) return literal(false);
    if (sees_word("NULL")) return literal({});
    if (sees_word("CASE")) return case_expression();
    if (sees("{", 1)) {
      if (sees_word("EXISTS")) return subquery(ExpressionKind::Exists);
      if (sees_word("COUNT")) return subquery(ExpressionKind::Count);
      if (sees_word("COLLECT")) return subquery(ExpressionKind::Collect);
    }
  }
  const bool is_shortest = (sees_word("SHORTESTPATH") || sees_word("ALLSHORTESTPATHS")) && sees("(", 1);
  if (is_shortest) return shortest_paths();
  if (is_function_ahead()) return function_call();
  auto name = need_name("a variable");
  auto made = node_of(ExpressionKind::Variable, start);
  made->name = std::move(name);
  return made;
}

ExpressionPtr Parser::function_call() {
  const auto start = at_;
  if (sees("(", 1) && peek().kind == TokenKind::Name) {
    for (const auto* word : {"ALL", "ANY", "NONE", "SINGLE"}) {
      const bool is_variable = peek(2).kind == TokenKind::Name || peek(2).kind == TokenKind::QuotedName;
      if (sees_word(word) && is_variable && sees_word("IN", 3)) return quantifier();
    }
    if (sees_word("REDUCE")) return reduce();
    if (sees_word("TRIM")) return trim();
    if (sees_word("CASE")) return case_expression();
    if (sees_word("COUNT") && sees("*", 2) && sees(")", 3)) {
      at_ += 4;
      return node_of(ExpressionKind::CountAll, start);
    }
    if (sees_word("EXISTS") && sees("(", 2)) {
      at_ += 2;
      if (is_pattern_ahead()) {
        auto made = parenthesised();
        need(")");
        made->span = span_from(start);
        made->keyword = "exists";
        return made;
      }
      at_ = start;
    }
  }
  auto name = need_name("a function");
  while (eat(".")) name += "." + need_name("a function");
  need("(");
  const bool distinct = eat_word("DISTINCT");
  const bool says_all = !distinct && sees_word("ALL") && !sees("(", 1) && !sees(")", 1) && !sees(",", 1);
  if (says_all) ++at_;
  std::vector<ExpressionPtr> arguments;
  if (!sees(")")) {
    do {
      const bool is_form = !arguments.empty() && lower(name) == "normalize" && sees_name() && sees(")", 1);
      const auto form = at_;
      arguments.push_back(is_form ? literal_of(need_name("NFC, NFD, NFKC or NFKD"), form) : expression());
    } while (eat(","));
  }
  need(")");
  auto made = node_of(ExpressionKind::Call, start, std::move(arguments));
  made->name = std::move(name);
  made->distinct = distinct;
  return made;
}

/// trim(s), trim(BOTH c FROM s), trim(LEADING FROM s), trim(c FROM s)
ExpressionPtr Parser::trim() {
  const auto start = at_++;
  need("(");
  const bool has_side = (sees_word("BOTH") || sees_word("LEADING") || sees_word("TRAILING")) && !sees(")", 1) &&
                        !sees(",", 1) && !sees(".", 1);
  std::string function = "btrim";
  if (has_side) {
    function = sees_word("BOTH") ? "btrim" : sees_word("LEADING") ? "ltrim" : "rtrim";
    ++at_;
  }
  std::vector<ExpressionPtr> arguments;
  if (!sees(")") && !(has_side && sees_word("FROM"))) arguments.push_back(expression());
  if (eat_word("FROM")) {
    arguments.insert(arguments.begin(), expression());
  } else if (has_side) {
    unexpected("FROM");
  } else {
    function = "trim";
    while (eat(",")) arguments.push_back(expression());
  }
  need(")");
  return call_of(std::move(function), start, std::move(arguments));
}

/// shortestPath((a)-[*]-(b)), allShortestPaths(...)
ExpressionPtr Parser::shortest_paths() {
  const auto start = at_;
  auto of = std::make_unique<Pattern>(pattern());
  auto made = node_of(ExpressionKind::ShortestPaths, start);
  made->pattern = std::move(of);
  return made;
}

/// What stands after WHEN where the CASE has an operand: a value that it equals, or the rest of a comparison or of a
/// predicate.
ExpressionPtr Parser::case_test(bool& is_plain) {
  const auto start = at_;
  is_plain = false;
  if (is_comparison(peek())) return comparisons_after(this_one(start), start);
  const bool is_predicate = sees_word("IS") || sees("=~") || (sees_word("IN") && !sees("(", 1)) ||
                            sees_word("CONTAINS") || (sees_word("STARTS") && sees_word("WITH", 1)) ||
                            (sees_word("ENDS") && sees_word("WITH", 1)) || (sees(":") && sees(":", 1));
  const bool is_rest = is_predicate && !sees_word("THEN", 1) && !sees(",", 1) && !sees(".", 1);
  if (is_rest) return predicates_after(this_one(start), start);
  is_plain = true;
  return expression();
}

ExpressionPtr Parser::case_expression() {
  const auto start = at_++;
  std::vector<ExpressionPtr> arguments;
  const bool has_operand = !sees_word("WHEN");
  if (has_operand) arguments.push_back(expression());
  bool all_plain = true;
  std::vector<std::vector<std::pair<ExpressionPtr, bool>>> tests;  // of each WHEN, and whether it is a plain value
  while (eat_word("WHEN")) {
    auto& of_this = tests.emplace_back();
    do {
      bool is_plain = true;
      auto test = has_operand ? case_test(is_plain) : expression();
      all_plain = all_plain && is_plain && of_this.empty();
      of_this.emplace_back(std::move(test), is_plain);
    } while (has_operand && eat(","));
    need_word("THEN");
    arguments.push_back(nullptr);
    arguments.push_back(expression());
  }
  if (tests.empty()) unexpected("WHEN");
  for (std::size_t i = 0; i < tests.size(); ++i) {
    std::vector<ExpressionPtr> any;
    for (auto& [test, is_plain] : tests[i]) {
      if (is_plain && !all_plain) {
        test = node_of(ExpressionKind::Comparison, start, two(this_one(start), std::move(test)));
        test->names = {"="};
      }
      any.push_back(std::move(test));
    }
    auto when = any.size() == 1 ? std::move(any[0]) : node_of(ExpressionKind::Or, start, std::move(any));
    arguments[(has_operand ? 1 : 0) + 2 * i] = std::move(when);
  }
  const bool has_otherwise = eat_word("ELSE");
  if (has_otherwise) arguments.push_back(expression());
  need_word("END");
  auto made = node_of(ExpressionKind::Case, start, std::move(arguments));
  made->has_operand = has_operand;
  made->has_otherwise = has_otherwise;
  if (!all_plain) made->keyword = "tests";
  return made;
}

ExpressionPtr Parser::list_or_comprehension() {
  const bool named = peek(1).kind == TokenKind::Name || peek(1).kind == TokenKind::QuotedName;
  if (named && sees_word("IN", 2)) return list_comprehension();
  const auto start = at_++;
  if ((named && sees("=", 1) && sees("(", 2)) || is_pattern_ahead()) {
    const auto saved = at_;
    // [(a)-->(b) | b.name] needs its bar; [(a)-->(b)] is a list of one predicate.
    const auto close = tokens_[start].matching;
    const bool has_bar = std::any_of(
        tokens_.begin() + static_cast<std::ptrdiff_t>(at_), tokens_.begin() + static_cast<std::ptrdiff_t>(close),
        [](const Token& token) { return token.kind == TokenKind::Symbol && token.spelled == "|"; });
    if (has_bar) {
      at_ = start;
      return pattern_comprehension();
    }
    at_ = saved;
  }
  return list_literal(start);
}

namespace {

bool is_constant(const Expression& e) {
  if (e.kind == ExpressionKind::Literal) return true;
  const bool holds_others = e.kind == ExpressionKind::ListLiteral || e.kind == ExpressionKind::MapLiteral;
  return holds_others && std::ranges::all_of(e.arguments, [](const ExpressionPtr& item) { return is_constant(*item); });
}

Value constant_of(const Expression& e) {
  if (e.kind == ExpressionKind::Literal) return e.value;
  if (e.kind == ExpressionKind::ListLiteral) {
    ValueList list;
    for (const auto& item : e.arguments) list.push_back(constant_of(*item));
    return list;
  }
  Map map;
  for (std::size_t i = 0; i < e.names.size(); ++i) map.set(e.names[i], constant_of(*e.arguments[i]));
  return map;
}

}  // namespace

/// A long list that begins with constants becomes one value: as expressions it would take a hundred times the memory of
/// its text for as long as the plan is kept. What follows the first item that is no constant is added to it.
ExpressionPtr Parser::list_literal(std::size_t start) {
  constexpr std::size_t kFew = 16;
  ValueList constants;
  std::vector<ExpressionPtr> items;
  const auto fold = [&] {
    for (const auto& item : items) constants.push_back(constant_of(*item));
    items.clear();
  };
  bool all_constant = true;
  while (!sees("]")) {
    items.push_back(expression());
    all_constant = all_constant && is_constant(*items.back());
    if (all_constant && items.size() > kFew) fold();
    if (!eat(",")) break;
    if (sees("]")) unexpected("an expression");
  }
  need("]");
  if (constants.empty()) return node_of(ExpressionKind::ListLiteral, start, std::move(items));
  if (all_constant) fold();
  auto whole = node_of(ExpressionKind::Literal, start);
  whole->value = Value(std::move(constants));
  if (items.empty()) return whole;
  auto rest = node_of(ExpressionKind::ListLiteral, start, std::move(items));
  return node_of(ExpressionKind::Add, start, two(std::move(whole), std::move(rest)));
}

ExpressionPtr Parser::list_comprehension() {
  const auto start = at_++;
  auto name = need_name("a variable");
  need_word("IN");
  auto arguments = one(expression());
  const auto end_before = std::exchange(comprehension_end_, tokens_[start].matching);
  arguments.push_back(eat_word("WHERE") ? expression() : nullptr);
  comprehension_end_ = end_before;
  arguments.push_back(eat("|") ? expression() : nullptr);
  need("]");
  auto made = node_of(ExpressionKind::ListComprehension, start, std::move(arguments));
  made->name = std::move(name);
  return made;
}

ExpressionPtr Parser::pattern_comprehension() {
  const auto start = at_++;
  auto of = std::make_unique<Pattern>(pattern());
  std::vector<ExpressionPtr> arguments;
  const auto end_before = std::exchange(comprehension_end_, tokens_[start].matching);
  arguments.push_back(eat_word("WHERE") ? expression() : nullptr);
  comprehension_end_ = end_before;
  need("|");
  arguments.push_back(expression());
  need("]");
  auto made = node_of(ExpressionKind::PatternComprehension, start, std::move(arguments));
  made->pattern = std::move(of);
  return made;
}

ExpressionPtr Parser::quantifier() {
  const auto start = at_;
  auto keyword = lower(tokens_[at_++].text);
  need("(");
  auto name = need_name("a variable");
  need_word("IN");
  auto arguments = one(expression());
  need_word("WHERE");
  arguments.push_back(expression());
  need(")");
  auto made = node_of(ExpressionKind::Quantifier, start, std::move(arguments));
  made->keyword = std::move(keyword);
  made->name = std::move(name);
  return made;
}

ExpressionPtr Parser::reduce() {
  const auto start = at_++;
  need("(");
  auto accumulator = need_name("an accumulator");
  need("=");
  auto arguments = one(expression());
  need(",");
  auto name = need_name("a variable");
  need_word("IN");
  arguments.push_back(expression());
  need("|");
  arguments.push_back(expression());
  need(")");
  auto made = node_of(ExpressionKind::Reduce, start, std::move(arguments));
  made->keyword = std::move(accumulator);
  made->name = std::move(name);
  return made;
}

ExpressionPtr Parser::subquery(ExpressionKind kind) {
  const auto start = at_++;
  need("{");
  refuse_writing();
  auto made = std::make_unique<Expression>();
  made->kind = kind;
  constexpr std::array<std::string_view, 16> kClauses = {"MATCH", "OPTIONAL", "WITH",  "UNWIND", "CALL", "RETURN",
                                                         "USE",   "FILTER",   "LET",   "FOR",    "WHEN", "ORDER",
                                                         "SKIP",  "OFFSET",   "LIMIT", "FINISH"};
  const bool is_clause =
      !sees("=", 1) && std::ranges::any_of(kClauses, [&](std::string_view word) { return sees_word(word); });
  if (is_clause || !(sees("(") || sees_name())) {
    made->query = query("}");
  } else {
    // EXISTS { (a)-->(b) WHERE ... }: a MATCH without the word.
    auto clause = std::make_unique<Clause>();
    match(clause->match);
    made->query = std::make_unique<Query>();
    made->query->parts.emplace_back();
    made->query->parts[0].clauses.push_back(std::move(clause));
  }
  need("}");
  made->span = span_from(start);
  return made;
}

ExpressionPtr Parser::map_literal() {
  const auto start = at_;
  need("{");
  std::vector<std::string> names;
  std::vector<ExpressionPtr> values;
  if (!sees("}")) {
    do {
      names.push_back(need_name("a name"));
      need(":");
      values.push_back(expression());
    } while (eat(","));
  }
  need("}");
  auto made = node_of(ExpressionKind::MapLiteral, start, std::move(values));
  made->names = std::move(names);
  return made;
}

Value Parser::whole_json() {
  auto value = json();
  if (peek().kind != TokenKind::End) unexpected("the end of the value");
  return value;
}

Value Parser::json() {
  const Nesting nesting(*this);
  if (eat("[")) {
    ValueList list;
    if (!sees("]")) {
      do list.push_back(json());
      while (eat(","));
    }
    need("]");
    return list;
  }
  if (eat("{")) {
    Map map;
    if (!sees("}")) {
      do {
        if (peek().kind != TokenKind::String) unexpected("a name in quotes");
        auto name = tokens_[at_++].text;
        need(":");
        map.set(std::move(name), json());
      } while (eat(","));
    }
    need("}");
    return map;
  }
  auto literal = unary();
  if (literal->kind != ExpressionKind::Literal) unexpected("a value of JSON");
  return literal->value;
}

/// article {.num, .heading, references: count(r), .*}
ExpressionPtr Parser::map_projection(ExpressionPtr of, std::size_t start) {
  need("{");
  const auto variable = of->name;
  auto arguments = one(std::move(of));
  std::vector<std::string> names = {""};
  const auto copy = [&] {
    auto made = node_of(ExpressionKind::Variable, start);
    made->name = variable;
    return made;
  };
  if (!sees("}")) {
    do {
      const auto item_start = at_;
      if (eat(".")) {
        if (eat("*")) {
          names.emplace_back("*");
          arguments.push_back(nullptr);
        } else {
          names.push_back(need_name("the name of a property"));
          auto property = node_of(ExpressionKind::Property, item_start, one(copy()));
          property->name = names.back();
          arguments.push_back(std::move(property));
        }
      } else {
        names.push_back(need_name("a name"));
        if (eat(":")) {
          arguments.push_back(expression());
        } else {
          auto made = node_of(ExpressionKind::Variable, item_start);
          made->name = names.back();
          arguments.push_back(std::move(made));
        }
      }
    } while (eat(","));
  }
  need("}");
  auto made = node_of(ExpressionKind::MapProjection, start, std::move(arguments));
  made->names = std::move(names);
  return made;
}

ExpressionPtr Parser::parenthesised() {
  const auto start = at_;
  if (is_pattern_ahead()) {
    auto made = std::make_unique<Expression>();
    made->kind = ExpressionKind::PatternPredicate;
    made->pattern = std::make_unique<Pattern>(pattern());
    made->span = span_from(start);
    return made;
  }
  need("(");
  const auto end_before = std::exchange(comprehension_end_, 0);
  auto inner = expression();
  need(")");
  comprehension_end_ = end_before;
  return inner;
}

}  // namespace treatygraph::queries::cypher
