// Patterns: (a:Article)-[r:REFERS_TO*1..3]->(b), and the quantified ones of GQL: ((a)-->(b)){1,3}, -[r]->+.

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {

std::vector<Pattern> Parser::pattern_list() {
  std::vector<Pattern> patterns;
  do patterns.push_back(pattern());
  while (eat(","));
  return patterns;
}

/// A pattern with its name, its selector and its brackets.
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
    if (made.relationships.size() != 1 || made.relationships[0].part) {
      syntax_error("InvalidRelationshipPattern", "shortestPath takes two nodes and one relationship between them",
                   span_from(start));
    }
  } else {
    if (!sees("(")) selector(made);
    if (sees("(") && is_part_ahead()) {
      whole_in_brackets(made);
    } else {
      chain(made);
    }
  }
  made.span = span_from(start);
  return made;
}

/// SHORTEST k [PATHS] [GROUPS], ALL SHORTEST, ANY [SHORTEST], ANY k or ALL; then a mode: WALK, TRAIL, ACYCLIC or
/// SIMPLE. Returns whether paths are selected: ALL on its own selects none.
bool Parser::selector(Pattern& made) {
  PathSelector selector;
  const auto number = [&] {
    if (peek().kind != TokenKind::Integer && peek().kind != TokenKind::Parameter) return;
    selector.count = atom();
  };
  const auto word_path = [&] { return eat_word("PATHS") || eat_word("PATH"); };
  bool selects = true;
  if (eat_word("ALL")) {
    selects = selector.groups = eat_word("SHORTEST");
  } else if (eat_word("ANY")) {
    if (!eat_word("SHORTEST")) number();
  } else if (eat_word("SHORTEST")) {
    number();
  } else {
    selects = false;
  }
  made.mode = eat_word("WALK")      ? PathMode::Walk
              : eat_word("ACYCLIC") ? PathMode::Acyclic
              : eat_word("SIMPLE")  ? PathMode::Simple
                                    : PathMode::Trail;
  if (made.mode == PathMode::Trail) eat_word("TRAIL");
  word_path();
  if (selects && (eat_word("GROUPS") || eat_word("GROUP"))) selector.groups = true;
  if (!sees("(")) unexpected("a pattern");
  if (selects) made.selector = std::move(selector);
  return selects;
}

/// Whether this bracket opens a path pattern instead of a node: ((a)-->(b)) or (p = (a)-->(b)).
bool Parser::is_part_ahead() const {
  return sees("(", 1) || ((peek(1).kind == TokenKind::Name || peek(1).kind == TokenKind::QuotedName) && sees("=", 2));
}

/// A whole pattern may be in brackets, with a condition: ((a)-->(b) WHERE a.x < b.x). If a quantifier or another
/// bracket follows, the brackets belong to the first part of a longer pattern instead.
void Parser::whole_in_brackets(Pattern& made) {
  const auto after = tokens_[at_].matching + 1;
  const auto follows = [&](std::string_view symbol) {
    return after < tokens_.size() && tokens_[after].kind == TokenKind::Symbol && tokens_[after].spelled == symbol;
  };
  const bool is_repeated = follows("{") || follows("+") || follows("*") || follows("(");
  if (is_repeated || tokens_[at_].matching == 0) {
    chain(made);
    return;
  }
  const Nesting nesting(*this);
  need("(");
  if (made.name.empty() && sees_name() && sees("=", 1)) {
    made.name = need_name("a variable");
    need("=");
  }
  if (is_part_ahead()) {
    whole_in_brackets(made);
  } else {
    chain(made);
  }
  if (eat_word("WHERE")) {
    auto where = expression();
    made.where = made.where ? both(std::move(made.where), std::move(where), at_ - 1) : std::move(where);
  }
  need(")");
}

bool Parser::is_relationship_ahead() const {
  return sees("-") || (sees("<") && sees("-", 1));
}

