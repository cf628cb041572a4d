#include "queries/formats/answers/table_analyses.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/request/budget_in_force.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

Cell text(std::string_view words) {
  return words.empty() ? Cell{} : Cell{std::string(words)};
}

/// "uncc:art_3 in_accordance_with uncc:art_6 “article 6”", several separated by "; ".
std::string evidence(const Graph& graph, std::span<const RelationshipId> relationships) {
  std::string words;
  for (const auto r : relationships) {
    const auto mode = graph.string(r, property::kMode);
    const auto quote = graph.string(r, property::kQuote);
    words += fmt::format("{}{} {} {}{}", words.empty() ? "" : "; ", graph.key(graph.source(r)),
                         mode.empty() ? std::string_view(graph.types().name(graph.type(r))) : mode,
                         graph.key(graph.target(r)), quote.empty() ? "" : fmt::format(" “{}”", quote));
  }
  return words;
}

Cell number(std::size_t count) {
  BudgetInForce::spend();
  return static_cast<std::int64_t>(count);
}
Cell key(const Graph& graph, NodeId node) {
  return std::string(graph.key(node));
}

/// A comparison, row by row.
class ComparisonTable {
 public:
  ComparisonTable(const Graph& graph, const Comparison& comparison) : graph_(graph), comparison_(comparison) {}

  Table finish() {
    for (const auto& pair : comparison_.pairs) {
      add(pair.changed ? "changed" : "corresponding", graph_.key(pair.left), graph_.key(pair.right),
          fmt::format("{}", fmt::join(pair.relations, "; ")), pair.correspondences);
      if (pair.words) table_.rows.back()[5] = pair.words->similarity;
    }
    for (const auto node : comparison_.missing_right) add("missing on right", graph_.key(node), "", "", {});
    for (const auto node : comparison_.missing_left) add("missing on left", "", graph_.key(node), "", {});
    for (const auto& lost : comparison_.changes.lost) add("lost", named(lost), "", "", lost.stored);
    for (const auto& gained : comparison_.changes.gained) add("gained", "", named(gained), "", gained.stored);
    for (const auto& [left, right] : comparison_.changes.retyped) {
      add("retyped", named(left), named(right), modes(right), left.stored);
    }
    for (const auto& said : comparison_.carried) {
      add("statement carried", graph_.key(said.statement), graph_.key(said.to), said.confidence,
          std::span(&said.addresses, 1));
    }
    return std::move(table_);
  }

 private:
  void add(const char* what, std::string_view left, std::string_view right, std::string_view relation,
           std::span<const RelationshipId> shown) {
    table_.rows.push_back(
        {std::string(what), text(left), text(right), text(relation), text(evidence(graph_, shown)), Cell{}});
  }
  [[nodiscard]] std::string named(const ComparedRelationship& r) const {
    return fmt::format("{} {} {}", graph_.key(r.from), graph_.types().name(r.type), graph_.key(r.to));
  }
  [[nodiscard]] std::string modes(const ComparedRelationship& r) const {
    std::string words;
    for (const auto relationship : r.stored) {
      words += fmt::format("{}{}", words.empty() ? "" : "; ", graph_.string(relationship, property::kMode));
    }
    return words;
  }

  const Graph& graph_;
  const Comparison& comparison_;
  Table table_{{"what", "left", "right", "relation", "evidence", "similarity"}, {}};
};

}  // namespace

