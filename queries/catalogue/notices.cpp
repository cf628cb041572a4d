#include "queries/catalogue/notices.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "queries/catalogue/common_parameters.h"
#include "queries/request/is_loaded.h"

namespace treatygraph::queries {
namespace {

using namespace std::string_view_literals;

/// Parameters that name nodes by key, or a treaty by slug.
constexpr std::array kOfKeys = {"of"sv, "from"sv, "to"sv, "about"sv, "key"sv, "rows"sv, "columns"sv};
constexpr std::array kOfSlugs = {"slug"sv, "treaty"sv, "left"sv, "right"sv};
constexpr std::array kOfWords = {"verbatim"sv, "adapted"sv, "changed"sv};
constexpr std::string_view kTreatyPrefix = "treaty:";

/// What a question lives on: where none of it is known, an empty answer says nothing of the treaty.
struct Needs {
  std::string_view question;
  std::array<std::string_view, 2> types;  ///< the second may be empty
  std::string_view what;
};
constexpr std::array kNeeds = {Needs{"dependencies", {type::kRefersTo, {}}, "reference"},
                               Needs{"impact", {type::kRefersTo, {}}, "reference"},
                               Needs{"paths", {type::kRefersTo, {}}, "reference"},
                               Needs{"cycles", {type::kRefersTo, {}}, "reference"},
                               Needs{"rank", {type::kRefersTo, {}}, "reference"},
                               Needs{"coverage", {type::kConditions, type::kRefersTo}, "safeguard or reference"},
                               Needs{"statements", {type::kAddresses, {}}, "statement"}};

class Notices {
 public:
  Notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer)
      : graph_(graph), question_(question), parameters_(parameters), answer_(answer) {}

  void add_all() {
    find_what_is_named();
    for (const auto node : absent_parts_) {
      say(fmt::format("{} is cited; the document that was read does not hold it", graph_.key(node)));
    }
    for (const auto treaty : treaties_) {
      if (says_loaded(graph_, treaty) == false) {
        say(
            fmt::format("{} is cited and not loaded: who cites it is known, what it says is not; add its text or a "
                        "dataset of it to the build",
                        slug_of(treaty)));
      } else {
        say_what_is_lacking(treaty);
      }
    }
    if (treaties_.empty()) say_what_is_lacking(std::nullopt);
    if (const auto* comparison = std::get_if<Comparison>(&answer_.body)) say_missing_texts(*comparison);
    if (const auto* rank = std::get_if<Rank>(&answer_.body)) say_no_ranking(*rank);
    if (const auto* found = std::get_if<SearchAnswer>(&answer_.body)) say_unloaded_hits(*found);
    if (const auto* told = std::get_if<Participation>(&answer_.body)) say_of_participation(*told);
  }

 private:
  void say(std::string sentence) {
    auto& said = answer_.warnings;
    if (std::ranges::find(said, sentence) == said.end()) said.push_back(std::move(sentence));
  }

  [[nodiscard]] std::string_view slug_of(NodeId treaty) const {
    return graph_.key(treaty).substr(kTreatyPrefix.size());
  }

  void find_what_is_named() {
    for (const auto name : kOfKeys) {
      for (const auto& key : parameters_.list(name)) {
        const auto colon = key.find(':');
        if (colon == std::string::npos) continue;  // a label or a kind
        take_treaty(key.starts_with(kTreatyPrefix) ? key : treaty_key(key.substr(0, colon)));
        take_part(key);
      }
    }
    for (const auto name : kOfSlugs) {
      const auto slug = parameters_.text(name);
      if (!slug.empty()) take_treaty(slug.starts_with(kTreatyPrefix) ? std::string(slug) : treaty_key(slug));
    }
  }

  void take_treaty(const std::string& key) {
    const auto treaty = graph_.find(key);
    if (treaty && std::ranges::find(treaties_, *treaty) == treaties_.end()) treaties_.push_back(*treaty);
  }

  /// An annex that is cited and not in the document of a treaty that is loaded.
  void take_part(const std::string& key) {
    const auto node = graph_.find(key);
    if (!node || says_loaded(graph_, *node) != false || graph_.has_label(*node, label::kTreaty)) return;
    const auto treaty = graph_.find(treaty_key(key.substr(0, key.find(':'))));
    if (treaty && says_loaded(graph_, *treaty) != false) absent_parts_.push_back(*node);
  }

