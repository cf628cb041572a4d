#include "ingest/references/resolver.h"

#include <algorithm>
#include <cctype>

#include "ingest/citation/citation_heads.h"
#include "ingest/text/numerals.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

std::optional<int> value_of(std::string_view num) {
  const auto digits = digits_value(num);
  return digits ? digits : roman_value(num);
}

/// Printed "3.12" is "3-12" where it is cited.
bool same_letters(std::string_view printed, std::string_view cited) {
  return std::ranges::equal(printed, cited, [](char a, char b) { return a == b || (a == '.' && b == '-'); });
}

/// "1" and "I" are one number, and "8bis" is as good as "8 bis".
bool same_number(std::string_view printed, std::string_view cited) {
  if (same_letters(printed, cited)) return true;
  const bool both_letters = digits_value(printed).has_value() == digits_value(cited).has_value();
  const auto value = both_letters ? std::nullopt : value_of(cited);
  return value && value == value_of(printed);
}

/// Kinds that are looked for together: what prints "Schedule 2" may be read as an annex, "Rule 5" as an article.
ProvisionKind family_of(ProvisionKind kind) {
  if (is_component(kind)) return ProvisionKind::Annex;
  return is_unit(kind) ? ProvisionKind::Article : kind;
}

/// One name for all that may mean the same number: "IV" and "4", "1-B" and "1B", "IV(A)" and "IV-A".
std::string index_key(ProvisionKind kind, std::string_view num) {
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  std::string key(1, static_cast<char>('a' + static_cast<int>(family_of(kind))));
  if (const auto value = value_of(num)) return key + std::to_string(*value);
  for (std::size_t i = 0; i < num.size(); ++i) {
    const bool is_joint = num[i] == '-' || num[i] == '.';
    if (is_joint && i > 0 && i + 1 < num.size() && is_digit(num[i - 1]) && is_digit(num[i + 1])) {
      key += '-';
    } else if (std::isalnum(static_cast<unsigned char>(num[i])) != 0) {
      key += static_cast<char>(std::toupper(static_cast<unsigned char>(num[i])));
    }
  }
  return key;
}

/// "IV(A)" and "IV-A" are one number too.
bool same_key(std::string_view printed, std::string_view cited) {
  return same_number(printed, cited) ||
         (!value_of(cited) && index_key(ProvisionKind::Part, printed) == index_key(ProvisionKind::Part, cited));
}

/// Where articles are called 1, 2, 3, an "Article XX" is another instrument's.
bool is_of_other_style(ProvisionKind kind, std::string_view printed, std::string_view cited) {
  return is_unit(kind) && digits_value(printed) && !digits_value(cited);
}

/// "Chapter 2 (Establishment)" where each title has a chapter 2.
bool is_titled(std::string_view heading, std::string_view title) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  return !title.empty() && std::ranges::equal(heading, title, same);
}

}  // namespace

Resolver::Resolver(std::string_view text, const Structure& structure, const Components& components)
    : text_(text), structure_(structure), components_(components), children_(structure.size()) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& provision = structure[i];
    if (provision.parent != kNone) children_[provision.parent].push_back(i);
    if (!is_inside_unit(provision.kind)) by_number_[index_key(provision.kind, provision.num)].push_back(i);
  }
}

std::optional<std::size_t> Resolver::enclosing(std::size_t provision, ProvisionKind kind) const {
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (structure_[at].kind == kind) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> Resolver::enclosing_unit(std::size_t provision) const {
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (is_unit(structure_[at].kind)) return at;
  }
  return std::nullopt;
}

bool Resolver::is_called(std::size_t provision, std::string_view word) const {
  const auto printed = text_.substr(structure_[provision].start, word.size());
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::ranges::equal(printed, word, same);
}

/// A "Rule 5" that was read as an article is none for who looks for an article.
bool Resolver::is_called_by_a_unit(std::size_t provision) const {
  for (auto kind = static_cast<int>(ProvisionKind::Rule); kind < static_cast<int>(ProvisionKind::Article); ++kind) {
    if (is_called(provision, name_of(static_cast<ProvisionKind>(kind)))) return true;
  }
  return false;
}

