// Each group has its total, the first entries, and a request ("all") that gives the complete group with the same scope,
// so a page can show a margin at once and load the rest when somebody asks for it.

#include "queries/catalogue/annotations_json.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/questions/why_sentences.h"
#include "queries/request/budget_in_force.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries {

std::string_view name_of(MarginGroup group) {
  return kMarginGroupNames.at(static_cast<std::size_t>(group));
}

namespace {

using formats::JsonText;
using formats::write_mention;
using formats::write_place;
using formats::write_relationship_names;

/// "subject_to" in words: "subject to".
std::string in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

/// The address of the request for the complete group.
std::string all_of(const Graph& graph, const Annotations& answer, MarginGroup group) {
  const auto key = graph.key(answer.of);
  auto request = [&]() -> std::string {
    switch (group) {
      case MarginGroup::RestsOn:
        return fmt::format("/v1/dependencies?of={}&depth=1&level=as_written", key);
      case MarginGroup::GovernedBy:
        return fmt::format("/v1/dependencies?of={}&relation=governed_by&depth=1&level=as_written", key);
      case MarginGroup::Safeguards:
        return fmt::format("/v1/coverage?rows={}&columns=Safeguard&level=as_written", key);
      case MarginGroup::Statements:
        return fmt::format("/v1/statements?about={}&with=acts", key);
      case MarginGroup::Events:
        return fmt::format("/v1/statements?about={}&with=events", key);
      default:
        return fmt::format("/v1/annotations?of={}&only={}&limit=1000", key, name_of(group));
    }
  }();
  const auto& scope = answer.scope;
  if (!scope.without.empty()) request += fmt::format("&without={}", fmt::join(scope.without, ","));
  if (scope.basis != Basis::All) request += scope.basis == Basis::Curated ? "&basis=curated" : "&basis=extracted";
  if (!scope.as_of.empty()) request += "&as_of=" + scope.as_of;
  return request;
}

/// Writes the groups one after another.
class MarginWriter {
 public:
  MarginWriter(JsonText& json, const Graph& graph, const Annotations& answer)
      : json_(json), graph_(graph), answer_(answer) {}

  void write() {
    json_.member("of", graph_.key(answer_.of))
        .member("title", title_of(graph_, answer_.of))
        .member("citation", short_citation(graph_, answer_.of))
        .member("treaty", treaty_slug(graph_, answer_.of));
    group(MarginGroup::CitedBy, answer_.cited_by, [&](const CitationNote& note) { citation(note); });
    group(MarginGroup::Cites, answer_.cites, [&](const CitationNote& note) { citation(note); });
    group(MarginGroup::RestsOn, answer_.rests_on, [&](const DependencyHop& hop) { step(hop); });
    group(MarginGroup::GovernedBy, answer_.governed_by, [&](const DependencyHop& hop) { step(hop); });
    safeguards();
    const auto carried = [&](const CarriedNote& note) { this->carried(note); };
    group(MarginGroup::Offences, answer_.offences, carried);
    group(MarginGroup::Powers, answer_.powers, carried);
    group(MarginGroup::Provides, answer_.provides, carried);
    group(MarginGroup::Defines, answer_.defines, carried);
    group(MarginGroup::Uses, answer_.uses, carried);
    group(MarginGroup::Statements, answer_.statements, [&](const StatementHit& hit) { statement(hit); });
    group(MarginGroup::Reservations, answer_.reservations, [&](RelationshipId r) { reservation(r); });
    group(MarginGroup::Counterparts, answer_.counterparts, [&](const CounterpartNote& note) { counterpart(note); });
    group(MarginGroup::Events, answer_.events, [&](const EventHit& hit) { event(hit); });
  }

 private:
  /// A group that was not asked for is left out.
  template <typename Note, typename Write>
  void group(MarginGroup which, const NoteGroup<Note>& notes, Write write_members) {
    if (!answer_.shows(which)) return;
    json_.key(name_of(which))
        .begin_object()
        .member("total", notes.total)
        .member("all", all_of(graph_, answer_, which))
        .key("shown")
        .begin_array();
    for (const auto& note : notes.shown) {
      BudgetInForce::spend();
      json_.begin_object();
      write_members(note);
      json_.end_object();
    }
    json_.end_array().end_object();
  }

  /// A node as a place that a page can link to.
  void place(std::string_view name, NodeId node) {
    json_.key(name);
    write_place(json_, graph_, node);
  }
  /// Null if there are no words.
  void text(std::string_view name, std::string_view words) {
    json_.key(name);
    words.empty() ? json_.null() : json_.value(words);
  }
  /// A property of the relationship, under its own name.
  void said(std::string_view name, RelationshipId relationship) { text(name, graph_.string(relationship, name)); }
  void number_if_any(std::string_view name, RelationshipId relationship) {
    const auto id = graph_.properties().find(name);
    if (!id) return;
    const auto value = graph_.property(relationship, *id);
    if (!std::holds_alternative<std::monostate>(value)) json_.member(name, value);
  }

  /// The mode, its words and the ground of a reference.
  void reference(RelationshipId relationship) {
    const auto mode = graph_.string(relationship, property::kMode);
    text("mode", mode);
    text("mode_in_words", in_words(mode));
    said(property::kQuote, relationship);
    said(property::kBasis, relationship);
    said(property::kConfidence, relationship);
  }

  /// Provisions that cite, or are cited.
  void citation(const CitationNote& note) {
    place("from", note.from);
    json_.key("to").begin_array();
    for (const auto relationship : note.references) write_place(json_, graph_, graph_.target(relationship));
    json_.end_array();
    reference(note.references.front());
    json_.key("references");
    write_relationship_names(json_, graph_, note.references);
  }

