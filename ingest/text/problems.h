#pragma once
// Collects all problems of a dataset, so that its author can fix them at once instead of one per run.

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

/// A list of messages. Not for several threads at a time.
class Problems {
 public:
  /// Adds a message. Only the first kMost are kept, but all are counted. Long messages are cut.
  void add(std::string_view message);
  /// "no provision art_240; nearest: art_24, art_40" for a value that is not in `allowed`.
  static std::string not_one_of(std::string_view what, std::string_view found,
                                const std::vector<std::string_view>& allowed);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether one of the kept messages begins with `place`, such as "references.csv:14:".
  [[nodiscard]] bool tells_of(std::string_view place) const;
  /// Sorts messages such as "references.csv:14: ..." by file, in the order of `files`, and by line. Other files come
  /// last.
  void sort(const std::vector<std::string_view>& files);
  /// An InvalidArgument error with one line per problem, and the number of the problems that were not kept.
  [[nodiscard]] Error as_error() const;

 private:
  static constexpr std::size_t kMost = 200;       ///< messages kept
  static constexpr std::size_t kLongest = 1'000;  ///< length of a message, which may quote a long cell of the file
  std::vector<std::string> messages_;
  std::size_t count_ = 0;
};

}  // namespace treatygraph::ingest
