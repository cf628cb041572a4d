#pragma once
// Measures the stages of a build.

#include <chrono>

namespace treatygraph::ingest {

/// The wall-clock time of each stage of one document, in order.
struct StageSeconds {
  double read = 0;       ///< bytes to clean text
  double structure = 0;  ///< its provisions
  double cite = 0;       ///< its references, resolved
  double records = 0;    ///< its nodes and relationships
};

/// Starts when it is constructed.
class Stopwatch {
 public:
  /// Seconds since construction, or since the last lap.
  double lap() {
    const auto now = Clock::now();
    const auto seconds = std::chrono::duration<double>(now - begin_).count();
    begin_ = now;
    return seconds;
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
};

}  // namespace treatygraph::ingest
