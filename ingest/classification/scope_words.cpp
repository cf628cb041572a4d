// The citations of the document are known, so the words before each of them decide whether it names a scope.
// "Assistance under article 8" does: a noun that can be limited leads to it. "In accordance with article 8" says how
// something is done, and "other than article 8" is an exception. Expressions look back at most kFarthestNoun bytes, so
// their cost does not grow with the sentence.

#include "ingest/classification/scope_words.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>
#include <re2/re2.h>

#include "ingest/structure/words_piece.h"

namespace treatygraph::ingest {
namespace {

using By = NamedScope::By;

constexpr std::string_view kTreaty =
    R"((?:this|the\s+present)\s+(?:convention|covenant|agreement|treaty|protocol|charter|statute|pact)\b)";
/// How far before "rights" the words "respect for" are looked for, in bytes.
constexpr std::size_t kNear = 60;
constexpr std::size_t kFarthestNoun = 400;  // the longest distance from a noun to its provision

/// Whether the words before a reference make it an exception or a reservation, or say in what way something is done.
bool is_no_scope(const Reference& reference, const re2::StringPiece& before) {
  static const RE2 as_defined(
      R"((?is).*\b(?:offen[cs]es?|conduct|acts?|crimes?|rights|freedoms|exercise)\s+as\s+[a-z]+\s+(?:[a-z]+\s+){1,2})");
  static const std::array<std::string_view, 4> modes = {"subject_to", "notwithstanding", "without_prejudice", "except"};
  static const RE2 excepts(
      R"((?is).*\b(?:other\s+than|in\s+addition\s+to|further\s+to|except|excluding|as\s+(?:set\s+(?:forth|out)|provided|defined|specified)|within\s+the\s+meaning\s+of|in\s+the\s+absence\s+of|contrary\s+to)\b[^,;.]{0,100})");
  static const RE2 in_what_way(
      R"((?is)(?:.*,)?[\W\d]*(?:in\s+(?:accordance|compliance|conformity)\s+with|pursuant\s+to|consistent\s+with|by\s+virtue\s+of|in\s+pursuance\s+of)\b[^,;.]{0,80})");
  static const RE2 derogates(R"((?is).*\bderogat[a-z]*\s+from\b[^,;.]{0,40})");
  if (RE2::FullMatch(before, derogates)) return false;  // the conditions apply to what is derogated from
  if (std::ranges::find(modes, reference.mode) != modes.end() || RE2::FullMatch(before, in_what_way)) return true;
  return RE2::FullMatch(before, excepts) && !RE2::FullMatch(before, as_defined);
}

/// Everything that is neither a unit nor a part of one.
bool is_division(ProvisionKind kind) {
  if (is_unit(kind)) return false;
  switch (kind) {
    case ProvisionKind::Paragraph:
    case ProvisionKind::Point:
    case ProvisionKind::Recital:
      return false;
    default:
      return true;
  }
}

/// Whether a reference means its own provision: "this article", "the present paragraph".
bool points_at_its_own(const Reference& reference) {
  static const RE2 own(R"((?i)(?:this|the\s+present)\s+[a-z-]+)");
  return RE2::FullMatch(reference.quote, own);
}

}  // namespace

WordsRange ScopeWords::subject_of(WordsRange sentence) const {
  static const RE2 modal(R"((?i)\b(?:shall|may|must|should)\b)");
  static const RE2 verb(
      R"((?i)\b(?:appl(?:y|ies)|is|are|does|do|entitles?|affects?|prejudices?|prevents?|precludes?)\b)");
  const auto here = piece(text_, sentence);
  re2::StringPiece found;
  const bool has_subject = modal.Match(here, 0, here.size(), RE2::UNANCHORED, &found, 1) ||
                           verb.Match(here, 0, here.size(), RE2::UNANCHORED, &found, 1);
  return {sentence.first, has_subject ? offset_in(text_, found) : sentence.first};
}

// The treaty first: "Nothing in this Convention shall affect article 5" is about the Convention.
std::optional<NamedScope> ScopeWords::of(WordsRange sentence) const {
  const auto subject = subject_of(sentence);
  if (auto scope = treaty_in(sentence, subject)) return scope;
  if (auto scope = provisions_in(subject, true)) return scope;
  return provisions_in({subject.last, sentence.last}, false);
}

/// Whether a reference begins in these words.
bool ScopeWords::holds_reference(WordsRange words) const {
  const auto next = std::ranges::lower_bound(*references_, words.first, {}, &Reference::start);
  return next != references_->end() && next->start < words.last;
}

/// The whole treaty as the subject ("Nothing in this Convention shall ..."), or through its duties, powers or rights
/// ("in implementing their obligations under this Convention").
std::optional<NamedScope> ScopeWords::treaty_in(WordsRange sentence, WordsRange subject) const {
  static const RE2 as_subject(fmt::format(
      R"((?i)[\W\d]*(?:[^,]{{0,80}},\s*)?((?:nothing\s+(?:contained\s+)?in\s+|the\s+provisions\s+of\s+)?{})\s*)",
      kTreaty));
  static const RE2 duties(fmt::format(
      R"((?i)\b((?:obligations?|duties|commitments|powers|procedures|measures|provisions|implementation|application))"
      R"((?:\s+[a-z-]+){{0,6}}?\s+(?:under|in|of|by|pursuant\s+to)\s+{0}|)"
      R"((?:in|when|while)\s+(?:implementing|applying|carrying\s+out)\s+{0}))",
      kTreaty));
  static const RE2 rights(fmt::format(
      R"((?i)\b((?:respect|ensure|secure|guarantee|enjoyment\s+of|exercise\s+of)\s[^.;]{{0,100}}?\b(?:rights|freedoms))"
      R"((?:\s+[a-z-]+){{0,6}}?\s+(?:under|in|by)\s+{}))",
      kTreaty));
  static const RE2 whose_rights(fmt::format(
      R"((?i)\b((?:rights|freedoms)(?:\s+[a-z-]+){{0,6}}?\s+(?:(?:under|in|by)\s+{}|herein\s+[a-z]+)))", kTreaty));
  re2::StringPiece words;
  if (RE2::FullMatch(piece(text_, subject), as_subject, &words) ||
      (RE2::PartialMatch(piece(text_, subject), whose_rights, &words) && !is_respected(words.data()))) {
    return NamedScope{By::Treaty, {}, range_of(text_, words)};
  }
  for (const auto* nouns : {&duties, &rights}) {
    auto rest = piece(text_, sentence);
    while (RE2::FindAndConsume(&rest, *nouns, &words)) {
      const auto range = range_of(text_, words);
      if (!says_less(range, sentence)) return NamedScope{By::Treaty, {}, range};
    }
  }
  return std::nullopt;
}

/// Whether the rights come after "respect for": "on the basis of respect for human rights as recognized in this
/// Convention" describes an action, not a scope.
bool ScopeWords::is_respected(const char* rights) const {
  static const RE2 respect(R"((?is).*\brespect\s+for\s+(?:[a-z]+\s+){0,2})");
  const auto at = static_cast<std::size_t>(rights - text_.data());
  return RE2::FullMatch(piece(text_, {at - std::min(at, kNear), at}), respect);
}

/// Whether words that seem to name the treaty are about less: "measures against offences established in accordance with
/// this Convention", "consistent with its obligations under this Convention", "respect for the rights recognized in
/// this Convention".
bool ScopeWords::says_less(WordsRange words, WordsRange sentence) const {
  static const RE2 only_belongs(R"((?i)\b(?:offen[cs]es?|crimes?|requests?)\b|^respect\s+for\b)");
  static const RE2 manner(
      R"((?is).*\b(?:(?:with|pursuant\s+to|under|to|notwithstanding|purposes?\s+of|by)\s+(?:[a-z]+\s+){0,2}|in\s+the\s+))");
  static const RE2 in_doing(R"((?i)^(?:implementation|application)\b)");
  const WordsRange before{std::max(sentence.first, words.first - std::min(words.first, kFarthestNoun)), words.first};
  if (holds_reference(words) || RE2::PartialMatch(piece(text_, words), only_belongs)) return true;
  return !RE2::PartialMatch(piece(text_, words), in_doing) && RE2::FullMatch(piece(text_, before), manner);
}

/// The beginning of the words that lead to the reference, if they make it a scope. In the subject, any reference is
/// one.
std::optional<std::size_t> ScopeWords::leads_to(const Reference& reference, WordsRange region, bool is_subject) const {
  static const RE2 limited_thing(
      R"((?is).*?\b((?:nothing|offen[cs]es?|criminali[sz]ation|conduct|acts?|crimes?|powers?|procedures?|measures?|actions?|decisions?|rules?|requests?|assistance|co-?operation|extradition|surrender|transfer(?:red)?|transmission|disclosure|preservation|information|evidence|orders?|liability|liable|obligations?|rights|freedoms?|proceedings|custody|conditions?|activities|exercise|provisions)(?:\s+[a-z-]+){0,6}?\s+(?:in|under|by|of|to|with|to\s+which)\s+(?:the\s+)?(?:above\s+)?))");
  static const RE2 set_aside(
      R"((?is).*?\b((?:not\s+(?:to\s+)?apply|bound\s+by|gives?\s+effect\s+to|derogat[a-z]+\s+from)(?:,[^,;.]{0,40},)?\s+(?:the\s+provisions\s+of\s+)?))");
  // "such measures as may be necessary to", "treat information as confidential in accordance with"
  static const RE2 does_not_lead(R"((?i)\bnecessary\b|\sas\s+confidential\b)");
  const WordsRange before{std::max(region.first, reference.start - std::min(reference.start, kFarthestNoun)),
                          reference.start};
  static const RE2 safeguards(R"((?is).*\b(?:safeguards|guarantees)\b[^,;.]{0,60})");  // these impose the limits
  if (is_no_scope(reference, piece(text_, before)) || RE2::FullMatch(piece(text_, before), safeguards)) {
    return std::nullopt;
  }
  re2::StringPiece lead;
  const bool leads = RE2::FullMatch(piece(text_, before), limited_thing, &lead) ||
                     RE2::FullMatch(piece(text_, before), set_aside, &lead);
  if (leads && !RE2::PartialMatch(lead, does_not_lead)) return offset_in(text_, lead);
  return is_subject ? std::optional(reference.start) : std::nullopt;
}

/// Whether two references have the same level: "Article 5" and "paragraph 2", or "Section 2" and "Section 3", but not
/// "Section 2" and "this chapter".
bool ScopeWords::is_alike(std::size_t one, std::size_t other) const {
  const auto kind = (*structure_)[one].kind;
  const auto other_kind = (*structure_)[other].kind;
  return is_division(kind) ? kind == other_kind : !is_division(other_kind);
}

/// The provisions that the references of a region name. A numbered provision takes precedence over "this article".
std::optional<NamedScope> ScopeWords::provisions_in(WordsRange region, bool is_subject) const {
  std::optional<NamedScope> named;
  std::optional<NamedScope> own;
  auto reference = std::ranges::lower_bound(*references_, region.first, {}, &Reference::start);
  for (; reference != references_->end() && reference->end <= region.last; ++reference) {
    if (reference->targets.empty()) continue;
    const auto first = leads_to(*reference, region, is_subject);
    if (!first) continue;
    const bool division = is_division((*structure_)[reference->targets.front()].kind);
    if (!division && points_at_its_own(*reference)) {
      if (!own) own = NamedScope{By::Article, reference->targets, {*first, reference->end}};
    } else if (!named) {
      named = NamedScope{division ? By::Division : By::Provisions, reference->targets, {*first, reference->end}};
    } else if (is_alike(named->wholes.front(), reference->targets.front())) {
      named->wholes.insert(named->wholes.end(), reference->targets.begin(), reference->targets.end());
    }
  }
  return named ? named : own;
}

}  // namespace treatygraph::ingest
