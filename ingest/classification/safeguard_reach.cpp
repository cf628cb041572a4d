#include "ingest/classification/safeguard_reach.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <re2/re2.h>

#include "ingest/classification/antecedent.h"
#include "ingest/classification/scope_matter.h"
#include "ingest/classification/scope_sentence.h"
#include "ingest/classification/scope_words.h"

namespace treatygraph::ingest {
namespace {

using Things = Reach::Things;

constexpr auto kNone = Provision::kNoParent;
constexpr std::size_t kMostFacts = 1000;  // a hostile text may have millions; their products would not fit anywhere
constexpr std::size_t kFarBack = 8;       // sentences or paragraphs
constexpr std::size_t kFar = 4000;        // bytes of a paragraph in which a noun is looked for

re2::StringPiece piece(std::string_view text, WordsRange words) {
  return {text.data() + words.first, words.last - words.first};
}

std::size_t end_of(const Structure& structure, std::size_t whole) {
  const auto past = std::ranges::partition_point(
      structure, [&](const Provision& provision) { return provision.start < structure[whole].end; });
  return static_cast<std::size_t>(past - structure.begin());
}

/// A safeguard with the words around it.
struct Place {
  std::size_t safeguard;  ///< position among the facts
  std::size_t provision;  ///< that it stands in
  std::size_t paragraph;  ///< the part of an article that this is or stands in, or itself
  std::size_t article;    ///< kNone outside of articles
  WordsRange stretch;     ///< the provision's own words that hold it
  WordsRange sentence;
  WordsRange lead;  ///< the end of what stands above its list, empty where there is none
};

class ReachFinder {
 public:
  ReachFinder(const Document& document, const OwnWords& own, const Classification& found,
              const std::vector<Reference>& references)
      : text_(document.text),
        structure_(document.structure),
        own_(own),
        facts_(found.facts),
        references_(references),
        words_(text_, structure_, references) {}

  std::vector<Reach> find() {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (facts_[i].fact_class != FactClass::Safeguard) continue;
      const auto place = place_of(i);
      if (!by_own_words(place) && !by_safeguards_before(place) && !by_antecedent(place) && !by_matter(place)) {
        by_place(place);
      }
    }
    by_citation();
    std::ranges::stable_sort(reaches_, {}, [](const Reach& reach) {
      return std::pair{reach.safeguard, reach.quote.last == 0};
    });
    leave_out_what_lies_within();
    return std::move(reaches_);
  }

 private:
  [[nodiscard]] Place place_of(std::size_t safeguard) const {
    const auto& fact = facts_[safeguard];
    Place place{safeguard, fact.provision, fact.provision, kNone, stretch_of(fact), {}, {}};
    place.sentence = scope_sentence(text_, fact.quote, place.stretch);
    for (auto at = fact.provision; at != kNone; at = structure_[at].parent) {
      if (structure_[at].kind == ProvisionKind::Article) {
        place.article = at;
        break;
      }
      place.paragraph = at;
    }
    if (place.article == kNone) place.paragraph = fact.provision;
    const auto parent = structure_[fact.provision].parent;
    if (structure_[fact.provision].kind == ProvisionKind::Point && parent != kNone && !own_.of(parent).empty()) {
      const auto& above = own_.of(parent).front();
      if (above.last <= structure_[fact.provision].start) {
        place.lead = scope_sentence(text_, {above.last - 1, above.last}, above);
      }
    }
    return place;
  }

  bool by_own_words(const Place& place) {
    for (const auto& sentence : {place.sentence, place.lead}) {
      if (sentence.last == 0) continue;
      const auto scope = words_.of(sentence);
      if (scope && !is_of_its_power(place, *scope)) return take(place, *scope, "scope-in-words", "high");
    }
    return false;
  }

