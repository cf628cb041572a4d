#pragma once
// Prints each benchmark's median beside the one that it is measured against.

#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace treatygraph::bench {

/// Benchmarks are named "question/size/who"; those of one question and size are one row, `limit` its measure.
class RatioReporter : public benchmark::ConsoleReporter {
 public:
  RatioReporter() : ConsoleReporter(OO_None) {}
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

 private:
  std::map<std::string, std::map<std::string, double>> who_;  ///< row -> who -> median, microseconds
};

}  // namespace treatygraph::bench
