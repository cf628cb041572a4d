#include "queries/search/places.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "graph/search_words.h"
#include "queries/search/field_index.h"
#include "queries/search/stems.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kTogether = 8;  // maximum distance in words between words of one term

/// The words of a text by their stem.
struct StemmedText {
  std::vector<PlacedWord> words;
  std::unordered_map<std::string, std::vector<std::size_t>> by_stem;

  explicit StemmedText(std::string_view text) : words(placed_words_of(text)) {
    // Stems of words that this thread has read.
    thread_local std::unordered_map<std::string, std::string> known;  // the same words recur
    constexpr std::size_t kMostKnown = 20'000;
    if (known.size() > kMostKnown) known.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
      auto [stem, is_new] = known.try_emplace(words[i].word);
      if (is_new) stem->second = stem_of(words[i].word);
      by_stem[stem->second].push_back(i);
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& of(const std::string& stem) const {
    static const std::vector<std::size_t> kNone;
    const auto found = by_stem.find(stem);
    return found == by_stem.end() ? kNone : found->second;
  }
};

/// Positions where all stems occur close to an occurrence of the first one.
std::vector<std::size_t> together(const StemmedText& text, const std::vector<std::string>& stems) {
  std::vector<std::size_t> all;
  for (const auto first : text.of(stems.front())) {
    std::vector<std::size_t> near = {first};
    for (std::size_t i = 1; i < stems.size(); ++i) {
      const auto& places = text.of(stems[i]);
      // Any occurrence near enough will do.
      const auto at = std::ranges::find_if(
          places, [&](std::size_t place) { return std::max(place, first) - std::min(place, first) <= kTogether; });
      if (at == places.end()) break;
      near.push_back(*at);
    }
    if (near.size() == stems.size()) all.insert(all.end(), near.begin(), near.end());
  }
  return all;
}

/// Positions of the words of each occurrence of a phrase. The words are compared as written, not by stem.
std::vector<std::size_t> in_a_row(const StemmedText& text, std::string_view phrase) {
  const auto wanted = words_of(phrase);
  std::vector<std::size_t> places;
  for (std::size_t at = 0; !wanted.empty() && at + wanted.size() <= text.words.size(); ++at) {
    const bool is_here =
        std::equal(wanted.begin(), wanted.end(), text.words.begin() + static_cast<std::ptrdiff_t>(at),
                   [](const std::string& word, const PlacedWord& placed) { return word == placed.word; });
    for (std::size_t i = 0; is_here && i < wanted.size(); ++i) places.push_back(at + i);
  }
  return places;
}

/// How many different terms were found.
std::size_t count_found(const std::vector<Place>& places) {
  std::set<std::size_t> found;
  for (const auto& place : places) found.insert(place.sought);
  return found.size();
}

/// The start of the word at which to cut.
std::size_t cut_before(std::string_view text, std::size_t at) {
  const auto space = text.rfind(' ', at);
  return space == std::string_view::npos ? 0 : space + 1;
}

/// Line ends and other control characters, which mean nothing in a line of words, become spaces.
std::string without_control_characters(std::string_view text) {
  std::string words(text);
  std::ranges::replace_if(
      words, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
  return words;
}

/// A snippet begins a little before the first match and ends at a word. Matches that overlap an earlier one are not
/// marked again.
Snippet marked(std::string_view text, const std::vector<Place>& places) {
  // In bytes.
  constexpr std::size_t kBefore = 60;
  constexpr std::size_t kLength = 220;
  const auto first = places.front().begin;
  const auto from = first < kBefore ? 0 : cut_before(text, first - kBefore);
  auto to = std::min(text.size(), from + kLength);
  // The first match is shown completely, even if it is long.
  if (to < text.size()) to = std::max(cut_before(text, to), places.front().end);
  const std::string_view ellipsis = "…";
  Snippet snippet;
  if (from > 0) snippet.text = ellipsis;
  const auto before = snippet.text.size();
  auto done = from;
  for (const auto& place : places) {
    // A match that was marked already, or that is outside the snippet.
    if (place.begin < done || place.end > to) continue;
    snippet.marks.emplace_back(before + place.begin - from, before + place.end - from);
    done = place.end;
  }
  snippet.text += without_control_characters(text.substr(from, to - from));
  if (to < text.size()) snippet.text += ellipsis;
  return snippet;
}

}  // namespace

std::vector<Place> places_of(std::string_view text, const std::vector<Sought>& sought) {
  const StemmedText stemmed(text);
  std::vector<Place> places;
  for (std::size_t i = 0; i < sought.size(); ++i) {
    for (const auto& way : sought[i].ways) {
      if (way.stems.empty()) continue;
      const auto found = way.in_a_row            ? in_a_row(stemmed, way.words)
                         : way.stems.size() == 1 ? stemmed.of(way.stems.front())
                                                 : together(stemmed, way.stems);
      for (const auto word : found) {
        places.push_back({i, stemmed.words[word].begin, stemmed.words[word].end, word, way.weight});
      }
    }
  }
  // Bounds the work on a long text with a frequent word.
  constexpr std::size_t kMostPlaces = 1'000;
  std::ranges::sort(places, {}, &Place::begin);
  if (places.size() > kMostPlaces) places.resize(kMostPlaces);
  return places;
}

/// Finds the shortest window of the text that contains all found terms. Each word in the window beyond them lowers the
/// factor.
double nearness_of(const std::vector<Place>& places, std::size_t sought) {
  const auto found = count_found(places);
  if (found < 2 || sought < 2) return 1;
  auto shortest = places.back().word - places.front().word + 1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::set<std::size_t> seen;
    // Windows that are not shorter than the best are not examined further.
    for (auto j = i; j < places.size() && places[j].word - places[i].word < shortest; ++j) {
      seen.insert(places[j].sought);
      if (seen.size() == found) shortest = places[j].word - places[i].word + 1;
    }
  }
  const auto spare = static_cast<double>(shortest - std::min(shortest, found));
  return 1 + 0.5 / (1 + spare / 4);
}

bool says_in_a_row(std::string_view text, std::string_view words) {
  std::string all = " ";
  for (const auto& word : words_of(text)) all.append(word).append(" ");
  std::string wanted = " ";
  for (const auto& word : words_of(words)) wanted.append(word).append(" ");
  return wanted.size() > 1 && all.find(wanted) != std::string::npos;
}

/// Tries the official text first, then the fields in this order; a later one is taken only if it has more terms.
Result<Snippet> snippet_of(const Graph& graph, NodeId node, const std::vector<Sought>& sought) {
  const auto text = graph.text(node);
  if (!text) return fail(text.error());
  std::vector<std::string_view> texts = {*text};
  for (const auto field : {Field::Summary, Field::Name, Field::Alias, Field::Speaker, Field::Concern, Field::Detail}) {
    for (const auto& one : FieldIndex::of(graph).texts_of(node)) {
      if (one.field == field) texts.push_back(one.text);
    }
  }
  std::string_view best;
  std::vector<Place> best_places;
  for (const auto candidate : texts) {
    auto places = places_of(candidate, sought);
    if (count_found(places) <= count_found(best_places)) continue;
    best = candidate;
    best_places = std::move(places);
  }
  return best_places.empty() ? Snippet() : marked(best, best_places);
}

}  // namespace treatygraph::queries
