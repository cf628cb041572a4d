#include "queries/cypher/projection_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "queries/cypher/execution.h"
#include "queries/cypher/expression_tree.h"

namespace treatygraph::queries::cypher {

ProjectionRun::ProjectionRun(const ProjectionClause& clause, Context& context) : clause_(clause), context_(context) {
  for (const auto& item : clause.items) kept_.push_back(item.slot);
  kept_.insert(kept_.end(), clause.kept.begin(), clause.kept.end());
  if (clause.skip) skip_ = row_count(clause.skip, "SKIP");
  if (clause.limit) limit_ = row_count(clause.limit, "LIMIT");
}

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

void ProjectionRun::hold(std::size_t values) {
  context_.execution.hold((values + 2) * sizeof(Value) + 64);
}

bool ProjectionRun::add(Row& row, Pass pass) {
  if (!clause_.aggregates.empty()) {
    add_to_group(row);
    return true;
  }
  compute_items(row);
  return project(row, pass);
}

void ProjectionRun::compute_items(Row& row) {
  for (const auto& item : clause_.items) {
    if (clause_.aggregates.empty() || contains_aggregate(*item.expression)) {
      row[item.slot] = evaluate(*item.expression, row, context_);
    }
  }
}

std::unique_ptr<ProjectionRun::Group> ProjectionRun::new_group() const {
  auto group = std::make_unique<Group>();
  for (const auto* aggregate : clause_.aggregates) {
    const auto* entry = aggregate->aggregate != nullptr ? aggregate->aggregate : find_aggregate("count");
    group->aggregates.push_back(entry->make());
  }
  group->seen.resize(clause_.aggregates.size());
  return group;
}

void ProjectionRun::add_to_group(Row& row) {
  std::vector<Value> keys;
  for (const auto& item : clause_.items) {
    if (!contains_aggregate(*item.expression)) keys.push_back(evaluate(*item.expression, row, context_));
  }
  auto& group = groups_[keys];
  if (!group) {
    hold(keys.size() + 4 * clause_.aggregates.size());
    group = new_group();
    group_order_.push_back(std::move(keys));
  }
  for (std::size_t i = 0; i < clause_.aggregates.size(); ++i) {
    const auto& aggregate = *clause_.aggregates[i];
    if (aggregate.kind == ExpressionKind::CountAll) {
      group->aggregates[i]->add(true, {});
      continue;
    }
    const auto value = evaluate(*aggregate.arguments[0], row, context_);
    if (value.is_null()) continue;
    if (aggregate.distinct && !group->seen[i].insert({value}).second) continue;
    if (aggregate.distinct || aggregate.aggregate->name == "collect") hold(1);
    const auto parameter = aggregate.arguments.size() > 1 ? evaluate(*aggregate.arguments[1], row, context_) : Value();
    group->aggregates[i]->add(value, parameter);
  }
}

void ProjectionRun::finish_groups(Row& row, Pass pass) {
  const bool has_keys = std::ranges::any_of(
      clause_.items, [](const ProjectionItem& item) { return !contains_aggregate(*item.expression); });
  if (groups_.empty() && !has_keys) {
    groups_.emplace(std::vector<Value>(), new_group());
    group_order_.emplace_back();
  }
  for (const auto& keys : group_order_) {
    auto& group = *groups_[keys];
    std::size_t key = 0;
    for (const auto& item : clause_.items) {
      if (!contains_aggregate(*item.expression)) row[item.slot] = keys[key++];
    }
    for (std::size_t i = 0; i < clause_.aggregates.size(); ++i) {
      row[clause_.aggregates[i]->slot] = group.aggregates[i]->result();
    }
    compute_items(row);
    if (!project(row, pass)) return;
  }
}

std::vector<Value> ProjectionRun::item_values(const Row& row) const {
  std::vector<Value> values;
  values.reserve(clause_.items.size());
  for (const auto& item : clause_.items) values.push_back(row[item.slot]);
  return values;
}

/// A row whose items are there.
bool ProjectionRun::project(Row& row, Pass pass) {
  if (clause_.distinct) {
    if (!seen_.insert(item_values(row)).second) return true;
    hold(clause_.items.size());
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

/// With a LIMIT only as many wait as can still come out: a heap with the last of them on top.
void ProjectionRun::wait(Row& row) {
  Waiting waiting;
  for (const auto& sort : clause_.order) waiting.keys.push_back(evaluate(*sort.expression, row, context_));
  waiting.number = arrived_++;
  const auto before = [this](const Waiting& a, const Waiting& b) { return comes_before(a, b); };
  const bool is_bounded = limit_ >= 0 && limit_ < 100'000 && skip_ < 100'000;
  if (is_bounded && waiting_.size() >= static_cast<std::size_t>(limit_ + skip_)) {
    if (waiting_.empty() || !comes_before(waiting, waiting_.front())) return;
    std::ranges::pop_heap(waiting_, before);
    waiting_.pop_back();
  } else {
    hold(kept_.size() + waiting.keys.size());
  }
  for (const auto slot : kept_) waiting.values.push_back(row[slot]);
  waiting_.push_back(std::move(waiting));
  if (is_bounded) std::ranges::push_heap(waiting_, before);
}

void ProjectionRun::finish_waiting(Row& row, Pass pass) {
  std::ranges::sort(waiting_, [this](const Waiting& a, const Waiting& b) { return comes_before(a, b); });
  for (auto& waiting : waiting_) {
    context_.execution.spend(1);
    for (std::size_t i = 0; i < kept_.size(); ++i) row[kept_[i]] = std::move(waiting.values[i]);
    if (!count_off(row, pass)) return;
  }
}

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
  if (!clause_.aggregates.empty()) finish_groups(row, pass);
  if (!clause_.order.empty()) finish_waiting(row, pass);
}

}  // namespace treatygraph::queries::cypher
