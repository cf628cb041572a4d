// The formats that are JSON, each for one library. All give nodes the same members for drawing, in the places where the
// library looks for them; unknown members are kept or ignored by all of them.

#include <algorithm>
#include <set>

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"

namespace treatygraph::queries::formats {
namespace {

/// What the writers share.
class JsonWriter : public GraphWriter {
 public:
  explicit JsonWriter(std::string& out) : GraphWriter(out), json(out) {}

 protected:
  JsonText json;

  /// The snapshot, and why the answer is not complete.
  void about(const GraphHead& head) {
    json.begin_object().member("snapshot", head.snapshot).member("truncated", head.truncated);
    if (!head.next_cursor.empty()) json.member("next_cursor", head.next_cursor);
    json.end_object();
  }
  void end_line() { out_ += '\n'; }

  /// The short label of a drawn answer; nodes of a whole graph have only a title.
  static const std::string& label_of(const ViewNode& node) { return node.label.empty() ? node.title : node.label; }
  /// Members for drawing. Nodes of a whole graph have none.
  void surroundings(const ViewNode& node) {
    if (node.kind.empty()) return;
    json.member("title", node.title).member("kind", node.kind);
    json.member("degree", node.degree).member("hidden_neighbours", node.hidden_neighbours);
  }
  /// Nothing without a position: the program then places the node itself.
  void place(const std::optional<Position>& position) {
    if (position) json.member("x", position->x).member("y", position->y);
  }
  /// For programs that require node positions.
  Position some_place(const ViewNode& node) { return node.position.value_or(position_in_spiral(placed_++)); }
  /// All properties, in formats where a node is a single object: next to the members of surroundings() and place(). In
  /// a drawn answer, a property whose name is taken gets the prefix own_.
  void other_properties(const ViewNode& node) {
    static const std::set<std::string_view> kTaken = {"kind", "title", "label", "degree", "x", "y", "id", "key"};
    auto others = node.properties;
    for (auto& [name, value] : others) {
      if (!node.kind.empty() && kTaken.contains(name)) name.insert(0, "own_");
    }
    write_members(json, others);
  }

 private:
  std::size_t placed_ = 0;
};

/// Elements JSON of Cytoscape.js and Cytoscape: everything about an element is in its "data".
class Cytoscape : public JsonWriter {
 public:
  using JsonWriter::JsonWriter;

  void begin(const GraphHead& head) override {
    json.begin_object().key("data");
    about(head);
    json.key("elements").begin_object().key("nodes").begin_array();
  }
  void node(const ViewNode& node) override {
    json.begin_object().key("data").begin_object().member("id", node.key).member("label", label_of(node));
    surroundings(node);
    write_strings(json, "labels", node.labels);
    json.key("properties").begin_object();
    write_members(json, node.properties);
    json.end_object().end_object();
    if (node.position) {
      json.key("position").begin_object();
      place(node.position);
      json.end_object();
    }
    json.end_object();
  }
  void begin_edges() override { json.end_array().key("edges").begin_array(); }
  void edge(const ViewEdge& edge) override {
    json.begin_object().key("data").begin_object();
    json.member("id", edge.id).member("source", edge.from).member("target", edge.to).member("label", edge.type);
    json.key("properties").begin_object();  // separate, because a relationship's property "source" is a document
    write_members(json, edge.properties);
    json.end_object().end_object().end_object();
  }
  void end() override {
    json.end_array().end_object().end_object();
    end_line();
  }
};

/// The serialized graph of Graphology, which Sigma.js draws.
class Graphology : public JsonWriter {
 public:
  using JsonWriter::JsonWriter;

  void begin(const GraphHead& head) override {
    json.begin_object().key("options").begin_object();
    json.member("type", "directed").member("multi", true).member("allowSelfLoops", true).end_object();
    json.key("attributes");
    about(head);
    json.key("nodes").begin_array();
  }
  void node(const ViewNode& node) override {
    json.begin_object().member("key", node.key).key("attributes").begin_object().member("label", label_of(node));
    surroundings(node);
    place(some_place(node));
    write_strings(json, "labels", node.labels);
    other_properties(node);
    json.end_object().end_object();
  }
  void begin_edges() override { json.end_array().key("edges").begin_array(); }
  void edge(const ViewEdge& edge) override {
    json.begin_object().member("key", edge.id).member("source", edge.from).member("target", edge.to);
    // Not "type", which Sigma.js uses for the program that draws the edge.
    json.key("attributes").begin_object().member("label", edge.type).member("relationship", edge.type);
    write_members(json, edge.properties);
    json.end_object().end_object();
  }
  void end() override {
    json.end_array().end_object();
    end_line();
  }
};

/// JSON Graph Format: nodes are members of an object, by key.
class Jgf : public JsonWriter {
 public:
  using JsonWriter::JsonWriter;

