// Patterns: (a:Article)-[r:REFERS_TO*1..3]->(b).

#include <charconv>

#include <fmt/format.h>

#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {

std::vector<Pattern> Parser::pattern_list() {
  std::vector<Pattern> patterns;
  do patterns.push_back(pattern());
  while (eat(","));
  return patterns;
}

Pattern Parser::pattern() {
  const auto start = at_;
  Pattern made;
  if (sees_name() && sees("=", 1)) {
    made.name = need_name("a variable");
    need("=");
  }
  const bool one = sees_word("SHORTESTPATH");
  const bool all = sees_word("ALLSHORTESTPATHS");
  if ((one || all) && sees("(", 1)) {
    made.shortest = one ? ShortestPath::One : ShortestPath::All;
    at_ += 2;
    chain(made);
    need(")");
    if (made.relationships.size() != 1) {
      syntax_error("InvalidRelationshipPattern", "shortestPath takes two nodes and one relationship between them",
                   span_from(start));
    }
  } else {
    chain(made);
  }
  made.span = span_from(start);
  return made;
}

void Parser::chain(Pattern& pattern) {
  // A whole pattern may stand in brackets: ((a)-->(b)).
  if (sees("(") && sees("(", 1)) {
    const Nesting nesting(*this);
    need("(");
    chain(pattern);
    need(")");
    return;
  }
  pattern.nodes.push_back(node_pattern());
  while (sees("-") || (sees("<") && sees("-", 1))) {
    pattern.relationships.push_back(relationship_pattern());
    pattern.nodes.push_back(node_pattern());
  }
}

NodePattern Parser::node_pattern() {
  const auto start = at_;
  NodePattern node;
  need("(");
  if (sees_name()) node.name = need_name("a variable");
  while (eat(":")) node.labels.push_back(need_name("a label"));
  node.properties = property_map();
  need(")");
  node.span = span_from(start);
  return node;
}

ExpressionPtr Parser::property_map() {
  if (sees("{")) return map_literal();
  if (peek().kind == TokenKind::Parameter) {
    syntax_error(
        "InvalidParameterUse",
        fmt::format("a parameter cannot be the properties of a pattern; write {{name: {}.name}}", peek().spelled),
        {peek().offset, peek().spelled.size()});
  }
  return nullptr;
}

RelationshipPattern Parser::relationship_pattern() {
  const auto start = at_;
  RelationshipPattern relationship;
  const bool to_left = eat("<");
  need("-");
  if (eat("[")) {
    relationship_detail(relationship);
    need("]");
  }
  need("-");
  const bool to_right = eat(">");
  relationship.direction = to_left == to_right ? Direction::Both : to_left ? Direction::In : Direction::Out;
  relationship.span = span_from(start);
  return relationship;
}

void Parser::relationship_detail(RelationshipPattern& relationship) {
  if (sees_name()) relationship.name = need_name("a variable");
  if (eat(":")) {
    do {
      eat(":");  // [:A|:B] as well as [:A|B]
      relationship.types.push_back(need_name("a relationship type"));
    } while (eat("|"));
  }
  if (eat("*")) length(relationship);
  if (sees("..")) {
    syntax_error("InvalidRelationshipPattern", "a range of lengths begins with *, as in [:REFERS_TO*1..3]",
                 {peek().offset, 2});
  }
  relationship.properties = property_map();
}

void Parser::length(RelationshipPattern& relationship) {
  relationship.variable_length = true;
  const auto bound = [&]() -> std::optional<std::int64_t> {
    if (peek().kind != TokenKind::Integer) return std::nullopt;
    std::int64_t number = 0;
    const auto& text = peek().text;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) unexpected("a length");
    ++at_;
    return number;
  };
  const auto refuse_negative = [&] {
    if (sees("-") && peek(1).kind == TokenKind::Integer)
      syntax_error("InvalidRelationshipPattern", "a length is not negative", {peek().offset, 1});
  };
  refuse_negative();
  const auto first = bound();
  if (eat("..")) {
    refuse_negative();
    relationship.min = first.value_or(1);
    relationship.max = bound();
  } else if (first) {
    relationship.min = *first;
    relationship.max = first;
  }
}

/// Whether what stands in brackets here is the first node of a pattern and not an expression.
bool Parser::is_pattern_ahead() const {
  const auto close = peek().matching;
  if (!sees("(") || close == 0) return false;
  const auto symbol_at = [&](std::size_t i, std::string_view symbol) {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::Symbol && tokens_[i].spelled == symbol;
  };
  const bool looks_like_node = sees(")", 1) || sees(":", 1) || sees("{", 1) ||
                               ((peek(1).kind == TokenKind::Name || peek(1).kind == TokenKind::QuotedName) &&
                                (sees(")", 2) || sees(":", 2) || sees("{", 2)));
  if (!looks_like_node) return false;
  auto next = close + 1;
  if (symbol_at(next, "<")) ++next;
  if (!symbol_at(next, "-")) return false;
  ++next;
  if (symbol_at(next, "[")) return tokens_[next].matching != 0 && symbol_at(tokens_[next].matching + 1, "-");
  return symbol_at(next, "-") && (symbol_at(next + 1, "(") || symbol_at(next + 1, ">"));
}

}  // namespace treatygraph::queries::cypher
