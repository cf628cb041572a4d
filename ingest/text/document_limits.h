#pragma once
// Limits on the contents of a document. Each mark and word costs many times its size in memory while it is read, so a
// document that consists of nothing else is refused before it uses all memory.

#include <cstddef>
#include <stdexcept>

#include <fmt/format.h>

namespace treatygraph::ingest {

/// Many times the size of the longest treaties: the Law of the Sea has 2,000 provisions, and the longest article or
/// annex of a trade agreement has 50,000 words.
inline constexpr std::size_t kMostProvisions = 100'000;  ///< per document
inline constexpr std::size_t kMostMarks = 100'000;       ///< "1.", "(a)" per article or annex
inline constexpr std::size_t kMostWords = 1'000'000;     ///< words, numbers and stops per provision

/// Thrown if a document exceeds a limit; read_document() and read_sources() turn it into an error that names the file.
class BeyondLimit : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws BeyondLimit if `count` exceeds `most`. `of` is the plural noun of the message: "provisions".
inline void check_limit(std::size_t count, std::size_t most, const char* of) {
  if (count <= most) return;
  throw BeyondLimit(
      fmt::format("it has more than {} {}, which no treaty has; remove what is not text of a treaty, or "
                  "divide the document",
                  most, of));
}

}  // namespace treatygraph::ingest
