// A table of contents looks like a treaty without text. If its entries were kept, the articles would be found before
// the treaty begins. A run of at least six articles without a sentence between them is a table. Shorter tables, lists
// of divisions or annexes, and tables after the treaty are recognised only if the same headings occur again.

#include "ingest/structure/listed_headings.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include <re2/re2.h>

namespace treatygraph::ingest {
namespace {

using Candidates = std::vector<HeadingCandidate>;

bool is_blank(std::string_view words) {
  return words.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The words of the heading are not compared: a table shortens them.
bool is_same(const HeadingCandidate& a, const HeadingCandidate& b) {
  return a.heading.kind == b.heading.kind && a.heading.num == b.heading.num && a.heading.name == b.heading.name;
}

/// The next article or annex at or after `i`, or past the end.
std::size_t next_entry(const Candidates& candidates, std::size_t i) {
  while (i < candidates.size() && !is_a_unit(candidates[i]) && !is_a_component(candidates[i])) ++i;
  return i;
}

/// Whether the articles and annexes of the candidates [table, body) occur again in the same order from `body` on.
bool are_named_again(const Candidates& candidates, std::size_t table, std::size_t body) {
  constexpr std::size_t kFewestArticles = 2;
  std::size_t articles = 0;
  auto again = next_entry(candidates, body);
  for (auto i = next_entry(candidates, table); i < body; i = next_entry(candidates, i + 1)) {
    if (again == candidates.size() || !is_same(candidates[i], candidates[again])) return false;
    again = next_entry(candidates, again + 1);
    articles += is_a_unit(candidates[i]) ? 1U : 0U;
  }
  return articles >= kFewestArticles;
}

/// The index at which the treaty begins after a table with few entries. The table begins the run of headings [first,
/// last); its first article occurs again there, below the same divisions, and so do all others. `first` if there is no
/// table.
std::size_t end_of_short_table(const Candidates& candidates, std::size_t first, std::size_t last) {
  const auto next_article = [&](std::size_t i, std::size_t end) {
    while (i < end && !is_a_unit(candidates[i])) ++i;
    return i;
  };
  const auto article = next_article(first, last);
  if (article == last) return first;
  const auto size = candidates.size();
  auto again = next_article(article + 1, size);
  while (again < last && !is_same(candidates[again], candidates[article])) again = next_article(again + 1, size);
  if (again == size || !is_same(candidates[again], candidates[article])) return first;
  auto body = again;
  for (auto above = article; above > first && body > article + 1; --above, --body) {
    if (!is_same(candidates[above - 1], candidates[body - 1])) break;
  }
  return are_named_again(candidates, article, body) ? body : first;
}

/// The index at which a list of divisions or annexes ends. The list begins at `first` and ends where its first entry is
/// printed again. The entries have no text, and most occur again in the same order. `first` if there is no list.
std::size_t end_of_list(const Candidates& candidates, std::size_t first, std::size_t last) {
  constexpr std::size_t kFewest = 2;
  if (candidates[first].heading.is_title) return first;
  auto again = first + 1;
  while (again <= last && again < candidates.size() && !is_same(candidates[again], candidates[first])) ++again;
  if (again > last || again >= candidates.size() || again - first < kFewest) return first;
  const bool last_has_body = again == last;
  std::size_t named_again = 0;
  auto next = again;
  for (auto i = first; i < again; ++i) {
    auto found = next;
    while (found < candidates.size() && !is_same(candidates[found], candidates[i])) ++found;
    if (found == candidates.size()) continue;
    ++named_again;
    next = found + 1;
  }
  const auto entries = again - first;
  return named_again >= kFewest + (last_has_body ? 1 : 0) && 2 * named_again > entries ? again : first;
}

/// The first list within a run of headings without bodies, as its begin and end; both are `first` if there is none.
std::pair<std::size_t, std::size_t> end_of_list_within(const Candidates& candidates, std::size_t first,
                                                       std::size_t last) {
  for (auto begin = first; begin + 1 < last; ++begin) {
    if (const auto end = end_of_list(candidates, begin, last); end > begin) return {begin, end};
  }
  return {first, first};
}

/// Drops annexes that are named in a row, for example in an article, if each is printed later with a body.

void drop_annexes_named_before(std::string_view text, std::vector<HeadingCandidate>& candidates) {
  std::set<std::pair<ProvisionKind, std::string>> printed;
  std::vector<bool> says_nothing(candidates.size(), false);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    says_nothing[i] = is_a_component(candidates[i]) &&
                      (i + 1 == candidates.size() || is_a_component(candidates[i + 1])) &&
                      !has_sentence(words_after(text, candidates, i));
  }
  Candidates kept;
  for (auto i = candidates.size(); i-- > 0;) {
    const auto& heading = candidates[i].heading;
    const bool may_be_listed = is_a_component(candidates[i]) && heading.is_numbered && !heading.is_nested;
    const bool is_in_row =
        says_nothing[i] && ((i > 0 && says_nothing[i - 1]) || (i + 1 < candidates.size() && says_nothing[i + 1]));
    if (may_be_listed && is_in_row && printed.contains({heading.kind, heading.num})) continue;
    if (may_be_listed && !says_nothing[i]) printed.emplace(heading.kind, heading.num);
    if (heading.kind == ProvisionKind::Protocol) printed.clear();
    kept.push_back(candidates[i]);
  }
  std::ranges::reverse(kept);
  candidates = std::move(kept);
}

/// The start of a list, moved up over the headings directly above it that belong to its first entry: "ANNEX 1" above
/// "ANNEX 1A: Grain".
std::size_t first_above(std::string_view text, const Candidates& candidates, std::size_t first, std::size_t begin) {
  while (begin > first && is_a_component(candidates[begin - 1]) && is_a_component(candidates[begin]) &&
         candidates[begin].heading.num.starts_with(candidates[begin - 1].heading.num) &&
         is_blank(words_after(text, candidates, begin - 1))) {
    --begin;
  }
  return begin;
}

/// Drops a table of contents after the treaty: headings at the end of the text that have no text and repeat earlier
/// ones in order, from the first on.
void drop_contents_at_end(std::string_view text, Candidates& candidates) {
  constexpr std::ptrdiff_t kFewestEntries = 3;
  constexpr std::ptrdiff_t kFewestArticles = 2;
  constexpr std::size_t kLongestEntry = 220;
  if (candidates.empty()) return;
  const auto is_entry = [&](std::size_t i) {
    const auto words = words_after(text, candidates, i);
    return words.size() < kLongestEntry && !has_sentence(words);
  };
  auto first = candidates.size();
  while (first > 0 && is_entry(first - 1)) --first;
  const auto at = [&](std::size_t i) { return candidates.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto begins = std::find_if(at(first), candidates.end(), [&](const HeadingCandidate& entry) {
    return entry.heading.start > candidates.front().heading.start && is_same(entry, candidates.front());
  });
  if (candidates.end() - begins < kFewestEntries ||
      std::count_if(begins, candidates.end(), is_a_unit) < kFewestArticles)
    return;
  auto named = candidates.begin();
  const bool repeats = std::all_of(begins, candidates.end(), [&](const HeadingCandidate& entry) {
    named = std::find_if(named, begins, [&](const HeadingCandidate& other) { return is_same(other, entry); });
    return named != begins;
  });
  if (repeats) candidates.erase(begins, candidates.end());
}

/// Whether the first heading of a table is the heading above it: "PROTOCOL II" above its own contents does not occur
/// again.
bool opens_own_contents(const Candidates& candidates, std::size_t first, std::size_t last) {
  if (!is_a_component(candidates[first])) return false;
  return std::none_of(candidates.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                      candidates.begin() + static_cast<std::ptrdiff_t>(std::min(last + 1, candidates.size())),
                      [&](const HeadingCandidate& other) { return is_same(other, candidates[first]); });
}

/// The index of the first of the divisions, each finer than the one above it, that lead to a unit.
std::size_t first_division_above(const Candidates& candidates, std::size_t unit) {
  auto first = unit;
  while (first > 0 && gathers_units(candidates[first - 1].heading.kind) &&
         candidates[first - 1].heading.kind < candidates[first].heading.kind) {
    --first;
  }
  return first;
}

}  // namespace

std::string_view words_after(std::string_view text, const std::vector<HeadingCandidate>& candidates, std::size_t i) {
  const auto first = candidates[i].heading.after;
  return text.substr(first, (i + 1 < candidates.size() ? candidates[i + 1].heading.start : text.size()) - first);
}

// A stop after a word and before more text, or a numbered or lettered line.
bool has_sentence(std::string_view words) {
  static const RE2 sentence(R"((?s).*[a-z]{3}[.;:]\s+.*|(?s).*\n\s*(?:\d+\.|\([a-z]\))\s.*)");
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), sentence);
}

