#pragma once
// What rests on what, and what governs what, by definition, reference by reference: what the walks are compared with.

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/queries/oracle.h"

namespace treatygraph::testing {

using Keys = std::set<std::string>;
using Adjacency = std::map<std::string, Keys>;
using Depths = std::map<std::string, std::uint32_t>;

/// The clauses of the definition, each of which can be left out to show that the tests would notice.
enum class Clause : std::uint8_t {
  PartsAreRead,
  IntroductionsAreRead,
  SiblingsAreNotRead,
  PartsAreRestedOn,
  WholesAreRestedOn,
  DivisionsAreRestedOnAtFirst,
  TreatiesAreNeverRestedOnAsWholes,
  DivisionsAreNotEntered,
  TreatiesAreNotEntered,
  ArticlesComeWithDivisions,
  NotwithstandingGoverns,
  AppliesToGoverns,
  WhatIsCitedAndAppliesIsNotGoverned,
  OriginStandsForItsParts,
  None,
};

/// The relation of reading.h and dependency_steps.h, asked one step at a time.
class SlowDependencies {
 public:
  struct Rule {
    bool out = true;  ///< to what it rests on, or is governed by
    bool rests_on = true;
    bool governs = false;
    bool into_divisions = false;
    std::function<bool(const RelationshipRecord&)> admits = [](const RelationshipRecord&) { return true; };
    Clause without = Clause::None;
  };

  SlowDependencies(const Oracle& oracle, Rule rule) : oracle_(oracle), rule_(std::move(rule)) {
    for (const auto& r : oracle.records().relationships) {
      if (r.type == "REFERS_TO" && rule_.admits(r)) references_.push_back(r);
    }
  }

  /// One step from `at`, which was reached from `origin`.
  [[nodiscard]] Keys steps(const std::string& at, const std::string& origin) const {
    Keys to;
    if (at != origin && !is_entered(at)) return to;
    for (const auto& r : references_) {
      const bool governing = governs(r);
      const bool hangs = is_read_with(r.from, at);
      const bool points = points_to(r.to, at, rule_.into_divisions || at == origin);
      const bool points_above = points_to(r.to, at, true);
      if (rule_.out ? (rule_.rests_on && hangs) : (rule_.governs && governing && hangs)) to.insert(r.to);
      if (rule_.out ? (rule_.governs && governing && points_above) : (rule_.rests_on && points)) to.insert(r.from);
    }
    return to;
  }

  /// All that is reached, with the least number of references; `origin` with 0, its parts not at all.
  [[nodiscard]] Depths reached(const std::string& origin, std::uint32_t depth = 0xffffffff) const {
    Depths found = {{origin, 0}};
    Keys frontier = {origin};
    for (std::uint32_t at = 1; !frontier.empty() && at <= depth; ++at) {
      Keys next;
      for (const auto& from : frontier) {
        for (const auto& to : steps(from, origin)) {
          if (oracle_.within(to, origin) && holds(Clause::OriginStandsForItsParts)) continue;
          if (found.emplace(to, at).second) next.insert(to);
          for (const auto& article : articles_of(to)) {
            if (!oracle_.within(article, origin) && found.emplace(article, at).second) next.insert(article);
          }
        }
      }
      frontier = std::move(next);
    }
    return found;
  }

 private:
  [[nodiscard]] bool holds(Clause clause) const { return rule_.without != clause; }
  [[nodiscard]] bool governs(const RelationshipRecord& r) const {
    const auto mode = Oracle::text(r.properties, "mode");
    if (mode == "notwithstanding") return holds(Clause::NotwithstandingGoverns);
    if (mode != "applies_to" || !holds(Clause::AppliesToGoverns)) return false;
    return Oracle::text(r.properties, "applied") != "cited" || !holds(Clause::WhatIsCitedAndAppliesIsNotGoverned);
  }
  [[nodiscard]] bool is_read_with(const std::string& words, const std::string& at) const {
    const bool is_part = words != at && oracle_.within(words, at);
    if (is_part) return holds(Clause::PartsAreRead);
    if (oracle_.read(at).contains(words)) return words == at || holds(Clause::IntroductionsAreRead);
    if (holds(Clause::SiblingsAreNotRead) || !oracle_.is_read(at)) return false;
    const auto wholes = oracle_.above(at);
    return std::ranges::any_of(
        wholes, [&](const auto& whole) { return oracle_.is_read(whole) && oracle_.within(words, whole); });
  }
  [[nodiscard]] bool is_entered(const std::string& key) const {
    if (oracle_.is(key, "Division")) return rule_.into_divisions || !holds(Clause::DivisionsAreNotEntered);
    return oracle_.is_read(key) || (oracle_.is(key, "Treaty") && !holds(Clause::TreatiesAreNotEntered));
  }
  /// To `at`, a part of it, or a container of it.
  [[nodiscard]] bool points_to(const std::string& target, const std::string& at, bool through_divisions) const {
    if (oracle_.within(target, at)) return target == at || holds(Clause::PartsAreRestedOn);
    if (!oracle_.within(at, target) || !holds(Clause::WholesAreRestedOn)) return false;
    if (oracle_.is(target, "Treaty")) return !holds(Clause::TreatiesAreNeverRestedOnAsWholes);
    const bool counts = through_divisions && holds(Clause::DivisionsAreRestedOnAtFirst);
    return counts || oracle_.is_read(target);
  }
  /// Where divisions are gone into: the outermost that is read in one.
  [[nodiscard]] Keys articles_of(const std::string& division) const {
    Keys articles;
    if (!rule_.into_divisions || !oracle_.is(division, "Division")) return articles;
    if (!holds(Clause::ArticlesComeWithDivisions)) return articles;
    for (const auto& node : oracle_.records().nodes) {
      const bool is_outermost =
          oracle_.is_read(node.key) && oracle_.within(node.key, division) &&
          std::ranges::none_of(oracle_.above(node.key), [&](const auto& whole) { return oracle_.is_read(whole); });
      if (is_outermost) articles.insert(node.key);
    }
    return articles;
  }

