#include "ingest/classification/safeguard_reach.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "ingest/classification/antecedent.h"
#include "ingest/classification/safeguard_place.h"
#include "ingest/classification/scope_matter.h"
#include "ingest/classification/scope_sentence.h"
#include "ingest/classification/scope_words.h"
#include "ingest/classification/scopes_said_elsewhere.h"
#include "ingest/classification/wider_scopes.h"
#include "ingest/structure/words_piece.h"

namespace treatygraph::ingest {
namespace {

using ReachedThings = Reach::ReachedThings;
using Place = SafeguardPlace;

constexpr std::size_t kMostFacts = 1000;     // a hostile text may have millions; their products would not fit anywhere
constexpr std::size_t kFarBack = 8;          // sentences or paragraphs
constexpr std::size_t kFarthestWord = 4000;  // bytes of a paragraph searched for a noun

/// Applies the rules in the order of reaches_of(). Each by_...() adds the reaches that it finds and says whether it
/// found any.
class ReachFinder {
 public:
  ReachFinder(const Document& document, const OwnWords& own, const Classification& found,
              const std::vector<Reference>& references)
      : document_(document),
        text_(document.text),
        structure_(document.structure),
        own_(own),
        facts_(found.facts),
        references_(references),
        words_(text_, structure_, references),
        acts_(text_, structure_, own) {}

  std::vector<Reach> find() {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (facts_[i].fact_class != FactClass::Safeguard) continue;
      const auto place = place_of(i, facts_[i], document_, own_);
      if (!by_own_words(place) && !by_safeguards_before(place) && !by_antecedent(place) && !by_matter(place)) {
        by_place(place);
      }
    }
    // A safeguard may have a reach of its own and another one that a different article states.
    const auto said = said_elsewhere(document_, words_, facts_, references_);
    reaches_.insert(reaches_.end(), said.begin(), said.end());
    return widest(std::move(reaches_), structure_);
  }

 private:
  /// The sentence of the safeguard comes first, then the introduction of its list.
  bool by_own_words(const Place& place) {
    for (const auto& sentence : {place.sentence, place.lead}) {
      if (sentence.last == 0) continue;
      const auto scope = words_.of(sentence);
      if (scope && !only_calls_for_it(place, sentence, *scope)) return take(place, *scope, "scope-in-words", "high");
    }
    return false;
  }

  /// Whether the sentence names offences only to say when something may be done. "A person suspected of an offence
  /// referred to in article 4 shall be taken into custody, only for such time as ..." limits custody, and "a person
  /// whose presence is requested for the prosecution of the offences set forth in article 3" is about the request.
  [[nodiscard]] bool only_calls_for_it(const Place& place, WordsRange sentence, const NamedScope& scope) const {
    static const RE2 calls(
        R"((?is).*\b(?:investigations?|prosecutions?|inquiries|suspected|accused|alleged|evidence|assistance|requests?|requested)\b[^,;.]{0,100})");
    if (scope.by != NamedScope::By::Provisions || !is_about_offences(scope)) return false;
    return RE2::FullMatch(piece(text_, {sentence.first, scope.quote.first}), calls) ||
           !conditioned_by({0, place.paragraph, ReachedThings::PowersInIt}, structure_, facts_).empty();
  }

  [[nodiscard]] bool is_about_offences(const NamedScope& scope) const {
    static const RE2 offences(R"((?i)\b(?:offen[cs]es?|conduct|crimes?)\b)");
    return RE2::PartialMatch(piece(text_, scope.quote), offences);
  }

  /// Adds a reach for each provision that the words name.
  bool take(const Place& place, const NamedScope& scope, std::string_view rule, std::string_view confidence) {
    if (scope.by == NamedScope::By::Treaty) return take_treaty(place, scope, rule, confidence);
    for (const auto whole : scope.wholes) {
      reaches_.push_back(
          {place.safeguard, whole, things_of(whole, scope), place.provision, scope.quote, rule, confidence});
    }
    return true;
  }

  /// "Nothing in this Convention shall be interpreted as imposing an obligation to extradite" names the treaty but is
  /// about extradition. In an article on extradition, it only reaches that article.
  bool take_treaty(const Place& place, const NamedScope& scope, std::string_view rule, std::string_view confidence) {
    if (const auto duty = duty_among(text_, place.sentence, acts_.of(place.article))) {
      return take_article(place, *duty, rule, confidence);
    }
    reaches_.push_back(
        {place.safeguard, Reach::kWholeTreaty, ReachedThings::None, place.provision, scope.quote, rule, confidence});
    return true;
  }

  bool take_article(const Place& place, WordsRange quote, std::string_view rule, std::string_view confidence) {
    reaches_.push_back(
        {place.safeguard, place.article, ReachedThings::DutyToCooperateInIt, place.provision, quote, rule, confidence});
    return true;
  }

