// Acts are grouped by participant and treaty and sorted by date. A small state machine walks through each group: it
// remembers the last consent to be bound and the last signature, and a withdrawal clears both, because a State may join
// again. Dates may be incomplete ("2025", "2025-10"). They are compared only as far as both go, so an incomplete date
// never causes a false alarm.

#include "ingest/records/doubtful_acts.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "graph/property.h"
#include "graph/vocabulary.h"
#include "ingest/records/treaty_action.h"

namespace treatygraph::ingest {
namespace {

/// Whether `a` is certainly before `b`. "2025-10" and "2025-10-25" may be the same day, so neither is before the other.
bool is_before(std::string_view a, std::string_view b) {
  const auto shared = std::min(a.size(), b.size());
  return a.substr(0, shared) < b.substr(0, shared);
}

/// An act and its date, complete or not.
struct Act {
  std::string date;
  std::string_view type;

  [[nodiscard]] bool is_consent() const { return std::ranges::find(kConsents, type) != kConsents.end(); }
  [[nodiscard]] std::string said() const { return fmt::format("{} {}", type, date); }
};

/// The acts of one participant concerning one treaty.
class Acts {
 public:
  Acts(std::string who, std::vector<Act> acts, std::vector<std::string>& lines)
      : who_(std::move(who)), acts_(std::move(acts)), lines_(lines) {
    std::ranges::stable_sort(acts_, {}, &Act::date);
  }

  /// Checks the sequence of the acts.
  void doubt() {
    const Act* consent = nullptr;
    const Act* signature = nullptr;
    for (const auto& act : acts_) {
      if (act.is_consent()) {
        if (consent != nullptr) add(act, fmt::format("a second consent to be bound, after {}", consent->said()));
        consent = &act;
      } else if (act.type == type::kWithdrew) {
        if (consent == nullptr) add(act, "a withdrawal without a consent to be bound before it");
        consent = signature = nullptr;
      } else if (act.type == type::kSigned) {
        if (signature != nullptr) add(act, fmt::format("a second signature, after {}", signature->said()));
        if (consent != nullptr && is_before(consent->date, act.date)) {
          add(act, fmt::format("a signature after the consent to be bound, {}", consent->said()));
        }
        signature = &act;
      }
    }
  }

  /// Checks signatures against the period in which the treaty was open for signature. Empty dates are unknown.
  void hold_against(const std::string& opened, const std::string& closed) {
    for (const auto& act : acts_) {
      if (act.type != type::kSigned) continue;
      if (!opened.empty() && is_before(act.date, opened)) add(act, fmt::format("it was open from {}", opened));
      if (!closed.empty() && is_before(closed, act.date)) add(act, fmt::format("it was closed on {}", closed));
    }
  }

 private:
  void add(const Act& act, std::string_view why) { lines_.push_back(fmt::format("{}: {}: {}", who_, act.said(), why)); }

  std::string who_;
  std::vector<Act> acts_;
  std::vector<std::string>& lines_;
};

/// Whether the relationship is a dated act towards the other parties. Domestic consent, such as a vote of parliament,
/// does not bind a State, so it is not compared.
bool is_act(const RelationshipRecord& r) {
  const bool is_kind =
      r.type == type::kSigned || r.type == type::kWithdrew || std::ranges::find(kConsents, r.type) != kConsents.end();
  return is_kind && text_of(r.properties, "kind") != "domestic" && !text_of(r.properties, property::kDate).empty();
}

}  // namespace

std::vector<std::string> doubtful_acts(const GraphRecords& records) {
  std::map<std::pair<std::string, std::string>, std::vector<Act>> acts;
  for (const auto& r : records.relationships) {
    if (is_act(r)) acts[{r.to, r.from}].push_back({text_of(r.properties, property::kDate), r.type});
  }
  std::map<std::string_view, const Properties*> treaties;
  for (const auto& node : records.nodes) {
    if (std::ranges::find(node.labels, label::kTreaty) != node.labels.end()) treaties[node.key] = &node.properties;
  }
  std::vector<std::string> lines;
  // The period for signature is compared if the records have the treaty.
  for (auto& [ends, done] : acts) {
    const auto& [treaty, participant] = ends;
    Acts of_one(fmt::format("{} {}", participant, treaty), std::move(done), lines);
    of_one.doubt();
    const auto told = treaties.find(treaty);
    if (told == treaties.end()) continue;
    of_one.hold_against(text_of(*told->second, "opened_for_signature"), text_of(*told->second, "closed_for_signature"));
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace treatygraph::ingest
