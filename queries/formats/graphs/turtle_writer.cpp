// Turtle 1.1. Each description is one block of statements about a subject, separated by ';'. The last line is a
// comment, which marks the end of a complete file.

#include <fmt/format.h>

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"
#include "queries/formats/graphs/rdf_description.h"
#include "queries/formats/text/utf8.h"

namespace treatygraph::queries::formats {
namespace {

/// Escapes quotes and backslashes; control characters become numeric escapes, invalid UTF-8 becomes U+FFFD.
std::string string_literal(std::string_view text) {
  std::string literal = "\"";
  while (!text.empty()) {
    const auto length = utf8_length(text);
    const auto c = static_cast<unsigned char>(text[0]);
    if (length == 0)
      literal += kReplacementCharacter;
    else if (c == '"' || c == '\\')
      literal += fmt::format("\\{}", text[0]);
    else if (c < 0x20 || c == 0x7F)
      literal += fmt::format("\\u{:04X}", c);
    else
      literal += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return literal + '"';
}

/// Numbers and booleans have Turtle's own notation; a list becomes several objects.
std::string literal_of(const PlainValue& value) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
    std::string list;
    for (const auto& text : *texts) list += (list.empty() ? "" : ", ") + string_literal(text);
    return list;
  }
  // Turtle reads 1.5 as xsd:decimal.
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("\"{}\"^^xsd:double", *number);
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? string_literal(*text) : text_of(value);
}

std::string object_of(const rdf::Object& object) {
  switch (object.kind) {
    case rdf::Object::Kind::Iri:
      return "<" + text_of(object.value) + ">";
    case rdf::Object::Kind::Name:
      return text_of(object.value);
    case rdf::Object::Kind::Literal:
      break;
  }
  return literal_of(object.value) + (object.datatype.empty() ? "" : fmt::format("^^{}", object.datatype));
}

class Turtle : public GraphWriter {
 public:
  using GraphWriter::GraphWriter;

  void begin(const GraphHead& head) override {
    describer_ = rdf::Describer(head.iri_base);
    for (const auto& prefix : rdf::kPrefixes) out_ += fmt::format("@prefix {}: <{}> .\n", prefix.name, prefix.iri);
    out_ += '\n';
    write(describer_.describe(head));
  }
  void node(const ViewNode& node) override { write(describer_.describe(node)); }
  void edge(const ViewEdge& edge) override {
    for (const auto& description : describer_.describe(edge)) write(description);
  }
  void end() override { out_ += "# end\n"; }

 private:
  void write(const rdf::Description& description) {
    out_ += "<" + description.subject + ">";
    std::string_view before = " ";
    for (const auto& [predicate, object] : description.statements) {
      const auto written = object_of(object);
      if (written.empty()) continue;  // an empty list
      out_ += fmt::format("{}{} {}", before, predicate, written);
      before = " ;\n  ";
    }
    out_ += " .\n";
  }

  rdf::Describer describer_;
};

}  // namespace

std::unique_ptr<GraphWriter> turtle_writer(std::string& out) {
  return std::make_unique<Turtle>(out);
}

}  // namespace treatygraph::queries::formats