  /// "A person suspected of an offence referred to in article 4 shall be taken into custody, only for such time as
  /// ...": the offences tell when the paragraph's power may be used.
  [[nodiscard]] bool is_of_its_power(const Place& place, const NamedScope& scope) const {
    return scope.by == NamedScope::By::Provisions && is_about_offences(scope) &&
           !conditioned_by({0, place.paragraph, Things::FirstPowerInIt}, structure_, facts_).empty();
  }

  [[nodiscard]] bool is_about_offences(const NamedScope& scope) const {
    static const RE2 offences(R"((?i)\b(?:offen[cs]es?|conduct|crimes?)\b)");
    return RE2::PartialMatch(piece(text_, scope.quote), offences);
  }

  bool take(const Place& place, const NamedScope& scope, std::string_view rule, std::string_view confidence) {
    if (scope.by == NamedScope::By::Treaty) return take_treaty(place, scope, rule, confidence);
    for (const auto whole : scope.wholes) {
      reaches_.push_back(
          {place.safeguard, whole, things_of(whole, scope), place.provision, scope.quote, rule, confidence});
    }
    return true;
  }

  /// "Nothing in this Convention shall be interpreted as imposing an obligation to extradite" is about extradition.
  bool take_treaty(const Place& place, const NamedScope& scope, std::string_view rule, std::string_view confidence) {
    if (const auto duty = duty_among(text_, place.sentence, acts_of(place.article))) {
      return take_article(place, *duty, rule, confidence);
    }
    reaches_.push_back(
        {place.safeguard, Reach::kWholeTreaty, Things::None, place.provision, scope.quote, rule, confidence});
    return true;
  }

  bool take_article(const Place& place, WordsRange quote, std::string_view rule, std::string_view confidence) {
    reaches_.push_back(
        {place.safeguard, place.article, Things::FirstPowerInIt, place.provision, quote, rule, confidence});
    return true;
  }

  /// "The offences established in accordance with articles 2 to 11", "the conduct described in paragraph 1": the words
  /// are about what the provisions state.
  [[nodiscard]] Things things_of(std::size_t whole, const NamedScope& scope) const {
    if (scope.by != NamedScope::By::Provisions) return Things::None;
    if (structure_[whole].kind != ProvisionKind::Article) return Things::InIt;
    return is_about_offences(scope) ? Things::OffencesInIt : Things::AtIt;
  }