/// Nodes and relationships alternate. Next to a quantified part, a node may be omitted: then an anonymous node is
/// added.
void Parser::chain(Pattern& pattern) {
  const auto anonymous_node = [&] {
    auto& node = pattern.nodes.emplace_back();
    node.span = {peek().offset, 1};
  };
  const auto node_or_none = [&] {
    if (sees("(") && !is_part_ahead()) {
      pattern.nodes.push_back(node_pattern());
    } else {
      anonymous_node();
    }
  };
  if (!sees("(")) unexpected("(");
  node_or_none();
  for (;;) {
    if (is_relationship_ahead()) {
      pattern.relationships.push_back(relationship_pattern());
      pattern.nodes.push_back(node_pattern());
    } else if (sees("(") && is_part_ahead()) {
      pattern.relationships.push_back(repeated_part());
      node_or_none();
    } else {
      return;
    }
  }
}

/// A quantified part: ((a)-->(b) WHERE ...){1,3}. The part must have a fixed length, as in GQL.
RelationshipPattern Parser::repeated_part() {
  const Nesting nesting(*this);
  const auto start = at_;
  RelationshipPattern made;
  made.part = std::make_shared<QuantifiedPattern>();
  made.variable_length = true;
  need("(");
  auto& inner = made.part->pattern;
  if (sees_name() && sees("=", 1)) {
    syntax_error("InvalidRelationshipPattern", "a path inside of a repeated pattern has no name of its own",
                 {peek().offset, peek().spelled.size()});
  }
  chain(inner);
  if (eat_word("WHERE")) inner.where = expression();
  need(")");
  inner.span = span_from(start);
  if (!sees("{") && !sees("+") && !sees("*")) {
    syntax_error("UnexpectedSyntax",
                 "a pattern in brackets inside of a longer one is repeated: add {1,3}, + or * after it, or leave out "
                 "the brackets",
                 span_from(start));
  }
  const bool has_fixed_length =
      std::ranges::none_of(inner.relationships, [](const RelationshipPattern& hop) { return hop.variable_length; });
  if (inner.relationships.empty() || !has_fixed_length) {
    syntax_error("InvalidRelationshipPattern",
                 "what is repeated holds at least one relationship, and no pattern of variable length in it",
                 span_from(start));
  }
  quantifier(made);
  made.span = span_from(start);
  return made;
}

/// +, *, {3}, {1,3}, {1,} or {,3}.
void Parser::quantifier(RelationshipPattern& relationship) {
  const auto start = at_;
  if (eat("+")) {
    relationship.min = 1;
  } else if (eat("*")) {
    relationship.min = 0;
  } else {
    need("{");
    const auto first = bound();
    if (eat(",")) {
      relationship.min = first.value_or(0);
      relationship.max = bound();
    } else {
      if (!first) unexpected("a number");
      relationship.min = *first;
      relationship.max = first;
    }
    need("}");
  }
  if (relationship.max && (*relationship.max < relationship.min || *relationship.max == 0)) {
    syntax_error("InvalidRelationshipPattern", "the upper bound of a quantifier is at least 1 and at least the lower",
                 span_from(start));
  }
}

/// A quantifier after a relationship. -[r:A]->{1,3} equals -[r:A*1..3]->. With a condition inside, it equals (()-[r:A
/// WHERE ...]->()){1,3}.
void Parser::repeat(RelationshipPattern& relationship) {
  if (!sees("{") && !sees("+") && !sees("*")) return;
  if (relationship.variable_length) {
    syntax_error("InvalidRelationshipPattern", "a relationship has one length: either *1..3 inside or {1,3} after it",
                 relationship.span);
  }
  if (relationship.conditions.empty()) {
    relationship.variable_length = true;
    quantifier(relationship);
    return;
  }
  RelationshipPattern around;
  around.span = relationship.span;
  around.variable_length = true;
  around.part = std::make_shared<QuantifiedPattern>();
  around.part->pattern.span = relationship.span;
  around.part->pattern.nodes.resize(2);
  for (auto& node : around.part->pattern.nodes) node.span = relationship.span;
  around.part->pattern.relationships.push_back(std::move(relationship));
  quantifier(around);
  relationship = std::move(around);
}

/// Whether a variable's name follows. WHERE and IS may be names too, if what follows them can only come after a name.
bool Parser::sees_pattern_name() const {
  if (!sees_name()) return false;
  if (!sees_word("WHERE") && !sees_word("IS")) return true;
  const auto ends_name = [&](std::string_view symbol) { return sees(symbol, 1); };
  constexpr std::array<std::string_view, 5> kAfterName = {")", "]", ":", "{", "*"};
  return std::ranges::any_of(kAfterName, ends_name) || sees_word("WHERE", 1) || sees_word("IS", 1);
}

