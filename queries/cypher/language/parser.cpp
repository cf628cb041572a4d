#include "queries/cypher/language/parser.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  constexpr std::size_t kDeepest = 400;
  if (++parser_.depth_ <= kDeepest) return;
  --parser_.depth_;
  syntax_error("QueryTooComplex", fmt::format("more than {} levels of nesting", kDeepest), {parser_.peek().offset, 1});
}

bool Parser::eat(std::string_view symbol) {
  if (!sees(symbol)) return false;
  ++at_;
  return true;
}

bool Parser::eat_word(std::string_view word) {
  if (!sees_word(word)) return false;
  ++at_;
  return true;
}

void Parser::need(std::string_view symbol) {
  if (!eat(symbol)) unexpected(symbol);
}

void Parser::need_word(std::string_view word) {
  if (!eat_word(word)) unexpected(word);
}

std::string Parser::need_name(std::string_view what) {
  if (!sees_name()) unexpected(what);
  return tokens_[at_++].text;
}

void Parser::unexpected(std::string_view wanted) const {
  const auto& token = peek();
  const auto found =
      token.kind == TokenKind::End ? std::string("the end of the query") : fmt::format("`{}`", token.spelled);
  syntax_error("UnexpectedSyntax", fmt::format("found {}; expected {}", found, wanted),
               {token.offset, std::max<std::size_t>(token.spelled.size(), 1)});
}

Span Parser::span_from(std::size_t first_token) const {
  const auto start = tokens_[first_token].offset;
  const auto& last = tokens_[at_ > first_token ? at_ - 1 : first_token];
  return {start, last.offset + last.spelled.size() - start};
}

std::string Parser::text_from(std::size_t first_token) const {
  const auto span = span_from(first_token);
  return std::string(text_.substr(span.offset, span.length));
}

std::unique_ptr<Query> Parser::whole() {
  const bool explain = eat_word("EXPLAIN");
  const bool profile = !explain && eat_word("PROFILE");
  auto all = query("the end of the query");
  all->explain = explain;
  all->profile = profile;
  eat(";");
  if (peek().kind != TokenKind::End) unexpected("the end of the query");
  return all;
}

std::unique_ptr<Query> Parser::query(std::string_view end) {
  const Nesting nesting(*this);
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
  if (!at_end_of_query()) unexpected(end);
  return all;
}

bool Parser::at_end_of_query() const {
  return peek().kind == TokenKind::End || sees(";") || sees("}") || sees_word("UNION");
}

SingleQuery Parser::single_query() {
  constexpr std::size_t kMostClauses = 500;
  SingleQuery single;
  while (!at_end_of_query()) {
    if (single.clauses.size() == kMostClauses) {
      syntax_error("QueryTooComplex", fmt::format("more than {} clauses", kMostClauses), {peek().offset, 1});
    }
    single.clauses.push_back(clause());
  }
  if (single.clauses.empty()) unexpected("MATCH, UNWIND, WITH, CALL or RETURN");
  return single;
}

void Parser::refuse_writing() const {
  static constexpr std::array<std::string_view, 10> kWriting = {"CREATE", "MERGE",   "DELETE", "DETACH", "SET",
                                                                "REMOVE", "FOREACH", "DROP",   "INSERT", "ALTER"};
  const bool is_load = sees_word("LOAD") && sees_word("CSV", 1);
  for (const auto word : kWriting) {
    if (!sees_word(word)) continue;
    throw CypherError{"ReadOnlyError",
                      Phase::Compile,
                      "WritingRefused",
                      fmt::format("{} writes, and this graph is read-only: treatygraph is built by ingestion", word),
                      {peek().offset, word.size()}};
  }
  if (is_load) {
    throw CypherError{"ReadOnlyError",
                      Phase::Compile,
                      "WritingRefused",
                      "LOAD CSV reads files, and this server reads only its graph: treatygraph is built by ingestion",
                      {peek().offset, 8}};
  }
}

std::unique_ptr<Clause> Parser::clause() {
  const auto start = at_;
  auto made = std::make_unique<Clause>();
  refuse_writing();
  if (sees_word("MATCH") || (sees_word("OPTIONAL") && sees_word("MATCH", 1))) {
    made->match.optional = eat_word("OPTIONAL");
    ++at_;
    match(made->match);
  } else if (eat_word("UNWIND")) {
    made->kind = Clause::Kind::Unwind;
    unwind(made->unwind);
  } else if (sees_word("WITH") || sees_word("RETURN")) {
    made->kind = Clause::Kind::Projection;
    made->projection.is_return = sees_word("RETURN");
    ++at_;
    projection(made->projection);
  } else if (eat_word("CALL")) {
    call(*made);
  } else {
    unexpected("MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL, RETURN or UNION");
  }
  made->span = span_from(start);
  return made;
}

