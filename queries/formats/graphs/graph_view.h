#pragma once
// An answer as a graph to draw: nodes and edges with plain properties, for the formats of other tools. A view is a
// copy: it does not refer to the graph.

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

/// The values that all these formats have: dates and times are text, lists are lists of text.
using PlainValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;
using PlainProperties = std::vector<std::pair<std::string, PlainValue>>;

/// A node with what is written about it.
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

/// An edge: a relationship, or several references shown as one.
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
/// A type that differs from the present one makes it Text.
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

/// An answer's graph, complete: written, or laid out and then written.
struct GraphView {
  GraphHead head;
  std::vector<ViewNode> nodes;
  std::vector<ViewEdge> edges;
};

/// How nodes get positions.
enum class Layout : std::uint8_t { None, Auto, Layered, Force };
/// The layout of that name: none, auto, layered or force. The error lists them.
[[nodiscard]] Result<Layout> layout_called(std::string_view name);
/// Gives each node a position; equal views get equal layouts. Auto is layered if the answer has a start (nodes have
/// depths), and otherwise by force. Layout::None does nothing.
void lay_out(GraphView& view, Layout layout);

/// The answer as a graph; nothing for answers that are not graphs, such as lists, tables and single nodes.
[[nodiscard]] std::optional<GraphView> graph_view(const Graph& graph, const Answer& answer);

/// The node with its key, title, labels and properties.
[[nodiscard]] ViewNode view_of(const Graph& graph, NodeId node);
/// The relationship with its properties.
[[nodiscard]] ViewEdge view_of(const Graph& graph, RelationshipId relationship);

}  // namespace treatygraph::queries::formats
