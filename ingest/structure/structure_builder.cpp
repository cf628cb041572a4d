#include "ingest/structure/structure_builder.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "ingest/text/document_limits.h"

namespace treatygraph::ingest {
namespace {

/// Whether the number alone identifies a provision of this kind in its instrument. Sections restart in each chapter, so
/// they are always named with it.
bool stands_by_itself(ProvisionKind kind) {
  return is_unit(kind) || kind == ProvisionKind::Part || kind == ProvisionKind::Chapter;
}

bool is_first_number(std::string_view num) {
  return num == "1" || num == "I" || num == "A";
}

}  // namespace

/// The annex or other component that contains a provision, excluding itself.
std::size_t StructureBuilder::component_around(std::size_t provision) const {
  auto above = structure_[provision].parent;
  while (above != kNone && !is_component(structure_[above].kind)) above = structure_[above].parent;
  return above;
}

// A numbering restarts if its first number occurs under two different parents: article 1 in part I and article 1 in
// part II.
void StructureBuilder::find_numberings_that_restart() {
  std::map<Numbering, std::set<std::size_t>> parents_of_first;
  for (std::size_t i = 0; i < structure_.size(); ++i) {
    const auto& provision = structure_[i];
    if (!stands_by_itself(provision.kind) || !is_first_number(provision.num)) continue;
    const Numbering numbering{provision.kind, component_around(i)};
    parents_of_first[numbering].insert(provision.parent);
    if (parents_of_first[numbering].size() > 1) restarts_.insert(numbering);
  }
}

// The eId of the provision that identifies it, and one more step: its instrument if its number is unique there,
// otherwise its parent. Recitals are always at the top.
Eid StructureBuilder::eid_of(std::size_t provision) const {
  const auto& self = structure_[provision];
  if (self.kind == ProvisionKind::Recital) return Eid().child(self.kind, self.num);
  const auto component = component_around(provision);
  const bool is_found_by_number = is_component(self.kind) ||  // that of a chapter, too
                                  (stands_by_itself(self.kind) && !restarts_.contains({self.kind, component}));
  const auto whole = is_found_by_number ? component : self.parent;
  const bool is_outermost = whole == kNone || structure_[whole].kind == ProvisionKind::Body;
  return (is_outermost ? Eid() : structure_[whole].eid).child(self.kind, self.num);
}

/// The eId, or one with a counter if it is in use: "art_5-2".
Eid StructureBuilder::unique(Eid eid) {
  auto& uses = uses_[eid.to_string()];
  if (++uses == 1) return eid;
  while (true) {
    auto other = eid.parent().child(eid.kind(), fmt::format("{}-{}", eid.steps().back().num, uses));
    if (uses_.try_emplace(other.to_string(), 1).second) return other;
    ++uses;
  }
}

std::size_t StructureBuilder::open(std::size_t parent, ProvisionKind kind, std::string_view num, std::size_t start,
                                   std::size_t body) {
  Provision provision;
  provision.kind = kind;
  provision.num = std::string(num);
  provision.start = start;
  provision.heading_start = body;
  provision.body = body;
  provision.parent = parent;
  structure_.push_back(std::move(provision));
  check_limit(structure_.size(), kMostProvisions, "provisions");
  is_closed_.push_back(false);
  return structure_.size() - 1;
}

// Backwards, because the parts of a provision come after it.
void StructureBuilder::close(std::size_t provision, std::size_t end) {
  for (auto i = structure_.size(); i-- > provision;) {
    if (is_closed_[i]) continue;
    is_closed_[i] = true;
    auto last = end;
    while (last > structure_[i].start && is_space(text_[last - 1])) --last;
    structure_[i].end = last;
    structure_[i].body = std::min(structure_[i].body, last);
  }
}

// A parent comes before its parts, so its eId is known when theirs are made.
Structure StructureBuilder::finish(std::size_t end) {
  if (!structure_.empty()) close(0, end);
  find_numberings_that_restart();
  for (std::size_t i = 0; i < structure_.size(); ++i) structure_[i].eid = unique(eid_of(i));
  return std::move(structure_);
}

}  // namespace treatygraph::ingest
