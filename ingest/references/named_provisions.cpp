// Numbers are not unique in a document, so each candidate with the right number gets a score, and the highest wins:
// - 10 points if its heading is the title that the citation gives: "Chapter 2 (Establishment)".
// - 1 point for each division that contains both it and the citing provision: "Section 2" means that of the same part.
// - 100 points for each level of the instrument that it belongs to: an annex means its own article 1, then that of the
//   protocol around it, and then the treaty's.
// Candidates in other instruments are excluded, unless only one annex has such a provision at all (only_elsewhere). If
// several divisions have the number and nothing favours one of them, nothing is found.
//
// absolute() first takes the name literally. If nothing has it, other readings follow: a number with several levels,
// and names whose outer steps the document does not contain.

#include "ingest/references/named_provisions.h"

#include <algorithm>
#include <utility>

#include "graph/ascii.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/references/printed_number.h"

namespace treatygraph::ingest {
namespace {

/// Whether a provision has the title that a citation gives: "Chapter 2 (Establishment)", if each title has a chapter 2.
bool is_titled(std::string_view heading, std::string_view title) {
  return !title.empty() && equal_but_for_case(heading, title);
}

}  // namespace

/// "the Annex": the only one of the citing instrument, of the one that it belongs to, or of the whole document.
Place NamedProvisions::only_annex(const EidStep& step, std::string_view word, std::size_t from,
                                  const Home& home) const {
  const auto one_of = [&](auto belongs) {
    std::pair<Place, std::size_t> found;
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      const bool counts = is_component(structure_[i].kind) && index_.is_of_kind(i, step.kind, word) && belongs(i);
      if (counts && found.second++ == 0) found.first = i;
    }
    return found;
  };
  auto at = home.is_said ? home.component : components_.of(from);
  while (true) {
    const auto [only, count] = one_of([&](std::size_t i) { return i == at || components_.outer(i) == at; });
    if (count > 0) return count == 1 ? only : std::nullopt;
    if (at == Components::kMain || home.is_said) break;
    at = components_.outer(at);
  }
  const auto [only, count] = one_of([](std::size_t) { return true; });
  return count == 1 ? only : std::nullopt;
}

/// How many divisions contain both. Walks up from the provision and counts from the first that also contains `from`.
std::size_t NamedProvisions::shared_depth(std::size_t provision, std::size_t from) const {
  std::size_t depth = 0;
  for (auto at = structure_[provision].parent; at != kNone; at = structure_[at].parent) {
    if (depth > 0 || (at <= from && structure_[from].start < structure_[at].end)) ++depth;
  }
  return depth;
}

/// A higher value is nearer. Nothing for instruments that neither contain the citation nor are the one that it names.
std::optional<std::size_t> NamedProvisions::nearness(std::size_t provision, std::size_t from, const Home& home) const {
  // More than divisions and a title can add.
  constexpr std::size_t kNearer = 100;
  const auto own = is_component(structure_[provision].kind) ? components_.outer(provision) : components_.of(provision);
  if (home.is_said && home.component == Components::kMain)
    return own == home.component ? std::optional<std::size_t>(0) : std::nullopt;
  if (home.is_said) {
    if (own == home.component) return kNearer;
    for (auto at = own; at != Components::kMain; at = components_.outer(at)) {
      if (at == home.component) return 0;
    }
    return std::nullopt;
  }
  std::size_t depth = 0;  // for instruments farther from the citation than `own`
  for (auto at = own; at != Components::kMain; at = components_.outer(at)) ++depth;
  for (auto at = components_.of(from); at != own; at = components_.outer(at)) {
    if (at == Components::kMain) return std::nullopt;
  }
  return depth * kNearer;
}

