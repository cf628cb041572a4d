#pragma once
// Where the time of a build goes.

#include <chrono>

namespace treatygraph::ingest {

/// Of one document; the stages follow each other.
struct StageSeconds {
  double read = 0;       ///< from bytes to a clean text
  double structure = 0;  ///< its provisions
  double cite = 0;       ///< its references, resolved
  double records = 0;    ///< its nodes and relationships
};

class Stopwatch {
 public:
  /// Since it was made, or since the last lap.
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
