#pragma once
// Decides which rank reads which document next. It does not use MPI, so it can be tested without it.

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace treatygraph::ingest {

/// Gives out the largest documents first, so that no rank waits long for the last one. If a rank is lost, its document
/// is given out once more, after all others. If the next rank is lost too, the document probably causes it, and is
/// given up. One thread only.
class HandOut {
 public:
  /// `sizes` are those of the documents, whose numbers are their positions.
  explicit HandOut(std::span<const std::size_t> sizes);

  /// The next document for `rank`, which must not have one. None if no document is left.
  [[nodiscard]] std::optional<std::size_t> next(int rank);
  /// `rank` has read the document that it was given.
  void finish(int rank);
  /// `rank` is gone. Returns the document that is given up with it, if any.
  [[nodiscard]] std::optional<std::size_t> lose(int rank);

  /// The document that `rank` is reading.
  [[nodiscard]] std::optional<std::size_t> given_to(int rank) const;
  /// Whether every document was read or given up.
  [[nodiscard]] bool is_done() const { return left_.empty() && given_.empty(); }

 private:
  std::deque<std::size_t> left_;
  std::map<int, std::size_t> given_;  ///< by rank
  std::vector<bool> is_second_time_;  ///< by document
};

}  // namespace treatygraph::ingest
