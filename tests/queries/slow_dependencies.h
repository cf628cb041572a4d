#pragma once
// The dependency graph by its definition, reference by reference: what whole-graph questions are compared with.

#include <map>
#include <set>
#include <string>

#include "tests/queries/oracle.h"

namespace treatygraph::testing {

using Keys = std::set<std::string>;
using Adjacency = std::map<std::string, Keys>;

class SlowDependencyGraph {
 public:
  /// `version`: only provisions of this treaty; empty: all.
  SlowDependencyGraph(const Oracle& oracle, std::string level, std::string version = "")
      : oracle_(oracle), level_(std::move(level)), version_(std::move(version)) {
    for (const auto& r : oracle.records().relationships) {
      if (r.type == "REFERS_TO") referred_to_.insert(oracle.at_level(r.to, level_));
    }
    for (const auto& key : oracle.provisions()) {
      if (oracle.at_level(key, level_) == key && is_in_version(key)) edges_[key] = steps(key);
    }
  }

  [[nodiscard]] const Adjacency& edges() const { return edges_; }

  [[nodiscard]] Keys reached(const std::string& from) const {
    Keys found;
    Keys open = edges_.at(from);
    while (!open.empty()) {
      const auto key = *open.begin();
      open.erase(open.begin());
      const auto next = edges_.find(key);
      if (found.insert(key).second && next != edges_.end()) open.insert(next->second.begin(), next->second.end());
    }
    return found;
  }

  /// Hops of a shortest way from `from` to `to`, at least one; 0 where there is none.
  [[nodiscard]] std::size_t distance(const std::string& from, const std::string& to) const {
    Keys frontier = {from};
    Keys seen;
    for (std::size_t length = 1; !frontier.empty(); ++length) {
      Keys next;
      for (const auto& key : frontier) {
        const auto steps = edges_.find(key);
        if (steps == edges_.end()) continue;
        for (const auto& step : steps->second) {
          if (step == to) return length;
          if (seen.insert(step).second) next.insert(step);
        }
      }
      frontier = std::move(next);
    }
    return 0;
  }

 private:
  [[nodiscard]] bool is_in_version(const std::string& key) const {
    return version_.empty() || key.starts_with(version_ + ":");
  }

  /// What stands above the level speaks for its parts where something refers to it as a whole.
  [[nodiscard]] Keys steps(const std::string& from) const {
    Keys to;
    for (const auto& r : oracle_.records().relationships) {
      if (r.type != "REFERS_TO" || oracle_.within(r.to, from)) continue;
      const bool own = oracle_.at_level(r.from, level_) == from;
      const bool of_part = oracle_.within(r.from, from) && referred_to_.contains(from);
      const auto target = oracle_.at_level(r.to, level_);
      if ((own || of_part) && is_in_version(target)) to.insert(target);
    }
    return to;
  }

  const Oracle& oracle_;
  std::string level_;
  std::string version_;
  Keys referred_to_;
  Adjacency edges_;
};

}  // namespace treatygraph::testing
