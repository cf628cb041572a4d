// A citation is resolved step by step from the outside. first_step() finds the first step: a named article or division
// anywhere in the document (NamedProvisions), or a part of a provision that the citing one points to ("this article",
// "the preceding paragraph"), or of the nearest ancestor that has such a part. Each further step is a part of what was
// found. If a step does not exist, the last provision found is the target, and the missing steps are reported in words
// (Resolved::unreached), so nothing is guessed and nothing is lost. A range or an open end finally adds the siblings
// after the target.
//
// Printed structure is often poorer than citations: paragraphs without numbers, "(a)" printed as "a.", paragraph 2 of
// article 5 printed as 5.2. Most functions below allow for one such difference.

#include "ingest/references/resolver.h"

#include <algorithm>

#include "graph/numerals.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/references/printed_number.h"

namespace treatygraph::ingest {

Resolver::Resolver(std::string_view text, const Structure& structure, const Components& components)
    : text_(text),
      structure_(structure),
      index_(text, structure),
      annex_word_(components.phrases().annex_word),
      names_(index_, components) {}

/// How many of the steps lead from `provision` to a part, a part of that part, and so on.
std::size_t Resolver::steps_inside(std::size_t provision, const std::vector<EidStep>& steps) const {
  std::size_t taken = 0;
  for (auto at = Place(provision); taken < steps.size(); ++taken) {
    at = index_.inside(*at, steps[taken]);
    if (!at) break;
  }
  return taken;
}

/// Whether "(a)" may mean the provision: not one printed as "a.", because "(a)" may then be a level below it.
bool Resolver::is_printed_so(std::size_t provision, const CitedProvision& cited) const {
  const auto& step = cited.steps.front();
  // "paragraph (2)", cited from point 2 of a paragraph 1: the paragraph beside it, not that point.
  if (step.kind == ProvisionKind::Paragraph && structure_[provision].kind == ProvisionKind::Point) return false;
  if (!cited.in_brackets || step.kind != ProvisionKind::Point) return true;
  const auto printed = text_.substr(structure_[provision].start, step.num.size() + 1);
  return printed != step.num + ".";
}

/// "paragraph 2", "subparagraph (b)" without a whole: searched in the citing provision and its ancestors, up to the
/// article. The nearest in which all steps are found, otherwise the one in which most are.
Place Resolver::relative(const CitedProvision& cited, std::size_t from) const {
  const auto& step = cited.steps.front();
  if (const auto called_so = called_in_full(step, from)) return called_so;
  Place nearest;
  std::size_t reached = 0;
  for (auto at = from; at != kNone; at = structure_[at].parent) {
    if (const auto found = index_.inside(at, step); found && (is_printed_so(*found, cited) || !nearest)) {
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

/// "Paragraph 3.1" of article 3, cited in article 2, if paragraphs are numbered so.
Place Resolver::called_in_full(const EidStep& step, std::size_t from) const {
  const auto dash = step.num.find('-');
  if (step.kind != ProvisionKind::Paragraph || dash == std::string::npos) return std::nullopt;
  const auto article = provision_of({{ProvisionKind::Article, step.num.substr(0, dash)}});
  const auto unit = names_.named(article, article.steps.front(), from, {});
  if (!unit) return std::nullopt;
  for (const auto part : index_.children(*unit)) {
    if (structure_[part].kind == step.kind && same_letters(structure_[part].num, step.num)) return part;
  }
  return std::nullopt;
}

/// "paragraph 2" in an article whose paragraphs are printed without numbers: the article.
bool Resolver::lost_numbers_of_paragraphs(std::size_t provision, const EidStep& step) const {
  if (step.kind != ProvisionKind::Paragraph || !is_unit(structure_[provision].kind)) return false;
  return index_.children(provision).empty() && digits_value(step.num);
}

/// "second paragraph, point (b)" of an article whose paragraphs are printed without numbers, and which has one (b).
bool Resolver::has_point_alone(std::size_t provision, const EidStep& point) const {
  const auto& parts = index_.children(provision);
  const auto is_paragraph = [&](std::size_t part) { return structure_[part].kind == ProvisionKind::Paragraph; };
  const auto is_called_so = [&](std::size_t part) { return structure_[part].num == point.num; };
  return point.kind == ProvisionKind::Point && std::ranges::none_of(parts, is_paragraph) &&
         std::ranges::count_if(parts, is_called_so) == 1;
}

/// "subparagraph (b)", cited from another paragraph, if only one (b) is anywhere in the article.
Place Resolver::only_inside(std::size_t provision, const EidStep& step) const {
  Place only;
  for (auto i = provision + 1; i < structure_.size() && structure_[i].start < structure_[provision].end; ++i) {
    if (structure_[i].kind != step.kind || structure_[i].num != step.num) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

/// "paragraph 2 of this article", "of that article". If the whole exists but not the part, the whole.
Place Resolver::from_anchor(const Citation& citation, const CitedProvision& cited, std::size_t from,
                            const Targets& before) const {
  const auto& step = cited.steps.front();
  const bool that = citation.base == Citation::Base::That;
  if (that && before.empty()) return std::nullopt;
  const auto base = pointed_at(citation.of_kind, that ? before.back() : from);
  if (!base) return std::nullopt;
  if (const auto part = index_.inside(*base, step)) return part;
  if (step.num.empty() && is_component(step.kind)) {  // "the Annex to this Protocol"
    const auto only = names_.only_annex(step, cited.word, from, {true, *base});
    if (only && value_of(structure_[*only].num).value_or(1) == 1) return only;  // not of several, of which one is here
  }
  if (that && citation.is_thereof) return std::nullopt;
  const auto near = that ? std::nullopt : relative(cited, from);
  return near ? near : base;  // the words say where it is, even if it was not found there
}

/// "this Article", "this Annex": the nearest ancestor of that kind, or the provision itself. For paragraphs and points
/// that are not provisions here, the article.
Place Resolver::pointed_at(ProvisionKind kind, std::size_t from) const {
  // As many letters as CitedProvision::word has.
  constexpr std::size_t kOfWord = 5;
  const auto word = kind == ProvisionKind::Annex ? annex_word_
                    : is_component(kind)         ? name_of(kind).substr(0, kOfWord)
                                                 : std::string_view();
  for (auto at = from; at != kNone; at = structure_[at].parent) {
    if (index_.is_of_kind(at, kind, word)) return at;
  }
  return is_inside_unit(kind) ? index_.enclosing_unit(from) : std::nullopt;
}

/// Where the first step leads; `taken` becomes the number of steps used if it is more than one.
Place Resolver::first_step(const Citation& citation, const CitedProvision& cited, std::size_t from,
                           const Targets& before, const Home& home, std::size_t& taken) const {
  const auto& step = cited.steps.front();
  const bool is_pointed = citation.is_pointed || citation.base == Citation::Base::That;
  switch (citation.base) {
    case Citation::Base::Named:
      return names_.absolute(cited, from, home, taken);
    case Citation::Base::Preceding:
    case Citation::Base::Following: {
      const auto siblings = neighbours(citation, from);
      if (siblings.empty()) return std::nullopt;
      const auto part = index_.inside(siblings.back(), step);
      return part ? part : siblings.back();
    }
    default:
      if (home.is_said && home.component != Components::kMain) return index_.inside(home.component, step);
      return is_pointed ? from_anchor(citation, cited, from, before) : relative(cited, from);
  }
}

/// The siblings from `first` to the end of the range, whether that one exists or not. Only `first` if the end is not
/// found and the numbers cannot be compared by value.
Targets Resolver::expand(std::size_t first, const std::string& range_end) const {
  Targets targets = {first};
  const auto& start = structure_[first];
  const auto dash = range_end.find('-');
  const bool ends_in_paragraph = dash != std::string::npos && is_inside_unit(start.kind);
  const auto own_dash = is_inside_unit(start.kind) ? start.num.rfind('-') : std::string::npos;
  // Paragraphs of article 5 may be printed as 5.1 to 5.3. The end of the range gets the number of the article, or loses
  // it, to have the form of its beginning.
  const auto end = own_dash != std::string::npos && dash == std::string::npos
                       ? start.num.substr(0, own_dash + 1) + range_end  // "paragraphs 1 to 3" are 5.1 to 5.3
                   : ends_in_paragraph && own_dash == std::string::npos ? range_end.substr(dash + 1)
                                                                        : range_end;
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

/// "articles 3 et seq.": up to the end of the enclosing division, or of the one that the words name ("of Title II").
/// The words leave the end open; beyond the division the subject would be different.
Targets Resolver::with_those_after(std::size_t first, const CitedProvision& cited) const {
  Targets targets = {first};
  const auto named = std::ranges::find_if(cited.steps, [](const EidStep& step) { return gathers_units(step.kind); });
  const auto division = named == cited.steps.end() ? std::nullopt : index_.enclosing(first, named->kind);
  const auto whole = division.value_or(structure_[first].parent);
  for (auto i = first + 1; i < structure_.size(); ++i) {
    if (whole != kNone && structure_[i].start >= structure_[whole].end) break;
    if (structure_[i].kind != structure_[first].kind) continue;
    if (division || structure_[i].parent == whole) targets.push_back(i);
  }
  return targets;
}

/// The siblings before or after the citing provision: as many as the words say, or all of the same parent.
Targets Resolver::neighbours(const Citation& citation, std::size_t from) const {
  const auto here = index_.enclosing(from, citation.of_kind);
  if (!here && citation.is_vague) return {};
  if (!here) {  // paragraphs without numbers
    const auto around = pointed_at(citation.of_kind, from);
    return around ? Targets{*around} : Targets{};
  }
  // See kAllNeighbours.
  const bool all = citation.count > 100;
  const bool back = citation.base == Citation::Base::Preceding;
  Targets targets;
  const auto step = back ? ~std::size_t{0} : std::size_t{1};  // going back ends below zero, which is not an index
  // Neighbours have the same kind and the same parent in their eIds; eIds leave divisions out, so articles of the next
  // chapter count, unless all neighbours are meant.
  for (auto i = *here + step; i < structure_.size() && targets.size() < citation.count; i += step) {
    const auto& other = structure_[i];
    const bool same_list = other.kind == citation.of_kind && other.eid.parent() == structure_[*here].eid.parent() &&
                           (!all || other.parent == structure_[*here].parent);
    if (same_list) targets.push_back(i);
  }
  if (back) std::ranges::reverse(targets);
  return targets;
}

/// "that article" after "paragraph 2 of article 5": the wholes of the provisions cited last. "that" means the last of
/// them, "those" all.
Targets Resolver::lifted(const Targets& cited, ProvisionKind kind, bool all) const {
  Targets targets;
  for (const auto target : cited) {
    const auto whole = pointed_at(kind, target);
    if (whole && std::ranges::find(targets, *whole) == targets.end()) targets.push_back(*whole);
  }
  if (!all && targets.size() > 1) targets.erase(targets.begin(), targets.end() - 1);
  return targets;
}

/// "this article", "that paragraph".
Targets Resolver::kind_alone(const Citation& citation, std::size_t from, const Targets& before) const {
  if (citation.base == Citation::Base::That) return lifted(before, citation.of_kind, citation.count > 1);
  const auto here = pointed_at(citation.of_kind, from);
  return here ? Targets{*here} : Targets{};
}

/// Whether the provision that was found has the number of the step, and is not only its parent.
bool Resolver::is_reached(std::size_t found, const EidStep& step) const {
  const auto& provision = structure_[found];
  const bool is_only_around = is_inside_unit(step.kind) && (is_unit(provision.kind) || gathers_units(provision.kind));
  if (is_only_around) return false;  // "paragraph 4" of an article 4 without paragraphs
  if (step.num.empty() || index_key(step.kind, provision.num) == index_key(step.kind, step.num)) return true;
  const auto ends_with = [](std::string_view whole, std::string_view part) {
    const auto at = whole.size() - std::min(whole.size(), part.size());
    return at > 0 && (whole[at - 1] == '-' || whole[at - 1] == '.') && same_letters(whole.substr(at), part);
  };
  const bool is_letter_of = is_small_letter_after_digits(step.num) && provision.kind == ProvisionKind::Point &&
                            step.num.ends_with(provision.num);  // "paragraph 1a" is point a of paragraph 1
  if (is_letter_of) return true;
  if (!is_inside_unit(provision.kind)) return false;
  // "paragraph 2.2" is not reached by a paragraph 2, unless it is that of article 2.
  const bool is_whole_alone =
      step.kind == ProvisionKind::Paragraph && provision.kind == ProvisionKind::Paragraph &&
      (provision.parent == kNone || !step.num.starts_with(structure_[provision.parent].num + "-"));
  return ends_with(provision.num, step.num) || (!is_whole_alone && ends_with(step.num, provision.num));
}

/// Whether a range was found completely: not "articles 2 to 5" in a document that ends with article 3.
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

/// See the top of the file. `lacks` collects the words of what the document does not have.
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
    // Go down as far as the document has the steps.
    for (; taken < cited.steps.size(); ++taken) {
      const auto& step = cited.steps[taken];
      const bool is_only = step.num.empty() && is_component(step.kind);  // "the Annex to Protocol 1"
      auto finer = is_only ? names_.only_annex(step, {}, *at, {true, *at}) : index_.inside(*at, step);
      if (!finer && gathers_units(structure_[*at].kind)) finer = names_.only_unit(step, *at);
      const bool is_unprinted = !finer && step.kind == ProvisionKind::Paragraph && taken + 1 < cited.steps.size();
      if (is_unprinted && has_point_alone(*at, cited.steps[taken + 1])) {
        lacks({step});
        continue;
      }
      if (!finer) break;
      at = finer;
    }
    // "article 3 f." is point f of article 3 if there is one, and otherwise articles 3 and 4.
    const auto point_f = cited.may_be_point_f ? index_.child(*at, {ProvisionKind::Point, "f"}) : std::nullopt;
    if (point_f) at = point_f;
    const bool is_whole = taken == cited.steps.size() && (is_reached(*at, cited.steps.back()) || taken > 1 || point_f);
    if (!is_whole)
      lacks({cited.steps.begin() + static_cast<std::ptrdiff_t>(taken == cited.steps.size() ? 0 : taken),
             cited.steps.end()});
    const auto expanded = cited.is_open && is_whole
                              ? with_those_after(*at, cited)
                              : expand(*at, is_whole && !point_f ? cited.range_end : std::string());
    if (is_whole && !cited.is_open && !point_f && !ends_with(expanded, cited))
      lacks({{cited.steps.back().kind, cited.range_end}});
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
