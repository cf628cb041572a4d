#include "queries/formats/answers/json_analyses.h"

#include <array>
#include <set>

#include "queries/formats/answers/json_facts.h"
#include "queries/treaty/titles.h"
#include "queries/treaty/unbroken.h"

namespace treatygraph::queries::formats {
namespace {

/// One object per item: the node's name, then `members`.
template <typename Things, typename Node, typename Members>
void objects(JsonText& json, const Graph& graph, std::string_view name, const Things& things, Node node,
             Members members) {
  json.key(name).begin_array();
  for (const auto& thing : things) {
    json.begin_object();
    node_members(json, graph, thing.*node);
    members(thing);
    json.end_object();
  }
  json.end_array();
}

void relationships_member(JsonText& json, const Graph& graph, std::string_view name,
                          std::span<const RelationshipId> relationships) {
  json.key(name);
  write_relationships(json, graph, relationships);
}

void mention_member(JsonText& json, const Graph& graph, std::string_view name, NodeId node) {
  json.key(name);
  write_mention(json, graph, node);
}

void totals_member(JsonText& json, const Coverage::Totals& totals) {
  json.key("totals").begin_object();
  for (std::size_t i = 0; i < totals.size(); ++i) json.member(kReachNames.at(i), totals.at(i));
  json.end_object();
}

std::string_view name_of(Reach reach) {
  return kReachNames.at(static_cast<std::size_t>(reach));
}

/// "rows" or "columns", each with its number of cells of each kind.
template <typename TotalsOf>
void margins(JsonText& json, const Graph& graph, std::string_view name, const std::vector<NodeId>& nodes,
             TotalsOf totals_of) {
  json.key(name).begin_array();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    json.begin_object().member("key", graph.key(nodes[i])).member("title", title_of(graph, nodes[i]));
    totals_member(json, totals_of(i));
    json.end_object();
  }
  json.end_array();
}

void write_words(JsonText& json, const std::optional<WordDifference>& words) {
  constexpr std::array<std::string_view, 3> kIn = {"both", "left", "right"};
  json.key("words");
  if (!words) {
    json.null();
    return;
  }
  json.begin_object().member("similarity", words->similarity).key("runs").begin_array();
  for (const auto& [kind, text] : words->runs) {
    json.begin_object().member("in", kIn.at(static_cast<std::size_t>(kind))).member("words", text).end_object();
  }
  json.end_array().end_object();
}

/// For a pair without both texts; null if there is no summary either.
void write_summaries(JsonText& json, const Graph& graph, const ComparedPair& pair) {
  const auto left = graph.string(pair.left, property::kSummary);
  const auto right = graph.string(pair.right, property::kSummary);
  if (pair.words || (left.empty() && right.empty())) {
    json.null();
    return;
  }
  json.begin_object();
  for (const auto& [name, summary] : {std::pair("left", left), std::pair("right", right)}) {
    json.key(name);
    summary.empty() ? json.null() : json.value(summary);
  }
  json.end_object();
}

void rows_member(JsonText& json, const Graph& graph, const std::vector<ComparedRow>& rows) {
  json.key("rows").begin_array();
  for (const auto& [left, right, pair] : rows) {
    json.begin_object();
    for (const auto& [name, side] : {std::pair("left", left), std::pair("right", right)}) {
      json.key(name);
      side ? json.value(graph.key(*side)) : json.null();
    }
    json.key("pair");
    pair ? json.value(*pair) : json.null();
    json.end_object();
  }
  json.end_array();
}

void write_pair(JsonText& json, const Graph& graph, const ComparedPair& pair) {
  json.begin_object();
  mention_member(json, graph, "left", pair.left);
  mention_member(json, graph, "right", pair.right);
  json.member("changed", pair.changed).key("relations").begin_array();
  for (const auto& relation : pair.relations) json.value(relation);
  json.end_array();
  json.member("changed_by", pair.words ? "words" : "correspondence");
  write_words(json, pair.words);
  json.key("summaries");
  write_summaries(json, graph, pair);
  relationships_member(json, graph, "correspondences", pair.correspondences);
  json.end_object();
}

void write_compared(JsonText& json, const Graph& graph, const ComparedRelationship& compared) {
  json.begin_object()
      .member("type", graph.types().name(compared.type))
      .member("from", graph.key(compared.from))
      .member("to", graph.key(compared.to));
  relationships_member(json, graph, "stored", compared.stored);
  json.end_object();
}

void changes_member(JsonText& json, const Graph& graph, const RelationshipChanges& changes) {
  json.key("relationships").begin_object().member("kept", changes.kept);
  const auto list = [&](std::string_view name, const std::vector<ComparedRelationship>& all) {
    json.key(name).begin_array();
    for (const auto& compared : all) write_compared(json, graph, compared);
    json.end_array();
  };
  list("lost", changes.lost);
  list("gained", changes.gained);
  json.key("retyped").begin_array();
  for (const auto& [left, right] : changes.retyped) {
    json.begin_object().key("left");
    write_compared(json, graph, left);
    json.key("right");
    write_compared(json, graph, right);
    json.end_object();
  }
  json.end_array().end_object();
}

void losses_members(JsonText& json, const Graph& graph, const Losses& losses) {
  objects(json, graph, "gone", losses.gone, &GoneThing::thing,
          [&](const GoneThing& gone) { relationships_member(json, graph, "carried_by", gone.carried_by); });
  objects(json, graph, "safeguards_lost", losses.safeguards, &LostSafeguard::node, [&](const LostSafeguard& lost) {
    json.member("left", lost.left).member("only", lost.left == 0);
    relationships_member(json, graph, "lost", lost.lost);
  });
  objects(json, graph, "definitions_lost", losses.definitions, &LostDefinition::term,
          [&](const LostDefinition& lost) { relationships_member(json, graph, "used_by", lost.uses); });
}

}  // namespace

