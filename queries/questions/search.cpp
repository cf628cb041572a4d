// The query is first looked up as a citation (search/typed_citation.h). What follows depends on the result:
//
// - The citation has hits: they come first, followed by complete names that read the same.
// - It is a citation without hits and without other words: the answer says so, and only complete names are searched.
// - It is a citation among other words ("what was said about article 6"): the words are ranked, and the provision is
//   kept if the words relate to it, since they may be the name of a treaty that is not loaded.
// - It is no citation: the words are ranked (search/ranking.h).
//
// Then the page is cut and only its hits get snippets, because a snippet reads the text again.

#include "queries/questions/search.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/ascii.h"
#include "graph/search_words.h"
#include "graph/text_store.h"
#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/search/field_index.h"
#include "queries/search/known_words.h"
#include "queries/search/places.h"
#include "queries/search/ranking.h"
#include "queries/search/stems.h"
#include "queries/search/suggestions.h"
#include "queries/search/typed_citation.h"
#include "queries/search/typed_treaty.h"
#include "queries/search/what_it_is.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMaxQuery = 1'024;  // bytes of the query

/// The conditions for a hit.
struct Filter {
  ScopeFilter scope_filter;
  std::optional<LabelId> label;
  std::optional<NodeRange> treaty;
  std::string slug;  ///< belongs to the treaty, as offences and statements do
  std::vector<std::string> modes;

  [[nodiscard]] bool admits(const Graph& graph, NodeId node) const {
    return scope_filter.sees(node) && scope_filter.is_of_basis(node) && (!label || graph.has_label(node, *label)) &&
           (!treaty || treaty->contains(node) || graph.string(node, property::kTreaty) == slug) &&
           (modes.empty() || has_mode(graph, node));
  }

  /// Whether the node has a visible reference of one of the modes.
  [[nodiscard]] bool has_mode(const Graph& graph, NodeId node) const {
    const auto refers = graph.types().find(type::kRefersTo);
    if (!refers) return false;
    for (const auto hop : graph.out(node, *refers)) {
      if (!scope_filter.sees(hop)) continue;
      const auto mode = graph.string(hop.relationship, property::kMode);
      if (std::ranges::find(modes, mode) != modes.end()) return true;
    }
    return false;
  }
};

/// Unknown labels, treaties and modes are errors with the nearest names.
Result<Filter> filter_of(const Graph& graph, const SearchRequest& request) {
  auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  Filter filter{std::move(*scope_filter), {}, {}, request.treaty, request.modes};
  if (!request.label.empty()) {
    const auto label = find_label(graph, request.label);
    if (!label) return fail(label.error());
    filter.label = *label;
  }
  if (!request.treaty.empty()) {
    const auto treaty = find_treaty(graph, request.treaty);
    if (!treaty) return fail(treaty.error());
    filter.treaty = graph.subtree(*treaty);
  }
  for (const auto& mode : request.modes) {
    if (std::ranges::find(kModes, mode) == kModes.end()) {
      return fail(unknown_name("mode", mode, {kModes.begin(), kModes.end()}));
    }
  }
  return filter;
}

/// The short titles of the first treaties in quotation marks, for a sentence.
std::string quoted_names(const Graph& graph, const std::vector<NodeId>& treaties) {
  constexpr std::size_t kMostNamed = 4;
  std::vector<std::string> names;
  for (const auto treaty : treaties) {
    if (names.size() < kMostNamed) names.push_back(fmt::format("‘{}’", short_title_of(graph, treaty)));
  }
  return fmt::format("{}{}", fmt::join(names, ", "), treaties.size() > kMostNamed ? " or others" : "");
}

/// Whether a word beside a name says what kind of party it is: "the NGO Article 19".
bool says_what_a_party_is(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"ngo", "organization", "organisation", "company", "firm", "group", "state", "government", "country", "the"});
  return std::ranges::find(kWords, word) != kWords.end();
}

/// One search, from the typed text to ordered hits.
class Search {
 public:
  Search(const Graph& graph, const SearchRequest& request, const Filter& filter, const Budget& budget)
      : graph_(graph), request_(request), filter_(filter), budget_(budget) {}

  Result<SearchAnswer> run() {
    auto lookup = look_up_citation(graph_, request_.q);
    if (lookup.hits.empty()) {  // "US Chamber of Commerce": not a treaty, but a complete name
      for (const auto party : parties_named(request_.q)) add(party, SearchHit::Kind::Name);
    }
    // A hit of the citation decides how the rest of the words is read.
    const auto done = lookup.hits.empty() ? without_citation(lookup) : with_citation(lookup);
    if (!done) return fail(done.error());
    for (const auto& reading : answer_.readings) answer_.notes.push_back(sentence_of(reading));
    return std::move(answer_);
  }

