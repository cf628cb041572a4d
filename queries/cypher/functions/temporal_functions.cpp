// Each kind of temporal value has the same five functions, so they are templates over the kind: the constructor,
// truncate(), and three clocks. `statement` and `transaction` read the clock of the statement, which does not change
// while it runs; `realtime` reads the system's clock at each call.

#include "queries/cypher/functions/temporal_functions.h"

#include <array>

#include "queries/cypher/functions/arguments.h"
#include "queries/cypher/values/temporal.h"

namespace treatygraph::queries::cypher {
namespace {

/// Milliseconds since 1970.
Value timestamp(const EvaluationContext& around, Arguments /*a*/) {
  return around.now.seconds * 1000 + around.now.nanoseconds / 1'000'000;
}

/// date({timezone: 'America/Los_Angeles'}), with no other field, is the current date there.
bool is_zone_alone(const Value& value) {
  return value.is(ValueType::Map) && value.map().entries().size() == 1 && value.map().find("timezone") != nullptr;
}

template <ValueType kKind>
Value construct(const EvaluationContext& around, Arguments a) {
  constexpr bool kIsClock = kKind != ValueType::Duration;
  if (kIsClock && !a.empty() && is_zone_alone(a[0]))
    return current_temporal(kKind, *a[0].map().find("timezone"), around.now);
  return a.empty() ? current_temporal(kKind, {}, around.now) : construct_temporal(kKind, a[0]);
}

template <ValueType kKind>
Value of_statement(const EvaluationContext& around, Arguments a) {
  if (!a.empty() && a[0].is_null()) return {};
  return current_temporal(kKind, a.empty() ? Value() : a[0], around.now);
}

template <ValueType kKind>
Value of_moment(const EvaluationContext& /*around*/, Arguments a) {
  if (!a.empty() && a[0].is_null()) return {};
  return current_temporal(kKind, a.empty() ? Value() : a[0], current_instant());
}

template <ValueType kKind>
Value truncate(const EvaluationContext& around, Arguments a) {
  if (a[0].is_null()) return {};
  if (!a[0].is(ValueType::String)) wrong_type("truncate", a[0]);
  const auto value = a.size() > 1 ? a[1] : current_temporal(kKind, {}, around.now);
  return truncate_temporal(kKind, a[0].string(), value, a.size() > 2 ? a[2] : Value());
}

template <Between kUnit>
Value between(const EvaluationContext& /*around*/, Arguments a) {
  return duration_between(kUnit, a[0], a[1]);
}

Value from_epoch(const EvaluationContext& /*around*/, Arguments a) {
  if (a[0].is_null() || a[1].is_null()) return {};
  if (!a[0].is(ValueType::Integer) || !a[1].is(ValueType::Integer)) wrong_type("datetime.fromepoch", a[0]);
  return date_time_from_epoch(a[0].integer(), a[1].integer());
}
Value from_epoch_millis(const EvaluationContext& /*around*/, Arguments a) {
  return when(ValueType::Integer, "datetime.fromepochmillis", a, [](const Value& v) {
    const auto millis = v.integer();
    // Not negative, also before 1970.
    const auto rest = ((millis % 1000) + 1000) % 1000;
    return date_time_from_epoch((millis - rest) / 1000, rest * 1'000'000);
  });
}

constexpr KindSet kTemporalSources(StaticKind::String, StaticKind::Map, StaticKind::Temporal);
constexpr KindSet kStrings(StaticKind::String);

template <ValueType kKind>
void add_temporal(std::vector<FunctionEntry>& table, std::string_view name, std::array<std::string_view, 4> more) {
  table.push_back({name, 0, 1, construct<kKind>, kTemporalSources, StaticKind::Temporal, false, true});
  table.push_back({more[0], 1, 3, truncate<kKind>, kStrings, StaticKind::Temporal, false, true});
  table.push_back({more[1], 0, 1, of_statement<kKind>, {}, StaticKind::Temporal, false, true});
  table.push_back({more[2], 0, 1, of_statement<kKind>, {}, StaticKind::Temporal, false, true});
  table.push_back({more[3], 0, 1, of_moment<kKind>, {}, StaticKind::Temporal});
}

}  // namespace

void add_temporal_functions(std::vector<FunctionEntry>& table) {
  using K = StaticKind;
  table.insert(
      table.end(),
      {
          {"timestamp", 0, 0, timestamp, {}, K::Integer, false, true},
          {"duration", 1, 1, construct<ValueType::Duration>, kTemporalSources, K::Temporal},
          {"duration.between", 2, 2, between<Between::All>, {}, K::Temporal},
          {"duration.inMonths", 2, 2, between<Between::Months>, {}, K::Temporal},
          {"duration.inDays", 2, 2, between<Between::Days>, {}, K::Temporal},
          {"duration.inSeconds", 2, 2, between<Between::Seconds>, {}, K::Temporal},
          {"duration_between", 2, 2, between<Between::All>, {}, K::Temporal},
          {"local_time", 0, 1, construct<ValueType::LocalTime>, kTemporalSources, K::Temporal, false, true},
          {"local_datetime", 0, 1, construct<ValueType::LocalDateTime>, kTemporalSources, K::Temporal, false, true},
          {"zoned_time", 0, 1, construct<ValueType::Time>, kTemporalSources, K::Temporal, false, true},
          {"zoned_datetime", 0, 1, construct<ValueType::DateTime>, kTemporalSources, K::Temporal, false, true},
          {"datetime.fromepoch", 2, 2, from_epoch, {}, K::Temporal},
          {"datetime.fromepochmillis", 1, 1, from_epoch_millis, {}, K::Temporal},
      });
  add_temporal<ValueType::Date>(table, "date",
                                {"date.truncate", "date.transaction", "date.statement", "date.realtime"});
  add_temporal<ValueType::Time>(table, "time",
                                {"time.truncate", "time.transaction", "time.statement", "time.realtime"});
  add_temporal<ValueType::LocalTime>(
      table, "localtime", {"localtime.truncate", "localtime.transaction", "localtime.statement", "localtime.realtime"});
  add_temporal<ValueType::DateTime>(
      table, "datetime", {"datetime.truncate", "datetime.transaction", "datetime.statement", "datetime.realtime"});
  add_temporal<ValueType::LocalDateTime>(
      table, "localdatetime",
      {"localdatetime.truncate", "localdatetime.transaction", "localdatetime.statement", "localdatetime.realtime"});
}

}  // namespace treatygraph::queries::cypher
