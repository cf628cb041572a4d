// A text may be an extract: "Articles 1 to 12", or the body without annexes. What it leaves out must stay as the
// dataset has it. But if the text contains an article and not its paragraph 5, the dataset is probably wrong, and the
// paragraph must go. The rule is therefore made for units: a unit (article, annex, preamble) that the text does not
// have is beyond it, and a unit that it has is covered, unless there is a sign that the text cuts it short.

#include "ingest/build/text_coverage.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <unordered_map>

#include "graph/key.h"
#include "graph/numerals.h"
#include "graph/property.h"
#include "graph/vocabulary.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Chapters, parts and the like, which contain articles.
bool is_division(const EidStep& step) {
  return gathers_units(step.kind);
}

/// The unit that a text has or lacks as a whole: the article or rule, annex or protocol, or preamble that is or
/// contains the provision. Empty for a division.
Eid unit_of(const Eid& eid) {
  std::vector<EidStep> steps;
  for (const auto& step : eid.steps()) {
    steps.push_back(step);
    if (is_unit(step.kind) || step.kind > ProvisionKind::Article) return Eid(std::move(steps));
  }
  return is_division(eid.steps().back()) ? Eid() : Eid(std::move(steps));
}

/// Whether words were left out: "[...]", ". . .", or nothing but "...".
bool has_ellipsis(std::string_view words) {
  return std::ranges::any_of(std::array<std::string_view, 6>{"[...]", "[…]", "(...)", "(…)", ". . .", "* * *"},
                             [&](std::string_view mark) { return words.find(mark) != std::string_view::npos; }) ||
         words == "..." || words == "…";
}

/// The place of a number in its sequence: 3 for "3" and "c". None for "3bis", which any sequence may skip.
std::optional<int> place_of(std::string_view num) {
  if (const auto digits = digits_value(num)) return digits;
  return letter_value(num);
}

class Coverage {
 public:
  Coverage(const std::vector<SourceProvision>& dataset, const std::vector<SourceProvision>& text)
      : dataset_(dataset), text_(text) {
    for (const auto& provision : text) {
      held_.emplace(provision.eid, &provision);
      // The last provision that is in a unit tells which unit ends the text.
      last_unit_ = unit_of(provision.eid).empty() ? last_unit_ : unit_of(provision.eid);
      if (const auto above = provision.eid.parent(); !above.empty()) parts_[above].push_back(&provision);
      if (is_division(provision.eid.steps().back())) printed_.insert(provision.eid.kind());
    }
  }

  /// Units and their parts first, because divisions stay if one of their articles does.
  std::set<Eid> beyond() {
    for (const auto& provision : dataset_) {
      const auto unit = unit_of(provision.eid);
      if (!unit.empty() && !held_.contains(provision.eid) && is_beyond(provision.eid, unit)) note(provision);
    }
    for (const auto& provision : dataset_) {
      // Divisions that the text could not have printed, because it prints none of their kind.
      const bool is_missing = unit_of(provision.eid).empty() && !held_.contains(provision.eid);
      if (is_missing && !printed_.contains(provision.eid.kind())) beyond_.insert(provision.eid);
    }
    return std::move(beyond_);
  }

 private:
  /// Keeps the provision and its divisions. A division that the text prints otherwise counts as covered.
  void note(const SourceProvision& provision) {
    beyond_.insert(provision.eid);
    if (wholes_.empty()) {
      for (const auto& told : dataset_) wholes_.emplace(told.eid, told.whole);
    }
    for (auto at = provision.whole; !at.empty(); at = wholes_[at]) {
      if (is_division(at.steps().back()) && !held_.contains(at)) beyond_.insert(at);
    }
  }

  /// `above` is the innermost provision around `eid` that the text has, `missing` the outermost one that it does not.
  [[nodiscard]] bool is_beyond(const Eid& eid, const Eid& unit) const {
    if (!held_.contains(unit)) return true;
    auto above = eid.parent();
    auto missing = eid;  // the outermost that is missing
    while (!held_.contains(above)) {
      missing = above;
      above = above.parent();
    }
    return is_cut_short(above, unit) || is_counted_past(missing, above);
  }

  /// Whether the text leaves out some of the provision. The last unit of a text may end early without any mark.
  [[nodiscard]] bool is_cut_short(const Eid& whole, const Eid& unit) const {
    const auto& words = held_.at(whole)->words;
    const auto parts = parts_.find(whole);
    if (words.empty() && parts == parts_.end()) return true;
    if (unit == last_unit_ || has_ellipsis(words)) return true;
    return parts != parts_.end() &&
           std::ranges::any_of(parts->second, [](const SourceProvision* part) { return has_ellipsis(part->words); });
  }

