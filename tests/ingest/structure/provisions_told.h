#pragma once
// The provisions of a text, for tests.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/text_structure.h"

namespace treatygraph::ingest {

/// "art_1", "art_1__para_1", ... in document order.
inline std::vector<std::string> eids(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& provision : read_structure(text)) all.push_back(provision.eid.to_string());
  return all;
}

/// The words of a provision, with those of its parts.
inline std::string words(std::string_view text, std::string_view eid) {
  for (const auto& provision : read_structure(text)) {
    if (provision.eid.to_string() == eid) {
      return std::string(text.substr(provision.body, provision.end - provision.body));
    }
  }
  return "no such provision";
}

}  // namespace treatygraph::ingest
