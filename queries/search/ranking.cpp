// How nodes are ranked:
//
// 1. Each wording of each term is matched against the field index, starting from its rarest stem.
// 2. For each text with matches, each term scores by the field's weight and by the share of the text's words that the
//    query covers. A name or alias that the required words cover completely has a bonus.
// 3. The text store returns texts with all terms or, if those are few, with some of the rarer ones. They are read again
//    for the number and nearness of matches.
// 4. A node's score is the sum over terms of rarity times best match, times the share of the query that was found,
// times
//    the prior of the node and how well it fits the treaty and labels that the words ask for. A part inherits terms
//    from the heading of what contains it.
//
// Nodes with less than kLeastShare of the query are dropped, unless nothing has more.

#include "queries/search/ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "graph/derived.h"
#include "graph/text_store.h"
#include "graph/vocabulary.h"
#include "queries/search/field_index.h"
#include "queries/search/known_words.h"
#include "queries/search/places.h"
#include "queries/search/stems.h"
#include "queries/search/typed_treaty.h"
#include "queries/treaty/provision_level.h"

namespace treatygraph::queries {
namespace {

/// The terms of a query are bits of a 32-bit set.
constexpr std::size_t kMostSought = 32;
/// Weights of one match, relative to each other and to weight_of_field().
constexpr double kTextWeight = 2;
constexpr double kInheritedWeight = 1.2;  // weight of the heading above a part
constexpr double kHelp = 0.4;             // weight of words that find nothing alone
constexpr double kLeastShare = 0.45;      // share of the query's weight
constexpr double kSomeShare = 0.15;       // where nothing has so much
constexpr double kTypedNameBonus = 4;
constexpr double kMeantNameBonus = 2.5;
constexpr float kSureWeight = 0.75F;  // minimum weight of a wording that may be a complete name

/// In the order of Field: name, alias, speaker, concern, summary, detail.
double weight_of_field(Field field) {
  constexpr std::array<double, 6> kWeights = {6, 6, 3.5, 3, 2.5, 2};
  return kWeights[static_cast<std::size_t>(field)];
}

constexpr auto kLabelWeights = std::to_array<std::pair<std::string_view, double>>({
    {label::kArticle, 1.0},      {label::kRule, 1.0},       {label::kRegulation, 1.0}, {label::kStandard, 1.0},
    {label::kGuideline, 1.0},    {label::kPrinciple, 1.0},  {label::kClause, 1.0},     {label::kParagraph, 0.9},
    {label::kPoint, 0.85},       {label::kDivision, 0.75},  {label::kRecital, 0.6},    {label::kOffence, 0.9},
    {label::kPower, 0.85},       {label::kSafeguard, 0.85}, {label::kTerm, 0.85},      {label::kState, 1.0},
    {label::kOrganization, 1.0}, {label::kStatement, 0.6},  {label::kEvent, 0.45},
});
/// Drafts rank below the adopted text, which has the same words.
constexpr double kDraft = 0.5;
constexpr double kCompiledTreaty = 1.3;  // curated nodes are what the data are about
constexpr double kExtractedFact = 0.25;  // "human rights": many safeguards are named so by rule

/// The prior of each node; computed once per graph and kept with it.
struct NodeWeights {
  explicit NodeWeights(const Graph& graph) {
    weights.reserve(graph.node_count());
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
      const NodeId node{i};
      weights.push_back(static_cast<float>(of_label(graph, node) * of_treaty(graph, node)));
    }
  }

  static const NodeWeights& of(const Graph& graph) {
    return graph.derived().get<NodeWeights>([&] { return NodeWeights(graph); });
  }

  std::vector<float> weights;

 private:
  /// The weight by labels, computed once for each set of labels that occurs.
  double of_label(const Graph& graph, NodeId node) {
    const auto set = graph.label_set(node);
    if (set >= by_set_.size()) by_set_.resize(set + 1, 0);
    if (by_set_[set] > 0) return by_set_[set];
    const auto* const known =
        std::ranges::find_if(kLabelWeights, [&](const auto& entry) { return graph.has_label(node, entry.first); });
    return by_set_[set] = known == kLabelWeights.end() ? 0.5 : known->second;
  }

