// The index has two parts: the children of each provision, and a hash map from numbers to the provisions that have
// them. Only articles, divisions and components are in the map, because the numbers of paragraphs mean something only
// within their article. Its key (index_key) is coarse, so that "Annex IV" finds what is printed as "Schedule 4";
// is_of_kind() then decides which of them a name may mean.

#include "ingest/references/provision_index.h"

#include <algorithm>

#include "ingest/citation/citation_heads.h"
#include "ingest/references/printed_number.h"
#include "ingest/text/plain_letters.h"

namespace treatygraph::ingest {

ProvisionIndex::ProvisionIndex(std::string_view text, const Structure& structure)
    : text_(text), structure_(structure), children_(structure.size()) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const auto& provision = structure[i];
    if (provision.parent != kNone) children_[provision.parent].push_back(i);
    if (!is_inside_unit(provision.kind)) by_number_[index_key(provision.kind, provision.num)].push_back(i);
  }
}

const Targets& ProvisionIndex::numbered(const EidStep& step) const {
  static const Targets none;
  const auto found = by_number_.find(index_key(step.kind, step.num));
  return found == by_number_.end() ? none : found->second;
}

std::optional<std::size_t> ProvisionIndex::enclosing(std::size_t provision, ProvisionKind kind) const {
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (structure_[at].kind == kind) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> ProvisionIndex::enclosing_unit(std::size_t provision) const {
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (is_unit(structure_[at].kind)) return at;
  }
  return std::nullopt;
}

/// The word is where the provision begins in the text, before its number.
bool ProvisionIndex::is_called(std::size_t provision, std::string_view word) const {
  constexpr std::size_t kBytesOfLetter = 2;  // of an accented one
  const auto printed = text_.substr(structure_[provision].start, kBytesOfLetter * word.size());
  return plain_letters(printed).starts_with(word);
}

/// Whether the provision is printed with the word of another unit: a "Rule 5" that the reader of structure took for an
/// article is not an article.
bool ProvisionIndex::is_called_by_a_unit(std::size_t provision) const {
  for (auto kind = static_cast<int>(ProvisionKind::Rule); kind < static_cast<int>(ProvisionKind::Article); ++kind) {
    if (is_called(provision, name_of(static_cast<ProvisionKind>(kind)))) return true;
  }
  return false;
}

/// A component must be printed with the cited word, because its kind does not tell enough: an attachment is an Annex,
/// too.
bool ProvisionIndex::is_of_kind(std::size_t provision, ProvisionKind kind, std::string_view word) const {
  const auto own = structure_[provision].kind;
  if (is_component(kind)) {
    if (!is_component(own)) return false;
    return word.empty() || is_called(provision, word) || (own == kind && kind != ProvisionKind::Annex);
  }
  if (!is_unit(kind)) return own == kind;
  if (kind == ProvisionKind::Article) return own == kind && !is_called_by_a_unit(provision);
  return own == kind || (own == ProvisionKind::Article && is_called(provision, name_of(kind)));
}

/// First by kind and number as printed, then with the kinds that texts confuse, and at last with the number of the
/// article in front.
Place ProvisionIndex::child(std::size_t provision, const EidStep& step) const {
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
  // "paragraph 2" of article 1 may be printed as 1.2, and "paragraph 2.1" as 1.2.1.
  const bool is_numeral = step.num.find_first_not_of("0123456789-") == std::string::npos;
  if (step.kind != ProvisionKind::Paragraph || !is_unit(own.kind) || !is_numeral) return std::nullopt;
  for (const auto part : children_[provision]) {
    const bool is_paragraph = structure_[part].kind == ProvisionKind::Paragraph;
    if (is_paragraph && same_letters(structure_[part].num, own.num + "-" + step.num)) return part;
  }
  return std::nullopt;
}

Place ProvisionIndex::inside(std::size_t provision, const EidStep& step) const {
  if (const auto part = child(provision, step)) return part;
  if (is_inside_unit(step.kind)) {
    if (is_small_letter_after_digits(step.num)) {  // "paragraph 1a"
      const auto whole = child(provision, {step.kind, step.num.substr(0, step.num.size() - 1)});
      const auto point = whole ? child(*whole, {ProvisionKind::Point, step.num.substr(step.num.size() - 1)}) : whole;
      return point ? point : whole;
    }
    const auto dash = step.num.find('-');  // "paragraph 1.2"
    if (dash == std::string::npos) return std::nullopt;
    const auto part = child(provision, {step.kind, step.num.substr(0, dash)});
    const auto finer = part ? child(*part, {ProvisionKind::Point, step.num.substr(dash + 1)}) : std::nullopt;
    return finer ? finer : part;
  }
  // Divisions and articles may be deeper: an article of a part is in one of its chapters.
  for (const auto i : numbered(step)) {
    const bool within = i > provision && structure_[i].start < structure_[provision].end;
    if (within && is_of_kind(i, step.kind, {}) && same_key(structure_[i].num, step.num)) return i;
  }
  const auto dash = step.num.find('-');  // "regulation 2.1 of chapter I"
  if (!is_unit(step.kind) || dash == std::string::npos) return std::nullopt;
  const auto unit = inside(provision, {step.kind, step.num.substr(0, dash)});
  const auto part = unit ? child(*unit, {ProvisionKind::Paragraph, step.num.substr(dash + 1)}) : std::nullopt;
  return part ? part : unit;
}

}  // namespace treatygraph::ingest
