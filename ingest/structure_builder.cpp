#include "ingest/structure_builder.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace treatygraph::ingest {
namespace {

/// An article, part or chapter is found by its number alone, wherever it stands; only an annex has numbers of its own.
bool stands_by_itself(ProvisionKind kind) {
  return kind == ProvisionKind::Article || kind == ProvisionKind::Part || kind == ProvisionKind::Chapter;
}

}  // namespace

Eid StructureBuilder::eid_of(std::size_t parent, ProvisionKind kind, std::string_view num) const {
  auto above = parent;
  const auto is_division = [&] { return structure_[above].kind < ProvisionKind::Article; };
  while (stands_by_itself(kind) && above != Provision::kNoParent && is_division() &&
         structure_[above].kind != ProvisionKind::Annex) {
    above = structure_[above].parent;
  }
  return (above == Provision::kNoParent ? Eid() : structure_[above].eid).child(kind, num);
}

/// Articles that count anew in each chapter are told apart by the chapter; what still is not unique, by a count.
Eid StructureBuilder::unique(Eid eid, std::size_t parent) {
  if (used_.insert(eid.to_string()).second) return eid;
  if (eid.kind() == ProvisionKind::Article && parent != Provision::kNoParent) {
    auto in_parent = structure_[parent].eid.child(eid.kind(), eid.steps().back().num);
    if (used_.insert(in_parent.to_string()).second) return in_parent;
  }
  for (int copy = 2;; ++copy) {
    auto other = eid.parent().child(eid.kind(), fmt::format("{}-{}", eid.steps().back().num, copy));
    if (used_.insert(other.to_string()).second) return other;
  }
}

std::size_t StructureBuilder::open(std::size_t parent, ProvisionKind kind, std::string_view num, std::size_t start,
                                   std::size_t body) {
  Provision provision;
  provision.eid = unique(eid_of(parent, kind, num), parent);
  provision.kind = kind;
  provision.num = std::string(num);
  provision.start = start;
  provision.heading_start = body;
  provision.body = body;
  provision.parent = parent;
  structure_.push_back(std::move(provision));
  is_closed_.push_back(false);
  return structure_.size() - 1;
}

void StructureBuilder::close(std::size_t provision, std::size_t end) {
  for (auto i = structure_.size(); i-- > provision;) {
    if (is_closed_[i]) continue;
    is_closed_[i] = true;
    auto last = end;
    while (last > structure_[i].start && std::isspace(static_cast<unsigned char>(text_[last - 1])) != 0) --last;
    structure_[i].end = last;
    structure_[i].body = std::min(structure_[i].body, last);
  }
}

Structure StructureBuilder::finish(std::size_t end) {
  if (!structure_.empty()) close(0, end);
  return std::move(structure_);
}

}  // namespace treatygraph::ingest