  [[nodiscard]] const std::vector<Sought>& sought() const { return words_.sought; }

 private:
  /// By the whole of what was typed, or by all of it but the word that says what they are ("the NGO Article 19").
  [[nodiscard]] std::vector<NodeId> parties_named(std::string_view typed) const {
    if (auto called = parties_called(graph_, typed); !called.empty()) return called;
    std::string name;
    for (const auto& word : words_of(typed)) {
      if (!says_what_a_party_is(word)) name += (name.empty() ? "" : " ") + word;
    }
    return parties_called(graph_, name);
  }

  /// The citation's target comes first. After it come complete names ("ARTICLE 19" is an organization) or, for a
  /// treaty's name, hits about it.
  Result<void> with_citation(const CitationLookup& lookup) {
    for (const auto& [node, exact] : lookup.hits) {
      add(node, exact ? SearchHit::Kind::Citation : SearchHit::Kind::NearestToCitation);
    }
    if (lookup.may_mean.size() > 1) say_what_it_may_mean(lookup);
    if (lookup.cited && lookup.cited->more.size() + 1 >= kMostProvisions) {
      answer_.notes.push_back(
          fmt::format("only the first {} provisions of this range were looked up", kMostProvisions));
    }
    if (lookup.cited) say_which_are_not_there(*lookup.cited, lookup.hits);
    // A key is meant exactly.
    if (lookup.is_key) return {};
    words_ = read_words(graph_, request_.q, TreatyNamesIn::Words);
    return rank(lookup.cited.has_value());
  }

  void say_what_it_may_mean(const CitationLookup& lookup) {
    const auto words = lookup.cited ? lookup.cited->treaty : request_.q;
    answer_.notes.push_back(fmt::format("‘{}’ may mean {}", words, quoted_names(graph_, lookup.may_mean)));
  }

  /// Whether a provision that was found is the cited one, by its eId or by the end of it.
  [[nodiscard]] bool is_hit(const Eid& cited, const std::vector<CitationHit>& hits) const {
    const auto eids = eids_of_cited(cited);
    return std::ranges::any_of(hits, [&](const CitationHit& hit) {
      const auto known = graph_.string(hit.node, property::kEid);
      return hit.exact && std::ranges::any_of(eids, [&](std::string_view eid) {
               return known.ends_with(eid) &&
                      (known.size() == eid.size() || known.substr(0, known.size() - eid.size()).ends_with("__"));
             });
    });
  }

  /// Notes which of the cited provisions do not exist: "articles 65 to 80" of a treaty that ends with article 68.
  void say_which_are_not_there(const TypedCitation& cited, const std::vector<CitationHit>& hits) {
    constexpr std::size_t kMostNamed = 3;
    std::vector<std::string> missing;
    auto all = cited.more;
    all.insert(all.begin(), cited.eid);
    for (const auto& eid : all) {
      if (!is_hit(eid, hits)) missing.push_back(citation_of(eid));
    }
    if (missing.empty()) return;
    const auto others = missing.size() - std::min(missing.size(), kMostNamed);
    const bool has_nearest = std::ranges::any_of(hits, [](const CitationHit& hit) { return !hit.exact; });
    missing.resize(missing.size() - others);
    answer_.notes.push_back(fmt::format("there is no {}{} here{}", fmt::join(missing, ", "),
                                        others > 0 ? fmt::format(" and {} more of these", others) : "",
                                        has_nearest ? "; shown is what would contain it" : ""));
  }

  /// The typed text is no citation, or its provision was not found.
  Result<void> without_citation(const CitationLookup& lookup) {
    if (lookup.cited && lookup.cited->has_kind_word && lookup.other_words.empty()) {
      say_which_are_not_there(*lookup.cited, {});
      words_ = read_words(graph_, request_.q, TreatyNamesIn::Words);
      return rank(true);
    }
    // "article 6 extradition": the other words were taken for the name of a treaty, but none has that name.
    const bool is_cited = lookup.cited && lookup.cited->has_kind_word && !lookup.other_words.empty();
    words_ = read_words(graph_, is_cited ? lookup.other_words : request_.q);
    answer_.readings = words_.readings;
    for (const auto treaty : words_.treaties) say_unloaded(treaty);
    if (lookup.cited && !is_cited) add_headed(*lookup.cited);
    if (!is_cited) return rank(false);
    return rank_beside(*lookup.cited, lookup.other_words);
  }