  /// What the words are about in a provision: "the offences established in accordance with articles 2 to 11" are about
  /// offences, "the conduct described in paragraph 1" is about everything in it.
  [[nodiscard]] ReachedThings things_of(std::size_t whole, const NamedScope& scope) const {
    if (scope.by != NamedScope::By::Provisions) return ReachedThings::None;
    if (!is_unit(structure_[whole].kind)) return ReachedThings::InIt;
    return is_about_offences(scope) ? ReachedThings::OffencesInIt : ReachedThings::AtIt;
  }

  /// "Such conditions and safeguards shall, as appropriate, include ...": these have the reach of the safeguards in the
  /// paragraph before.
  bool by_safeguards_before(const Place& place) {
    static const RE2 back(
        R"((?is)[\s\d.]*(?:[^.;]{0,200},\s+)?(?:such|these|those)\s+(?:conditions|safeguards|guarantees|limitations)\b.*)");
    if (!RE2::FullMatch(piece(text_, place.stretch), back)) return false;
    const auto before = part_before(place.provision);
    if (!before) return false;
    std::vector<Reach> same;
    for (auto i = reaches_.size(); i-- > 0 && facts_[reaches_[i].safeguard].provision >= *before;) {
      auto reach = reaches_[i];
      const bool is_known = std::ranges::find(same, reach.whole, &Reach::whole) != same.end();
      if (facts_[reach.safeguard].provision != *before || reach.quote.last == 0 || is_known) continue;
      reach.safeguard = place.safeguard;
      reach.rule = "as-the-paragraph-before";
      reach.confidence = "medium";
      same.push_back(reach);
    }
    reaches_.insert(reaches_.end(), same.begin(), same.end());
    return !same.empty();
  }

  /// The part before this one in the same parent.
  [[nodiscard]] std::optional<std::size_t> part_before(std::size_t provision) const {
    const auto parent = structure_[provision].parent;
    if (parent == kNone) return std::nullopt;
    const auto& parts = own_.parts_of(parent);
    const auto here = std::ranges::lower_bound(parts, provision);
    if (here == parts.begin() || here == parts.end() || *here != provision) return std::nullopt;
    return *(here - 1);
  }

  /// Follows "such information" to what it means. A paragraph that states a power or an offence is about that, whatever
  /// it refers to. But "these offences" are stated elsewhere.
  bool by_antecedent(const Place& place) {
    static const RE2 offences(R"((?:offen[cs]e|crime|act)s)");
    const auto back = points_back(text_, place.sentence, place.lead);
    if (!back) return false;
    if (states_anything(place.paragraph) && !RE2::FullMatch(back->noun, offences)) return false;
    return by_sentences_before(place) || by_paragraph_before(place, *back);
  }

  /// Goes back through the sentences of the same stretch until one names a scope.
  bool by_sentences_before(const Place& place) {
    auto end = place.sentence.first;
    for (std::size_t i = 0; i < kFarBack; ++i) {
      const auto last = text_.substr(0, end).find_last_not_of(" \t\n");
      if (last == std::string_view::npos || last <= place.stretch.first) return false;
      const auto sentence = scope_sentence(text_, {last, last + 1}, {place.stretch.first, end});
      if (const auto scope = words_.of(sentence)) return take(place, *scope, "as-the-sentence-before", "medium");
      end = sentence.first;
    }
    return false;
  }

  /// Goes back to paragraphs that contain the noun: the nearest one for a singular, all of the last eight for a plural.
  /// Strong words ("such") mean the paragraph before even if the noun is not in it.
  bool by_paragraph_before(const Place& place, const PointsBack& back) {
    const bool is_first = text_.substr(place.stretch.first, place.sentence.first - place.stretch.first)
                              .find_first_not_of(" \t\n0123456789.()") == std::string_view::npos;
    const bool is_paragraph = structure_[place.provision].kind == ProvisionKind::Paragraph;
    if (!is_first || !is_paragraph || place.article == kNone) return false;
    const bool is_plural = back.noun.ends_with('s');
    const auto next = part_before(place.paragraph);
    bool found = false;
    auto before = next;
    for (std::size_t i = 0; i < kFarBack && before && (is_plural || !found); ++i, before = part_before(*before)) {
      const auto& part = structure_[*before];
      if (!has_noun(text_, {part.body, std::min(part.end, part.body + kFarthestWord)}, back.noun)) continue;
      take_paragraph(place, *before, back.words);
      found = true;
    }
    if (!found && next && back.is_strong) take_paragraph(place, *next, back.words);
    return found || (next && back.is_strong);
  }

  void take_paragraph(const Place& place, std::size_t paragraph, WordsRange quote) {
    reaches_.push_back({place.safeguard, paragraph, ReachedThings::InIt, place.provision, quote,
                        "speaks-of-the-paragraph-before", "medium"});
  }

