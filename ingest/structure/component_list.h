#pragma once
// The instruments that a document is made of: the treaty, what goes with it, and what it quotes of others.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/structure.h"

namespace treatygraph::ingest {

struct Component {
  static constexpr std::size_t kNone = Provision::kNoParent;

  std::string kind;               ///< "treaty", or as name_of() calls it: "annex", "protocol", "quoted"
  std::string number;             ///< "II", "1A"; empty where none is printed
  std::string name;               ///< as an eId writes it where there is no number: "on-chemicals"
  std::string title;              ///< as printed below or behind its number
  std::size_t provision = kNone;  ///< that it is in the structure; none for the treaty and for what is quoted
  std::size_t first = kNone;      ///< its first part in the structure; none where it has none
  std::size_t parent = kNone;     ///< position in the list of what it goes with; the treaty has none
  std::size_t start = 0;          ///< bytes of the text
  std::size_t end = 0;
};

/// The treaty first, then the others in the order of the text, then what amendments quote.
[[nodiscard]] std::vector<Component> component_list(std::string_view text, const Structure& structure);

}  // namespace treatygraph::ingest
