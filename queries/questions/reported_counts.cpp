// Reports such as "the Lakes Convention has 60 signatories" are compared with the list of acts by then. Dates may be
// incomplete, so the list gives a range: acts that are certainly before the report, and acts that may be. A report
// contradicts the list only if it is outside the range.

#include "queries/questions/reported_counts.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/calendar.h"
#include "queries/request/property_number.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries {
namespace {

std::string_view date_of(const Graph& graph, std::optional<RelationshipId> act) {
  return act ? graph.string(*act, property::kDate) : std::string_view();
}

/// The first of the acts that this kind of report counts; empty if there is none.
std::string_view counted_date(const Graph& graph, const Participant& actor, std::string_view what) {
  if (what == "signatories") return date_of(graph, actor.signature);
  const auto deposited = date_of(graph, actor.consent);
  const auto at_home = date_of(graph, actor.domestic);
  return deposited.empty() || (!at_home.empty() && at_home < deposited) ? at_home : deposited;
}

/// For ratifications, an approval at home counts as well: reports do not tell them apart.
bool has_counted_act(const Participant& actor, std::string_view what) {
  return what == "signatories" ? actor.signature.has_value() : actor.consent || actor.domestic;
}

/// Collects the reports of one treaty.
class Reports {
 public:
  Reports(const Graph& graph, const Participation& participation) : graph_(graph), participation_(participation) {}

  /// An act without a date counts at most, but not at least.
  void add(NodeId event, std::string_view what, std::string_view property) {
    const auto reported = whole_number(graph_, event, property);
    if (!reported) return;
    const auto when = graph_.string(event, property::kDate);
    ReportedCount count{event, what, *reported, 0, 0};
    for (const auto& actor : participation_.participants) {
      if (!has_counted_act(actor, what)) continue;
      const auto date = counted_date(graph_, actor, what);
      count.listed_at_least += !date.empty() && last_day_of(date) <= first_day_of(when) ? 1U : 0U;
      count.listed_at_most += date.empty() || first_day_of(date) <= last_day_of(when) ? 1U : 0U;
    }
    all_.push_back(count);
  }

  std::vector<ReportedCount> by_date() {
    std::ranges::stable_sort(all_, {}, [&](const ReportedCount& count) {
      return std::pair(graph_.string(count.event, property::kDate), graph_.key(count.event));
    });
    return std::move(all_);
  }

 private:
  const Graph& graph_;
  const Participation& participation_;
  std::vector<ReportedCount> all_;
};

/// One number, or a range if dates are incomplete.
std::string listed_by_then(const ReportedCount& count) {
  return count.listed_at_least == count.listed_at_most
             ? fmt::format("{}", count.listed_at_most)
             : fmt::format("{} to {}", count.listed_at_least, count.listed_at_most);
}

}  // namespace

std::vector<ReportedCount> reported_counts(const Graph& graph, const Participation& participation,
                                           const ScopeFilter& scope_filter) {
  Reports reports(graph, participation);
  const auto label = graph.labels().find(label::kEvent);
  if (!label) return {};
  const auto slug = graph.key(participation.treaty).substr(std::string_view("treaty:").size());
  for (const auto event : graph.nodes_with(*label)) {
    if (graph.string(event, property::kTreaty) != slug || !scope_filter.sees(event)) continue;
    reports.add(event, "signatories", property::kSignatoriesReported);
    reports.add(event, "ratifications", property::kRatificationsReported);
  }
  return reports.by_date();
}

/// If more are reported than can be listed, some are missing in the list; otherwise one of the two must be wrong.
std::vector<std::string> contradictions_in(const Graph& graph, const Participation& participation) {
  std::vector<std::string> sentences;
  for (const auto& count : participation.reports) {
    if (count.agrees()) continue;
    const auto all = static_cast<std::size_t>(std::ranges::count_if(
        participation.participants, [&](const Participant& actor) { return has_counted_act(actor, count.what); }));
    auto sentence =
        fmt::format("{} ({}) tells of {} {}; {} are listed by then, {} in all", graph.key(count.event),
                    graph.string(count.event, property::kDate), count.reported, count.what, listed_by_then(count), all);
    sentence += count.reported > count.listed_at_most
                    ? fmt::format(": at least {} not in the list", count.reported - count.listed_at_most)
                    : ": one of the two is wrong";
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

}  // namespace treatygraph::queries
