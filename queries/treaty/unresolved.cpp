#include "queries/treaty/unresolved.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace treatygraph::queries {
namespace {

/// The reason in brackets after the words of a citation.
struct Reason {
  std::size_t opens = std::string_view::npos;  ///< the space before its bracket
  std::size_t names = std::string_view::npos;  ///< the position of the name of what is missing
};

/// Only these two beginnings are reasons. Other brackets belong to the cited words: "article 24(2)".
Reason first_reason(std::string_view words) {
  static constexpr std::array<std::string_view, 2> kReasons = {" (no such ", " (not said which "};
  Reason first;
  for (const auto reason : kReasons) {
    const auto at = words.find(reason);
    if (at < first.opens) first = {at, at + reason.size()};
  }
  return first;
}

/// The position of the bracket that closes the one after `space`, which may contain others: "(not said which
/// instrument: the Lake Treaty may be Lake Treaty (No. 3), or ...)". The end of the words if it is never closed.
std::size_t closing_bracket(std::string_view words, std::size_t space) {
  std::size_t depth = 0;
  for (auto at = space; at < words.size(); ++at) {
    if (words[at] == '(') ++depth;
    if (words[at] == ')' && --depth == 0) return at;
  }
  return words.size();
}

}  // namespace

std::vector<Unresolved> unresolved_in(std::string_view property) {
  static constexpr std::string_view kBetween = "; ";
  std::vector<Unresolved> all;
  while (!property.empty()) {
    const auto reason = first_reason(property);
    if (reason.opens == std::string_view::npos) {
      all.push_back({property, {}, {}});
      break;
    }
    const auto end = closing_bracket(property, reason.opens);
    const auto opened = reason.opens + std::string_view(" (").size();
    // What the reason names ends at a colon: "instrument" in "not said which instrument: ...".
    const auto missing = property.substr(reason.names, end - reason.names);
    all.push_back({property.substr(0, reason.opens), property.substr(opened, end - opened),
                   missing.substr(0, missing.find(':'))});
    property.remove_prefix(std::min(property.size(), end + 1));
    if (property.starts_with(kBetween)) property.remove_prefix(kBetween.size());
  }
  return all;
}

}  // namespace treatygraph::queries
