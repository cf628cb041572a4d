// Graphviz DOT. Properties are attributes with the prefix tg_, which no attribute of Graphviz has.

#include <fmt/format.h>

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"
#include "queries/formats/text/utf8.h"

namespace treatygraph::queries::formats {
namespace {

/// A quoted string: quotes and backslashes are escaped, invalid UTF-8 becomes U+FFFD, and NUL, which would end the
/// string, a space.
std::string dot_text(std::string_view text) {
  std::string quoted = "\"";
  while (!text.empty()) {
    const auto length = utf8_length(text);
    const char c = text[0];
    if (c == '"' || c == '\\') quoted += '\\';
    if (length == 0)
      quoted += kReplacementCharacter;
    else if (c == '\0')
      quoted += ' ';
    else
      quoted += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return quoted + '"';
}

/// Graphviz keeps attributes that it does not know, for gvpr and other readers of the file.
class Dot : public GraphWriter {
 public:
  using GraphWriter::GraphWriter;

  void begin(const GraphHead& head) override {
    out_ += fmt::format(
        "digraph treatygraph {{\n  graph [tg_snapshot={}, tg_truncated={}, tg_next_cursor={}];\n"
        "  node [shape=box, fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\", fontsize=10];\n",
        dot_text(head.snapshot), dot_text(head.truncated), dot_text(head.next_cursor));
  }

  void node(const ViewNode& node) override {
    const auto labels = dot_text(joined_labels(node.labels));
    out_ += fmt::format("  {} [label={}, tooltip={}, tg_labels={}", dot_text(node.key), dot_text(node.title), labels,
                        labels);
    // In points, upward, and kept by neato -n.
    if (node.position) out_ += fmt::format(", pos=\"{},{}!\"", node.position->x, -node.position->y);
    attributes(node.properties);
  }

  void edge(const ViewEdge& edge) override {
    const auto quote = text_of(edge.properties, "quote");
    out_ += fmt::format("  {} -> {} [label={}, tooltip={}, id={}", dot_text(edge.from), dot_text(edge.to),
                        dot_text(edge.type), dot_text(quote.empty() ? edge.id : quote), dot_text(edge.id));
    attributes(edge.properties);
  }

  void end() override { out_ += "}\n"; }

 private:
  void attributes(const PlainProperties& properties) {
    for (const auto& [name, value] : properties) {
      out_ += fmt::format(", {}={}", dot_text("tg_" + name), dot_text(text_of(value)));
    }
    out_ += "];\n";
  }
};

}  // namespace

std::unique_ptr<GraphWriter> dot_writer(std::string& out) {
  return std::make_unique<Dot>(out);
}

}  // namespace treatygraph::queries::formats
