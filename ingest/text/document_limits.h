#pragma once
// How much of what a treaty is made of a document may have. Each mark and word costs many times its bytes while it is
// read, so a document that is made of nothing else is refused before it takes the memory of all others.

#include <cstddef>
#include <stdexcept>

#include <fmt/format.h>

namespace treatygraph::ingest {

/// Many times what the longest treaties have: the Law of the Sea has 2,000 provisions, and a trade agreement's longest
/// article or annex 50,000 words.
inline constexpr std::size_t kMostProvisions = 100'000;  ///< of a document
inline constexpr std::size_t kMostMarks = 100'000;       ///< "1.", "(a)", in what one article or annex says
inline constexpr std::size_t kMostWords = 1'000'000;     ///< words, numbers and stops in what one provision says

/// Thrown where a document has more; read_document() and read_sources() make it an error that names the file.
class BeyondLimit : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline void check_limit(std::size_t count, std::size_t most, const char* of) {
  if (count <= most) return;
  throw BeyondLimit(
      fmt::format("it has more than {} {}, which no treaty has; take out what is no text of a treaty, or "
                  "divide the document",
                  most, of));
}

}  // namespace treatygraph::ingest
