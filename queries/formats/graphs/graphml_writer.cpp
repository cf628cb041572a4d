// GraphML 1.0. Attributes are declared as keys, with types, before the graph; the ids of keys begin with g, n or e for
// graph, node or edge.

#include <array>

#include <fmt/format.h>

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::array<std::string_view, 4> kGraphmlTypes = {"boolean", "long", "double",
                                                           "string"};  // parallel to ColumnType

/// The name of a property's attribute. One that this format writes itself gets the prefix own_, as in JSON.
std::string attribute_name(char of, std::string_view property) {
  const bool is_taken = of == 'n' ? property == "label" || property == "labels" || property == "x" || property == "y"
                                  : property == "type";
  return (is_taken ? "own_" : "") + std::string(property);
}

class Graphml : public GraphWriter {
 public:
  using GraphWriter::GraphWriter;

  void begin(const GraphHead& head) override {
    out_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
        "  <key id=\"g.snapshot\" for=\"graph\" attr.name=\"snapshot\" attr.type=\"string\"/>\n"
        "  <key id=\"g.truncated\" for=\"graph\" attr.name=\"truncated\" attr.type=\"string\"/>\n"
        "  <key id=\"g.next_cursor\" for=\"graph\" attr.name=\"next_cursor\" attr.type=\"string\"/>\n"
        "  <key id=\"n.x\" for=\"node\" attr.name=\"x\" attr.type=\"double\"/>\n"
        "  <key id=\"n.y\" for=\"node\" attr.name=\"y\" attr.type=\"double\"/>\n"
        "  <key id=\"n.label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
        "  <key id=\"n.labels\" for=\"node\" attr.name=\"labels\" attr.type=\"string\"/>\n"
        "  <key id=\"e.type\" for=\"edge\" attr.name=\"type\" attr.type=\"string\"/>\n";
    declare(head.node_columns, 'n', "node");
    declare(head.edge_columns, 'e', "edge");
    out_ += "  <graph edgedefault=\"directed\">\n    ";
    data('g', "snapshot", head.snapshot);
    data('g', "truncated", head.truncated);
    if (!head.next_cursor.empty()) data('g', "next_cursor", head.next_cursor);
    out_ += '\n';
  }

  void node(const ViewNode& node) override {
    out_ += fmt::format("    <node id=\"{}\">", xml_text(node.key));
    data('n', "label", node.title);
    data('n', "labels", joined_labels(node.labels));
    if (node.position) {  // as Gephi and yEd's importers know them
      data('n', "x", fmt::to_string(node.position->x));
      data('n', "y", fmt::to_string(node.position->y));
    }
    properties('n', node.properties);
    out_ += "</node>\n";
  }

  void edge(const ViewEdge& edge) override {
    out_ += fmt::format(R"(    <edge id="{}" source="{}" target="{}">)", xml_text(edge.id), xml_text(edge.from),
                        xml_text(edge.to));
    data('e', "type", edge.type);
    properties('e', edge.properties);
    out_ += "</edge>\n";
  }

  void end() override { out_ += "  </graph>\n</graphml>\n"; }

 private:
  void declare(const Columns& columns, char of, std::string_view element) {
    for (const auto& [name, type] : columns.all()) {
      out_ +=
          fmt::format("  <key id=\"{0}.{1}\" for=\"{2}\" attr.name=\"{1}\" attr.type=\"{3}\"/>\n", of,
                      xml_text(attribute_name(of, name)), element, kGraphmlTypes.at(static_cast<std::size_t>(type)));
    }
  }
  void properties(char of, const PlainProperties& all) {
    for (const auto& [name, value] : all) data(of, attribute_name(of, name), text_of(value));
  }
  void data(char of, std::string_view name, std::string_view value) {
    out_ += fmt::format("<data key=\"{}.{}\">{}</data>", of, xml_text(name), xml_text(value));
  }
};

}  // namespace

std::unique_ptr<GraphWriter> graphml_writer(std::string& out) {
  return std::make_unique<Graphml>(out);
}

}  // namespace treatygraph::queries::formats
