#pragma once
// The provisions of one treaty in document order.

#include <cstddef>
#include <string>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// One provision: an article, a chapter, a point, an annex. Offsets are bytes of Document::text.
struct Provision {
  static constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);

  Eid eid;  ///< unique within its treaty
  ProvisionKind kind = ProvisionKind::Article;
  std::string num;                 ///< as printed, without brackets and full stop: "24", "8bis", "IV", "a"
  std::string heading;             ///< empty if none is printed
  std::size_t start = 0;           ///< bytes of Document::text, including number and heading
  std::size_t end = 0;             ///< one past its last byte, parts included
  std::size_t heading_start = 0;   ///< end of its number; its heading, if any, starts here
  std::size_t body = 0;            ///< start of its own words, after number and heading
  std::size_t parent = kNoParent;  ///< index of its parent in the structure: article 24's is chapter IV
};

/// The index that means "no provision".
inline constexpr std::size_t kNone = Provision::kNoParent;

/// In document order; each provision comes after its parent, and its parts are the provisions whose `parent` it is.
using Structure = std::vector<Provision>;

}  // namespace treatygraph::ingest
