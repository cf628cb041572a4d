#pragma once
// Builds the structure: provisions open one after another, each inside the one that is open around it.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

class StructureBuilder {
 public:
  explicit StructureBuilder(std::string_view text) : text_(text) {}

  /// Opens a provision below `parent` (kNoParent: directly in the treaty). close() sets its end, finish() its eId.
  std::size_t open(std::size_t parent, ProvisionKind kind, std::string_view num, std::size_t start, std::size_t body);
  /// Closes a provision, and everything open in it, before `end`.
  void close(std::size_t provision, std::size_t end);
  [[nodiscard]] Provision& at(std::size_t provision) { return structure_[provision]; }
  [[nodiscard]] const Provision& at(std::size_t provision) const { return structure_[provision]; }
  [[nodiscard]] Structure finish(std::size_t end);

 private:
  /// A numbering of units or chapters in the treaty or in one of its components.
  struct Numbering {
    ProvisionKind kind;
    std::size_t component;
    auto operator<=>(const Numbering&) const = default;
  };

  void find_numberings_that_restart();
  [[nodiscard]] std::size_t component_around(std::size_t provision) const;
  [[nodiscard]] Eid eid_of(std::size_t provision) const;
  [[nodiscard]] Eid unique(Eid eid);

  std::string_view text_;
  Structure structure_;
  std::vector<bool> is_closed_;
  std::set<Numbering> restarts_;
  std::map<std::string, int> uses_;  ///< of an eId
};

}  // namespace treatygraph::ingest
