#pragma once
// The functions of the language, as a table.

#include <optional>
#include <span>
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

/// What a function may look at besides its arguments.
struct EvaluationContext {
  const Graph& graph;
  Instant now;                              ///< of the statement: all of it sees the same clock
  std::string_view key_property;            ///< the name under which a node's key is read as a property; empty: none
  const LabelLists* label_lists = nullptr;  ///< of the graph; prepare() looks for it
  const PropertyTypes* property_types = nullptr;  ///< the same; none: properties are read as they are kept
};

struct FunctionEntry {
  std::string_view name;  ///< as documented; found in any case
  std::size_t min_arguments;
  std::size_t max_arguments;
  Value (*call)(const EvaluationContext& around, std::span<const Value> arguments);
  KindSet takes = {};  ///< the first argument, where the text shows its type
  StaticKind returns = StaticKind::Any;
  bool is_random = false;
  bool reads_clock = false;
};

/// The name under which queries read a node's key as a property.
inline constexpr std::string_view kKeyProperty = "key";

/// nullptr where there is none.
[[nodiscard]] const FunctionEntry* find_function(std::string_view name);
[[nodiscard]] std::vector<std::string_view> function_names();
[[nodiscard]] std::span<const FunctionEntry> all_functions();

/// node.name and relationship.name; `text` is read from treaties.db.
[[nodiscard]] Value property_of(const EvaluationContext& around, const Value& element, std::string_view name);
/// The same where the name's id is known: nothing where the graph has no such property.
[[nodiscard]] Value property_of(const EvaluationContext& around, const Value& element, std::string_view name,
                                std::optional<PropertyId> id);
/// All properties of a node or relationship.
[[nodiscard]] Map properties_of(const EvaluationContext& around, const Value& element);
/// As toString() writes it; only of what has such a form.
[[nodiscard]] std::string text_of(const Value& value);
/// The shortest text that reads back as the same number, always with '.' or an exponent.
[[nodiscard]] std::string float_text(double number);

}  // namespace treatygraph::queries::cypher
