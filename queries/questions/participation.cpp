// Entry into force follows the usual final clause: a number of instruments by States, then a waiting period in days
// (the properties ratifications_needed and entry_into_force_days). A stated date takes precedence over the computed
// one. Dates may be months or years, so the day of entry into force may only be known to lie between two days; for a
// day between them, in_force is unknown.

#include "queries/questions/participation.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/questions/reported_counts.h"
#include "queries/request/calendar.h"
#include "queries/request/find_node.h"
#include "queries/request/property_number.h"
#include "queries/treaty/treaty_actions.h"

namespace treatygraph::queries {
namespace {

/// Organisations are counted among those who consented, but not among the instruments that count for entry into force.
void count(const Graph& graph, Participation& answer) {
  for (const auto& actor : answer.participants) {
    answer.signatory_count += actor.signature ? 1U : 0U;
    answer.domestic_count += actor.domestic && !actor.consent ? 1U : 0U;
    // An actor that withdrew is no longer bound.
    if (!actor.consent || actor.withdrawal) continue;
    ++answer.consent_count;
    answer.counted_count += graph.has_label(actor.who, label::kState) ? 1U : 0U;
  }
}

/// The date on which enough States were bound for the first time; empty if there is none. Withdrawals before that date
/// reduce the number; later ones do not undo the entry into force (VCLT art. 55).
std::string date_when_reached(const Graph& graph, const Participation& answer, std::size_t needed) {
  std::vector<std::pair<std::string_view, int>> steps;
  for (const auto& actor : answer.participants) {
    if (!actor.consent || !graph.has_label(actor.who, label::kState)) continue;
    steps.emplace_back(graph.string(*actor.consent, property::kDate), 1);
    if (actor.withdrawal) steps.emplace_back(graph.string(*actor.withdrawal, property::kDate), -1);
  }
  std::ranges::sort(steps);
  std::ptrdiff_t bound = 0;
  for (const auto& [date, step] : steps) {
    bound += step;
    if (needed > 0 && bound >= static_cast<std::ptrdiff_t>(needed)) return std::string(date);
  }
  return {};
}

/// Sets what is needed, what is missing, and the date if it can be computed.
void find_entry_into_force(const Graph& graph, Participation& answer) {
  answer.needed = whole_number(graph, answer.treaty, property::kRatificationsNeeded);
  if (answer.needed && answer.has_acts) {
    answer.needed_reached_on = date_when_reached(graph, answer, *answer.needed);
    const bool is_reached = !answer.needed_reached_on.empty();
    answer.missing = is_reached ? 0 : *answer.needed - std::min(*answer.needed, answer.counted_count);
  }
  answer.entry_into_force = std::string(graph.string(answer.treaty, property::kEntryIntoForce));
  const auto wait = whole_number(graph, answer.treaty, property::kEntryIntoForceDays);
  if (answer.entry_into_force.empty() && wait) {
    answer.entry_into_force = days_after(answer.needed_reached_on, static_cast<int>(*wait)).value_or("");
  }
}

/// Whether the treaty is in force on `day`, or why that is unknown.
class Judgement {
 public:
  Judgement(const Graph& graph, Participation& answer, std::string day)
      : graph_(graph), answer_(answer), day_(std::move(day)) {}

  /// The cases from the most certain to the least: a known date; then the number of consents, whose dates may be
  /// missing.
  void judge() {
    if (!answer_.entry_into_force.empty()) {
      judge_by(first_day_of(answer_.entry_into_force), last_day_of(answer_.entry_into_force));
    } else if (!answer_.has_acts) {
      unknown("no signature and no consent to be bound is known");
    } else if (!answer_.needed) {
      unknown("it is not known how many consents to be bound its entry into force takes");
    } else if (answer_.needed_reached_on.empty() && answer_.counted_count < *answer_.needed) {
      answer_.in_force = false;
    } else if (answer_.needed_reached_on.empty()) {
      unknown("as many consents as needed are known, but not the dates of all of them");
    } else {
      judge_by_period();
    }
    count_parties();
  }

 private:
  /// The last required instrument is dated by month or year only, or the waiting period after it is unknown.
  void judge_by_period() {
    const auto wait = whole_number(graph_, answer_.treaty, property::kEntryIntoForceDays);
    if (!wait) {
      return unknown(
          fmt::format("the number needed was reached on {}, but not how long entry into force takes from then",
                      answer_.needed_reached_on));
    }
    const auto days = static_cast<int>(*wait);
    judge_by(days_after(first_day_of(answer_.needed_reached_on), days).value_or(""),
             days_after(last_day_of(answer_.needed_reached_on), days).value_or(""));
  }

  /// In force from the latest possible day on, not in force before the earliest one, unknown between them.
  void judge_by(const std::string& earliest, const std::string& latest) {
    if (!latest.empty() && latest <= day_) {
      answer_.in_force = true;
    } else if (!earliest.empty() && day_ < earliest) {
      answer_.in_force = false;
    } else {
      unknown(earliest.empty() ? "the day of its entry into force is not known"
                               : fmt::format("it entered or enters into force between {} and {}; the day is not known",
                                             earliest, latest));
    }
  }

  /// A treaty that is not in force has no parties.
  void count_parties() {
    if (answer_.in_force == false) answer_.party_count = 0;
    if (answer_.in_force != true) return;
    if (answer_.has_acts) {
      answer_.party_count = answer_.consent_count;
    } else {
      unknown("it is in force, but nobody's consent to be bound is known");
    }
  }

  void unknown(std::string why) {
    const auto slug = graph_.key(answer_.treaty).substr(std::string_view("treaty:").size());
    answer_.unknown_because = fmt::format("{}: {}", slug, why);
  }

  const Graph& graph_;
  Participation& answer_;
  std::string day_;
};

}  // namespace

Result<Participation> participation_in(const Graph& graph, std::string_view slug, const Scope& scope) {
  const auto scope_filter = ScopeFilter::of(graph, scope);
  if (!scope_filter) return fail(scope_filter.error());
  const auto treaty = find_treaty(graph, slug);
  if (!treaty) return fail(treaty.error());
  // Whether acts are known at all does not depend on the day.
  const auto on_any_day = ScopeFilter::of(graph, {scope.without, scope.basis, {}});
  if (!on_any_day) return fail(on_any_day.error());
  Participation answer;
  answer.treaty = *treaty;
  answer.as_of = scope.as_of;
  answer.participants = actors_of(graph, *treaty, *scope_filter);
  answer.has_acts = has_acts(graph, *treaty, *on_any_day);
  count(graph, answer);
  find_entry_into_force(graph, answer);
  Judgement(graph, answer, scope.as_of.empty() ? today() : scope.as_of).judge();
  answer.reports = reported_counts(graph, answer, *scope_filter);
  return answer;
}

}  // namespace treatygraph::queries
