#include "ingest/structure/heading_sequence.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <string>

#include <re2/re2.h>

#include "ingest/structure/annexes_inside.h"

namespace treatygraph::ingest {
namespace {

using Candidates = std::vector<HeadingCandidate>;

bool is_article(const HeadingCandidate& candidate) {
  return candidate.heading.kind == ProvisionKind::Article;
}

bool is_annex(const HeadingCandidate& candidate) {
  return candidate.heading.kind == ProvisionKind::Annex;
}

std::string_view words_behind(std::string_view text, const Candidates& candidates, std::size_t i) {
  const auto first = candidates[i].heading.after;
  return text.substr(first, (i + 1 < candidates.size() ? candidates[i + 1].heading.start : text.size()) - first);
}

bool has_sentence(std::string_view words) {
  static const RE2 sentence(R"((?s).*[a-z]{3}[.;:]\s+.*|(?s).*\n\s*(?:\d+\.|\([a-z]\))\s.*)");
  return RE2::FullMatch(re2::StringPiece(words.data(), words.size()), sentence);
}

bool is_same(const HeadingCandidate& a, const HeadingCandidate& b) {
  return a.heading.kind == b.heading.kind && a.heading.num == b.heading.num;
}

/// The next article or annex at or after `i`, or past the end.
std::size_t next_entry(const Candidates& candidates, std::size_t i) {
  while (i < candidates.size() && !is_article(candidates[i]) && !is_annex(candidates[i])) ++i;
  return i;
}

/// Whether the articles and annexes of [table, body) are named in order again from `body` on.
bool are_named_again(const Candidates& candidates, std::size_t table, std::size_t body) {
  constexpr std::size_t kFewestArticles = 2;
  std::size_t articles = 0;
  auto again = next_entry(candidates, body);
  for (auto i = next_entry(candidates, table); i < body; i = next_entry(candidates, i + 1)) {
    if (again == candidates.size() || !is_same(candidates[i], candidates[again])) return false;
    again = next_entry(candidates, again + 1);
    articles += is_article(candidates[i]) ? 1U : 0U;
  }
  return articles >= kFewestArticles;
}

/// Where the treaty begins behind a table of a few entries, which opens the run of headings [first, last): its first
/// article comes again there, under the same divisions, and so do all others. `first` where no table is.
std::size_t end_of_short_table(const Candidates& candidates, std::size_t first, std::size_t last) {
  const auto next_article = [&](std::size_t i, std::size_t end) {
    while (i < end && !is_article(candidates[i])) ++i;
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

/// Headings that stand line under line with nothing between them but their own words and page numbers.
void drop_tables_of_contents(std::string_view text, Candidates& candidates) {
  constexpr std::size_t kFewestEntries = 6;
  constexpr std::size_t kLongestEntry = 220;
  const auto is_entry = [&](std::size_t i) {
    const auto words = words_behind(text, candidates, i);
    return words.size() < kLongestEntry && !has_sentence(words);
  };
  Candidates kept;
  for (std::size_t first = 0; first < candidates.size();) {
    auto last = first + 1;
    std::size_t articles = 0;
    while (last < candidates.size() && is_entry(last - 1)) {
      articles += is_article(candidates[last - 1]) ? 1U : 0U;
      ++last;
    }
    const bool is_table = articles >= kFewestEntries;
    // The last of the run is entered by its successor's words, so it is the first that has a body of its own.
    if (is_table) {
      first = last - 1;
      if (first + 1 >= candidates.size()) break;
      continue;
    }
    if (const auto body = end_of_short_table(candidates, first, last); body > first) {
      first = body;
      continue;
    }
    kept.insert(kept.end(), candidates.begin() + static_cast<std::ptrdiff_t>(first),
                candidates.begin() + static_cast<std::ptrdiff_t>(last));
    first = last;
  }
  candidates = std::move(kept);
}

/// A resolution has the treaty as its annex: that heading is not the treaty's own, which begins behind it.
std::size_t drop_leading_annexes(Candidates& candidates) {
  const auto first_other = std::ranges::find_if_not(candidates, is_annex);
  if (first_other == candidates.end() || first_other == candidates.begin()) return 0;
  const auto start = std::prev(first_other)->heading.after;
  candidates.erase(candidates.begin(), first_other);
  return start;
}

/// A protocol that is annexed has articles of its own, and stands behind those of the treaty; a line that only names
/// one, or the treaty's own title, does not.
void drop_named_protocols(std::string_view text, Candidates& candidates) {
  const auto begins_anew = [&](std::size_t i) {
    for (auto next = i + 1; next < candidates.size() && !is_annex(candidates[next]); ++next) {
      if (is_article(candidates[next])) return candidates[next].heading.value == 1;
    }
    return false;
  };
  bool has_treaty = false;
  Candidates kept;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& heading = candidates[i].heading;
    const bool is_named = heading.words_above && !has_treaty;
    if (!heading.is_protocol || (!is_named && begins_anew(i))) kept.push_back(candidates[i]);
    has_treaty = has_treaty || (is_article(candidates[i]) && has_sentence(words_behind(text, candidates, i)));
  }
  candidates = std::move(kept);
}

/// An annex whose heading stands on each of its pages begins once. One that comes again after others belongs to what
/// was published with the treaty, a final act say: there the treaty ends.
std::size_t end_of_treaty(std::string_view text, Candidates& candidates) {
  std::set<std::string> seen;
  std::string current;
  Candidates kept;
  for (auto& candidate : candidates) {
    const auto& heading = candidate.heading;
    if (is_annex(candidate) && !heading.is_nested && !heading.is_protocol) {
      if (heading.num == current) continue;
      if (!seen.insert(heading.num).second) {
        const auto end = heading.start;
        candidates = std::move(kept);
        return end;
      }
      current = heading.num;
    }
    kept.push_back(std::move(candidate));
  }
  candidates = std::move(kept);
  return text.size();
}

/// Articles count on from one another; an annex begins a numbering of its own, and a chapter may.
class Numbering {
 public:
  explicit Numbering(const Candidates& candidates) : candidates_(candidates) {}

  std::vector<Heading> headings() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const auto& [heading, is_weak] = candidates_[i];
      const bool is_division = !is_article(candidates_[i]);
      const bool belongs = is_division ? !is_weak || is_next_division(heading) : is_weak ? is_next(heading) : counts(i);
      if (!belongs) continue;
      if (is_annex(candidates_[i])) last_ = {};
      in_annex_ = is_annex(candidates_[i]) || (in_annex_ && (is_division || !goes_on_behind_annex(heading)));
      if (!is_division) last_ = heading;
      if (!is_division && !in_annex_) last_of_treaty_ = heading;
      after_division_ = is_division;
      kept_.push_back(heading);
    }
    return std::move(kept_);
  }

