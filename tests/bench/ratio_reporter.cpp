#include "tests/bench/ratio_reporter.h"

#include <algorithm>

#include <fmt/format.h>

#include "tests/bench/result_row.h"

namespace treatygraph::bench {

double RatioReporter::microseconds(const Run& run) const {
  const auto time = time_ == Time::Wall ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
  return time / benchmark::GetTimeUnitMultiplier(run.time_unit) * 1e6;
}

void RatioReporter::ReportRuns(const std::vector<Run>& runs) {
  for (const auto& run : runs) {
    if (run.error_occurred) {
      fmt::print(stderr, "{}: {}\n", run.benchmark_name(), run.error_message);
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
  print_result_header();
  for (auto& [row, who] : who_) {
    const auto other = std::ranges::find_if(who, [](const auto& entry) { return entry.first != "treatygraph"; });
    ResultRow result{row, "us", who["treatygraph"]};
    if (other != who.end()) result.baseline = {other->first, other->second};
    print_result(result);
  }
}

}  // namespace treatygraph::bench
