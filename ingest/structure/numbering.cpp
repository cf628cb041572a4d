// How a numbering is followed. For each instrument, the last heading of each kind is remembered (OpenComponent::last).
// A unit is kept if its number continues the count of its kind:
// - a weak candidate, which may be a citation, must be exactly the next one;
// - others may be larger by up to kLargestGap, or by more if the numbers after them go on from there;
// - after the heading of a division, units may start at 1 again.
// A number that does not continue the open annex but an instrument around it closes the annex (component_that_goes_on).

#include "ingest/structure/numbering.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

#include "graph/ascii.h"
#include "ingest/structure/annexes_inside.h"
#include "ingest/structure/component_places.h"

namespace treatygraph::ingest {
namespace {

using Candidates = std::vector<HeadingCandidate>;

constexpr int kLargestGap = 3;  ///< from one number to the next

/// Whether a unit was inserted after the last one: "3A" or, for rules and the like, "3-1" after 3.
bool is_put_in(const Heading& heading, const Heading& last) {
  const bool is_lettered = heading.value == last.value && heading.chapter == last.chapter && heading.num != last.num &&
                           !last.num.empty() && is_letter(heading.num.back());
  const bool is_after_number = last.chapter == 0 && heading.chapter > 0 && heading.chapter == last.value &&
                               heading.kind != ProvisionKind::Article;
  return is_lettered || is_after_number;
}

/// Whether levels continue: A1.2 after A1.1, B2.2.1 after B2.2. The first level that differs must increase, by at most
/// kLargestGap.
bool levels_count_on(const std::vector<int>& next, const std::vector<int>& last) {
  const auto [n, l] = std::ranges::mismatch(next, last);
  if (n == next.end()) return false;
  const int before = l == last.end() ? 0 : *l;
  return *n > before && *n <= before + kLargestGap;
}

/// Takes the candidates in order.
class Numbering {
 public:
  Numbering(std::string_view text, const StructureWords& language, const Candidates& candidates)
      : candidates_(candidates), places_(text, language), end_(text.size()) {}

  /// The headings that were kept, up to the end of the treaty.
  std::vector<Heading> headings() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const auto& heading = candidates_[i].heading;
      if (places_.is_after_treaty(heading)) {
        end_ = heading.opens();
        break;
      }
      if (is_component(heading.kind)) {
        open_component(heading);
      } else if (is_unit(heading.kind)) {
        take_unit(i);
      } else {
        take_division(i);
      }
    }
    return std::move(kept_);
  }
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  void open_component(const Heading& heading) {
    if (places_.is_on_each_page(heading) || is_caption_of_annex(heading)) return;
    keep(heading);
    kept_.back().inside = places_.open(heading, kept_.size() - 1);
    after_division_ = true;
  }

  /// Whether a heading is a caption: "Schedule of Australia" above the words of one Party, in an annex.
  [[nodiscard]] bool is_caption_of_annex(const Heading& heading) const {
    return heading.is_of_something && here().heading != Heading::kMain && here().own.kind != heading.kind;
  }

  /// Divisions are kept; only weak ones must have the next number, or match the unit below.
  void take_division(std::size_t i) {
    const auto& heading = candidates_[i].heading;
    if (candidates_[i].is_weak && !is_next_division(heading) && !numbers_unit_below(i)) return;
    if (heading.is_half_by_paragraphs && here().heading == Heading::kMain) return;
    go_back_for(heading);
    if (const auto* below = unit_below(i)) go_back_for(*below);
    keep(heading);
    here().last[heading.kind] = heading;
    after_division_ = true;
  }

  void take_unit(std::size_t i) {
    auto heading = candidates_[i].heading;
    if (heading.is_split && heading.value != last_of(heading).value + 1) return;
    if (!(candidates_[i].is_weak ? is_next(heading) : counts(i))) return;
    go_back_for(heading);
    const auto last = last_of(heading);
    // "3-1" after rule 3: the count continues with 4.
    if (heading.chapter > 0 && is_put_in(heading, last) && last.chapter == 0) {
      heading.value = last.value;
      heading.chapter = 0;
    }
    keep(heading);
    here().last[heading.kind] = heading;
    after_division_ = false;
  }