  /// The weight by the treaty that the node belongs to, and by how the facts got into the data.
  static double of_treaty(const Graph& graph, NodeId node) {
    const auto* const treaty = treaty_of(graph, node);
    if (treaty == nullptr) return 1;
    const double of_version = treaty->is_draft ? kDraft : 1;
    if (treaty->treaty == node) return (treaty->is_loaded ? 1.8 : 0.6) * of_version;
    if (graph.string(treaty->treaty, property::kBasis) != "extracted") return kCompiledTreaty * of_version;
    const bool is_provision = graph.has_label(node, label::kProvision) || graph.has_label(node, label::kTerm);
    return is_provision ? of_version : kExtractedFact * of_version;
  }

  std::vector<double> by_set_;
};

/// What is known of a node while it is scored.
struct Score {
  std::array<float, kMostSought> best{};  ///< by term
  std::uint32_t in_name = 0;              ///< one bit per term in the node's name or heading
  float bonus = 1;
  bool is_name = false;
  bool has_all = false;  ///< its name contains the whole query, including words that ask for a label
};

/// A wording of a term that matches a text of the field index.
struct Match {
  std::uint32_t text = 0;
  std::uint16_t sought = 0;
  std::uint16_t words = 0;
  float weight = 0;
  bool is_typed = false;
};

/// Ranks for one request.
class Ranker {
 public:
  Ranker(const Graph& graph, const MatchRequest& request, Budget& budget)
      : graph_(graph),
        request_(request),
        sought_(request.words.sought.begin(),
                request.words.sought.begin() +
                    static_cast<std::ptrdiff_t>(std::min(request.words.sought.size(), kMostSought))),
        fields_(FieldIndex::of(graph)),
        budget_(budget) {}

  /// Names are matched first. If the budget ends during the texts, what was scored until then is ranked.
  Result<RankedNodes> rank() {
    if (sought_.empty()) return RankedNodes{};
    bool goes_on = match_fields();
    if (goes_on) score_fields();
    if (goes_on && !request_.names_only) {
      auto done = score_texts();
      if (!done && done.error().code != ErrorCode::Cancelled) return fail(done.error());
      goes_on = done.has_value();
    }
    auto ranked = in_order();
    ranked.was_stopped = !goes_on;
    return ranked;
  }

 private:
  /// Collects all matches, sorted by text, then by term, the best wording of a term first. False if the budget is
  /// spent.
  bool match_fields() {
    for (std::size_t i = 0; i < sought_.size(); ++i) {
      for (const auto& way : sought_[i].ways) {
        if (!match_way(way, i)) return false;
      }
    }
    std::ranges::sort(matches_, [](const Match& a, const Match& b) {
      return std::tuple(a.text, a.sought, -a.weight) < std::tuple(b.text, b.sought, -b.weight);
    });
    return true;
  }

  /// A text must have all stems of the wording: the list of the rarest one is intersected with the others by bisection.
  bool match_way(const Way& way, std::size_t sought) {
    if (way.stems.empty()) return true;
    const auto rarest =
        std::ranges::min(way.stems, {}, [&](const std::string& stem) { return fields_.with(stem).size(); });
    for (const auto text : fields_.with(rarest)) {
      if (!budget_.spend()) return false;
      const bool has_all = std::ranges::all_of(
          way.stems, [&](const std::string& stem) { return std::ranges::binary_search(fields_.with(stem), text); });
      if (!has_all || (way.in_a_row && !says_in_a_row(fields_.texts()[text].text, way.words))) continue;
      matches_.push_back({text, static_cast<std::uint16_t>(sought), static_cast<std::uint16_t>(way.stems.size()),
                          static_cast<float>(way.weight), way.by == Way::By::Typed});
    }
    return true;
  }

