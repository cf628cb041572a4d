// How headings are chosen from the candidate lines. Each step removes lines that cannot open anything, so that the last
// step, which follows the numbers, is not misled:
// - titles are taken out, because many lines look like one;
// - entries of tables of contents are dropped (listed_headings);
// - headings of annexes before the first unit are dropped: the treaty is then the annex of a resolution;
// - lines that only mention a protocol, and letters before the testimonium, are dropped;
// - titles below which units are numbered anew are put back;
// - headings whose numbers follow each other are kept (numbering).

#include "ingest/structure/heading_sequence.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "ingest/structure/component_headings.h"
#include "ingest/structure/lettered_headings.h"
#include "ingest/structure/listed_headings.h"
#include "ingest/structure/numbering.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

using Candidates = std::vector<HeadingCandidate>;

/// Titles start an instrument only if the units below them are numbered anew. Until that is known they are kept apart.
Candidates take_titles_out(Candidates& candidates) {
  Candidates titles;
  const auto is_title = [](const HeadingCandidate& candidate) { return candidate.heading.is_title; };
  std::ranges::copy_if(candidates, std::back_inserter(titles), is_title);
  std::erase_if(candidates, is_title);
  return titles;
}

/// If a resolution has the treaty as its annex, the heading "ANNEX" before the treaty is not an annex of the treaty.
/// Returns the start of the treaty: 0 if there is no such heading.
std::size_t drop_leading_annexes(Candidates& candidates) {
  const auto first_other = std::ranges::find_if_not(candidates, is_a_component);
  if (first_other == candidates.end() || first_other == candidates.begin()) return 0;
  const auto start = std::prev(first_other)->heading.after;
  candidates.erase(candidates.begin(), first_other);
  return start;
}

/// The first unit or division after a candidate, before the next component.
const Heading* next_part(const Candidates& candidates, std::size_t i, bool units_alone) {
  for (auto next = i + 1; next < candidates.size() && !is_a_component(candidates[next]); ++next) {
    if (!units_alone || is_a_unit(candidates[next])) return &candidates[next].heading;
  }
  return nullptr;
}

/// Drops protocols that open nothing. An annexed protocol has units or parts of its own, numbered from 1, and comes
/// after those of the treaty. A line that only mentions a protocol, or repeats the title of the treaty, does not.
void drop_named_protocols(std::string_view text, Candidates& candidates) {
  const auto begins_anew = [&](std::size_t i) {
    const auto* unit = next_part(candidates, i, true);
    const auto* part = next_part(candidates, i, false);
    return (unit != nullptr && unit->value == 1) || (unit == nullptr && part != nullptr && part->value == 1);
  };
  const auto is_title_of_annex = [&](std::size_t i) {
    return i > 0 && !candidates[i].heading.is_numbered && is_a_component(candidates[i - 1]) &&
           trimmed(words_after(text, candidates, i - 1)).empty();
  };
  bool has_treaty = false;
  Candidates kept;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& heading = candidates[i].heading;
    const bool is_protocol = heading.kind == ProvisionKind::Protocol;
    const bool is_named = (heading.words_above && !has_treaty) || is_title_of_annex(i);
    if (!is_protocol || (!is_named && begins_anew(i))) kept.push_back(candidates[i]);
    has_treaty = has_treaty || (is_a_unit(candidates[i]) && has_sentence(words_after(text, candidates, i)));
  }
  candidates = std::move(kept);
}

/// Drops letters and declarations that are printed too early. Texts that were signed together with a treaty follow its
/// testimonium, or another such text. Before the testimonium, such a line belongs to an article.
void drop_letters_within(std::string_view text, const StructureWords& language, Candidates& candidates) {
  constexpr std::size_t kLongestTitle = 300;
  bool has_units = false;
  bool has_annexes = false;
  bool is_after = false;
  std::size_t since = 0;  // offset in bytes of the last unit
  std::erase_if(candidates, [&](const HeadingCandidate& candidate) {
    const auto& heading = candidate.heading;
    if (!heading.is_side_letter) {
      has_units = has_units || is_a_unit(candidate);
      has_annexes = has_annexes || (has_units && is_a_component(candidate));
      if (is_a_unit(candidate)) since = heading.start;
      return false;
    }
    const auto words = text.substr(since, heading.start - since);
    const auto title = text.substr(heading.start, kLongestTitle);
    is_after = is_after ||
               (has_annexes &&
                RE2::FullMatch(piece(title.substr(0, title.find('\n'))), language.component.joint_declaration)) ||
               (has_units && RE2::PartialMatch(piece(words), language.conclusions.testimonium_line));
    since = heading.start;
    return !is_after;
  });
}

