#pragma once
// The plan shown by EXPLAIN and, with counts, by PROFILE.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/graph.h"

namespace treatygraph::queries::cypher {

struct Query;

/// The counts of each operator in one run. Operators are identified by the address of their step or clause.
class Profile {
 public:
  struct Counts {
    std::uint64_t rows = 0;  ///< rows emitted
    std::uint64_t hits = 0;  ///< nodes and relationships examined
  };
  void add_row(const void* of) { ++counts_[of].rows; }
  void add_hits(const void* of, std::size_t hits) { counts_[of].hits += hits; }
  [[nodiscard]] Counts of(const void* op) const {
    const auto found = counts_.find(op);
    return found == counts_.end() ? Counts() : found->second;
  }

 private:
  std::unordered_map<const void*, Counts> counts_;
};

/// One operator of the plan with its inputs.
struct PlanNode {
  std::string op;                             ///< "Expand"
  std::string details;                        ///< "-[:REFERS_TO]->(b)"
  std::optional<double> estimated;            ///< estimated rows
  std::optional<Profile::Counts> done;        ///< actual counts, under PROFILE
  std::vector<PlanNode> children;             ///< inputs
  std::vector<std::string> identifiers = {};  ///< the variables of its rows, in the order of their introduction
};

/// The final operator, with its inputs as children. Includes the counts of `profile` if it is given.
[[nodiscard]] PlanNode plan_tree(const Query& query, const Graph& graph, const Profile* profile);

/// One line for each operator; the first one to run comes first. Operators of subqueries and of the parts of a UNION
/// are indented.
[[nodiscard]] std::string plan_text(const PlanNode& plan);

}  // namespace treatygraph::queries::cypher
