#pragma once
// A graph in the terms of RDF, for Turtle and JSON-LD: ELI and schema.org for texts of law, SKOS for concepts, PROV for
// who did what and where a fact comes from, our own vocabulary for everything else.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "queries/formats/graphs/graph_view.h"

namespace treatygraph::queries::formats::rdf {

struct Prefix {
  std::string_view name;
  std::string_view iri;
};

inline constexpr std::array kPrefixes = {Prefix{"tg", "https://treatygraph.org/ns#"},
                                         Prefix{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                         Prefix{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
                                         Prefix{"xsd", "http://www.w3.org/2001/XMLSchema#"},
                                         Prefix{"dcterms", "http://purl.org/dc/terms/"},
                                         Prefix{"eli", "http://data.europa.eu/eli/ontology#"},
                                         Prefix{"schema", "https://schema.org/"},
                                         Prefix{"skos", "http://www.w3.org/2004/02/skos/core#"},
                                         Prefix{"prov", "http://www.w3.org/ns/prov#"}};

/// What a predicate leads to.
struct Object {
  enum class Kind { Iri, Name, Literal };
  Kind kind = Kind::Literal;
  PlainValue value;           ///< an IRI in full, a prefixed name, or a plain value
  std::string_view datatype;  ///< prefixed name, where it is not the plain value's own
};

/// All that is said of one subject.
struct Description {
  std::string subject;  ///< IRI
  /// Predicates are prefixed names; those of one predicate stand together.
  std::vector<std::pair<std::string, Object>> statements;
};

/// Describes what is in a graph. Nodes are called by their keys, whose second half is the Akoma Ntoso eId:
/// <https://treatygraph.org/id/uncc:art_24>. The vocabulary (tg:) has the same IRI whatever the base.
class Describer {
 public:
  explicit Describer(std::string iri_base = std::string(kIriBase)) : base_(std::move(iri_base)) {}

  [[nodiscard]] Description describe(const ViewNode& node) const;
  /// The relationship as triples between its ends, and as a resource with its evidence.
  [[nodiscard]] std::vector<Description> describe(const ViewEdge& edge) const;
  /// The snapshot that they are from.
  [[nodiscard]] Description describe(const GraphHead& head) const;

 private:
  [[nodiscard]] std::string iri(std::string_view kind, std::string_view key) const;

  std::string base_;
};

}  // namespace treatygraph::queries::formats::rdf