void Parser::match(MatchClause& clause) {
  constexpr std::size_t kMostNodes = 500;
  const auto start = at_;
  clause.patterns = pattern_list();
  std::size_t nodes = 0;
  for (const auto& pattern : clause.patterns) nodes += pattern.nodes.size();
  if (nodes > kMostNodes) {
    syntax_error("QueryTooComplex", fmt::format("more than {} nodes in one pattern", kMostNodes), span_from(start));
  }
  if (eat_word("WHERE")) clause.where = expression();
}

void Parser::unwind(UnwindClause& clause) {
  clause.list = expression();
  need_word("AS");
  const auto start = at_;
  clause.name = need_name("a variable");
  clause.span = span_from(start);
}

void Parser::projection(ProjectionClause& clause) {
  clause.distinct = eat_word("DISTINCT");
  if (eat("*")) {
    clause.star = true;
  } else {
    clause.items.push_back(projection_item());
  }
  while (eat(",")) clause.items.push_back(projection_item());
  order_by(clause);
  if (eat_word("SKIP") || eat_word("OFFSET")) clause.skip = expression();
  if (eat_word("LIMIT")) clause.limit = expression();
  if (!clause.is_return && eat_word("WHERE")) clause.where = expression();
}

ProjectionItem Parser::projection_item() {
  const auto start = at_;
  ProjectionItem item;
  item.expression = expression();
  item.name = text_from(start);
  if (item.expression->kind == ExpressionKind::Variable) item.name = item.expression->name;
  if (eat_word("AS")) {
    item.name = need_name("an alias");
    item.has_alias = true;
  }
  item.span = span_from(start);
  return item;
}

void Parser::order_by(ProjectionClause& clause) {
  if (!eat_word("ORDER")) return;
  need_word("BY");
  do {
    SortItem item;
    item.expression = expression();
    item.descending = eat_word("DESC") || eat_word("DESCENDING");
    if (!item.descending && !eat_word("ASC")) eat_word("ASCENDING");
    clause.order.push_back(std::move(item));
  } while (eat(","));
}

/// (a, b), (*) or ()
void Parser::imports(SubqueryClause& clause) {
  clause.says_imports = true;
  need("(");
  if (eat("*")) {
    clause.imports_all = true;
  } else if (!sees(")")) {
    do {
      const auto start = at_;
      auto name = need_name("a variable");
      clause.imports.push_back({std::move(name), span_from(start)});
    } while (eat(","));
  }
  need(")");
}

void Parser::call(Clause& clause) {
  if (sees("{") || sees("(")) {
    clause.kind = Clause::Kind::Subquery;
    if (sees("(")) imports(clause.subquery);
    need("{");
    clause.subquery.query = query("}");
    need("}");
    return;
  }
  clause.kind = Clause::Kind::Call;
  auto& call = clause.call;
  const auto start = at_;
  call.procedure = need_name("the name of a procedure, or {");
  while (eat(".")) call.procedure += "." + need_name("the name of a procedure");
  call.span = span_from(start);
  if (eat("(")) {
    call.has_arguments = true;
    if (!sees(")")) {
      do call.arguments.push_back(expression());
      while (eat(","));
    }
    need(")");
  }
  yield(call);
}

void Parser::yield(CallClause& clause) {
  if (!eat_word("YIELD")) return;
  clause.has_yield = true;
  if (eat("*")) {
    clause.yields_all = true;
  } else {
    if (sees("-")) ++at_;  // "YIELD -": nothing
    while (sees_name() && !at_end_of_query()) {
      const auto start = at_;
      CallClause::Yield yielded;
      yielded.column = need_name("a column");
      yielded.name = eat_word("AS") ? need_name("an alias") : yielded.column;
      yielded.span = span_from(start);
      clause.yields.push_back(std::move(yielded));
      if (!eat(",")) break;
    }
  }
  if (eat_word("WHERE")) clause.where = expression();
}

Value parse_json(std::string_view text) {
  return Parser(text).whole_json();
}

std::unique_ptr<Query> parse(std::string_view text) {
  constexpr std::size_t kLongest = 256U * 1024;
  if (text.size() > kLongest) {
    syntax_error("QueryTooComplex",
                 fmt::format("the query is longer than {} KiB; hand long lists over as parameters", kLongest / 1024));
  }
  return Parser(text).whole();
}

}  // namespace treatygraph::queries::cypher
