#pragma once
// The provisions of one treaty in document order.

#include <cstddef>
#include <string>
#include <vector>

#include "graph/eid.h"

namespace treatygraph::ingest {

struct Provision {
  static constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);

  Eid eid;  ///< unique in its treaty
  ProvisionKind kind = ProvisionKind::Article;
  std::string num;                 ///< as printed, without brackets and full stop: "24", "8bis", "IV", "a"
  std::string heading;             ///< empty where none is printed
  std::size_t start = 0;           ///< bytes of Document::text, with its number and heading
  std::size_t end = 0;             ///< one past its last byte, parts included
  std::size_t heading_start = 0;   ///< one past its number, where its heading stands if it has one
  std::size_t body = 0;            ///< where its own words begin, after number and heading
  std::size_t parent = kNoParent;  ///< position in the structure of what it stands in: article 24's is chapter IV
};

/// Each provision stands after what it stands in.
using Structure = std::vector<Provision>;

}  // namespace treatygraph::ingest
