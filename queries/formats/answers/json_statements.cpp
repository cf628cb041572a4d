#include "queries/formats/answers/json_statements.h"

namespace treatygraph::queries::formats {
namespace {

/// "carried_to": provisions of the final text that correspond to what was addressed in a draft, and how that is known.
void carried_to_member(AnswerWriter& out, const std::optional<std::vector<CarriedTo>>& carried_to) {
  if (!carried_to) return;
  out.json.key("carried_to").begin_array();
  for (const auto& to : *carried_to) {
    out.json.begin_object();
    out.mention("provision", to.node);
    out.json.member("by", kCarriedByNames.at(static_cast<std::size_t>(to.by))).member("confidence", to.confidence);
    out.chain("chain", to.carried);
    out.json.end_object();
  }
  out.json.end_array();
}

}  // namespace

void write_acts(AnswerWriter& out, const Acts& acts) {
  out.json.begin_object();
  out.mention("who", acts.towards.who);
  out.mention("treaty", acts.treaty);
  out.relationship("signature", acts.towards.signature);
  out.relationship("consent", acts.towards.consent);
  out.relationship("domestic", acts.towards.domestic);
  out.relationship("withdrawal", acts.towards.withdrawal);
  out.relationships("reservations", acts.reservations);
  out.relationships("votes", acts.votes);
  out.json.end_object();
}

/// Parts without content are left out, except lists.
void statement_members(AnswerWriter& out, const StatementHit& hit) {
  out.facts.node_members(hit.statement);
  out.mentions("speakers", hit.speakers);
  if (hit.addressed) out.mention("addressed", *hit.addressed);
  out.relationship("addresses", hit.addresses);
  out.relationships("carried", hit.carried);
  if (!hit.carried.empty()) {
    out.json.member("carried_by_article", hit.carried_by_article).member("carried_confidence", hit.carried_confidence);
  }
  carried_to_member(out, hit.carried_to);
  out.relationships("rests_on", hit.rests_on);
  if (hit.acts.empty()) return;
  out.json.key("acts").begin_array();
  for (const auto& acts : hit.acts) write_acts(out, acts);
  out.json.end_array();
}

void event_list(AnswerWriter& out, const std::vector<EventHit>& events) {
  out.json.key("events").begin_array();
  for (const auto& [event, concerns, carried_to] : events) {
    out.json.begin_object();
    out.facts.node_members(event);
    out.relationship("concerns", concerns);
    carried_to_member(out, carried_to);
    out.json.end_object();
  }
  out.json.end_array();
}

void statement_list(AnswerWriter& out, const std::vector<StatementHit>& hits) {
  out.json.key("statements").begin_array();
  for (const auto& hit : hits) {
    out.json.begin_object();
    statement_members(out, hit);
    out.json.end_object();
  }
  out.json.end_array();
}

}  // namespace treatygraph::queries::formats
