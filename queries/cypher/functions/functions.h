#pragma once
// The table of functions.

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

/// The context of a function call besides its arguments.
struct EvaluationContext {
  const Graph& graph;
  Instant now;                                    ///< the statement's clock, the same everywhere in it
  std::string_view key_property;                  ///< property name that reads a node's key; empty: none
  const LabelLists* label_lists = nullptr;        ///< the graph's; resolved by prepare()
  const PropertyTypes* property_types = nullptr;  ///< the same; null: properties are read as stored
  std::vector<std::string>* notes = nullptr;      ///< where procedures say what their rows do not; null: nowhere
};

struct FunctionEntry {
  std::string_view name;  ///< as documented; lookup ignores case
  std::size_t min_arguments;
  std::size_t max_arguments;
  Value (*call)(const EvaluationContext& around, std::span<const Value> arguments);
  KindSet takes = {};  ///< the first argument, if its static type is known
  StaticKind returns = StaticKind::Any;
  bool is_random = false;
  bool reads_clock = false;
};

/// The property name that reads a node's key.
inline constexpr std::string_view kKeyProperty = "key";

/// null if there is none.
[[nodiscard]] const FunctionEntry* find_function(std::string_view name);
[[nodiscard]] std::vector<std::string_view> function_names();
[[nodiscard]] std::span<const FunctionEntry> all_functions();

/// node.name and relationship.name; `text` is read from treaties.db.
[[nodiscard]] Value property_of(const EvaluationContext& around, const Value& element, std::string_view name);
/// The same with a known property id; null if the graph has no such property.
[[nodiscard]] Value property_of(const EvaluationContext& around, const Value& element, std::string_view name,
                                std::optional<PropertyId> id);
/// All properties of a node or relationship.
[[nodiscard]] Map properties_of(const EvaluationContext& around, const Value& element);
/// The result of toString(); only for values that have one.
[[nodiscard]] std::string text_of(const Value& value);
/// The shortest text that parses to the same number, always with '.' or an exponent.
[[nodiscard]] std::string float_text(double number);

}  // namespace treatygraph::queries::cypher
