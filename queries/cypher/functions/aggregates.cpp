// Each aggregate is a class that accumulates in one pass. Averages of numbers and deviations are updated with each
// value (Welford, 1962), so they lose no precision to large sums. Only collect() and the percentiles keep all values.

#include "queries/cypher/functions/aggregates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "queries/cypher/values/error.h"
#include "queries/cypher/values/order.h"
#include "queries/cypher/values/temporal.h"
#include "queries/request/budget_in_force.h"

namespace treatygraph::queries::cypher {
namespace {

void need_number(const Value& value, std::string_view function) {
  if (!value.is_number()) type_error(fmt::format("{}() takes numbers, not {}", function, name_of(value.type())));
}

/// Throws for a mixture: numbers and durations have no common sum.
void need_one_kind(const Value& value, std::string_view function, bool is_number, bool is_duration) {
  if (value.is(ValueType::Duration) ? is_number : is_duration) {
    type_error(fmt::format("{}() takes numbers or durations, not both", function));
  }
}

class Count : public Aggregate {
 public:
  void add(const Value& /*value*/, const Value& /*parameter*/, std::int64_t times) override { count_ += times; }
  Value result() override { return count_; }

 private:
  std::int64_t count_ = 0;
};

/// The sum of integers, floats or durations. It is an integer if all values are; an overflow is an error.
class Sum : public Aggregate {
 public:
  void add(const Value& value, const Value& /*parameter*/, std::int64_t /*times*/) override {
    need_one_kind(value, "sum", is_number_, duration_.has_value());
    if (value.is(ValueType::Duration)) {
      duration_ = add_duration(duration_.value_or(Duration()), value.as<Duration>(), 1).as<Duration>();
      return;
    }
    need_number(value, "sum");
    is_number_ = true;
    if (value.is(ValueType::Float)) {
      is_float_ = true;
      float_ += value.floating();
    } else if (__builtin_add_overflow(integer_, value.integer(), &integer_)) {
      runtime_error("ArithmeticError", "IntegerOverflow", "the sum is out of the range of 64 bits");
    }
  }
  Value result() override {
    if (duration_) return *duration_;
    if (is_float_) return float_ + static_cast<double>(integer_);
    return integer_;
  }

 private:
  std::int64_t integer_ = 0;
  double float_ = 0;
  bool is_float_ = false;
  bool is_number_ = false;
  std::optional<Duration> duration_;
};

class Average : public Aggregate {
 public:
  void add(const Value& value, const Value& /*parameter*/, std::int64_t /*times*/) override {
    ++count_;
    need_one_kind(value, "avg", is_number_, duration_.has_value());
    if (value.is(ValueType::Duration)) {
      duration_ = add_duration(duration_.value_or(Duration()), value.as<Duration>(), 1).as<Duration>();
      return;
    }
    need_number(value, "avg");
    is_number_ = true;
    mean_ += (value.number() - mean_) / static_cast<double>(count_);
  }
  Value result() override {
    if (count_ == 0) return {};
    if (duration_) return divide_duration(*duration_, count_);
    return mean_;
  }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  bool is_number_ = false;
  std::optional<Duration> duration_;
};

/// min() and max(), by the total order of values, so values of different types are comparable.
template <bool kLargest>
class Extreme : public Aggregate {
 public:
  void add(const Value& value, const Value& /*parameter*/, std::int64_t /*times*/) override {
    const bool better = best_.is_null() || (kLargest ? order(value, best_) > 0 : order(value, best_) < 0);
    if (better) best_ = value;
  }
  Value result() override { return best_; }

 private:
  Value best_;
};

class Collect : public Aggregate {
 public:
  void add(const Value& value, const Value& /*parameter*/, std::int64_t /*times*/) override { list_.push_back(value); }
  Value result() override { return std::move(list_); }

 private:
  ValueList list_;
};

/// percentileCont() interpolates between two values; percentileDisc() takes the value at the rank.
template <bool kContinuous>
class Percentile : public Aggregate {
 public:
  void add(const Value& value, const Value& parameter, std::int64_t /*times*/) override {
    need_number(value, kContinuous ? "percentileCont" : "percentileDisc");
    need_number(parameter, kContinuous ? "percentileCont" : "percentileDisc");
    percentile_ = parameter.number();
    if (!(percentile_ >= 0 && percentile_ <= 1)) {
      runtime_error("ArgumentError", "NumberOutOfRange",
                    fmt::format("the percentile is {}; expected 0.0 to 1.0", percentile_));
    }
    values_.push_back(value);
  }
  Value result() override {
    if (values_.empty()) return {};
    std::ranges::sort(values_, [](const Value& a, const Value& b) {
      BudgetInForce::spend();
      return order(a, b) < 0;
    });
    const auto last = static_cast<double>(values_.size() - 1);
    if (!kContinuous) {
      const auto rank = std::ceil(percentile_ * static_cast<double>(values_.size())) - 1;
      return values_[static_cast<std::size_t>(std::clamp(rank, 0.0, last))];
    }
    const auto below = std::floor(percentile_ * last);
    const auto share = percentile_ * last - below;
    const auto low = values_[static_cast<std::size_t>(below)].number();
    const auto high = values_[static_cast<std::size_t>(std::min(below + 1, last))].number();
    return low + (high - low) * share;
  }

 private:
  std::vector<Value> values_;
  double percentile_ = 0;
};

/// stDev() divides by n - 1, stDevP() by n.
template <bool kOfSample>
class Deviation : public Aggregate {
 public:
  void add(const Value& value, const Value& /*parameter*/, std::int64_t /*times*/) override {  // Welford 1962
    need_number(value, kOfSample ? "stDev" : "stDevP");
    ++count_;
    const auto delta = value.number() - mean_;
    mean_ += delta / static_cast<double>(count_);
    squares_ += delta * (value.number() - mean_);
  }
  Value result() override {
    const auto divisor = kOfSample ? count_ - 1 : count_;
    return divisor < 1 ? 0.0 : std::sqrt(squares_ / static_cast<double>(divisor));
  }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

template <typename T>
std::unique_ptr<Aggregate> make() {
  return std::make_unique<T>();
}

/// The names with underscores are those of GQL.
constexpr std::array<AggregateEntry, 15> kAggregates = {{{"count", 1, make<Count>, true},
                                                         {"sum", 1, make<Sum>},
                                                         {"avg", 1, make<Average>},
                                                         {"min", 1, make<Extreme<false>>, true},
                                                         {"max", 1, make<Extreme<true>>, true},
                                                         {"collect", 1, make<Collect>},
                                                         {"percentilecont", 2, make<Percentile<true>>},
                                                         {"percentiledisc", 2, make<Percentile<false>>},
                                                         {"stdev", 1, make<Deviation<true>>},
                                                         {"stdevp", 1, make<Deviation<false>>},
                                                         {"percentile_cont", 2, make<Percentile<true>>},
                                                         {"percentile_disc", 2, make<Percentile<false>>},
                                                         {"stdev_samp", 1, make<Deviation<true>>},
                                                         {"stdev_pop", 1, make<Deviation<false>>},
                                                         {"collect_list", 1, make<Collect>}}};

}  // namespace

std::span<const AggregateEntry> all_aggregates() {
  return kAggregates;
}

const AggregateEntry* find_aggregate(std::string_view name) {
  const auto* found = std::ranges::find_if(
      kAggregates, [&](const AggregateEntry& entry) { return equal_but_for_case(entry.name, name); });
  return found == kAggregates.end() ? nullptr : found;
}

}  // namespace treatygraph::queries::cypher
