#pragma once
// What the values of a thread take, so that no query can fill the memory with them. A query runs on one thread from
// start to end, and its answer is written and dropped there.

#include <cstddef>

namespace treatygraph::queries::cypher {

class ValueMemory {
 public:
  /// While it lives, values that would take more than `bytes` beside those that are there already are an error.
  class Limit {
   public:
    explicit Limit(std::size_t bytes);
    ~Limit();
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;

   private:
    std::ptrdiff_t before_;
  };

  /// Throws CypherError before the limit is passed.
  static void take(std::size_t bytes) {
    if (live_ + static_cast<std::ptrdiff_t>(bytes) > most_) refuse();
    live_ += static_cast<std::ptrdiff_t>(bytes);
  }
  static void give_back(std::size_t bytes) noexcept { live_ -= static_cast<std::ptrdiff_t>(bytes); }
  /// Throws where a value of so many bytes could not be kept: to ask before it is made.
  static void foresee(std::size_t bytes) {
    if (bytes > static_cast<std::size_t>(most_) || live_ + static_cast<std::ptrdiff_t>(bytes) > most_) refuse();
  }
  /// Whether less than a quarter of what the limit allows is left.
  [[nodiscard]] static bool is_short();

 private:
  [[noreturn]] static void refuse();

  static constinit thread_local std::ptrdiff_t live_;
  static constinit thread_local std::ptrdiff_t most_;
  static constinit thread_local std::ptrdiff_t allowed_;  ///< by the limit in force
};

}  // namespace treatygraph::queries::cypher
