#pragma once
// Prints each benchmark's median, in microseconds a question, beside that of its baseline.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace treatygraph::bench {

/// Benchmarks are named "question/size/who". Those of one question and size form one row; `limit` is its baseline.
class RatioReporter : public benchmark::ConsoleReporter {
 public:
  /// Other load on the machine affects wall time more than processor time, so the latter is better for single-threaded
  /// questions.
  enum class Time : std::uint8_t { Wall, Processor };
  explicit RatioReporter(Time time = Time::Wall) : ConsoleReporter(OO_None), time_(time) {}
  bool ReportContext(const Context& /*context*/) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

 private:
  [[nodiscard]] double microseconds(const Run& run) const;

  Time time_;
  std::map<std::string, std::map<std::string, double>> who_;  ///< row -> who -> median, microseconds
};

}  // namespace treatygraph::bench
