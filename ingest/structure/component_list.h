#pragma once
// Lists the instruments in a document: the treaty, the annexes, protocols and others that accompany it, and the parts
// of other instruments that amendments quote.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

/// One instrument in a document.
struct Component {
  static constexpr std::size_t kNone = Provision::kNoParent;

  std::string kind;               ///< "treaty", or a name from name_of(): "annex", "protocol", "quoted"
  std::string number;             ///< "II", "1A"; "I" for an only annex without one; otherwise empty
  std::string name;               ///< name in an eId if there is no number: "on-chemicals"
  std::string title;              ///< as printed below or after its number
  std::size_t provision = kNone;  ///< its provision in the structure; none for the treaty and for quotations
  std::size_t first = kNone;      ///< its first part in the structure; none if it has no parts
  std::size_t parent = kNone;     ///< index of the instrument that it belongs to; none for the treaty
  std::size_t start = 0;          ///< bytes of the text
  std::size_t end = 0;
};

/// The treaty first, then the others in text order, then quotations in amendments. Linear in the structure.
[[nodiscard]] std::vector<Component> component_list(std::string_view text, const Structure& structure);

}  // namespace treatygraph::ingest
