#pragma once
// The semantic pass as one class. Its parts call each other, but are defined by topic: clauses in semantics.cpp,
// patterns in semantics_patterns.cpp, expressions in semantics_expressions.cpp and semantics_scopes.cpp, WITH and
// RETURN in semantics_projection.cpp, and warnings in semantics_warnings.cpp, semantics_comparisons.cpp and
// semantics_values.cpp.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "queries/cypher/meaning/semantics.h"
#include "queries/cypher/meaning/variables_in_scope.h"

namespace treatygraph::queries::cypher {

/// The context of an expression, which decides what it may contain.
struct Place {
  bool aggregates = false;  ///< aggregates are allowed: in the items of WITH and RETURN, and in ORDER BY
  bool predicate = false;   ///< a bare pattern is a predicate here
};

/// Resolves one query, once. It walks the clauses in order with the variables in scope, assigns every variable its own
/// slot in the row, and plans each MATCH. All arguments must outlive it.
class Resolver {
 public:
  Resolver(const EvaluationContext& around, const Procedures& procedures, const Map& parameters)
      : graph_(around.graph), key_property_(around.key_property), procedures_(procedures), parameters_(parameters) {}

  ResolvedQuery whole(Query& all);

 private:
  /// The columns that a query or a part returns.
  struct Columns {
    std::vector<std::string> names;
    std::vector<Slot> slots;
    std::vector<StaticType> types;
  };

  // Queries and clauses
  /// All parts of a UNION, with the columns of each.
  std::vector<Columns> query(Query& all, const Variables& outer, bool needs_return);
  /// Throws if the parts of a UNION differ in their columns.
  static void need_same_columns(const std::vector<Columns>& columns);
  /// Where a clause is in its query.
  struct Position {
    const Clause* next = nullptr;  ///< the clause after it
    bool is_alone = false;         ///< the only one of its query
  };
  /// Resolves a clause and changes `scope` to the variables after it. Returns its columns if the query may end with it.
  /// `constants` are the outer variables that stay visible after every WITH: those that CALL (a, b) imports, or all
  /// that surround an EXISTS {}. If a WITH imports, there are none.
  Columns clause(Clause& one, const Position& position, Variables& scope, const Variables& constants);
  /// Simplifies the plan of a MATCH if the projection after it needs less than all rows.
  void fit_to_next(SingleQuery& single) const;
  /// One part of a query. `needs_return`: it must end with RETURN, unlike the query in EXISTS {}.
  Columns single(SingleQuery& single, const Variables& outer, const Variables& constants, bool needs_return);
  void match(MatchClause& clause, Variables& scope);
  void unwind(UnwindClause& clause, Variables& scope);
  Columns call(CallClause& clause, Variables& scope, bool standalone, bool last);
  /// Number and static types of a procedure's arguments.
  void check_arguments(CallClause& clause, const Procedure& procedure, const Variables& scope, bool standalone);
  Columns subquery(SubqueryClause& clause, Variables& scope);
  Columns conditional(ConditionalClause& clause, Variables& scope);
  static void keep_columns(Query& query, const std::vector<Columns>& columns);
  /// Adds the columns of a subquery to the variables in scope.
  static void add_columns(const Columns& columns, Variables& scope);
  /// The outer variables that a part of a subquery sees.
  [[nodiscard]] Variables imported(const SubqueryClause& clause, const SingleQuery& part, const Variables& scope) const;

  // Patterns
  /// Binds all variables of the patterns and adds new ones to `scope`. If `may_bind` is false, a new name is an error,
  /// as in a pattern predicate.
  void patterns(std::vector<Pattern>& patterns, Variables& scope, bool may_bind);
  void bind_node(NodePattern& node, Variables& scope, bool may_bind);
  void bind_relationship(RelationshipPattern& relationship, Variables& scope, std::vector<std::string>& in_clause,
                         bool may_bind);
  void bind_path(Pattern& pattern, Variables& scope);
  /// Binds a quantified part. `before`: the variables before this MATCH.
  void bind_part(RelationshipPattern& relationship, Variables& scope, const Variables& before, bool may_bind);
  void resolve_properties(std::vector<Pattern>& patterns, const Variables& scope);
  /// Resolves conditions of the element in `slot`.
  void resolve_conditions(std::vector<ExpressionPtr>& conditions, Slot slot, StaticKind kind, const Variables& scope);
  /// Refuses combinations of SHORTEST, ANY and REPEATABLE ELEMENTS that have no finite or defined answer.
  void check_selector(const std::vector<Pattern>& patterns, const MatchClause& clause);
  void know_types(const LabelExpression& types);
  void resolve_labels(LabelExpression& labels);