/// A title without any usual keyword: "Internal order of the Bureau". It is a line between empty ones, directly above a
/// first unit that is followed by a second one.
std::optional<HeadingCandidate> unusual_title(std::string_view text, const StructureWords& language,
                                              const Candidates& candidates, std::size_t i) {
  constexpr std::size_t kLongest = 120;
  const auto& first = candidates[i].heading;
  const bool counts_on = i + 1 < candidates.size() && candidates[i + 1].heading.kind == first.kind &&
                         candidates[i + 1].heading.value == 2 && !candidates[i + 1].is_weak;
  const auto above = trimmed(text.substr(0, first.opens()));
  const auto line = trimmed(above.substr(above.rfind('\n') + 1));
  const auto start = static_cast<std::size_t>(line.data() - text.data());
  const auto before = trimmed(text.substr(0, start));
  const auto end_before = static_cast<std::size_t>(before.data() - text.data()) + before.size();
  const bool stands_alone = std::ranges::count(text.substr(end_before, start - end_before), '\n') > 1;
  const bool is_title = !line.empty() && line.size() <= kLongest && begins_sentence(line.front()) &&
                        std::string_view(".;:,\"").find(line.back()) == std::string_view::npos;
  const bool is_after_unit = i > 0 && is_a_unit(candidates[i - 1]) && candidates[i - 1].heading.start < start;
  if (first.chapter > 0 || !is_after_unit || !counts_on || !stands_alone || !is_title) return std::nullopt;
  HeadingCandidate title;
  auto& heading = title.heading;
  heading.kind = ProvisionKind::Instrument;
  heading.value = 1;
  heading.is_numbered = false;
  heading.is_title = true;
  heading.start = heading.after = start;
  heading.name = name_in_eid(line, language);
  return title;
}

/// Puts back those titles after which units are numbered anew. Of several titles, it is the last one before the first
/// unit.
void put_titles_back(std::string_view text, const StructureWords& language, Candidates titles, Candidates& candidates) {
  Candidates kept;
  bool has_units = false;
  auto title = titles.begin();
  std::size_t since_unit = 0;  // offset in bytes of the last unit or component
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& heading = candidates[i].heading;
    const bool is_part = gathers_units(heading.kind);
    if (is_part) {
      kept.push_back(candidates[i]);
      continue;
    }
    const bool begins_anew = is_a_unit(candidates[i]) && heading.value == 1 && has_units && !candidates[i].is_weak;
    while (title != titles.end() && title->heading.start < since_unit) ++title;
    auto following = title;
    while (following != titles.end() && following->heading.start < heading.start) ++following;
    const auto unusual =
        begins_anew && following == title ? unusual_title(text, language, candidates, i) : std::nullopt;
    if (begins_anew && (following != title || unusual)) {
      const auto& found = unusual ? *unusual : *std::prev(following);
      auto at = kept.end();
      while (at != kept.begin() && std::prev(at)->heading.start > found.heading.start) --at;
      kept.insert(at, found);
    }
    title = following;
    since_unit = heading.start;
    has_units = has_units || is_a_unit(candidates[i]);
    kept.push_back(candidates[i]);
  }
  candidates = std::move(kept);
}

/// Sets `num` of components that have none. The only one of its kind in its place needs no name; an annex is then
/// number I. If there are several, they get the printed name.
void name_components(std::vector<Heading>& headings) {
  std::map<std::pair<std::size_t, ProvisionKind>, int> count;
  for (const auto& heading : headings) {
    if (is_component(heading.kind)) ++count[{heading.inside, heading.kind}];
  }
  for (auto& heading : headings) {
    if (!is_component(heading.kind) || heading.is_numbered) continue;
    const bool is_only = count[{heading.inside, heading.kind}] == 1 && heading.kind != ProvisionKind::Instrument;
    const bool is_annex = heading.kind == ProvisionKind::Annex || heading.is_nested;
    heading.num = is_only || heading.name.empty() ? (is_annex ? "I" : "") : heading.name;
  }
}

}  // namespace

Headings headings_in_sequence(std::string_view text, std::vector<HeadingCandidate> candidates,
                              const StructureWords& language) {
  read_letters_in_order(candidates, &HeadingCandidate::heading);
  auto titles = take_titles_out(candidates);
  drop_listed(text, candidates);
  const auto start = drop_leading_annexes(candidates);
  drop_named_protocols(text, candidates);
  drop_letters_within(text, language, candidates);
  put_titles_back(text, language, std::move(titles), candidates);
  auto headings = headings_that_count(text, candidates, language);
  headings.start = start;
  name_components(headings.all);
  return headings;
}

}  // namespace treatygraph::ingest