NodePattern Parser::node_pattern() {
  const auto start = at_;
  const auto end_before = std::exchange(comprehension_end_, 0);
  NodePattern node;
  need("(");
  if (sees_pattern_name()) node.name = need_name("a variable");
  node_labels(node);
  node.properties = property_map();
  if (eat_word("WHERE")) node.conditions.push_back(expression());
  need(")");
  node.span = span_from(start);
  comprehension_end_ = end_before;
  return node;
}

/// {name: value} in a node or relationship; null if there is none.
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

/// -[...]-, <-[...]-, -[...]-> and <-[...]->, which is the same as no direction.
RelationshipPattern Parser::relationship_pattern() {
  const auto start = at_;
  RelationshipPattern relationship;
  const bool to_left = eat("<");
  need("-");
  if (eat("[")) {
    const auto end_before = std::exchange(comprehension_end_, 0);
    relationship_detail(relationship);
    need("]");
    comprehension_end_ = end_before;
  }
  need("-");
  const bool to_right = eat(">");
  relationship.direction = to_left == to_right ? Direction::Both : to_left ? Direction::In : Direction::Out;
  relationship.span = span_from(start);
  repeat(relationship);
  return relationship;
}

void Parser::relationship_detail(RelationshipPattern& relationship) {
  if (sees_pattern_name()) relationship.name = need_name("a variable");
  relationship_types(relationship);
  if (eat("*")) length(relationship);
  if (sees("..")) {
    syntax_error("InvalidRelationshipPattern", "a range of lengths begins with *, as in [:REFERS_TO*1..3]",
                 {peek().offset, 2});
  }
  relationship.properties = property_map();
  if (!sees_word("WHERE")) return;
  if (relationship.variable_length) {
    syntax_error("InvalidRelationshipPattern",
                 "WHERE looks at one relationship: write -[r WHERE ...]->{1,3} instead of -[r*1..3 WHERE ...]->",
                 {peek().offset, 5});
  }
  ++at_;
  relationship.conditions.push_back(expression());
}

/// A number in a quantifier; nothing if there is none.
std::optional<std::int64_t> Parser::bound() {
  if (peek().kind != TokenKind::Integer) return std::nullopt;
  std::int64_t number = 0;
  const auto& text = peek().text;
  if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) unexpected("a length");
  ++at_;
  return number;
}

/// After * inside a relationship: *, *2, *1..3, *..3 or *1..
void Parser::length(RelationshipPattern& relationship) {
  relationship.variable_length = true;
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

/// Whether this bracket is the first node of a pattern and not an expression: (a)-->(b) is a pattern, (a) - (b) is a
/// subtraction. Looks at the inside of the bracket, and at what follows the closing one.
bool Parser::is_pattern_ahead() const {
  const auto close = peek().matching;
  if (!sees("(") || close == 0) return false;
  const auto symbol_at = [&](std::size_t i, std::string_view symbol) {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::Symbol && tokens_[i].spelled == symbol;
  };
  const bool looks_like_node =
      sees(")", 1) || sees(":", 1) || sees("{", 1) || sees_word("WHERE", 1) ||
      ((peek(1).kind == TokenKind::Name || peek(1).kind == TokenKind::QuotedName) &&
       (sees(")", 2) || sees(":", 2) || sees("{", 2) || sees_word("WHERE", 2) || sees_word("IS", 2)));
  if (!looks_like_node) return false;
  auto next = close + 1;
  if (symbol_at(next, "(")) return symbol_at(next + 1, "(");  // (a)((x)-->(y))+
  if (symbol_at(next, "<")) ++next;
  if (!symbol_at(next, "-")) return false;
  ++next;
  if (symbol_at(next, "[")) return tokens_[next].matching != 0 && symbol_at(tokens_[next].matching + 1, "-");
  return symbol_at(next, "-") && (symbol_at(next + 1, "(") || symbol_at(next + 1, ">"));
}

}  // namespace treatygraph::queries::cypher
