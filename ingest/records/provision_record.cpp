#include "ingest/records/provision_record.h"

#include <utility>
#include <variant>

#include <fmt/format.h>

#include "graph/vocabulary.h"

namespace treatygraph::ingest {
namespace {

/// The label of a kind. Units and parts have their own; everything that contains units is a Division.
std::string_view label_of(ProvisionKind kind) {
  switch (kind) {
    case ProvisionKind::Article:
      return label::kArticle;
    case ProvisionKind::Rule:
      return label::kRule;
    case ProvisionKind::Regulation:
      return label::kRegulation;
    case ProvisionKind::Standard:
      return label::kStandard;
    case ProvisionKind::Guideline:
      return label::kGuideline;
    case ProvisionKind::Principle:
      return label::kPrinciple;
    case ProvisionKind::Clause:
      return label::kClause;
    case ProvisionKind::Paragraph:
      return label::kParagraph;
    case ProvisionKind::Point:
      return label::kPoint;
    case ProvisionKind::Recital:
      return label::kRecital;
    default:
      return label::kDivision;
  }
}

/// The three properties that every node and relationship must have.
Properties provenance(std::string_view basis, std::string_view confidence, std::string_view source) {
  return {{std::string(property::kBasis), basis},
          {std::string(property::kConfidence), confidence},
          {std::string(property::kSource), source}};
}

}  // namespace

std::string provision_key(std::string_view slug, std::string_view eid) {
  return fmt::format("{}:{}", slug, eid);
}
std::string provision_key(std::string_view slug, const Eid& eid) {
  return provision_key(slug, eid.to_string());
}

std::vector<std::string> provision_labels(ProvisionKind kind) {
  return {std::string(label_of(kind)), std::string(label::kProvision)};
}

NodeRecord provision_record(std::string_view slug, const Eid& eid) {
  NodeRecord record{provision_key(slug, eid), provision_labels(eid.kind()), {}};
  set_property(record.properties, property::kEid, eid.to_string());
  set_property(record.properties, property::kTreaty, slug);
  set_property(record.properties, property::kKind, name_of(eid.kind()));
  // Provisions without a number, such as a preamble, do not have the property.
  if (const auto& num = eid.steps().back().num; !num.empty()) set_property(record.properties, property::kNum, num);
  return record;
}

RelationshipRecord has_part(std::string whole, std::string part, std::int64_t ordinal, Properties why) {
  set_property(why, property::kOrdinal, ordinal);
  return {std::string(type::kHasPart), std::move(whole), std::move(part), std::move(why)};
}

Properties curated(std::string_view confidence, std::string_view source) {
  return provenance("curated", confidence, source);
}
Properties extracted(std::string_view confidence, std::string_view source) {
  return provenance("extracted", confidence, source);
}

Properties with(Properties base, const Properties& more) {
  for (const auto& [name, value] : more) {
    const auto* text = std::get_if<std::string>(&value.value);
    // Empty texts are dropped here, so that callers can list all properties of a record without conditions.
    if (text != nullptr && text->empty()) continue;
    set_property(base, name, value);
  }
  return base;
}

}  // namespace treatygraph::ingest
