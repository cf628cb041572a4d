#pragma once
// The parser as one class: each member function is a grammar rule. The rules call each other across topics, so they
// share a class, but they are defined in several sources: clauses in parser.cpp and parser_queries.cpp, patterns in
// parser_patterns.cpp and parser_labels.cpp, expressions in parser_expressions.cpp, parser_values.cpp and
// parser_collections.cpp, SHOW in parser_show.cpp.

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/language/ast.h"
#include "queries/cypher/language/lexer.h"

namespace treatygraph::queries::cypher {

/// A recursive-descent parser over the tokens of one query. Names follow a convention: `sees` looks at a token without
/// consuming it, `eat` consumes the token if it is there, and `need` consumes it or throws. A rule consumes its tokens
/// from position `at_` on and returns the tree.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}
  /// A whole query; refuses anything after it except a semicolon.
  std::unique_ptr<Query> whole();
  /// A whole JSON value.
  Value whole_json();

 private:
  // Tokens
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  [[nodiscard]] bool sees(std::string_view symbol, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::Symbol && peek(ahead).spelled == symbol;
  }
  [[nodiscard]] bool sees_word(std::string_view word, std::size_t ahead = 0) const {
    return is_keyword(peek(ahead), word);
  }
  bool eat(std::string_view symbol);
  bool eat_word(std::string_view word);
  void need(std::string_view symbol);
  void need_word(std::string_view word);
  [[nodiscard]] static bool is_name(const Token& token) {
    return token.kind == TokenKind::Name || token.kind == TokenKind::QuotedName;
  }
  [[nodiscard]] bool sees_name() const { return is_name(peek()); }
  std::string need_name(std::string_view what);
  /// Throws the error "found X; expected `wanted`", with advice from other_languages.h.
  [[noreturn]] void unexpected(std::string_view wanted) const;
  /// The part of the query from a token up to the last consumed token.
  [[nodiscard]] Span span_from(std::size_t first_token) const;
  [[nodiscard]] std::string text_from(std::size_t first_token) const;

  // Clauses
  /// `end` names what ends the query, for the error message.
  std::unique_ptr<Query> query(std::string_view end);
  /// Queries joined by UNION, or a WHEN.
  std::unique_ptr<Query> parts();
  /// WHEN a THEN ... ELSE ...
  std::unique_ptr<Query> branches();
  /// The clauses up to UNION, NEXT or the end.
  SingleQuery single_query();
  [[nodiscard]] bool at_end_of_query() const;
  /// CYPHER 25
  void skip_version();
  /// USE neo4j
  void use_graph();
  /// Throws if the query has too many clauses already.
  void need_room(const SingleQuery& single) const;
  /// Parses a clause and appends it, or the clauses that it is short for.
  void add_clause(SingleQuery& single);
  std::unique_ptr<Clause> clause();
  std::unique_ptr<Clause> plain_clause();
  /// Wraps a clause of any kind.
  template <typename Kind>
  [[nodiscard]] static std::unique_ptr<Clause> clause_of(Kind kind, Span span) {
    auto made = std::make_unique<Clause>();
    made->of = std::move(kind);
    made->span = span;
    return made;
  }
  /// FILTER, ORDER BY, SKIP, LIMIT or FINISH on its own; FOR.
  std::unique_ptr<Clause> short_clause();
  std::unique_ptr<Clause> for_clause();
  /// WITH *, to which the caller adds.
  [[nodiscard]] static ProjectionClause with_all();
  /// LET a = 1, b = 2
  void let(SingleQuery& single);
  /// SHOW FUNCTIONS ...
  void show(SingleQuery& single);
  ExpressionPtr shown_kinds();
  [[nodiscard]] bool sees_after_star() const;
  /// Throws at IN TRANSACTIONS.
  void refuse_transactions() const;
  /// USING INDEX ...
  void hints();
  /// Throws at CREATE, MERGE, LOAD CSV and so on.
  void refuse_writing() const;
  /// The part after MATCH: the patterns, USING and WHERE.
  void match(MatchClause& clause);
  void unwind(UnwindClause& clause);
  /// The part after WITH or RETURN.
  void projection(ProjectionClause& clause);
  ProjectionItem projection_item();
  void order_by(ProjectionClause& clause);
  void order_skip_limit(ProjectionClause& clause);
  /// The part after CALL: a procedure, or a subquery in braces.
  std::unique_ptr<Clause> call(bool optional);
  CallClause procedure_call();
  /// (a, b) of a subquery.
  void imports(SubqueryClause& clause);
  /// YIELD ... [WHERE ...]
  void yield(CallClause& clause);

