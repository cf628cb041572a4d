#include "ingest/classification/scopes_said_elsewhere.h"

#include <algorithm>
#include <set>
#include <utility>

#include <re2/re2.h>

#include "ingest/classification/scope_sentence.h"

namespace treatygraph::ingest {
namespace {

// Limits, because a hostile text may have millions of citations of millions of safeguards.
constexpr std::size_t kMostSafeguards = 1000;  // of one citation
constexpr std::size_t kMostReaches = 100'000;  // of a document

/// The sentence up to the reference. It is searched in 2000 bytes; sentences are shorter than that.
WordsRange sentence_before(const Document& document, const Reference& reference) {
  constexpr std::size_t kSentence = 2000;
  const auto& from = document.structure[reference.from];
  const auto first = std::max(from.start, reference.start - std::min(reference.start, kSentence));
  const auto sentence = scope_sentence(document.text, {reference.start, reference.end}, {first, reference.end});
  return {sentence.first, reference.start};
}

/// Whether the words end with "shall be subject to" and do not begin with "nothing".
bool says_what_is_subject(const re2::StringPiece& before) {
  static const RE2 predicate(
      R"((?is).*\b(?:shall\s+be|is|are)\s+subject\s+to\s+(?:the\s+)?(?:(?:provisions|conditions)\s+of\s+)?)");
  static const RE2 denies(R"((?is)[\W\d]*nothing\b.*)");
  return RE2::FullMatch(before, predicate) && !RE2::FullMatch(before, denies);
}

/// Whether `part` is `whole` or inside it. "Subject to the provisions of this article" does not name one of the
/// article's safeguards.
bool stands_in(std::size_t part, std::size_t whole, const Structure& structure) {
  for (auto at = part; at != Provision::kNoParent; at = structure[at].parent) {
    if (at == whole) return true;
  }
  return false;
}

class SaidElsewhere {
 public:
  SaidElsewhere(const Document& document, const ScopeWords& words, const std::vector<Fact>& facts,
                const std::vector<Reference>& references)
      : text_(document.text), structure_(document.structure), words_(words), facts_(facts), references_(references) {}

  std::vector<Reach> find(const Document& document) {
    for (const auto& reference : references_) {
      if (reaches_.size() > kMostReaches) break;
      if (reference.targets.empty()) continue;
      const auto before = sentence_before(document, reference);
      if (reference.mode == "subject_to" && says_what_is_subject(piece(before))) {
        be_subject(before, reference);
      } else {
        apply(before, reference);
      }
    }
    return std::move(reaches_);
  }

 private:
  /// "The powers and procedures referred to in this article shall be subject to" the reference's safeguards.
  void be_subject(WordsRange before, const Reference& reference) {
    const auto scope = words_.of(before);
    const auto wholes = scope && !scope->wholes.empty() ? scope->wholes : std::vector{reference.from};
    for (const auto target : reference.targets) {
      if (!stands_in(reference.from, target, structure_)) condition(wholes, reference, target, "subject-to");
    }
  }

  /// "The conditions and safeguards of this article shall apply to" what the reference names.
  void apply(WordsRange before, const Reference& reference) {
    static const RE2 safeguards_apply(
        R"((?is)([\W\d]*(?:the|such|these)\s+(?:[a-z]+\s+){0,4}?(?:conditions|safeguards|guarantees)\b.*)\bshall\s+(?:also\s+)?apply\b[^.;]*\bto\b.*)");
    re2::StringPiece subject;
    if (!RE2::FullMatch(piece(before), safeguards_apply, &subject)) return;
    const WordsRange words{before.first, before.first + subject.size()};
    for (const auto giver : named_in(words, reference.from)) condition(reference.targets, reference, giver, "apply-to");
  }

  /// The provisions whose safeguards the subject means: those that it cites or, if it cites none, the article of the
  /// sentence.
  [[nodiscard]] std::vector<std::size_t> named_in(WordsRange words, std::size_t from) const {
    std::vector<std::size_t> named;
    auto reference = std::ranges::lower_bound(references_, words.first, {}, &Reference::start);
    for (; reference != references_.end() && reference->end <= words.last; ++reference) {
      named.insert(named.end(), reference->targets.begin(), reference->targets.end());
    }
    for (auto at = from; named.empty() && at != Provision::kNoParent; at = structure_[at].parent) {
      if (is_unit(structure_[at].kind)) named.push_back(at);
    }
    return named;
  }

  /// The safeguards in `target` condition each of `wholes`.
  void condition(const std::vector<std::size_t>& wholes, const Reference& reference, std::size_t target,
                 std::string_view rule) {
    if (!said_.emplace(target, wholes).second) return;
    auto at = std::ranges::lower_bound(facts_, target, {}, &Fact::provision);
    std::size_t taken = 0;
    for (; at != facts_.end() && structure_[at->provision].start < structure_[target].end && taken < kMostSafeguards;
         ++at) {
      if (at->fact_class != FactClass::Safeguard) continue;
      ++taken;
      const auto safeguard = static_cast<std::size_t>(at - facts_.begin());
      for (const auto whole : wholes) {
        const bool is_fine = structure_[whole].kind == ProvisionKind::Paragraph;
        reaches_.push_back({safeguard,
                            whole,
                            is_fine ? Reach::ReachedThings::InIt : Reach::ReachedThings::AtIt,
                            reference.from,
                            {reference.start, reference.end},
                            rule,
                            "high"});
      }
    }
  }

  [[nodiscard]] re2::StringPiece piece(WordsRange words) const {
    return {text_.data() + words.first, words.last - words.first};
  }

  std::string_view text_;
  const Structure& structure_;
  const ScopeWords& words_;
  const std::vector<Fact>& facts_;
  const std::vector<Reference>& references_;
  std::set<std::pair<std::size_t, std::vector<std::size_t>>> said_;
  std::vector<Reach> reaches_;
};

}  // namespace

std::vector<Reach> said_elsewhere(const Document& document, const ScopeWords& words, const std::vector<Fact>& facts,
                                  const std::vector<Reference>& references) {
  return SaidElsewhere(document, words, facts, references).find(document);
}

}  // namespace treatygraph::ingest