  /// "Such conditions and safeguards shall, as appropriate, include ...": as far as those of the paragraph before.
  bool by_safeguards_before(const Place& place) {
    static const RE2 back(R"((?is)[\s\d.]*(?:such|these|those)\s+(?:conditions|safeguards|guarantees|limitations).*)");
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

  [[nodiscard]] std::optional<std::size_t> part_before(std::size_t provision) const {
    const auto parent = structure_[provision].parent;
    if (parent == kNone) return std::nullopt;
    const auto& parts = own_.parts_of(parent);
    const auto here = std::ranges::lower_bound(parts, provision);
    if (here == parts.begin() || here == parts.end() || *here != provision) return std::nullopt;
    return *(here - 1);
  }

  /// A paragraph that states a power or an offence is about that, whatever it points back to.
  bool by_antecedent(const Place& place) {
    if (states_anything(place.paragraph)) return false;
    const auto back = points_back(text_, place.sentence, place.lead);
    return back && (by_sentences_before(place) || by_paragraph_before(place, *back));
  }

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

  bool by_paragraph_before(const Place& place, const PointsBack& back) {
    const bool is_first = text_.substr(place.stretch.first, place.sentence.first - place.stretch.first)
                              .find_first_not_of(" \t\n0123456789.()") == std::string_view::npos;
    if (!is_first || place.provision != place.paragraph || place.paragraph == place.article) return false;
    const bool is_plural = back.noun.ends_with('s');
    bool found = false;
    auto before = part_before(place.paragraph);
    for (std::size_t i = 0; i < kFarBack && before && (is_plural || !found); ++i, before = part_before(*before)) {
      const auto& part = structure_[*before];
      if (!has_noun(text_, {part.body, std::min(part.end, part.body + kFar)}, back.noun)) continue;
      reaches_.push_back({place.safeguard, *before, Things::InIt, place.provision, back.words,
                          "speaks-of-the-paragraph-before", "medium"});
      found = true;
    }
    return found;
  }

  bool by_matter(const Place& place) {
    if (place.article == kNone || place.paragraph == place.article || states_anything(place.paragraph)) return false;
    const auto& acts = acts_of(place.article);
    auto words = speaks_of(text_, place.sentence, words_.subject_of(place.sentence), acts);
    if (!words && !acts.empty()) words = speaks_of_a_request(text_, place.sentence);
    return words && take_article(place, *words, "speaks-of-its-article", "medium");
  }

  /// By its heading; of an article without one, what most of its paragraphs speak of.
  [[nodiscard]] const std::vector<std::string>& acts_of(std::size_t article) {
    static const std::vector<std::string> none;
    if (article == kNone) return none;
    const auto [known, is_new] = acts_.try_emplace(article);
    if (!is_new) return known->second;
    const auto& heading = structure_[article].heading;
    return known->second = heading.empty() ? acts_in_most(paragraphs_of(article)) : acts_in(heading);
  }

  [[nodiscard]] std::vector<std::string_view> paragraphs_of(std::size_t article) const {
    std::vector<std::string_view> all;
    for (const auto part : own_.parts_of(article)) {
      const auto& provision = structure_[part];
      if (all.size() < kMostFacts)
        all.push_back(text_.substr(provision.body, std::min(provision.end - provision.body, kFar)));
    }
    return all;
  }

  [[nodiscard]] bool states_anything(std::size_t provision) const {
    return !conditioned_by({0, provision, Things::InIt}, structure_, facts_).empty();
  }

  void by_place(const Place& place) {
    static const RE2 conditional(R"((?is).*\b(?:conditions?|if|unless|provided\s+that|where|grounds)\b[^.;]{0,60})");
    const bool is_a_condition = place.lead.last > 0 && RE2::FullMatch(piece(text_, place.lead), conditional);
    const auto whole = is_a_condition ? structure_[place.provision].parent : place.provision;
    const auto confidence = states_anything(whole) ? "medium" : "low";
    reaches_.push_back({place.safeguard, whole, Things::InIt, place.provision, {}, "stands-in", confidence});
  }

  /// "The powers and procedures referred to in this article shall be subject to Articles 14 and 15."
  void by_citation() {
    for (const auto& reference : references_) {
      if (reference.mode != "subject_to") continue;
      const auto sentence = scope_sentence(text_, {reference.start, reference.end}, near(reference));
      const auto wholes = said_to_be_subject({sentence.first, reference.start}, reference.from);
      for (const auto target : reference.targets) condition(wholes, reference, target);
    }
  }

  /// The subject of "shall be subject to"; of "subject to" alone the provision that says so.
  [[nodiscard]] std::vector<std::size_t> said_to_be_subject(WordsRange before, std::size_t from) const {
    static const RE2 as_predicate(
        R"((?is).*\b(?:shall\s+be|is|are)\s+subject\s+to\s+(?:the\s+)?(?:(?:provisions|conditions)\s+of\s+)?)");
    if (!RE2::FullMatch(piece(text_, before), as_predicate)) return {from};
    const auto scope = words_.of(before);
    return scope && !scope->wholes.empty() ? scope->wholes : std::vector{from};
  }

  void condition(const std::vector<std::size_t>& wholes, const Reference& reference, std::size_t target) {
    const auto last = end_of(structure_, target);
    auto at = std::ranges::lower_bound(facts_, target, {}, &Fact::provision);
    std::size_t taken = 0;
    for (; at != facts_.end() && at->provision < last && taken < kMostFacts; ++at) {
      if (at->fact_class != FactClass::Safeguard) continue;
      ++taken;
      const auto safeguard = static_cast<std::size_t>(at - facts_.begin());
      for (const auto whole : wholes) {
        const auto things = structure_[whole].kind == ProvisionKind::Paragraph ? Things::InIt : Things::AtIt;
        reaches_.push_back(
            {safeguard, whole, things, reference.from, {reference.start, reference.end}, "subject-to", "high"});
      }
    }
  }

  /// The wider scope says it already; the surer of two that are the same stays.
  void leave_out_what_lies_within() {
    std::vector<Reach> left;
    for (auto first = reaches_.begin(); first != reaches_.end();) {
      const auto last =
          std::find_if(first, reaches_.end(), [&](const Reach& reach) { return reach.safeguard != first->safeguard; });
      std::set<std::size_t> wholes;
      for (auto at = first; at != last; ++at) wholes.insert(at->whole);
      std::set<std::size_t> taken;
      for (auto at = first; at != last; ++at) {
        if (!lies_within(at->whole, wholes) && taken.insert(at->whole).second) left.push_back(*at);
      }
      first = last;
    }
    reaches_ = std::move(left);
  }

  [[nodiscard]] bool lies_within(std::size_t whole, const std::set<std::size_t>& wholes) const {
    if (whole == Reach::kWholeTreaty) return false;
    if (wholes.contains(Reach::kWholeTreaty)) return true;
    for (auto above = structure_[whole].parent; above != kNone; above = structure_[above].parent) {
      if (wholes.contains(above)) return true;
    }
    return false;
  }

  [[nodiscard]] WordsRange near(const Reference& reference) const {
    constexpr std::size_t kSentence = 2000;
    const auto& from = structure_[reference.from];
    return {std::max(from.start, reference.start - std::min(reference.start, kSentence)), reference.end};
  }

  [[nodiscard]] WordsRange stretch_of(const Fact& fact) const {
    for (const auto& words : own_.of(fact.provision)) {
      if (words.first <= fact.quote.first && fact.quote.last <= words.last) return words;
    }
    return fact.quote;
  }

  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  const std::vector<Fact>& facts_;
  const std::vector<Reference>& references_;
  ScopeWords words_;
  std::map<std::size_t, std::vector<std::string>> acts_;  ///< by article
  std::vector<Reach> reaches_;
};

bool is_meant(const Fact& fact, const Reach& reach) {
  const bool is_thing = fact.fact_class == FactClass::Offence || fact.fact_class == FactClass::Power;
  switch (reach.things) {
    case Things::None:
      return false;
    case Things::AtIt:
      return is_thing && fact.provision == reach.whole;
    case Things::InIt:
      return is_thing;
    case Things::OffencesInIt:
      return fact.fact_class == FactClass::Offence;
    case Things::FirstPowerInIt:
      break;
  }
  return fact.fact_class == FactClass::Power;
}

}  // namespace

std::vector<Reach> reaches_of(const Document& document, const OwnWords& own, const Classification& found,
                              const std::vector<Reference>& references) {
  return ReachFinder(document, own, found, references).find();
}

std::vector<std::size_t> conditioned_by(const Reach& reach, const Structure& structure,
                                        const std::vector<Fact>& facts) {
  std::vector<std::size_t> conditioned;
  if (reach.whole == Reach::kWholeTreaty || reach.things == Things::None) return conditioned;
  const auto last = end_of(structure, reach.whole);
  for (auto at = std::ranges::lower_bound(facts, reach.whole, {}, &Fact::provision);
       at != facts.end() && at->provision < last; ++at) {
    if (!is_meant(*at, reach)) continue;
    conditioned.push_back(static_cast<std::size_t>(at - facts.begin()));
    if (reach.things == Things::FirstPowerInIt) break;
    if (conditioned.size() > kMostFacts) return {};
  }
  return conditioned;
}

}  // namespace treatygraph::ingest
