#include "queries/formats/answers/json_quality.h"

#include "queries/formats/answers/json_facts.h"

namespace treatygraph::queries::formats {
namespace {

void text_or_null(JsonText& json, std::string_view name, std::string_view text) {
  json.key(name);
  if (text.empty()) {
    json.null();
  } else {
    json.value(text);
  }
}

void count_or_null(JsonText& json, std::string_view name, std::optional<std::size_t> count) {
  json.key(name);
  if (count) {
    json.value(*count);
  } else {
    json.null();
  }
}

void basis_members(JsonText& json, const BasisCount& count) {
  json.member("extracted", count.extracted).member("curated", count.curated).member("unstated", count.unstated);
}

void basis_list(JsonText& json, std::string_view name, std::string_view of, const std::vector<BasisCount>& counts) {
  json.key(name).begin_array();
  for (const auto& count : counts) {
    json.begin_object().member(of, count.name);
    basis_members(json, count);
    json.end_object();
  }
  json.end_array();
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

/// null if nothing was read.
void document_member(JsonText& json, const ReadDocument& document) {
  json.key("document");
  if (document.sha256.empty()) {
    json.null();
    return;
  }
  json.begin_object().member("name", document.name).member("sha256", document.sha256);
  count_or_null(json, "pages", document.pages);
  count_or_null(json, "words", document.words);
  count_or_null(json, "words_read", document.words_read);
  json.key("coverage");
  if (document.words && document.words_read && *document.words > 0) {
    json.value(static_cast<double>(*document.words_read) / static_cast<double>(*document.words));
  } else {
    json.null();
  }
  json.end_object();
}

void write_treaty(JsonText& json, const Graph& graph, const TreatyQuality& quality) {
  json.begin_object().key("treaty");
  write_mention(json, graph, quality.treaty);
  json.member("loaded", quality.loaded);
  document_member(json, quality.document);
  text_or_null(json, "dataset_sha256", quality.dataset_sha256);
  basis_list(json, "nodes", "label", quality.nodes);
  basis_list(json, "relationships", "type", quality.relationships);
  confidence_member(json, quality.confidence);
  json.member("inferred_references", quality.inferred_references)
      .member("references_to_unloaded", quality.references_to_unloaded)
      .member("unresolved_count", quality.unresolved_count)
      .key("unresolved")
      .begin_array();
  for (const auto& [provision, quote, missing] : quality.unresolved) {
    json.begin_object()
        .member("provision", graph.key(provision))
        .member("quote", quote)
        .member("missing", missing)
        .end_object();
  }
  json.end_array().key("limits").begin_array();
  for (const auto& limit : quality.limits) json.value(limit);
  json.end_array().end_object();
}

}  // namespace

void quality_members(JsonText& json, const Graph& graph, const Quality& quality) {
  json.key("treaties").begin_array();
  for (const auto& treaty : quality.treaties) write_treaty(json, graph, treaty);
  json.end_array();
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
