#include "ingest/classification/safeguard_reach.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <re2/re2.h>

#include "ingest/classification/phrase_matcher.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;
constexpr std::size_t kMostFacts = 1000;  // a hostile text may have millions; their products would not fit anywhere

/// What a safeguard is said to condition, and in what.
struct Scope {
  bool offences = true;
  bool powers = true;
  std::string within;  ///< "section", "article", "convention"
  WordsRange quote;
};

re2::StringPiece piece(std::string_view text, WordsRange words) {
  return {text.data() + words.first, words.last - words.first};
}

WordsRange range_of(std::string_view text, const re2::StringPiece& words) {
  const auto first = static_cast<std::size_t>(words.data() - text.data());
  return {first, first + words.size()};
}

std::string lower(std::string text) {
  for (auto& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return text;
}

/// "This article shall not be interpreted as ...", "Nothing in this Convention shall ...": the sentence is about it
/// all.
std::optional<Scope> subject_of(std::string_view text, WordsRange sentence) {
  static const RE2 subject(
      R"((?i)[\W\d]*((?:nothing\s+(?:contained\s+)?in\s+|the\s+provisions\s+of\s+)?(?:this|the\s+present)\s+([a-z]+)))");
  auto rest = piece(text, sentence);
  re2::StringPiece words;
  std::string within;
  if (!RE2::Consume(&rest, subject, &words, &within)) return std::nullopt;
  return Scope{true, true, lower(within), range_of(text, words)};
}

/// "the powers and procedures provided for in this Section"
std::optional<Scope> scope_in(std::string_view text, WordsRange sentence) {
  static const RE2 scope(
      R"((?i)\b((offences?|offenses?)|(powers|procedures|measures|actions|decisions|requests?|assistance|extradition|co-?operation)|provisions|obligations|nothing)\b[^.;:]*?\b(?:in|under|of|to|with)\s+(?:this|the\s+present)\s+([a-z]+))");
  std::array<re2::StringPiece, 5> found;
  const auto here = piece(text, sentence);
  if (!scope.Match(here, 0, here.size(), RE2::UNANCHORED, found.data(), 5)) return std::nullopt;
  const bool only_offences = !found[2].empty();
  const bool only_powers = !found[3].empty();
  return Scope{!only_powers, !only_offences, lower(std::string(found[4])), range_of(text, found[0])};
}

std::size_t end_of(const Structure& structure, std::size_t whole) {
  const auto past = std::ranges::partition_point(
      structure, [&](const Provision& provision) { return provision.start < structure[whole].end; });
  return static_cast<std::size_t>(past - structure.begin());
}

class ReachFinder {
 public:
  ReachFinder(const Document& document, const OwnWords& own, const Classification& found,
              const std::vector<Reference>& references)
      : text_(document.text), structure_(document.structure), own_(own), facts_(found.facts), references_(references) {}

  std::vector<Reach> find() {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      if (facts_[i].fact_class != FactClass::Safeguard) continue;
      const auto known = reaches_.size();
      by_own_words(i);
      if (reaches_.size() == known) by_previous_paragraph(i);
      if (reaches_.size() == known) by_place(i);
    }
    by_citation();
    std::ranges::stable_sort(reaches_, {}, [](const Reach& reach) {
      return std::pair{reach.safeguard, reach.quote.last == 0};
    });
    return std::move(reaches_);
  }

 private:
  /// The provision called so that `from` stands in; none for "this Convention", whose parts are all meant.
  [[nodiscard]] std::vector<std::size_t> named(std::string_view kind, std::size_t from) const {
    const bool whole_treaty = kind == "convention" || kind == "agreement" || kind == "treaty" || kind == "protocol" ||
                              kind == "statute" || kind == "covenant" || kind == "charter";
    if (whole_treaty) return outermost();
    for (auto at = from; at != kNone; at = structure_[at].parent) {
      if (name_of(structure_[at].kind) == kind) return {at};
    }
    return {};
  }

  [[nodiscard]] std::vector<std::size_t> outermost() const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      const auto kind = structure_[i].kind;
      const bool counts = kind != ProvisionKind::Preamble && kind != ProvisionKind::Recital;
      if (counts && structure_[i].parent == kNone) all.push_back(i);
    }
    return all.size() > kMostFacts ? std::vector<std::size_t>() : all;
  }

  void by_own_words(std::size_t safeguard) {
    const auto& fact = facts_[safeguard];
    const auto words = stretch_of(fact);
    const auto sentence = sentence_around(text_, fact.quote, words);
    const auto known = reaches_.size();
    auto scope = subject_of(text_, sentence);
    if (!scope || named(scope->within, fact.provision).empty()) {
      by_cited_offences(safeguard, sentence);
      if (reaches_.size() > known) return;
      scope = scope_in(text_, sentence);
    }
    if (!scope) return;
    for (const auto whole : named(scope->within, fact.provision)) {
      reaches_.push_back(
          {safeguard, whole, scope->offences, scope->powers, fact.provision, scope->quote, "scope-in-words", "high"});
    }
  }

  /// "the criminal offences established in accordance with Articles 2 through 11 are punishable by ..."
  void by_cited_offences(std::size_t safeguard, WordsRange sentence) {
    static const RE2 leads_in(R"((?is).*\b(?:(offences?|offenses?)|(powers|procedures|measures))\b[^.;:]{0,60})");
    static const RE2 excepts(R"((?is).*\b(?:other\s+than|except|excluding)\b[^.;:]{0,60})");
    const auto provision = facts_[safeguard].provision;
    auto reference = std::ranges::lower_bound(references_, sentence.first, {}, &Reference::start);
    for (; reference != references_.end() && reference->end <= sentence.last; ++reference) {
      std::string offences, powers;
      if (reference->from != provision || RE2::FullMatch(piece(text_, {sentence.first, reference->start}), excepts) ||
          !RE2::FullMatch(piece(text_, {sentence.first, reference->start}), leads_in, &offences, &powers)) {
        continue;
      }
      for (const auto target : reference->targets) {
        if (!holds_any(target, !offences.empty())) continue;
        reaches_.push_back({safeguard,
                            target,
                            powers.empty(),
                            offences.empty(),
                            provision,
                            {reference->start, reference->end},
                            "cited-in-words",
                            "high"});
      }
    }
  }

  [[nodiscard]] bool holds_any(std::size_t whole, bool offences) const {
    return !conditioned_by({0, whole, offences, !offences, 0, {}, {}, {}}, structure_, facts_).empty();
  }

  /// "Such conditions and safeguards shall, as appropriate, include ...": as far as those of the paragraph before.
  void by_previous_paragraph(std::size_t safeguard) {
    static const RE2 points_back(
        R"((?is)[\s\d.]*(?:such|these|those)\s+(?:conditions|safeguards|guarantees|limitations).*)");
    const auto& fact = facts_[safeguard];
    if (!RE2::FullMatch(piece(text_, stretch_of(fact)), points_back)) return;
    const auto parent = structure_[fact.provision].parent;
    if (parent == kNone) return;
    const auto& parts = own_.parts_of(parent);
    const auto here = std::ranges::find(parts, fact.provision);
    if (here == parts.begin() || here == parts.end()) return;
    const auto before = *(here - 1);
    const auto known = reaches_.size();
    for (auto i = known; i-- > 0 && facts_[reaches_[i].safeguard].provision >= before;) {
      auto reach = reaches_[i];
      if (facts_[reach.safeguard].provision != before || reach.quote.last == 0) continue;
      const auto first_new = reaches_.begin() + static_cast<std::ptrdiff_t>(known);
      if (std::find_if(first_new, reaches_.end(), [&](const Reach& r) { return r.whole == reach.whole; }) !=
          reaches_.end())
        continue;
      reach.safeguard = safeguard;
      reach.rule = "as-the-paragraph-before";
      reach.confidence = "medium";
      reaches_.push_back(reach);
    }
  }

  void by_place(std::size_t safeguard) {
    const auto provision = facts_[safeguard].provision;
    auto whole = provision;
    for (auto at = provision; at != kNone; at = structure_[at].parent) {
      if (structure_[at].kind == ProvisionKind::Article) whole = at;
    }
    reaches_.push_back({safeguard, whole, true, true, provision, {}, "stands-in", "low"});
  }

  /// "The powers and procedures referred to in this article shall be subject to Articles 14 and 15."
  void by_citation() {
    for (const auto& reference : references_) {
      if (reference.mode != "subject_to") continue;
      const auto sentence = sentence_around(text_, {reference.start, reference.end}, near(reference));
      const auto scope = scope_in(text_, {sentence.first, reference.start});
      auto wholes = scope ? named(scope->within, reference.from) : std::vector<std::size_t>();
      if (wholes.empty()) wholes.push_back(reference.from);
      for (const auto target : reference.targets) condition(wholes, scope.value_or(Scope()), reference, target);
    }
  }

  void condition(const std::vector<std::size_t>& wholes, const Scope& scope, const Reference& reference,
                 std::size_t target) {
    const auto last = end_of(structure_, target);
    auto at = std::ranges::lower_bound(facts_, target, {}, &Fact::provision);
    std::size_t taken = 0;
    for (; at != facts_.end() && at->provision < last && taken < kMostFacts; ++at) {
      if (at->fact_class != FactClass::Safeguard) continue;
      ++taken;
      const auto safeguard = static_cast<std::size_t>(at - facts_.begin());
      for (const auto whole : wholes) {
        reaches_.push_back({safeguard,
                            whole,
                            scope.offences,
                            scope.powers,
                            reference.from,
                            {reference.start, reference.end},
                            "subject-to",
                            "high"});
      }
    }
  }

  [[nodiscard]] WordsRange near(const Reference& reference) const {
    constexpr std::size_t kFar = 2000;
    const auto& from = structure_[reference.from];
    return {std::max(from.start, reference.start - std::min(reference.start, kFar)), reference.end};
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
  std::vector<Reach> reaches_;
};

}  // namespace

std::vector<Reach> reaches_of(const Document& document, const OwnWords& own, const Classification& found,
                              const std::vector<Reference>& references) {
  return ReachFinder(document, own, found, references).find();
}

std::vector<std::size_t> conditioned_by(const Reach& reach, const Structure& structure,
                                        const std::vector<Fact>& facts) {
  const auto last = end_of(structure, reach.whole);
  std::vector<std::size_t> conditioned;
  for (auto at = std::ranges::lower_bound(facts, reach.whole, {}, &Fact::provision);
       at != facts.end() && at->provision < last; ++at) {
    const bool is_meant = (at->fact_class == FactClass::Offence && reach.offences) ||
                          (at->fact_class == FactClass::Power && reach.powers);
    if (is_meant) conditioned.push_back(static_cast<std::size_t>(at - facts.begin()));
    if (conditioned.size() > kMostFacts) return {};
  }
  return conditioned;
}

}  // namespace treatygraph::ingest