  /// The matches are sorted by text, so those of one text are adjacent.
  void score_fields() {
    for (std::size_t first = 0; first < matches_.size();) {
      auto last = first;
      while (last < matches_.size() && matches_[last].text == matches_[first].text) ++last;
      score_field_text(first, last);
      first = last;
    }
  }

  /// Scores one text. Matches [first, last) belong to it; of each term only the first counts, which is the best.
  void score_field_text(std::size_t first, std::size_t last) {
    const auto& text = fields_.texts()[matches_[first].text];
    if (request_.sees && !request_.sees(text.of)) return;
    std::size_t words = 0;
    std::uint32_t found = 0;
    bool all_typed = true;
    bool all_sure = true;
    for (auto i = first; i < last; ++i) {
      if (i > first && matches_[i].sought == matches_[i - 1].sought) continue;
      words += matches_[i].words;
      found |= 1U << matches_[i].sought;
      all_typed = all_typed && matches_[i].is_typed;
      all_sure = all_sure && matches_[i].weight > kSureWeight;
    }
    // A name is described better by words that cover all of it; a summary is long in any case.
    const bool is_of_name = text.field == Field::Name || text.field == Field::Alias;
    const auto share = std::min(1.0, static_cast<double>(words) / std::max<double>(text.words, 1));
    const auto whole = is_of_name ? 0.35 + 0.65 * share : 0.8 + 0.2 * share;
    auto& score = scores_[static_cast<std::uint32_t>(text.node)];
    for (auto i = first; i < last; ++i) {
      if (i > first && matches_[i].sought == matches_[i - 1].sought) continue;
      const auto value = static_cast<float>(matches_[i].weight * weight_of_field(text.field) * whole);
      auto& best = score.best.at(matches_[i].sought);
      // A second match of the same term adds a little, so nodes with more evidence win ties.
      best = std::max(best, value) + 0.05F * std::min(best, value);
    }
    if (!is_of_name) return;
    score.in_name |= found;
    if (share < 1 || (found & wanted()) != wanted()) return;
    // A name that matches only by uncertain wordings is no reason for the bonus.
    if (!all_sure) return;
    score.is_name = score.is_name || all_typed;
    score.has_all = score.has_all || (all_typed && std::popcount(found) == static_cast<int>(sought_.size()));
    score.bonus = std::max(score.bonus, static_cast<float>(all_typed ? kTypedNameBonus : kMeantNameBonus));
  }

  /// The bits of required terms.
  [[nodiscard]] std::uint32_t wanted() const {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < sought_.size(); ++i) bits |= sought_[i].is_wanted ? 1U << i : 0U;
    return bits;
  }

  /// Scores texts with all terms and, if these are few, texts with some of the rarer terms.
  Result<void> score_texts() {
    constexpr std::size_t kFewTexts = 50;
    std::vector<TextWant> wants;
    bool can_have_all = true;
    std::vector<std::pair<double, std::size_t>> by_rarity;
    for (const auto& sought : sought_) {
      if (!sought.is_wanted) continue;
      auto want = text_want_of(graph_, sought);
      can_have_all = can_have_all && !want.empty();
      if (want.empty()) continue;
      by_rarity.emplace_back(-sought.rarity, wants.size());
      wants.push_back(std::move(want));
    }
    if (wants.empty()) return {};
    std::size_t found = 0;
    if (can_have_all) {
      auto hits = best_texts(wants, Matching::All);
      if (!hits) return fail(hits.error());
      found = hits->size();
      if (auto done = score_text_hits(*hits); !done) return done;
    }
    // Enough texts have everything; others would only be further down.
    if (found >= kFewTexts || wants.size() < 2) return {};
    std::ranges::sort(by_rarity);
    const auto hits = best_texts(rarer_of(wants, by_rarity), Matching::Any);
    if (!hits) return fail(hits.error());
    return score_text_hits(*hits);
  }