  /// "24 extradition": a number without a word for its kind is a citation if all other words are in the heading of the
  /// provision.
  void add_headed(const TypedCitation& cited) {
    const auto treaties = words_.treaties.empty() ? loaded() : words_.treaties;
    for (const auto& [node, exact] : provisions_cited(graph_, cited, treaties, Nearest::LeaveOut)) {
      if (exact && heading_has_words(node)) add(node, SearchHit::Kind::Citation);
    }
  }

  /// Whether there are words other than numbers, all of them in the provision's heading.
  [[nodiscard]] bool heading_has_words(NodeId node) const {
    const auto heading = stems_of(graph_.string(node, property::kHeading));
    std::size_t found = 0;
    for (const auto& word : words_.sought) {
      if (std::ranges::all_of(word.typed, is_digit)) continue;
      if (std::ranges::find(heading, stem_of(word.typed)) == heading.end()) return false;
      ++found;
    }
    return found > 0;
  }

  /// "extradition in UNCAC" when UNCAC is not loaded: the treaty first, and no article of another treaty.
  void say_unloaded(NodeId treaty) {
    const auto* const known = treaty_of(graph_, treaty);
    if (known != nullptr && !known->is_loaded) add(treaty, SearchHit::Kind::Name);
  }

  /// A citation among other words: "what did HRW say about article 6", "article 15 grooming". It belongs to this treaty
  /// if the words say so, or occur in it or in what is said about it.
  Result<void> rank_beside(const TypedCitation& cited, const std::string& other_words) {
    auto ranked = ranked_nodes(false);
    if (!ranked) return fail(ranked.error());
    const auto treaties = words_.treaties.empty() ? loaded() : words_.treaties;
    // Without a named treaty, a near miss in some treaty is no answer.
    auto provisions =
        provisions_cited(graph_, cited, treaties, words_.treaties.empty() ? Nearest::LeaveOut : Nearest::Offer);
    if (words_.treaties.empty()) keep_what_the_words_are_about(provisions, *ranked);
    if (provisions.empty() && words_.treaties.empty()) {
      answer_.notes.push_back(
          fmt::format("no treaty here is called ‘{}’, so {} was looked up in no other; shown is what "
                      "has the words",
                      other_words, citation_of(cited.eid)));
    }
    const bool asks_for_others = !words_.labels.empty() && words_.labels.front() == label::kStatement;
    const auto add_provisions = [&] {
      for (const auto& [node, exact] : provisions) {
        add(node, exact ? SearchHit::Kind::Citation : SearchHit::Kind::NearestToCitation);
      }
    };
    // "What was said about article 6" asks for statements; otherwise the article comes first.
    if (!asks_for_others) add_provisions();
    for (const auto& found : ranked->nodes) {
      const bool is_related =
          std::ranges::any_of(provisions, [&](const CitationHit& hit) { return is_about(found.node, hit.node); });
      if (is_related) add(found.node, SearchHit::Kind::Text, found.score);
    }
    // Statements first; the provisions follow for readers who meant them.
    if (asks_for_others) add_all(*ranked);
    add_provisions();
    add_all(*ranked);
    return {};
  }

  /// Removes provisions that the words do not relate to. If the words may be the name of an unknown treaty, no
  /// provision is kept: it would be of the wrong treaty.
  void keep_what_the_words_are_about(std::vector<CitationHit>& provisions, const RankedNodes& ranked) const {
    const bool asks_who_said = std::ranges::find(words_.labels, label::kStatement) != words_.labels.end();
    const bool may_be_another = words_.unknown_names || says_whole_name_beside();
    std::erase_if(provisions, [&](const CitationHit& hit) {
      const bool is_related = std::ranges::any_of(
          ranked.nodes, [&](const RankedNode& found) { return !found.is_name && is_about(found.node, hit.node); });
      return may_be_another || (!is_related && !asks_who_said);
    });
  }

  /// "the Lisbon Treaty": a treaty's name with a word that was not found.
  [[nodiscard]] bool says_whole_name_beside() const {
    const bool misses_words = std::ranges::any_of(words_.readings, [](const WordReading& reading) {
      return reading.how != WordReading::How::Thesaurus && reading.how != WordReading::How::Name &&
             reading.how != WordReading::How::Treaty;
    });
    return misses_words && std::ranges::find(words_.labels, label::kStatement) == words_.labels.end();
  }

