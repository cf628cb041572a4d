#include "ingest/status/status_records.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <variant>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "ingest/citation/citations_about_treaty.h"
#include "ingest/records/provision_record.h"
#include "ingest/records/treaty_action.h"

namespace treatygraph::ingest {
namespace {

class StatusRecords {
 public:
  StatusRecords(const StatusPage& page, const std::string& slug) : page_(page), slug_(slug) {}

  SourceRecords make() {
    const auto title = page_.title.empty() ? slug_ : page_.title;
    out_.placeholders.nodes.push_back({treaty_key(slug_),
                                       {std::string(label::kTreaty)},
                                       with(why(), {{"slug", slug_}, {"title", title}, {"loaded", false}})});
    for (const auto& act : page_.acts) add_act(act);
    for (const auto& utterance : page_.utterances) add_utterance(utterance);
    return std::move(out_);
  }

 private:
  [[nodiscard]] Properties why() const { return extracted("high", page_.name); }

  /// The same act may be on the page twice; it is added once.
  void add_act(const ParticipantAct& act) {
    const auto type = type_of_action(act.action);
    if (!type || !said_.insert({act.participant.key, act.action, act.date}).second) return;
    relate(*type, act.participant, treaty_key(slug_), {{"action", act.action}, {"date", act.date}});
  }

  /// Objections are DECLARED with kind "objection". Cited provisions are those of the page's treaty.
  void add_utterance(const Utterance& utterance) {
    const auto type = utterance.kind == "reservation" ? type::kReserved : type::kDeclared;
    const Properties said = {{"kind", utterance.kind}, {"date", utterance.date}, {"text", utterance.text}};
    const auto cited = own_citations(utterance.text, page_.title);
    if (cited.empty()) relate(type, utterance.participant, treaty_key(slug_), said);
    for (const auto& citation : cited) {
      relate(type, utterance.participant, provision_key(slug_, citation.eid),
             with(said, {{"quote", citation.quote},
                         {"start", static_cast<std::int64_t>(citation.start)},
                         {"end", static_cast<std::int64_t>(citation.end)}}));
    }
  }

  void relate(std::string_view type, const Participant& participant, std::string to, const Properties& more) {
    if (participants_.insert(participant.key).second) out_.placeholders.nodes.push_back(record_of(participant));
    out_.records.relationships.push_back({std::string(type), participant.key, std::move(to), with(why(), more)});
  }

  const StatusPage& page_;
  const std::string& slug_;
  SourceRecords out_;
  std::set<std::string> participants_;
  std::set<std::tuple<std::string, std::string, std::string>> said_;
};

/// Empty if the relationship has no date.
std::string date_of(const RelationshipRecord& relationship) {
  const auto* date = find_property(relationship.properties, property::kDate);
  const auto* text = date != nullptr ? std::get_if<std::string>(&date->value) : nullptr;
  return text != nullptr ? *text : std::string();
}

}  // namespace

SourceRecords records_of(const StatusPage& page, const std::string& slug) {
  return StatusRecords(page, slug).make();
}

std::vector<std::string> give_way_to_page(SourceRecords& dataset, const SourceRecords& page) {
  // The page's dates by type, participant and treaty. Reservations and declarations are left to both sources, because
  // they cannot be matched by date.
  std::map<std::tuple<std::string, std::string, std::string>, std::string> days;
  for (const auto& act : page.records.relationships) {
    if (act.type != type::kReserved && act.type != type::kDeclared) days[{act.type, act.from, act.to}] = date_of(act);
  }
  std::vector<std::string> differ;
  std::erase_if(dataset.records.relationships, [&](const RelationshipRecord& act) {
    const auto said = days.find({act.type, act.from, act.to});
    if (said == days.end()) return false;
    if (said->second != date_of(act)) {
      differ.push_back(fmt::format("{} {} {}: {} in the dataset, {} on the page", act.from, act.type, act.to,
                                   date_of(act), said->second));
    }
    return true;
  });
  return differ;
}

}  // namespace treatygraph::ingest