  /// Texts of the treaties that the words name come first, however many texts of other treaties match better: otherwise
  /// they might not be among those that are read.
  Result<std::vector<TextHit>> best_texts(const std::vector<TextWant>& wants, Matching matching) {
    if (request_.words.treaties.empty()) return best_texts(wants, matching, request_.admits);
    auto hits = best_texts(wants, matching, [&](NodeId node) { return request_.admits(node) && is_in_named(node); });
    if (!hits) return hits;
    auto others = best_texts(wants, matching, [&](NodeId node) { return request_.admits(node) && !is_in_named(node); });
    if (!others) return others;
    hits->insert(hits->end(), others->begin(), others->end());
    return hits;
  }

  /// Asks for one text more than may be ranked, to know whether there are more.
  Result<std::vector<TextHit>> best_texts(const std::vector<TextWant>& wants, Matching matching,
                                          const std::function<bool(NodeId)>& admits) {
    const auto may_go_on = [&] { return budget_.may_go_on(); };
    auto hits = graph_.texts().search({wants, matching, request_.most_texts + 1, may_go_on, admits});
    if (hits && hits->size() > request_.most_texts) {
      hits->pop_back();
      has_more_texts_ = true;
    }
    return hits;
  }

  /// Whether the node belongs to a treaty that the words name.
  [[nodiscard]] bool is_in_named(NodeId node) const {
    const auto* const treaty = treaty_of(graph_, node);
    return treaty != nullptr &&
           std::ranges::find(request_.words.treaties, treaty->treaty) != request_.words.treaties.end();
  }

  /// Keeps the rarest terms. Common terms are left out unless there are no others.
  static std::vector<TextWant> rarer_of(const std::vector<TextWant>& wants,
                                        const std::vector<std::pair<double, std::size_t>>& by_rarity) {
    constexpr std::size_t kMostWants = 6;
    constexpr double kCommon = 3;  // as rarity: about one node in twenty
    std::vector<TextWant> rarer;
    for (const auto& [rarity, place] : by_rarity) {
      if (rarer.size() == kMostWants || (!rarer.empty() && -rarity < kCommon)) break;
      rarer.push_back(wants[place]);
    }
    return rarer;
  }

  /// Reading and stemming a text costs far more than a step of other loops.
  Result<void> score_text_hits(const std::vector<TextHit>& hits) {
    for (const auto& hit : hits) {
      if (!budget_.spend(200)) return fail(ErrorCode::Cancelled, "the search was stopped");
      const auto text = graph_.text(hit.node);
      if (!text) return fail(text.error());
      const auto places = places_of(*text, sought_);
      if (places.empty()) continue;
      auto& score = scores_[static_cast<std::uint32_t>(hit.node)];
      const auto nearness = nearness_of(places, sought_.size());
      std::array<std::size_t, kMostSought> times{};
      std::array<double, kMostSought> weights{};
      for (const auto& place : places) {
        ++times.at(place.sought);
        weights.at(place.sought) = std::max(weights.at(place.sought), place.weight);
      }
      for (std::size_t i = 0; i < sought_.size(); ++i) {
        if (times.at(i) == 0) continue;
        const auto often = 1 + 0.15 * std::log(static_cast<double>(times.at(i)));
        const auto value = static_cast<float>(kTextWeight * weights.at(i) * often * nearness);
        score.best.at(i) = std::max(score.best.at(i), value) + 0.1F * std::min(score.best.at(i), value);
      }
    }
    return {};
  }

  /// If nothing has enough of the query, nodes with some of it are better than none; has_few tells the reader.
  RankedNodes in_order() {
    auto ranked = in_order(kLeastShare);
    if (!ranked.nodes.empty() || request_.names_only) return ranked;
    ranked = in_order(kSomeShare);
    ranked.has_few = !ranked.nodes.empty();
    return ranked;
  }

