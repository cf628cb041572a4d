#pragma once
// An answer as a graph to draw: nodes and edges with plain properties, for the formats of other tools.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/graph.h"
#include "queries/formats/layout/drawing_plan.h"

namespace treatygraph::queries {
struct Answer;
}

namespace treatygraph::queries::formats {

using PlainValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;
using PlainProperties = std::vector<std::pair<std::string, PlainValue>>;

struct ViewNode {
  std::string key;
  std::string title;
  std::vector<std::string> labels;
  PlainProperties properties;
  // Set for drawn answers only; empty in an export of the whole graph.
  std::string kind = {};                  ///< the most specific label: "Article"
  std::string label = {};                 ///< short and unique in this view: "art. 24(2)"
  std::int64_t degree = 0;                ///< number of edges in this view
  std::int64_t hidden_neighbours = 0;     ///< nodes that its question might see, connected with it and not in this view
  std::optional<Position> position = {};  ///< if a layout was requested
};

struct ViewEdge {
  std::string id;    ///< unique in the view
  std::string from;  ///< key
  std::string to;
  std::string type;  ///< DEPENDS_ON for references lifted to a level
  PlainProperties properties;
};

/// The common type of a property over all nodes or edges: text if values differ in type.
enum class ColumnType : std::uint8_t { Boolean, Integer, Real, Text };

/// All property names, each with one type: formats with typed columns declare them before the first node.
class Columns {
 public:
  void add(const std::string& name, ColumnType type);
  void add(const PlainProperties& properties);
  [[nodiscard]] const std::map<std::string, ColumnType>& all() const { return columns_; }

 private:
  std::map<std::string, ColumnType> columns_;
};

/// Where IRIs begin unless told otherwise.
inline constexpr std::string_view kIriBase = "https://treatygraph.org/";
/// An absolute http or https IRI that ends in "/" or "#". The error says what is wrong with it.
[[nodiscard]] Result<void> check_iri_base(std::string_view base);

/// Properties of the graph as a whole, written before its nodes.
struct GraphHead {
  std::string snapshot;
  std::string truncated;                         ///< why it is not complete; empty if it is
  std::string next_cursor = {};                  ///< of the next page; empty on the last
  std::string iri_base = std::string(kIriBase);  ///< of the IRIs of nodes, relationships and snapshots, in RDF
  Columns node_columns;
  Columns edge_columns;
};

struct GraphView {
  GraphHead head;
  std::vector<ViewNode> nodes;
  std::vector<ViewEdge> edges;
};

enum class Layout : std::uint8_t { None, Auto, Layered, Force };
/// none, auto, layered, force.
[[nodiscard]] Result<Layout> layout_called(std::string_view name);
/// Gives each node a position; equal views get equal layouts. Auto: layered if the answer has a start (nodes have
/// depths), otherwise by connection.
void lay_out(GraphView& view, Layout layout);

/// Nothing for answers that are not graphs: lists, tables, single nodes.
[[nodiscard]] std::optional<GraphView> graph_view(const Graph& graph, const Answer& answer);

[[nodiscard]] ViewNode view_of(const Graph& graph, NodeId node);
[[nodiscard]] ViewEdge view_of(const Graph& graph, RelationshipId relationship);

}  // namespace treatygraph::queries::formats
