// Sources in order: citations, keys, names that begin with the input, names with all its words, and complete words.
// Each adds suggestions until the limit is reached, so the likeliest sources come first. Corrections are tried only if
// nothing else was found.

#include "queries/questions/suggest.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "graph/search_words.h"
#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/search/known_words.h"
#include "queries/search/stems.h"
#include "queries/search/suggestions.h"
#include "queries/search/typed_citation.h"
#include "queries/search/typed_treaty.h"
#include "queries/search/what_it_is.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMaxTyped = 1'024;
constexpr std::size_t kMostCitations = 6;  // to leave room for names
constexpr std::size_t kMostWords = 3;

/// Collects the suggestions for one input.
class SuggestionFinder {
 public:
  SuggestionFinder(const Graph& graph, const SuggestRequest& request, ScopeFilter scope_filter)
      : graph_(graph), request_(request), scope_filter_(std::move(scope_filter)) {}

  /// The order of these calls is the order of the suggestions.
  SuggestAnswer run() {
    const auto letters = folded_name(request_.q);
    add_citations();
    add_keys();
    const auto& names = NameBeginnings::of(graph_);
    add_names(names.beginning(letters, 4 * request_.limit));
    constexpr std::size_t kShortestWord = 3;  // with fewer letters, there are too many words
    if (letters.size() >= kShortestWord && !is_cited_) add_names(with_words(request_.q));
    if (answer_.suggestions.empty()) add_corrected();
    if (request_.label.empty()) add_words();
    return std::move(answer_);
  }

 private:
  /// The cited provisions and, while a number is being typed, those that begin with it.
  void add_citations() {
    const auto lookup = look_up_citation(graph_, request_.q);
    if (lookup.is_key) add(Suggestion::Kind::Key, lookup.hits.front().node);
    if (!lookup.cited) return;
    const bool may_be_words = !lookup.cited->has_kind_word && !lookup.cited->treaty.empty() && lookup.hits.empty();
    if (may_be_words) return;
    std::size_t given = 0;
    for (const auto& hit : lookup.hits) {
      if (hit.exact && given < kMostCitations && add(Suggestion::Kind::Citation, hit.node)) ++given;
    }
    is_cited_ = given > 0 && lookup.cited->has_kind_word;
    const auto first = std::ranges::find_if(lookup.hits, &CitationHit::exact);
    if (first != lookup.hits.end()) add_longer_numbers(first->node, given);
  }

  /// "art 2" may continue as "art 24", or with its own parts.
  void add_longer_numbers(NodeId node, std::size_t given) {
    // Only a number at the end can still grow.
    if (request_.q.empty() || request_.q.back() < '0' || request_.q.back() > '9') return;
    for (char digit = '0'; digit <= '9' && given < kMostCitations + 4; ++digit) {
      const auto longer = graph_.find(fmt::format("{}{}", graph_.key(node), digit));
      if (longer && add(Suggestion::Kind::Citation, *longer)) ++given;
    }
  }

  /// Only input with a character of keys is looked up as a key; most words would match nothing.
  void add_keys() {
    const bool may_be_key = request_.q.find_first_of(":_@") != std::string::npos;
    if (!may_be_key) return;
    for (const auto node : NameBeginnings::of(graph_).keys(graph_, request_.q, request_.limit)) {
      add(Suggestion::Kind::Key, node);
    }
  }

  /// Candidates are more than the limit, since some may be hidden or given already.
  void add_names(const std::vector<NameBeginnings::Found>& found) {
    for (const auto& one : found) add(Suggestion::Kind::Name, one.node);
  }

  /// All words in any order; the last one may be incomplete.
  [[nodiscard]] std::vector<NameBeginnings::Found> with_words(std::string_view typed) const {
    auto words = words_of(typed);
    if (words.empty()) return {};
    const auto last = words.back();
    words.pop_back();
    std::vector<std::string> stems;
    for (const auto& word : words) {
      if (!is_filler(word)) stems.push_back(stem_of(word));
    }
    return NameBeginnings::with_words(graph_, stems, last, 2 * request_.limit);
  }

