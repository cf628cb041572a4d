// The question "participation": who signed and consented, and the distance to entry into force (VCLT articles 11 and
// 24).

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/answer/notices.h"
#include "queries/catalogue/question_parts.h"
#include "queries/questions/participation.h"
#include "queries/questions/reported_counts.h"

namespace treatygraph::queries::participation_question {
namespace {

/// A number that an event reported, and what the list of participants says at that date.
void write_reported(AnswerWriter& out, const ReportedCount& count) {
  out.json.begin_object();
  out.mention("event", count.event);
  out.json.member("date", out.graph.string(count.event, property::kDate))
      .member("what", count.what)
      .member("reported", count.reported)
      .member("listed_at_least", count.listed_at_least)
      .member("listed_at_most", count.listed_at_most)
      .member("agrees", count.agrees())
      .end_object();
}

/// One State or organisation with its acts.
void write_participant(AnswerWriter& out, const Participant& participant) {
  out.json.begin_object();
  out.mention("who", participant.who);
  out.relationship("signature", participant.signature);
  out.relationship("consent", participant.consent);
  out.relationship("domestic", participant.domestic);
  out.relationship("withdrawal", participant.withdrawal);
  out.json.end_object();
}

/// Null instead of 0 if no act is known: an empty list would otherwise look like a treaty that nobody signed.
void write_counts(AnswerWriter& out, const Participation& answer) {
  const auto if_known = [&](std::size_t count) { return answer.has_acts ? std::optional(count) : std::nullopt; };
  out.count_or_null("signatories", if_known(answer.signatory_count));
  out.count_or_null("consented_to_be_bound", if_known(answer.consent_count));
  out.count_or_null("counted_for_entry_into_force", if_known(answer.counted_count));
  out.count_or_null("consented_at_home_only", if_known(answer.domestic_count));
  out.count_or_null("needed_for_entry_into_force", answer.needed);
  out.count_or_null("missing", answer.missing);
}

void write_members(AnswerWriter& out, const Participation& answer) {
  out.mention("treaty", answer.treaty);
  out.text_or_null("as_of", answer.as_of);
  write_counts(out, answer);
  out.text_or_null("needed_reached_on", answer.needed_reached_on);
  out.text_or_null("entry_into_force", answer.entry_into_force);
  const auto& in_force = answer.in_force;
  out.json.member("status", !in_force ? "unknown" : *in_force ? "in_force" : "not_in_force").key("in_force");
  // Null if it is not known; "status" says the same in a word.
  in_force ? out.json.value(*in_force) : out.json.null();
  out.count_or_null("parties", answer.party_count);
  out.text_or_null("unknown_because", answer.unknown_because);
  out.json.key("reported").begin_array();
  for (const auto& count : answer.reports) write_reported(out, count);
  out.json.end_array().key("participants").begin_array();
  for (const auto& participant : answer.participants) write_participant(out, participant);
  out.json.end_array();
}

/// One row per participant. Confidence and source are those of its most binding act.
Table table_of(const Graph& graph, const Participation& answer) {
  const TableCells cells(graph);
  Table table{{"key", "name", "signed", "consent", "consent_date", "domestic_date", "withdrew", "confidence", "source"},
              {}};
  for (const auto& participant : answer.participants) {
    // Consent to be bound, or else approval at home, or else the signature.
    const auto shown = participant.consent    ? participant.consent
                       : participant.domestic ? participant.domestic
                                              : participant.signature;
    table.rows.push_back({cells.key(participant.who), cells.title(participant.who), cells.date(participant.signature),
                          participant.consent ? cells.type(*participant.consent) : Cell{},
                          cells.date(participant.consent), cells.date(participant.domestic),
                          cells.date(participant.withdrawal),
                          shown ? cells.said(*shown, property::kConfidence) : Cell{},
                          shown ? cells.said(*shown, property::kSource) : Cell{}});
  }
  return table;
}

void draw(ViewBuilder& view, const Participation& answer) {
  view.add(answer.treaty);
  for (const auto& participant : answer.participants) view.add_acts(participant);
}

/// The treaty and all acts; acts that are not known are skipped.
void add_facts(ShownFacts& facts, const Participation& answer) {
  facts.add(answer.treaty);
  for (const auto& actor : answer.participants) {
    for (const auto& act : {actor.signature, actor.consent, actor.domestic, actor.withdrawal}) facts.add(act);
  }
}

/// Contradictions between the list and reported numbers, and consents that do not count, are easily overlooked.
void add_notices(Notices& notices, const Participation& answer) {
  if (!answer.unknown_because.empty()) notices.say(answer.unknown_because);
  for (auto& sentence : contradictions_in(notices.graph(), answer)) notices.say(std::move(sentence));
  if (answer.domestic_count > 0) {
    notices.say(fmt::format("{} consented at home alone, as far as is known: nothing deposited, so not counted",
                            answer.domestic_count));
  }
}

constexpr auto kShowing = Showing<Participation>::by(write_members, table_of, draw, add_facts, add_notices).as_list();

Result<Answer> ask_participation(const Graph& graph, const Parameters& parameters, const Budget& /*budget*/) {
  const auto scope = read_scope(parameters);
  if (!scope) return fail(scope.error());
  return answer_with(participation_in(graph, parameters.text("slug"), *scope), kShowing);
}

constexpr auto kParameters = joined(std::array{kSlug}, kScope);

constexpr std::array kTools = {ToolSpec{
    .place = 10,
    .name = "participation",
    .title = "Who signed and ratified",
    .description = "Signatures, consents to be bound, reservations and the distance to entry into force of a treaty.",
    .parameters = list_of<"slug", "as_of">,
    .shape = {.lists = list_of<"participants">},
    .limit = 40,
    .most = 200}};

}  // namespace

constinit const Question kQuestion = {.name = "participation",
                                      .route = "/v1/treaties/{slug}/participation",
                                      .summary = "signatures, consents to be bound, distance to entry into force",
                                      .example = "slug=uncc&as_of=2026-06-30",
                                      .parameters = kParameters,
                                      .ask = ask_participation,
                                      .is_graph = true,
                                      .effort = Effort::Page,
                                      .tools = kTools};

}  // namespace treatygraph::queries::participation_question
