// Works in two passes over the text. The first counts how often each name is written with a capital, apart from
// beginnings of sentences, because treaties differ: in one with a term "Area", "area" is an ordinary word. The second
// takes matches greedily, longest first, and keeps the first use of each term in each provision.

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>

#include "ingest/classification/term_index.h"
#include "ingest/classification/terms.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kNoTerm = static_cast<std::size_t>(-1);

/// How often a name begins with a capital and with a lower-case letter. Places where any word has a capital are not
/// counted.
struct Letters {
  std::size_t capital = 0, small = 0;
};

class UseFinder {
 public:
  UseFinder(const Document& document, const OwnWords& own, const std::vector<DefinedTerm>& terms)
      : text_(document.text), structure_(document.structure), own_(own), terms_(terms), index_(terms) {
    for (const auto& term : terms) has_small_name_ = has_small_name_ || !begins_with_capital(term.name);
  }

  std::vector<TermUse> find() {
    if (terms_.empty()) return {};
    for_each_stretch([this](std::size_t provision, const Stretch& stretch) { count_letters(provision, stretch); });
    for_each_stretch([this](std::size_t provision, const Stretch& stretch) { choose(provision, stretch); });
    return std::move(uses_);
  }

 private:
  /// A range of a provision's own words, with all matches in it.
  struct Stretch {
    std::vector<TermWord> words;
    std::vector<TermMatch> matches;
  };

