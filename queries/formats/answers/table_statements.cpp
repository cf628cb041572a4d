// Lists become text: parts are separated by "; ", details are in parentheses.

#include "queries/formats/answers/table_statements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

/// The words of each thing, separated by "; ".
template <typename Things, typename Words>
std::string joined(const Things& things, Words words) {
  std::string all;
  for (const auto& thing : things) all += (all.empty() ? "" : "; ") + words(thing);
  return all;
}

}  // namespace

Cell StatementCells::speakers(const StatementHit& hit) const {
  return text_cell(joined(hit.speakers, [&](NodeId speaker) { return title_of(graph_, speaker); }));
}

Cell StatementCells::acts(const StatementHit& hit) const {
  return text_cell(joined(hit.acts, [&](const Acts& all) { return acts_of(all); }));
}

Cell StatementCells::acts(const std::vector<RelationshipId>& all) const {
  return text_cell(joined(all, [&](RelationshipId one) { return act(one); }));
}

Cell StatementCells::of_statement(const StatementHit& hit, std::string_view name) const {
  return text_cell(graph_.string(hit.statement, name));
}

Cell StatementCells::of_hit(const StatementHit& hit, std::string_view name) const {
  auto cell = hit.addresses ? said(*hit.addresses, name) : Cell{};
  return std::holds_alternative<std::monostate>(cell) ? of_statement(hit, name) : cell;
}

Cell StatementCells::carried_to(const StatementHit& hit) const {
  if (!hit.carried_to) return {};
  if (hit.carried_to->empty()) return text_cell("none known");
  return text_cell(joined(*hit.carried_to, [&](const CarriedTo& to) {
    return fmt::format("{} ({}, {})", graph_.key(to.node), kCarriedByNames.at(static_cast<std::size_t>(to.by)),
                       to.confidence.empty() ? "confidence not said" : to.confidence);
  }));
}

std::string StatementCells::act(RelationshipId relationship) const {
  const auto type = graph_.types().name(graph_.type(relationship));
  const auto vote = graph_.string(relationship, property::kVote);
  const auto to = graph_.key(graph_.target(relationship));
  const auto what = vote.empty() ? std::string(type) : fmt::format("VOTE {}", vote);
  const bool is_to_treaty_as_a_whole = graph_.has_label(graph_.target(relationship), label::kTreaty);
  return fmt::format("{} {}{}{}", what, graph_.string(relationship, property::kDate),
                     is_to_treaty_as_a_whole ? "" : " ", is_to_treaty_as_a_whole ? std::string_view{} : to);
}

std::string StatementCells::acts_of(const Acts& acts) const {
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

}  // namespace treatygraph::queries::formats