/// By its own kind, and where the reader of structure knows no better by the word that is printed before its number.
/// `word` is how that of a component begins.
bool Resolver::is_of_kind(std::size_t provision, ProvisionKind kind, std::string_view word) const {
  const auto own = structure_[provision].kind;
  if (is_component(kind)) {
    if (!is_component(own)) return false;
    return word.empty() || is_called(provision, word) || (own == kind && kind != ProvisionKind::Annex);
  }
  if (!is_unit(kind)) return own == kind;
  if (kind == ProvisionKind::Article) return own == kind && !is_called_by_a_unit(provision);
  return own == kind || (own == ProvisionKind::Article && is_called(provision, name_of(kind)));
}

Resolver::Place Resolver::child(std::size_t provision, const EidStep& step) const {
  for (const auto part : children_[provision]) {
    if (is_of_kind(part, step.kind, {}) && same_number(structure_[part].num, step.num)) return part;
  }
  // "article 24(2)" may mean point (2), and "paragraph (b)" point (b), or recital (b).
  const bool is_fine = is_inside_unit(step.kind) || step.kind == ProvisionKind::Subsection;
  const auto& own = structure_[provision];
  for (const auto part : children_[provision]) {
    const auto kind = structure_[part].kind;
    const bool both_inside = is_fine && (is_inside_unit(kind) || own.kind == ProvisionKind::Preamble);
    if (both_inside && structure_[part].num == step.num) return part;
  }
  // "paragraph 2" of article 1 may be printed as 1.2.
  if (step.kind != ProvisionKind::Paragraph || !is_unit(own.kind) || !digits_value(step.num)) return std::nullopt;
  for (const auto part : children_[provision]) {
    const bool is_paragraph = structure_[part].kind == ProvisionKind::Paragraph;
    if (is_paragraph && same_letters(structure_[part].num, own.num + "-" + step.num)) return part;
  }
  return std::nullopt;
}

/// A part, or where articles and divisions are asked for a part of a part.
Resolver::Place Resolver::inside(std::size_t provision, const EidStep& step) const {
  if (const auto part = child(provision, step)) return part;
  if (is_inside_unit(step.kind)) {
    const auto dash = step.num.find('-');  // "paragraph 1.2"
    if (dash == std::string::npos) return std::nullopt;
    const auto part = child(provision, {step.kind, step.num.substr(0, dash)});
    const auto finer = part ? child(*part, {ProvisionKind::Point, step.num.substr(dash + 1)}) : std::nullopt;
    return finer ? finer : part;
  }
  const auto found = by_number_.find(index_key(step.kind, step.num));
  if (found != by_number_.end()) {
    for (const auto i : found->second) {
      const bool within = i > provision && structure_[i].start < structure_[provision].end;
      if (within && is_of_kind(i, step.kind, {}) && same_key(structure_[i].num, step.num)) return i;
    }
  }
  const auto dash = step.num.find('-');  // "regulation 2.1 of chapter I"
  if (!is_unit(step.kind) || dash == std::string::npos) return std::nullopt;
  const auto unit = inside(provision, {step.kind, step.num.substr(0, dash)});
  const auto part = unit ? child(*unit, {ProvisionKind::Paragraph, step.num.substr(dash + 1)}) : std::nullopt;
  return part ? part : unit;
}