/// Rules and standards, and annexes of annexes, which the treaty itself does not have and only one of its annexes has.
/// Articles are not searched.
Place NamedProvisions::only_elsewhere(const CitedProvision& cited, const EidStep& step) const {
  if (step.kind == ProvisionKind::Article || (!is_unit(step.kind) && !is_component(step.kind))) return std::nullopt;
  Place only;
  for (const auto i : index_.numbered(step)) {
    if (!index_.is_of_kind(i, step.kind, cited.word)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

/// Scores the candidates as described at the top of the file.
Place NamedProvisions::named(const CitedProvision& cited, const EidStep& step, std::size_t from,
                             const Home& home) const {
  if (step.num.empty() && is_component(step.kind)) return only_annex(step, cited.word, from, home);
  const auto& found = index_.numbered(step);
  if (found.empty()) return std::nullopt;
  const auto& title = cited.whole_title.empty() ? cited.title : cited.whole_title;
  Place best;
  std::size_t best_score = 0;
  bool is_ambiguous = false;
  for (const auto i : found) {
    if (!index_.is_of_kind(i, step.kind, cited.word)) continue;
    if (!home.is_said && is_of_other_style(step.kind, structure_[i].num, step.num)) continue;
    const auto near = nearness(i, from, home);
    if (!near) continue;
    const auto score = 1 + *near + shared_depth(i, from) + (is_titled(structure_[i].heading, title) ? 10U : 0U);
    is_ambiguous = score == best_score;
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  const bool may_be_elsewhere = !home.is_said || (home.component == Components::kMain && !is_component(step.kind));
  if (!best) return may_be_elsewhere ? only_elsewhere(cited, step) : std::nullopt;
  const bool guesses =
      is_ambiguous && best_score == 1 && !is_inside_unit(step.kind) && step.kind != ProvisionKind::Article;
  return guesses ? std::nullopt : best;
}

/// "Article 5.2.1", if there is no such article: article 5.2, paragraph 1, or article 5, paragraph 2. "Article 2.1" is
/// the paragraph of article 2 printed as 2.1, otherwise its paragraph 1.
Place NamedProvisions::named_in_parts(const CitedProvision& cited, std::size_t from, const Home& home) const {
  const auto& step = cited.steps.front();
  if (!is_unit(step.kind)) return std::nullopt;
  if (is_small_letter_after_digits(step.num)) {  // "Article 5a" of articles that no 5a was put between
    const auto article = named(cited, {step.kind, step.num.substr(0, step.num.size() - 1)}, from, home);
    return article ? index_.child(*article, {ProvisionKind::Point, step.num.substr(step.num.size() - 1)})
                   : std::nullopt;
  }
  for (auto dash = step.num.rfind('-'); dash != std::string::npos && dash > 0; dash = step.num.rfind('-', dash - 1)) {
    const auto article = named(cited, {step.kind, step.num.substr(0, dash)}, from, home);
    if (!article) continue;
    if (const auto called_so = index_.child(*article, {ProvisionKind::Paragraph, step.num})) return called_so;
    const auto paragraph = index_.inside(*article, {ProvisionKind::Paragraph, step.num.substr(dash + 1)});
    return paragraph ? paragraph : article;
  }
  return std::nullopt;
}

/// Tries the readings of a name in order of how literal they are. "article 3-15" may be an article and not a range.
Place NamedProvisions::absolute(const CitedProvision& cited, std::size_t from, const Home& home,
                                std::size_t& taken) const {
  const auto& step = cited.steps.front();
  const bool may_be_pair = cited.steps.size() == 1 && !cited.range_end.empty();
  if (may_be_pair) {  // "article 3-15"
    if (const auto pair = named(cited, {step.kind, step.num + "-" + cited.range_end}, from, home)) return pair;
  }
  if (const auto found = named(cited, step, from, home)) return found;
  if (const auto found = named_in_parts(cited, from, home)) return found;
  return without_lost_divisions(cited, from, home, taken);
}

/// "Chapter 14 (Fish) of Title IV" in a document without Title IV: the chapter, if it is the only one with that number
/// or the words say that it is this treaty's; an article in any case.
Place NamedProvisions::without_lost_divisions(const CitedProvision& cited, std::size_t from, const Home& home,
                                              std::size_t& taken) const {
  if (is_component(cited.steps.front().kind)) return std::nullopt;
  const bool is_own = home.is_said || !cited.title.empty();
  auto inner = cited;
  inner.word.clear();
  for (std::size_t i = 1; i < cited.steps.size() && !is_inside_unit(cited.steps[i].kind); ++i) {
    const bool is_article = is_unit(cited.steps[i].kind);
    const auto found = is_article ? named(inner, cited.steps[i], from, home)
                       : is_own   ? only_named(inner, cited.steps[i])
                                  : std::nullopt;
    if (!found) continue;
    taken = i + 1;
    return found;
  }
  return std::nullopt;
}

/// The division with that number, and that title if one was given.
Place NamedProvisions::only_named(const CitedProvision& cited, const EidStep& step) const {
  const auto& found = index_.numbered(step);
  if (found.empty()) return std::nullopt;
  Place only;
  for (const auto i : found) {
    if (!index_.is_of_kind(i, step.kind, {})) continue;
    if (!cited.title.empty() && !is_titled(structure_[i].heading, cited.title)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

/// Nothing if several articles of the instrument have the number.
Place NamedProvisions::only_unit(const EidStep& step, std::size_t division) const {
  Place only;
  if (!is_unit(step.kind)) return only;
  for (const auto i : index_.numbered(step)) {
    if (!index_.is_of_kind(i, step.kind, {}) || components_.of(i) != components_.of(division)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

}  // namespace treatygraph::ingest
