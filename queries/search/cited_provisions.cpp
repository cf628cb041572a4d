// How a citation is looked up. The eId as typed may differ from the eId in the data: "article 4" of a treaty with Roman
// numerals is art_IV, "art. 6(2)" may be a point, and "article 10.22" may be one article. So all plausible eIds are
// tried as keys. If none exists, the innermost step is dropped and the search repeats. If the treaties have no exact
// match, provisions inside annexes and chapters are searched by the end of their eId.

#include "queries/search/cited_provisions.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "graph/vocabulary.h"
#include "queries/request/budget_in_force.h"
#include "queries/search/typed_numbers.h"

namespace treatygraph::queries {
namespace {

/// The spellings of a number that an eId may have: itself, the other numeral system, and without a leading zero. For
/// parts of articles, Roman numerals are left alone: "(i)" is more often a point than paragraph 1.
std::vector<std::string> nums_of(const EidStep& step) {
  std::vector<std::string> nums = {step.num};
  const auto letters = lower_case(step.num);
  if (const auto value = digits_value(step.num); value && *value > 0 && *value < 400) {
    nums.push_back(roman_numeral(*value));
    if (step.num.front() == '0') nums.push_back(std::to_string(*value));
  } else if (const auto roman = typed_roman(letters); roman && step.kind <= ProvisionKind::Article) {
    nums.push_back(std::to_string(*roman));
    nums.push_back(roman_numeral(*roman));
  }
  return nums;
}

/// "Article 10.22" is parsed as paragraph 22 of article 10. In a treaty numbered by chapter it is an article of its
/// own, with the eId art_10-22.
std::optional<Eid> numbered_by_chapter(const Eid& eid) {
  const auto& steps = eid.steps();
  const auto is_pair = [](const EidStep& unit, const EidStep& paragraph) {
    return is_unit(unit.kind) && paragraph.kind == ProvisionKind::Paragraph && digits_value(unit.num) &&
           digits_value(paragraph.num);
  };
  const auto unit = std::ranges::adjacent_find(steps, is_pair);
  if (unit == steps.end()) return std::nullopt;
  std::vector<EidStep> joined(steps.begin(), unit);
  joined.push_back({unit->kind, unit->num + "-" + std::next(unit)->num});
  joined.insert(joined.end(), unit + 2, steps.end());
  // What follows an article's number first is a paragraph: "10.22(5)".
  if (const auto next = static_cast<std::size_t>(unit - steps.begin()) + 1;
      next < joined.size() && digits_value(joined[next].num))
    joined[next].kind = ProvisionKind::Paragraph;
  return Eid(std::move(joined));
}

/// All possible eIds of a citation, step by step as a product of alternatives: numbers in either script, and a
/// paragraph that the text treats as a point or the reverse. A title is also tried as the innermost step of a section.
std::vector<Eid> ways_to_write(const Eid& eid) {
  std::vector<std::vector<EidStep>> ways = {{}};
  for (const auto& step : eid.steps()) {
    std::vector<std::vector<EidStep>> longer;
    for (const auto& way : ways) {
      BudgetInForce::spend(way.size() + 1);
      for (auto& num : nums_of(step)) {
        longer.push_back(way);
        longer.back().push_back({step.kind, std::move(num)});
      }
      if (step.kind == ProvisionKind::Paragraph || step.kind == ProvisionKind::Point) {
        longer.push_back(way);
        const bool is_paragraph = step.kind == ProvisionKind::Paragraph;
        longer.back().push_back({is_paragraph ? ProvisionKind::Point : ProvisionKind::Paragraph, step.num});
        const auto roman = is_paragraph ? std::nullopt : typed_roman(step.num);
        if (roman) {  // "art. 6 II" is its second paragraph
          longer.push_back(way);
          longer.back().push_back({ProvisionKind::Paragraph, std::to_string(*roman)});
        }
      }
    }
    // Each step multiplies the ways, so a long citation would otherwise need exponential time.
    constexpr std::size_t kMostWays = 64;
    if (longer.size() > kMostWays) longer.resize(kMostWays);
    ways = std::move(longer);
  }
  std::vector<Eid> eids;
  for (auto& way : ways) {
    const auto title = std::ranges::find(way, ProvisionKind::Title, &EidStep::kind);
    const bool stands_in_section = title != way.end() && way.back().kind == ProvisionKind::Section;
    eids.emplace_back(way);
    if (!stands_in_section) continue;
    std::rotate(title, title + 1, way.end());
    eids.emplace_back(std::move(way));
  }
  if (const auto joined = numbered_by_chapter(eid)) {
    for (auto& way : ways_to_write(*joined)) eids.push_back(std::move(way));
  }
  return eids;
}

/// The first of the possible eIds that exists in the treaty.
std::optional<NodeId> find_way(const Graph& graph, std::string_view slug, const Eid& cited) {
  for (const auto& eid : eids_of_cited(cited)) {
    if (const auto node = graph.find(fmt::format("{}:{}", slug, eid))) return node;
  }
  return std::nullopt;
}

/// The provision in that treaty, or the innermost existing one that would contain it. No provision is deeper than
/// kDeepest steps, so deeper citations (many nested brackets) are looked up from there.
std::optional<CitationHit> find_in(const Graph& graph, std::string_view slug, const Eid& cited) {
  constexpr std::size_t kDeepest = 16;
  auto eid = cited;
  while (eid.steps().size() > kDeepest) eid = eid.parent();
  for (; !eid.empty(); eid = eid.parent()) {
    if (const auto node = find_way(graph, slug, eid)) return CitationHit{*node, eid == cited};
  }
  return std::nullopt;
}

/// The provisions with these eIds inside the annexes, chapters or regulations of a treaty, in the order of the text:
/// "rule 3", or every "article 2" if each chapter has one. One pass over the treaty, however many are cited.
std::vector<NodeId> find_further_inside(const Graph& graph, NodeId treaty, const std::vector<Eid>& cited) {
  std::set<std::string, std::less<>> endings;
  for (const auto& eid : cited) {
    for (auto& ending : eids_of_cited(eid)) endings.insert(std::move(ending));
  }
  const auto is_cited = [&](std::string_view eid) {
    for (auto step = eid.find("__"); step != std::string_view::npos; step = eid.find("__", step)) {
      step += 2;
      if (endings.contains(eid.substr(step))) return true;
    }
    return false;
  };
  std::vector<NodeId> found;
  const auto inside = graph.subtree(treaty);
  for (auto node = inside.first; node < inside.last; node = NodeId{static_cast<std::uint32_t>(node) + 1}) {
    BudgetInForce::spend();
    if (is_cited(graph.string(node, property::kEid))) found.push_back(node);
  }
  return found;
}

/// For "article 24 and following": adds the siblings after the last hit.
void add_what_follows(const Graph& graph, std::vector<CitationHit>& hits) {
  if (hits.empty() || !hits.back().exact) return;
  const auto above = graph.parent(hits.back().node);
  if (!above) return;
  const auto last = graph.subtree(*above).last;
  for (auto node = graph.subtree(hits.back().node).last; node < last && hits.size() < kMostProvisions;
       node = graph.subtree(node).last) {
    if (graph.parent(node) != above) break;
    hits.push_back({node, true});
  }
}

}  // namespace

std::vector<std::string> eids_of_cited(const Eid& cited) {
  std::vector<std::string> eids;
  for (const auto& eid : ways_to_write(cited)) eids.push_back(eid.to_string());
  return eids;
}

std::vector<CitationHit> provisions_cited(const Graph& graph, const TypedCitation& cited,
                                          const std::vector<NodeId>& treaties, Nearest nearest) {
  std::vector<CitationHit> hits;
  const auto add = [&](const CitationHit& hit) {
    const bool is_given = std::ranges::find(hits, hit.node, &CitationHit::node) != hits.end();
    if (!is_given && hits.size() < kMostProvisions) hits.push_back(hit);
  };
  auto all = cited.more;
  all.insert(all.begin(), cited.eid);
  std::vector<bool> is_found(all.size(), false);
  for (const auto treaty : treaties) {
    const auto slug = graph.string(treaty, property::kSlug);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto hit = find_in(graph, slug, all[i]);
      if (!hit || (nearest == Nearest::LeaveOut && !hit->exact)) continue;
      add(*hit);
      if (hit->exact) is_found[i] = true;
    }
    if (cited.and_following) add_what_follows(graph, hits);
  }
  // The search by endings is less certain, so it is only for what no treaty has by its eId.
  std::vector<Eid> others;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_found[i]) others.push_back(all[i]);
  }
  for (const auto treaty : others.empty() ? std::vector<NodeId>() : treaties) {
    for (const auto node : find_further_inside(graph, treaty, others)) add({node, true});
  }
  std::ranges::stable_partition(hits, &CitationHit::exact);
  return hits;
}

}  // namespace treatygraph::queries
