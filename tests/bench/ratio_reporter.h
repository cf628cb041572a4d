#pragma once
// Prints each benchmark's median beside the one that it is measured against.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace treatygraph::bench {

/// Benchmarks are named "question/size/who"; those of one question and size are one row, `limit` its measure.
class RatioReporter : public benchmark::ConsoleReporter {
 public:
  /// What others do on the machine lengthens the wall's time, less the processor's: which is the better where a
  /// question is answered on one thread.
  enum class Time : std::uint8_t { Wall, Processor };
  explicit RatioReporter(Time time = Time::Wall) : ConsoleReporter(OO_None), time_(time) {}
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

 private:
  [[nodiscard]] double microseconds(const Run& run) const;

  Time time_;
  std::map<std::string, std::map<std::string, double>> who_;  ///< row -> who -> median, microseconds
};

}  // namespace treatygraph::bench
