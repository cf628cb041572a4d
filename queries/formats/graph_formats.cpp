#include "queries/formats/graph_formats.h"

#include <map>

#include <fmt/format.h>

#include "queries/formats/json_text.h"
#include "queries/formats/utf8.h"

namespace treatygraph::queries::formats {
namespace {

void write(JsonText& json, const PlainValue& value) {
  std::visit([&](const auto& plain) { json.value(plain); }, value);
}

void write_properties(JsonText& json, const PlainProperties& properties) {
  for (const auto& [name, value] : properties) {
    json.key(name);
    write(json, value);
  }
}

void write_labels(JsonText& json, const ViewNode& node) {
  json.key("labels").begin_array();
  for (const auto& label : node.labels) json.value(label);
  json.end_array();
}

std::string text_of(const PlainValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  std::string written;
  JsonText json(written);
  write(json, value);
  return written;
}

std::string joined(const std::vector<std::string>& labels) {
  return fmt::format("{}", fmt::join(labels, ";"));
}

/// What XML 1.0 cannot hold becomes U+FFFD.
std::string xml_text(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    const auto length = utf8_length(text);
    const auto c = static_cast<unsigned char>(text[0]);
    const bool is_char = length > 0 && (c >= 0x20 || c == '\t' || c == '\n' || c == '\r');
    if (!is_char)
      escaped += kReplacementCharacter;
    else if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return escaped;
}

/// The properties of all nodes, or of all edges, with one type each: text where they differ.
class Columns {
 public:
  void add(const PlainProperties& properties) {
    for (const auto& [name, value] : properties) {
      const auto [entry, is_new] = types_.try_emplace(name, type_of(value));
      if (!is_new && entry->second != type_of(value)) entry->second = "string";
    }
  }
  [[nodiscard]] const std::map<std::string, std::string_view>& types() const { return types_; }

