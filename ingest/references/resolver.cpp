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

/// "1" and "I" are one number, and "8bis" is as good as "8 bis".
bool same_number(std::string_view printed, std::string_view cited) {
  if (printed == cited) return true;
  const bool both_letters = digits_value(printed).has_value() == digits_value(cited).has_value();
  const auto value = both_letters ? std::nullopt : value_of(cited);
  return value && value == value_of(printed);
}

/// One name for all that may mean the same number: "IV" and "4", "1-B" and "1B".
std::string index_key(ProvisionKind kind, std::string_view num) {
  std::string key(1, static_cast<char>('a' + static_cast<int>(kind)));
  if (const auto value = value_of(num)) return key + std::to_string(*value);
  for (std::size_t i = 0; i < num.size(); ++i) {
    const bool between_digits = i > 0 && i + 1 < num.size() && std::isdigit(static_cast<unsigned char>(num[i - 1])) &&
                                std::isdigit(static_cast<unsigned char>(num[i + 1]));
    if (num[i] == '-' && !between_digits) continue;
    key += static_cast<char>(std::toupper(static_cast<unsigned char>(num[i])));
  }
  return key;
}

/// Where articles are called 1, 2, 3, an "Article XX" is another instrument's.
bool is_of_other_style(ProvisionKind kind, std::string_view printed, std::string_view cited) {
  return kind == ProvisionKind::Article && digits_value(printed) && !digits_value(cited);
}

/// "Chapter 2 (Establishment)" where each title has a chapter 2.
bool is_titled(std::string_view heading, std::string_view title) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  return !title.empty() && std::ranges::equal(heading, title, same);
}

}  // namespace

Resolver::Resolver(std::string_view text, const Structure& structure)
    : text_(text), structure_(structure), children_(structure.size()), annex_(structure.size(), kNone) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& [eid, kind, num, heading, start, end, heading_start, body, parent] = structure[i];
    if (parent != kNone) children_[parent].push_back(i);
    annex_[i] = kind == ProvisionKind::Annex ? i : parent != kNone ? annex_[parent] : kNone;
    if (kind <= ProvisionKind::Article) by_number_[index_key(kind, num)].push_back(i);
  }
}

std::optional<std::size_t> Resolver::enclosing(std::size_t provision, ProvisionKind kind) const {
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (structure_[at].kind == kind) return at;
  }
  return std::nullopt;
}

Resolver::Place Resolver::child(std::size_t provision, const EidStep& step) const {
  for (const auto part : children_[provision]) {
    if (structure_[part].kind == step.kind && same_number(structure_[part].num, step.num)) return part;
  }
  // "article 24(2)" may mean point (2), and "paragraph (b)" point (b).
  for (const auto part : children_[provision]) {
    const bool both_inside = step.kind > ProvisionKind::Article && structure_[part].kind > ProvisionKind::Article;
    if (both_inside && structure_[part].num == step.num) return part;
  }
  return std::nullopt;
}

/// A part, or where articles and divisions are asked for a part of a part.
Resolver::Place Resolver::inside(std::size_t provision, const EidStep& step) const {
  if (const auto part = child(provision, step)) return part;
  if (step.kind > ProvisionKind::Article) {
    const auto dash = step.num.find('-');  // "paragraph 1.2"
    if (dash == std::string::npos) return std::nullopt;
    const auto part = child(provision, {step.kind, step.num.substr(0, dash)});
    const auto finer = part ? child(*part, {ProvisionKind::Point, step.num.substr(dash + 1)}) : std::nullopt;
    return finer ? finer : part;
  }
  const auto found = by_number_.find(index_key(step.kind, step.num));
  if (found == by_number_.end()) return std::nullopt;
  for (const auto i : found->second) {
    const bool within = i > provision && structure_[i].start < structure_[provision].end;
    if (within && same_number(structure_[i].num, step.num)) return i;
  }
  return std::nullopt;
}

bool Resolver::is_called(std::size_t provision, std::string_view word) const {
  const auto printed = text_.substr(structure_[provision].start, word.size());
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::ranges::equal(printed, word, same);
}

bool Resolver::stands_in_protocol(std::size_t provision) const {
  return annex_[provision] != kNone && is_called(annex_[provision], "protocol");
}