  /// Whether it occurs in the provision or in a draft that became it, or is said about one of these or their parts.
  [[nodiscard]] bool is_about(NodeId node, NodeId provision) const {
    const auto known = counterparts_.try_emplace(static_cast<std::uint32_t>(provision));
    // The counterparts of a provision are looked up once, though every ranked node is tested.
    auto& all = known.first->second;
    if (known.second) {
      all.push_back(provision);
      for (const auto& counterpart : counterparts_of(graph_, provision, filter_.scope_filter))
        all.push_back(counterpart.node);
    }
    return std::ranges::any_of(all, [&](NodeId one) { return is_about_this(node, one); });
  }

  /// What a statement addresses, an event concerns, or a provision carries is about that provision.
  [[nodiscard]] bool is_about_this(NodeId node, NodeId provision) const {
    const auto whole = graph_.subtree(provision);
    if (whole.contains(node)) return true;
    // A statement or an event points to what it is about.
    for (const auto type : {type::kAddresses, type::kConcerns}) {
      const auto id = graph_.types().find(type);
      if (!id) continue;
      for (const auto hop : graph_.out(node, *id)) {
        if (filter_.scope_filter.sees(hop) && whole.contains(hop.node)) return true;
      }
    }
    // An offence, power, safeguard or term is pointed to by its provision.
    for (const auto type : {type::kEstablishes, type::kGrants, type::kProvides, type::kDefines}) {
      const auto id = graph_.types().find(type);
      if (!id) continue;
      for (const auto hop : graph_.in(node, *id)) {
        if (filter_.scope_filter.sees(hop) && whole.contains(hop.node)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<NodeId> loaded() const {
    std::vector<NodeId> all;
    for (const auto& treaty : known_treaties(graph_)) {
      if (treaty.is_loaded && !treaty.is_draft) all.push_back(treaty.treaty);
    }
    return all;
  }

  /// Adds the ranked hits; if there are none, the treaties that were named.
  Result<void> rank(bool names_only) {
    auto ranked = ranked_nodes(names_only);
    if (!ranked) return fail(ranked.error());
    add_all(*ranked);
    if (answer_.hits.empty() && !words_.treaties.empty()) {
      for (const auto treaty : words_.treaties) add(treaty, SearchHit::Kind::Name);
    }
    return {};
  }

  /// Ranks the words under the conditions of the request, and notes if the ranking is not complete.
  Result<RankedNodes> ranked_nodes(bool names_only) {
    MatchRequest request{.words = words_,
                         .admits = [&](NodeId node) { return filter_.admits(graph_, node); },
                         .most = SearchAnswer::kMostHits,
                         .names_only = names_only,
                         .sees = [&](NodeId node) { return filter_.scope_filter.sees(node); }};
    // Without these limits, only the budget bounds the answer.
    if (wants_all()) request.most = request.most_texts = Page::kAll;
    auto ranked = rank_nodes(graph_, request, budget_);
    if (!ranked) return ranked;
    // Half a ranking is better than none, but an empty one would say that nothing matches.
    if (ranked->was_stopped && ranked->nodes.empty() && answer_.hits.empty()) return fail(budget_.why_stopped());
    if (ranked->was_stopped) answer_.truncated = cut_by(budget_);
    answer_.has_more = answer_.has_more || ranked->is_part || ranked->was_stopped;
    if (ranked->has_few) answer_.notes.emplace_back("nothing has most of these words; shown is what has some of them");
    return ranked;
  }

  void add_all(const RankedNodes& ranked) {
    for (const auto& found : ranked.nodes) {
      add(found.node, found.is_name ? SearchHit::Kind::Name : SearchHit::Kind::Text, found.score);
    }
  }

  /// Each node is given once, by the first and best reason.
  void add(NodeId node, SearchHit::Kind kind, double score = 0) {
    if (!filter_.admits(graph_, node)) return;
    if (answer_.hits.size() >= SearchAnswer::kMostHits && !wants_all()) {
      answer_.has_more = true;
      return;
    }
    if (given_.insert(static_cast<std::uint32_t>(node)).second) answer_.hits.push_back({node, kind, score, {}});
  }

  /// Not the best, but every hit.
  [[nodiscard]] bool wants_all() const { return request_.page.limit == Page::kAll; }

  const Graph& graph_;
  const SearchRequest& request_;
  const Filter& filter_;
  const Budget& budget_;
  SearchAnswer answer_;
  WordsRead words_;
  std::unordered_set<std::uint32_t> given_;
  mutable std::unordered_map<std::uint32_t, std::vector<NodeId>> counterparts_;
};

/// Most frequent first, then by name.
std::vector<FacetCount> most_frequent(const std::map<std::string, std::size_t, std::less<>>& counts) {
  constexpr std::size_t kMostValues = 50;
  std::vector<FacetCount> facet;
  for (const auto& [value, count] : counts) facet.push_back({value, count});
  std::ranges::stable_sort(facet, std::ranges::greater(), &FacetCount::count);
  if (facet.size() > kMostValues) facet.resize(kMostValues);
  return facet;
}

/// Counts labels, treaties and modes over all hits. A hit with several references of one mode counts once.
SearchFacets facets_of(const Graph& graph, const ScopeFilter& scope_filter, const std::vector<SearchHit>& hits) {
  std::map<std::string, std::size_t, std::less<>> labels;
  std::map<std::string, std::size_t, std::less<>> treaties;
  std::map<std::string, std::size_t, std::less<>> modes;
  const auto refers = graph.types().find(type::kRefersTo);
  for (const auto& hit : hits) {
    for (const auto label : graph.labels_of(hit.node)) ++labels[std::string(graph.labels().name(label))];
    if (const auto* const treaty = treaty_of(graph, hit.node)) ++treaties[std::string(treaty->slug)];
    std::unordered_set<std::string_view> of_hit;
    if (refers) {
      for (const auto hop : graph.out(hit.node, *refers)) {
        const auto mode = graph.string(hop.relationship, property::kMode);
        if (scope_filter.sees(hop) && !mode.empty()) of_hit.insert(mode);
      }
    }
    for (const auto mode : of_hit) ++modes[std::string(mode)];
  }
  return {most_frequent(labels), most_frequent(treaties), most_frequent(modes)};
}

/// Repeats the conditions, and offers the forms of input that find more.
std::string why_empty(const SearchRequest& request) {
  return fmt::format(
      "no heading, name, summary or text has enough of the words of “{}”{}{}; try other words, a "
      "beginning such as \"evid*\", or a citation such as \"art 24(2)\"",
      request.q, request.label.empty() ? "" : fmt::format(" with the label {}", request.label),
      request.treaty.empty() ? "" : fmt::format(" in the treaty {}", request.treaty));
}

/// Citations need no snippet: the reader asked for this provision.
Result<void> add_snippets(const Graph& graph, const std::vector<Sought>& sought, SearchAnswer& answer) {
  for (auto& hit : answer.hits) {
    if (hit.kind != SearchHit::Kind::Text && hit.kind != SearchHit::Kind::Name) continue;
    auto snippet = snippet_of(graph, hit.node, sought);
    if (!snippet) return fail(snippet.error());
    hit.snippet = *std::move(snippet);
  }
  return {};
}

/// The total of such an answer counts the best hits only.
Truncation best_of_more(const SearchAnswer& answer) {
  return {fmt::format("{} of more than {} hits are on this page: only the best are ranked and counted",
                      answer.hits.size(), answer.total),
          "ask with limit=all, with more words, or for one treaty or label"};
}

constexpr std::array<std::string_view, 4> kKinds = {"citation", "nearest_to_citation", "name", "text"};

}  // namespace

Result<SearchAnswer> search(const Graph& graph, const SearchRequest& request, const Budget& budget) {
  if (request.q.empty())
    return fail(ErrorCode::InvalidArgument, "q is empty; give words, or a citation such as \"art 24(2)\"");
  if (request.q.size() > kMaxQuery) {
    return fail(ErrorCode::InvalidArgument, fmt::format("q has {} bytes; at most {}", request.q.size(), kMaxQuery));
  }
  const auto filter = filter_of(graph, request);
  if (!filter) return fail(filter.error());
  const auto start = position_of(request.page.cursor, graph.snapshot());
  if (!start) return fail(start.error());

  Search asked(graph, request, *filter, budget);
  auto answer = asked.run();
  if (!answer) return answer;
  if (answer->hits.empty()) answer->explanation = answer->notes.empty() ? why_empty(request) : answer->notes.front();
  // Counted before the page is cut.
  answer->facets = facets_of(graph, filter->scope_filter, answer->hits);
  const bool was_stopped = answer->truncated.has_value();
  keep_page(*answer, *start, request.page, graph.snapshot(), "hits");
  if (answer->has_more && !was_stopped && !answer->hits.empty()) answer->truncated = best_of_more(*answer);
  if (auto done = add_snippets(graph, asked.sought(), *answer); !done) return fail(done.error());
  return answer;
}

void prepare_search(const Graph& graph) {
  // Each call builds an index and what it depends on.
  (void)KnownWords::of(graph);
  (void)known_treaties(graph);
  (void)NameBeginnings::of(graph);
}

std::string_view name_of(SearchHit::Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

}  // namespace treatygraph::queries
