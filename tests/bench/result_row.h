#pragma once
// The lines of the one table that tests/bench/run prints: all that benchmarks write to standard output.

#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace treatygraph::bench {

/// What was measured against, in the same run.
struct Baseline {
  std::string name;
  double value = 0;
};

/// `ratio` is ours / baseline, unless it is given: of runs next to each other, say.
struct ResultRow {
  std::string what;
  std::string_view unit;
  double ours = 0;
  std::optional<Baseline> baseline = {};
  std::optional<double> ratio = {};
};

/// Begins with "figure ", so that tests/bench/run can keep one of them.
inline void print_result_header() {
  fmt::print("{:<50} {:>8} {:>22} {:>12} {:>12} {:>8}\n", "figure", "unit", "measured against", "", "treatygraph",
             "ratio");
}

inline void print_result(const ResultRow& row) {
  const auto& baseline = row.baseline;
  fmt::print("{:<50} {:>8} {:>22} {:>12} {:>12.3f} {:>8}\n", row.what, row.unit, baseline ? baseline->name : "",
             baseline ? fmt::format("{:.3f}", baseline->value) : "", row.ours,
             baseline ? fmt::format("{:.3f}", row.ratio.value_or(row.ours / baseline->value)) : "");
}

}  // namespace treatygraph::bench
