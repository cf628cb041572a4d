// SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'to' RETURN count(*). A SHOW becomes the CALL of a procedure that
// makes its rows, and a WITH and a RETURN of its columns.

#include <algorithm>
#include <array>

#include "queries/cypher/language/other_languages.h"
#include "queries/cypher/language/parser_rules.h"
#include "queries/cypher/language/show_command.h"

namespace treatygraph::queries::cypher {
namespace {

/// Everything that a command shows is of these kinds, so they leave nothing out.
constexpr std::array<std::string_view, 11> kOfAll = {"ALL",    "BUILT", "IN",       "HOME",       "DEFAULT", "CURRENT",
                                                     "UNIQUE", "NODE",  "PROPERTY", "UNIQUENESS", "GRAPH"};
/// Nothing that a command shows is of these kinds: there are no user-defined functions, and the only constraint is that
/// a node's key is unique.
constexpr std::array<std::string_view, 9> kOfNone = {"USER",      "DEFINED", "REL",  "RELATIONSHIP", "KEY",
                                                     "EXISTENCE", "EXIST",   "TYPE", "EXISTS"};
constexpr std::array<std::string_view, 6> kIndexTypes = {"RANGE", "LOOKUP", "TEXT", "POINT", "FULLTEXT", "VECTOR"};

}  // namespace

/// Reads the words before the noun, such as ALL, BUILT IN or RANGE. Returns the condition on the rows that they
/// express, or null for none.
ExpressionPtr Parser::shown_kinds() {
  ExpressionPtr condition;
  const auto sees_one_of = [&](const auto& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return sees_word(word); });
  };
  for (const auto start = at_;; ++at_) {
    if (sees_one_of(kIndexTypes)) {
      const auto* type = std::ranges::find_if(kIndexTypes, [&](std::string_view word) { return sees_word(word); });
      Comparison comparison;
      comparison.operands.push_back(variable_of("type", start));
      comparison.operands.push_back(literal_of(Value(Text(*type)), start));
      comparison.operators.push_back(Comparison::Operator::Equal);
      condition = node_of(std::move(comparison), start);
    } else if (sees_one_of(kOfNone)) {
      condition = literal_of(false, start);
    } else if (!sees_one_of(kOfAll)) {
      return condition;
    }
  }
}

void Parser::show(SingleQuery& single) {
  const auto start = at_;
  const auto offset = peek().offset;
  need_word("SHOW");
  auto kinds = shown_kinds();
  const auto all = show_commands();
  const auto command =
      std::ranges::find_if(all, [&](const ShowCommand& one) { return sees_word(one.one) || sees_word(one.many); });
  if (command == all.end()) {
    at_ = std::min(at_, start + 1);
    unexpected(kShown);
  }
  ++at_;
  const bool names_database = sees_name() && !sees_word("YIELD") && !sees_word("WHERE") && !sees_word("EXECUTABLE");
  if (names_database) ++at_;
  while (peek().kind == TokenKind::String) {  // of settings
    ++at_;
    eat(",");
  }
  if (eat_word("EXECUTABLE") && eat_word("BY")) {
    if (!eat_word("CURRENT")) need_name("a user");
    eat_word("USER");
  }
  CallClause call;
  call.procedure = std::string(command->procedure);
  call.span = span_from(start);
  call.has_arguments = true;
  call.shows = true;
  call.where = std::move(kinds);
  single.clauses.push_back(clause_of(std::move(call), span_from(start)));

  const auto item_of = [&](std::string_view name) {
    ProjectionItem item;
    item.expression = variable_of(std::string(name), start);
    item.name = std::string(name);
    item.has_alias = true;
    item.span = {offset, 4};
    return item;
  };
  ProjectionClause projection;
  std::vector<std::string> shown;
  if (eat_word("YIELD") && !eat("*")) {
    do {
      const auto column_start = at_;
      const auto name = need_name("a column");
      auto item = item_of(name);
      item.expression->span = item.span = span_from(column_start);
      if (eat_word("AS")) item.name = need_name("an alias");
      shown.push_back(item.name);
      projection.items.push_back(std::move(item));
    } while (eat(","));
  } else {
    const bool yields_all = at_ > 0 && sees_after_star();
    for (const auto& column : command->columns) {
      if (yields_all || column.is_brief) shown.emplace_back(column.name);
    }
    projection.star = true;
  }
  order_skip_limit(projection);
  if (eat_word("WHERE")) projection.where = expression();
  single.clauses.push_back(clause_of(std::move(projection), {offset, 4}));
  if (sees_word("RETURN")) {
    single.clauses.push_back(clause());
    return;
  }
  ProjectionClause answer;
  answer.is_return = true;
  for (const auto& name : shown) answer.items.push_back(item_of(name));
  single.clauses.push_back(clause_of(std::move(answer), {offset, 4}));
}

/// Whether YIELD * was just read.
bool Parser::sees_after_star() const {
  return tokens_[at_ - 1].kind == TokenKind::Symbol && tokens_[at_ - 1].spelled == "*";
}

}  // namespace treatygraph::queries::cypher
