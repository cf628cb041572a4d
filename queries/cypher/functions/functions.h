#pragma once
// The table of functions, and how properties of nodes and relationships are read.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ids.h"
#include "queries/cypher/functions/static_type.h"
#include "queries/cypher/values/temporal_clock.h"
#include "queries/cypher/values/value.h"

namespace treatygraph {
class Graph;
}

namespace treatygraph::queries::cypher {

class LabelLists;
class PropertyTypes;

/// What a function may read besides its arguments. Everything that it refers to must outlive the call.
struct EvaluationContext {
  const Graph& graph;
  Instant now;                                    ///< the statement's clock: the same value everywhere in a statement
  std::string_view key_property;                  ///< property name that reads a node's key; empty: none
  const LabelLists* label_lists = nullptr;        ///< the graph's; resolved by prepare()
  const PropertyTypes* property_types = nullptr;  ///< the same; null: properties are read as stored
  std::vector<std::string>* notes = nullptr;      ///< where procedures add warnings; null: they are dropped
};

/// A function, its number of arguments and its static types.
struct FunctionEntry {
  std::string_view name;  ///< as documented; lookup ignores case
  std::size_t min_arguments;
  std::size_t max_arguments;
  Value (*call)(const EvaluationContext& around, std::span<const Value> arguments);
  KindSet takes = {};  ///< the kinds that the first argument may have; checked if its static type is known
  StaticKind returns = StaticKind::Any;
  bool is_random = false;    ///< its value differs from call to call, so it cannot be aggregated
  bool reads_clock = false;  ///< it reads `now`, which is set only if a function of the query does
};

/// The property name that reads a node's key.
inline constexpr std::string_view kKeyProperty = "key";

/// Ignores case; nullptr if there is no such function.
[[nodiscard]] const FunctionEntry* find_function(std::string_view name);
[[nodiscard]] std::vector<std::string_view> function_names();
[[nodiscard]] std::span<const FunctionEntry> all_functions();

/// The property of a node or relationship; null if it has none. A node's `text` is read from treaties.db, and a failure
/// to read it is an error. A node's key is read like a property if no property has its name.
[[nodiscard]] Value property_of(const EvaluationContext& around, const Value& element, std::string_view name);
/// The same with the id of `name`, which is empty if the graph has no such property.
[[nodiscard]] Value property_of(const EvaluationContext& around, const Value& element, std::string_view name,
                                std::optional<PropertyId> id);
/// All properties of a node or relationship, with the key and the text of a node.
[[nodiscard]] Map properties_of(const EvaluationContext& around, const Value& element);
/// The result of toString(). Throws for values without a text, such as lists and nodes.
[[nodiscard]] std::string text_of(const Value& value);
/// The shortest text that parses to the same number, always with '.' or an exponent, or "NaN", "Infinity" or
/// "-Infinity". For JSON; toString() uses Java's form.
[[nodiscard]] std::string float_text(double number);

}  // namespace treatygraph::queries::cypher
