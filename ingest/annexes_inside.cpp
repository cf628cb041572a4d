#include "ingest/annexes_inside.h"

#include <cstddef>
#include <optional>

namespace treatygraph::ingest {
namespace {

/// The first of the divisions, each finer than the one above it, that lead to the article at `i`.
std::size_t first_above(const std::vector<Heading>& headings, std::size_t i, std::size_t annex) {
  while (i - 1 > annex && headings[i - 1].kind != ProvisionKind::Annex && headings[i - 1].kind < headings[i].kind) --i;
  return i;
}

}  // namespace

bool counts_on_from(const Heading& article, const Heading& last) {
  const bool is_next = article.chapter == last.chapter && article.value == last.value + 1;
  const bool opens_chapter = last.chapter > 0 && article.chapter == last.chapter + 1 && article.value == 1;
  return is_next || opens_chapter;
}

void find_annexes_inside(std::vector<Heading>& headings) {
  std::optional<Heading> of_treaty;
  std::optional<Heading> of_annex;
  std::vector<std::size_t> annexes;  // behind the treaty's last article
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto& heading = headings[i];
    if (heading.kind == ProvisionKind::Annex) {
      annexes.push_back(i);
      of_annex.reset();
    }
    if (heading.kind != ProvisionKind::Article) continue;
    const bool goes_on = !annexes.empty() && of_treaty && counts_on_from(heading, *of_treaty) &&
                         !(of_annex && counts_on_from(heading, *of_annex));
    if (goes_on) {
      headings[first_above(headings, i, annexes.back())].goes_on_behind_annex = true;
      for (const auto annex : annexes) headings[annex].is_inside = true;
      annexes.clear();
    }
    (annexes.empty() ? of_treaty : of_annex) = heading;
  }
}

}  // namespace treatygraph::ingest
