// Which provisions correspond is decided in this order: by CORRESPONDS_TO (correspondence.h); between versions of one
// treaty that have none, by number; and otherwise by common words (same_words.h). The explanation says which of these
// was used, because the latter two are guesses. Everything else, including changed relationships and carried
// statements, is computed from these pairs.

#include "queries/questions/compare.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/request/find_node.h"
#include "queries/treaty/carriers.h"
#include "queries/treaty/confidence.h"
#include "queries/treaty/same_words.h"
#include "queries/treaty/versions.h"

namespace treatygraph::queries {
namespace {

using View = CompareRequest::View;
/// Relations of pairs that no CORRESPONDS_TO connects.
constexpr std::string_view kSameNumber = "same_number";
constexpr std::string_view kSameWords = "same_words";
constexpr std::array<std::string_view, 3> kViews = {"provisions", "relationships", "statements"};

/// Accepts a slug and a key of a treaty ("uncc", "treaty:uncc").
Result<NodeId> find_side(const Graph& graph, std::string_view name) {
  constexpr std::string_view kPrefix = "treaty:";
  return find_treaty(graph, name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name);
}

/// The provision that `of` names, by key or by eId on either side; the left one first.
Result<std::optional<NodeId>> find_provision(const Graph& graph, const CompareRequest& request, std::string_view left,
                                             std::string_view right) {
  if (request.of.empty()) return std::optional<NodeId>();
  if (request.of.find(':') == std::string::npos) {
    for (const auto version : {left, right}) {
      if (const auto node = graph.find(fmt::format("{}:{}", version, request.of))) return std::optional(*node);
    }
    return fail(find_node(graph, fmt::format("{}:{}", right, request.of)).error());
  }
  const auto node = find_node(graph, request.of);
  if (!node) return fail(node.error());
  return std::optional(*node);
}

/// The words of a provision with its parts; nothing for other nodes.
Result<std::string> text_below(const Graph& graph, NodeId node) {
  std::string words;
  if (!graph.has_label(node, label::kProvision)) return words;
  const auto inside = graph.subtree(node);
  for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
    const auto text = graph.text(part);
    if (!text) return fail(text.error());
    if (!text->empty()) words += (words.empty() ? "" : " ") + *text;
  }
  return words;
}

/// Computes one comparison. The slugs are views of keys in the graph, after the prefix "treaty:".
class TreatyComparison {
 public:
  TreatyComparison(const Graph& graph, const CompareRequest& request, const Carriers& carriers, NodeId left,
                   NodeId right, Budget& budget)
      : graph_(graph),
        request_(request),
        carriers_(carriers),
        left_slug_(graph.key(left).substr(7)),
        right_slug_(graph.key(right).substr(7)),
        label_(request.label.empty() || request.view != View::Provisions ? label::kArticle
                                                                         : std::string_view(request.label)),
        left_(graph, left_slug_, label_, carriers),
        right_(graph, right_slug_, label_, carriers),
        budget_(budget) {
    answer_.left = left;
    answer_.right = right;
    answer_.view = request.view;
    answer_.label = label_;
    answer_.left_count = left_.nodes().size();
    answer_.right_count = right_.nodes().size();
  }

  /// The pairs are determined first, since every view depends on them.
  Result<Comparison> run() {
    const auto of = find_provision(graph_, request_, left_slug_, right_slug_);
    if (!of) return fail(of.error());
    of_ = *of;
    all_ = correspondences_between(graph_, left_, right_, carriers_.scope_filter());
    // Numbers say something only between versions of one treaty.
    if (all_.empty() && are_versions_of_one_treaty()) pair_by_number();
    if (all_.empty()) {
      if (const auto paired = pair_by_words(); !paired) return fail(paired.error());
    }
    if (request_.view == View::Relationships) {
      answer_.changes = relationship_changes(graph_, left_, right_, all_, narrowing_label(), carriers_.scope_filter());
      keep_changes_of_interest();
    } else if (const auto compared = compare_nodes(); !compared) {
      return fail(compared.error());
    }
    if (request_.view == View::Statements || of_) carry_statements();
    explain();
    cut();
    return std::move(answer_);
  }

 private:
  [[nodiscard]] bool are_versions_of_one_treaty() const {
    const auto root = [](std::string_view slug) { return slug.substr(0, slug.find('@')); };
    return root(left_slug_) == root(right_slug_);
  }

