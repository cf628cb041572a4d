// Each word of a name is a number in the vocabulary, and the children of all nodes are in one hash map by (node, word),
// which is smaller than a map for each node. Names are also added without articles inside them, and single nouns as
// verbs. A search starts at each word of the text and follows the trie as long as words continue.

#include "ingest/classification/term_index.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace treatygraph::ingest {
namespace {

bool is_article(std::string_view key) {
  return key == "a" || key == "an" || key == "the";
}

bool is_conjunction(const TermWord& word) {
  return word.continues && (word.key == "or" || word.key == "and");
}

std::uint64_t place_of(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32U) | word;
}

/// Whether a term of one word has another meaning here, as in "intellectual property" or "value-content".
bool is_set_phrase_at(const std::vector<TermWord>& words, std::size_t at) {
  if (at + 1 < words.size() && words[at + 1].follows_hyphen && !is_of_compound(words[at + 1].key)) return true;
  const auto before = at > 0 && words[at].continues ? std::string_view(words[at - 1].key) : std::string_view();
  const bool has_after = at + 1 < words.size() && words[at + 1].continues;
  return is_set_phrase(before, words[at].key, has_after ? std::string_view(words[at + 1].key) : std::string_view());
}

}  // namespace

TermIndex::TermIndex(const std::vector<DefinedTerm>& terms) : nodes_(1) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    std::vector<std::string> keys;
    for (auto& word : term_words(terms[i].name, {0, terms[i].name.size()})) keys.push_back(std::move(word.key));
    if (keys.empty()) continue;
    add_name(i, keys, UseForm::Name);
    // "officials of public international organizations"
    std::vector<std::string> without;
    std::ranges::copy_if(keys, std::back_inserter(without), [](const auto& key) { return !is_article(key); });
    if (!without.empty() && without.size() < keys.size()) add_name(i, without, UseForm::Name);
    if (keys.size() != 1) continue;
    for (const auto& verb : verbs_of(keys.front())) add_name(i, {verb}, UseForm::Verb);
  }
}

void TermIndex::add_name(std::size_t term, const std::vector<std::string>& keys, UseForm form) {
  constexpr std::size_t kMostScopes = 64;  // no treaty defines a word so often, but a hostile one may
  std::uint32_t node = 0;
  for (const auto& key : keys) {
    const auto word = vocabulary_.try_emplace(key, static_cast<std::uint32_t>(vocabulary_.size())).first->second;
    nodes_[node].has_children = true;
    const auto [child, is_new] = children_.try_emplace(place_of(node, word), static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) nodes_.emplace_back();
    node = child->second;
  }
  auto& named = nodes_[node];
  const bool is_weaker = !named.terms.empty() && named.form == UseForm::Name && form == UseForm::Verb;
  if (is_weaker || named.terms.size() >= kMostScopes) return;
  if (named.form == UseForm::Verb && form == UseForm::Name) named.terms.clear();
  named.terms.push_back(term);
  named.form = form;
}

std::uint32_t TermIndex::word_of(const std::string& key) const {
  const auto found = vocabulary_.find(key);
  return found != vocabulary_.end() ? found->second : kNone;
}

std::uint32_t TermIndex::child_of(std::uint32_t node, std::uint32_t word) const {
  if (word == kNone || node == kNone) return kNone;
  const auto found = children_.find(place_of(node, word));
  return found != children_.end() ? found->second : kNone;
}

std::vector<TermMatch> TermIndex::matches_in(const std::vector<TermWord>& words) const {
  std::vector<std::uint32_t> ids;
  ids.reserve(words.size());
  for (const auto& word : words) ids.push_back(word_of(word.key));
  std::vector<TermMatch> matches;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (ids[i] != kNone && !words[i].has_prefix) match_from(i, words, ids, matches);
  }
  std::ranges::sort(matches, {}, [](const TermMatch& match) {
    return std::tuple(match.form == UseForm::SharedNoun, ~match.count, match.first);
  });
  return matches;
}

/// Adds the matches that begin at one word.
void TermIndex::match_from(std::size_t first, const std::vector<TermWord>& words, const std::vector<std::uint32_t>& ids,
                           std::vector<TermMatch>& matches) const {
  std::uint32_t node = 0;
  for (auto at = first; at < words.size() && (at == first || words[at].continues); ++at) {
    const auto parent = node;
    node = child_of(node, ids[at]);
    if (node == kNone) return;
    const auto count = at - first + 1;
    if (!nodes_[node].terms.empty() && (count > 1 || !is_set_phrase_at(words, at))) {
      matches.push_back({first, count, first, at, nodes_[node].form, &nodes_[node].terms});
      if (count > 1) match_shared_start(parent, first, count, words, ids, matches);
    }
    if (nodes_[node].has_children) match_shared_noun(node, first, count, words, ids, matches);
  }
}

/// "traffic or content data", "non-target and associated or dependent species": the noun of the first name comes after
/// other adjectives. A match must skip at least one word after the conjunction.
void TermIndex::match_shared_noun(std::uint32_t node, std::size_t first, std::size_t count,
                                  const std::vector<TermWord>& words, const std::vector<std::uint32_t>& ids,
                                  std::vector<TermMatch>& matches) const {
  constexpr std::size_t kMostAdjectives = 4;
  const auto conjunction = first + count;
  if (conjunction >= words.size() || !is_conjunction(words[conjunction])) return;
  const auto last = std::min(words.size(), conjunction + kMostAdjectives + 2);
  for (auto at = conjunction + 1; at < last && words[at].continues && !is_no_adjective(words[at].key); ++at) {
    const auto whole = child_of(node, ids[at]);
    if (whole == kNone || nodes_[whole].terms.empty() || at == conjunction + 1) continue;
    matches.push_back({first, count, first, at, UseForm::SharedNoun, &nodes_[whole].terms});
    return;
  }
}

/// "computer systems and data", if "computer system" and "computer data" are terms: the second name begins with words
/// of the first.
void TermIndex::match_shared_start(std::uint32_t parent, std::size_t first, std::size_t count,
                                   const std::vector<TermWord>& words, const std::vector<std::uint32_t>& ids,
                                   std::vector<TermMatch>& matches) const {
  const auto conjunction = first + count;
  if (conjunction + 1 >= words.size() || !is_conjunction(words[conjunction]) || !words[conjunction + 1].continues)
    return;
  const auto whole = child_of(parent, ids[conjunction + 1]);
  if (whole == kNone || nodes_[whole].terms.empty()) return;
  matches.push_back({conjunction + 1, 1, first, conjunction + 1, UseForm::SharedNoun, &nodes_[whole].terms});
}

}  // namespace treatygraph::ingest
