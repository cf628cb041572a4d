// The beginnings of expressions: literals, variables, calls, CASE, and queries in braces.

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {

ExpressionPtr Parser::atom() {
  const auto start = at_;
  const auto& token = peek();
  switch (token.kind) {
    case TokenKind::Integer:
    case TokenKind::Float:
      return number(false);
    case TokenKind::String:
      ++at_;
      return literal_of(Value(token.text), start);
    case TokenKind::Parameter:
      ++at_;
      return node_of(ParameterRead{token.text}, start);
    case TokenKind::Name:
    case TokenKind::QuotedName:
      return named();
    case TokenKind::Symbol:
    case TokenKind::End:
      break;
  }
  if (sees("[")) return list_or_comprehension();
  if (sees("{")) return map_literal();
  if (sees("(")) return parenthesised();
  unexpected("an expression");
}

/// The literal at the current token. `negative`: a minus sign was consumed before it.
ExpressionPtr Parser::number(bool negative) {
  const auto start = at_;
  const auto& token = tokens_[at_++];
  const auto span = span_from(start);
  if (token.kind == TokenKind::Float) {
    double value = 0;
    const auto [end, error] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
    const bool too_small = token.text.find('-') != std::string::npos;  // from a negative exponent: underflow to zero
    if (error == std::errc::result_out_of_range && !too_small) {
      syntax_error("FloatingPointOverflow", fmt::format("{} is out of range", token.text), span);
    }
    return literal_of(negative ? -value : value, start);
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
                 span);
  }
  return literal_of(static_cast<std::int64_t>(negative ? ~size + 1 : size), start);
}

/// Whether a name with dots is followed by a bracket: date.truncate(
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
      return literal_of(std::move(value), start);
    };
    if (sees_word("TRUE")) return literal(true);
    if (sees_word("FALSE")) return literal(false);
    if (sees_word("NULL")) return literal({});
    if (sees_word("CASE")) return case_expression();
    if (sees("{", 1)) {
      if (sees_word("EXISTS")) return subquery(Subquery::Kind::Exists);
      if (sees_word("COUNT")) return subquery(Subquery::Kind::Count);
      if (sees_word("COLLECT")) return subquery(Subquery::Kind::Collect);
    }
  }
  const bool is_shortest = (sees_word("SHORTESTPATH") || sees_word("ALLSHORTESTPATHS")) && sees("(", 1);
  if (is_shortest) return shortest_paths();
  if (is_function_ahead()) return function_call();
  return variable_of(need_name("a variable"), start);
}

/// Calls that have a syntax of their own; nullptr if this is an ordinary call.
ExpressionPtr Parser::special_call() {
  const auto start = at_;
  if (!sees("(", 1) || peek().kind != TokenKind::Name) return nullptr;
  for (const auto* word : {"ALL", "ANY", "NONE", "SINGLE"}) {
    const bool is_variable = peek(2).kind == TokenKind::Name || peek(2).kind == TokenKind::QuotedName;
    if (sees_word(word) && is_variable && sees_word("IN", 3)) return quantifier();
  }
  if (sees_word("REDUCE")) return reduce();
  if (sees_word("TRIM")) return trim();
  if (sees_word("CASE")) return case_expression();
  if (sees_word("COUNT") && sees("*", 2) && sees(")", 3)) {
    at_ += 4;
    FunctionCall count{"count", {}};
    count.counts_rows = true;
    return node_of(std::move(count), start);
  }
  if (!sees_word("EXISTS") || !sees("(", 2)) return nullptr;
  at_ += 2;
  if (!is_pattern_ahead()) {
    at_ = start;
    return nullptr;
  }
  auto made = parenthesised();
  need(")");
  made->span = span_from(start);
  as<PatternPredicate>(*made)->in_exists = true;
  return made;
}

ExpressionPtr Parser::function_call() {
  const auto start = at_;
  if (auto special = special_call()) return special;
  auto name = need_name("a function");
  while (eat(".")) name += "." + need_name("a function");
  need("(");
  const bool distinct = eat_word("DISTINCT");
  const bool says_all = !distinct && sees_word("ALL") && !sees("(", 1) && !sees(")", 1) && !sees(",", 1);
  if (says_all) ++at_;
  std::vector<ExpressionPtr> arguments;
  if (!sees(")")) {
    do {
      const bool is_form = !arguments.empty() && lower_case(name) == "normalize" && sees_name() && sees(")", 1);
      const auto form = at_;
      arguments.push_back(is_form ? literal_of(need_name("NFC, NFD, NFKC or NFKD"), form) : expression());
    } while (eat(","));
  }
  need(")");
  return node_of(FunctionCall{std::move(name), std::move(arguments), distinct}, start);
}