  /// For versions without CORRESPONDS_TO between them: pairs provisions with the same number if both have words. A
  /// renumbered provision is then paired with another one, which the explanation says.
  void pair_by_number() {
    for (const auto node : left_.nodes()) {
      const auto number = graph_.key(node).substr(left_slug_.size());  // ":art_24"
      const auto other = graph_.find(fmt::format("{}{}", right_slug_, number));
      if (!other || !graph_.has_label(*other, label::kProvision)) continue;
      const auto left_words = text_below(graph_, node);
      const auto right_words = text_below(graph_, *other);
      if (left_words && right_words && !left_words->empty() && !right_words->empty()) all_[{node, *other}];
    }
    is_by_number_ = !all_.empty();
  }

  /// For treaties without CORRESPONDS_TO between them, such as a consolidated text and the original.
  Result<void> pair_by_words() {
    std::array<std::vector<WordedProvision>, 2> sides;
    std::size_t at = 0;
    for (const auto* side : {&left_, &right_}) {
      for (const auto node : side->nodes()) {
        auto words = text_below(graph_, node);
        if (!words) return fail(words.error());
        sides[at].push_back({std::string(graph_.string(node, property::kHeading)), *std::move(words)});
      }
      ++at;
    }
    for (const auto& [left, right] : pairs_by_words(sides[0], sides[1], budget_)) {
      all_[{left_.nodes()[left], right_.nodes()[right]}];
    }
    is_by_words_ = !all_.empty();
    return {};
  }

  /// The label that the relationships view is restricted to. Empty for the default label Article, which means all.
  [[nodiscard]] std::string_view narrowing_label() const {
    return request_.label == label::kArticle ? std::string_view() : std::string_view(request_.label);
  }

  /// Whether a node is part of the question: without `of` every node is; otherwise the provision, its parts, what
  /// contains it, and what it carries.
  [[nodiscard]] bool concerns(NodeId node) const {
    return !of_ || graph_.subtree(*of_).contains(node) || graph_.subtree(node).contains(*of_) ||
           carries_in_question(node);
  }
  /// Whether a thing is carried by the requested provision or a part of it.
  [[nodiscard]] bool carries_in_question(NodeId node) const {
    bool found = false;
    carriers_.each_carrier(node, [&](Hop carrier) { found |= graph_.subtree(*of_).contains(carrier.node); });
    return found;
  }

  /// Compares the pairs, and lists what has no counterpart. If a side does not have the requested label, its articles
  /// were used for matching, and what is missing cannot be said.
  Result<void> compare_nodes() {
    std::set<NodeId> matched;
    for (const auto& [pair, evidence] : all_) {
      matched.insert(pair.first);
      matched.insert(pair.second);
      if (!concerns(pair.first) && !concerns(pair.second)) continue;
      if (request_.view == View::Statements) continue;
      auto compared = compare_pair(pair.first, pair.second, evidence);
      if (!compared) return fail(compared.error());
      if (is_wanted(*compared)) answer_.pairs.push_back(std::move(*compared));
    }
    if (request_.view == View::Statements || !wants("missing")) return {};
    if (left_.have_label()) take_missing(left_, matched, answer_.missing_right);
    if (right_.have_label()) take_missing(right_, matched, answer_.missing_left);
    return {};
  }

  /// Lists the nodes of one side that are in no pair.
  void take_missing(const ComparedNodes& side, const std::set<NodeId>& matched, std::vector<NodeId>& missing) const {
    for (const auto node : side.nodes()) {
      if (!matched.contains(node) && concerns(node)) missing.push_back(node);
    }
  }

  /// Relations come from the data; the words are compared if both sides have them. A pair counts as changed if its
  /// relation or its words differ.
  Result<ComparedPair> compare_pair(NodeId left, NodeId right, const std::set<RelationshipId>& evidence) {
    ComparedPair pair{left, right, {evidence.begin(), evidence.end()}, {}, {}, false};
    std::set<std::string> relations;
    for (const auto relationship : evidence) relations.emplace(graph_.string(relationship, property::kRelation));
    if (evidence.empty()) relations.emplace(is_by_words_ ? kSameWords : kSameNumber);
    pair.relations.assign(relations.begin(), relations.end());
    pair.changed = std::ranges::any_of(pair.relations, [](const std::string& r) {
      return r != "equivalent" && r != "verbatim" && r != kSameNumber && r != kSameWords;
    });
    const auto left_words = text_below(graph_, left);
    const auto right_words = text_below(graph_, right);
    if (!left_words || !right_words) return fail(left_words ? right_words.error() : left_words.error());
    // The comparison takes time in proportion to the product of the lengths.
    constexpr std::size_t kBytesPerStep = 64;
    // Without time for it, the pair stays without a word difference.
    if (!left_words->empty() && !right_words->empty() &&
        budget_.spend(left_words->size() * right_words->size() / kBytesPerStep)) {
      pair.words = word_difference(*left_words, *right_words);
      pair.changed |= pair.words && !pair.is_verbatim();
    }
    return pair;
  }