  /// A dependency or a governing provision, with its sentence.
  void step(const DependencyHop& hop) {
    place("to", hop.to);
    place("cited_in", graph_.source(hop.reference));
    reference(hop.reference);
    json_.member("sentence", sentence_of(graph_, hop));
    json_.key("references");
    write_relationship_names(json_, graph_, {&hop.reference, 1});
  }

  /// A whole treaty is not a row of coverage.
  void safeguards() {
    if (answer_.shows(MarginGroup::Safeguards) && graph_.has_label(answer_.of, label::kTreaty)) {
      json_.key(name_of(MarginGroup::Safeguards)).null();
      return;
    }
    group(MarginGroup::Safeguards, answer_.safeguards, [&](const SafeguardNote& note) {
      place("safeguard", note.safeguard);
      text("summary", graph_.string(note.safeguard, property::kSummary));
      json_.member("how", kReachNames.at(static_cast<std::size_t>(note.reach)));
      json_.key("holds_at");
      note.holds_at ? write_place(json_, graph_, *note.holds_at) : void(json_.null());
      json_.key("provided_by").begin_array();
      if (const auto provides = graph_.types().find(type::kProvides)) {
        for (const auto hop : graph_.in(note.safeguard, *provides)) write_place(json_, graph_, hop.node);
      }
      json_.end_array().key("witness");
      write_relationship_names(json_, graph_, note.witness);
    });
  }

  /// Something that a provision carries: an offence, a power, a definition.
  void carried(const CarriedNote& note) {
    place("by", note.by);
    place("thing", note.thing);
    text("summary", graph_.string(note.thing, property::kSummary));
    said(property::kQuote, note.relationship);
    said(property::kBasis, note.relationship);
    said(property::kConfidence, note.relationship);
  }

  void date_of(std::string_view name, std::optional<RelationshipId> act) {
    text(name, act ? graph_.string(*act, property::kDate) : std::string_view{});
  }

  /// A speaker, and what is known of the acts of that State about the treaty.
  void speaker(NodeId who, const StatementHit& hit) {
    json_.begin_object().member("key", graph_.key(who)).member("title", title_of(graph_, who));
    const auto acts = std::ranges::find(hit.acts, who, [](const Acts& one) { return one.towards.who; });
    const bool are_known = acts != hit.acts.end();
    const auto act = [&](auto member) { return are_known ? acts->towards.*member : std::optional<RelationshipId>(); };
    json_.member("has_signed", act(&Participant::signature).has_value())
        .member("has_consented", act(&Participant::consent).has_value())
        .member("has_withdrawn", act(&Participant::withdrawal).has_value());
    date_of("signed", act(&Participant::signature));
    date_of("consented", act(&Participant::consent));
    date_of("withdrew", act(&Participant::withdrawal));
    json_.end_object();
  }

  /// A property of the address, or else of the statement as a whole.
  void said_in(std::string_view name, const StatementHit& hit) {
    const auto of_address = hit.addresses ? graph_.string(*hit.addresses, name) : std::string_view{};
    text(name, of_address.empty() ? graph_.string(hit.statement, name) : of_address);
  }

  void statement(const StatementHit& hit) {
    json_.member("key", graph_.key(hit.statement)).member("title", title_of(graph_, hit.statement));
    json_.key("speakers").begin_array();
    for (const auto who : hit.speakers) speaker(who, hit);
    json_.end_array();
    text("stance", stance_of(graph_, hit));
    said_in(property::kConcern, hit);
    text("summary", graph_.string(hit.statement, property::kSummary));
    said_in(property::kQuote, hit);
    text("date", graph_.string(hit.statement, property::kDate));
    said_in(property::kSource, hit);
    json_.key("addressed");
    hit.addressed ? write_place(json_, graph_, *hit.addressed) : void(json_.null());
    json_.member("by_draft", !hit.carried.empty());
    text("carried_confidence", hit.carried.empty() ? std::string_view{} : hit.carried_confidence);
  }

  void reservation(RelationshipId relationship) {
    json_.key("who");
    write_mention(json_, graph_, graph_.source(relationship));
    json_.member("type", graph_.types().name(graph_.type(relationship)));
    said(property::kKind, relationship);
    place("to", graph_.target(relationship));
    said(property::kDate, relationship);
    said(property::kText, relationship);
    said(property::kSummary, relationship);
    said(property::kSource, relationship);
  }

  /// A corresponding provision of another treaty or version.
  void counterpart(const CounterpartNote& note) {
    place("here", note.here);
    place("there", note.there);
    json_.key("relation").begin_array();
    for (const auto relationship : note.chain) json_.value(graph_.string(relationship, property::kRelation));
    json_.end_array().member("by_containing", note.by_containing);
    text("confidence", note.confidence);
    json_.key("chain");
    write_relationship_names(json_, graph_, note.chain);
  }

  void event(const EventHit& hit) {
    json_.member("key", graph_.key(hit.event)).member("title", title_of(graph_, hit.event));
    text("date", graph_.string(hit.event, property::kDate));
    place("about", graph_.target(hit.concerns));
    said(property::kProposal, hit.concerns);
    said(property::kOutcome, hit.concerns);
    for (const auto name : {property::kVotesFor, property::kVotesAgainst, property::kAbstentions}) {
      number_if_any(name, hit.concerns);
    }
    said(property::kSource, hit.concerns);
  }

  JsonText& json_;
  const Graph& graph_;
  const Annotations& answer_;
};

}  // namespace

void write_annotations(formats::AnswerWriter& out, const Annotations& answer) {
  MarginWriter(out.json, out.graph, answer).write();
}

}  // namespace treatygraph::queries