Resolver::Place Resolver::only_annex(std::string_view word) const {
  Place only;
  for (std::size_t i = 0; i < structure_.size(); ++i) {
    if (structure_[i].kind != ProvisionKind::Annex || !is_called(i, word)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

/// How many divisions both stand in: a section 2 is that of one's own part.
std::size_t Resolver::shared_depth(std::size_t provision, std::size_t from) const {
  std::size_t depth = 0;
  for (auto at = structure_[provision].parent; at != kNone; at = structure_[at].parent) {
    if (depth > 0 || (at <= from && structure_[from].start < structure_[at].end)) ++depth;
  }
  return depth;
}

/// Articles and divisions by their number: an annex's own before the treaty's where an annex cites.
Resolver::Place Resolver::named(const CitedProvision& cited, const EidStep& step, std::size_t from,
                                bool of_this_treaty) const {
  if (step.num.empty() && step.kind == ProvisionKind::Annex) return only_annex(cited.word);
  const auto found = by_number_.find(index_key(step.kind, step.num));
  if (found == by_number_.end()) return std::nullopt;
  const auto annex = of_this_treaty ? kNone : annex_[from];
  Place best;
  std::size_t best_score = 0;
  bool is_ambiguous = false;
  for (const auto i : found->second) {
    if (!cited.word.empty() && !is_called(i, cited.word)) continue;
    if (!of_this_treaty && is_of_other_style(step.kind, structure_[i].num, step.num)) continue;
    const auto home = step.kind == ProvisionKind::Annex ? kNone : annex_[i];
    if (home != kNone && home != annex) continue;
    const auto score = 1 + shared_depth(i, from) + (home == annex && annex != kNone ? 100U : 0U) +
                       (is_titled(structure_[i].heading, cited.title) ? 10U : 0U);
    is_ambiguous = score == best_score;
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  const bool guesses = is_ambiguous && best_score == 1 && step.kind < ProvisionKind::Article;
  return guesses ? std::nullopt : best;
}

/// A paragraph of the article that cites, or a point of the nearest provision around that has it.
Resolver::Place Resolver::relative(const EidStep& step, std::size_t from) const {
  for (auto at = from; at != kNone; at = structure_[at].parent) {
    if (const auto found = inside(at, step)) return found;
    const bool is_outermost = structure_[at].kind <= ProvisionKind::Article;
    if (!is_outermost) continue;
    const auto only = only_inside(at, step);
    return only || !lost_numbers_of_paragraphs(at, step) ? only : at;
  }
  return std::nullopt;
}

/// "paragraph 2" in an article whose paragraphs are printed without their numbers: the article is all that there is.
bool Resolver::lost_numbers_of_paragraphs(std::size_t provision, const EidStep& step) const {
  if (step.kind != ProvisionKind::Paragraph || structure_[provision].kind != ProvisionKind::Article) return false;
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

Resolver::Place Resolver::from_anchor(const Citation& citation, const EidStep& step, std::size_t from,
                                      const Targets& before) const {
  const bool that = citation.base == Citation::Base::That;
  if (that && before.empty()) return std::nullopt;
  auto base = enclosing(that ? before.back() : from, citation.of_kind);
  if (!base && citation.of_kind > ProvisionKind::Article) {
    base = enclosing(that ? before.back() : from, ProvisionKind::Article);
  }
  if (!base) return std::nullopt;
  if (const auto part = inside(*base, step)) return part;
  if (that && citation.is_thereof) return std::nullopt;
  const auto near = that ? std::nullopt : relative(step, from);
  return near ? near : base;  // the words say where it stands, even if it was not found there
}

/// "Article 5.2.1" where none is called that: article 5.2, paragraph 1, or article 5, paragraph 2; "Article 2.1" is the
/// paragraph of article 2 that is printed as 2.1, or else its paragraph 1.
Resolver::Place Resolver::named_in_parts(const CitedProvision& cited, std::size_t from, bool of_this_treaty) const {
  const auto& step = cited.steps.front();
  if (step.kind != ProvisionKind::Article) return std::nullopt;
  for (auto dash = step.num.rfind('-'); dash != std::string::npos && dash > 0; dash = step.num.rfind('-', dash - 1)) {
    const auto article = named(cited, {step.kind, step.num.substr(0, dash)}, from, of_this_treaty);
    if (!article) continue;
    if (const auto called_so = child(*article, {ProvisionKind::Paragraph, step.num})) return called_so;
    const auto paragraph = inside(*article, {ProvisionKind::Paragraph, step.num.substr(dash + 1)});
    return paragraph ? paragraph : article;
  }
  return std::nullopt;
}

/// What the first steps name; `taken` counts them.
Resolver::Place Resolver::absolute(const CitedProvision& cited, std::size_t from, bool of_this_treaty,
                                   std::size_t& taken) const {
  const auto& step = cited.steps.front();
  const bool may_be_pair = cited.steps.size() == 1 && !cited.range_end.empty();
  if (may_be_pair) {  // "article 3-15"
    if (const auto pair = named(cited, {step.kind, step.num + "-" + cited.range_end}, from, of_this_treaty))
      return pair;
  }
  if (const auto found = named(cited, step, from, of_this_treaty)) return found;
  if (const auto found = named_in_parts(cited, from, of_this_treaty)) return found;
  return without_lost_divisions(cited, from, of_this_treaty, taken);
}

/// "Chapter 14 (Fish) of Title IV" in a document that has no Title IV: the chapter, if it is the only one that is
/// called so or the words say that it is this treaty's, and an article in any case.
Resolver::Place Resolver::without_lost_divisions(const CitedProvision& cited, std::size_t from, bool of_this_treaty,
                                                 std::size_t& taken) const {
  if (cited.steps.front().kind == ProvisionKind::Annex) return std::nullopt;
  const bool is_own = of_this_treaty || !cited.title.empty();
  auto inner = cited;
  inner.word.clear();
  for (std::size_t i = 1; i < cited.steps.size() && cited.steps[i].kind <= ProvisionKind::Article; ++i) {
    const bool is_article = cited.steps[i].kind == ProvisionKind::Article;
    const auto found = is_article ? named(inner, cited.steps[i], from, of_this_treaty)
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
    if (!cited.title.empty() && !is_titled(structure_[i].heading, cited.title)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

Resolver::Place Resolver::first_step(const Citation& citation, const CitedProvision& cited, std::size_t from,
                                     const Targets& before, std::size_t& taken) const {
  const auto& step = cited.steps.front();
  const bool is_pointed = citation.is_pointed || citation.base == Citation::Base::That;
  switch (citation.base) {
    case Citation::Base::Named:
      return absolute(cited, from, citation.of_this_treaty, taken);
    case Citation::Base::Preceding:
    case Citation::Base::Following: {
      const auto siblings = neighbours(citation, from);
      if (siblings.empty()) return std::nullopt;
      const auto part = inside(siblings.back(), step);
      return part ? part : siblings.back();
    }
    default:
      return is_pointed ? from_anchor(citation, step, from, before) : relative(step, from);
  }
}

/// Up to the end of the range, whether that one exists or not.
Targets Resolver::expand(std::size_t first, const std::string& range_end) const {
  Targets targets = {first};
  const auto& start = structure_[first];
  const auto dash = range_end.find('-');
  const bool ends_in_paragraph = dash != std::string::npos && start.kind > ProvisionKind::Article;
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

/// "articles 3 et seq.": up to the end of the chapter, or whatever it stands in.
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
  if (!here) {  // paragraphs without numbers
    const auto article = citation.of_kind > ProvisionKind::Article ? enclosing(from, ProvisionKind::Article) : here;
    return article ? Targets{*article} : Targets{};
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
    const auto whole = enclosing(target, kind);
    if (whole && std::ranges::find(targets, *whole) == targets.end()) targets.push_back(*whole);
  }
  if (!all && targets.size() > 1) targets.erase(targets.begin(), targets.end() - 1);
  return targets;
}

Targets Resolver::kind_alone(const Citation& citation, std::size_t from, const Targets& before) const {
  if (citation.base == Citation::Base::That) return lifted(before, citation.of_kind, citation.count > 1);
  auto here = enclosing(from, citation.of_kind);
  if (!here && citation.of_kind > ProvisionKind::Article) here = enclosing(from, ProvisionKind::Article);
  return here ? Targets{*here} : Targets{};
}

Targets Resolver::resolve(const Citation& citation, std::size_t from, const Targets& before) const {
  if (citation.is_kind_only) return kind_alone(citation, from, before);
  if (citation.provisions.empty()) return neighbours(citation, from);
  Targets targets;
  for (const auto& cited : citation.provisions) {
    std::size_t taken = 1;
    auto at = first_step(citation, cited, from, before, taken);
    if (!at) continue;
    for (; taken < cited.steps.size(); ++taken) {
      const auto finer = inside(*at, cited.steps[taken]);
      if (!finer) break;
      at = finer;
    }
    const bool is_whole = taken == cited.steps.size();
    const auto expanded =
        is_whole && cited.is_open ? with_those_behind(*at) : expand(*at, is_whole ? cited.range_end : std::string());
    for (const auto target : expanded) {
      if (std::ranges::find(targets, target) == targets.end()) targets.push_back(target);
    }
  }
  return targets;
}

}  // namespace treatygraph::ingest