  /// Calls each(provision, stretch) for stretches with a match, and sorts the uses of each provision when it ends.
  template <typename Each>
  void for_each_stretch(Each each) {
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      if (structure_[i].kind == ProvisionKind::Preamble || structure_[i].kind == ProvisionKind::Recital) continue;
      for (const auto& range : own_.of(i)) {
        Stretch stretch{term_words(text_, range), {}};
        stretch.matches = index_.matches_in(stretch.words);
        if (!stretch.matches.empty()) each(i, stretch);
      }
      sort_from(first_of_provision_);
      first_of_provision_ = uses_.size();
    }
  }

  void count_letters(std::size_t provision, const Stretch& stretch) {
    for (const auto& match : stretch.matches) {
      const auto& word = stretch.words[match.first];
      const auto term = meant(match, stretch.words, provision);
      if (term == kNoTerm || match.form != UseForm::Name || word.begins_phrase) continue;
      if (follows_capital(match, stretch.words) || precedes_capital(match, stretch.words)) continue;
      auto& letters = letters_[term];
      ++(word.is_capitalised ? letters.capital : letters.small);
    }
  }

  /// Takes the matches in their order. No match may overlap one that was taken.
  void choose(std::size_t provision, const Stretch& stretch) {
    std::vector<bool> taken(stretch.words.size(), false);
    for (const auto& match : stretch.matches) {
      const auto first = taken.begin() + static_cast<std::ptrdiff_t>(match.first);
      const auto last = first + static_cast<std::ptrdiff_t>(match.count);
      if (std::find(first, last, true) != last) continue;
      const auto term = meant(match, stretch.words, provision);
      if (term == kNoTerm || !has_its_letters(term, match, stretch.words)) continue;
      std::fill(first, last, true);
      const WordsRange quote{stretch.words[match.quote_first].at.first, stretch.words[match.quote_last].at.last};
      add({provision, term, quote, match.form});
    }
  }

  /// Keeps one use of a term in a provision, unless it is in a definition of the term.
  void add(const TermUse& use) {
    if (is_before_its_name(use)) return;
    if (is_own_definition(terms_[use.term], use)) return;
    for (const auto& further : terms_[use.term].further) {
      if (is_own_definition(further, use)) return;
    }
    const auto [known, is_new] = in_provision_.try_emplace({use.provision, use.term}, uses_.size());
    if (is_new) {
      uses_.push_back(use);
    } else if (is_better(use, uses_[known->second])) {
      uses_[known->second] = use;
    }
  }

  /// Whether the use comes before the words "hereinafter referred to as". An ordinary word has its defined meaning only
  /// after them; a name with a capital also has it before.
  [[nodiscard]] bool is_before_its_name(const TermUse& use) const {
    const auto& term = terms_[use.term];
    return !term.fills_provision && !begins_with_capital(term.name) && use.quote.first < term.quote.first;
  }

  /// A whole name is better than another form; then the first use is better.
  static bool is_better(const TermUse& use, const TermUse& other) {
    const auto rank = [](const TermUse& of) { return of.form == UseForm::Name ? 0 : 1; };
    return std::pair(rank(use), use.quote.first) < std::pair(rank(other), other.quote.first);
  }

  /// Puts the uses of a provision into text order. They were found longest first.
  void sort_from(std::size_t first) {
    std::ranges::sort(uses_.begin() + static_cast<std::ptrdiff_t>(first), uses_.end(), {},
                      [](const TermUse& use) { return std::pair(use.quote.first, use.term); });
    in_provision_.clear();
  }

  /// Whether the use is in the definition itself. A name that is given in passing is used by the words after it.
  [[nodiscard]] bool is_own_definition(const Definition& definition, const TermUse& use) const {
    if (definition.fills_provision) return is_within(use.provision, definition.provision);
    return use.provision == definition.provision && use.quote.first < definition.quote.last;
  }

  /// Whether the use has the capitals that the treaty gives the term. In a treaty with the term "Area", "area" is not a
  /// use of it. If the treaty writes "public officials", "Public Officials" is part of another name.
  [[nodiscard]] bool has_its_letters(std::size_t term, const TermMatch& match,
                                     const std::vector<TermWord>& words) const {
    const auto found = letters_.find(term);
    const auto letters = found != letters_.end() ? found->second : Letters();
    const auto& first = words[match.first];
    if (!first.is_capitalised) return match.count > 1 || !is_written_with_capital(term, letters);
    if (match.count == 1 && follows_capital(match, words)) return false;
    return first.begins_phrase || letters.capital > letters.small || is_written_with_capital(term, letters);
  }

  /// Whether the word before is part of the same name: "Vienna Convention" is not "the Convention".
  static bool follows_capital(const TermMatch& match, const std::vector<TermWord>& words) {
    if (match.first == 0 || !words[match.first].is_capitalised || !words[match.first].continues) return false;
    const auto& before = words[match.first - 1];
    return before.is_capitalised && !before.begins_phrase;
  }

  static bool precedes_capital(const TermMatch& match, const std::vector<TermWord>& words) {
    const auto next = match.first + match.count;
    return words[match.first].is_capitalised && next < words.size() && words[next].continues &&
           words[next].is_capitalised;
  }

  /// Whether the treaty writes the term with a capital at least as often as without. If its quoted terms differ in
  /// case, the capital is deliberate, and one in nine uses is enough.
  [[nodiscard]] bool is_written_with_capital(std::size_t term, const Letters& letters) const {
    if (!begins_with_capital(terms_[term].name) || letters.capital == 0) return false;
    const bool is_deliberate = has_small_name_ && terms_[term].rule == "quoted-term";
    return letters.capital * (is_deliberate ? 8 : 1) >= letters.small;
  }

  static bool begins_with_capital(std::string_view name) {
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  }

  [[nodiscard]] bool is_within(std::size_t provision, std::size_t whole) const {
    return provision >= whole && structure_[provision].start < structure_[whole].end;
  }

  /// The term that a match means here: the one with the narrowest scope that contains the provision. If two scopes are
  /// equal, the one with the same capitalisation. kNoTerm if the provision is in no scope.
  [[nodiscard]] std::size_t meant(const TermMatch& match, const std::vector<TermWord>& words,
                                  std::size_t provision) const {
    auto best = kNoTerm;
    for (const auto term : *match.terms) {
      const auto scope = terms_[term].scope;
      if (scope != DefinedTerm::kWholeTreaty && !is_within(provision, scope)) continue;
      const bool is_narrower = best == kNoTerm || size_of(scope) < size_of(terms_[best].scope);
      const bool is_as_narrow = best != kNoTerm && size_of(scope) == size_of(terms_[best].scope);
      if (is_narrower || (is_as_narrow && has_letters_of(term, match, words) && !has_letters_of(best, match, words)))
        best = term;
    }
    return best;
  }

  /// Whether the last word begins with a capital both in the name and in the text, or in neither.
  [[nodiscard]] bool has_letters_of(std::size_t term, const TermMatch& match,
                                    const std::vector<TermWord>& words) const {
    const auto& name = terms_[term].name;
    const auto space = name.rfind(' ');
    const auto last = name[space == std::string::npos ? 0 : space + 1];
    return words[match.quote_last].is_capitalised == (last >= 'A' && last <= 'Z');
  }

  [[nodiscard]] std::size_t size_of(std::size_t scope) const {
    return scope == DefinedTerm::kWholeTreaty ? text_.size() + 1 : structure_[scope].end - structure_[scope].start;
  }

  struct HashOfPair {
    std::size_t operator()(const std::pair<std::size_t, std::size_t>& of) const {
      return std::hash<std::uint64_t>()((std::uint64_t{of.first} << 32U) ^ of.second);
    }
  };

  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  const std::vector<DefinedTerm>& terms_;
  TermIndex index_;
  bool has_small_name_ = false;
  std::unordered_map<std::size_t, Letters> letters_;
  std::unordered_map<std::pair<std::size_t, std::size_t>, std::size_t, HashOfPair> in_provision_;
  std::size_t first_of_provision_ = 0;
  std::vector<TermUse> uses_;
};

}  // namespace

std::vector<TermUse> find_uses(const Document& document, const OwnWords& own, const std::vector<DefinedTerm>& terms) {
  return UseFinder(document, own, terms).find();
}

std::string_view rule_of(const TermUse& use) {
  switch (use.form) {
    case UseForm::Verb:
      return "term-verb";
    case UseForm::SharedNoun:
      return "term-shared-noun";
    case UseForm::Name:
      break;
  }
  return "term-use";
}

std::string_view confidence_of(const TermUse& use, const DefinedTerm& term) {
  return use.form == UseForm::Name || term.confidence == "low" ? term.confidence : std::string_view("medium");
}

}  // namespace treatygraph::ingest