  // Patterns
  std::vector<Pattern> pattern_list();
  Pattern pattern();
  /// SHORTEST 3, ANY and so on; false if there is none.
  bool selector(Pattern& made);
  /// (a)-[r]->(b)((x)-->(y))+(c): nodes and relationships.
  void chain(Pattern& pattern);
  /// ((a)-->(b) WHERE ...)
  void whole_in_brackets(Pattern& made);
  [[nodiscard]] bool is_part_ahead() const;
  [[nodiscard]] bool is_relationship_ahead() const;
  /// ((a)-->(b)){1,3}
  RelationshipPattern repeated_part();
  /// {1,3}, + or *, required.
  void quantifier(RelationshipPattern& relationship);
  /// {1,3}, + or * after a single relationship, optional.
  void repeat(RelationshipPattern& relationship);
  [[nodiscard]] bool sees_pattern_name() const;
  NodePattern node_pattern();
  RelationshipPattern relationship_pattern();
  std::optional<std::int64_t> bound();
  // Labels and types
  /// `:` or IS
  bool eat_label_mark();
  void node_labels(NodePattern& node);
  void relationship_types(RelationshipPattern& relationship);
  /// A|B, A&B, !A: the levels of a label expression. The expressions in $(...) are appended to `dynamic`.
  LabelExpression label_or(std::vector<ExpressionPtr>& dynamic);
  LabelExpression label_and(std::vector<ExpressionPtr>& dynamic);
  LabelExpression label_not(std::vector<ExpressionPtr>& dynamic);
  LabelExpression dynamic_label(std::vector<ExpressionPtr>& dynamic);
  /// Whether the next | joins labels; it may end the condition of a comprehension instead.
  [[nodiscard]] bool bar_is_label() const;
  /// n:A|B as a condition.
  ExpressionPtr label_predicate(ExpressionPtr of, std::size_t start);
  [[nodiscard]] ExpressionPtr fits_labels(ExpressionPtr of, LabelExpression labels, std::vector<ExpressionPtr> dynamic,
                                          std::size_t spelled_from, std::size_t start) const;
  [[nodiscard]] ExpressionPtr this_one(std::size_t start) const;
  /// INTEGER | LIST<STRING>
  TypeName type_name();
  TypeName::Part type_part();
  /// `::` or TYPED
  bool eat_type_mark();
  /// The inside of [r:A*1..3 {name: value} WHERE ...].
  void relationship_detail(RelationshipPattern& relationship);
  /// 1..3, after the * inside a relationship.
  void length(RelationshipPattern& relationship);
  /// {name: value}; null if there is none.
  ExpressionPtr property_map();
  [[nodiscard]] bool is_pattern_ahead() const;

  // Expressions
  ExpressionPtr expression();
  /// An expression whose operators have at least this precedence.
  ExpressionPtr infix(int precedence);
  /// a < b <= c, of which `first` has been parsed.
  ExpressionPtr comparison_chain(ExpressionPtr first, std::size_t start);
  ExpressionPtr comparisons_after(ExpressionPtr first, std::size_t start);
  /// x IN list, x STARTS WITH y, x IS NULL and so on.
  ExpressionPtr predicates(int tighter);
  ExpressionPtr predicates_after(ExpressionPtr left, std::size_t start);
  ExpressionPtr is_predicate(ExpressionPtr left, std::size_t start);
  ExpressionPtr is_normalized(ExpressionPtr left, std::size_t start);
  [[nodiscard]] ExpressionPtr logical_of(Logical::Operator op, ExpressionPtr left, ExpressionPtr right,
                                         std::size_t start) const;
  [[nodiscard]] ExpressionPtr any_of(std::vector<ExpressionPtr> conditions, std::size_t start) const;
  [[nodiscard]] ExpressionPtr both(ExpressionPtr left, ExpressionPtr right, std::size_t start) const;
  [[nodiscard]] ExpressionPtr equal(ExpressionPtr left, ExpressionPtr right, std::size_t start) const;
  [[nodiscard]] bool sees_comparison() const;
  /// The test after WHEN; `is_plain` is set if it is a value to compare with.
  ExpressionPtr case_test(bool& is_plain);
  ExpressionPtr trim();
  /// Shorthands that make a node of the tree.
  [[nodiscard]] ExpressionPtr call_of(std::string name, std::size_t start, std::vector<ExpressionPtr> arguments) const;
  [[nodiscard]] ExpressionPtr literal_of(Value value, std::size_t start) const;
  [[nodiscard]] ExpressionPtr variable_of(std::string name, std::size_t start) const;
  /// -x or +x
  ExpressionPtr unary();
  /// x.name, x[1], x:Label
  ExpressionPtr postfix();
  ExpressionPtr element(ExpressionPtr of, std::size_t start);
  /// A literal, a variable, a call, or something in brackets.
  ExpressionPtr atom();
  ExpressionPtr number(bool negative);
  /// Everything that begins with a name: true, CASE, EXISTS {, f(x), a variable.
  ExpressionPtr named();
  /// all(...), reduce(...), count(*) and so on; null if it is an ordinary call.
  ExpressionPtr special_call();
  ExpressionPtr function_call();
  ExpressionPtr case_expression();
  ExpressionPtr list_or_comprehension();
  ExpressionPtr list_literal(std::size_t start);
  ExpressionPtr comprehension_condition(std::size_t start);
  ExpressionPtr list_comprehension();
  ExpressionPtr pattern_comprehension();
  ExpressionPtr quantifier();
  ExpressionPtr reduce();
  ExpressionPtr subquery(Subquery::Kind kind);
  ExpressionPtr map_literal();
  Value json();
  ExpressionPtr map_projection(ExpressionPtr of, std::size_t start);
  MapEntry projected_entry(const std::string& variable, std::size_t start);
  ExpressionPtr parenthesised();
  ExpressionPtr shortest_paths();
  [[nodiscard]] ExpressionPtr node_of(ExpressionNode node, std::size_t start) const;
  [[nodiscard]] bool is_function_ahead() const;

  /// Limits the nesting depth of rules while it exists, because each level uses stack. Throws if it is exceeded.
  class Nesting {
   public:
    explicit Nesting(Parser& parser);
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;                 ///< index of the next token
  std::size_t depth_ = 0;              ///< see Nesting
  std::size_t comprehension_end_ = 0;  ///< index of the ] of the comprehension whose condition is being parsed; 0: none
  std::vector<std::string> notes_;     ///< see Query::notes
};

}  // namespace treatygraph::queries::cypher
