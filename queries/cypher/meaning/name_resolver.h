#pragma once
// The semantic pass as one class, whose parts call each other: clauses in semantics.cpp, patterns in
// semantics_patterns.cpp, expressions in semantics_expressions.cpp, WITH and RETURN in semantics_projection.cpp.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "queries/cypher/meaning/semantics.h"
#include "queries/cypher/meaning/variables_in_scope.h"

namespace treatygraph::queries::cypher {

/// The context of an expression, which decides what it may contain.
struct Place {
  bool aggregates = false;  ///< items of WITH and RETURN, and what sorts them
  bool predicate = false;   ///< a bare pattern is a predicate here
};

class Resolver {
 public:
  Resolver(const EvaluationContext& around, const Procedures& procedures, const Map& parameters)
      : graph_(around.graph), key_property_(around.key_property), procedures_(procedures), parameters_(parameters) {}

  ResolvedQuery whole(Query& all);

 private:
  struct Columns {
    std::vector<std::string> names;
    std::vector<Slot> slots;
    std::vector<StaticType> types;
  };

  // Queries and clauses
  std::vector<Columns> query(Query& all, const Variables& outer, bool needs_return);
  static void need_same_columns(const std::vector<Columns>& columns);
  /// `constants` are the variables of `outer` that every clause sees: those imported by a subquery, except if its first
  /// WITH imports them.
  struct Position {
    const Clause* next = nullptr;  ///< the clause after it
    bool is_alone = false;         ///< the only one of its query
  };
  /// The columns that it makes, where it can be the last.
  Columns clause(Clause& one, const Position& position, Variables& scope, const Variables& constants);
  void fit_to_next(SingleQuery& single) const;
  Columns single(SingleQuery& single, const Variables& outer, const Variables& constants, bool needs_return);
  void match(MatchClause& clause, Variables& scope);
  void unwind(UnwindClause& clause, Variables& scope);
  Columns call(CallClause& clause, Variables& scope, bool standalone, bool last);
  void check_arguments(CallClause& clause, const Procedure& procedure, const Variables& scope, bool standalone);
  Columns subquery(SubqueryClause& clause, Variables& scope);
  Columns conditional(ConditionalClause& clause, Variables& scope);
  static void keep_columns(Query& query, const std::vector<Columns>& columns);
  static void add_columns(const Columns& columns, Variables& scope);
  [[nodiscard]] Variables imported(const SubqueryClause& clause, const SingleQuery& part, const Variables& scope) const;

  // Patterns
  void patterns(std::vector<Pattern>& patterns, Variables& scope, bool may_bind);
  void bind_node(NodePattern& node, Variables& scope, bool may_bind);
  void bind_relationship(RelationshipPattern& relationship, Variables& scope, std::vector<std::string>& in_clause,
                         bool may_bind);
  void bind_path(Pattern& pattern, Variables& scope);
  void bind_part(RelationshipPattern& relationship, Variables& scope, const Variables& before, bool may_bind);
  void resolve_properties(std::vector<Pattern>& patterns, const Variables& scope);
  void resolve_conditions(std::vector<ExpressionPtr>& conditions, Slot slot, StaticKind kind, const Variables& scope);
  void check_selector(const std::vector<Pattern>& patterns, const MatchClause& clause);
  void know_types(const LabelExpression& types);
  void resolve_labels(LabelExpression& labels);

  // Expressions
  StaticType expression(Expression& expression, const Variables& scope, Place place);
  class ExpressionResolver;
  /// For a pattern inside an expression; the variables that it binds go to `scope`.
  void own_pattern(Pattern& pattern, Variables& scope, bool may_bind);
  void predicate(ExpressionPtr& condition, const Variables& scope);

  // WITH and RETURN
  Columns projection(ProjectionClause& clause, Variables& scope, const Variables& constants);
  static void expand_star(ProjectionClause& clause, const Variables& scope, const Variables& constants);
  static void keep_constants(const ProjectionClause& clause, const Variables& constants);
  static void check_names(const ProjectionClause& clause);
  void replace_grouping_keys(ExpressionPtr& expression, const ProjectionClause& clause, const Expression& whole);
  void sort_key(ExpressionPtr& key, const ProjectionClause& clause, const Variables& before, const Variables& after,
                const Variables& constants);
  void replace_items(ExpressionPtr& expression, const ProjectionClause& clause, bool beside_aggregate);
  void collect_aggregates(Expression& expression, ProjectionClause& clause);
  void row_count(const ExpressionPtr& expression, std::string_view keyword);

  [[nodiscard]] Slot new_slot() { return slot_count_++; }
  void need_parameter(const std::string& name, Span span, std::string_view why);
  [[noreturn]] static void undefined(const std::string& name, Span span, const Variables& scope);
  void know_label(const std::string& name);
  void know_type(const std::string& name);
  void know_property(const std::string& name);
  void add_warning(std::string warning);
  /// A date or list compared with a string, and dates without a day: such comparisons find nothing.
  void warn_of_id();
  void warn_of_pair(const Expression& a, const Expression& b, bool is_order);
  void warn_of_list(const Membership& e);
  void warn_of_types(std::string_view name, std::optional<PropertyId> property, const Expression& other, bool is_order);
  /// Sorted dates, some without a day.
  void warn_of_order(const Expression& expression);
  /// A provision whose parts have the requested relationships.
  void warn_of_parts(const MatchClause& clause);
  [[nodiscard]] bool is_text(const Expression& expression);
  [[nodiscard]] bool is_number(const Expression& expression);
  /// The value of a parameter, for a warning that depends on its type: the plan then is for values of that type. Null
  /// if none is given.
  const Value* looked_at(const ParameterRead& parameter);
  class Sides;
  /// A literal that no node has for the property: the condition is never met.
  void warn_of_value(std::string_view name, const Expression& value);
  void warn_of_values(const Comparison& e, const Variables& scope);
  void warn_of_values(const Membership& e, const Variables& scope);
  void warn_of_order_of_texts(const PropertyRead& read, const Expression& other);
  /// Values of types that are never equal, or have no order.
  void warn_of_kinds(const Comparison& e, const std::vector<StaticType>& types);
  void warn_of_kinds(const Expression& one, StaticType type, const Expression& other, StaticType other_type);
  void warn_of_kinds(const Membership& e, StaticType item, StaticType list);
  void warn_of_kinds(const TextPredicate& predicate, StaticType text, StaticType part);
  /// '\b' in a regular expression, which the string has turned into a backspace.
  void warn_of_backspace(const TextPredicate& predicate);
  /// Texts are read that this data does not have.
  void warn_of_text();
  [[nodiscard]] const PropertyRead* read_of_node(const Expression& e, const Variables& scope) const;
  void warn(std::string_view what, const std::string& name, const std::vector<std::string_view>& known);

  const Graph& graph_;
  std::string_view key_property_;
  const Procedures& procedures_;
  const Map& parameters_;
  Variable this_;  ///< what a variable without a name reads
  std::size_t slot_count_ = 0;
  bool reads_clock_ = false;
  std::vector<std::string> needed_parameters_;
  std::vector<std::string> warnings_;
  std::vector<std::pair<std::string, ValueType>> looked_at_;
};

}  // namespace treatygraph::queries::cypher