 private:
  static constexpr int kLargestGap = 3;

  [[nodiscard]] bool is_next(const Heading& heading) const {
    const bool counts_on = heading.chapter == last_.chapter && heading.value == last_.value + 1;
    const bool next_chapter = heading.chapter == last_.chapter + 1 && heading.value == 1 && heading.chapter > 0;
    return counts_on || next_chapter || is_insertion(heading);
  }

  /// Of its kind, wherever the last one stood.
  [[nodiscard]] bool is_next_division(const Heading& heading) const {
    const auto last =
        std::find_if(kept_.rbegin(), kept_.rend(), [&](const Heading& h) { return h.kind == heading.kind; });
    return heading.value == 1 || (last != kept_.rend() && heading.value == last->value + 1);
  }

  [[nodiscard]] bool is_insertion(const Heading& heading) const {
    return heading.value == last_.value && heading.chapter == last_.chapter && heading.num != last_.num &&
           !kept_.empty() && std::isalpha(static_cast<unsigned char>(heading.num.back())) != 0;
  }

  [[nodiscard]] bool goes_on_behind_annex(const Heading& heading) const {
    return in_annex_ && !last_of_treaty_.num.empty() && counts_on_from(heading, last_of_treaty_) &&
           !counts_on_from(heading, last_);
  }

  [[nodiscard]] bool counts(std::size_t i) const {
    const auto& heading = candidates_[i].heading;
    if (is_insertion(heading) || goes_on_behind_annex(heading)) return true;
    if (heading.chapter != last_.chapter) return heading.chapter > last_.chapter && heading.value <= kLargestGap;
    if (heading.value > last_.value && heading.value <= last_.value + kLargestGap) return true;
    if (after_division_) return heading.value == 1 || heading.value > last_.value;
    return heading.value > last_.value && (is_followed_by_next(i) || is_followed_by_larger(i));
  }

  /// Whether the two articles after it count on: what lies between was lost, or is printed elsewhere.
  [[nodiscard]] bool is_followed_by_next(std::size_t i) const {
    auto value = candidates_[i].heading.value;
    int followers = 0;
    for (auto next = i + 1; next < candidates_.size() && followers < 2; ++next) {
      if (is_annex(candidates_[next])) return false;
      if (!is_article(candidates_[next])) continue;
      if (candidates_[next].heading.value != ++value) return false;
      ++followers;
    }
    return followers == 2;
  }

  /// Whether no article that it jumps over comes behind it.
  [[nodiscard]] bool is_followed_by_larger(std::size_t i) const {
    for (auto next = i + 1; next < candidates_.size() && !is_annex(candidates_[next]); ++next) {
      if (is_article(candidates_[next]) && candidates_[next].heading.value < candidates_[i].heading.value) return false;
    }
    return true;
  }

  const Candidates& candidates_;
  std::vector<Heading> kept_;
  Heading last_;            ///< article
  Heading last_of_treaty_;  ///< article, before the annex
  bool in_annex_ = false;
  bool after_division_ = false;
};

}  // namespace

Headings headings_in_sequence(std::string_view text, std::vector<HeadingCandidate> candidates) {
  drop_tables_of_contents(text, candidates);
  const auto start = drop_leading_annexes(candidates);
  drop_named_protocols(text, candidates);
  const auto end = end_of_treaty(text, candidates);
  return {Numbering(candidates).headings(), start, end};
}

}  // namespace treatygraph::ingest
