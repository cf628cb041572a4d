// SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'to' RETURN count(*): a CALL, and projections of its columns.

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/language/parser_rules.h"
#include "queries/cypher/language/show_command.h"

namespace treatygraph::queries::cypher {
void Parser::show(SingleQuery& single) {
  const auto start = at_;
  const auto offset = peek().offset;
  need_word("SHOW");
  constexpr std::size_t kMostWords = 6;  // ALL, BUILT IN, HOME, RANGE ... may precede the noun
  const ShowCommand* command = nullptr;
  for (std::size_t i = 0; i < kMostWords && command == nullptr && sees_name(); ++i, ++at_) {
    const auto all = show_commands();
    const auto found =
        std::ranges::find_if(all, [&](const ShowCommand& one) { return sees_word(one.one) || sees_word(one.many); });
    if (found != all.end()) command = &*found;
  }
  if (command == nullptr) {
    at_ = start + 1;
    unexpected("FUNCTIONS, PROCEDURES, INDEXES, CONSTRAINTS, DATABASES or SETTINGS");
  }
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