  void say_what_is_lacking(std::optional<NodeId> treaty) {
    const auto needs = std::ranges::find(kNeeds, question_.name, &Needs::question);
    if (needs == kNeeds.end() || !parameters_.text("types").empty()) return;
    const auto scope = read_scope(parameters_);
    const auto sight = scope ? ScopeFilter::of(graph_, *scope) : fail(scope.error());
    if (!sight) return;
    const NodeRange everything{NodeId{0}, NodeId{static_cast<std::uint32_t>(graph_.node_count())}};
    const auto inside = treaty ? graph_.subtree(*treaty) : everything;
    const auto is_known = [&](std::string_view name) {
      const auto type = graph_.types().find(name);
      return type && (sees_any(graph_.out(inside, *type), *sight) || sees_any(graph_.in(inside, *type), *sight));
    };
    if (std::ranges::any_of(needs->types, is_known)) return;
    say(fmt::format("no {} is known {}{}: that nothing is found says nothing of {}", needs->what,
                    treaty ? fmt::format("in {}", slug_of(*treaty)) : "in any treaty", in_scope(*scope),
                    treaty ? "the treaty" : "them"));
  }

  static bool sees_any(HopRange hops, const ScopeFilter& sight) {
    return std::any_of(hops.begin(), hops.end(), [&](Hop hop) { return sight.sees(hop.relationship); });
  }

  static std::string in_scope(const Scope& scope) {
    std::string words = scope.basis == Basis::Extracted ? ", read from a text"
                        : scope.basis == Basis::Curated ? ", compiled by a person"
                                                        : "";
    if (!scope.as_of.empty()) words += fmt::format(", as of {}", scope.as_of);
    return words;
  }

  /// Only words that are held can be compared.
  void say_missing_texts(const Comparison& comparison) {
    const bool is_loaded =
        says_loaded(graph_, comparison.left) != false && says_loaded(graph_, comparison.right) != false;
    if (is_loaded && !comparison.explanation.empty()) say(comparison.explanation);
    const auto asked = parameters_.list("relation");
    std::vector<std::string_view> of_words;
    std::ranges::copy_if(kOfWords, std::back_inserter(of_words),
                         [&](std::string_view relation) { return std::ranges::find(asked, relation) != asked.end(); });
    if (of_words.empty()) return;
    std::vector<std::string_view> without;
    for (const auto side : {comparison.left, comparison.right}) {
      if (!has_text(side)) without.push_back(slug_of(side));
    }
    if (without.empty()) return;
    say(fmt::format("no text of {} is held: whether words are {} cannot be told", fmt::join(without, " and of "),
                    fmt::join(of_words, " or ")));
  }

  [[nodiscard]] bool has_text(NodeId treaty) const {
    const auto inside = graph_.subtree(treaty);
    for (auto part = inside.first; part < inside.last; part = NodeId{static_cast<std::uint32_t>(part) + 1}) {
      const auto text = graph_.text(part);
      if (text && !text->empty()) return true;
    }
    return false;
  }

  void say_no_ranking(const Rank& rank) {
    if (rank.connections > 0 || rank.nodes.empty()) return;
    say(
        fmt::format("none of the {} nodes is connected by what was asked for: all have the same score, and their order "
                    "is that of the documents, not a ranking",
                    rank.population));
  }

  void say_unloaded_hits(const SearchAnswer& found) {
    for (const auto& hit : found.hits) {
      if (hit.kind == SearchHit::Kind::Text || says_loaded(graph_, hit.node) != false) continue;
      say(fmt::format("{} is cited and not loaded: what it says is not known", graph_.key(hit.node)));
    }
  }

  void say_of_participation(const Participation& told) {
    if (!told.unknown_because.empty()) say(told.unknown_because);
    for (auto& sentence : contradictions_in(graph_, told)) say(std::move(sentence));
    if (told.domestic_count > 0) {
      say(fmt::format("{} consented at home alone, as far as is known: nothing deposited, so not counted",
                      told.domestic_count));
    }
  }

  const Graph& graph_;
  const Question& question_;
  const Parameters& parameters_;
  Answer& answer_;
  std::vector<NodeId> treaties_;
  std::vector<NodeId> absent_parts_;
};

}  // namespace

void add_notices(const Graph& graph, const Question& question, const Parameters& parameters, Answer& answer) {
  Notices(graph, question, parameters, answer).add_all();
}

}  // namespace treatygraph::queries
