// Lists and maps, loops over lists (comprehensions, all(), reduce()), and values of JSON.

#include <algorithm>
#include <utility>

#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {
namespace {

/// Whether the expression is a literal, or a list or map of literals.
bool is_constant(const Expression& e) {
  if (const auto* list = as<ListLiteral>(e)) {
    return std::ranges::all_of(list->items, [](const ExpressionPtr& item) { return is_constant(*item); });
  }
  if (const auto* map = as<MapLiteral>(e)) {
    return std::ranges::all_of(map->entries, [](const MapEntry& entry) { return is_constant(*entry.value); });
  }
  return is<Literal>(e);
}

/// The value of a constant expression.
Value constant_of(const Expression& e) {
  if (const auto* literal = as<Literal>(e)) return literal->value;
  if (const auto* all = as<ListLiteral>(e)) {
    ValueList list;
    for (const auto& item : all->items) list.push_back(constant_of(*item));
    return list;
  }
  Map map;
  for (const auto& [name, value] : as<MapLiteral>(e)->entries) map.set(name, constant_of(*value));
  return map;
}

}  // namespace

/// What begins with [ may be a list, a list comprehension [x IN list | x.a], or a pattern comprehension [(a)-->(b) |
/// b.a].
ExpressionPtr Parser::list_or_comprehension() {
  const bool named = peek(1).kind == TokenKind::Name || peek(1).kind == TokenKind::QuotedName;
  if (named && sees_word("IN", 2)) return list_comprehension();
  const auto start = at_++;
  if ((named && sees("=", 1) && sees("(", 2)) || is_pattern_ahead()) {
    const auto saved = at_;
    // A pattern comprehension has a bar, [(a)-->(b) | b.name]. Without one, [(a)-->(b)] is a list of one predicate.
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

/// A long list that begins with constants becomes a single value. As expressions, it would take a hundred times the
/// memory of its text as long as the plan is cached. Items that are not part of that value are a second list, and the
/// result is the sum of both.
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
  if (constants.empty()) return node_of(ListLiteral{std::move(items)}, start);
  if (all_constant) fold();
  auto whole = literal_of(std::move(constants), start);
  if (items.empty()) return whole;
  auto rest = node_of(ListLiteral{std::move(items)}, start);
  return node_of(Arithmetic{ArithmeticOperator::Add, std::move(whole), std::move(rest)}, start);
}

/// WHERE in a comprehension. `start` is its opening bracket; see bar_is_label().
ExpressionPtr Parser::comprehension_condition(std::size_t start) {
  const auto end_before = std::exchange(comprehension_end_, tokens_[start].matching);
  auto where = eat_word("WHERE") ? expression() : nullptr;
  comprehension_end_ = end_before;
  return where;
}

ExpressionPtr Parser::list_comprehension() {
  const auto start = at_++;
  ListComprehension made;
  made.name = need_name("a variable");
  need_word("IN");
  made.list = expression();
  made.where = comprehension_condition(start);
  if (eat("|")) made.item = expression();
  need("]");
  return node_of(std::move(made), start);
}

ExpressionPtr Parser::pattern_comprehension() {
  const auto start = at_++;
  PatternComprehension made;
  made.pattern = std::make_unique<Pattern>(pattern());
  made.where = comprehension_condition(start);
  need("|");
  made.item = expression();
  need("]");
  return node_of(std::move(made), start);
}

ExpressionPtr Parser::quantifier() {
  const auto start = at_;
  Quantifier made;
  using Kind = Quantifier::Kind;
  made.kind = sees_word("ALL")    ? Kind::All
              : sees_word("ANY")  ? Kind::Any
              : sees_word("NONE") ? Kind::None
                                  : Kind::Single;
  ++at_;
  need("(");
  made.name = need_name("a variable");
  need_word("IN");
  made.list = expression();
  need_word("WHERE");
  made.where = expression();
  need(")");
  return node_of(std::move(made), start);
}

ExpressionPtr Parser::reduce() {
  const auto start = at_++;
  Reduce made;
  need("(");
  made.sum = need_name("an accumulator");
  need("=");
  made.start = expression();
  need(",");
  made.name = need_name("a variable");
  need_word("IN");
  made.list = expression();
  need("|");
  made.step = expression();
  need(")");
  return node_of(std::move(made), start);
}

ExpressionPtr Parser::map_literal() {
  const auto start = at_;
  need("{");
  MapLiteral made;
  if (!sees("}")) {
    do {
      auto name = need_name("a name");
      need(":");
      made.entries.push_back({std::move(name), expression()});
    } while (eat(","));
  }
  need("}");
  return node_of(std::move(made), start);
}

/// A map projection: article {.num, .heading, references: count(r), .*}
ExpressionPtr Parser::map_projection(ExpressionPtr of, std::size_t start) {
  need("{");
  const auto variable = as<VariableRead>(*of)->name;
  MapProjection made;
  made.of = std::move(of);
  if (!sees("}")) {
    do {
      if (sees(".") && sees("*", 1)) {
        at_ += 2;
        made.has_all = true;
      } else {
        made.entries.push_back(projected_entry(variable, start));
      }
    } while (eat(","));
  }
  need("}");
  return node_of(std::move(made), start);
}

/// An entry of a map projection: .name, `name: value`, or the name of a variable.
MapEntry Parser::projected_entry(const std::string& variable, std::size_t start) {
  const auto item_start = at_;
  if (eat(".")) {
    auto name = need_name("the name of a property");
    return {name, node_of(PropertyRead{variable_of(variable, start), name}, item_start)};
  }
  auto name = need_name("a name");
  if (eat(":")) return {std::move(name), expression()};
  return {name, variable_of(name, item_start)};
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
  const auto value = unary();
  const auto* literal = as<Literal>(*value);
  if (literal == nullptr) unexpected("a value of JSON");
  return literal->value;
}

}  // namespace treatygraph::queries::cypher
