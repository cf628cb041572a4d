// JSON-LD 1.1: the prefixes are the context, all items are in one "@graph".

#include "queries/formats/graphs/graph_writer.h"
#include "queries/formats/graphs/plain_text.h"
#include "queries/formats/graphs/rdf_description.h"

namespace treatygraph::queries::formats {
namespace {

/// Each description is an item of its own; processors join items with the same @id.
class Jsonld : public GraphWriter {
 public:
  explicit Jsonld(std::string& out) : GraphWriter(out), json_(out) {}

  void begin(const GraphHead& head) override {
    describer_ = rdf::Describer(head.iri_base);
    json_.begin_object().key("@context").begin_object();
    for (const auto& prefix : rdf::kPrefixes) json_.member(prefix.name, prefix.iri);
    json_.end_object().key("@graph").begin_array();
    write(describer_.describe(head));
  }
  void node(const ViewNode& node) override { write(describer_.describe(node)); }
  void edge(const ViewEdge& edge) override {
    for (const auto& description : describer_.describe(edge)) write(description);
  }
  void end() override {
    json_.end_array().end_object();
    out_ += '\n';
  }

 private:
  /// Statements with the same predicate are adjacent and become one array.
  void write(const rdf::Description& description) {
    json_.begin_object().member("@id", description.subject);
    for (auto at = description.statements.begin(); at != description.statements.end();) {
      const auto& predicate = at->first;
      const bool is_type = predicate == "rdf:type";
      json_.key(is_type ? "@type" : predicate).begin_array();  // an object may contain each member only once
      for (; at != description.statements.end() && at->first == predicate; ++at) {
        if (is_type)
          json_.value(text_of(at->second.value));
        else
          write(at->second);
      }
      json_.end_array();
    }
    json_.end_object();
  }

  /// Literals of JSON's own types are written as they are; JSON-LD knows their datatypes.
  void write(const rdf::Object& object) {
    if (object.kind != rdf::Object::Kind::Literal) {
      json_.begin_object().member("@id", text_of(object.value)).end_object();
    } else if (!object.datatype.empty()) {
      json_.begin_object().member("@type", object.datatype).member("@value", text_of(object.value)).end_object();
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&object.value)) {
      for (const auto& text : *texts) json_.value(text);
    } else {
      formats::write(json_, object.value);
    }
  }

  JsonText json_;
  rdf::Describer describer_;
};

}  // namespace

std::unique_ptr<GraphWriter> jsonld_writer(std::string& out) {
  return std::make_unique<Jsonld>(out);
}

}  // namespace treatygraph::queries::formats
