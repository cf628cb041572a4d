#pragma once
// The grammar rules as member functions, defined in the parser's sources: clauses in parser.cpp, patterns and
// expressions in their own files. They call each other, so they are one class.

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "queries/cypher/language/ast.h"
#include "queries/cypher/language/lexer.h"

namespace treatygraph::queries::cypher {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}
  std::unique_ptr<Query> whole();
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
  [[noreturn]] void unexpected(std::string_view wanted) const;
  [[nodiscard]] Span span_from(std::size_t first_token) const;
  [[nodiscard]] std::string text_from(std::size_t first_token) const;

  // Clauses
  std::unique_ptr<Query> query(std::string_view end);
  std::unique_ptr<Query> parts();
  std::unique_ptr<Query> branches();
  SingleQuery single_query();
  [[nodiscard]] bool at_end_of_query() const;
  void skip_version();
  void use_graph();
  void need_room(const SingleQuery& single) const;
  void add_clause(SingleQuery& single);
  std::unique_ptr<Clause> clause();
  std::unique_ptr<Clause> plain_clause();
  template <typename Kind>
  [[nodiscard]] static std::unique_ptr<Clause> clause_of(Kind kind, Span span) {
    auto made = std::make_unique<Clause>();
    made->of = std::move(kind);
    made->span = span;
    return made;
  }
  std::unique_ptr<Clause> short_clause();
  std::unique_ptr<Clause> for_clause();
  [[nodiscard]] static ProjectionClause with_all();
  void let(SingleQuery& single);
  void show(SingleQuery& single);
  ExpressionPtr shown_kinds();
  [[nodiscard]] bool sees_after_star() const;
  void refuse_transactions() const;
  void hints();
  void refuse_writing() const;
  void match(MatchClause& clause);
  void unwind(UnwindClause& clause);
  void projection(ProjectionClause& clause);
  ProjectionItem projection_item();
  void order_by(ProjectionClause& clause);
  void order_skip_limit(ProjectionClause& clause);
  std::unique_ptr<Clause> call(bool optional);
  CallClause procedure_call();
  void imports(SubqueryClause& clause);
  void yield(CallClause& clause);

  // Patterns
  std::vector<Pattern> pattern_list();
  Pattern pattern();
  bool selector(Pattern& made);
  void chain(Pattern& pattern);
  void whole_in_brackets(Pattern& made);
  [[nodiscard]] bool is_part_ahead() const;
  [[nodiscard]] bool is_relationship_ahead() const;
  RelationshipPattern repeated_part();
  void quantifier(RelationshipPattern& relationship);
  void repeat(RelationshipPattern& relationship);
  [[nodiscard]] bool sees_pattern_name() const;
  NodePattern node_pattern();
  RelationshipPattern relationship_pattern();
  std::optional<std::int64_t> bound();
  // Labels and types
  bool eat_label_mark();
  void node_labels(NodePattern& node);
  void relationship_types(RelationshipPattern& relationship);
  LabelExpression label_or(std::vector<ExpressionPtr>& dynamic);
  LabelExpression label_and(std::vector<ExpressionPtr>& dynamic);
  LabelExpression label_not(std::vector<ExpressionPtr>& dynamic);
  LabelExpression dynamic_label(std::vector<ExpressionPtr>& dynamic);
  [[nodiscard]] bool bar_is_label() const;
  ExpressionPtr label_predicate(ExpressionPtr of, std::size_t start);
  [[nodiscard]] ExpressionPtr fits_labels(ExpressionPtr of, LabelExpression labels, std::vector<ExpressionPtr> dynamic,
                                          std::size_t spelled_from, std::size_t start) const;
  [[nodiscard]] ExpressionPtr this_one(std::size_t start) const;
  TypeName type_name();
  TypeName::Part type_part();
  bool eat_type_mark();
  void relationship_detail(RelationshipPattern& relationship);
  void length(RelationshipPattern& relationship);
  ExpressionPtr property_map();
  [[nodiscard]] bool is_pattern_ahead() const;

  // Expressions
  ExpressionPtr expression();
  ExpressionPtr infix(int precedence);
  ExpressionPtr comparison_chain(ExpressionPtr first, std::size_t start);
  ExpressionPtr comparisons_after(ExpressionPtr first, std::size_t start);
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
  ExpressionPtr case_test(bool& is_plain);
  ExpressionPtr trim();
  [[nodiscard]] ExpressionPtr call_of(std::string name, std::size_t start, std::vector<ExpressionPtr> arguments) const;
  [[nodiscard]] ExpressionPtr literal_of(Value value, std::size_t start) const;
  [[nodiscard]] ExpressionPtr variable_of(std::string name, std::size_t start) const;
  ExpressionPtr unary();
  ExpressionPtr postfix();
  ExpressionPtr element(ExpressionPtr of, std::size_t start);
  ExpressionPtr atom();
  ExpressionPtr number(bool negative);
  ExpressionPtr named();
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

  /// Limits the nesting depth of rules, to protect the stack.
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
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t comprehension_end_ = 0;  ///< the ] of the comprehension whose condition is being parsed; 0: none
  std::vector<std::string> notes_;
};

}  // namespace treatygraph::queries::cypher