/// trim(s), trim(BOTH c FROM s), trim(LEADING FROM s), trim(c FROM s). They become calls of trim(), btrim(), ltrim() or
/// rtrim(), with the text as the first argument.
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
  return node_of(ShortestPaths{std::move(of), nullptr}, start);
}

/// After WHEN in a CASE with an operand: a value to compare with (`is_plain`), or the rest of a comparison or
/// predicate, as in CASE n WHEN < 3 THEN. The operand is then read as `this_one`.
ExpressionPtr Parser::case_test(bool& is_plain) {
  const auto start = at_;
  is_plain = false;
  if (sees_comparison()) return comparisons_after(this_one(start), start);
  const bool is_predicate = sees_word("IS") || sees("=~") || (sees_word("IN") && !sees("(", 1)) ||
                            sees_word("CONTAINS") || (sees_word("STARTS") && sees_word("WITH", 1)) ||
                            (sees_word("ENDS") && sees_word("WITH", 1)) || (sees(":") && sees(":", 1));
  const bool is_rest = is_predicate && !sees_word("THEN", 1) && !sees(",", 1) && !sees(".", 1);
  if (is_rest) return predicates_after(this_one(start), start);
  is_plain = true;
  return expression();
}

/// If all WHENs are single values, the operand is compared with them. Otherwise every WHEN becomes a condition on the
/// operand, and the tests in WHEN 1, > 5 are joined by OR.
ExpressionPtr Parser::case_expression() {
  const auto start = at_++;
  CaseExpression made;
  if (!sees_word("WHEN")) made.operand = expression();
  bool all_plain = true;
  std::vector<std::vector<std::pair<ExpressionPtr, bool>>> tests;  // each WHEN, and whether it is a plain value
  while (eat_word("WHEN")) {
    auto& of_this = tests.emplace_back();
    do {
      bool is_plain = true;
      auto test = made.operand ? case_test(is_plain) : expression();
      all_plain = all_plain && is_plain && of_this.empty();
      of_this.emplace_back(std::move(test), is_plain);
    } while (made.operand && eat(","));
    need_word("THEN");
    made.branches.push_back({nullptr, expression()});
  }
  if (tests.empty()) unexpected("WHEN");
  for (std::size_t i = 0; i < tests.size(); ++i) {
    std::vector<ExpressionPtr> any;
    for (auto& [test, is_plain] : tests[i]) {
      any.push_back(is_plain && !all_plain ? equal(this_one(start), std::move(test), start) : std::move(test));
    }
    made.branches[i].when = any.size() == 1 ? std::move(any[0]) : any_of(std::move(any), start);
  }
  if (eat_word("ELSE")) made.otherwise = expression();
  need_word("END");
  made.tests = !all_plain;
  return node_of(std::move(made), start);
}

/// EXISTS { }, COUNT { } and COLLECT { }. They contain a query, or a pattern without the word MATCH.
ExpressionPtr Parser::subquery(Subquery::Kind kind) {
  const auto start = at_++;
  need("{");
  refuse_writing();
  Subquery made;
  made.kind = kind;
  constexpr std::array<std::string_view, 16> kOpeningClauses = {
      "MATCH", "OPTIONAL", "WITH", "UNWIND", "CALL", "RETURN", "USE",   "FILTER",
      "LET",   "FOR",      "WHEN", "ORDER",  "SKIP", "OFFSET", "LIMIT", "FINISH"};
  const bool is_clause =
      !sees("=", 1) && std::ranges::any_of(kOpeningClauses, [&](std::string_view word) { return sees_word(word); });
  if (is_clause || !(sees("(") || sees_name())) {
    made.query = query("}");
  } else {
    // EXISTS { (a)-->(b) WHERE ... }: a MATCH without the word.
    MatchClause clause;
    match(clause);
    made.query = std::make_unique<Query>();
    made.query->parts.emplace_back().clauses.push_back(clause_of(std::move(clause), {}));
  }
  need("}");
  return node_of(std::move(made), start);
}

/// (a)-->(b), a predicate, or an expression in brackets.
ExpressionPtr Parser::parenthesised() {
  const auto start = at_;
  if (is_pattern_ahead()) {
    auto of = std::make_unique<Pattern>(pattern());
    return node_of(PatternPredicate{std::move(of), false, nullptr}, start);
  }
  need("(");
  const auto end_before = std::exchange(comprehension_end_, 0);
  auto inner = expression();
  need(")");
  comprehension_end_ = end_before;
  return inner;
}

}  // namespace treatygraph::queries::cypher
