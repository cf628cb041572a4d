#include "queries/formats/answers/json_statements.h"

namespace treatygraph::queries::formats {
namespace {

void relationships_member(JsonText& json, FactWriter& facts, std::string_view name,
                          std::span<const RelationshipId> all) {
  json.key(name);
  facts.relationships(all);
}

void mention_member(JsonText& json, const Graph& graph, std::string_view name, NodeId node) {
  json.key(name);
  write_mention(json, graph, node);
}

void act(JsonText& json, FactWriter& facts, std::string_view name, std::optional<RelationshipId> relationship) {
  if (!relationship) return;
  json.key(name);
  facts.relationship(*relationship);
}

void write_acts(JsonText& json, FactWriter& facts, const Graph& graph, const Acts& acts) {
  json.begin_object();
  mention_member(json, graph, "who", acts.towards.who);
  mention_member(json, graph, "treaty", acts.treaty);
  act(json, facts, "signature", acts.towards.signature);
  act(json, facts, "consent", acts.towards.consent);
  act(json, facts, "domestic", acts.towards.domestic);
  act(json, facts, "withdrawal", acts.towards.withdrawal);
  relationships_member(json, facts, "reservations", acts.reservations);
  relationships_member(json, facts, "votes", acts.votes);
  json.end_object();
}

void carried_to_member(JsonText& json, const Graph& graph, const std::optional<std::vector<CarriedTo>>& carried_to) {
  if (!carried_to) return;
  json.key("carried_to").begin_array();
  for (const auto& to : *carried_to) {
    json.begin_object();
    mention_member(json, graph, "provision", to.node);
    json.member("by", kCarriedByNames.at(static_cast<std::size_t>(to.by))).member("confidence", to.confidence);
    json.key("chain");
    write_relationship_names(json, graph, to.carried);
    json.end_object();
  }
  json.end_array();
}

void event_list(JsonText& json, FactWriter& facts, const Graph& graph, const std::vector<EventHit>& events) {
  json.key("events").begin_array();
  for (const auto& [event, concerns, carried_to] : events) {
    json.begin_object();
    facts.node_members(event);
    json.key("concerns");
    facts.relationship(concerns);
    carried_to_member(json, graph, carried_to);
    json.end_object();
  }
  json.end_array();
}

void statement_list(JsonText& json, FactWriter& facts, const Graph& graph, const std::vector<StatementHit>& hits) {
  json.key("statements").begin_array();
  for (const auto& hit : hits) {
    json.begin_object();
    statement_members(json, facts, graph, hit);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void statement_members(JsonText& json, FactWriter& facts, const Graph& graph, const StatementHit& hit) {
  facts.node_members(hit.statement);
  json.key("speakers");
  write_mentions(json, graph, hit.speakers);
  if (hit.addressed) mention_member(json, graph, "addressed", *hit.addressed);
  act(json, facts, "addresses", hit.addresses);
  relationships_member(json, facts, "carried", hit.carried);
  if (!hit.carried.empty()) {
    json.member("carried_by_article", hit.carried_by_article).member("carried_confidence", hit.carried_confidence);
  }
  carried_to_member(json, graph, hit.carried_to);
  relationships_member(json, facts, "rests_on", hit.rests_on);
  if (hit.acts.empty()) return;
  json.key("acts").begin_array();
  for (const auto& acts : hit.acts) write_acts(json, facts, graph, acts);
  json.end_array();
}

void statements_members(JsonText& json, FactWriter& facts, const Graph& graph, const StatementsAnswer& answer) {
  json.member("total", answer.total).member("total_addresses", answer.total_addresses);
  statement_list(json, facts, graph, answer.hits);
  event_list(json, facts, graph, answer.events);
}

void critics_members(JsonText& json, FactWriter& facts, const Graph& graph, const CriticsAnswer& answer) {
  mention_member(json, graph, "of", answer.of);
  mention_member(json, graph, "treaty", answer.treaty);
  json.member("total", answer.total)
      .member("states", answer.state_count)
      .member("organizations", answer.organization_count)
      .member("signatories", answer.signatory_count)
      .member("total_statements", answer.statement_count)
      .key("critics")
      .begin_array();
  for (const auto& critic : answer.hits) {
    facts.begin_node(critic.who);
    json.member("signed", critic.has_signed()).member("statement_count", critic.statement_count).key("acts");
    write_acts(json, facts, graph, critic.acts);
    statement_list(json, facts, graph, critic.said);
    json.end_object();
  }
  json.end_array();
  event_list(json, facts, graph, answer.events);
}

}  // namespace treatygraph::queries::formats