  /// A paragraph without powers and offences of its own may speak of the matter of its article.
  bool by_matter(const Place& place) {
    if (place.article == kNone || place.paragraph == place.article || states_anything(place.paragraph)) return false;
    return by_duty_of_article(place) || by_offence_of_article(place);
  }

  /// "Extradition may be refused if ..." in the article on extradition conditions its duty to cooperate.
  bool by_duty_of_article(const Place& place) {
    const auto& acts = acts_.of(place.article);
    auto words = speaks_of(text_, place.sentence, words_.subject_of(place.sentence), acts);
    if (!words && !acts.empty()) words = speaks_of_a_request(text_, place.sentence);
    return words && take_article(place, *words, "speaks-of-its-article", "medium");
  }

  /// "A Party may require that the offence ..." in an article that establishes one.
  bool by_offence_of_article(const Place& place) {
    // Only used to ask which offences are in the article.
    const Reach offences{place.safeguard, place.article, ReachedThings::OffencesInIt, place.provision};
    if (conditioned_by(offences, structure_, facts_).empty()) return false;
    const auto words = speaks_of_the_offence(text_, place.sentence);
    if (!words) return false;
    reaches_.push_back({place.safeguard, place.article, ReachedThings::OffencesInIt, place.provision, *words,
                        "speaks-of-its-article", "medium"});
    return true;
  }

  /// Whether there are offences or powers in the provision.
  [[nodiscard]] bool states_anything(std::size_t provision) const {
    return !conditioned_by({0, provision, ReachedThings::InIt}, structure_, facts_).empty();
  }

  /// The last resort: the provision that contains the safeguard, or its parent if the safeguard is one condition in a
  /// list. Low confidence if there is nothing to condition.
  void by_place(const Place& place) {
    static const RE2 conditional(R"((?is).*\b(?:conditions?|if|unless|provided\s+that|where|grounds)\b[^.;]{0,60})");
    const bool is_a_condition = place.lead.last > 0 && RE2::FullMatch(piece(text_, place.lead), conditional);
    const auto whole = is_a_condition ? structure_[place.provision].parent : place.provision;
    const std::string_view confidence = states_anything(whole) ? "medium" : "low";
    reaches_.push_back({place.safeguard, whole, ReachedThings::InIt, place.provision, {}, "stands-in", confidence});
  }

  const Document& document_;
  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  const std::vector<Fact>& facts_;
  const std::vector<Reference>& references_;
  ScopeWords words_;
  ActsOfArticles acts_;
  std::vector<Reach> reaches_;
};

/// The position after the last provision in `whole`. Provisions are sorted by their start.
std::size_t end_of(const Structure& structure, std::size_t whole) {
  const auto past = std::ranges::partition_point(
      structure, [&](const Provision& provision) { return provision.start < structure[whole].end; });
  return static_cast<std::size_t>(past - structure.begin());
}

/// Whether a fact in the provision is one of the reach's things.
bool is_meant(const Fact& fact, const Reach& reach) {
  const bool is_thing = fact.fact_class == FactClass::Offence || fact.fact_class == FactClass::Power;
  switch (reach.things) {
    case ReachedThings::None:
      return false;
    case ReachedThings::AtIt:
      return is_thing && fact.provision == reach.whole;
    case ReachedThings::InIt:
      return is_thing;
    case ReachedThings::OffencesInIt:
      return fact.fact_class == FactClass::Offence;
    case ReachedThings::PowersInIt:
      return fact.fact_class == FactClass::Power;
    case ReachedThings::DutyToCooperateInIt:
      break;
  }
  return fact.fact_class == FactClass::Power && fact.kind == "cooperation";
}

}  // namespace

std::vector<Reach> reaches_of(const Document& document, const OwnWords& own, const Classification& found,
                              const std::vector<Reference>& references) {
  return ReachFinder(document, own, found, references).find();
}

std::vector<std::size_t> conditioned_by(const Reach& reach, const Structure& structure,
                                        const std::vector<Fact>& facts) {
  std::vector<std::size_t> conditioned;
  if (reach.whole == Reach::kWholeTreaty || reach.things == ReachedThings::None) return conditioned;
  const auto last = end_of(structure, reach.whole);
  for (auto at = std::ranges::lower_bound(facts, reach.whole, {}, &Fact::provision);
       at != facts.end() && at->provision < last; ++at) {
    if (!is_meant(*at, reach)) continue;
    conditioned.push_back(static_cast<std::size_t>(at - facts.begin()));
    if (reach.things == ReachedThings::DutyToCooperateInIt) break;  // it comes first
    if (conditioned.size() > kMostFacts) return {};
  }
  return conditioned;
}

}  // namespace treatygraph::ingest