  // Expressions
  /// Resolves an expression and returns its static type.
  StaticType expression(Expression& expression, const Variables& scope, Place place);
  class ExpressionResolver;
  /// For a pattern inside an expression; the variables that it binds go to `scope`.
  void own_pattern(Pattern& pattern, Variables& scope, bool may_bind);
  /// Resolves a condition of WHERE.
  void predicate(ExpressionPtr& condition, const Variables& scope);

  // WITH and RETURN
  /// Resolves WITH or RETURN. `scope` becomes its columns and the constants.
  Columns projection(ProjectionClause& clause, Variables& scope, const Variables& constants);
  /// Replaces * by the variables in scope, in alphabetical order, without the constants.
  static void expand_star(ProjectionClause& clause, const Variables& scope, const Variables& constants);
  /// Throws if a WITH gives the name of a constant to another value.
  static void keep_constants(const ProjectionClause& clause, const Variables& constants);
  static void check_names(const ProjectionClause& clause);
  void replace_grouping_keys(ExpressionPtr& expression, const ProjectionClause& clause, const Expression& whole);
  /// Resolves a key of ORDER BY. `before` and `after`: the variables before the projection, and its columns.
  void sort_key(ExpressionPtr& key, const ProjectionClause& clause, const Variables& before, const Variables& after,
                const Variables& constants);
  void replace_items(ExpressionPtr& expression, const ProjectionClause& clause, bool beside_aggregate);
  /// Adds the aggregates in an expression to the clause, which computes them.
  void collect_aggregates(Expression& expression, ProjectionClause& clause);
  /// Checks SKIP or LIMIT.
  void row_count(const ExpressionPtr& expression, std::string_view keyword);

  [[nodiscard]] Slot new_slot() { return slot_count_++; }
  /// Records a parameter that the query needs; throws with `why` if it is not given.
  void need_parameter(const std::string& name, Span span, std::string_view why);
  /// Throws the error for an unknown variable, with the nearest known name.
  [[noreturn]] static void undefined(const std::string& name, Span span, const Variables& scope);
  /// Each warns if the graph does not have the name.
  void know_label(const std::string& name);
  void know_type(const std::string& name);
  void know_property(const std::string& name);
  /// Adds the warning unless it is there already. The number of warnings is limited.
  void add_warning(std::string warning);
  /// id(x) compared with a number: the id is a text here.
  void warn_of_id();
  /// A date or a list compared with a string, or dates without a day: such comparisons find nothing.
  void warn_of_pair(const Expression& a, const Expression& b, bool is_order);
  void warn_of_list(const Membership& e);
  void warn_of_types(std::string_view name, std::optional<PropertyId> property, const Expression& other, bool is_order);
  /// Sorting by a date property of which some values lack the day.
  void warn_of_order(const Expression& expression);
  /// A MATCH of relationships that the provision itself does not have, but its parts do.
  void warn_of_parts(const MatchClause& clause);
  /// Whether the expression is a literal or parameter with a string; is_number() with a number.
  [[nodiscard]] bool is_text(const Expression& expression);
  [[nodiscard]] bool is_number(const Expression& expression);
  /// The value of a parameter, for a warning that depends on its type; nullptr if none is given. The plan is then used
  /// for values of that type only: see ResolvedQuery::looked_at.
  const Value* looked_at(const ParameterRead& parameter);
  class Sides;
  /// A literal that is the property's value for no node, so the condition is never met.
  void warn_of_value(std::string_view name, const Expression& value);
  void warn_of_values(const Comparison& e, const Variables& scope);
  void warn_of_values(const Membership& e, const Variables& scope);
  void warn_of_order_of_texts(const PropertyRead& read, const Expression& other);
  /// Operands whose types are never equal, or have no order.
  void warn_of_kinds(const Comparison& e, const std::vector<StaticType>& types);
  void warn_of_kinds(const Expression& one, StaticType type, const Expression& other, StaticType other_type);
  void warn_of_kinds(const Membership& e, StaticType item, StaticType list);
  void warn_of_kinds(const TextPredicate& predicate, StaticType text, StaticType part);
  /// '\b' in a regular expression: the string literal turns it into a backspace.
  void warn_of_backspace(const TextPredicate& predicate);
  /// A query that reads `text` from data that was ingested without texts.
  void warn_of_text();
  [[nodiscard]] const PropertyRead* read_of_node(const Expression& e, const Variables& scope) const;
  /// "no `what` `name` in this graph; did you mean ...?"
  void warn(std::string_view what, const std::string& name, const std::vector<std::string_view>& known);

  const Graph& graph_;
  std::string_view key_property_;
  const Procedures& procedures_;
  const Map& parameters_;
  Variable this_;  ///< the variable that a VariableRead without a name reads
  std::size_t slot_count_ = 0;
  bool reads_clock_ = false;
  std::vector<std::string> needed_parameters_;
  std::vector<std::string> warnings_;
  std::vector<std::pair<std::string, ValueType>> looked_at_;
};

}  // namespace treatygraph::queries::cypher
