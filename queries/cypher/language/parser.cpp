// The tokens, the clauses, and the calls of procedures and subqueries. Each clause of GQL and newer Cypher that is
// short for an older one (FILTER, LET, FOR, FINISH) becomes that one here, so the later passes know few kinds of
// clauses.

#include "queries/cypher/language/parser.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "queries/cypher/language/other_languages.h"
#include "queries/cypher/language/parser_rules.h"

namespace treatygraph::queries::cypher {

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  // Each level of nesting is several recursive calls.
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

/// The error also gets advice, if the word is one of SQL, for example: see other_languages.h.
void Parser::unexpected(std::string_view wanted) const {
  const auto& token = peek();
  const auto found =
      token.kind == TokenKind::End ? std::string("the end of the query") : fmt::format("`{}`", token.spelled);
  const auto remedy = remedy_for(at_ > 0 ? tokens_[at_ - 1].spelled : std::string_view(), token.spelled, wanted);
  syntax_error("UnexpectedSyntax", fmt::format("found {}; expected {}{}", found, wanted, remedy),
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

/// Throws for clauses that write or administrate. Without this, their keywords would be unexpected tokens, and the
/// error would not say that the graph is read-only.
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
  constexpr std::array<std::string_view, 8> kAdministration = {"GRANT", "DENY",   "REVOKE", "START",
                                                               "STOP",  "RENAME", "ENABLE", "TERMINATE"};
  for (const auto word : kAdministration) {
    if (!sees_word(word) || sees("=", 1)) continue;
    throw CypherError{
        "ReadOnlyError",
        Phase::Compile,
        "WritingRefused",
        fmt::format("{} administrates, and there is nothing to administrate here: no users, one read-only "
                    "graph; SHOW DATABASES, SHOW PROCEDURES and SHOW FUNCTIONS tell what there is",
                    word),
        {peek().offset, word.size()}};
  }
  if (is_load) {
    throw CypherError{
        "ReadOnlyError",
        Phase::Compile,
        "WritingRefused",
        "LOAD CSV reads files, and this server reads only its graph, which ingestion builds: hand rows over "
        "as a parameter, UNWIND $rows AS row",
        {peek().offset, 8}};
  }
}

/// One clause, with its place in the text.
std::unique_ptr<Clause> Parser::clause() {
  const auto start = at_;
  refuse_writing();
  auto made = plain_clause();
  made->span = span_from(start);
  return made;
}

std::unique_ptr<Clause> Parser::plain_clause() {
  if (sees_word("MATCH") || (sees_word("OPTIONAL") && sees_word("MATCH", 1))) {
    MatchClause made;
    made.optional = eat_word("OPTIONAL");
    ++at_;
    match(made);
    return clause_of(std::move(made), {});
  }
  if (eat_word("UNWIND")) {
    UnwindClause made;
    unwind(made);
    return clause_of(std::move(made), {});
  }
  if (sees_word("WITH") || sees_word("RETURN")) {
    ProjectionClause made;
    made.is_return = sees_word("RETURN");
    ++at_;
    projection(made);
    return clause_of(std::move(made), {});
  }
  if (sees_word("CALL") || (sees_word("OPTIONAL") && sees_word("CALL", 1))) {
    const bool optional = eat_word("OPTIONAL");
    ++at_;
    return call(optional);
  }
  return short_clause();
}

/// Clauses that are short for WITH * or UNWIND: FILTER, ORDER BY, SKIP and LIMIT on their own, FINISH, and FOR.
std::unique_ptr<Clause> Parser::short_clause() {
  if (eat_word("FOR")) return for_clause();
  auto made = with_all();
  if (eat_word("FILTER")) {
    eat_word("WHERE");
    made.where = expression();
  } else if (sees_word("ORDER") || sees_word("SKIP") || sees_word("OFFSET") || sees_word("LIMIT")) {
    order_skip_limit(made);
  } else if (eat_word("FINISH")) {
    made.star = false;
    made.is_return = true;
    made.limit = literal_of(0, at_ - 1);
  } else {
    unexpected(kClauses);
  }
  return clause_of(std::move(made), {});
}

/// FOR x IN list [WITH ORDINALITY i | WITH OFFSET i]. ORDINALITY counts from 1, OFFSET from 0. If an AS follows, the
/// WITH begins a clause of its own.
std::unique_ptr<Clause> Parser::for_clause() {
  UnwindClause made;
  const auto start = at_;
  made.name = need_name("a variable");
  made.span = span_from(start);
  need_word("IN");
  made.list = expression();
  if (sees_word("WITH") && (sees_word("ORDINALITY", 1) || sees_word("OFFSET", 1)) && is_name(peek(2)) &&
      !(sees_word("AS", 2) && is_name(peek(3)))) {
    ++at_;
    made.first_number = eat_word("ORDINALITY") ? 1 : 0;
    if (made.first_number == 0) need_word("OFFSET");
    made.number_name = need_name("a variable");
  }
  return clause_of(std::move(made), {});
}

/// USING INDEX a:A(b), USING SCAN a:A, USING JOIN ON a: accepted without effect, with a note. Plans depend on the graph
/// only.
void Parser::hints() {
  while (eat_word("USING")) {
    const auto start = at_ - 1;
    constexpr std::array<std::string_view, 5> kKinds = {"TEXT", "RANGE", "POINT", "BTREE", "FULLTEXT"};
    for (const auto kind : kKinds) eat_word(kind);
    if (eat_word("JOIN")) {
      need_word("ON");
      do need_name("a variable");
      while (eat(","));
    } else {
      const bool is_index = eat_word("INDEX");
      if (is_index) {
        eat_word("SEEK");
      } else {
        need_word("SCAN");
      }
      need_name("a variable");
      if (!eat_label_mark()) unexpected(":");
      need_name("a label");
      if (eat("(")) {
        do need_name("a property");
        while (eat(","));
        need(")");
      }
    }
    notes_.push_back(fmt::format("{} changes nothing: plans are made from the graph; see EXPLAIN", text_from(start)));
  }
}

/// The modes of GQL before the patterns: REPEATABLE ELEMENTS lets relationships repeat, DIFFERENT RELATIONSHIPS is the
/// default. A WALK lets them repeat as well.
void Parser::match(MatchClause& clause) {
  // Bounds the work of planning one MATCH.
  constexpr std::size_t kMostNodes = 500;
  const auto start = at_;
  if (sees_word("REPEATABLE")) {
    clause.may_repeat = true;
    ++at_;
    if (!eat_word("ELEMENTS")) need_word("ELEMENT");
    eat_word("BINDINGS");
  } else if (eat_word("DIFFERENT")) {
    if (!eat_word("RELATIONSHIPS")) need_word("RELATIONSHIP");
    eat_word("BINDINGS");
  }
  clause.patterns = pattern_list();
  const auto walks = std::ranges::count(clause.patterns, PathMode::Walk, &Pattern::mode);
  if (walks > 0 && walks < std::ssize(clause.patterns)) {
    syntax_error("InvalidClauseComposition",
                 "a MATCH with a WALK has walks only; put the other patterns into a MATCH of their own",
                 span_from(start));
  }
  clause.may_repeat = clause.may_repeat || walks > 0;
  hints();
  std::size_t nodes = 0;
  for (const auto& pattern : clause.patterns) {
    nodes += pattern.nodes.size();
    for (const auto& hop : pattern.relationships) nodes += hop.part ? hop.part->pattern.nodes.size() : 0;
  }
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
  order_skip_limit(clause);
  if (!clause.is_return && eat_word("WHERE")) clause.where = expression();
}

/// Without AS, the name of a column is its text as written, or the name of the variable.
ProjectionItem Parser::projection_item() {
  const auto start = at_;
  ProjectionItem item;
  item.expression = expression();
  item.name = text_from(start);
  if (const auto* variable = as<VariableRead>(*item.expression)) item.name = variable->name;
  if (eat_word("AS")) {
    item.name = need_name("an alias");
    item.has_alias = true;
  }
  item.span = span_from(start);
  return item;
}

void Parser::order_skip_limit(ProjectionClause& clause) {
  order_by(clause);
  if (eat_word("SKIP") || eat_word("OFFSET")) clause.skip = expression();
  if (eat_word("LIMIT")) clause.limit = expression();
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

/// The imports of a subquery: (a, b), (*) or ().
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

void Parser::refuse_transactions() const {
  if (!sees_word("IN")) return;
  throw CypherError{"ReadOnlyError",
                    Phase::Compile,
                    "WritingRefused",
                    "CALL { } IN TRANSACTIONS divides what is written, and this graph is read-only: leave IN "
                    "TRANSACTIONS out",
                    {peek().offset, 2}};
}

std::unique_ptr<Clause> Parser::call(bool optional) {
  if (!sees("{") && !sees("(")) {
    auto made = procedure_call();
    made.optional = optional;
    return clause_of(std::move(made), {});
  }
  SubqueryClause made;
  made.optional = optional;
  if (sees("(")) imports(made);
  need("{");
  made.query = query("}");
  need("}");
  refuse_transactions();
  return clause_of(std::move(made), {});
}

CallClause Parser::procedure_call() {
  CallClause made;
  const auto start = at_;
  made.procedure = need_name("the name of a procedure, or {");
  while (eat(".")) made.procedure += "." + need_name("the name of a procedure");
  made.span = span_from(start);
  if (eat("(")) {
    made.has_arguments = true;
    if (!sees(")")) {
      do made.arguments.push_back(expression());
      while (eat(","));
    }
    need(")");
  }
  yield(made);
  return made;
}

/// YIELD *, YIELD -, or columns with aliases.
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
  // In bytes. Parsing time and the size of the tree are proportional to the text.
  constexpr std::size_t kLongest = std::size_t{256} * 1024;
  if (text.size() > kLongest) {
    syntax_error("QueryTooComplex",
                 fmt::format("the query is longer than {} KiB; hand long lists over as parameters", kLongest / 1024));
  }
  return Parser(text).whole();
}

}  // namespace treatygraph::queries::cypher
