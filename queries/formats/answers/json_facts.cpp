// A node is cached as ",{members,"depth":0}": the comma lets it follow another element, and depths from 0 to 9 are set
// by replacing one digit. Relationships are cached in boards of consecutive ids (FragmentShelf), so a run of
// consecutive relationships, as a provision has them, is one copy.

#include "queries/formats/answers/json_facts.h"

#include <algorithm>

#include "queries/formats/answers/json_fragments.h"
#include "queries/request/is_loaded.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::string_view kOpening = ",{";
/// The end of a cached node's text. Its digit is replaced if the depth differs.
constexpr std::string_view kDepthZero = ",\"depth\":0}";
constexpr std::uint32_t kOneDigit = 9;  // the largest depth that the digit can show

/// All properties of a node or relationship.
template <typename Id>
void write_properties(JsonText& json, const Graph& graph, Id owner) {
  json.begin_object();
  for (const auto name : graph.property_names(owner)) {
    json.member(graph.properties().name(name), graph.property(owner, name));
  }
  json.end_object();
}

/// The members of a node, without the depth.
void spell_node(JsonText& json, const Graph& graph, NodeId node) {
  json.member("key", graph.key(node)).member("title", title_of(graph, node));
  const auto citation = short_citation(graph, node);
  if (!citation.empty()) json.member("citation", citation);
  json.key("labels").begin_array();
  for (const auto label : graph.labels_of(node)) json.value(graph.labels().name(label));
  json.end_array().key("properties");
  write_properties(json, graph, node);
}

/// A complete relationship.
void spell_relationship(JsonText& json, const Graph& graph, RelationshipId relationship) {
  json.begin_object()
      .member("id", relationship_name(graph, relationship))
      .member("type", graph.types().name(graph.type(relationship)))
      .member("from", graph.key(graph.source(relationship)))
      .member("to", graph.key(graph.target(relationship)))
      .key("properties");
  write_properties(json, graph, relationship);
  json.end_object();
}

/// The text up to the depth, for objects that continue in another way.
std::string_view without_depth(std::string_view whole) {
  return whole.substr(0, whole.size() - kDepthZero.size());
}

}  // namespace

FactWriter::FactWriter(JsonText& json, const Graph& graph)
    : json_(json),
      graph_(graph),
      kept_(JsonFragments::of(graph)),
      spell_node_([&graph](std::size_t number, std::string& out) {
        out += ',';
        JsonText fragment(out);
        fragment.begin_object();
        spell_node(fragment, graph, static_cast<NodeId>(number));
        out += kDepthZero;
      }),
      spell_relationship_([&graph](std::size_t number, std::string& out) {
        out += ',';
        JsonText fragment(out);
        spell_relationship(fragment, graph, static_cast<RelationshipId>(number));
      }) {}

/// The mean size of what is cached is a good guess for the rest.
void FactWriter::expect(std::size_t nodes, std::size_t relationships) {
  json_.expect(nodes * kept_.nodes.mean_bytes() + relationships * kept_.relationships.mean_bytes());
}

void FactWriter::begin_node(NodeId node) {
  json_.raw_after_comma(without_depth(whole(node)));
}

/// Depths of more than one digit do not fit into the cached text.
void FactWriter::node_at(NodeId node, std::uint32_t depth) {
  if (depth > kOneDigit) {
    begin_node(node);
    json_.member("depth", depth).end_object();
    return;
  }
  json_.raw_after_comma(whole(node));
  json_.replace_before_end(static_cast<char>('0' + depth));
}

void FactWriter::node_members(NodeId node) {
  json_.raw(without_depth(whole(node)).substr(kOpening.size()));
}

void FactWriter::relationship(RelationshipId relationship) {
  run({&relationship, 1});
}

std::string_view FactWriter::whole(NodeId node) {
  return kept_.nodes.find(index_of(node), 1, room_, spell_node_);
}

/// Writes relationships with consecutive ids, which must be on one board.
void FactWriter::run(std::span<const RelationshipId> ids) {
  json_.raw_after_comma(kept_.relationships.find(index_of(ids.front()), ids.size(), room_, spell_relationship_));
}

/// Groups consecutive ids, as long as they are adjacent in the cache.
void FactWriter::relationships(std::span<const RelationshipId> all) {
  json_.begin_array();
  for (auto rest = all; !rest.empty();) {
    const auto first = index_of(rest.front());
    const auto most = std::min(FragmentShelf::together(first), rest.size());
    std::size_t count = 1;
    while (count < most && index_of(rest[count]) == first + count) ++count;
    run(rest.first(count));
    rest = rest.subspan(count);
  }
  json_.end_array();
}

void node_members(JsonText& json, const Graph& graph, NodeId node) {
  FactWriter(json, graph).node_members(node);
}

void write_node(JsonText& json, const Graph& graph, NodeId node) {
  FactWriter(json, graph).begin_node(node);
  json.end_object();
}

void write_mention(JsonText& json, const Graph& graph, NodeId node) {
  json.begin_object().member("key", graph.key(node)).member("title", title_of(graph, node));
  const auto citation = short_citation(graph, node);
  if (!citation.empty()) json.member("citation", citation).member("treaty", treaty_slug(graph, node));
  json.end_object();
}

void write_mentions(JsonText& json, const Graph& graph, std::span<const NodeId> nodes) {
  json.begin_array();
  for (const auto node : nodes) write_mention(json, graph, node);
  json.end_array();
}

void write_place(JsonText& json, const Graph& graph, NodeId node) {
  json.begin_object()
      .member("key", graph.key(node))
      .member("title", title_of(graph, node))
      .member("citation", short_citation(graph, node))
      .member("treaty", treaty_slug(graph, node))
      .member("loaded", says_loaded(graph, node).value_or(true))
      .end_object();
}

void write_relationship(JsonText& json, const Graph& graph, RelationshipId relationship) {
  FactWriter(json, graph).relationship(relationship);
}

void write_relationships(JsonText& json, const Graph& graph, std::span<const RelationshipId> relationships) {
  FactWriter(json, graph).relationships(relationships);
}

void write_relationship_names(JsonText& json, const Graph& graph, std::span<const RelationshipId> relationships) {
  json.begin_array();
  for (const auto relationship : relationships) json.value(relationship_name(graph, relationship));
  json.end_array();
}

void write_path(JsonText& json, const Graph& graph, const Path& path) {
  json.begin_object().member("length", path.hops.size()).key("nodes");
  write_mentions(json, graph, path.nodes);
  json.key("hops").begin_array();
  for (std::size_t i = 0; i < path.hops.size(); ++i) {
    json.begin_object()
        .member("from", graph.key(path.nodes[i]))
        .member("to", graph.key(path.nodes[i + 1]))
        .member("against_direction", path.hops[i].against);
    // The path shows nodes at a level; the words that refer may be in a part of them.
    if (path.hops[i].from != path.nodes[i] || path.hops[i].to != path.nodes[i + 1]) {
      json.key("as_written")
          .begin_object()
          .member("from", graph.key(path.hops[i].from))
          .member("to", graph.key(path.hops[i].to))
          .end_object();
    }
    json.key("evidence");
    write_relationships(json, graph, path.hops[i].evidence);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_truncation(JsonText& json, const Truncated& truncated) {
  if (!truncated) {
    json.null();
    return;
  }
  json.begin_object().member("reason", truncated->reason).member("how_to_go_on", truncated->how_to_go_on).end_object();
}

}  // namespace treatygraph::queries::formats
