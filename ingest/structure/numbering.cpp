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

constexpr int kLargestGap = 3;

/// "3-1" after 3: what was put in later.
bool is_put_in(const Heading& heading, const Heading& last) {
  const bool is_lettered = heading.value == last.value && heading.chapter == last.chapter && heading.num != last.num &&
                           !last.num.empty() && is_letter(heading.num.back());
  const bool is_after_number = last.chapter == 0 && heading.chapter > 0 && heading.chapter == last.value &&
                               heading.kind != ProvisionKind::Article;
  return is_lettered || is_after_number;
}

/// A1.2 after A1.1, B2.2.1 after B2.2: nothing goes back, and little is left out.
bool levels_count_on(const std::vector<int>& next, const std::vector<int>& last) {
  const auto [n, l] = std::ranges::mismatch(next, last);
  if (n == next.end()) return false;
  const int before = l == last.end() ? 0 : *l;
  return *n > before && *n <= before + kLargestGap;
}

class Numbering {
 public:
  Numbering(std::string_view text, const StructureWords& language, const Candidates& candidates)
      : candidates_(candidates), places_(text, language), end_(text.size()) {}

  /// Up to the end of the treaty.
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

  /// "Schedule of Australia" above the words of one Party, in the sections of an annex.
  [[nodiscard]] bool is_caption_of_annex(const Heading& heading) const {
    return heading.is_of_something && here().heading != Heading::kMain && here().own.kind != heading.kind;
  }

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

  /// "CHAPTER 4" above "Article 4.1", whatever became of chapter 3.
  [[nodiscard]] bool numbers_unit_below(std::size_t i) const {
    const auto* below = unit_below(i);
    return below != nullptr && below->value == 1 && below->chapter > 0 &&
           below->chapter == candidates_[i].heading.value;
  }

  /// The unit that a division leads to, with finer divisions alone between them.
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

  /// Returns to the unit that the heading continues, past any components in between.
  void go_back_for(const Heading& heading) {
    if (const auto outer = places_.component_that_goes_on(heading)) places_.go_back_to(*outer);
  }

  [[nodiscard]] bool is_next(const Heading& heading) const {
    const auto last = last_of(heading);
    if (!heading.levels.empty()) return !last.levels.empty() && levels_count_on(heading.levels, last.levels);
    const bool counts_on = heading.chapter == last.chapter && heading.value == last.value + 1;
    const bool next_chapter = heading.chapter == last.chapter + 1 && heading.value == 1 && heading.chapter > 0;
    return counts_on || next_chapter || is_put_in(heading, last);
  }

  /// Of its kind, wherever the last one was.
  [[nodiscard]] bool is_next_division(const Heading& heading) const {
    const auto last =
        std::find_if(kept_.rbegin(), kept_.rend(), [&](const Heading& h) { return h.kind == heading.kind; });
    return heading.value == 1 || (last != kept_.rend() && heading.value == last->value + 1);
  }

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

  /// Whether the two units after it count on: what lies between was lost, or is printed elsewhere.
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

  /// Whether no unit that it jumps over comes after it.
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
  std::size_t end_;  ///< bytes, of what is the treaty's
  bool after_division_ = false;
};

/// A half that has no other half is a caption.
void count_halves(const std::vector<Heading>& headings, std::map<std::size_t, int>& halves) {
  for (const auto& heading : headings) halves[heading.inside] += heading.is_bare ? 1 : 0;
}

/// A word that numbers once among others that number throughout is one of the text: "Rule 1" on a line of its own.
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

/// A component between the units of what it belongs to stays in its chapter.
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