  /// Without a list of relations, every relation is wanted.
  [[nodiscard]] bool wants(std::string_view relation) const {
    return request_.relations.empty() || std::ranges::find(request_.relations, relation) != request_.relations.end();
  }
  /// A pair is wanted if any of its relations was requested, by its stored name or by a derived one (changed,
  /// corresponding, verbatim, adapted).
  [[nodiscard]] bool is_wanted(const ComparedPair& pair) const {
    return std::ranges::any_of(pair.relations, [&](const std::string& relation) { return wants(relation); }) ||
           wants(pair.changed ? "changed" : "corresponding") || (pair.is_verbatim() && wants("verbatim")) ||
           (pair.is_adapted() && wants("adapted"));
  }

  /// With one provision requested, only changes at its ends are kept.
  void keep_changes_of_interest() {
    const auto is_beside = [&](const ComparedRelationship& r) { return !concerns(r.from) && !concerns(r.to); };
    std::erase_if(answer_.changes.lost, is_beside);
    std::erase_if(answer_.changes.gained, is_beside);
    std::erase_if(answer_.changes.retyped,
                  [&](const RetypedReference& r) { return is_beside(r.left) && is_beside(r.right); });
  }

  /// What was said about a left provision or its parts applies to the right provision that it became. The confidence is
  /// the lowest of the ADDRESSES and all correspondences.
  void carry_statements() {
    const auto addresses = graph_.types().find(type::kAddresses);
    if (!addresses) return;
    for (const auto& [pair, evidence] : all_) {
      if (!concerns(pair.first) && !concerns(pair.second)) continue;
      for (const auto hop : graph_.in(graph_.subtree(pair.first), *addresses)) {
        if (!carriers_.scope_filter().sees(hop)) continue;
        std::vector<RelationshipId> chain = {hop.relationship};
        chain.insert(chain.end(), evidence.begin(), evidence.end());
        answer_.carried.push_back({hop.node,
                                   hop.relationship,
                                   pair.second,
                                   {evidence.begin(), evidence.end()},
                                   std::string(lowest_confidence(graph_, chain))});
      }
    }
  }

  /// Says what could not be compared and how provisions were paired.
  void explain() {
    auto& words = answer_.explanation;
    const auto add = [&](const std::string& sentence) { words += (words.empty() ? "" : "; ") + sentence; };
    for (const auto* side : {&left_, &right_}) {
      if (side->nodes().empty()) {
        add(fmt::format("{} has no provisions here: it is known to exist, no more", side->version()));
      } else if (!side->have_label()) {
        add(fmt::format(
            "{} has no {} node: its articles are compared instead, and which of them are missing is not known",
            side->version(), label_));
      }
    }
    if (all_.empty() || is_by_number_ || is_by_words_)
      add(fmt::format("no CORRESPONDS_TO connects {} and {}", left_slug_, right_slug_));
    if (is_by_number_) {
      add("provisions are paired by their numbers, so one that was renumbered is paired with another");
    }
    if (is_by_words_) {
      add("provisions are paired by the words that they have in common; one that has few of another's words counts as "
          "missing");
    } else if (all_.empty()) {
      add("nothing says which provisions correspond, so all of them count as missing");
    }
    if (request_.view == View::Relationships) {
      const auto count = [&](std::string_view slug, std::size_t held) {
        if (held == 0) add(fmt::format("{} has no such relationship: what was lost or gained is not known", slug));
      };
      count(left_slug_, answer_.changes.left_count);
      count(right_slug_, answer_.changes.right_count);
    }
  }

