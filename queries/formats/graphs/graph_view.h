#pragma once
// An answer as a graph to draw: nodes and edges with plain properties, for the formats of other tools.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/graph.h"
#include "queries/catalogue/answer.h"
#include "queries/formats/layout/drawing_plan.h"

namespace treatygraph::queries::formats {

using PlainValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;
using PlainProperties = std::vector<std::pair<std::string, PlainValue>>;

struct ViewNode {
  std::string key;
  std::string title;
  std::vector<std::string> labels;
  PlainProperties properties;
  // Of an answer that is drawn; a whole graph that is exported has none of these.
  std::string kind = {};                  ///< the one label that says most: "Article"
  std::string label = {};                 ///< short, and no other node's in this view: "art. 24(2)"
  std::int64_t degree = 0;                ///< edges in this view
  std::int64_t hidden_neighbours = 0;     ///< nodes that its question might see, connected with it and not in this view
  std::optional<Position> position = {};  ///< where a layout was asked for
};

struct ViewEdge {
  std::string id;    ///< unique in the view
  std::string from;  ///< key
  std::string to;
  std::string type;  ///< DEPENDS_ON for references that were lifted to a level
  PlainProperties properties;
};

/// Of a property of all nodes, or of all edges: text where values differ in kind.
enum class ColumnType : std::uint8_t { Boolean, Integer, Real, Text };

/// The names of all properties with one type each: what formats with typed columns declare before the first node.
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

/// What is said of the graph as a whole, before its nodes.
struct GraphHead {
  std::string snapshot;
  std::string truncated;                         ///< why it is not whole; empty while it is
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
/// Gives each node a position: the same view has the same layout. Auto: in layers where the answer begins somewhere
/// (nodes have depths), else what is connected together.
void lay_out(GraphView& view, Layout layout);

/// Nothing for answers that are no graphs: tables, texts.
[[nodiscard]] std::optional<GraphView> graph_view(const Graph& graph, const Answer& answer);

[[nodiscard]] ViewNode view_of(const Graph& graph, NodeId node);
[[nodiscard]] ViewEdge view_of(const Graph& graph, RelationshipId relationship);

}  // namespace treatygraph::queries::formats
