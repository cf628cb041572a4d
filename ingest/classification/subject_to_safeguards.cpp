#include "ingest/classification/subject_to_safeguards.h"

#include <algorithm>
#include <set>
#include <utility>

#include <re2/re2.h>

#include "ingest/classification/scope_sentence.h"

namespace treatygraph::ingest {
namespace {

// A hostile text may have millions of citations of millions of safeguards.
constexpr std::size_t kMostSafeguards = 1000;  // of one citation
constexpr std::size_t kMostReaches = 100'000;  // of a document

/// Up to the reference; sentences are shorter than this.
WordsRange sentence_before(const Document& document, const Reference& reference) {
  constexpr std::size_t kSentence = 2000;
  const auto& from = document.structure[reference.from];
  const auto first = std::max(from.start, reference.start - std::min(reference.start, kSentence));
  const auto sentence = scope_sentence(document.text, {reference.start, reference.end}, {first, reference.end});
  return {sentence.first, reference.start};
}

bool says_what_is_subject(const re2::StringPiece& before) {
  static const RE2 predicate(
      R"((?is).*\b(?:shall\s+be|is|are)\s+subject\s+to\s+(?:the\s+)?(?:(?:provisions|conditions)\s+of\s+)?)");
  static const RE2 denies(R"((?is)[\W\d]*nothing\b.*)");
  return RE2::FullMatch(before, predicate) && !RE2::FullMatch(before, denies);
}

/// "Subject to the provisions of this article" says nothing of one of its safeguards.
bool stands_in(std::size_t part, std::size_t whole, const Structure& structure) {
  for (auto at = part; at != Provision::kNoParent; at = structure[at].parent) {
    if (at == whole) return true;
  }
  return false;
}

void condition(const std::vector<std::size_t>& wholes, const Reference& reference, std::size_t target,
               const Structure& structure, const std::vector<Fact>& facts, std::vector<Reach>& reaches) {
  auto at = std::ranges::lower_bound(facts, target, {}, &Fact::provision);
  std::size_t taken = 0;
  for (; at != facts.end() && structure[at->provision].start < structure[target].end && taken < kMostSafeguards; ++at) {
    if (at->fact_class != FactClass::Safeguard) continue;
    ++taken;
    const auto safeguard = static_cast<std::size_t>(at - facts.begin());
    for (const auto whole : wholes) {
      const bool is_fine = structure[whole].kind == ProvisionKind::Paragraph;
      reaches.push_back({safeguard,
                         whole,
                         is_fine ? Reach::Things::InIt : Reach::Things::AtIt,
                         reference.from,
                         {reference.start, reference.end},
                         "subject-to",
                         "high"});
    }
  }
}

}  // namespace

std::vector<Reach> said_to_be_subject(const Document& document, const ScopeWords& words, const std::vector<Fact>& facts,
                                      const std::vector<Reference>& references) {
  std::vector<Reach> reaches;
  std::set<std::pair<std::size_t, std::vector<std::size_t>>> said;
  for (const auto& reference : references) {
    if (reaches.size() > kMostReaches) break;
    if (reference.mode != "subject_to") continue;
    const auto before = sentence_before(document, reference);
    if (!says_what_is_subject({document.text.data() + before.first, before.last - before.first})) continue;
    const auto scope = words.of(before);
    const auto wholes = scope && !scope->wholes.empty() ? scope->wholes : std::vector{reference.from};
    for (const auto target : reference.targets) {
      if (stands_in(reference.from, target, document.structure) || !said.emplace(target, wholes).second) continue;
      condition(wholes, reference, target, document.structure, facts, reaches);
    }
  }
  return reaches;
}

}  // namespace treatygraph::ingest