 private:
  static std::string_view type_of(const PlainValue& value) {
    constexpr std::array<std::string_view, 4> kTypes = {"boolean", "long", "double", "string"};
    return kTypes.at(value.index());
  }
  std::map<std::string, std::string_view> types_;
};

Columns node_columns(const GraphView& view) {
  Columns columns;
  for (const auto& node : view.nodes) columns.add(node.properties);
  return columns;
}
Columns edge_columns(const GraphView& view) {
  Columns columns;
  for (const auto& edge : view.edges) columns.add(edge.properties);
  return columns;
}

}  // namespace

std::string to_cytoscape(const GraphView& view) {
  std::string text;
  JsonText json(text);
  json.begin_object().key("elements").begin_object().key("nodes").begin_array();
  for (const auto& node : view.nodes) {
    json.begin_object().key("data").begin_object().member("id", node.key).member("label", node.title);
    write_labels(json, node);
    json.key("properties").begin_object();
    write_properties(json, node.properties);
    json.end_object().end_object().end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const auto& edge : view.edges) {
    json.begin_object().key("data").begin_object();
    json.member("id", edge.id).member("source", edge.from).member("target", edge.to).member("label", edge.type);
    json.key("properties").begin_object();  // apart: a relationship's own "source" is the document that says it
    write_properties(json, edge.properties);
    json.end_object().end_object().end_object();
  }
  json.end_array()
      .end_object()
      .key("data")
      .begin_object()
      .member("truncated", view.truncated)
      .end_object()
      .end_object();
  return text + '\n';
}

std::string to_graphology(const GraphView& view) {
  std::string text;
  JsonText json(text);
  json.begin_object();
  json.key("options")
      .begin_object()
      .member("type", "directed")
      .member("multi", true)
      .member("allowSelfLoops", true)
      .end_object();
  json.key("attributes").begin_object().member("truncated", view.truncated).end_object();
  json.key("nodes").begin_array();
  for (const auto& node : view.nodes) {
    json.begin_object().member("key", node.key).key("attributes").begin_object().member("label", node.title);
    write_labels(json, node);
    write_properties(json, node.properties);
    json.end_object().end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const auto& edge : view.edges) {
    json.begin_object().member("key", edge.id).member("source", edge.from).member("target", edge.to);
    json.key("attributes").begin_object().member("type", edge.type);
    write_properties(json, edge.properties);
    json.end_object().end_object();
  }
  json.end_array().end_object();
  return text + '\n';
}

std::string to_jgf(const GraphView& view) {
  std::string text;
  JsonText json(text);
  json.begin_object().key("graph").begin_object().member("directed", true);
  json.key("metadata").begin_object().member("truncated", view.truncated).end_object();
  json.key("nodes").begin_object();
  for (const auto& node : view.nodes) {
    json.key(node.key).begin_object().member("label", node.title).key("metadata").begin_object();
    write_labels(json, node);
    write_properties(json, node.properties);
    json.end_object().end_object();
  }
  json.end_object().key("edges").begin_array();
  for (const auto& edge : view.edges) {
    json.begin_object()
        .member("id", edge.id)
        .member("source", edge.from)
        .member("target", edge.to)
        .member("relation", edge.type);
    json.key("metadata").begin_object();
    write_properties(json, edge.properties);
    json.end_object().end_object();
  }
  json.end_array().end_object().end_object();
  return text + '\n';
}

std::string to_graphml(const GraphView& view) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"n.title\" for=\"node\" attr.name=\"title\" attr.type=\"string\"/>\n"
      "  <key id=\"n.labels\" for=\"node\" attr.name=\"labels\" attr.type=\"string\"/>\n"
      "  <key id=\"e.type\" for=\"edge\" attr.name=\"type\" attr.type=\"string\"/>\n";
  const auto declare = [&](const Columns& columns, char of, std::string_view element) {
    for (const auto& [name, type] : columns.types()) {
      if (of == 'n' ? name == "title" || name == "labels" : name == "type") continue;
      text += fmt::format("  <key id=\"{0}.{1}\" for=\"{2}\" attr.name=\"{1}\" attr.type=\"{3}\"/>\n", of,
                          xml_text(name), element, type);
    }
  };
  declare(node_columns(view), 'n', "node");
  declare(edge_columns(view), 'e', "edge");
  const auto data = [&](char of, std::string_view name, std::string_view value) {
    text += fmt::format("<data key=\"{}.{}\">{}</data>", of, xml_text(name), xml_text(value));
  };
  text += "  <graph edgedefault=\"directed\">\n";
  for (const auto& node : view.nodes) {
    text += fmt::format("    <node id=\"{}\">", xml_text(node.key));
    data('n', "title", node.title);
    data('n', "labels", joined(node.labels));
    for (const auto& [name, value] : node.properties) {
      if (name != "title" && name != "labels") data('n', name, text_of(value));
    }
    text += "</node>\n";
  }
  for (const auto& edge : view.edges) {
    text += fmt::format("    <edge id=\"{}\" source=\"{}\" target=\"{}\">", xml_text(edge.id), xml_text(edge.from),
                        xml_text(edge.to));
    data('e', "type", edge.type);
    for (const auto& [name, value] : edge.properties) {
      if (name != "type") data('e', name, text_of(value));
    }
    text += "</edge>\n";
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string to_gexf(const GraphView& view) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
      "  <graph defaultedgetype=\"directed\" mode=\"static\">\n";
  const auto declare = [&](const Columns& columns, std::string_view of) {
    text += fmt::format("    <attributes class=\"{}\">\n", of);
    if (of == "node") text += "      <attribute id=\"labels\" title=\"labels\" type=\"string\"/>\n";
    for (const auto& [name, type] : columns.types()) {
      if (name == "labels") continue;
      text += fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", xml_text(name), type);
    }
    text += "    </attributes>\n";
  };
  declare(node_columns(view), "node");
  declare(edge_columns(view), "edge");
  const auto values = [&](const PlainProperties& properties) {
    for (const auto& [name, value] : properties) {
      if (name == "labels") continue;
      text += fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", xml_text(name), xml_text(text_of(value)));
    }
    text += "</attvalues>";
  };
  text += "    <nodes>\n";
  for (const auto& node : view.nodes) {
    text += fmt::format("      <node id=\"{}\" label=\"{}\"><attvalues><attvalue for=\"labels\" value=\"{}\"/>",
                        xml_text(node.key), xml_text(node.title), xml_text(joined(node.labels)));
    values(node.properties);
    text += "</node>\n";
  }
  text += "    </nodes>\n    <edges>\n";
  for (const auto& edge : view.edges) {
    text += fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{}\"><attvalues>", xml_text(edge.id),
                        xml_text(edge.from), xml_text(edge.to), xml_text(edge.type));
    values(edge.properties);
    text += "</edge>\n";
  }
  return text + "    </edges>\n  </graph>\n</gexf>\n";
}

namespace {

std::string dot_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + "\"";
}

}  // namespace