/// "the Annex", which the citing instrument has one of, or the one that this goes with, or the whole document.
Resolver::Place Resolver::only_annex(const EidStep& step, std::string_view word, std::size_t from,
                                     const Home& home) const {
  const auto one_of = [&](auto belongs) {
    std::pair<Place, std::size_t> found;
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      const bool counts = is_component(structure_[i].kind) && is_of_kind(i, step.kind, word) && belongs(i);
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

/// How many divisions both stand in: a section 2 is that of one's own part.
std::size_t Resolver::shared_depth(std::size_t provision, std::size_t from) const {
  std::size_t depth = 0;
  for (auto at = structure_[provision].parent; at != kNone; at = structure_[at].parent) {
    if (depth > 0 || (at <= from && structure_[from].start < structure_[at].end)) ++depth;
  }
  return depth;
}

/// How near the instrument that a provision is part of stands to the one that is meant, the nearest highest; nothing
/// where it is another.
std::optional<std::size_t> Resolver::nearness(std::size_t provision, std::size_t from, const Home& home) const {
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
  std::size_t depth = 0;  // of the instruments that are farther from the citation than `own`
  for (auto at = own; at != Components::kMain; at = components_.outer(at)) ++depth;
  for (auto at = components_.of(from); at != own; at = components_.outer(at)) {
    if (at == Components::kMain) return std::nullopt;
  }
  return depth * kNearer;
}

/// What the treaty itself has not and one of its annexes alone has: rules and standards, and annexes of annexes.
Resolver::Place Resolver::only_elsewhere(const CitedProvision& cited, const EidStep& step) const {
  if (step.kind == ProvisionKind::Article || (!is_unit(step.kind) && !is_component(step.kind))) return std::nullopt;
  Place only;
  for (const auto i : by_number_.find(index_key(step.kind, step.num))->second) {
    if (!is_of_kind(i, step.kind, cited.word)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

/// Articles and divisions by their number: an annex's own before the treaty's where an annex cites.
Resolver::Place Resolver::named(const CitedProvision& cited, const EidStep& step, std::size_t from,
                                const Home& home) const {
  if (step.num.empty() && is_component(step.kind)) return only_annex(step, cited.word, from, home);
  const auto found = by_number_.find(index_key(step.kind, step.num));
  if (found == by_number_.end()) return std::nullopt;
  const auto& title = cited.whole_title.empty() ? cited.title : cited.whole_title;
  Place best;
  std::size_t best_score = 0;
  bool is_ambiguous = false;
  for (const auto i : found->second) {
    if (!is_of_kind(i, step.kind, cited.word)) continue;
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

/// How many of the steps lead from `provision` to a part of a part of it.
std::size_t Resolver::steps_inside(std::size_t provision, const std::vector<EidStep>& steps) const {
  std::size_t taken = 0;
  for (auto at = Place(provision); taken < steps.size(); ++taken) {
    at = inside(*at, steps[taken]);
    if (!at) break;
  }
  return taken;
}

/// Whether "(a)" may mean what is printed as "a.": where letters without brackets stand below, it does not.
bool Resolver::is_printed_so(std::size_t provision, const CitedProvision& cited) const {
  const auto& step = cited.steps.front();
  if (!cited.in_brackets || step.kind != ProvisionKind::Point) return true;
  const auto printed = text_.substr(structure_[provision].start, step.num.size() + 1);
  return printed != step.num + ".";
}

/// A paragraph of the article that cites, or a point of the nearest provision around that has it: the nearest in which
/// all steps are found, or else the first.
Resolver::Place Resolver::relative(const CitedProvision& cited, std::size_t from) const {
  const auto& step = cited.steps.front();
  if (const auto called_so = called_in_full(step, from)) return called_so;
  Place nearest;
  std::size_t reached = 0;
  for (auto at = from; at != kNone; at = structure_[at].parent) {
    if (const auto found = inside(at, step); found && (is_printed_so(*found, cited) || !nearest)) {
      const auto taken = is_printed_so(*found, cited) ? steps_inside(at, cited.steps) : 0;
      if (taken == cited.steps.size()) return found;
      if (!nearest || taken > reached) {
        nearest = found;
        reached = taken;
      }
    }
    if (is_inside_unit(structure_[at].kind)) continue;
    if (nearest) return nearest;
    if (const auto only = only_inside(at, step)) return only;
    if (lost_numbers_of_paragraphs(at, step)) return at;
    if (structure_[at].kind != ProvisionKind::Recital) return std::nullopt;
  }
  return nearest;
}

/// "Paragraph 3.1" of article 3, cited in article 2, where paragraphs are called so.
Resolver::Place Resolver::called_in_full(const EidStep& step, std::size_t from) const {
  const auto dash = step.num.find('-');
  if (step.kind != ProvisionKind::Paragraph || dash == std::string::npos) return std::nullopt;
  const auto article = provision_of({{ProvisionKind::Article, step.num.substr(0, dash)}});
  const auto unit = named(article, article.steps.front(), from, {});
  if (!unit) return std::nullopt;
  for (const auto part : children_[*unit]) {
    if (structure_[part].kind == step.kind && same_letters(structure_[part].num, step.num)) return part;
  }
  return std::nullopt;
}

/// "paragraph 2" in an article whose paragraphs are printed without their numbers: the article is all that there is.
bool Resolver::lost_numbers_of_paragraphs(std::size_t provision, const EidStep& step) const {
  if (step.kind != ProvisionKind::Paragraph || !is_unit(structure_[provision].kind)) return false;
  return children_[provision].empty() && digits_value(step.num);
}

/// "subparagraph (b)" from another paragraph, where the article has one (b) alone.
Resolver::Place Resolver::only_inside(std::size_t provision, const EidStep& step) const {
  Place only;
  for (auto i = provision + 1; i < structure_.size() && structure_[i].start < structure_[provision].end; ++i) {
    if (structure_[i].kind != step.kind || structure_[i].num != step.num) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

Resolver::Place Resolver::from_anchor(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                      const Targets& before) const {
  const auto& step = cited.steps.front();
  const bool that = citation.base == Citation::Base::That;
  if (that && before.empty()) return std::nullopt;
  const auto base = pointed_at(citation.of_kind, that ? before.back() : from);
  if (!base) return std::nullopt;
  if (const auto part = inside(*base, step)) return part;
  if (that && citation.is_thereof) return std::nullopt;
  const auto near = that ? std::nullopt : relative(cited, from);
  return near ? near : base;  // the words say where it stands, even if it was not found there
}

/// "this Article", "this Annex": what is around, and for parts of articles that are not there the article.
Resolver::Place Resolver::pointed_at(ProvisionKind kind, std::size_t from) const {
  constexpr std::size_t kTelling = 5;
  const auto word = is_component(kind) ? name_of(kind).substr(0, kTelling) : std::string_view();
  for (auto at = from; at != kNone; at = structure_[at].parent) {
    if (is_of_kind(at, kind, word)) return at;
  }
  return is_inside_unit(kind) ? enclosing_unit(from) : std::nullopt;
}

/// "Article 5.2.1" where none is called that: article 5.2, paragraph 1, or article 5, paragraph 2; "Article 2.1" is the
/// paragraph of article 2 that is printed as 2.1, or else its paragraph 1.
Resolver::Place Resolver::named_in_parts(const CitedProvision& cited, std::size_t from, const Home& home) const {
  const auto& step = cited.steps.front();
  if (!is_unit(step.kind)) return std::nullopt;
  for (auto dash = step.num.rfind('-'); dash != std::string::npos && dash > 0; dash = step.num.rfind('-', dash - 1)) {
    const auto article = named(cited, {step.kind, step.num.substr(0, dash)}, from, home);
    if (!article) continue;
    if (const auto called_so = child(*article, {ProvisionKind::Paragraph, step.num})) return called_so;
    const auto paragraph = inside(*article, {ProvisionKind::Paragraph, step.num.substr(dash + 1)});
    return paragraph ? paragraph : article;
  }
  return std::nullopt;
}

/// What the first steps name; `taken` counts them.
Resolver::Place Resolver::absolute(const CitedProvision& cited, std::size_t from, const Home& home,
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

/// "Chapter 14 (Fish) of Title IV" in a document that has no Title IV: the chapter, if it is the only one that is
/// called so or the words say that it is this treaty's, and an article in any case.
Resolver::Place Resolver::without_lost_divisions(const CitedProvision& cited, std::size_t from, const Home& home,
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

/// The division of that number, and of that title where one was said.
Resolver::Place Resolver::only_named(const CitedProvision& cited, const EidStep& step) const {
  const auto found = by_number_.find(index_key(step.kind, step.num));
  if (found == by_number_.end()) return std::nullopt;
  Place only;
  for (const auto i : found->second) {
    if (!is_of_kind(i, step.kind, {})) continue;
    if (!cited.title.empty() && !is_titled(structure_[i].heading, cited.title)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

/// "Article 2.05 of Chapter 3" where the chapter has none that is called so: articles count through, so the one that is
/// in the same instrument is meant.
Resolver::Place Resolver::only_unit(const EidStep& step, std::size_t division) const {
  const auto found = is_unit(step.kind) ? by_number_.find(index_key(step.kind, step.num)) : by_number_.end();
  Place only;
  if (found == by_number_.end()) return only;
  for (const auto i : found->second) {
    if (!is_of_kind(i, step.kind, {}) || components_.of(i) != components_.of(division)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

Resolver::Place Resolver::first_step(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                     const Targets& before, const Home& home, std::size_t& taken) const {
  const auto& step = cited.steps.front();
  const bool is_pointed = citation.is_pointed || citation.base == Citation::Base::That;
  switch (citation.base) {
    case Citation::Base::Named:
      return absolute(cited, from, home, taken);
    case Citation::Base::Preceding:
    case Citation::Base::Following: {
      const auto siblings = neighbours(citation, from);
      if (siblings.empty()) return std::nullopt;
      const auto part = inside(siblings.back(), step);
      return part ? part : siblings.back();
    }
    default:
      if (home.is_said && home.component != Components::kMain) return inside(home.component, step);
      return is_pointed ? from_anchor(citation, cited, from, before) : relative(cited, from);
  }
}

/// Up to the end of the range, whether that one exists or not.
Targets Resolver::expand(std::size_t first, const std::string& range_end) const {
  Targets targets = {first};
  const auto& start = structure_[first];
  const auto dash = range_end.find('-');
  const bool ends_in_paragraph = dash != std::string::npos && is_inside_unit(start.kind);
  const auto end = ends_in_paragraph ? range_end.substr(dash + 1) : range_end;
  if (end.empty() || same_number(start.num, end)) return targets;
  const auto last = value_of(end);
  bool found = false;
  for (auto i = first + 1; i < structure_.size() && !found; ++i) {
    const auto& other = structure_[i];
    if (other.kind != start.kind || other.eid.parent() != start.eid.parent()) continue;
    found = same_number(other.num, end);
    const auto value = value_of(other.num);
    if (!found && last && value && *value > *last) break;
    targets.push_back(i);
  }
  return found || (last && value_of(start.num)) ? targets : Targets{first};
}

/// "articles 3 et seq.": up to the end of the chapter, or whatever it stands in. The words leave the end open; beyond
/// the division they would be of another matter.
Targets Resolver::with_those_behind(std::size_t first) const {
  Targets targets = {first};
  const auto whole = structure_[first].parent;
  for (auto i = first + 1; i < structure_.size(); ++i) {
    if (whole != kNone && structure_[i].start >= structure_[whole].end) break;
    if (structure_[i].kind == structure_[first].kind && structure_[i].parent == whole) targets.push_back(i);
  }
  return targets;
}

Targets Resolver::neighbours(const Citation& citation, std::size_t from) const {
  const auto here = enclosing(from, citation.of_kind);
  if (!here && citation.is_vague) return {};
  if (!here) {  // paragraphs without numbers
    const auto around = pointed_at(citation.of_kind, from);
    return around ? Targets{*around} : Targets{};
  }
  const bool all = citation.count > 100;
  const bool back = citation.base == Citation::Base::Preceding;
  Targets targets;
  const auto step = back ? ~std::size_t{0} : std::size_t{1};  // one back ends below zero, which is no position
  for (auto i = *here + step; i < structure_.size() && targets.size() < citation.count; i += step) {
    const auto& other = structure_[i];
    const bool same_list = other.kind == citation.of_kind && other.eid.parent() == structure_[*here].eid.parent() &&
                           (!all || other.parent == structure_[*here].parent);
    if (same_list) targets.push_back(i);
  }
  if (back) std::ranges::reverse(targets);
  return targets;
}

Targets Resolver::lifted(const Targets& cited, ProvisionKind kind, bool all) const {
  Targets targets;
  for (const auto target : cited) {
    const auto whole = pointed_at(kind, target);
    if (whole && std::ranges::find(targets, *whole) == targets.end()) targets.push_back(*whole);
  }
  if (!all && targets.size() > 1) targets.erase(targets.begin(), targets.end() - 1);
  return targets;
}

Targets Resolver::kind_alone(const Citation& citation, std::size_t from, const Targets& before) const {
  if (citation.base == Citation::Base::That) return lifted(before, citation.of_kind, citation.count > 1);
  const auto here = pointed_at(citation.of_kind, from);
  return here ? Targets{*here} : Targets{};
}

/// Whether what was found is called as the last step says, not only what that one would stand in.
bool Resolver::is_reached(std::size_t found, const EidStep& step) const {
  const auto& provision = structure_[found];
  if (step.num.empty() || index_key(step.kind, provision.num) == index_key(step.kind, step.num)) return true;
  const auto ends_with = [](std::string_view whole, std::string_view part) {
    const auto at = whole.size() - std::min(whole.size(), part.size());
    return at > 0 && (whole[at - 1] == '-' || whole[at - 1] == '.') && same_letters(whole.substr(at), part);
  };
  return is_inside_unit(provision.kind) && (ends_with(provision.num, step.num) || ends_with(step.num, provision.num));
}

/// Whether a range was found to its end: "articles 2 to 5" of a document that ends with article 3 was not.
bool Resolver::ends_with(const Targets& expanded, const CitedProvision& cited) const {
  if (cited.range_end.empty()) return true;
  const auto dash = cited.range_end.find('-');
  const auto is_end = [&](std::size_t target) {
    const auto is_called = [&](std::string end) {
      return same_number(structure_[target].num, end) || is_reached(target, {structure_[target].kind, std::move(end)});
    };
    return is_called(cited.range_end) || (dash != std::string::npos && is_called(cited.range_end.substr(dash + 1)));
  };
  return std::ranges::any_of(expanded, is_end);
}

/// As far as a citation goes: what it means, and in words what of it the document has not.
Resolved Resolver::resolve(const Citation& citation, std::size_t from, const Targets& before, const Home& home) const {
  if (citation.is_kind_only) return {kind_alone(citation, from, before), {}, {}};
  if (citation.provisions.empty()) return {neighbours(citation, from), {}, {}};
  Resolved resolved;
  const auto lacks = [&](std::vector<EidStep> steps) {
    const auto words = citation_of(Eid(std::move(steps)));
    if (resolved.unreached.find(words) == std::string::npos)
      resolved.unreached += (resolved.unreached.empty() ? "" : "; ") + words;
  };
  for (const auto& cited : citation.provisions) {
    std::size_t taken = 1;
    auto at = first_step(citation, cited, from, before, home, taken);
    if (!at) {
      lacks(cited.steps);
      continue;
    }
    for (; taken < cited.steps.size(); ++taken) {
      const auto& step = cited.steps[taken];
      const bool is_only = step.num.empty() && is_component(step.kind);  // "the Annex to Protocol 1"
      auto finer = is_only ? only_annex(step, {}, *at, {true, *at}) : inside(*at, step);
      if (!finer && gathers_units(structure_[*at].kind)) finer = only_unit(step, *at);
      if (!finer) break;
      at = finer;
    }
    const bool is_whole = taken == cited.steps.size() && (is_reached(*at, cited.steps.back()) || taken > 1);
    if (!is_whole)
      lacks({cited.steps.begin() + static_cast<std::ptrdiff_t>(taken == cited.steps.size() ? 0 : taken),
             cited.steps.end()});
    const auto expanded =
        cited.is_open && is_whole ? with_those_behind(*at) : expand(*at, is_whole ? cited.range_end : std::string());
    if (is_whole && !cited.is_open && !ends_with(expanded, cited)) lacks({{cited.steps.back().kind, cited.range_end}});
    for (const auto target : expanded) {
      if (std::ranges::find(resolved.targets, target) != resolved.targets.end()) continue;
      resolved.targets.push_back(target);
      if (cited.is_open && target != *at) resolved.open_ended.push_back(target);
    }
  }
  if (resolved.targets.empty()) resolved.unreached.clear();
  return resolved;
}

}  // namespace treatygraph::ingest
