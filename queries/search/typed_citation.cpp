// Which treaties a citation is looked up in: all loaded ones, drafts last, if it names none; the treaties that have the
// words as a complete name; or else those whose names contain all the words. A provision of another treaty than the
// named one is never returned, because it would look like an answer: if the named treaty is not loaded, the treaty
// itself is the hit.

#include "queries/search/typed_citation.h"

#include <algorithm>

#include "graph/search_words.h"
#include "graph/vocabulary.h"
#include "queries/search/annex_codes.h"
#include "queries/search/stems.h"
#include "queries/search/typed_treaty.h"

namespace treatygraph::queries {
namespace {

/// "uncc" of "uncc@2023-11".
std::string_view base_of(std::string_view slug) {
  return slug.substr(0, slug.find('@'));
}

/// The named treaties: complete names; drafts by slug or title.
std::vector<NodeId> treaties_named(const Graph& graph, std::string_view words) {
  auto named = treaties_called(graph, words);
  const auto letters = letters_of_name(words);
  for (const auto& treaty : known_treaties(graph)) {
    if (!treaty.is_draft) continue;
    const auto title = graph.string(treaty.treaty, property::kTitle);
    if (treaty.slug == words || letters_of_name(title) == letters) named.push_back(treaty.treaty);
  }
  return named;
}

/// Those treaties, followed by their drafts.
std::vector<NodeId> with_drafts(const Graph& graph, std::vector<NodeId> treaties) {
  const auto named = treaties;
  for (const auto& draft : known_treaties(graph)) {
    if (!draft.is_draft || std::ranges::find(named, draft.treaty) != named.end()) continue;
    const bool is_of_named = std::ranges::any_of(
        named, [&](NodeId treaty) { return graph.string(treaty, property::kSlug) == base_of(draft.slug); });
    if (is_of_named) treaties.push_back(draft.treaty);
  }
  return treaties;
}

/// The loaded treaties, drafts last.
std::vector<NodeId> loaded_treaties(const Graph& graph) {
  std::vector<NodeId> loaded;
  for (const bool drafts : {false, true}) {
    for (const auto& treaty : known_treaties(graph)) {
      if (treaty.is_loaded && treaty.is_draft == drafts) loaded.push_back(treaty.treaty);
    }
  }
  return loaded;
}

/// Whether the words besides the citation name no treaty: only stop words, or "of the Convention".
bool says_nothing_of_a_treaty(std::string_view words) {
  const auto all = words_of(words);
  return std::ranges::all_of(all, [](const std::string& word) {
    return is_filler(word) || word == "convention" || word == "treaty" || word == "text" || word == "says" ||
           word == "say" || word == "instrument";
  });
}

/// For each named treaty: its provisions, or the treaty itself if it has none of them.
std::vector<CitationHit> hits_in_named(const Graph& graph, const TypedCitation& cited,
                                       const std::vector<NodeId>& named) {
  std::vector<CitationHit> hits;
  std::vector<CitationHit> treaties;
  for (const auto treaty : named) {
    const auto found = provisions_cited(graph, cited, {treaty}, Nearest::Offer);
    hits.insert(hits.end(), found.begin(), found.end());
    if (found.empty()) treaties.push_back({treaty, false});
  }
  const auto drafts = with_drafts(graph, named);
  const std::vector<NodeId> only_drafts(drafts.begin() + static_cast<std::ptrdiff_t>(named.size()), drafts.end());
  const auto in_drafts = provisions_cited(graph, cited, only_drafts, Nearest::LeaveOut);
  hits.insert(hits.end(), treaties.begin(), treaties.end());
  hits.insert(hits.end(), in_drafts.begin(), in_drafts.end());
  return hits;
}

std::vector<CitationHit> treaties_as_hits(const std::vector<NodeId>& treaties) {
  std::vector<CitationHit> hits;
  for (const auto treaty : treaties) hits.push_back({treaty, true});
  return hits;
}

}  // namespace

/// Stops at the first reading that finds something.
CitationLookup look_up_citation(const Graph& graph, std::string_view typed) {
  CitationLookup lookup;
  if (const auto node = graph.find(typed)) {
    lookup.hits = {{*node, true}};
    lookup.is_key = true;
    return lookup;
  }
  constexpr std::size_t kMaxTyped = 256;
  lookup.cited = read_citation(typed, annex_codes(graph));
  if (!lookup.cited) {
    const auto named = treaties_named(graph, typed.substr(0, kMaxTyped));
    if (named.size() > 1) lookup.may_mean = named;
    lookup.hits = treaties_as_hits(named);
    return lookup;
  }
  const auto& cited = *lookup.cited;
  if (says_nothing_of_a_treaty(cited.treaty)) {
    lookup.hits = provisions_cited(graph, cited, loaded_treaties(graph), Nearest::Offer);
    return lookup;
  }
  if (const auto named = treaties_named(graph, cited.treaty); !named.empty()) {
    if (named.size() > 1) lookup.may_mean = named;
    lookup.hits = hits_in_named(graph, cited, named);
    return lookup;
  }
  lookup.may_mean = treaties_meant(graph, cited.treaty);
  for (const bool loaded : {true, false}) {
    for (const auto treaty : lookup.may_mean) {
      const auto* const known = treaty_of(graph, treaty);
      if (known == nullptr || known->is_loaded != loaded) continue;
      const auto hits = loaded ? provisions_cited(graph, cited, {treaty}, Nearest::Offer) : std::vector<CitationHit>();
      lookup.hits.insert(lookup.hits.end(), hits.begin(), hits.end());
    }
  }
  if (!lookup.hits.empty()) return lookup;
  // A complete name of a treaty without the provision: the treaty itself is the nearest answer.
  if (says_whole_name(cited.treaty)) {
    for (const auto treaty : lookup.may_mean) lookup.hits.push_back({treaty, false});
  }
  if (lookup.hits.empty()) lookup.other_words = cited.treaty;
  return lookup;
}

std::vector<CitationHit> find_citation(const Graph& graph, std::string_view typed) {
  return look_up_citation(graph, typed).hits;
}

}  // namespace treatygraph::queries
