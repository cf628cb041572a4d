// Where an annex belongs. Numbers repeat in a document: a protocol may have an Annex I after the Annex I of the treaty.
// The rules, in this order:
// - the words of the heading ("Annex I to Protocol 2");
// - for a title, the treaty around it, or for an agreement the annex that consists of agreements;
// - for an annex, the innermost open instrument in which its number is the next one, or the first;
// - otherwise the treaty, or for an appendix or schedule the innermost instrument that may contain it.

#include "ingest/structure/component_places.h"

#include <algorithm>

#include <fmt/format.h>
#include <re2/re2.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/structure/annexes_inside.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

// Components that are recognised by a title rather than by a keyword with a number.
bool is_told_by_title(ProvisionKind kind) {
  return kind == ProvisionKind::Instrument || kind == ProvisionKind::Regulations || kind == ProvisionKind::Rules;
}

/// Whether an annex can follow another: IV after III, 1B after 1A, V if IV is missing.
bool counts_on_from_annex(const Heading& heading, const Heading& last) {
  constexpr int kLargestGap = 3;
  const bool is_put_in = heading.value == last.value && heading.num > last.num;
  return is_put_in || (heading.value > last.value && heading.value <= last.value + kLargestGap);
}

/// Whether one number is left out: article 3 after article 1 of an annex, because the heading of article 2 was lost.
/// The treaty is unlikely to continue with article 3 after an annex without a heading of a chapter.
bool lacks_one(const Heading& heading, const Heading& last) {
  return is_unit(heading.kind) && heading.chapter == 0 && last.chapter == 0 && heading.value == last.value + 2;
}

// "Protocol 2" and "Protocol II" are the same.
bool is_same_number(std::string_view a, std::string_view b) {
  const auto value = [](std::string_view text) {
    const auto digits = digits_value(text);
    return digits ? digits : roman_value(text);
  };
  return a == b || (value(a) && value(a) == value(b));
}

bool mentions_numbered_annex(std::string_view words, std::string_view num, const StructureWords& language) {
  const RE2 mention(fmt::format(R"({}{}\b)", language.component.annex_mention, RE2::QuoteMeta(piece(num))));
  return RE2::PartialMatch(piece(words), mention);
}

}  // namespace

bool ComponentPlaces::is_on_each_page(const Heading& heading) const {
  const auto& own = here().own;
  if (here_ == 0 || heading.is_title || own.kind != heading.kind) return false;
  return own.num == heading.num && own.name == heading.name && own.addressee.kind == heading.addressee.kind &&
         own.addressee.num == heading.addressee.num;
}

bool ComponentPlaces::is_after_treaty(const Heading& heading) const {
  if (heading.kind != ProvisionKind::Annex || !heading.is_numbered || here_ == 0) return false;
  if (heading.addressee.kind != Addressee::Kind::Unsaid) return false;
  constexpr std::size_t kWindow = 60;
  const auto words = text_.substr(heading.after, kWindow);
  if (!RE2::PartialMatch(piece(words.substr(0, words.find("\n\n"))), language_.component.annex_of_conference))
    return false;
  return components_[parent_for(heading)].annexes.contains(heading.num);
}

std::size_t ComponentPlaces::open(const Heading& heading, std::size_t position) {
  const auto parent = parent_for(heading);
  components_[parent].last[heading.kind] = heading;
  if (heading.kind == ProvisionKind::Annex) components_[parent].annexes.insert(heading.num);
  OpenComponent component;
  component.heading = position;
  component.own = heading;
  component.parent = parent;
  component.start = heading.start;
  components_.push_back(std::move(component));
  here_ = components_.size() - 1;
  return components_[parent].heading;
}

bool ComponentPlaces::has_units(std::size_t component) const {
  return std::ranges::any_of(components_[component].last, [](const auto& last) { return is_unit(last.first); });
}

/// The innermost open treaty: the main one, or another treaty in the same document.
std::size_t ComponentPlaces::treaty_around() const {
  auto at = here_;
  const auto is_treaty = [](const Heading& own) {
    return own.kind == ProvisionKind::Instrument && !own.is_side_letter;
  };
  while (at != 0 && !is_treaty(components_[at].own)) at = components_[at].parent;
  return at;
}

// "to the Protocol" without a number means the last protocol.
std::optional<std::size_t> ComponentPlaces::addressed_by(const Addressee& addressee) const {
  if (addressee.kind == Addressee::Kind::Treaty) return treaty_around();
  if (addressee.kind != Addressee::Kind::Protocol) return std::nullopt;
  for (auto i = components_.size(); i-- > 1;) {
    const auto& own = components_[i].own;
    const bool is_meant = addressee.num.empty() || is_same_number(own.num, addressee.num);
    if (own.kind == ProvisionKind::Protocol && is_meant) return i;
  }
  return std::nullopt;
}

