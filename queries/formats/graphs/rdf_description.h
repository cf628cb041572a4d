#pragma once
// Describes a graph in RDF, for Turtle and JSON-LD, with ELI and schema.org for legal texts, SKOS for concepts, PROV
// for acts and sources, and the project's own vocabulary (tg:) for everything.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "queries/formats/graphs/graph_view.h"

namespace treatygraph::queries::formats::rdf {

/// A prefix of names and the IRI for which it stands.
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

/// The object of a predicate.
struct Object {
  enum class Kind { Iri, Name, Literal };
  Kind kind = Kind::Literal;
  PlainValue value;           ///< a full IRI, a prefixed name, or a plain value
  std::string_view datatype;  ///< datatype as a prefixed name, if it is not the plain value's own
};

/// All statements about one subject.
struct Description {
  std::string subject;  ///< IRI
  /// Predicates are prefixed names; equal predicates are adjacent.
  std::vector<std::pair<std::string, Object>> statements;
};

/// Describes the elements of a graph. Nodes are named by their keys, whose second half is the Akoma Ntoso eId:
/// <https://treatygraph.org/id/uncc:art_24>. The vocabulary (tg:) has the same IRI whatever the base is.
class Describer {
 public:
  explicit Describer(std::string iri_base = std::string(kIriBase)) : base_(std::move(iri_base)) {}

  /// The node's classes, names, properties and sources.
  [[nodiscard]] Description describe(const ViewNode& node) const;
  /// The relationship as triples between its ends, and as a resource (rdf:Statement) with its evidence.
  [[nodiscard]] std::vector<Description> describe(const ViewEdge& edge) const;
  /// The snapshot, with the reason if the graph is not complete.
  [[nodiscard]] Description describe(const GraphHead& head) const;

 private:
  // An IRI below the base: "id/", "relationship/" or "snapshot/", then the key.
  [[nodiscard]] std::string iri(std::string_view kind, std::string_view key) const;

  std::string base_;
};

}  // namespace treatygraph::queries::formats::rdf
