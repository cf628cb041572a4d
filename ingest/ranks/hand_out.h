#pragma once
// Which rank reads which document next; knows no MPI.

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace treatygraph::ingest {

/// Gives out the largest documents first, so that no rank waits long for the last. A document whose rank is lost is
/// given out once more, last; if the next rank is lost too, the document is given up.
class HandOut {
 public:
  /// `sizes` of the documents, by number.
  explicit HandOut(std::span<const std::size_t> sizes);

  /// The next document for `rank`, which has none; nothing if none is left to give.
  [[nodiscard]] std::optional<std::size_t> next(int rank);
  /// `rank` has read the document that it was given.
  void finish(int rank);
  /// `rank` is gone. The document that is given up with it, if any.
  [[nodiscard]] std::optional<std::size_t> lose(int rank);

  [[nodiscard]] std::optional<std::size_t> given_to(int rank) const;
  /// Whether every document was read or given up.
  [[nodiscard]] bool is_done() const { return left_.empty() && given_.empty(); }

 private:
  std::deque<std::size_t> left_;
  std::map<int, std::size_t> given_;  ///< by rank
  std::vector<bool> is_second_time_;  ///< by document
};

}  // namespace treatygraph::ingest