std::string_view name_of(Objection::Deletion deletion) {
  constexpr std::array<std::string_view, 3> kNames = {"asked_for", "mentioned", "not_spoken_of"};
  return kNames.at(static_cast<std::size_t>(deletion));
}

void impact_members(JsonText& json, const Graph& graph, const Impact& impact) {
  json.member("of", graph.key(impact.of)).member("level", queries::name_of(impact.dependents.level));
  if (impact.shows(Effect::Direct)) relationships_member(json, graph, "dangling", impact.dangling);
  if (impact.shows(Effect::CutOff)) {
    objects(json, graph, "cut_off", impact.cut_off.nodes, &CutOff::node, [&](const CutOff& cut) {
      json.member("through", graph.key(cut.through)).key("provisions").begin_array();
      for (const auto node : cut.provisions) json.value(graph.key(node));
      json.end_array();
    });
  }
  if (impact.shows(Effect::Losses)) losses_members(json, graph, impact.losses);
}

/// Witnesses are chains of ids; the relationships follow after the cells, once each.
void coverage_members(JsonText& json, const Graph& graph, const Coverage& coverage) {
  margins(json, graph, "rows", coverage.rows, [&](std::size_t i) { return coverage.of_row(i); });
  margins(json, graph, "columns", coverage.columns, [&](std::size_t i) { return coverage.of_column(i); });
  totals_member(json, coverage.totals());
  std::set<RelationshipId> shown;
  json.key("cells").begin_array();
  for (std::size_t row = 0; row < coverage.rows.size(); ++row) {
    for (std::size_t column = 0; column < coverage.columns.size(); ++column) {
      const auto& [reach, chain, holds_at] = coverage.at(row, column);
      const auto witness = unbroken(graph, coverage.rows[row], chain);
      json.begin_object()
          .member("row", graph.key(coverage.rows[row]))
          .member("column", graph.key(coverage.columns[column]))
          .member("reach", name_of(reach));
      if (holds_at) mention_member(json, graph, "holds_at", *holds_at);
      json.key("witness");
      write_relationship_names(json, graph, witness);
      json.end_object();
      shown.insert(witness.begin(), witness.end());
    }
  }
  json.end_array();
  relationships_member(json, graph, "relationships", std::vector(shown.begin(), shown.end()));
}

void cycles_members(JsonText& json, const Graph& graph, const Cycles& cycles) {
  json.member("level", queries::name_of(cycles.level)).member("total", cycles.total).key("rings").begin_array();
  for (const auto& [members, provisions, cycle] : cycles.rings) {
    json.begin_object().member("size", members.size()).key("members");
    write_mentions(json, graph, members);
    json.key("provisions").begin_array();
    for (const auto node : provisions) json.value(graph.key(node));
    json.end_array();
    json.key("cycle");
    write_path(json, graph, cycle);
    json.end_object();
  }
  json.end_array();
}

void rank_members(JsonText& json, const Graph& graph, const Rank& rank) {
  json.member("by", kCentralityNames.at(static_cast<std::size_t>(rank.by)))
      .member("level", queries::name_of(rank.level))
      .member("population", rank.population)
      .member("connections", rank.connections);
  std::size_t place = 0;
  objects(json, graph, "nodes", rank.nodes, &Ranked::node,
          [&](const Ranked& ranked) { json.member("place", ++place).member("score", ranked.score); });
}

void comparison_members(JsonText& json, const Graph& graph, const Comparison& comparison) {
  mention_member(json, graph, "left", comparison.left);
  mention_member(json, graph, "right", comparison.right);
  json.member("label", comparison.label)
      .member("left_count", comparison.left_count)
      .member("right_count", comparison.right_count);
  if (comparison.view == CompareRequest::View::Relationships) changes_member(json, graph, comparison.changes);
  if (comparison.view == CompareRequest::View::Provisions) {
    json.member("total_pairs", comparison.pair_count)
        .member("total_changed", comparison.changed_count)
        .member("total_missing_on_right", comparison.missing_right_count)
        .member("total_missing_on_left", comparison.missing_left_count);
    rows_member(json, graph, comparison.rows);
    json.key("pairs").begin_array();
    for (const auto& pair : comparison.pairs) write_pair(json, graph, pair);
    json.end_array().key("missing_on_right");
    write_mentions(json, graph, comparison.missing_right);
    json.key("missing_on_left");
    write_mentions(json, graph, comparison.missing_left);
  }
  objects(json, graph, "carried", comparison.carried, &CarriedStatement::statement, [&](const CarriedStatement& said) {
    mention_member(json, graph, "carried_to", said.to);
    json.member("confidence", said.confidence);
    relationships_member(json, graph, "addresses", std::span(&said.addresses, 1));
    relationships_member(json, graph, "correspondences", said.correspondences);
  });
}

void why_member(JsonText& json, const Graph& graph, const std::vector<Explanation>& why) {
  if (why.empty()) return;
  json.key("why").begin_array();
  for (const auto& [node, sentences] : why) {
    json.begin_object().member("key", graph.key(node)).key("sentences").begin_array();
    for (const auto& sentence : sentences) json.value(sentence);
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace treatygraph::queries::formats