  void keep(const Heading& heading) {
    kept_.push_back(heading);
    kept_.back().inside = here().heading;
  }

  [[nodiscard]] OpenComponent& here() { return places_.here(); }
  [[nodiscard]] const OpenComponent& here() const { return places_.here(); }
  [[nodiscard]] Heading last_of(const Heading& heading) const {
    const auto last = here().last.find(heading.kind);
    return last == here().last.end() ? Heading() : last->second;
  }

  /// Whether a division and the unit below it confirm each other: "CHAPTER 4" above "Article 4.1", even if chapter 3
  /// was not found.
  [[nodiscard]] bool numbers_unit_below(std::size_t i) const {
    const auto* below = unit_below(i);
    return below != nullptr && below->value == 1 && below->chapter > 0 &&
           below->chapter == candidates_[i].heading.value;
  }

  /// The unit that a division leads to, with only finer divisions between them; null if there is none.
  [[nodiscard]] const Heading* unit_below(std::size_t i) const {
    auto kind = candidates_[i].heading.kind;
    for (auto next = i + 1; next < candidates_.size(); ++next) {
      const auto& heading = candidates_[next].heading;
      if (is_unit(heading.kind)) return &heading;
      if (is_component(heading.kind) || heading.kind <= kind) return nullptr;
      kind = heading.kind;
    }
    return nullptr;
  }

  /// Closes the open component if the heading continues the numbering of one around it.
  void go_back_for(const Heading& heading) {
    if (const auto outer = places_.component_that_goes_on(heading)) places_.go_back_to(*outer);
  }

  /// Whether the number is exactly the next of its kind in the open component.
  [[nodiscard]] bool is_next(const Heading& heading) const {
    const auto last = last_of(heading);
    if (!heading.levels.empty()) return !last.levels.empty() && levels_count_on(heading.levels, last.levels);
    const bool counts_on = heading.chapter == last.chapter && heading.value == last.value + 1;
    const bool next_chapter = heading.chapter == last.chapter + 1 && heading.value == 1 && heading.chapter > 0;
    return counts_on || next_chapter || is_put_in(heading, last);
  }

  /// Whether the number is 1, or the next of its kind in the whole document.
  [[nodiscard]] bool is_next_division(const Heading& heading) const {
    const auto last =
        std::find_if(kept_.rbegin(), kept_.rend(), [&](const Heading& h) { return h.kind == heading.kind; });
    return heading.value == 1 || (last != kept_.rend() && heading.value == last->value + 1);
  }

  /// Whether the number of a unit is plausible here: see the top of this file.
  [[nodiscard]] bool counts(std::size_t i) const {
    const auto& heading = candidates_[i].heading;
    const auto last = last_of(heading);
    if (is_put_in(heading, last) || places_.component_that_goes_on(heading)) return true;
    if (!heading.levels.empty()) return counts_by_levels(heading, last);
    if (heading.chapter != last.chapter) return heading.chapter > last.chapter && heading.value <= kLargestGap;
    if (heading.value > last.value && heading.value <= last.value + kLargestGap) return true;
    if (after_division_) return heading.value == 1 || heading.value > last.value;
    return heading.value > last.value && (is_followed_by_next(i) || is_followed_by_larger(i));
  }

  [[nodiscard]] bool counts_by_levels(const Heading& heading, const Heading& last) const {
    if (last.levels.empty()) return std::ranges::all_of(heading.levels, [](int level) { return level <= kLargestGap; });
    return levels_count_on(heading.levels, last.levels) || (after_division_ && heading.levels > last.levels);
  }

  [[nodiscard]] bool is_of_kind(std::size_t i, ProvisionKind kind) const { return candidates_[i].heading.kind == kind; }