// Takes the candidates in runs [first, last) in which only the last may have a body.
void drop_listed(std::string_view text, std::vector<HeadingCandidate>& candidates) {
  constexpr std::size_t kFewestEntries = 6;
  constexpr std::size_t kLongestEntry = 220;    // bytes
  constexpr std::size_t kLongestAnnex = 1'500;  // bytes, with everything in it
  const auto is_entry = [&](std::size_t i) {
    const auto words = words_after(text, candidates, i);
    return words.size() < (is_a_component(candidates[i]) ? kLongestAnnex : kLongestEntry) && !has_sentence(words);
  };
  Candidates kept;
  for (std::size_t first = 0; first < candidates.size();) {
    auto last = first + 1;
    std::size_t articles = 0;
    while (last < candidates.size() && is_entry(last - 1)) {
      articles += is_a_unit(candidates[last - 1]) ? 1U : 0U;
      ++last;
    }
    const bool is_table = articles >= kFewestEntries;
    if (is_table && opens_own_contents(candidates, first, last)) {
      kept.push_back(candidates[first++]);
      continue;
    }
    // The last of the run is in it because of the entry before it, so it is the first heading with a body of its own.
    if (is_table) {
      first = last - 1;
      if (last >= candidates.size()) break;
      const auto above = first_division_above(candidates, first);
      kept.insert(kept.end(), candidates.begin() + static_cast<std::ptrdiff_t>(above),
                  candidates.begin() + static_cast<std::ptrdiff_t>(first));
      continue;
    }
    if (const auto body = end_of_short_table(candidates, first, last); body > first) {
      first = body;
      continue;
    }
    if (const auto body = end_of_list_within(candidates, first, last); body.second > body.first) {
      kept.insert(kept.end(), candidates.begin() + static_cast<std::ptrdiff_t>(first),
                  candidates.begin() + static_cast<std::ptrdiff_t>(first_above(text, candidates, first, body.first)));
      first = body.second;
      continue;
    }
    kept.insert(kept.end(), candidates.begin() + static_cast<std::ptrdiff_t>(first),
                candidates.begin() + static_cast<std::ptrdiff_t>(last));
    first = last;
  }
  candidates = std::move(kept);
  drop_contents_at_end(text, candidates);
  drop_annexes_named_before(text, candidates);
}

}  // namespace treatygraph::ingest
