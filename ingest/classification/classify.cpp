// The rules (phrase_rules) are phrases such as "shall establish as criminal offences". All of them are searched for in
// one pass over each provision's own words. A phrase often only introduces a list. Then the points of the list are the
// offences or powers, and the phrase is their lead. Preambles are not classified, because they create no obligations.

#include "ingest/classification/classify.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "ingest/classification/conduct.h"
#include "ingest/classification/obligations.h"
#include "ingest/classification/phrase_matcher.h"

namespace treatygraph::ingest {
namespace {

/// Runs once over a document.
class Classifier {
 public:
  Classifier(const Document& document, const OwnWords& own)
      : text_(document.text), structure_(document.structure), own_(own) {}

  Classification run(const Document& document) {
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      const auto kind = structure_[i].kind;
      if (kind == ProvisionKind::Preamble || kind == ProvisionKind::Recital) continue;
      for (const auto& words : own_.of(i)) {
        for (const auto& match : PhraseMatcher::of_all_rules().find(text_, words)) take(i, words, match);
      }
      note_obligation(i);
    }
    std::ranges::stable_sort(out_.facts, {}, &Fact::provision);
    out_.terms = find_definitions(document, own_);
    out_.uses = find_uses(document, own_, out_.terms);
    return std::move(out_);
  }

 private:
  /// Makes facts from one match: one for each point that the phrase introduces, or one for the sentence itself.
  void take(std::size_t provision, WordsRange stretch, const PhraseMatch& match) {
    if (match.rule->fact_class == FactClass::Safeguard) return add(provision, match.words, {}, *match.rule);
    auto points = conduct_in_list(text_, own_, provision, stretch, match.words);
    const bool is_offence = match.rule->fact_class == FactClass::Offence;
    if (points.empty() && is_offence) points = conduct_in_list_above(text_, own_, provision, stretch, match.words);
    for (const auto& point : points) add(point.provision, point.words, match.words, *match.rule);
    if (points.empty()) add(provision, {match.words.first, match.sentence.last}, {}, *match.rule);
  }

  /// Keeps the first fact of each class for a provision, and of each kind for safeguards.
  void add(std::size_t provision, WordsRange quote, WordsRange lead, const PhraseRule& rule) {
    const auto kind = rule.fact_class == FactClass::Safeguard ? rule.kind : std::string_view();
    if (!seen_.emplace(provision, rule.fact_class, kind).second) return;
    out_.facts.push_back({rule.fact_class, provision, std::string(rule.kind), quote, lead, rule.name, rule.confidence});
  }

  /// The first modal verb decides.
  void note_obligation(std::size_t provision) {
    for (const auto& words : own_.of(provision)) {
      const auto modality = modality_of(text_, words);
      if (!modality) continue;
      out_.obligations.push_back(
          {FactClass::Obligation, provision, std::string(modality->name), modality->words, {}, "modal-verb", "high"});
      return;
    }
  }

  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  Classification out_;
  std::set<std::tuple<std::size_t, FactClass, std::string_view>> seen_;
};

}  // namespace

Classification classify(const Document& document, const OwnWords& own) {
  if (document.language != "en") return {};
  return Classifier(document, own).run(document);
}

}  // namespace treatygraph::ingest
