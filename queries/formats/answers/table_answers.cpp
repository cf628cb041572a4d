#include "queries/formats/answers/table_answers.h"

#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/formats/answers/json_annotations.h"
#include "queries/formats/answers/table_analyses.h"
#include "queries/formats/answers/table_statements.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/property_text.h"
#include "queries/search/typed_treaty.h"
#include "queries/search/what_it_is.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

Cell text(std::string_view words) {
  BudgetInForce::spend();
  return words.empty() ? Cell{} : Cell{std::string(words)};
}
Cell number(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

Cell marked(const Snippet& snippet) {
  return snippet.empty() ? Cell{} : Cell{MarkedText{snippet.text, snippet.marks}};
}

class TableOf {
 public:
  explicit TableOf(const Graph& graph) : graph_(graph) {}

  Table operator()(const NodeAnswer& answer) {
    Table table{{"property", "value"}, {}};
    const auto add = [&](std::string_view name, Cell value) {
      table.rows.push_back({std::string(name), std::move(value)});
    };
    add("key", key(answer.node));
    add("title", title(answer.node));
    add("labels", labels(answer.node));
    for (const auto crumb : answer.breadcrumb) add("in", title(crumb));
    for (const auto name : graph_.property_names(answer.node)) {
      add(graph_.properties().name(name), text(text_of(graph_.property(answer.node, name))));
    }
    for (const auto part : answer.parts) add("part", key(part));
    for (const auto& [type, out, in] : answer.degrees) {
      add(graph_.types().name(type), fmt::format("{} out, {} in", out, in));
    }
    if (!answer.text.empty()) add("text", answer.text);
    return table;
  }

  Table operator()(const RelationshipsAnswer& answer) { return relationships(answer.relationships); }
  Table operator()(const NodeList& answer) {
    auto table = nodes(answer.nodes);
    if (!answer.with_relationships) return table;
    table.columns.emplace_back("relationships");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      std::vector<std::string> told;
      for (const auto r : answer.relationships[i]) told.push_back(relationship_name(graph_, r));
      table.rows[i].push_back(text(fmt::format("{}", fmt::join(told, "; "))));
    }
    return table;
  }
  Table operator()(const Neighborhood& answer) { return relationships(answer.graph.evidence); }

  Table operator()(const Dependencies& answer) {
    Table table{{"depth", "key", "title", "chain", "provisions"}, {}};
    for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) {
      const auto& [node, depth] = answer.graph.nodes[i];
      if (node == answer.of) continue;
      table.rows.push_back({number(depth), key(node), title(node), chain(references_of(answer.chain_to(i))),
                            text(provisions(answer, i))});
    }
    return table;
  }

  Table operator()(const Paths& answer) {
    Table table{{"path", "hop", "from", "type", "to", "mode", "quote", "basis", "confidence", "source"}, {}};
    add_paths(table, answer.paths, "");
    add_paths(table, answer.undirected, "undirected ");
    for (const auto node : answer.cut)
      table.rows.push_back({std::string("every path"), {}, key(node), {}, {}, {}, {}, {}, {}, {}});
    return table;
  }

  Table operator()(const Impact& answer) { return impact_table(graph_, answer); }
  Table operator()(const Coverage& answer) { return coverage_table(graph_, answer); }
  Table operator()(const Comparison& answer) { return comparison_table(graph_, answer); }
  Table operator()(const Cycles& answer) { return cycles_table(graph_, answer); }
  Table operator()(const Rank& answer) { return rank_table(graph_, answer); }

  Table operator()(const StatementsAnswer& answer) { return statements_table(graph_, answer); }
  Table operator()(const CriticsAnswer& answer) { return critics_table(graph_, answer); }

  Table operator()(const SearchAnswer& answer) {
    Table table{{"found_by", "key", "title", "what", "treaty", "snippet"}, {}};
    for (const auto& hit : answer.hits) {
      table.rows.push_back({std::string(name_of(hit.kind)), key(hit.node), title(hit.node),
                            what_it_is(graph_, hit.node), treaty_title(hit.node), marked(hit.snippet)});
    }
    return table;
  }

  Table operator()(const SuggestAnswer& answer) {
    Table table{{"kind", "text", "key", "what", "treaty"}, {}};
    for (const auto& [kind, node, typed] : answer.suggestions) {
      table.rows.push_back({std::string(name_of(kind)), typed, node ? key(*node) : Cell{},
                            node ? Cell(what_it_is(graph_, *node)) : Cell{}, node ? treaty_title(*node) : Cell{}});
    }
    return table;
  }

  Table operator()(const TreatyList& answer) {
    Table table{
        {"slug", "title", "loaded", "articles", "provisions", "references", "signatories", "consented_to_be_bound"},
        {}};
    for (const auto& summary : answer) {
      table.rows.push_back({text(graph_.string(summary.treaty, property::kSlug)), title(summary.treaty), summary.loaded,
                            number(summary.article_count), number(summary.provision_count),
                            number(summary.reference_count),
                            summary.has_acts ? number(summary.signatory_count) : Cell{},
                            summary.has_acts ? number(summary.party_count) : Cell{}});
    }
    return table;
  }

  Table operator()(const TableOfContents& answer) {
    Table table{{"depth", "key", "title", "heading", "summary"}, {}};
    for (const auto& [node, depth] : answer.entries) {
      table.rows.push_back({number(depth), key(node), title(node), text(graph_.string(node, property::kHeading)),
                            text(graph_.string(node, property::kSummary))});
    }
    return table;
  }

  Table operator()(const Participation& answer) {
    Table table{
        {"key", "name", "signed", "consent", "consent_date", "domestic_date", "withdrew", "confidence", "source"}, {}};
    for (const auto& participant : answer.participants) {
      const auto shown = participant.consent    ? participant.consent
                         : participant.domestic ? participant.domestic
                                                : participant.signature;
      table.rows.push_back({key(participant.who), title(participant.who), date(participant.signature),
                            participant.consent ? text(type_name(*participant.consent)) : Cell{},
                            date(participant.consent), date(participant.domestic), date(participant.withdrawal),
                            shown ? said(*shown, property::kConfidence) : Cell{},
                            shown ? said(*shown, property::kSource) : Cell{}});
    }
    return table;
  }

  /// One row per kind of fact, document and limit.
  Table operator()(const Quality& answer) {
    Table table{{"treaty", "what", "name", "extracted", "curated", "unstated"}, {}};
    for (const auto& treaty : answer.treaties) add_quality(treaty, table);
    return table;
  }

  Table operator()(const Citation& answer) {
    return {{"key", "style", "citation"},
            {{key(answer.of), text("plain"), text(answer.plain)},
             {key(answer.of), text("oscola"), text(answer.oscola)},
             {key(answer.of), text("bluebook"), text(answer.bluebook)}}};
  }

  Table operator()(const Annotations& answer) { return annotations_table(graph_, answer); }

  /// One row per entry of the text.
  Table operator()(const ProvisionText& answer) {
    Table table{{"key", "citation", "kind", "num", "heading", "depth", "words", "words_are"}, {}};
    for (const auto& entry : answer.hits) {
      table.rows.push_back({key(entry.node), text(short_citation(graph_, entry.node)), text(kind_of(graph_, entry)),
                            text(graph_.string(entry.node, property::kNum)),
                            text(graph_.string(entry.node, property::kHeading)), number(entry.depth), text(entry.words),
                            text(name_of(entry.words_are))});
    }
    return table;
  }

  Table operator()(const StateAnswer& answer) {
    Table table{{"date", "what", "key", "title", "stance", "concern", "source"}, {}};
    const auto add_actions = [&](const std::vector<RelationshipId>& actions) {
      for (const auto action : actions) {
        const auto target = graph_.target(action);
        table.rows.push_back({said(action, property::kDate),
                              text(type_name(action)),
                              key(target),
                              title(target),
                              {},
                              {},
                              said(action, property::kSource)});
      }
    };
    add_actions(answer.actions);
    add_actions(answer.reservations);
    add_actions(answer.events);
    for (const auto& [made, addresses] : answer.statements) {
      const auto stance = addresses.empty() ? Cell{} : said(addresses.front(), property::kStance);
      const auto concern = addresses.empty() ? Cell{} : said(addresses.front(), property::kConcern);
      table.rows.push_back({text(graph_.string(made, property::kDate)), std::string("MADE"), key(made), title(made),
                            stance, concern, text(graph_.string(made, property::kSource))});
    }
    return table;
  }

  Table operator()(const Schema& schema) {
    Table table{{"kind", "name", "property", "count"}, {}};
    const auto add = [&](const char* kind, const auto& summary) {
      table.rows.push_back({std::string(kind), summary.name, {}, number(summary.count)});
      for (const auto& property : summary.properties) {
        table.rows.push_back({std::string(kind), summary.name, property.name, number(property.count)});
      }
    };
    for (const auto& label : schema.labels) add("label", label);
    for (const auto& type : schema.types) add("relationship type", type);
    return table;
  }

 private:
  [[nodiscard]] Cell treaty_title(NodeId node) const {
    const auto* const treaty = treaty_of(graph_, node);
    return treaty == nullptr ? Cell{} : Cell(std::string(short_title_of(graph_, treaty->treaty)));
  }

  void add_quality(const TreatyQuality& quality, Table& table) {
    const auto of = text(graph_.key(quality.treaty));
    const auto say = [&](std::string_view what, std::string_view name) {
      if (!name.empty()) table.rows.push_back({of, text(what), text(name), Cell{}, Cell{}, Cell{}});
    };
    const auto& document = quality.document;
    say("document", document.name);
    say("document sha256", document.sha256);
    if (document.words && document.words_read) {
      say("document words in provisions", fmt::format("{} of {}", *document.words_read, *document.words));
    }
    say("dataset sha256", quality.dataset_sha256);
    const auto count = [&](std::string_view what, const std::vector<BasisCount>& counts) {
      for (const auto& one : counts) {
        table.rows.push_back(
            {of, text(what), text(one.name), number(one.extracted), number(one.curated), number(one.unstated)});
      }
    };
    count("nodes", quality.nodes);
    count("relationships", quality.relationships);
    for (const auto& citation : quality.unresolved) {
      say("unresolved",
          fmt::format("{}: {} (no such {})", graph_.key(citation.provision), citation.quote, citation.missing));
    }
    for (const auto& limit : quality.limits) say("limit", limit);
  }

  [[nodiscard]] Cell key(NodeId node) const { return std::string(graph_.key(node)); }
  [[nodiscard]] Cell title(NodeId node) const { return title_of(graph_, node); }
  [[nodiscard]] Cell labels(NodeId node) const {
    std::string all;
    for (const auto label : graph_.labels_of(node)) all += (all.empty() ? "" : "; ") + graph_.labels().name(label);
    return all;
  }
  [[nodiscard]] std::string_view type_name(RelationshipId relationship) const {
    return graph_.types().name(graph_.type(relationship));
  }
  [[nodiscard]] Cell said(RelationshipId relationship, std::string_view name) const {
    const auto id = graph_.properties().find(name);
    return id ? text(text_of(graph_.property(relationship, *id))) : Cell{};
  }
  [[nodiscard]] Cell date(std::optional<RelationshipId> action) const {
    return action ? said(*action, property::kDate) : Cell{};
  }

  [[nodiscard]] Table nodes(std::span<const NodeId> all) const {
    Table table{{"key", "title", "labels", "summary", "basis", "confidence", "source"}, {}};
    for (const auto node : all) {
      table.rows.push_back({key(node), title(node), labels(node), text(graph_.string(node, property::kSummary)),
                            text(graph_.string(node, property::kBasis)),
                            text(graph_.string(node, property::kConfidence)),
                            text(graph_.string(node, property::kSource))});
    }
    return table;
  }

  [[nodiscard]] Table relationships(std::span<const RelationshipId> all) const {
    Table table{{"from", "type", "to", "mode", "date", "quote", "start", "end", "basis", "confidence", "source"}, {}};
    for (const auto r : all) {
      table.rows.push_back({key(graph_.source(r)), text(type_name(r)), key(graph_.target(r)), said(r, property::kMode),
                            said(r, property::kDate), said(r, property::kQuote), said(r, property::kStart),
                            said(r, property::kEnd), said(r, property::kBasis), said(r, property::kConfidence),
                            said(r, property::kSource)});
    }
    return table;
  }

  /// "uncc:art_2__point_h; uncc:art_2__point_m (containing)": the provisions that a node of dependencies represents.
  [[nodiscard]] std::string provisions(const Dependencies& answer, std::size_t position) const {
    std::string words;
    for (const auto reached : answer.provisions_of(position)) {
      const auto provision = answer.walk[reached];
      words += fmt::format("{}{}{}", words.empty() ? "" : "; ", graph_.key(provision.node),
                           is_by_containing(graph_, provision) ? " (containing)" : "");
    }
    return words;
  }

  [[nodiscard]] Cell chain(const std::vector<RelationshipId>& references) const {
    return text(chain_words(graph_, references));
  }

  void add_paths(Table& table, const std::vector<Path>& paths, std::string_view prefix) const {
    for (std::size_t path = 0; path < paths.size(); ++path) {
      for (std::size_t hop = 0; hop < paths[path].hops.size(); ++hop) {
        for (const auto r : paths[path].hops[hop].evidence) {
          table.rows.push_back({fmt::format("{}{}", prefix, path + 1), number(hop + 1), key(graph_.source(r)),
                                text(type_name(r)), key(graph_.target(r)), said(r, property::kMode),
                                said(r, property::kQuote), said(r, property::kBasis), said(r, property::kConfidence),
                                said(r, property::kSource)});
        }
      }
    }
  }

  const Graph& graph_;
};

}  // namespace

Table to_table(const Graph& graph, const Answer& answer) {
  return answer.why.empty() ? std::visit(TableOf(graph), answer.body) : why_table(graph, answer.why);
}

}  // namespace treatygraph::queries::formats