  void begin(const GraphHead& head) override {
    json.begin_object().key("graph").begin_object().member("directed", true).key("metadata");
    about(head);
    json.key("nodes").begin_object();
  }
  void node(const ViewNode& node) override {
    json.key(node.key).begin_object().member("label", label_of(node)).key("metadata").begin_object();
    surroundings(node);
    place(node.position);
    write_strings(json, "labels", node.labels);
    other_properties(node);
    json.end_object().end_object();
  }
  void begin_edges() override { json.end_object().key("edges").begin_array(); }
  void edge(const ViewEdge& edge) override {
    json.begin_object().member("id", edge.id).member("source", edge.from).member("target", edge.to);
    json.member("relation", edge.type).key("metadata").begin_object();
    write_members(json, edge.properties);
    json.end_object().end_object();
  }
  void end() override {
    json.end_array().end_object().end_object();
    end_line();
  }
};

/// {data, nodes, links or edges}: two lists, as most JavaScript libraries read them. Only the elements differ.
class TwoLists : public JsonWriter {
 public:
  TwoLists(std::string& out, std::string_view edges) : JsonWriter(out), edges_(edges) {}

  void begin(const GraphHead& head) override {
    json.begin_object().key("data");
    about(head);
    json.key("nodes").begin_array();
  }
  void begin_edges() override { json.end_array().key(edges_).begin_array(); }
  void end() override {
    json.end_array().end_object();
    end_line();
  }

 private:
  std::string_view edges_;  ///< name of the list
};

/// {nodes, links}, as d3-force and force-graph read it; links name their ends by id.
class D3 : public TwoLists {
 public:
  explicit D3(std::string& out) : TwoLists(out, "links") {}

  void node(const ViewNode& node) override {
    json.begin_object().member("id", node.key).member("label", label_of(node));
    surroundings(node);
    place(node.position);
    write_strings(json, "labels", node.labels);
    json.key("properties").begin_object();
    write_members(json, node.properties);
    json.end_object().end_object();
  }
  void edge(const ViewEdge& edge) override {
    json.begin_object().member("id", edge.id).member("source", edge.from).member("target", edge.to);
    json.member("label", edge.type).key("properties").begin_object();
    write_members(json, edge.properties);
    json.end_object().end_object();
  }
};

/// {nodes, edges} of vis-network's data sets: id, label, group, arrows.
class VisNetwork : public TwoLists {
 public:
  explicit VisNetwork(std::string& out) : TwoLists(out, "edges") {}

  void node(const ViewNode& node) override {
    json.begin_object().member("id", node.key).member("label", label_of(node)).member("title", node.title);
    json.member("group", node.kind.empty() ? "Node" : node.kind).member("value", node.degree);
    place(node.position);
    json.end_object();
  }
  void edge(const ViewEdge& edge) override {
    json.begin_object().member("id", edge.id).member("from", edge.from).member("to", edge.to);
    json.member("label", edge.type).member("arrows", "to").end_object();
  }
};

/// {nodes, edges} of React Flow: each node has a position.
class ReactFlow : public TwoLists {
 public:
  explicit ReactFlow(std::string& out) : TwoLists(out, "edges") {}

  void node(const ViewNode& node) override {
    json.begin_object().member("id", node.key).key("position").begin_object();
    place(some_place(node));
    json.end_object();
    json.key("data").begin_object().member("label", label_of(node));
    surroundings(node);
    json.end_object().end_object();
  }
  void edge(const ViewEdge& edge) override {
    json.begin_object().member("id", edge.id).member("source", edge.from).member("target", edge.to);
    json.member("label", edge.type).end_object();
  }
};

/// {categories, nodes, links} of a graph series of ECharts.
class Echarts : public TwoLists {
 public:
  explicit Echarts(std::string& out) : TwoLists(out, "links") {}

  void node(const ViewNode& node) override {
    const std::string kind = node.kind.empty() ? "Node" : node.kind;
    kinds_.insert(kind);
    json.begin_object().member("id", node.key).member("name", label_of(node)).member("category", kind);
    // ECharts shows the value in the tooltip; the symbol grows with the degree up to a limit.
    json.member("value", node.title).member("symbolSize", 8 + std::min<std::int64_t>(node.degree, 32));
    place(node.position);
    json.end_object();
  }
  void edge(const ViewEdge& edge) override {
    json.begin_object().member("source", edge.from).member("target", edge.to).member("value", edge.type).end_object();
  }
  // Categories are known only after the last node, so they follow the links.
  void end() override {
    json.end_array().key("categories").begin_array();
    for (const auto& kind : kinds_) json.begin_object().member("name", kind).end_object();
    json.end_array().end_object();
    end_line();
  }

 private:
  std::set<std::string> kinds_;
};

}  // namespace

std::unique_ptr<GraphWriter> d3_writer(std::string& out) {
  return std::make_unique<D3>(out);
}
std::unique_ptr<GraphWriter> visnetwork_writer(std::string& out) {
  return std::make_unique<VisNetwork>(out);
}
std::unique_ptr<GraphWriter> reactflow_writer(std::string& out) {
  return std::make_unique<ReactFlow>(out);
}
std::unique_ptr<GraphWriter> echarts_writer(std::string& out) {
  return std::make_unique<Echarts>(out);
}
std::unique_ptr<GraphWriter> cytoscape_writer(std::string& out) {
  return std::make_unique<Cytoscape>(out);
}
std::unique_ptr<GraphWriter> graphology_writer(std::string& out) {
  return std::make_unique<Graphology>(out);
}
std::unique_ptr<GraphWriter> jgf_writer(std::string& out) {
  return std::make_unique<Jgf>(out);
}

}  // namespace treatygraph::queries::formats
