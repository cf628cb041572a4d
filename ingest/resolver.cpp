#include "ingest/resolver.h"

#include <algorithm>

#include "ingest/numerals.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

bool is_division(ProvisionKind kind) {
  return kind < ProvisionKind::Article;
}

/// "1" and "I" are one number, and "8bis" is as good as "8 bis".
bool same_number(std::string_view printed, std::string_view cited) {
  if (printed == cited) return true;
  const auto value = [](std::string_view text) {
    const auto digits = digits_value(text);
    return digits ? digits : roman_value(text);
  };
  const bool both_letters = digits_value(printed).has_value() == digits_value(cited).has_value();
  return !both_letters && value(printed) && value(printed) == value(cited);
}

}  // namespace

Resolver::Resolver(const Structure& structure) : structure_(structure), children_(structure.size()) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    by_eid_.emplace(structure[i].eid.to_string(), i);
    if (structure[i].parent != kNone) children_[structure[i].parent].push_back(i);
  }
}

std::optional<std::size_t> Resolver::find(const Eid& eid) const {
  const auto found = by_eid_.find(eid.to_string());
  return found == by_eid_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Resolver::enclosing(std::size_t provision, ProvisionKind kind) const {
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (structure_[at].kind == kind) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> Resolver::child(std::size_t provision, const EidStep& step) const {
  for (const auto part : children_[provision]) {
    const bool same_kind = structure_[part].kind == step.kind;
    if (same_kind && same_number(structure_[part].num, step.num)) return part;
  }
  // "article 24(2)" may mean point (2) where the article has no paragraphs.
  for (const auto part : children_[provision]) {
    const bool both_inside = !is_division(step.kind) && structure_[part].kind > ProvisionKind::Article;
    if (both_inside && step.kind == ProvisionKind::Paragraph && structure_[part].num == step.num) return part;
  }
  return std::nullopt;
}

/// Articles and divisions by their number: an annex's own before the treaty's where an annex cites.
std::optional<std::size_t> Resolver::named(const EidStep& step, std::size_t from, bool of_this_treaty) const {
  const auto annex = enclosing(from, ProvisionKind::Annex);
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < structure_.size(); ++i) {
    if (structure_[i].kind != step.kind || !same_number(structure_[i].num, step.num)) continue;
    const auto home = step.kind == ProvisionKind::Annex ? std::nullopt : enclosing(i, ProvisionKind::Annex);
    if (home == annex && !(of_this_treaty && annex)) {
      const bool shares_parent = structure_[i].parent != kNone &&
                                 enclosing(from, structure_[structure_[i].parent].kind) == structure_[i].parent;
      if (shares_parent) return i;
      if (!best) best = i;
    } else if (!home && !best) {
      best = i;
    }
  }
  return best;
}

/// "Article 5.2" where no article is called that: article 5, paragraph 2.
std::optional<std::size_t> Resolver::named_in_parts(const EidStep& step, std::size_t from, bool of_this_treaty) const {
  const auto dash = step.num.find('-');
  if (step.kind != ProvisionKind::Article || dash == std::string::npos) return std::nullopt;
  const auto article = named({step.kind, step.num.substr(0, dash)}, from, of_this_treaty);
  if (!article) return std::nullopt;
  const auto paragraph = child(*article, {ProvisionKind::Paragraph, step.num.substr(dash + 1)});
  return paragraph ? paragraph : article;
}

/// A paragraph of the article that cites, or a point of the nearest provision around that has it.
std::optional<std::size_t> Resolver::relative(const EidStep& step, std::size_t from) const {
  for (auto at = from; at != kNone; at = structure_[at].parent) {
    if (const auto found = child(at, step)) return found;
    if (structure_[at].kind == ProvisionKind::Article) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> Resolver::base_of(const Citation& citation, std::size_t from,
                                             std::size_t cited_before) const {
  if (citation.base == Citation::Base::That) {
    if (cited_before == kNone) return std::nullopt;
    return enclosing(cited_before, citation.of_kind);
  }
  return enclosing(from, citation.of_kind);
}

Targets Resolver::expand(std::size_t first, const std::string& range_end) const {
  Targets targets = {first};
  if (range_end.empty()) return targets;
  const auto& start = structure_[first];
  for (auto i = first + 1; i < structure_.size(); ++i) {
    const auto& other = structure_[i];
    const bool same_list = other.kind == start.kind && other.eid.parent() == start.eid.parent();
    if (!same_list) continue;
    targets.push_back(i);
    if (same_number(other.num, range_end)) return targets;
  }
  return {first};
}

Targets Resolver::preceding(const Citation& citation, std::size_t from) const {
  const auto here = enclosing(from, citation.of_kind);
  if (!here) return {};
  Targets targets;
  for (auto i = *here; i-- > 0 && targets.size() < citation.count;) {
    const auto& other = structure_[i];
    const bool same_list = other.kind == citation.of_kind && other.eid.parent() == structure_[*here].eid.parent();
    if (same_list) targets.push_back(i);
    if (structure_[i].kind < citation.of_kind && structure_[i].kind == ProvisionKind::Article) break;
  }
  std::ranges::reverse(targets);
  return targets;
}

Targets Resolver::resolve(const Citation& citation, std::size_t from, std::size_t cited_before) const {
  if (citation.base == Citation::Base::Preceding) return preceding(citation, from);
  if (citation.is_kind_only) {
    const auto here = base_of(citation, from, cited_before);
    return here ? Targets{*here} : Targets{};
  }
  Targets targets;
  for (const auto& [steps, range_end] : citation.provisions) {
    std::optional<std::size_t> at;
    if (citation.base == Citation::Base::Named) {
      at = named(steps.front(), from, citation.of_this_treaty);
      if (!at) at = named_in_parts(steps.front(), from, citation.of_this_treaty);
    } else if (const auto base = base_of(citation, from, cited_before); base && citation.base == Citation::Base::That) {
      at = child(*base, steps.front());
      if (!at) at = *base;
    } else {
      at = relative(steps.front(), from);
    }
    if (!at) continue;
    std::size_t taken = 1;
    for (; taken < steps.size(); ++taken) {
      const auto finer = child(*at, steps[taken]);
      if (!finer) break;
      at = finer;
    }
    const auto expanded = expand(*at, taken == steps.size() ? range_end : std::string());
    targets.insert(targets.end(), expanded.begin(), expanded.end());
  }
  return targets;
}

}  // namespace treatygraph::ingest