  /// Whether the two units after it have the next numbers. Then those that it jumps over were lost, or are printed
  /// elsewhere.
  [[nodiscard]] bool is_followed_by_next(std::size_t i) const {
    auto value = candidates_[i].heading.value;
    int followers = 0;
    for (auto next = i + 1; next < candidates_.size() && followers < 2; ++next) {
      if (is_component(candidates_[next].heading.kind)) return false;
      if (!is_of_kind(next, candidates_[i].heading.kind)) continue;
      if (candidates_[next].heading.value != ++value) return false;
      ++followers;
    }
    return followers == 2;
  }

  /// Whether no unit of its kind with a smaller number follows before the next component.
  [[nodiscard]] bool is_followed_by_larger(std::size_t i) const {
    const auto& heading = candidates_[i].heading;
    for (auto next = i + 1; next < candidates_.size() && !is_component(candidates_[next].heading.kind); ++next) {
      if (is_of_kind(next, heading.kind) && candidates_[next].heading.value < heading.value) return false;
    }
    return true;
  }

  const Candidates& candidates_;
  ComponentPlaces places_;
  std::vector<Heading> kept_;
  std::size_t end_;  ///< end of the treaty in bytes
  bool after_division_ = false;
};

/// Counts the bare halves ("I", "A. Arbitration") in each component. One alone is only a caption.
void count_halves(const std::vector<Heading>& headings, std::map<std::size_t, int>& halves) {
  for (const auto& heading : headings) halves[heading.inside] += heading.is_bare ? 1 : 0;
}

/// Drops units of a kind that occurs once among units that occur throughout, such as "Rule 1" on a line of its own
/// between articles: it is part of the text. Also drops single halves. Indexes in `inside` are adjusted.
void drop_lone_units(std::vector<Heading>& headings) {
  std::map<std::size_t, std::map<ProvisionKind, int>> units;
  for (const auto& heading : headings) {
    if (is_unit(heading.kind)) ++units[heading.inside][heading.kind];
  }
  std::map<std::size_t, int> halves;
  count_halves(headings, halves);
  const auto is_lone = [&](const Heading& heading) {
    if (heading.is_bare) return halves[heading.inside] == 1;
    if (!is_unit(heading.kind) || heading.kind == ProvisionKind::Article) return false;
    if (heading.levels.size() > 1) return false;  // "Guideline B1.1": no word of a text is numbered so
    const auto& here = units[heading.inside];
    constexpr int kThroughout = 3;
    const auto numbers_throughout = [](const auto& kind_and_count) { return kind_and_count.second >= kThroughout; };
    return here.at(heading.kind) == 1 && std::ranges::any_of(here, numbers_throughout);
  };
  std::vector<std::size_t> place(headings.size(), Heading::kMain);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (is_lone(headings[i])) continue;
    if (headings[i].inside != Heading::kMain) headings[i].inside = place[headings[i].inside];
    place[i] = kept;
    if (kept < i) headings[kept] = std::move(headings[i]);
    ++kept;
  }
  headings.resize(kept);
}

/// Marks components between the units of the instrument that they belong to. They stay in their chapter.
void mark_components_inside(std::vector<Heading>& headings) {
  std::map<std::size_t, std::size_t> last_part;  // of each component, units and divisions alone
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (!is_component(headings[i].kind)) last_part[headings[i].inside] = i;
  }
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto last = last_part.find(headings[i].inside);
    headings[i].is_inside = is_component(headings[i].kind) && last != last_part.end() && last->second > i;
  }
}

}  // namespace

Headings headings_that_count(std::string_view text, const std::vector<HeadingCandidate>& candidates,
                             const StructureWords& language) {
  Numbering numbering(text, language, candidates);
  Headings headings{numbering.headings(), 0, 0};
  headings.end = numbering.end();
  drop_lone_units(headings.all);
  mark_components_inside(headings.all);
  return headings;
}

}  // namespace treatygraph::ingest
