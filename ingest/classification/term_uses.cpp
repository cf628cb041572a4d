#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "ingest/classification/terms.h"

namespace treatygraph::ingest {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (auto& c : lowered) {
    if (is_upper(c)) c = static_cast<char>(c | 0x20);
  }
  return lowered;
}

bool is_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/// "contractor’s net proceeds" and "re-exported" hold together; a comma parts what it stands between.
bool joins_words(std::string_view between) {
  return between == "-" || between == "'" || std::ranges::all_of(between, [](char c) { return c == ' ' || c == '\n'; });
}

struct Word {
  WordsRange at;
  bool continues = false;  ///< nothing but white space or a hyphen stands before it
};

std::vector<Word> words_of(std::string_view text, WordsRange range) {
  std::vector<Word> words;
  auto end = range.first;
  for (auto at = range.first; at < range.last;) {
    if (!is_of_word(text[at])) {
      ++at;
      continue;
    }
    const auto first = at;
    while (at < range.last && is_of_word(text[at])) ++at;
    words.push_back({{first, at}, !words.empty() && joins_words(text.substr(end, first - end))});
    end = at;
  }
  return words;
}

/// "Area" is a term of a treaty that also defines "activities in the Area"; where every term is capitalised, it is only
/// because each begins its point.
bool capitals_count(const std::vector<DefinedTerm>& terms) {
  return std::ranges::any_of(terms, [](const auto& term) { return !is_upper(term.name.front()); });
}

/// Plurals as they are written: "service providers", "parties", "businesses".
std::vector<std::string> forms_of(const std::string& term) {
  std::vector<std::string> forms = {term, term + "s", term + "es"};
  if (term.ends_with('y')) forms.push_back(term.substr(0, term.size() - 1) + "ies");
  return forms;
}

class UseFinder {
 public:
  UseFinder(const Document& document, const OwnWords& own, const std::vector<DefinedTerm>& terms)
      : text_(document.text), structure_(document.structure), own_(own), terms_(terms) {
    const bool capitals = !terms.empty() && capitals_count(terms);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (const auto& form : forms_of(terms[i].name)) add(i, form, capitals && is_upper(form.front()));
    }
  }

  std::vector<TermUse> find() {
    for (std::size_t i = 0; i < structure_.size() && !forms_.empty(); ++i) {
      if (structure_[i].kind == ProvisionKind::Preamble || structure_[i].kind == ProvisionKind::Recital) continue;
      for (const auto& range : own_.of(i)) find_in(i, range);
    }
    return std::move(uses_);
  }

 private:
  struct Form {
    std::vector<std::size_t> terms;  ///< more than one where scopes differ
    bool is_capitalised = false;     ///< and means nothing else, where capitals count
  };

  void add(std::size_t term, const std::string& form, bool exact) {
    constexpr std::size_t kMostScopes = 64;  // no treaty defines a word so often; a hostile one may
    const auto words = words_of(form, {0, form.size()});
    if (words.empty()) return;
    auto& named = forms_[joined(form, words, 0, words.size())];
    if (named.terms.size() < kMostScopes) named.terms.push_back(term);
    named.is_capitalised = exact;
    auto& longest = longest_from_[lower(form.substr(words[0].at.first, words[0].at.last - words[0].at.first))];
    longest = std::max(longest, words.size());
  }

  /// `count` words from `first` on, in lower case, one space between them.
  static std::string joined(std::string_view text, const std::vector<Word>& words, std::size_t first,
                            std::size_t count) {
    std::string all;
    for (std::size_t i = first; i < first + count; ++i) {
      const auto [begin, end] = words[i].at;
      all += (all.empty() ? "" : " ") + lower(text.substr(begin, end - begin));
    }
    return all;
  }

  void find_in(std::size_t provision, WordsRange range) {
    const auto words = words_of(text_, range);
    for (std::size_t i = 0; i < words.size();) i += std::max<std::size_t>(1, take_longest(provision, words, i));
  }

  /// How many words the longest term that begins here has; 0 where none does.
  std::size_t take_longest(std::size_t provision, const std::vector<Word>& words, std::size_t first) {
    const auto [begin, end] = words[first].at;
    const auto longest = longest_from_.find(lower(text_.substr(begin, end - begin)));
    if (longest == longest_from_.end()) return 0;
    std::size_t count = 1;
    while (count < longest->second && first + count < words.size() && words[first + count].continues) ++count;
    for (; count > 0; --count) {
      const auto form = forms_.find(joined(text_, words, first, count));
      const WordsRange quote{begin, words[first + count - 1].at.last};
      if (form != forms_.end() && take(provision, form->second, quote)) return count;
    }
    return 0;
  }

  bool take(std::size_t provision, const Form& form, WordsRange quote) {
    if (form.is_capitalised && !is_upper(text_[quote.first])) return false;
    const auto term = meant(form.terms, provision);
    if (term == terms_.size()) return false;
    const bool is_new = !is_within(provision, terms_[term].provision) && seen_.emplace(provision, term).second;
    if (is_new) uses_.push_back({provision, term, quote});
    return true;
  }

  [[nodiscard]] bool is_within(std::size_t provision, std::size_t whole) const {
    return provision >= whole && structure_[provision].start < structure_[whole].end;
  }

  /// The one with the narrowest scope that holds the provision.
  [[nodiscard]] std::size_t meant(const std::vector<std::size_t>& terms, std::size_t provision) const {
    auto best = terms_.size();
    for (const auto term : terms) {
      const auto scope = terms_[term].scope;
      if (scope != DefinedTerm::kWholeTreaty && !is_within(provision, scope)) continue;
      if (best == terms_.size() || size_of(scope) < size_of(terms_[best].scope)) best = term;
    }
    return best;
  }

  [[nodiscard]] std::size_t size_of(std::size_t scope) const {
    return scope == DefinedTerm::kWholeTreaty ? text_.size() + 1 : structure_[scope].end - structure_[scope].start;
  }

  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  const std::vector<DefinedTerm>& terms_;
  std::unordered_map<std::string, Form> forms_;
  std::unordered_map<std::string, std::size_t> longest_from_;  ///< words of the longest form, by its first word
  std::set<std::pair<std::size_t, std::size_t>> seen_;
  std::vector<TermUse> uses_;
};

}  // namespace

std::vector<TermUse> find_uses(const Document& document, const OwnWords& own, const std::vector<DefinedTerm>& terms) {
  return UseFinder(document, own, terms).find();
}

}  // namespace treatygraph::ingest
