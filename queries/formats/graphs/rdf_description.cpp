// Every label, type and property has a name in the project's vocabulary (tg:), so nothing is lost. Those that mean the
// same as a term of a public vocabulary are written with that term as well, so that tools that know only the public
// ones can use the data; the tables below list them.
//
// A relationship's evidence (quote, confidence, source) cannot be attached to a triple in RDF 1.1, so each relationship
// is also a resource that reifies the triple.

#include "queries/formats/graphs/rdf_description.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/vocabulary.h"
#include "queries/formats/graphs/plain_text.h"

namespace treatygraph::queries::formats::rdf {
namespace {

using Kind = Object::Kind;

// The parts of IRIs after the base.
constexpr std::string_view kNodes = "id/";
constexpr std::string_view kRelationships = "relationship/";
constexpr std::string_view kSnapshots = "snapshot/";

/// A label or property and its term in a public vocabulary.
struct Term {
  std::string_view ours;
  std::string_view standard;
};

/// A label may have several classes.
constexpr std::array kClasses = {
    Term{label::kTreaty, "eli:LegalResource"},  Term{label::kProvision, "eli:LegalResourceSubdivision"},
    Term{label::kTreaty, "schema:Legislation"}, Term{label::kProvision, "schema:Legislation"},
    Term{label::kOffence, "skos:Concept"},      Term{label::kSafeguard, "skos:Concept"},
    Term{label::kPower, "skos:Concept"},        Term{label::kTerm, "skos:Concept"},
    Term{label::kState, "prov:Organization"},   Term{label::kOrganization, "prov:Organization"},
    Term{label::kStatement, "prov:Entity"},     Term{label::kEvent, "prov:Activity"}};

constexpr std::array kNodeProperties = {Term{property::kTitle, "dcterms:title"},
                                        Term{property::kHeading, "dcterms:title"},
                                        Term{property::kSummary, "dcterms:description"},
                                        Term{property::kDate, "dcterms:date"},
                                        Term{"adopted", "eli:date_document"},
                                        Term{property::kEntryIntoForce, "eli:first_date_entry_in_force"},
                                        Term{property::kNum, "eli:number"},
                                        Term{property::kEid, "eli:id_local"},
                                        Term{property::kText, "schema:text"}};

/// A relationship type and its term.
struct Predicate {
  std::string_view type;
  std::string_view standard;
  bool is_reversed = false;  ///< the standard term points from our target to our source
};

constexpr std::array kPredicates = {Predicate{type::kHasPart, "eli:has_part"},
                                    Predicate{type::kRefersTo, "eli:cites"},
                                    Predicate{type::kCorrespondsTo, "eli:related_to"},
                                    Predicate{type::kMade, "prov:wasAttributedTo", true},
                                    Predicate{type::kTookPartIn, "prov:wasAssociatedWith", true},
                                    Predicate{type::kProduced, "prov:wasGeneratedBy", true}};

/// Percent-encodes all bytes but letters, digits and `also_safe`, for an IRI (RFC 3987) or a prefixed name.
std::string encoded(std::string_view text, std::string_view also_safe) {
  std::string part;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_safe = byte < 0x80 && (is_letter_or_digit(c) || also_safe.find(c) != std::string_view::npos);
    part += is_safe ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return part;
}

/// A name in the project's vocabulary.
std::string own(std::string_view name) {
  return "tg:" + encoded(name, "-_");
}

Object name(std::string_view prefixed) {
  return {Kind::Name, std::string(prefixed), {}};
}
Object resource(std::string absolute) {
  return {Kind::Iri, std::move(absolute), {}};
}

/// Years and months alone are not xsd:date.
bool is_whole_date(std::string_view text) {
  constexpr std::string_view kPattern = "dddd-dd-dd";
  return std::ranges::equal(text, kPattern,
                            [](char c, char expected) { return expected == 'd' ? is_digit(c) : c == expected; });
}

Object literal(const PlainValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return {Kind::Literal, value, text != nullptr && is_whole_date(*text) ? "xsd:date" : ""};
}

/// The source of a fact as an IRI, if it is an address.
std::optional<std::string> address_in(std::string_view source) {
  if (!source.starts_with("https://") && !source.starts_with("http://")) return {};
  if (source.find(' ') != std::string_view::npos) return {};
  return encoded(source, "-._~:/?#[]@!$&'()*+,;=%");
}

/// An address becomes a link (prov:wasDerivedFrom), any other source is text.
void add_sources(Description& to, const PlainProperties& properties) {
  const auto source = text_of(properties, property::kSource);
  if (source.empty()) return;
  if (const auto address = address_in(source))
    to.statements.emplace_back("prov:wasDerivedFrom", resource(*address));
  else
    to.statements.emplace_back("dcterms:source", literal(source));
}

bool is_concept(const ViewNode& node) {
  return std::ranges::any_of(kClasses, [&](const Term& term) {
    return term.standard == "skos:Concept" && std::ranges::find(node.labels, term.ours, [](const auto& l) {
                                                return std::string_view(l);
                                              }) != node.labels.end();
  });
}

}  // namespace

/// The base is part of the server's configuration and was checked by check_iri_base().
std::string Describer::iri(std::string_view kind, std::string_view key) const {
  return base_ + std::string(kind) + encoded(key, "-._~:@");
}

Description Describer::describe(const ViewNode& node) const {
  Description description{iri(kNodes, node.key), {}};
  auto& statements = description.statements;
  for (const auto& label : node.labels) {
    statements.emplace_back("rdf:type", name(own(label)));
    for (const auto& [ours, standard] : kClasses) {
      if (ours == label) statements.emplace_back("rdf:type", name(standard));
    }
  }
  statements.emplace_back("rdfs:label", literal(node.title));
  statements.emplace_back("dcterms:identifier", literal(node.key));
  if (is_concept(node)) statements.emplace_back("skos:prefLabel", literal(node.title));
  for (const auto& [property, value] : node.properties) {
    statements.emplace_back(own(property), literal(value));
    const auto* standard = std::ranges::find(kNodeProperties, property, &Term::ours);
    if (standard != kNodeProperties.end()) statements.emplace_back(std::string(standard->standard), literal(value));
  }
  add_sources(description, node.properties);
  // Formats write equal predicates together. The sort is stable, so values keep their order.
  std::ranges::stable_sort(statements, {}, [](const auto& statement) { return statement.first; });
  return description;
}

std::vector<Description> Describer::describe(const ViewEdge& edge) const {
  const auto from = iri(kNodes, edge.from);
  const auto to = iri(kNodes, edge.to);
  std::vector<Description> descriptions{{from, {{own(edge.type), resource(to)}}}};
  const auto* standard = std::ranges::find(kPredicates, edge.type, &Predicate::type);
  if (standard != kPredicates.end()) {
    const std::string predicate(standard->standard);
    if (standard->is_reversed)
      descriptions.push_back({to, {{predicate, resource(from)}}});
    else
      descriptions.front().statements.emplace_back(predicate, resource(to));
  }
  Description evidence{iri(kRelationships, edge.id),
                       {{"rdf:type", name("rdf:Statement")},
                        {"rdf:subject", resource(from)},
                        {"rdf:predicate", name(own(edge.type))},
                        {"rdf:object", resource(to)}}};
  for (const auto& [property, value] : edge.properties) evidence.statements.emplace_back(own(property), literal(value));
  add_sources(evidence, edge.properties);
  descriptions.push_back(std::move(evidence));
  return descriptions;
}

Description Describer::describe(const GraphHead& head) const {
  Description snapshot{iri(kSnapshots, head.snapshot),
                       {{"rdf:type", name("prov:Entity")}, {"dcterms:identifier", literal(head.snapshot)}}};
  if (!head.truncated.empty()) snapshot.statements.emplace_back("tg:truncated", literal(head.truncated));
  return snapshot;
}

}  // namespace treatygraph::queries::formats::rdf

namespace treatygraph::queries::formats {

Result<void> check_iri_base(std::string_view base) {
  const bool is_web = base.starts_with("https://") || base.starts_with("http://");
  const bool has_end = base.ends_with('/') || base.ends_with('#');
  const bool has_host = is_web && base.find("://") + 4 < base.size() && base[base.find("://") + 3] != '/';
  const bool has_stranger = std::ranges::any_of(base, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 ||
           std::string_view("<>\"{}|\\^`\x7f").find(c) != std::string_view::npos;
  });
  if (has_host && has_end && !has_stranger) return {};
  return fail(ErrorCode::InvalidArgument,
              fmt::format("\"{}\" is no base of IRIs: it must begin with https:// or http:// and end with / or #, as "
                          "https://treaties.example.org/",
                          base));
}

}  // namespace treatygraph::queries::formats
