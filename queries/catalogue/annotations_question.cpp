// The question "annotations": the margin of a provision. It collects in one answer what other questions tell in detail,
// a few entries of each kind.

#include "graph/vocabulary.h"
#include "queries/catalogue/annotations_json.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/annotations.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::annotations_question {
namespace {

/// One row per entry of each group, in the order of the groups.
Table table_of(const Graph& graph, const Annotations& answer) {
  Table table{{"group", "from", "to", "title", "how", "quote", "date", "source"}, {}};
  const auto add = [&](MarginGroup group, NodeId from, NodeId to, std::string_view how,
                       std::optional<RelationshipId> evidence, std::string_view date = {}) {
    const auto said = [&](std::string_view name) {
      return evidence ? text_cell(graph.string(*evidence, name)) : Cell{};
    };
    table.rows.push_back({text_cell(name_of(group)), text_cell(graph.key(from)), text_cell(graph.key(to)),
                          text_cell(title_of(graph, to)), text_cell(how), said(property::kQuote),
                          date.empty() ? said(property::kDate) : text_cell(date), said(property::kSource)});
  };
  const auto mode_of = [&](RelationshipId reference) { return graph.string(reference, property::kMode); };
  const auto add_citations = [&](MarginGroup group, const NoteGroup<CitationNote>& notes) {
    for (const auto& note : notes.shown) {
      for (const auto reference : note.references) {
        add(group, note.from, graph.target(reference), mode_of(reference), reference);
      }
    }
  };
  const auto add_carried = [&](MarginGroup group, const NoteGroup<CarriedNote>& notes) {
    for (const auto& note : notes.shown) add(group, note.by, note.thing, "", note.relationship);
  };
  add_citations(MarginGroup::CitedBy, answer.cited_by);
  add_citations(MarginGroup::Cites, answer.cites);
  for (const auto& hop : answer.rests_on.shown) {
    add(MarginGroup::RestsOn, graph.source(hop.reference), hop.to, mode_of(hop.reference), hop.reference);
  }
  for (const auto& hop : answer.governed_by.shown) {
    add(MarginGroup::GovernedBy, answer.of, hop.to, mode_of(hop.reference), hop.reference);
  }
  for (const auto& note : answer.safeguards.shown) {
    add(MarginGroup::Safeguards, note.holds_at.value_or(answer.of), note.safeguard,
        kReachNames.at(static_cast<std::size_t>(note.reach)), std::nullopt);
  }
  add_carried(MarginGroup::Offences, answer.offences);
  add_carried(MarginGroup::Powers, answer.powers);
  add_carried(MarginGroup::Provides, answer.provides);
  add_carried(MarginGroup::Defines, answer.defines);
  add_carried(MarginGroup::Uses, answer.uses);
  for (const auto& hit : answer.statements.shown) {
    add(MarginGroup::Statements, hit.statement, hit.addressed.value_or(answer.of), stance_of(graph, hit), hit.addresses,
        graph.string(hit.statement, property::kDate));
  }
  for (const auto reservation : answer.reservations.shown) {
    add(MarginGroup::Reservations, graph.source(reservation), graph.target(reservation),
        graph.string(reservation, property::kKind), reservation);
  }
  for (const auto& note : answer.counterparts.shown) {
    add(MarginGroup::Counterparts, note.here, note.there, graph.string(note.chain.front(), property::kRelation),
        note.chain.front());
  }
  for (const auto& hit : answer.events.shown) {
    add(MarginGroup::Events, hit.event, graph.target(hit.concerns), graph.string(hit.concerns, property::kOutcome),
        hit.concerns, graph.string(hit.event, property::kDate));
  }
  return table;
}

/// The provision itself; what is in its margin is cited by other questions.
std::vector<NodeId> works_in(const Annotations& answer) {
  return {answer.of};
}

/// The nodes and relationships of all groups. Groups that were not asked for are empty.
void add_facts(ShownFacts& facts, const Annotations& answer) {
  facts.add(answer.of);
  for (const auto* citations : {&answer.cited_by, &answer.cites}) {
    for (const auto& citation : citations->shown) facts.add(citation.references);
  }
  for (const auto* hops : {&answer.rests_on, &answer.governed_by}) {
    for (const auto& hop : hops->shown) facts.add(hop.reference);
  }
  for (const auto& safeguard : answer.safeguards.shown) facts.add(safeguard.witness);
  for (const auto* carried : {&answer.offences, &answer.powers, &answer.provides, &answer.defines, &answer.uses}) {
    for (const auto& note : carried->shown) facts.add(note.relationship);
  }
  for (const auto& hit : answer.statements.shown) facts.add(hit);
  for (const auto& event : answer.events.shown) facts.add(event);
  facts.add(answer.reservations.shown);
  for (const auto& note : answer.counterparts.shown) facts.add(note.chain);
}

constexpr auto kShowing = Showing<Annotations>::by(write_annotations, table_of, works_in, add_facts);

/// `only` selects groups by name; without it all are shown. The limit is that of each group.
Result<Answer> ask_annotations(const Graph& graph, const Parameters& parameters, const Budget& budget) {
  Warnings warnings;
  AnnotationsRequest request;
  request.of = parameters.text("of");
  for (const auto& name : parameters.list("only")) {
    const auto group = margin_group_called(name);
    if (!group) return fail(group.error());
    request.only.push_back(*group);
  }
  auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  const auto limit = read_count(parameters, "limit", AnnotationsRequest::kDefaultLimit, Page::kMaxLimit, warnings);
  if (!limit) return fail(limit.error());
  if (*limit == 0) return fail(ErrorCode::InvalidArgument, "limit is 0; expected at least 1");
  request.scope = std::move(*scope);
  request.limit = *limit;
  return answer_with(annotations_of(graph, request, budget), kShowing, std::move(warnings));
}

constexpr auto kParameters =
    joined(std::array{ParameterSpec{"of", "KEY", "a provision or a treaty", true},
                      ParameterSpec{"only",
                                    "cited_by,cites,rests_on,governed_by,safeguards,offences,powers,provides,"
                                    "defines,uses,statements,reservations,counterparts,events",
                                    "these groups alone (all)"}},
           kScope,
           std::array{ParameterSpec{"limit", "N", "entries of each group, at most 1000 (10); of csv and ndjson 1000",
                                    false, "10", 1'000}});

}  // namespace

constinit const Question kQuestion = {
    .name = "annotations",
    .route = "/v1/annotations",
    .summary = "the margin of a provision: who cites it, what it rests on, what was said about it",
    .example = "of=uncc:art_24",
    .parameters = kParameters,
    .ask = ask_annotations,
    .is_citable = true};

}  // namespace treatygraph::queries::annotations_question