std::size_t ComponentPlaces::parent_for(const Heading& heading) const {
  if (const auto addressed = addressed_by(heading.addressee)) return *addressed;
  if (is_told_by_title(heading.kind)) return parent_for_title(heading);
  if (heading.kind == ProvisionKind::Annex || heading.is_nested) return parent_for_annex(heading);
  return treaty_around();
}

/// An agreement may be one of several in an annex, such as the agreements annexed to a treaty on trade. Such an annex
/// has no units of its own.
std::size_t ComponentPlaces::parent_for_title(const Heading& heading) const {
  if (heading.kind != ProvisionKind::Instrument) return treaty_around();
  auto at = here_;
  while (at != 0) {
    const auto& component = components_[at];
    const bool holds = component.own.kind == ProvisionKind::Annex && component.parent == 0 && !has_units(at);
    const auto said = piece(text_.substr(component.start, heading.start - component.start));
    const bool is_begun = component.last.contains(ProvisionKind::Instrument);
    if (holds && (is_begun || !RE2::PartialMatch(said, language_.conclusions.testimonium_line))) return at;
    at = component.parent;
  }
  return 0;
}

/// Whether a component may contain the annex `heading`. An annex may be in an instrument with articles of its own; an
/// appendix or schedule may also be in an annex without articles.
bool ComponentPlaces::may_hold(std::size_t component, const Heading& heading) const {
  const auto& own = components_[component].own;
  if (component == 0 || own.kind == ProvisionKind::Protocol || is_told_by_title(own.kind)) return true;
  if (heading.is_nested) return !own.is_nested;
  return !own.is_nested && !heading.name.empty() && has_units(component);
}

// Whether the number of an annex is the next in the component, or the first.
bool ComponentPlaces::fits(std::size_t component, const Heading& heading) const {
  const auto& last = components_[component].last;
  const auto before = last.find(heading.kind);
  if (!heading.is_numbered) return before == last.end() || !heading.name.empty();
  const bool is_put_in = heading.num.size() > 1 && heading.num.back() > 'A' && heading.num.back() <= 'H' &&
                         is_digit(heading.num.front());  // 1B cannot be the first
  return before == last.end() ? heading.value <= 1 && !is_put_in : counts_on_from_annex(heading, before->second);
}

/// "Annex I" after a protocol belongs to the treaty if the treaty mentions it and the protocol does not.
bool ComponentPlaces::is_cited_by_treaty_alone(std::size_t protocol, const Heading& heading) const {
  if (components_[protocol].own.kind != ProvisionKind::Protocol || !heading.is_numbered) return false;
  if (components_[0].last.contains(heading.kind)) return false;
  const auto treaty_end = components_.size() > 1 ? components_[1].start : heading.start;
  const auto start = components_[protocol].start;
  return mentions_numbered_annex(text_.substr(0, treaty_end), heading.num, language_) &&
         !RE2::PartialMatch(piece(text_.substr(start, heading.start - start)),
                            language_.component.own_annex_of_protocol);
}

std::size_t ComponentPlaces::parent_for_annex(const Heading& heading) const {
  std::optional<std::size_t> innermost;
  for (auto at = here_;; at = components_[at].parent) {
    if (may_hold(at, heading)) {
      if (!innermost) innermost = at;
      if (fits(at, heading) && !is_cited_by_treaty_alone(at, heading)) return at;
    }
    if (at == 0) break;
  }
  return heading.is_nested ? innermost.value_or(0) : treaty_around();
}

/// The numbers inside an annex start at 1, so a later number continues the instrument around it if the annex has none
/// of that kind. Sections start at 1 in every chapter and decide nothing.
std::optional<std::size_t> ComponentPlaces::component_that_goes_on(const Heading& heading) const {
  if (here_ == 0 || heading.kind == ProvisionKind::Section || heading.kind == ProvisionKind::Subsection) {
    return std::nullopt;
  }
  const auto own = here().last.find(heading.kind);
  const bool has_own = own != here().last.end();
  if (has_own && (counts_on_from(heading, own->second) || lacks_one(heading, own->second))) return std::nullopt;
  for (auto at = here().parent; at != Heading::kMain; at = components_[at].parent) {
    const auto& last = components_[at].last;
    const auto outer = last.find(heading.kind);
    if (outer == last.end()) continue;
    if (counts_on_from(heading, outer->second)) return at;
    const bool is_later_unit = !has_own && is_unit(heading.kind) && heading.levels.empty() && heading.value > 1 &&
                               (heading.chapter != outer->second.chapter ? heading.chapter > outer->second.chapter
                                                                         : heading.value > outer->second.value);
    if (is_later_unit) return at;
  }
  return std::nullopt;
}

}  // namespace treatygraph::ingest
