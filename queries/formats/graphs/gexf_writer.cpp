// GEXF 1.2, the format of Gephi. Attributes are declared with their types before the nodes, so the writer needs the
// columns in advance.

#include <array>

#include <fmt/format.h>

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::array<std::string_view, 4> kGexfTypes = {"boolean", "long", "double",
                                                        "string"};  // parallel to ColumnType

class Gexf : public GraphWriter {
 public:
  using GraphWriter::GraphWriter;

  void begin(const GraphHead& head) override {
    out_ += fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
        "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
        "  <meta><creator>treatygraph</creator><description>snapshot {}{}{}{}{}</description></meta>\n"
        "  <graph defaultedgetype=\"directed\" mode=\"static\">\n",
        xml_text(head.snapshot), head.truncated.empty() ? "" : "; truncated: ", xml_text(head.truncated),
        head.next_cursor.empty() ? "" : "; next_cursor: ", xml_text(head.next_cursor));
    declare(head.node_columns, "node");
    declare(head.edge_columns, "edge");
    out_ += "    <nodes>\n";
  }

  void node(const ViewNode& node) override {
    out_ += fmt::format(R"(      <node id="{}" label="{}"><attvalues><attvalue for="labels" value="{}"/>)",
                        xml_text(node.key), xml_text(node.title), xml_text(joined_labels(node.labels)));
    values(node.properties);
    // Gephi's vertical axis points up.
    if (node.position)
      out_ += fmt::format(R"(<viz:position x="{}" y="{}" z="0.0"/>)", node.position->x, -node.position->y);
    out_ += "</node>\n";
  }

  void begin_edges() override { out_ += "    </nodes>\n    <edges>\n"; }

  void edge(const ViewEdge& edge) override {
    out_ += fmt::format(R"(      <edge id="{}" source="{}" target="{}" label="{}"><attvalues>)", xml_text(edge.id),
                        xml_text(edge.from), xml_text(edge.to), xml_text(edge.type));
    values(edge.properties);
    out_ += "</edge>\n";
  }

  void end() override { out_ += "    </edges>\n  </graph>\n</gexf>\n"; }

 private:
  void declare(const Columns& columns, std::string_view of) {
    out_ += fmt::format("    <attributes class=\"{}\">\n", of);
    if (of == "node") out_ += "      <attribute id=\"labels\" title=\"labels\" type=\"string\"/>\n";
    for (const auto& [name, type] : columns.all()) {
      if (name == "labels") continue;
      out_ += fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", xml_text(name),
                          kGexfTypes.at(static_cast<std::size_t>(type)));
    }
    out_ += "    </attributes>\n";
  }
  void values(const PlainProperties& properties) {
    for (const auto& [name, value] : properties) {
      if (name == "labels") continue;
      out_ += fmt::format(R"(<attvalue for="{}" value="{}"/>)", xml_text(name), xml_text(text_of(value)));
    }
    out_ += "</attvalues>";
  }
};

}  // namespace

std::unique_ptr<GraphWriter> gexf_writer(std::string& out) {
  return std::make_unique<Gexf>(out);
}

}  // namespace treatygraph::queries::formats
