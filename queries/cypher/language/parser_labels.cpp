// Label expressions, as in (n:A&(B|!C)) and -[:A|B]->, and the names of value types, as in x IS :: LIST<INTEGER>.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {
namespace {

using LabelKind = LabelExpression::Kind;

/// Joins two expressions with & or |. A chain is one node with many parts.
LabelExpression joined(LabelKind kind, LabelExpression left, LabelExpression right) {
  if (left.kind == kind) {
    left.parts.push_back(std::move(right));
    return left;
  }
  LabelExpression made;
  made.kind = kind;
  made.parts.push_back(std::move(left));
  made.parts.push_back(std::move(right));
  return made;
}

/// The names, if the expression is a plain list joined by `kind`.
std::optional<std::vector<std::string>> names_in(const LabelExpression& all, LabelKind kind) {
  if (all.kind == LabelKind::Name) return std::vector{all.name};
  if (all.kind != kind) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& part : all.parts) {
    if (part.kind != LabelKind::Name) return std::nullopt;
    names.push_back(part.name);
  }
  return names;
}

}  // namespace

/// Consumes the mark before a label: `:`, or IS unless NULL, NOT or a type follows.
bool Parser::eat_label_mark() {
  if (sees_word("IS") && !sees_word("NULL", 1) && !sees_word("NOT", 1) && !sees(":", 1)) return eat_word("IS");
  return eat(":");
}

/// Reads the element that the pattern, or the CASE, is about.
ExpressionPtr Parser::this_one(std::size_t start) const {
  return node_of(VariableRead{{}, true}, start);
}

/// (n:A:B) is a list of labels; any other label expression becomes a condition on the node.
void Parser::node_labels(NodePattern& node) {
  const auto start = at_;
  if (!eat_label_mark()) return;
  std::vector<ExpressionPtr> dynamic;
  auto all = label_or(dynamic);
  if (auto names = names_in(all, LabelKind::And)) {
    node.labels = std::move(*names);
  } else {
    node.conditions.push_back(fits_labels(this_one(start), std::move(all), std::move(dynamic), start, start));
  }
}

/// [:A|B] is a list of types. Other expressions are resolved to types when the query is planned, unless they contain
/// $(...): then they are a condition.
void Parser::relationship_types(RelationshipPattern& relationship) {
  const auto start = at_;
  if (!eat_label_mark()) return;
  std::vector<ExpressionPtr> dynamic;
  auto all = label_or(dynamic);
  if (auto names = names_in(all, LabelKind::Or)) {
    relationship.types = std::move(*names);
  } else if (dynamic.empty()) {
    relationship.type_expression = std::move(all);
  } else {
    relationship.conditions.push_back(fits_labels(this_one(start), std::move(all), std::move(dynamic), start, start));
  }
}

/// Whether this | joins labels. In [x IN list WHERE x:A|B | x.a], the last bar ends the condition instead, so a bar
/// joins labels only if another one follows.
bool Parser::bar_is_label() const {
  if (!sees("|") || comprehension_end_ == 0) return sees("|");
  for (auto i = at_ + 1; i < comprehension_end_; ++i) {
    if (tokens_[i].kind != TokenKind::Symbol) continue;
    if (tokens_[i].spelled == "|") return true;
    if (tokens_[i].matching != 0) i = tokens_[i].matching;
  }
  return false;
}

LabelExpression Parser::label_or(std::vector<ExpressionPtr>& dynamic) {
  auto left = label_and(dynamic);
  while (bar_is_label()) {
    ++at_;
    eat(":");  // [:A|:B] as well as [:A|B]
    left = joined(LabelKind::Or, std::move(left), label_and(dynamic));
  }
  return left;
}

LabelExpression Parser::label_and(std::vector<ExpressionPtr>& dynamic) {
  auto left = label_not(dynamic);
  while (eat("&") || eat(":")) left = joined(LabelKind::And, std::move(left), label_not(dynamic));
  return left;
}

