// A typed word is read by the first of these that succeeds: as a known word, as a known word with one error, as a
// relative with another ending ("interceptor" for "interception"), as two words written together, as a known word with
// two errors. One error comes before a relative and two errors after it, because a relative is likelier than a word
// with two errors.

#include "queries/search/word_ways.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/search/field_index.h"
#include "queries/search/stems.h"
#include "queries/search/typed_treaty.h"

namespace treatygraph::queries {
namespace {

/// A correction scans all known words, so a query may have only this many.
constexpr std::size_t kMostCorrected = 16;
/// Weights of wordings relative to a typed word, which has 1.
constexpr double kKinWeight = 0.8;
constexpr double kThesaurusWeight = 0.85;
constexpr double kAsideWeight = 0.5;  // of alternatives for words that the data contain
constexpr double kSpellingWeight = 0.9;

}  // namespace

/// The stem decides whether a word is known, as it does in the search.
std::string WordWays::instead_of(const std::string& word) {
  const bool is_known = known_.has_stem(stem_of(word)) || is_filler(word);
  if (is_known || corrected_ >= kMostCorrected) return {};
  ++corrected_;
  const auto near = known_.nearest(word, 1, 1);
  return near.empty() ? std::string() : near.front();
}

/// If the typed words are themselves in the name of a provision or of what it makes, the synonyms weigh less: the
/// reader probably means that name.
void WordWays::add_other_ways(Sought& sought, const Thesaurus::Entry& entry) {
  const auto by = entry.kind == Thesaurus::Kind::Field  ? Way::By::Thesaurus
                  : entry.kind == Thesaurus::Kind::Name ? Way::By::Name
                                                        : Way::By::Translation;
  const bool is_written = by == Way::By::Thesaurus && is_in_a_name(sought.ways.front().stems);
  std::vector<std::string> read_as;
  for (const auto& meant : entry.meant) {
    auto stems = stems_of(meant);
    // The first is the nearest.
    constexpr double kLess = 0.03;
    const auto less = kLess * static_cast<double>(std::min<std::size_t>(read_as.size(), 3));
    const auto weight = (is_written ? kAsideWeight : kThesaurusWeight) - less;
    if (stems == sought.ways.front().stems) continue;
    sought.ways.push_back({std::move(stems), meant, by, false, weight});
    read_as.push_back(meant);
  }
  if (read_as.empty()) return;
  const auto how = by == Way::By::Thesaurus ? WordReading::How::Thesaurus
                   : by == Way::By::Name    ? WordReading::How::Name
                                            : WordReading::How::Translation;
  add_reading(sought.typed, how, std::move(read_as));
}

/// Whether one name has all stems.
bool WordWays::is_in_a_name(const std::vector<std::string>& stems) const {
  const auto& fields = FieldIndex::of(graph_);
  return std::ranges::any_of(fields.with(stems.front()), [&](std::uint32_t text) {
    const auto& one = fields.texts()[text];
    const bool is_of_law = graph_.has_label(one.node, label::kProvision) ||
                           graph_.has_label(one.node, label::kOffence) || graph_.has_label(one.node, label::kPower) ||
                           graph_.has_label(one.node, label::kTerm) || graph_.has_label(one.node, label::kSafeguard);
    return one.field == Field::Name && is_of_law && std::ranges::all_of(stems, [&](const std::string& stem) {
             return std::ranges::binary_search(fields.with(stem), text);
           });
  });
}

Sought WordWays::of(const std::string& word) const {
  Sought sought{word, {{{stem_of(word)}, word}}};
  add_co_operation(sought);
  sought.rarity = rarity_of(sought);
  return sought;
}

void WordWays::add_co_operation(Sought& sought) {
  const auto word = sought.ways.front().words;
  if (!word.starts_with("cooper") && !word.starts_with("coordin")) return;
  const auto rest = word.substr(2);
  sought.ways.push_back({{"co", stem_of(rest)}, "co " + rest});
}

std::optional<Sought> WordWays::read(const TypedWord& typed) {
  const auto& word = typed.word;
  const bool is_acronym = word.size() > 2 && is_in_capitals(typed.original) && parties_called(graph_, word).empty();
  has_unknown_names_ = has_unknown_names_ || is_acronym;
  if (known_.has_stem(stem_of(word))) {
    auto sought = of(word);
    if (known_.find(word) == nullptr) say_other_form(word);
    add_common_spelling(sought);
    return sought;
  }
  if (auto found = read_as_slip(word, 1)) return found;
  if (auto found = read_as_kin(word)) return found;
  if (auto found = read_as_two(word)) return found;
  if (auto found = read_as_slip(word, 2)) return found;
  add_reading(word, WordReading::How::NotFound, {});  // other terms are searched without it
  return std::nullopt;
}

void WordWays::say_slip_with_the_stem(const std::string& word) {
  const auto& typed = Thesaurus::table().typed_words();
  const bool is_word = known_.find(word) != nullptr || std::ranges::find(typed, word) != typed.end();
  if (!is_word && known_.has_stem(stem_of(word))) say_other_form(word);
}

/// Reports the most frequent word of the stem.
void WordWays::say_other_form(const std::string& word) {
  const auto& forms = known_.of_stem(stem_of(word));
  const auto most = std::ranges::max(forms, {}, [&](std::uint32_t place) { return known_.all()[place].nodes; });
  add_reading(word, WordReading::How::Kin, {known_.all()[most].word});
}

/// A known but very rare word may be an error in a text. If it is one error away from a much more frequent word, that
/// is searched as well.
void WordWays::add_common_spelling(Sought& sought) {
  constexpr std::size_t kRare = 3;
  constexpr std::size_t kOften = 30;
  const auto& word = sought.ways.front().words;
  if (known_.nodes_of_stem(stem_of(word)) > kRare || word.size() < 6 || corrected_ >= kMostCorrected) return;
  ++corrected_;
  const auto near = known_.nearest(word, 1);
  if (near.empty() || known_.nodes_of_stem(stem_of(near.front())) < kOften * kRare) return;
  if (stem_of(near.front()) == stem_of(word) || slips_between(word, near.front(), 1) > 1) return;
  sought.ways.push_back({{stem_of(near.front())}, near.front(), Way::By::Spelling, false, kThesaurusWeight});
  add_reading(word, WordReading::How::RareSpelling, near);
}

/// Shortens the stem letter by letter until known words begin with it, and takes the most frequent of them if the
/// endings differ by little.
std::optional<Sought> WordWays::read_as_kin(const std::string& word) {
  constexpr std::size_t kShortestRoot = 5;
  constexpr std::size_t kLongestEnding = 5;
  const auto stem = stem_of(word);
  for (std::size_t cut = 0; cut <= kLongestEnding && stem.size() >= kShortestRoot + cut; ++cut) {
    const auto root = stem.substr(0, stem.size() - cut);
    const auto places = known_.beginning(root, 1);
    if (places.empty()) continue;
    const auto& kin = known_.all()[places.front()].word;
    const auto kin_stem = stem_of(kin);
    // A common beginning is not enough: the ending that follows it must be short in both words.
    const bool is_near = kin_stem.size() <= root.size() + 3 && kin.size() <= word.size() + kLongestEnding;
    const bool is_ending = cut <= 3 || kin_stem == root;
    // A correction differs from an ending in what directly follows.
    if (!is_near || !is_ending || slips_between(word, kin, 2) <= 2) continue;
    add_reading(word, WordReading::How::Kin, {kin});
    return Sought{word, {{{kin_stem}, kin, Way::By::Kin, false, kKinWeight}}};
  }
  return std::nullopt;
}

/// All corrections that are equally near are searched.
std::optional<Sought> WordWays::read_as_slip(const std::string& word, std::size_t slips) {
  if (corrected_ >= kMostCorrected) return std::nullopt;
  ++corrected_;
  constexpr std::size_t kMostMeant = 3;
  const auto near = known_.nearest(word, kMostMeant, slips);
  if (near.empty()) return std::nullopt;
  Sought sought{word, {}};
  std::vector<std::string> read_as;
  for (const auto& meant : near) {
    const auto stem = stem_of(meant);
    const bool is_new = std::ranges::none_of(sought.ways, [&](const Way& way) { return way.stems.front() == stem; });
    if (!is_new) continue;
    read_as.push_back(meant);
    sought.ways.push_back({{stem}, meant, Way::By::Spelling, false, kSpellingWeight});
  }
  add_reading(word, WordReading::How::Spelling, read_as);
  for (const auto& meant : read_as) {
    if (const auto* const entry = Thesaurus::table().find(stem_of(meant))) add_other_ways(sought, *entry);
  }
  return sought;
}

/// Both halves must be known words of at least four letters; shorter ones would split almost any word.
std::optional<Sought> WordWays::read_as_two(const std::string& word) {
  constexpr std::size_t kShortest = 4;
  for (auto at = kShortest; at + kShortest <= word.size(); ++at) {
    const auto first = word.substr(0, at);
    const auto second = word.substr(at);
    if (known_.find(first) == nullptr || known_.find(second) == nullptr) continue;
    const auto both = fmt::format("{} {}", first, second);
    add_reading(word, WordReading::How::Spelling, {both});
    return Sought{word, {{{stem_of(first), stem_of(second)}, both, Way::By::Spelling, false, kSpellingWeight}}};
  }
  return std::nullopt;
}

/// A wording of several words is as frequent as the rarest of its stems. Relatives do not make a word frequent.
double WordWays::rarity_of(const Sought& sought) const {
  std::size_t nodes = 0;
  for (const auto& way : sought.ways) {
    std::size_t of_way = graph_.node_count();
    for (const auto& stem : way.stems) of_way = std::min(of_way, known_.nodes_of_stem(stem));
    if (way.by != Way::By::Kin) nodes = std::max(nodes, of_way);
  }
  return std::log(2.0 + static_cast<double>(graph_.node_count()) / (1.0 + static_cast<double>(nodes)));
}

void WordWays::add_reading(std::string typed, WordReading::How how, std::vector<std::string> read_as) {
  readings_.push_back({std::move(typed), how, std::move(read_as)});
}

}  // namespace treatygraph::queries