  /// If nothing begins with it: corrections of the last word.
  void add_corrected() {
    auto words = words_of(request_.q);
    if (words.empty()) return;
    for (const auto& near : KnownWords::of(graph_).nearest(words.back(), 2)) {
      words.back() = near;
      std::string typed;
      for (const auto& word : words) typed += (typed.empty() ? "" : " ") + word;
      add_names(NameBeginnings::of(graph_).beginning(typed, request_.limit));
      add_names(with_words(typed));
    }
  }

  /// The last word as spelled in the data.
  void add_words() {
    constexpr std::size_t kShortest = 3;
    const auto words = placed_words_of(request_.q);
    // Input that ends with a space or a sign has no word to complete.
    if (words.empty() || words.back().word.size() < kShortest || words.back().end != request_.q.size()) return;
    const auto& known = KnownWords::of(graph_);
    const auto before = request_.q.substr(0, words.back().begin);
    for (const auto place : known.beginning(words.back().word, kMostWords)) {
      if (answer_.suggestions.size() >= request_.limit) return;
      const auto& word = known.all()[place].word;
      if (word != words.back().word) answer_.suggestions.push_back({Suggestion::Kind::Word, {}, before + word});
    }
  }

  /// Whether the node was added: it may be known already, hidden, or one too many.
  bool add(Suggestion::Kind kind, NodeId node) {
    if (answer_.suggestions.size() >= request_.limit || !admits(node)) return false;
    if (!given_.insert(node).second) return false;
    answer_.suggestions.push_back({kind, node, std::string(kind == Suggestion::Kind::Key ? graph_.key(node) : "")});
    if (kind != Suggestion::Kind::Key) answer_.suggestions.back().text = text_of(kind, node);
    return true;
  }

  /// A citation with its treaty, so that searching for it finds the same provision.
  [[nodiscard]] std::string text_of(Suggestion::Kind kind, NodeId node) const {
    auto title = title_of(graph_, node);
    const auto* const treaty = treaty_of(graph_, node);
    const bool is_provision = graph_.has_label(node, label::kProvision);
    if (!is_provision || treaty == nullptr) return title;
    const auto citation = kind == Suggestion::Kind::Citation ? title.substr(0, title.find(" (")) : title;
    return kind == Suggestion::Kind::Citation ? fmt::format("{} {}", treaty->slug, citation) : citation;
  }

  /// The conditions of the request.
  [[nodiscard]] bool admits(NodeId node) const {
    if (!scope_filter_.sees(node) || !scope_filter_.is_of_basis(node)) return false;
    if (!request_.label.empty() && !graph_.has_label(node, request_.label)) return false;
    if (request_.treaty.empty()) return true;
    const auto* const treaty = treaty_of(graph_, node);
    return treaty != nullptr && treaty->slug == request_.treaty;
  }

  const Graph& graph_;
  const SuggestRequest& request_;
  const ScopeFilter scope_filter_;
  SuggestAnswer answer_;
  std::set<NodeId> given_;
  bool is_cited_ = false;  ///< then the words are a citation and not a name
};

constexpr std::array<std::string_view, 4> kSuggestionKinds = {"citation", "name", "key", "word"};

}  // namespace

Result<SuggestAnswer> suggest(const Graph& graph, const SuggestRequest& request) {
  if (request.q.size() > kMaxTyped) {
    return fail(ErrorCode::InvalidArgument, fmt::format("q has {} bytes; at most {}", request.q.size(), kMaxTyped));
  }
  if (!request.label.empty()) {
    if (const auto label = find_label(graph, request.label); !label) return fail(label.error());
  }
  if (!request.treaty.empty()) {
    if (const auto treaty = find_treaty(graph, request.treaty); !treaty) return fail(treaty.error());
  }
  auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  return SuggestionFinder(graph, request, std::move(*scope_filter)).run();
}

std::string_view name_of(Suggestion::Kind kind) {
  return kSuggestionKinds[static_cast<std::size_t>(kind)];
}

}  // namespace treatygraph::queries
