#pragma once
// Describes a graph in RDF, for Turtle and JSON-LD: ELI for legal texts, SKOS for concepts, PROV for acts and sources,
// and our own vocabulary for the rest.

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

/// Describes what is in a graph. Nodes are called by their keys, whose second half is the Akoma Ntoso eId:
/// <https://treatygraph.org/id/uncc:art_24>. The vocabulary (tg:) has the same IRI whatever the base.
class Describer {
 public:
  explicit Describer(std::string iri_base = std::string(kIriBase)) : base_(std::move(iri_base)) {}

  [[nodiscard]] Description describe(const ViewNode& node) const;
  /// The relationship as triples between its ends, and as a resource with its evidence.
  [[nodiscard]] std::vector<Description> describe(const ViewEdge& edge) const;
  /// The snapshot.
  [[nodiscard]] Description describe(const GraphHead& head) const;

 private:
  [[nodiscard]] std::string iri(std::string_view kind, std::string_view key) const;

  std::string base_;
};

}  // namespace treatygraph::queries::formats::rdf