LabelExpression Parser::label_not(std::vector<ExpressionPtr>& dynamic) {
  const Nesting nesting(*this);
  LabelExpression made;
  if (eat("!")) {
    made.kind = LabelKind::Not;
    made.parts.push_back(label_not(dynamic));
  } else if (eat("%")) {
    made.kind = LabelKind::Any;
  } else if (eat("(")) {
    const auto end_before = std::exchange(comprehension_end_, 0);
    made = label_or(dynamic);
    need(")");
    comprehension_end_ = end_before;
  } else if (sees("$") || (peek().kind == TokenKind::Parameter && sees("(", 1))) {
    return dynamic_label(dynamic);
  } else {
    made.kind = LabelKind::Name;
    made.name = need_name("a label or a relationship type");
  }
  return made;
}

/// $(expression), $all(expression), $any(expression)
LabelExpression Parser::dynamic_label(std::vector<ExpressionPtr>& dynamic) {
  LabelExpression made;
  made.kind = LabelKind::Dynamic;
  const auto& word = peek();
  if (word.kind == TokenKind::Parameter) {
    made.one_is_enough = word.text == "any" || word.text == "ANY";
    if (!made.one_is_enough && word.text != "all" && word.text != "ALL") unexpected("$(, $any( or $all(");
  }
  ++at_;
  need("(");
  made.argument = dynamic.size();
  dynamic.push_back(expression());
  need(")");
  return made;
}

/// A condition on labels. `spelled_from` is the token where the labels begin; two conditions are equal if their texts
/// are.
ExpressionPtr Parser::fits_labels(ExpressionPtr of, LabelExpression labels, std::vector<ExpressionPtr> dynamic,
                                  std::size_t spelled_from, std::size_t start) const {
  auto all = std::make_unique<LabelExpression>(std::move(labels));
  return node_of(FitsLabels{std::move(of), text_from(spelled_from), std::move(all), std::move(dynamic)}, start);
}

/// A label condition after its operand: n:A:B, n:A|B or n IS A.
ExpressionPtr Parser::label_predicate(ExpressionPtr of, std::size_t start) {
  std::vector<ExpressionPtr> dynamic;
  const auto labels_start = at_;
  if (!eat_label_mark()) unexpected("a label");
  auto all = label_or(dynamic);
  if (auto names = names_in(all, LabelKind::And)) {
    HasLabels made;
    made.of = std::move(of);
    made.names = std::move(*names);
    return node_of(std::move(made), start);
  }
  return fits_labels(std::move(of), std::move(all), std::move(dynamic), labels_start, start);
}

