// The formats that are JSON, each for one library.

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"

namespace treatygraph::queries::formats {
namespace {

class JsonWriter : public GraphWriter {
 public:
  explicit JsonWriter(std::string& out) : GraphWriter(out), json(out) {}

 protected:
  JsonText json;

  void about(const GraphHead& head) {
    json.begin_object().member("snapshot", head.snapshot).member("truncated", head.truncated).end_object();
  }
  void end_line() { out_ += '\n'; }
};

class Cytoscape : public JsonWriter {
 public:
  using JsonWriter::JsonWriter;

  void begin(const GraphHead& head) override {
    json.begin_object().key("data");
    about(head);
    json.key("elements").begin_object().key("nodes").begin_array();
  }
  void node(const ViewNode& node) override {
    json.begin_object().key("data").begin_object().member("id", node.key).member("label", node.title);
    write_strings(json, "labels", node.labels);
    json.key("properties").begin_object();
    write_members(json, node.properties);
    json.end_object().end_object().end_object();
  }
  void begin_edges() override { json.end_array().key("edges").begin_array(); }
  void edge(const ViewEdge& edge) override {
    json.begin_object().key("data").begin_object();
    json.member("id", edge.id).member("source", edge.from).member("target", edge.to).member("label", edge.type);
    json.key("properties").begin_object();  // apart: a relationship's own "source" is the document that says it
    write_members(json, edge.properties);
    json.end_object().end_object().end_object();
  }
  void end() override {
    json.end_array().end_object().end_object();
    end_line();
  }
};

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
    json.begin_object().member("key", node.key).key("attributes").begin_object().member("label", node.title);
    write_strings(json, "labels", node.labels);
    write_members(json, node.properties);
    json.end_object().end_object();
  }
  void begin_edges() override { json.end_array().key("edges").begin_array(); }
  void edge(const ViewEdge& edge) override {
    json.begin_object().member("key", edge.id).member("source", edge.from).member("target", edge.to);
    // Not "type": to Sigma.js that names the program which draws the edge.
    json.key("attributes").begin_object().member("label", edge.type).member("relationship", edge.type);
    write_members(json, edge.properties);
    json.end_object().end_object();
  }
  void end() override {
    json.end_array().end_object();
    end_line();
  }
};

class Jgf : public JsonWriter {
 public:
  using JsonWriter::JsonWriter;

  void begin(const GraphHead& head) override {
    json.begin_object().key("graph").begin_object().member("directed", true).key("metadata");
    about(head);
    json.key("nodes").begin_object();
  }
  void node(const ViewNode& node) override {
    json.key(node.key).begin_object().member("label", node.title).key("metadata").begin_object();
    write_strings(json, "labels", node.labels);
    write_members(json, node.properties);
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

}  // namespace

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
