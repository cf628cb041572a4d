// Complete queries: prefixes, UNION, NEXT, WHEN, and which clauses may follow each other.

#include <fmt/format.h>

#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {

/// CYPHER 5, CYPHER 25, CYPHER runtime=slotted: accepted without effect, because there is one version and one runtime.
void Parser::skip_version() {
  while (eat_word("CYPHER")) {
    if (peek().kind == TokenKind::Integer || peek().kind == TokenKind::Float) {
      if (peek().text != "5" && peek().text != "25") unexpected("5 or 25, the versions of Cypher that are known here");
      ++at_;
    }
    while (sees_name() && sees("=", 1)) at_ += 3;
  }
}

std::unique_ptr<Query> Parser::whole() {
  skip_version();
  const bool explain = eat_word("EXPLAIN");
  const bool profile = !explain && eat_word("PROFILE");
  skip_version();
  auto all = query("the end of the query");
  all->explain = explain;
  all->profile = profile;
  all->notes = std::move(notes_);
  eat(";");
  if (peek().kind != TokenKind::End) unexpected("the end of the query");
  return all;
}

/// Parts and, after NEXT, further parts that continue from the rows of the ones before. `A NEXT B` becomes `CALL (*) {
/// A } B`. If B is a UNION, each of its parts needs a copy of A, so A is parsed again.
std::unique_ptr<Query> Parser::query(std::string_view end) {
  const Nesting nesting(*this);
  constexpr std::size_t kMostNext = 50;  // each runs inside the next
  auto begin = at_;
  auto all = parts();
  for (std::size_t count = 1; eat_word("NEXT"); ++count) {
    if (count > kMostNext) {
      syntax_error("QueryTooComplex", fmt::format("more than {} times NEXT", kMostNext), {tokens_[at_ - 1].offset, 4});
    }
    const auto next_begin = at_;
    auto next = parts();
    const auto next_end = at_;
    for (std::size_t i = 0; i < next->parts.size(); ++i) {
      if (i > 0) {  // each part of a UNION starts from the same rows
        at_ = begin;
        all = parts();
      }
      SubqueryClause before;
      before.says_imports = true;
      before.imports_all = true;
      before.query = std::move(all);
      auto& clauses = next->parts[i].clauses;
      clauses.insert(clauses.begin(), clause_of(std::move(before), {tokens_[begin].offset, 1}));
    }
    at_ = next_end;
    all = std::move(next);
    begin = next_begin;
  }
  if (!at_end_of_query()) unexpected(end);
  return all;
}

/// Queries joined by UNION.
std::unique_ptr<Query> Parser::parts() {
  if (sees_word("WHEN")) return branches();
  auto all = std::make_unique<Query>();
  all->parts.push_back(single_query());
  while (sees_word("UNION")) {
    const auto span = Span{peek().offset, 5};
    ++at_;
    const bool union_all = eat_word("ALL");
    if (!union_all) eat_word("DISTINCT");
    if (all->parts.size() > 1 && all->union_all != union_all) {
      syntax_error("InvalidClauseComposition", "UNION and UNION ALL do not mix in one query", span);
    }
    all->union_all = union_all;
    all->parts.push_back(single_query());
  }
  return all;
}

/// WHEN a THEN query WHEN b THEN query ELSE query. It is a query of one conditional clause.
std::unique_ptr<Query> Parser::branches() {
  const Nesting nesting(*this);
  const auto start = at_;
  ConditionalClause choice;
  const auto branch = [&](ExpressionPtr when) {
    auto& made = choice.branches.emplace_back();
    made.when = std::move(when);
    made.query = parts();
  };
  while (eat_word("WHEN")) {
    auto when = expression();
    need_word("THEN");
    branch(std::move(when));
  }
  if (eat_word("ELSE")) branch(nullptr);
  auto all = std::make_unique<Query>();
  all->parts.emplace_back().clauses.push_back(clause_of(std::move(choice), span_from(start)));
  return all;
}

/// Whether the next token ends a sequence of clauses.
bool Parser::at_end_of_query() const {
  return peek().kind == TokenKind::End || sees(";") || sees("}") || sees_word("UNION") || sees_word("NEXT") ||
         sees_word("WHEN") || sees_word("ELSE");
}

SingleQuery Parser::single_query() {
  SingleQuery single;
  if (sees("{")) {  // a query in brackets is a branch for every row
    const auto start = at_;
    ConditionalClause choice;
    need("{");
    choice.branches.emplace_back().query = query("}");
    need("}");
    single.clauses.push_back(clause_of(std::move(choice), span_from(start)));
    return single;
  }
  while (!at_end_of_query()) {
    need_room(single);
    add_clause(single);
  }
  if (single.clauses.empty()) unexpected("MATCH, UNWIND, WITH, CALL or RETURN");
  return single;
}

/// USE neo4j, USE graph.byName('x'): accepted without effect, with a note, because there is one graph.
void Parser::use_graph() {
  const auto start = at_;
  need_word("USE");
  expression();
  notes_.push_back(fmt::format("{} changes nothing: there is one graph here", text_from(start)));
}

/// Each clause is a level of recursion when the query runs, so their number is limited.
void Parser::need_room(const SingleQuery& single) const {
  constexpr std::size_t kMostClauses = 500;
  if (single.clauses.size() < kMostClauses) return;
  syntax_error("QueryTooComplex", fmt::format("more than {} clauses", kMostClauses), {peek().offset, 1});
}

void Parser::add_clause(SingleQuery& single) {
  if (sees_word("USE") && !sees("=", 1)) {
    use_graph();
  } else if (sees_word("LET")) {
    let(single);
  } else if (sees_word("SHOW") && single.clauses.empty()) {
    show(single);
  } else {
    single.clauses.push_back(clause());
  }
}

ProjectionClause Parser::with_all() {
  ProjectionClause made;
  made.star = true;
  return made;
}

/// LET a = 1, b = 2 becomes WITH *, 1 AS a WITH *, 2 AS b, so later names may read earlier ones.
void Parser::let(SingleQuery& single) {
  need_word("LET");
  do {
    need_room(single);
    const auto start = at_;
    auto clause = with_all();
    ProjectionItem item;
    item.name = need_name("a variable");
    item.has_alias = true;
    need("=");
    item.expression = expression();
    item.span = span_from(start);
    clause.items.push_back(std::move(item));
    single.clauses.push_back(clause_of(std::move(clause), span_from(start)));
  } while (eat(","));
}

}  // namespace treatygraph::queries::cypher
