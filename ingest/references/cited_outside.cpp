#include "ingest/references/cited_outside.h"

#include <algorithm>

#include "ingest/citation/citation_heads.h"

namespace treatygraph::ingest {
namespace {

/// Subsections of other treaties are not distinguished: the section that contains them is cited.
Eid down_to_section(const std::vector<EidStep>& steps) {
  const auto end = std::ranges::find(steps, ProvisionKind::Subsection, &EidStep::kind);
  return Eid(end == steps.begin() ? steps : std::vector<EidStep>(steps.begin(), end));
}

}  // namespace

/// "that Annex" after "Annex IX, article 1, of the Convention": the steps of Annex IX.
std::vector<EidStep> CitedOutside::pointed_at(const Citation& citation) const {
  if (citation.base != Citation::Base::That) return {};
  const auto last = std::find_if(last_.rbegin(), last_.rend(), [&](const EidStep& step) {
    return level_of(step.kind) == level_of(citation.of_kind);
  });
  return {last_.begin(), last.base()};
}

/// The eIds are not checked, because the other instrument may not be loaded.
std::vector<Eid> CitedOutside::eids_of(const Citation& citation, bool is_in_list) {
  const auto pointed = pointed_at(citation);
  const bool is_of_protocol = citation.base == Citation::Base::That && citation.of_kind == ProvisionKind::Protocol &&
                              pointed.empty() && !citation.provisions.empty() &&
                              is_unit(citation.provisions.front().steps.front().kind);
  const bool is_named = citation.base == Citation::Base::Named || is_of_protocol;  // "article 2 of that Protocol"
  // Relative citations are inside what they point to. Complete ones are inside the part that a list is about, if they
  // are in that list.
  const auto around = is_named ? list_part_ : pointed;
  if (!is_named && around.empty()) return {};
  std::vector<Eid> eids;
  const auto add = [&](const std::vector<EidStep>& own, bool is_inside) {
    auto steps = is_inside ? around : std::vector<EidStep>();
    steps.insert(steps.end(), own.begin(), own.end());
    auto eid = down_to_section(steps);
    if (std::ranges::find(eids, eid) == eids.end()) eids.push_back(std::move(eid));
  };
  for (const auto& cited : citation.provisions) {
    const bool is_listed = is_in_list && citation.instrument.empty() && !is_component(cited.steps.front().kind);
    add(cited.steps, !is_named || is_listed);
  }
  if (!is_named && citation.is_kind_only) add({}, true);
  if (!eids.empty()) last_ = eids.back().steps();
  return eids;
}

}  // namespace treatygraph::ingest
