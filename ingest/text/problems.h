#pragma once
// Collects all problems of a dataset, so that they can be fixed at once.

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

class Problems {
 public:
  /// The list is limited to kMost; the count continues.
  void add(std::string_view message);
  /// "no provision art_240; nearest: art_24, art_40" for a value that is not in `allowed`.
  static std::string not_one_of(std::string_view what, std::string_view found,
                                const std::vector<std::string_view>& allowed);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether one of them begins with `place`.
  [[nodiscard]] bool tells_of(std::string_view place) const;
  /// Sorts by file, in the order of `files`, and line, for messages that begin like "references.csv:14: ...".
  void sort(const std::vector<std::string_view>& files);
  /// One line per problem, and the number of further ones.
  [[nodiscard]] Error as_error() const;

 private:
  static constexpr std::size_t kMost = 200;
  static constexpr std::size_t kLongest = 1'000;  ///< length of a message, which quotes what was found
  std::vector<std::string> messages_;
  std::size_t count_ = 0;
};

}  // namespace treatygraph::ingest
