#pragma once
// Builds the structure of a treaty: provisions are opened one after another, each inside an open one, and then get
// their eIds.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// Used by one reader at a time. The text must outlive it.
class StructureBuilder {
 public:
  explicit StructureBuilder(std::string_view text) : text_(text) {}

  /// Opens a provision below `parent` (kNoParent: directly in the treaty) and returns its index. `body` is the start of
  /// its own words. close() sets its end, finish() its eId. Throws BeyondLimit after kMostProvisions provisions.
  std::size_t open(std::size_t parent, ProvisionKind kind, std::string_view num, std::size_t start, std::size_t body);
  /// Closes a provision, and everything open after it, before the white space that precedes `end`. A provision that is
  /// closed keeps its end.
  void close(std::size_t provision, std::size_t end);
  [[nodiscard]] Provision& at(std::size_t provision) { return structure_[provision]; }
  [[nodiscard]] const Provision& at(std::size_t provision) const { return structure_[provision]; }
  /// Closes what is open at `end`, sets all eIds and returns the structure. The last call. An eId begins with the
  /// innermost instrument; a unit, part or chapter follows directly, unless its numbering restarts in each division.
  [[nodiscard]] Structure finish(std::size_t end);

 private:
  /// A numbering: one kind of units, parts or chapters in the treaty or in one of its components.
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
  std::map<std::string, int> uses_;  ///< how often each eId was wanted
};

}  // namespace treatygraph::ingest
