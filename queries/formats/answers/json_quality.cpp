#include "queries/formats/answers/json_quality.h"

namespace treatygraph::queries::formats {

void basis_members(JsonText& json, const BasisCount& count) {
  json.member("extracted", count.extracted).member("curated", count.curated).member("unstated", count.unstated);
}

void confidence_member(JsonText& json, const ConfidenceCount& count) {
  json.key("confidence")
      .begin_object()
      .member("high", count.high)
      .member("medium", count.medium)
      .member("low", count.low)
      .member("unstated", count.unstated)
      .end_object();
}

void quality_member(JsonText& json, const AnswerQuality& quality) {
  json.key("quality").begin_object();
  for (const auto* count : {&quality.nodes, &quality.relationships}) {
    json.key(count->name).begin_object();
    basis_members(json, *count);
    json.end_object();
  }
  json.member("curated_share", quality.curated_share());
  confidence_member(json, quality.confidence);
  json.member("inferred_references", quality.inferred_references)
      .member("unresolved_references", quality.unresolved_count)
      .end_object();
}

}  // namespace treatygraph::queries::formats
