#include "queries/formats/answers/table_statements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/property_text.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

using Row = std::vector<Cell>;

Cell text(std::string_view words) {
  BudgetInForce::spend();
  return words.empty() ? Cell{} : Cell{std::string(words)};
}

template <typename Things, typename Words>
std::string joined(const Things& things, Words words) {
  std::string all;
  for (const auto& thing : things) all += (all.empty() ? "" : "; ") + words(thing);
  return all;
}

class StatementRows {
 public:
  explicit StatementRows(const Graph& graph) : graph_(graph) {}

  [[nodiscard]] Row statement(const StatementHit& hit) const {
    const auto said = [&](std::string_view name) { return of_hit(hit, name); };
    return {of_statement(hit, property::kDate),
            text(joined(hit.speakers, [&](NodeId speaker) { return title_of(graph_, speaker); })),
            key(hit.statement),
            title_of(graph_, hit.statement),
            hit.addressed ? key(*hit.addressed) : Cell{},
            said(property::kStance),
            said(property::kConcern),
            said(property::kQuote),
            of_statement(hit, property::kSummary),
            text(chain_words(graph_, hit.carried)),
            hit.carried_by_article ? text("true") : Cell{},
            text(hit.carried_confidence),
            carried_to(hit),
            text(chain_words(graph_, hit.rests_on)),
            text(joined(hit.acts, [&](const Acts& acts) { return acts_of(acts); })),
            said(property::kConfidence),
            said(property::kSource)};
  }

  [[nodiscard]] Row critic(const Critic& critic, const StatementHit& hit) const {
    const auto& towards = critic.acts.towards;
    const auto joined_acts = [&](const std::vector<RelationshipId>& all) {
      return text(joined(all, [&](RelationshipId r) { return act(r); }));
    };
    return {key(critic.who),
            title_of(graph_, critic.who),
            critic.has_signed(),
            date(towards.signature),
            towards.consent ? text(graph_.types().name(graph_.type(*towards.consent))) : Cell{},
            date(towards.consent),
            date(towards.domestic),
            date(towards.withdrawal),
            joined_acts(critic.acts.reservations),
            joined_acts(critic.acts.votes),
            of_statement(hit, property::kDate),
            key(hit.statement),
            title_of(graph_, hit.statement),
            of_hit(hit, property::kStance),
            hit.addressed ? key(*hit.addressed) : Cell{},
            carried_to(hit),
            text(chain_words(graph_, hit.rests_on)),
            of_hit(hit, property::kSource)};
  }

 private:
  [[nodiscard]] Cell key(NodeId node) const { return std::string(graph_.key(node)); }
  [[nodiscard]] Cell said(RelationshipId relationship, std::string_view name) const {
    const auto id = graph_.properties().find(name);
    return id ? text(text_of(graph_.property(relationship, *id))) : Cell{};
  }
  [[nodiscard]] Cell date(std::optional<RelationshipId> act) const {
    return act ? said(*act, property::kDate) : Cell{};
  }
  [[nodiscard]] Cell of_statement(const StatementHit& hit, std::string_view name) const {
    return text(graph_.string(hit.statement, name));
  }
  /// The stance on the target, or else of the statement as a whole.
  [[nodiscard]] Cell of_hit(const StatementHit& hit, std::string_view name) const {
    auto cell = hit.addresses ? said(*hit.addresses, name) : Cell{};
    return std::holds_alternative<std::monostate>(cell) ? of_statement(hit, name) : cell;
  }

  /// "uncc:art_6__para_2 (article, low)"; "none known" if nothing in the final text corresponds.
  [[nodiscard]] Cell carried_to(const StatementHit& hit) const {
    if (!hit.carried_to) return {};
    if (hit.carried_to->empty()) return text("none known");
    return text(joined(*hit.carried_to, [&](const CarriedTo& to) {
      return fmt::format("{} ({}, {})", graph_.key(to.node), kCarriedByNames.at(static_cast<std::size_t>(to.by)),
                         to.confidence.empty() ? "confidence not said" : to.confidence);
    }));
  }

  /// "SIGNED 2025-10-25"; for a reservation its target, for a vote its value and event.
  [[nodiscard]] std::string act(RelationshipId relationship) const {
    const auto type = graph_.types().name(graph_.type(relationship));
    const auto vote = graph_.string(relationship, property::kVote);
    const auto to = graph_.key(graph_.target(relationship));
    const auto what = vote.empty() ? std::string(type) : fmt::format("VOTE {}", vote);
    const bool is_to_treaty_as_a_whole = graph_.has_label(graph_.target(relationship), label::kTreaty);
    return fmt::format("{} {}{}{}", what, graph_.string(relationship, property::kDate),
                       is_to_treaty_as_a_whole ? "" : " ", is_to_treaty_as_a_whole ? std::string_view{} : to);
  }

  /// "Iran: SIGNED 2025-10-25, VOTE requested 2024-08-08 event:..."
  [[nodiscard]] std::string acts_of(const Acts& acts) const {
    std::vector<std::string> told;
    const auto& towards = acts.towards;
    for (const auto& one : {towards.signature, towards.consent, towards.domestic, towards.withdrawal}) {
      if (one) told.push_back(act(*one) + (one == towards.domestic ? " (domestic)" : ""));
    }
    for (const auto& list : {acts.reservations, acts.votes}) {
      for (const auto one : list) told.push_back(act(one));
    }
    return fmt::format("{}: {}", title_of(graph_, towards.who),
                       told.empty() ? "no act known" : fmt::format("{}", fmt::join(told, ", ")));
  }

  const Graph& graph_;
};

}  // namespace

std::string chain_words(const Graph& graph, const std::vector<RelationshipId>& references) {
  std::string words;
  for (const auto reference : references) {
    const auto quote = graph.string(reference, property::kQuote);
    words += fmt::format("{}{} {} {}{}", words.empty() ? "" : " → ", graph.key(graph.source(reference)),
                         graph.string(reference, property::kMode), graph.key(graph.target(reference)),
                         quote.empty() ? "" : fmt::format(" “{}”", quote));
  }
  return words;
}

Table statements_table(const Graph& graph, const StatementsAnswer& answer) {
  Table table{
      {"date", "speakers", "statement", "title", "addresses", "stance", "concern", "quote", "summary", "carried",
       "carried_by_article", "carried_confidence", "carried_to", "rests_on", "acts", "confidence", "source"},
      {}};
  const StatementRows rows(graph);
  for (const auto& hit : answer.hits) table.rows.push_back(rows.statement(hit));
  return table;
}

Table critics_table(const Graph& graph, const CriticsAnswer& answer) {
  Table table{
      {"key", "name", "has_signed", "signed", "consent", "consent_date", "domestic_date", "withdrew", "reservations",
       "votes", "date", "statement", "title", "stance", "addresses", "carried_to", "rests_on", "source"},
      {}};
  const StatementRows rows(graph);
  for (const auto& critic : answer.hits) {
    for (const auto& hit : critic.said) table.rows.push_back(rows.critic(critic, hit));
  }
  return table;
}

}  // namespace treatygraph::queries::formats