namespace {

using Type = TypeName::Kind;

/// The words of a type's name; unused ones are empty.
struct TypeWords {
  std::array<std::string_view, 4> words;
  Type type{};
};

/// The first entry that fits is taken, so a name comes before its prefixes.
constexpr std::array<TypeWords, 39> kTypes = {{{{"NOTHING"}, Type::Nothing},
                                               {{"NULL"}, Type::Null},
                                               {{"BOOLEAN"}, Type::Boolean},
                                               {{"BOOL"}, Type::Boolean},
                                               {{"STRING"}, Type::String},
                                               {{"VARCHAR"}, Type::String},
                                               {{"INTEGER64"}, Type::Integer},
                                               {{"INTEGER"}, Type::Integer},
                                               {{"INT64"}, Type::Integer},
                                               {{"INT"}, Type::Integer},
                                               {{"SIGNED", "INTEGER"}, Type::Integer},
                                               {{"FLOAT64"}, Type::Float},
                                               {{"FLOAT"}, Type::Float},
                                               {{"DATE"}, Type::Date},
                                               {{"LOCAL", "TIME"}, Type::LocalTime},
                                               {{"LOCAL", "DATETIME"}, Type::LocalDateTime},
                                               {{"TIME", "WITHOUT", "TIME", "ZONE"}, Type::LocalTime},
                                               {{"TIME", "WITHOUT", "TIMEZONE"}, Type::LocalTime},
                                               {{"TIME", "WITH", "TIME", "ZONE"}, Type::ZonedTime},
                                               {{"TIME", "WITH", "TIMEZONE"}, Type::ZonedTime},
                                               {{"ZONED", "TIME"}, Type::ZonedTime},
                                               {{"ZONED", "DATETIME"}, Type::ZonedDateTime},
                                               {{"TIMESTAMP", "WITHOUT", "TIME", "ZONE"}, Type::LocalDateTime},
                                               {{"TIMESTAMP", "WITHOUT", "TIMEZONE"}, Type::LocalDateTime},
                                               {{"TIMESTAMP", "WITH", "TIME", "ZONE"}, Type::ZonedDateTime},
                                               {{"TIMESTAMP", "WITH", "TIMEZONE"}, Type::ZonedDateTime},
                                               {{"DURATION"}, Type::Duration},
                                               {{"NODE"}, Type::Node},
                                               {{"VERTEX"}, Type::Node},
                                               {{"RELATIONSHIP"}, Type::Relationship},
                                               {{"EDGE"}, Type::Relationship},
                                               {{"MAP"}, Type::Map},
                                               {{"LIST"}, Type::List},
                                               {{"ARRAY"}, Type::List},
                                               {{"PATHS"}, Type::Path},
                                               {{"PATH"}, Type::Path},
                                               {{"PROPERTY", "VALUE"}, Type::PropertyValue},
                                               {{"POINT"}, Type::Point},
                                               {{"VECTOR"}, Type::Elsewhere}}};

}  // namespace

/// Consumes `::` or TYPED.
bool Parser::eat_type_mark() {
  if (eat_word("TYPED")) return true;
  if (!sees(":") || !sees(":", 1)) return false;
  at_ += 2;
  return true;
}

/// ANY, ANY VALUE, ANY<INTEGER | FLOAT>, or types joined by |.
TypeName Parser::type_name() {
  const Nesting nesting(*this);
  TypeName made;
  const bool is_any = eat_word("ANY");
  const bool is_union = is_any && sees("<");
  if (is_union) need("<");
  if (is_any && !is_union) {
    eat_word("VALUE");
    TypeName::Part part;
    if (sees_word("NOT") && sees_word("NULL", 1)) {
      at_ += 2;
      part.not_null = true;
    }
    made.parts.push_back(std::move(part));
    return made;
  }
  do made.parts.push_back(type_part());
  while (bar_is_label() && eat("|"));
  if (is_union) need(">");
  return made;
}

TypeName::Part Parser::type_part() {
  TypeName::Part part;
  const auto fits = [&](const TypeWords& type) {
    for (std::size_t i = 0; i < type.words.size() && !type.words.at(i).empty(); ++i) {
      if (!sees_word(type.words.at(i), i)) return false;
    }
    return true;
  };
  const auto* known = std::ranges::find_if(kTypes, fits);
  if (known == kTypes.end()) unexpected("the name of a type, INTEGER or LIST<STRING> for example");
  for (const auto word : known->words) at_ += word.empty() ? 0U : 1U;
  part.kind = known->type;
  if (part.kind == Type::List && eat("<")) {
    part.element.push_back(type_name());
    need(">");
  }
  if (sees("!")) {
    ++at_;
    part.not_null = true;
  } else if (sees_word("NOT") && sees_word("NULL", 1)) {
    at_ += 2;
    part.not_null = true;
  }
  if (sees_word("LIST")) {  // INTEGER LIST
    ++at_;
    TypeName::Part list;
    list.kind = Type::List;
    list.element.emplace_back().parts.push_back(std::move(part));
    return list;
  }
  return part;
}

}  // namespace treatygraph::queries::cypher
