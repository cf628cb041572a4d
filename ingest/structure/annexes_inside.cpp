// How an annex between articles is recognised: the numbers of the units and divisions of the treaty and those of the
// open annexes are counted separately. If a heading after an annex continues the count of the treaty and not that of
// the annex, the treaty continues there: article 8 after an annex with articles 1 to 3, if the treaty had 7 articles
// before the annex. All annexes since the last heading of the treaty are then inside it.

#include "ingest/structure/annexes_inside.h"

#include <cstddef>
#include <map>

namespace treatygraph::ingest {
namespace {

/// The first of the nested divisions that lead to the article at `i`.
std::size_t first_above(const std::vector<Heading>& headings, std::size_t i, std::size_t annex) {
  while (i - 1 > annex && !is_component(headings[i - 1].kind) && headings[i - 1].kind < headings[i].kind) --i;
  return i;
}

// Numbers may be left out between the two, unlike in counts_on_from().
bool comes_later(const Heading& article, const Heading& last) {
  return article.chapter != last.chapter ? article.chapter > last.chapter : article.value > last.value;
}

/// The last heading of each kind in the treaty, and in the annex that is open.
class Numberings {
 public:
  void enter_annex() { of_annex_.clear(); }
  void note(const Heading& heading, bool in_annex) { (in_annex ? of_annex_ : of_treaty_)[heading.kind] = heading; }

  /// An annex's own numbering starts at 1, so a later number continues the treaty's if the annex has none.
  [[nodiscard]] bool goes_on_with_treaty(const Heading& heading) const {
    const auto of_treaty = of_treaty_.find(heading.kind);
    if (heading.kind == ProvisionKind::Section || of_treaty == of_treaty_.end()) return false;
    const auto of_annex = of_annex_.find(heading.kind);
    if (of_annex != of_annex_.end()) {
      return counts_on_from(heading, of_treaty->second) && !counts_on_from(heading, of_annex->second);
    }
    const bool is_article = is_unit(heading.kind);
    return is_article ? comes_later(heading, of_treaty->second) : counts_on_from(heading, of_treaty->second);
  }

 private:
  std::map<ProvisionKind, Heading> of_treaty_;
  std::map<ProvisionKind, Heading> of_annex_;
};

}  // namespace

bool counts_on_from(const Heading& heading, const Heading& last) {
  const bool is_next = heading.chapter == last.chapter && heading.value == last.value + 1;
  const bool opens_chapter = last.chapter > 0 && heading.chapter == last.chapter + 1 && heading.value == 1;
  return is_next || opens_chapter;
}

void place_marked_annexes(std::vector<Heading>& headings) {
  find_annexes_inside(headings);
  auto annex = Heading::kMain;
  auto appendix = Heading::kMain;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    auto& heading = headings[i];
    if (heading.goes_on_after_annex) annex = appendix = Heading::kMain;
    if (!is_component(heading.kind)) {
      heading.inside = appendix != Heading::kMain ? appendix : annex;
      continue;
    }
    // An appendix or schedule stays in an annex; two schedules stand side by side.
    const bool stays = heading.is_nested && annex != Heading::kMain && !headings[annex].is_nested;
    heading.inside = stays ? annex : Heading::kMain;
    (stays ? appendix : annex) = i;
    if (!stays) appendix = Heading::kMain;
  }
}

// Annexes are remembered until the treaty continues; those at its end are never marked.
void find_annexes_inside(std::vector<Heading>& headings) {
  Numberings numberings;
  std::vector<std::size_t> annexes;  // since the treaty's last words
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto& heading = headings[i];
    if (is_component(heading.kind)) {
      annexes.push_back(i);
      numberings.enter_annex();
      continue;
    }
    if (!annexes.empty() && numberings.goes_on_with_treaty(heading)) {
      headings[first_above(headings, i, annexes.back())].goes_on_after_annex = true;
      for (const auto annex : annexes) headings[annex].is_inside = true;
      annexes.clear();
    }
    numberings.note(heading, !annexes.empty());
  }
}

}  // namespace treatygraph::ingest
