#include "ingest/classification/safeguard_place.h"

#include "ingest/classification/scope_sentence.h"

namespace treatygraph::ingest {
namespace {

/// The stretch of the provision's own words that contains the fact. A provision with a list has several stretches.
WordsRange stretch_of(const Fact& fact, const OwnWords& own) {
  for (const auto& words : own.of(fact.provision)) {
    if (words.first <= fact.quote.first && fact.quote.last <= words.last) return words;
  }
  return fact.quote;
}

/// The last sentence before the list that a point is in, "Extradition may be refused if:". Empty if the provision is
/// not a point, or if words of its parent come after it.
WordsRange lead_of(std::size_t point, const Document& document, const OwnWords& own) {
  const auto& provision = document.structure[point];
  if (provision.kind != ProvisionKind::Point || provision.parent == kNone || own.of(provision.parent).empty())
    return {};
  const auto& above = own.of(provision.parent).front();
  if (above.last > provision.start) return {};
  return scope_sentence(document.text, {above.last - 1, above.last}, above);
}

}  // namespace

SafeguardPlace place_of(std::size_t safeguard, const Fact& fact, const Document& document, const OwnWords& own) {
  SafeguardPlace place{safeguard, fact.provision, fact.provision, kNone, stretch_of(fact, own), {}, {}};
  place.sentence = scope_sentence(document.text, fact.quote, place.stretch);
  place.lead = lead_of(fact.provision, document, own);
  auto part = fact.provision;
  for (auto at = fact.provision; at != kNone; at = document.structure[at].parent) {
    if (is_unit(document.structure[at].kind)) {
      place.article = at;
      place.paragraph = part;
      return place;
    }
    part = at;
  }
  return place;
}

}  // namespace treatygraph::ingest