Table impact_table(const Graph& graph, const Impact& impact) {
  Table table{{"effect", "key", "title", "detail", "evidence"}, {}};
  const auto add = [&](const char* effect, NodeId node, std::string_view detail,
                       std::span<const RelationshipId> shown) {
    table.rows.push_back({std::string(effect), std::string(graph.key(node)), title_of(graph, node), text(detail),
                          text(evidence(graph, shown))});
  };
  for (const auto r : impact.dangling) {
    add("dangling reference", graph.source(r), graph.string(r, property::kQuote), std::span(&r, 1));
  }
  for (std::size_t i = 0; i < impact.dependents.graph.nodes.size(); ++i) {
    const auto& [node, depth] = impact.dependents.graph.nodes[i];
    if (node != impact.of)
      add("rests on it", node, fmt::format("depth {}", depth), references_of(impact.dependents.chain_to(i)));
  }
  for (const auto& [thing, carried_by] : impact.losses.gone) add("gone with it", thing, "", carried_by);
  for (const auto& [node, through, provisions] : impact.cut_off.nodes) {
    add("cut off", node, fmt::format("led to only through {}", graph.key(through)), {});
  }
  for (const auto& [node, lost, left] : impact.losses.safeguards) {
    add(left == 0 ? "loses its only safeguard" : "loses a safeguard", node, fmt::format("{} left", left), lost);
  }
  for (const auto& [term, uses] : impact.losses.definitions) add("loses its definition", term, "", uses);
  constexpr std::array kObjections = {"deletion asked for", "deletion mentioned", "objection"};
  for (const auto& [hit, deletion] : impact.objections) {
    add(kObjections.at(static_cast<std::size_t>(deletion)), hit.statement,
        hit.addresses ? graph.string(*hit.addresses, property::kStance) : "", hit.carried);
  }
  return table;
}

Table coverage_table(const Graph& graph, const Coverage& coverage) {
  Table table{{"key", "title"}, {}};
  for (const auto column : coverage.columns) table.columns.emplace_back(graph.key(column));
  for (const auto name : kReachNames) table.columns.emplace_back(name);
  const auto add_totals = [](std::vector<Cell>& row, const Coverage::Totals& totals) {
    for (const auto count : totals) row.push_back(number(count));
  };
  for (std::size_t i = 0; i < coverage.rows.size(); ++i) {
    std::vector<Cell> row = {key(graph, coverage.rows[i]), title_of(graph, coverage.rows[i])};
    for (std::size_t column = 0; column < coverage.columns.size(); ++column) {
      row.push_back(std::string(kReachNames.at(static_cast<std::size_t>(coverage.at(i, column).reach))));
    }
    add_totals(row, coverage.of_row(i));
    table.rows.push_back(std::move(row));
  }
  std::vector<Cell> last = {std::string("rows reached"), Cell{}};
  for (std::size_t column = 0; column < coverage.columns.size(); ++column) {
    last.push_back(number(coverage.reached_in_column(column)));
  }
  add_totals(last, coverage.totals());
  table.rows.push_back(std::move(last));
  return table;
}

Table cycles_table(const Graph& graph, const Cycles& cycles) {
  Table table{{"ring", "size", "hop", "from", "to", "evidence"}, {}};
  for (std::size_t ring = 0; ring < cycles.rings.size(); ++ring) {
    const auto& [members, provisions, cycle] = cycles.rings[ring];
    for (std::size_t hop = 0; hop < cycle.hops.size(); ++hop) {
      table.rows.push_back({number(ring + 1), number(members.size()), number(hop + 1), key(graph, cycle.nodes[hop]),
                            key(graph, cycle.nodes[hop + 1]), text(evidence(graph, cycle.hops[hop].evidence))});
    }
  }
  return table;
}

Table rank_table(const Graph& graph, const Rank& rank) {
  Table table{{"place", "key", "title", "score"}, {}};
  for (const auto& [node, score] : rank.nodes) {
    table.rows.push_back({number(table.rows.size() + 1), key(graph, node), title_of(graph, node), score});
  }
  return table;
}

Table comparison_table(const Graph& graph, const Comparison& comparison) {
  return ComparisonTable(graph, comparison).finish();
}

Table why_table(const Graph& graph, const std::vector<Explanation>& why) {
  Table table{{"key", "hop", "why"}, {}};
  for (const auto& [node, sentences] : why) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      table.rows.push_back({std::string(graph.key(node)), static_cast<std::int64_t>(i + 1), sentences[i]});
    }
  }
  return table;
}

}  // namespace treatygraph::queries::formats
