// The whole graph as JSON, NDJSON and CSV: one record per element, each with its type.

#include <set>

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"
#include "queries/formats/text/table.h"

namespace treatygraph::queries::formats {
namespace {

/// Counts elements, so that the end of an export can say how many there must be.
class Counting : public GraphWriter {
 public:
  using GraphWriter::GraphWriter;

 protected:
  std::size_t nodes_ = 0;
  std::size_t edges_ = 0;
};

/// The members of a node's record.
void node_members(JsonText& json, const ViewNode& node) {
  json.member("key", node.key).member("title", node.title);
  write_strings(json, "labels", node.labels);
  json.key("properties").begin_object();
  write_members(json, node.properties);
  json.end_object();
}

/// The members of a relationship's record.
void edge_members(JsonText& json, const ViewEdge& edge) {
  json.member("id", edge.id).member("type", edge.type).member("from", edge.from).member("to", edge.to);
  json.key("properties").begin_object();
  write_members(json, edge.properties);
  json.end_object();
}

/// One record per line. The first names the snapshot, the last ("end") has the counts.
class Ndjson : public Counting {
 public:
  using Counting::Counting;

  void begin(const GraphHead& head) override {
    JsonText json(out_);
    json.begin_object().member("element", "snapshot").member("snapshot", head.snapshot).end_object();
    out_ += '\n';
  }
  void node(const ViewNode& node) override {
    ++nodes_;
    JsonText json(out_);
    json.begin_object().member("element", "node");
    node_members(json, node);
    json.end_object();
    out_ += '\n';
  }
  void edge(const ViewEdge& edge) override {
    ++edges_;
    JsonText json(out_);
    json.begin_object().member("element", "relationship");
    edge_members(json, edge);
    json.end_object();
    out_ += '\n';
  }
  void end() override {
    JsonText json(out_);
    json.begin_object().member("element", "end").member("nodes", nodes_).member("relationships", edges_).end_object();
    out_ += '\n';
  }
};

/// One object with all records; elements are on lines of their own, so that large files can be looked at.
class Json : public Counting {
 public:
  explicit Json(std::string& out) : Counting(out), json_(out) {}

  void begin(const GraphHead& head) override {
    json_.begin_object().member("snapshot", head.snapshot).key("nodes").begin_array();
  }
  void node(const ViewNode& node) override {
    ++nodes_;
    json_.begin_object();
    node_members(json_, node);
    json_.end_object();
    out_ += '\n';
  }
  void begin_edges() override { json_.end_array().key("relationships").begin_array(); }
  void edge(const ViewEdge& edge) override {
    ++edges_;
    json_.begin_object();
    edge_members(json_, edge);
    json_.end_object();
    out_ += '\n';
  }
  void end() override {
    json_.end_array().member("node_count", nodes_).member("relationship_count", edges_).end_object();
    out_ += '\n';
  }

 private:
  JsonText json_;
};

/// One table for nodes and relationships. Its property columns are all properties of the graph; cells that an element
/// does not have are empty.
class Csv : public Counting {
 public:
  using Counting::Counting;

  void begin(const GraphHead& head) override {
    std::set<std::string> names;
    for (const auto* columns : {&head.node_columns, &head.edge_columns}) {
      for (const auto& column : columns->all()) names.insert(column.first);
    }
    properties_.assign(names.begin(), names.end());
    std::vector<Cell> row = {"element", "key", "type", "from", "to", "title"};
    row.insert(row.end(), properties_.begin(), properties_.end());
    append_csv_row(out_, row);
  }
  void node(const ViewNode& node) override {
    ++nodes_;
    write({"node", node.key, joined_labels(node.labels), {}, {}, node.title}, node.properties);
  }
  void edge(const ViewEdge& edge) override {
    ++edges_;
    write({"relationship", edge.id, edge.type, edge.from, edge.to, {}}, edge.properties);
  }
  void end() override {
    write({"end", {}, {}, {}, {}, std::to_string(nodes_) + " nodes; " + std::to_string(edges_) + " relationships"}, {});
  }

 private:
  void write(std::vector<Cell> row, const PlainProperties& properties) {
    for (const auto& name : properties_) {
      const auto text = text_of(properties, name);
      row.push_back(text.empty() ? Cell{} : Cell{text});
    }
    append_csv_row(out_, row);
  }

  std::vector<std::string> properties_;
};

}  // namespace

std::unique_ptr<GraphWriter> ndjson_writer(std::string& out) {
  return std::make_unique<Ndjson>(out);
}
std::unique_ptr<GraphWriter> json_writer(std::string& out) {
  return std::make_unique<Json>(out);
}
std::unique_ptr<GraphWriter> csv_writer(std::string& out) {
  return std::make_unique<Csv>(out);
}

}  // namespace treatygraph::queries::formats
