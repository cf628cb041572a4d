// See json_facts for nodes and relationships; this file only arranges them.

#include "queries/formats/answers/answer_writer.h"

#include <algorithm>
#include <vector>

#include "queries/search/typed_treaty.h"
#include "queries/search/what_it_is.h"

namespace treatygraph::queries::formats {

void AnswerWriter::mention(std::string_view name, NodeId node) {
  json.key(name);
  write_mention(json, graph, node);
}

void AnswerWriter::mentions(std::string_view name, std::span<const NodeId> nodes) {
  json.key(name);
  write_mentions(json, graph, nodes);
}

void AnswerWriter::relationships(std::string_view name, std::span<const RelationshipId> all) {
  json.key(name);
  facts.relationships(all);
}

void AnswerWriter::relationship(std::string_view name, std::optional<RelationshipId> one) {
  if (!one) return;
  json.key(name);
  facts.relationship(*one);
}

void AnswerWriter::chain(std::string_view name, std::span<const RelationshipId> all) {
  json.key(name);
  write_relationship_names(json, graph, all);
}

void AnswerWriter::keys(std::string_view name, std::span<const NodeId> nodes) {
  json.key(name).begin_array();
  for (const auto node : nodes) json.value(graph.key(node));
  json.end_array();
}

void AnswerWriter::ends(std::span<const RelationshipId> all) {
  std::vector<NodeId> nodes;
  nodes.reserve(2 * all.size());
  for (const auto relationship : all) {
    nodes.push_back(graph.source(relationship));
    nodes.push_back(graph.target(relationship));
  }
  std::ranges::sort(nodes);
  const auto repeated = std::ranges::unique(nodes);
  nodes.erase(repeated.begin(), repeated.end());
  mentions("ends", nodes);
}

void AnswerWriter::text_or_null(std::string_view name, std::string_view text) {
  json.key(name);
  text.empty() ? json.null() : json.value(text);
}

void AnswerWriter::count_or_null(std::string_view name, std::optional<std::size_t> count) {
  json.key(name);
  count ? json.value(*count) : json.null();
}

void AnswerWriter::what_and_treaty(NodeId node) {
  json.member("what", what_it_is(graph, node)).key("treaty");
  const auto* const treaty = treaty_of(graph, node);
  if (treaty == nullptr) {
    json.null();
    return;
  }
  json.begin_object()
      .member("key", graph.key(treaty->treaty))
      .member("title", short_title_of(graph, treaty->treaty))
      .end_object();
}

void AnswerWriter::explanation(std::string_view text) {
  if (!text.empty()) json.member("explanation", text);
}

}  // namespace treatygraph::queries::formats
