// A row passes through these stages, as far as the clause has them: grouping (all rows are collected by their keys,
// then one row is made for each group), DISTINCT, sorting (rows wait until finish()), SKIP and LIMIT, WHERE. Groups
// keep the order of their first rows, so results are reproducible without ORDER BY.

#include "queries/cypher/running/projection_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/running/execution.h"

namespace treatygraph::queries::cypher {

ProjectionRun::ProjectionRun(const ProjectionClause& clause, Context& context) : clause_(clause), context_(context) {
  if (!clause.aggregates.empty()) grouping_.emplace();
  if (clause.distinct) seen_.emplace();
  if (!clause.order.empty()) {
    for (const auto& item : clause.items) kept_.push_back(item.slot);
    kept_.insert(kept_.end(), clause.kept.begin(), clause.kept.end());
  }
  if (clause.skip) skip_ = row_count(clause.skip, "SKIP");
  if (clause.limit) limit_ = row_count(clause.limit, "LIMIT");
}

/// The value of SKIP or LIMIT. The semantic pass has checked that it reads no variable, so an empty row suffices.
std::int64_t ProjectionRun::row_count(const ExpressionPtr& expression, std::string_view keyword) {
  Row none;
  const auto value = evaluate(*expression, none, context_);
  if (!value.is(ValueType::Integer)) {
    runtime_error("SyntaxError", "InvalidArgumentType",
                  fmt::format("{} takes an integer, not {}", keyword, name_of(value.type())));
  }
  if (value.integer() < 0) {
    runtime_error("SyntaxError", "NegativeIntegerArgument", fmt::format("{} takes no negative number", keyword));
  }
  return value.integer();
}

bool ProjectionRun::add(Row& row, Pass pass) {
  if (grouping_) {
    add_to_group(row);
    return true;
  }
  compute_items(row);
  return project(row, pass);
}

void ProjectionRun::compute_items(Row& row) {
  for (const auto& item : clause_.items) {
    if (!grouping_ || item.aggregates) row[item.slot] = evaluate(*item.expression, row, context_);
  }
}

ProjectionRun::Group ProjectionRun::new_group() const {
  Group group;
  group.aggregates.reserve(clause_.aggregates.size());
  for (const auto* aggregate : clause_.aggregates) group.aggregates.push_back(aggregate->aggregate->make());
  if (std::ranges::any_of(clause_.aggregates, &FunctionCall::distinct)) group.seen.resize(clause_.aggregates.size());
  return group;
}

/// The group of the row, created if it is new. The keys are looked up without a copy.
ProjectionRun::Group& ProjectionRun::group_of(Row& row) {
  auto& [groups, in_order, keys] = *grouping_;
  keys.clear();
  for (const auto& item : clause_.items) {
    if (!item.aggregates) keys.push_back(evaluate(*item.expression, row, context_));
  }
  if (const auto found = groups.find(std::span<const Value>(keys)); found != groups.end()) return found->second;
  auto& made = *groups.emplace(keys, new_group()).first;
  in_order.push_back(&made);
  return made.second;
}

void ProjectionRun::add_to_group(Row& row) {
  auto& group = group_of(row);
  // See counted_hops.h. An OPTIONAL MATCH without a match has null there, which is one row.
  const auto* times_in = clause_.times == kNoSlot ? nullptr : &row[clause_.times];
  const auto times = times_in == nullptr || times_in->is_null() ? 1 : times_in->integer();
  for (std::size_t i = 0; i < clause_.aggregates.size(); ++i) {
    const auto& aggregate = *clause_.aggregates[i];
    if (aggregate.counts_rows) {
      group.aggregates[i]->add(true, {}, times);
      continue;
    }
    const auto value = evaluate(*aggregate.arguments[0], row, context_);
    if (value.is_null()) continue;
    if (aggregate.distinct && !group.seen[i].insert(value).second) continue;
    const auto parameter = aggregate.arguments.size() > 1 ? evaluate(*aggregate.arguments[1], row, context_) : Value();
    group.aggregates[i]->add(value, parameter, aggregate.distinct ? 1 : times);
  }
}

void ProjectionRun::finish_groups(Row& row, Pass pass) {
  auto& [groups, in_order, keys] = *grouping_;
  const bool has_keys = !std::ranges::all_of(clause_.items, &ProjectionItem::aggregates);
  // RETURN count(*) of no rows is one row, 0; with keys there is no group.
  if (groups.empty() && !has_keys) in_order.push_back(&*groups.emplace(std::vector<Value>(), new_group()).first);
  for (auto* entry : in_order) {
    context_.execution.spend(1);
    auto& [key_values, group] = *entry;
    std::size_t key = 0;
    for (const auto& item : clause_.items) {
      if (!item.aggregates) row[item.slot] = key_values[key++];
    }
    for (std::size_t i = 0; i < clause_.aggregates.size(); ++i) {
      row[clause_.aggregates[i]->slot] = group.aggregates[i]->result();
    }
    compute_items(row);
    if (!project(row, pass)) return;
  }
}

/// Continues with a row whose items are evaluated.
bool ProjectionRun::project(Row& row, Pass pass) {
  if (seen_) {
    // The slots of the items are consecutive.
    const auto first = clause_.items.empty() ? 0 : clause_.items[0].slot;
    if (!seen_->add(std::span(row).subspan(first, clause_.items.size()))) return true;
  }
  if (clause_.order.empty()) return count_off(row, pass);
  wait(row);
  return true;
}

bool ProjectionRun::comes_before(const Waiting& a, const Waiting& b) const {
  for (std::size_t i = 0; i < clause_.order.size(); ++i) {
    const auto ordering = order(a.keys[i], b.keys[i]);
    if (ordering != 0) return clause_.order[i].descending ? ordering > 0 : ordering < 0;
  }
  return a.number < b.number;
}

/// ORDER BY with LIMIT keeps only the rows that can still be returned, in a heap with the last of them on top. So it
/// needs memory for SKIP + LIMIT rows, not for all.
void ProjectionRun::wait(Row& row) {
  incoming_.keys.clear();
  for (const auto& sort : clause_.order) incoming_.keys.push_back(evaluate(*sort.expression, row, context_));
  incoming_.number = arrived_++;
  const auto before = [this](const Waiting& a, const Waiting& b) { return comes_before(a, b); };
  const bool is_bounded = limit_ >= 0 && limit_ < 100'000 && skip_ < 100'000;
  if (is_bounded && waiting_.size() >= static_cast<std::size_t>(limit_ + skip_)) {
    if (waiting_.empty() || !comes_before(incoming_, waiting_.front())) return;
    std::ranges::pop_heap(waiting_, before);
    waiting_.back().keys.swap(incoming_.keys);
  } else {
    waiting_.push_back({incoming_.keys, std::vector<Value>(kept_.size()), 0});
  }
  auto& waiting = waiting_.back();
  waiting.number = incoming_.number;
  for (std::size_t i = 0; i < kept_.size(); ++i) waiting.values[i] = row[kept_[i]];
  if (is_bounded) std::ranges::push_heap(waiting_, before);
}

void ProjectionRun::finish_waiting(Row& row, Pass pass) {
  std::ranges::sort(waiting_, [this](const Waiting& a, const Waiting& b) {
    context_.execution.spend(1);
    return comes_before(a, b);
  });
  for (auto& waiting : waiting_) {
    context_.execution.spend(1);
    for (std::size_t i = 0; i < kept_.size(); ++i) row[kept_[i]] = std::move(waiting.values[i]);
    if (!count_off(row, pass)) return;
  }
}

/// False also after the last row of the LIMIT, so that the clauses before it stop at once.
bool ProjectionRun::count_off(Row& row, Pass pass) {
  if (skip_ > 0) {
    --skip_;
    return true;
  }
  if (limit_ == 0) return false;
  if (limit_ > 0) --limit_;
  const bool wants_more = (clause_.where && !is_met(*clause_.where, row, context_)) || pass();
  return wants_more && limit_ != 0;
}

void ProjectionRun::finish(Row& row, Pass pass) {
  if (grouping_) finish_groups(row, pass);
  if (!clause_.order.empty()) finish_waiting(row, pass);
}

}  // namespace treatygraph::queries::cypher
