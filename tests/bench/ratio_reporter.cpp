#include "tests/bench/ratio_reporter.h"

#include <algorithm>

#include <fmt/format.h>

namespace treatygraph::bench {

double RatioReporter::microseconds(const Run& run) const {
  const auto time = time_ == Time::Wall ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
  return time / benchmark::GetTimeUnitMultiplier(run.time_unit) * 1e6;
}

void RatioReporter::ReportRuns(const std::vector<Run>& runs) {
  for (const auto& run : runs) {
    if (run.error_occurred) {
      fmt::print("{}: {}\n", run.benchmark_name(), run.error_message);
      continue;
    }
    if (run.aggregate_name != "median") continue;
    const auto& name = run.run_name.function_name;
    const auto slash = name.rfind('/');
    const auto row = name.substr(0, slash);
    who_[row][name.substr(slash + 1)] =
        microseconds(run) /
        std::max(1.0, run.counters.contains("questions") ? run.counters.at("questions").value : 1.0);
  }
}

void RatioReporter::Finalize() {
  fmt::print("\n{:<44}{:>22}{:>14}{:>9}\n", "microseconds a question, median", "measured against", "treatygraph",
             "ratio");
  for (auto& [row, who] : who_) {
    const auto ours = who["treatygraph"];
    const auto other = std::ranges::find_if(who, [](const auto& entry) { return entry.first != "treatygraph"; });
    if (other == who.end()) {
      fmt::print("{:<44}{:>22}{:>14.3f}\n", row, "", ours);
    } else {
      fmt::print("{:<44}{:>10}{:>12.3f}{:>14.3f}{:>9.3f}\n", row, other->first, other->second, ours,
                 ours / other->second);
    }
  }
}

}  // namespace treatygraph::bench
