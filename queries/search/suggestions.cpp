#include "queries/search/suggestions.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "graph/derived.h"
#include "graph/search_words.h"
#include "queries/search/field_index.h"
#include "queries/search/known_words.h"
#include "queries/search/ranking.h"
#include "queries/search/stems.h"

namespace treatygraph::queries {
namespace {

using Found = NameBeginnings::Found;

/// The `most` nodes with the highest weights; equal weights in document order.
std::vector<Found> best_of(std::unordered_map<std::uint32_t, float>&& weights, std::size_t most) {
  std::vector<Found> found;
  found.reserve(weights.size());
  for (const auto& [node, weight] : weights) found.push_back({NodeId{node}, weight});
  const auto better = [](const Found& a, const Found& b) {
    return std::pair(-a.weight, a.node) < std::pair(-b.weight, b.node);
  };
  const auto middle = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), middle, found.end(), better);
  found.erase(middle, found.end());
  return found;
}

/// Keeps the highest weight of a node.
void note(std::unordered_map<std::uint32_t, float>& weights, std::uint32_t node, float weight) {
  auto& known = weights[node];
  known = std::max(known, weight);
}

/// Shorter names are meant more often than longer ones with the same beginning.
float weight_of_name(const Graph& graph, NodeId node, std::size_t length) {
  constexpr double kUsualLength = 60;
  return static_cast<float>(weight_of(graph, node) / (1 + static_cast<double>(length) / kUsualLength));
}

}  // namespace

const NameBeginnings& NameBeginnings::of(const Graph& graph) {
  return graph.derived().get<NameBeginnings>([&] { return NameBeginnings(graph); });
}

NameBeginnings::NameBeginnings(const Graph& graph) {
  for (const auto& text : FieldIndex::of(graph).texts()) {
    if (text.field == Field::Name || text.field == Field::Alias) {
      add(graph, text.node, text.text, text.field == Field::Alias);
    }
  }
  std::ranges::sort(beginnings_, [&](const Beginning& a, const Beginning& b) {
    return std::pair(text_of(a), a.node) < std::pair(text_of(b), b.node);
  });
  by_key_.resize(graph.node_count());
  std::iota(by_key_.begin(), by_key_.end(), 0U);
  std::ranges::sort(by_key_, {}, [&](std::uint32_t node) { return graph.key(NodeId{node}); });
}

/// A beginning is a suffix of the folded name, so all beginnings of a name share its letters. Beginnings at an inner
/// word weigh less than the beginning of the whole name.
void NameBeginnings::add(const Graph& graph, NodeId node, std::string_view name, bool is_alias) {
  constexpr std::size_t kMostWords = 12;  // positions where a suggestion may begin
  constexpr std::size_t kMostLetters = 256;
  const auto words = words_of(name.substr(0, kMostLetters));
  const auto weight = weight_of_name(graph, node, name.size());
  const auto first = beginnings_.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins = i == 0;
    // A suggestion does not begin at a filler or a single letter, except at the first word.
    if (i < kMostWords && (begins || (!is_filler(words[i]) && words[i].size() > 1))) {
      const auto share = begins ? 1.0F : is_alias ? 0.3F : 0.5F;
      beginnings_.push_back(
          {static_cast<std::uint32_t>(letters_.size()), 0, static_cast<std::uint32_t>(node), weight * share});
    }
    if (!begins) letters_ += ' ';
    letters_ += words[i];
  }
  for (auto i = first; i < beginnings_.size(); ++i) {
    // Each word except the first is preceded by a space.
    if (i > first) ++beginnings_[i].at;
    beginnings_[i].length = static_cast<std::uint32_t>(letters_.size()) - beginnings_[i].at;
  }
}

/// All names with the prefix are adjacent in the sorted list. `bar` rises with the best weights, so that a single
/// letter does not collect every name of the graph.
std::vector<Found> NameBeginnings::beginning(std::string_view letters, std::size_t most) const {
  if (letters.empty()) return {};
  std::unordered_map<std::uint32_t, float> weights;
  auto at = std::ranges::lower_bound(beginnings_, letters, {}, [&](const Beginning& b) { return text_of(b); });
  // After one letter there are many matches; those far below the best need not be kept.
  float bar = 0;
  std::vector<float> best;
  for (; at != beginnings_.end() && text_of(*at).starts_with(letters); ++at) {
    // The exact name weighs double.
    const auto weight = at->weight * (text_of(*at).size() == letters.size() ? 2.0F : 1.0F);
    // Too light to be among the best.
    if (weight < bar) continue;
    note(weights, at->node, weight);
    best.push_back(weight);
    constexpr std::size_t kSpare = 4;
    if (best.size() < most * kSpare * 2) continue;
    std::ranges::nth_element(best, best.begin() + static_cast<std::ptrdiff_t>(most * kSpare), std::greater());
    best.resize(most * kSpare);
    bar = std::ranges::min(best);
  }
  return best_of(std::move(weights), most);
}

/// The last word may be incomplete, so every known word that it begins is tried.
std::vector<Found> NameBeginnings::with_words(const Graph& graph, const std::vector<std::string>& stems,
                                              std::string_view beginning, std::size_t most) {
  constexpr std::size_t kFormsOfEach = 16;
  // A short prefix may match very many names; suggestions must come between two keystrokes.
  constexpr std::size_t kMostTexts = 20'000;
  const auto& fields = FieldIndex::of(graph);
  const auto& known = KnownWords::of(graph);
  std::unordered_map<std::uint32_t, float> weights;
  std::size_t looked = 0;
  for (const auto place : known.beginning(beginning, kFormsOfEach)) {
    for (const auto text : fields.with(stem_of(known.all()[place].word))) {
      if (++looked > kMostTexts) return best_of(std::move(weights), most);
      const auto& one = fields.texts()[text];
      if (one.field != Field::Name && one.field != Field::Alias) continue;
      const bool has_all = std::ranges::all_of(
          stems, [&](const std::string& stem) { return std::ranges::binary_search(fields.with(stem), text); });
      if (has_all)
        note(weights, static_cast<std::uint32_t>(one.node), weight_of_name(graph, one.node, one.text.size()));
    }
  }
  return best_of(std::move(weights), most);
}

/// Keys are sorted once; those with a prefix are adjacent.
std::vector<NodeId> NameBeginnings::keys(const Graph& graph, std::string_view beginning, std::size_t most) const {
  std::vector<NodeId> nodes;
  const auto key = [&](std::uint32_t node) { return graph.key(NodeId{node}); };
  auto at = std::ranges::lower_bound(by_key_, beginning, {}, key);
  for (; at != by_key_.end() && nodes.size() < most && key(*at).starts_with(beginning); ++at) {
    nodes.push_back(NodeId{*at});
  }
  return nodes;
}

std::string folded_name(std::string_view name) {
  std::string folded;
  for (const auto& word : words_of(name)) folded += (folded.empty() ? "" : " ") + word;
  return folded;
}

}  // namespace treatygraph::queries