  const Oracle& oracle_;
  Rule rule_;
  std::vector<RelationshipRecord> references_;
};

/// Which own words rest on which in one step, of all provisions: what rings and ranks are compared with.
class SlowOwnWords {
 public:
  /// `version`: only provisions of this treaty; empty: all.
  explicit SlowOwnWords(const Oracle& oracle, std::string version = "")
      : oracle_(oracle), version_(std::move(version)) {
    for (const auto& r : oracle.records().relationships) {
      if (r.type == "REFERS_TO") references_.push_back(r);
    }
    for (const auto& key : oracle.provisions()) {
      if (is_in_version(key)) edges_[key] = steps(key);
    }
  }

  [[nodiscard]] const Adjacency& edges() const { return edges_; }
  [[nodiscard]] bool is_in_version(const std::string& key) const {
    return version_.empty() || key.starts_with(version_ + ":");
  }
  /// The same without all but `kept`.
  [[nodiscard]] SlowOwnWords of(const Keys& kept) const {
    SlowOwnWords some(*this);
    some.reached_.clear();
    some.distances_.clear();
    std::erase_if(some.edges_, [&](const auto& entry) { return !kept.contains(entry.first); });
    for (auto& [key, to] : some.edges_) std::erase_if(to, [&](const auto& other) { return !kept.contains(other); });
    return some;
  }
  /// Targets of the references of its own words and of the introductions above it, one for each reference.
  [[nodiscard]] std::multiset<std::string> targets(const std::string& from) const {
    std::multiset<std::string> found;
    if (!oracle_.is_read(from)) return found;
    for (const auto& r : references_) {
      const bool hangs = r.from == from || (oracle_.is_read(r.from) && oracle_.within(from, r.from));
      const bool counts = oracle_.is(r.to, "Provision") && is_in_version(r.to);
      if (hangs && counts) found.insert(r.to);
    }
    return found;
  }
  /// A division is shown as itself.
  [[nodiscard]] Keys read(const std::string& target) const {
    return oracle_.is_read(target) ? oracle_.read(target) : Keys{target};
  }

  [[nodiscard]] const Keys& reached(const std::string& from) const {
    const auto [known, is_new] = reached_.try_emplace(from);
    auto& found = known->second;
    if (!is_new) return found;
    Keys open = edges_.at(from);
    while (!open.empty()) {
      const auto key = *open.begin();
      open.erase(open.begin());
      if (found.insert(key).second) open.insert(edges_.at(key).begin(), edges_.at(key).end());
    }
    return found;
  }

  /// Length in hops of a shortest path from `from` to `to`, at least one; 0 if there is none.
  [[nodiscard]] std::size_t distance(const std::string& from, const std::string& to) const {
    auto [known, is_new] = distances_.try_emplace(from);
    auto& found = known->second;
    Keys frontier = {from};
    for (std::size_t length = 1; is_new && !frontier.empty(); ++length) {
      Keys next;
      for (const auto& key : frontier) {
        for (const auto& step : edges_.at(key)) {
          if (found.emplace(step, length).second) next.insert(step);
        }
      }
      frontier = std::move(next);
    }
    const auto at = found.find(to);
    return at == found.end() ? 0 : at->second;
  }

 private:
  [[nodiscard]] Keys steps(const std::string& from) const {
    Keys to;
    for (const auto& target : targets(from)) {
      const auto read_with_it = read(target);
      to.insert(read_with_it.begin(), read_with_it.end());
    }
    return to;
  }

  const Oracle& oracle_;
  std::string version_;
  Adjacency edges_;
  std::vector<RelationshipRecord> references_;
  mutable Adjacency reached_;  ///< what was asked for before
  mutable std::map<std::string, std::map<std::string, std::size_t>> distances_;
};

}  // namespace treatygraph::testing