std::string to_dot(const GraphView& view) {
  std::string text =
      "digraph treatygraph {\n  node [shape=box, fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\", "
      "fontsize=10];\n";
  for (const auto& node : view.nodes) {
    text += fmt::format("  {} [label={}, tooltip={}];\n", dot_text(node.key), dot_text(node.title),
                        dot_text(joined(node.labels)));
  }
  for (const auto& edge : view.edges) {
    std::string quote;
    for (const auto& [name, value] : edge.properties) {
      if (name == "quote") quote = text_of(value);
    }
    text += fmt::format("  {} -> {} [label={}, tooltip={}];\n", dot_text(edge.from), dot_text(edge.to),
                        dot_text(edge.type), dot_text(quote.empty() ? edge.id : quote));
  }
  return text + "}\n";
}

namespace {

constexpr std::string_view kVocabulary = "https://treatygraph.org/ns#";
constexpr std::string_view kNodes = "https://treatygraph.org/id/";

/// A key as a part of an IRI (RFC 3987): what may not stand in one is percent-encoded.
std::string iri_part(std::string_view key) {
  std::string part;
  for (const char c : key) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_safe =
        std::isalnum(byte) != 0 || byte >= 0x80 || std::string_view("-._~:@/").find(c) != std::string_view::npos;
    part += is_safe ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return part;
}

std::string literal(const PlainValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    std::string quoted = "\"";
    for (const char c : *text) {
      switch (c) {
        case '"':
          quoted += "\\\"";
          break;
        case '\\':
          quoted += "\\\\";
          break;
        case '\n':
          quoted += "\\n";
          break;
        case '\r':
          quoted += "\\r";
          break;
        default:
          quoted += c;
      }
    }
    return quoted + "\"";
  }
  return text_of(value);
}

}  // namespace

std::string to_turtle(const GraphView& view) {
  auto text = fmt::format(
      "@prefix tg: <{}> .\n@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix prov: <http://www.w3.org/ns/prov#> .\n\n",
      kVocabulary);
  const auto properties = [&](const PlainProperties& all) {
    for (const auto& [name, value] : all)
      text += fmt::format(" ;\n  <{}{}> {}", kVocabulary, iri_part(name), literal(value));
  };
  for (const auto& node : view.nodes) {
    text += fmt::format("<{}{}> rdfs:label {}", kNodes, iri_part(node.key), literal(node.title));
    for (const auto& label : node.labels) text += fmt::format(" ;\n  a <{}{}>", kVocabulary, iri_part(label));
    properties(node.properties);
    text += " .\n";
  }
  for (const auto& edge : view.edges) {
    const auto from = fmt::format("<{}{}>", kNodes, iri_part(edge.from));
    const auto type = fmt::format("<{}{}>", kVocabulary, iri_part(edge.type));
    const auto to = fmt::format("<{}{}>", kNodes, iri_part(edge.to));
    text += fmt::format("{} {} {} .\n[] a rdf:Statement ;\n  rdf:subject {} ;\n  rdf:predicate {} ;\n  rdf:object {}",
                        from, type, to, from, type, to);
    for (const auto& [name, value] : edge.properties) {
      if (name == "source") text += fmt::format(" ;\n  prov:wasDerivedFrom [ rdfs:label {} ]", literal(value));
    }
    properties(edge.properties);
    text += " .\n";
  }
  return text;
}

std::string to_jsonld(const GraphView& view) {
  std::string text;
  JsonText json(text);
  json.begin_object().key("@context").begin_object();
  json.member("@vocab", kVocabulary).member("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
  json.member("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#").end_object();
  json.key("@graph").begin_array();
  const auto iri = [](std::string_view base, std::string_view part) { return std::string(base) + iri_part(part); };
  for (const auto& node : view.nodes) {
    json.begin_object()
        .member("@id", iri(kNodes, node.key))
        .member("rdfs:label", node.title)
        .key("@type")
        .begin_array();
    for (const auto& label : node.labels) json.value(iri(kVocabulary, label));
    json.end_array();
    write_properties(json, node.properties);
    json.end_object();
  }
  const auto reference = [&](std::string_view name, const std::string& id) {
    json.key(name).begin_object().member("@id", id).end_object();
  };
  for (const auto& edge : view.edges) {
    json.begin_object().member("@id", iri(kNodes, edge.from));
    reference(iri(kVocabulary, edge.type), iri(kNodes, edge.to));
    json.end_object().begin_object().member("@type", "rdf:Statement");
    reference("rdf:subject", iri(kNodes, edge.from));
    reference("rdf:predicate", iri(kVocabulary, edge.type));
    reference("rdf:object", iri(kNodes, edge.to));
    write_properties(json, edge.properties);
    json.end_object();
  }
  json.end_array().end_object();
  return text + '\n';
}

}  // namespace treatygraph::queries::formats
