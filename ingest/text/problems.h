#pragma once
// What is wrong with a dataset, all of it at once, so that a person mends it in one go.

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph::ingest {

class Problems {
 public:
  /// The list is cut after kMost; the count goes on.
  void add(std::string_view message);
  /// "no provision art_240; nearest: art_24, art_40" for a value that is none of `allowed`.
  static std::string not_one_of(std::string_view what, std::string_view found,
                                const std::vector<std::string_view>& allowed);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether one of them begins with `place`.
  [[nodiscard]] bool tells_of(std::string_view place) const;
  /// By file, in the order of `files`, and line, of messages that begin as "references.csv:14: ...".
  void sort(const std::vector<std::string_view>& files);
  /// One line for each problem, and how many there are more.
  [[nodiscard]] Error as_error() const;

 private:
  static constexpr std::size_t kMost = 200;
  static constexpr std::size_t kLongest = 1'000;  ///< of a message, which quotes what was found
  std::vector<std::string> messages_;
  std::size_t count_ = 0;
};

}  // namespace treatygraph::ingest
