#pragma once
// Which provisions of another instrument are cited: by their own numbers, and by what "that Annex" points back to.

#include <vector>

#include "ingest/citation/citation.h"

namespace treatygraph::ingest {

/// Follows the citations of one article in their order.
class CitedOutside {
 public:
  void forget() { last_.clear(); }
  /// "the following provisions of that Annex:" — what is listed below is in the part that was cited last, or, where
  /// `is_of_part` is false, in none.
  void begin_list(bool is_of_part) { list_part_ = is_of_part ? last_ : std::vector<EidStep>(); }

  /// The eIds that a citation of another instrument cites there; empty for the whole of it.
  [[nodiscard]] std::vector<Eid> eids_of(const Citation& citation, bool is_in_list);

 private:
  [[nodiscard]] std::vector<EidStep> pointed_at(const Citation& citation) const;

  std::vector<EidStep> last_;
  std::vector<EidStep> list_part_;
};

}  // namespace treatygraph::ingest
