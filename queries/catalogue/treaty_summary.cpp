#include "queries/catalogue/treaty_summary.h"

namespace treatygraph::queries {

void write_treaty_summary(formats::AnswerWriter& out, const TreatySummary& summary) {
  const auto if_known = [&](std::size_t count) { return summary.has_acts ? std::optional(count) : std::nullopt; };
  out.facts.begin_node(summary.treaty);
  out.json.member("loaded", summary.loaded)
      .member("provisions", summary.provision_count)
      .member("articles", summary.article_count)
      .member("references", summary.reference_count);
  out.count_or_null("signatories", if_known(summary.signatory_count));
  out.count_or_null("consented_to_be_bound", if_known(summary.party_count));
  out.json.end_object();
}

}  // namespace treatygraph::queries