  /// Whether the text prints a later part, so that this one must exist: paragraph 4 of an article implies paragraph 3.
  [[nodiscard]] bool is_counted_past(const Eid& missing, const Eid& whole) const {
    const auto place = place_of(missing.steps().back().num);
    const auto parts = parts_.find(whole);
    if (!place || parts == parts_.end()) return false;
    return std::ranges::any_of(parts->second, [&](const SourceProvision* part) {
      const auto other = place_of(part->eid.steps().back().num);
      return part->eid.kind() == missing.kind() && other && *other > *place;
    });
  }

  const std::vector<SourceProvision>& dataset_;
  const std::vector<SourceProvision>& text_;
  std::map<Eid, const SourceProvision*> held_;                ///< provisions of the text
  std::map<Eid, std::vector<const SourceProvision*>> parts_;  ///< of the text, by the eId of the parent
  std::set<ProvisionKind> printed_;                           ///< kinds of divisions that the text prints
  std::map<Eid, Eid> wholes_;                                 ///< by the dataset
  Eid last_unit_;                                             ///< of the text
  std::set<Eid> beyond_;
};

}  // namespace

std::vector<SourceProvision> source_provisions(const GraphRecords& records, const std::string& slug) {
  std::unordered_map<std::string_view, std::string_view> wholes;
  for (const auto& r : records.relationships) {
    if (r.type == type::kHasPart) wholes.emplace(r.to, r.from);
  }
  const auto prefix = slug + ":";
  const auto eid_of = [&](std::string_view key) {
    if (!key.starts_with(prefix)) return Eid();
    auto eid = Eid::parse(key.substr(prefix.size()));
    return eid ? *eid : Eid();
  };
  std::vector<SourceProvision> told;
  for (const auto& node : records.nodes) {
    const bool is_provision = std::ranges::find(node.labels, label::kProvision) != node.labels.end();
    const auto* loaded = find_property(node.properties, property::kLoaded);
    const bool is_cited_only = loaded != nullptr && loaded->value == PropertyValue(false).value;
    auto eid = is_provision && !is_cited_only ? eid_of(node.key) : Eid();
    if (eid.empty()) continue;
    const auto whole = wholes.find(node.key);
    told.push_back({std::move(eid), whole == wholes.end() ? Eid() : eid_of(whole->second),
                    text_of(node.properties, property::kNum), text_of(node.properties, property::kHeading),
                    text_of(node.properties, "text")});
  }
  return told;
}

std::vector<SourceProvision> source_provisions(const Document& document) {
  std::vector<SourceProvision> told;
  for (const auto& provision : document.structure) {
    const auto whole = provision.parent == kNone ? Eid() : document.structure[provision.parent].eid;
    const auto words = std::string_view(document.text).substr(provision.body, provision.end - provision.body);
    told.push_back({provision.eid, whole, provision.num, provision.heading, fold(words)});
  }
  return told;
}

std::set<Eid> provisions_beyond(const std::vector<SourceProvision>& dataset, const std::vector<SourceProvision>& text) {
  return Coverage(dataset, text).beyond();
}

/// Merges two ordered lists. Each provision of the document is preceded by those of the dataset that come before it
/// there. Parents are found by eId, since all positions move.
WidenedStructure widened(const Document& document, const std::vector<SourceProvision>& dataset,
                         const std::set<Eid>& beyond) {
  WidenedStructure wide;
  std::map<Eid, std::size_t> placed;
  std::map<Eid, const SourceProvision*> known;
  std::map<Eid, std::size_t> order;
  for (const auto& provision : dataset) {
    order.emplace(provision.eid, order.size());
    known.emplace(provision.eid, &provision);
  }
  const auto position = [&](const Eid& eid) {
    const auto found = placed.find(eid);
    return found == placed.end() ? kNone : found->second;
  };
  const auto place = [&](Provision provision, std::size_t in_document) {
    placed.emplace(provision.eid, wide.structure.size());
    wide.structure.push_back(std::move(provision));
    wide.in_document.push_back(in_document);
  };
  std::size_t next = 0;  // of the dataset
  const auto place_before = [&](std::size_t end) {
    for (; next < end; ++next) {
      const auto& told = dataset[next];
      if (!beyond.contains(told.eid)) continue;
      // It has no words in the document, so it gets an empty range at its end.
      const auto nowhere = document.text.size();
      place(
          {told.eid, told.eid.kind(), told.num, told.heading, nowhere, nowhere, nowhere, nowhere, position(told.whole)},
          kNone);
    }
  };
  for (std::size_t i = 0; i < document.structure.size(); ++i) {
    auto provision = document.structure[i];
    const auto at = order.find(provision.eid);
    if (at != order.end()) place_before(at->second);
    if (provision.parent != kNone) {
      provision.parent = position(document.structure[provision.parent].eid);
    } else if (at != order.end() && beyond.contains(known.at(provision.eid)->whole)) {
      provision.parent = position(known.at(provision.eid)->whole);
    }
    place(std::move(provision), i);
  }
  place_before(dataset.size());
  return wide;
}

}  // namespace treatygraph::ingest