  RankedNodes in_order(double least_share) {
    RankedNodes ranked;
    for (const auto& [number, score] : scores_) {
      const NodeId node{number};
      if ((request_.names_only && !score.is_name) || !request_.admits(node)) continue;
      if (const auto value = value_of(node, score, least_share); value > 0)
        ranked.nodes.push_back({node, value, score.is_name && (score.has_all || is_asked_for(node))});
    }
    const auto better = [](const RankedNode& a, const RankedNode& b) {
      return std::pair(-a.score, a.node) < std::pair(-b.score, b.node);
    };
    ranked.is_part = has_more_texts_ || ranked.nodes.size() > request_.most;
    const auto most = ranked.nodes.begin() + static_cast<std::ptrdiff_t>(std::min(request_.most, ranked.nodes.size()));
    std::partial_sort(ranked.nodes.begin(), most, ranked.nodes.end(), better);
    ranked.nodes.erase(most, ranked.nodes.end());
    return ranked;
  }

  /// The final score of a node; 0 if it has less than `least_share` of the query, by rarity.
  [[nodiscard]] double value_of(NodeId node, const Score& score, double least_share) const {
    double sum = 0;
    double found = 0;
    double all = 0;
    for (std::size_t i = 0; i < sought_.size(); ++i) {
      const auto rarity = sought_[i].rarity;
      const auto best = score.best.at(i) > 0 ? double{score.best.at(i)} : inherited(node, i);
      if (!sought_[i].is_wanted) {
        sum += kHelp * rarity * best;
        continue;
      }
      all += rarity;
      sum += rarity * best;
      if (best > 0) found += rarity;
    }
    const auto share = all > 0 ? found / all : 0;
    if (share < least_share) return 0;
    const bool fits = score.has_all || is_asked_for(node);
    const auto bonus = fits ? double{score.bonus} : 1;
    return sum * std::pow(share, 1.5) * bonus * weight_of(graph_, node) * fit_of(node, fits);
  }

  /// The score of a term that the node lacks but a heading above it has, up to the article. So "extradition" finds the
  /// paragraphs of an article with that heading.
  [[nodiscard]] double inherited(NodeId node, std::size_t sought) const {
    for (auto above = graph_.parent(node); above; above = graph_.parent(*above)) {
      const auto known = scores_.find(static_cast<std::uint32_t>(*above));
      if (known != scores_.end() && (known->second.in_name >> sought & 1U) != 0) return kInheritedWeight;
      if (is_of_article_level(graph_, *above)) break;
    }
    return 0;
  }

  /// A factor for how well the node fits the treaty and the labels that the words ask for. It reorders hits and removes
  /// none.
  [[nodiscard]] double fit_of(NodeId node, bool is_fitting) const {
    double fit = 1;
    const auto& words = request_.words;
    if (!words.treaties.empty()) {
      fit *= is_in_named(node) ? 3 : 0.3;
    }
    if (words.labels.empty()) {
      const bool is_said_of_it = graph_.has_label(node, label::kStatement) || graph_.has_label(node, label::kEvent);
      return words.speaks_of_treaty && is_said_of_it ? 0.5 * fit : fit;
    }
    const bool is_provision = graph_.has_label(node, label::kProvision) &&
                              std::ranges::find(words.labels, label::kArticle) != words.labels.end();
    const auto other = words.asks_for_only_these ? 0.4 : 0.7;
    return fit * (is_fitting ? 2 : is_provision ? 1.4 : other);
  }

  /// Whether the node has a label that the words ask for.
  [[nodiscard]] bool is_asked_for(NodeId node) const {
    const auto& labels = request_.words.labels;
    return labels.empty() ||
           std::ranges::any_of(labels, [&](std::string_view label) { return graph_.has_label(node, label); });
  }

  const Graph& graph_;
  const MatchRequest& request_;
  const std::vector<Sought> sought_;
  const FieldIndex& fields_;
  Budget& budget_;
  std::vector<Match> matches_;
  std::unordered_map<std::uint32_t, Score> scores_;
  bool has_more_texts_ = false;
};

}  // namespace

double weight_of(const Graph& graph, NodeId node) {
  return NodeWeights::of(graph).weights[index_of(node)];
}

Result<RankedNodes> rank_nodes(const Graph& graph, const MatchRequest& request, Budget budget) {
  return Ranker(graph, request, budget).rank();
}

}  // namespace treatygraph::queries
