#pragma once
// Which provisions of another instrument a citation names: by their own numbers, and by what "that Annex" points back
// to.

#include <vector>

#include "ingest/citation/citation.h"

namespace treatygraph::ingest {

/// Follows the citations of one article in their order, and remembers the last provision that was cited.
class CitedOutside {
 public:
  /// To be called before the next article.
  void forget() { last_.clear(); }
  /// Begins a list such as "the following provisions of that Annex:". The provisions listed below it are in the part
  /// that was cited last if `is_of_part` is true; otherwise they are not in a part.
  void begin_list(bool is_of_part) { list_part_ = is_of_part ? last_ : std::vector<EidStep>(); }

  /// The eIds of the provisions that the citation names in the other instrument. Empty if it cites the whole
  /// instrument, or if it is relative to a provision that is not known.
  [[nodiscard]] std::vector<Eid> eids_of(const Citation& citation, bool is_in_list);

 private:
  /// The steps up to the provision that "that Annex" means; empty if none of its level was cited.
  [[nodiscard]] std::vector<EidStep> pointed_at(const Citation& citation) const;

  std::vector<EidStep> last_;
  std::vector<EidStep> list_part_;
};

}  // namespace treatygraph::ingest