  /// Orders pairs and unmatched nodes for reading side by side, and counts them. Runs before the lists are cut.
  void lay_side_by_side() {
    answer_.pair_count = answer_.pairs.size();
    answer_.changed_count = static_cast<std::size_t>(std::ranges::count_if(answer_.pairs, &ComparedPair::changed));
    answer_.missing_right_count = answer_.missing_right.size();
    answer_.missing_left_count = answer_.missing_left.size();
    std::vector<ComparedRow> of_left;
    for (std::size_t i = 0; i < answer_.pairs.size(); ++i) {
      of_left.push_back({answer_.pairs[i].left, answer_.pairs[i].right, i});
    }
    for (const auto node : answer_.missing_right) of_left.push_back({node, std::nullopt});
    // Rows in the order of the left; a left node with several counterparts has a row for each.
    std::ranges::stable_sort(of_left, {}, &ComparedRow::left);
    // The last row with a right side that contains each node; nodes that follow it on the right are placed after it.
    std::map<NodeId, std::size_t> last_of_right;
    for (std::size_t i = 0; i < of_left.size(); ++i) {
      if (of_left[i].right) last_of_right[*of_left[i].right] = i;
    }
    std::multimap<std::size_t, NodeId> after;  // by the number of left rows before them
    for (const auto node : answer_.missing_left) {
      const auto next = last_of_right.lower_bound(node);
      after.emplace(next == last_of_right.begin() ? 0 : std::prev(next)->second + 1, node);
    }
    auto alone = after.begin();
    for (std::size_t i = 0; i <= of_left.size(); ++i) {
      for (; alone != after.end() && alone->first == i; ++alone) answer_.rows.push_back({std::nullopt, alone->second});
      if (i < of_left.size()) answer_.rows.push_back(of_left[i]);
    }
  }

  /// Cuts every list at the limit. Rows end before the first row whose pair is cut, since rows refer to pairs by index.
  void cut() {
    lay_side_by_side();
    const auto is_cut = [&](const ComparedRow& row) { return row.pair && *row.pair >= request_.limit; };
    const auto first_cut = std::ranges::find_if(answer_.rows, is_cut);
    answer_.rows.erase(first_cut, answer_.rows.end());
    const auto shorten = [&](auto& list, std::string_view what) {
      if (list.size() <= request_.limit) return;
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(request_.limit), list.end());
      answer_.truncated = cut_at_limit(request_.limit, what);
    };
    shorten(answer_.rows, "rows");
    shorten(answer_.pairs, "pairs");
    shorten(answer_.missing_left, "missing nodes");
    shorten(answer_.missing_right, "missing nodes");
    shorten(answer_.carried, "statements");
    shorten(answer_.changes.lost, "relationships");
    shorten(answer_.changes.gained, "relationships");
    shorten(answer_.changes.retyped, "relationships");
    if (!budget_.spend()) answer_.truncated = cut_by(budget_);
  }

  const Graph& graph_;
  const CompareRequest& request_;
  const Carriers& carriers_;
  std::string_view left_slug_;
  std::string_view right_slug_;
  std::string_view label_;
  ComparedNodes left_;
  ComparedNodes right_;
  Budget& budget_;
  std::optional<NodeId> of_;
  Correspondences all_;
  bool is_by_number_ = false;
  bool is_by_words_ = false;
  Comparison answer_;
};

}  // namespace

Result<View> view_called(std::string_view name) {
  const auto* found = std::ranges::find(kViews, name);
  if (found == kViews.end()) return fail(unknown_name("view", name, {kViews.begin(), kViews.end()}));
  return static_cast<View>(found - kViews.begin());
}

Result<Comparison> compare(const Graph& graph, const CompareRequest& request, Budget budget) {
  const auto left = find_side(graph, request.left);
  if (!left) return fail(left.error());
  const auto right = find_side(graph, request.right);
  if (!right) return fail(right.error());
  if (*left == *right) return fail(ErrorCode::InvalidArgument, "left and right are the same treaty");
  if (std::ranges::find(kLabels, request.label) == kLabels.end() && !request.label.empty()) {
    return fail(unknown_name("label", request.label, {kLabels.begin(), kLabels.end()}));
  }
  auto scope_filter = ScopeFilter::of(graph, request.scope);
  if (!scope_filter) return fail(scope_filter.error());
  const Carriers carriers(graph, std::move(*scope_filter));
  return TreatyComparison(graph, request, carriers, *left, *right, budget).run();
}

}  // namespace treatygraph::queries
