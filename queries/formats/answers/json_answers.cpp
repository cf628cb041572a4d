#include "queries/formats/answers/json_answers.h"

#include <algorithm>

#include "graph/vocabulary.h"
#include "queries/formats/answers/json_analyses.h"
#include "queries/formats/answers/json_annotations.h"
#include "queries/formats/answers/json_facts.h"
#include "queries/formats/answers/json_quality.h"
#include "queries/formats/answers/json_reading.h"
#include "queries/formats/answers/json_statements.h"
#include "queries/formats/text/json_text.h"
#include "queries/formats/text/utf8.h"
#include "queries/search/typed_treaty.h"
#include "queries/search/what_it_is.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

constexpr std::size_t kShortAnswer = 500;  // bytes; longer answers grow as needed
const Truncated kWhole;

/// Writes an answer's own members; returns why it is not complete.
class MembersOf {
 public:
  MembersOf(JsonText& json, const Graph& graph) : json_(json), graph_(graph), facts_(json, graph) {}

  const Truncated& operator()(const NodeAnswer& answer) {
    facts_.node_members(answer.node);
    mentions("breadcrumb", answer.breadcrumb);
    mentions("parts", answer.parts);
    json_.member("text", answer.text).key("degrees").begin_array();
    for (const auto& [type, out, in] : answer.degrees) {
      json_.begin_object().member("type", graph_.types().name(type)).member("out", out).member("in", in).end_object();
    }
    json_.end_array();
    return kWhole;
  }

  const Truncated& operator()(const RelationshipsAnswer& answer) {
    json_.member("of", graph_.key(answer.of)).member("total", answer.total);
    relationships("relationships", answer.relationships);
    ends(answer.relationships);
    cursor(answer.next_cursor);
    return answer.truncated;
  }

  const Truncated& operator()(const NodeList& answer) {
    facts_.expect(answer.nodes.size(), 0);
    json_.key("nodes").begin_array();
    for (std::size_t i = 0; i < answer.nodes.size(); ++i) {
      facts_.begin_node(answer.nodes[i]);
      if (answer.with_relationships) relationships("relationships", answer.relationships[i]);
      json_.end_object();
    }
    json_.end_array();
    if (answer.with_relationships) {
      std::vector<RelationshipId> all;
      for (const auto& some : answer.relationships) all.insert(all.end(), some.begin(), some.end());
      ends(all);
    }
    explanation(answer.explanation);
    cursor(answer.next_cursor);
    return answer.truncated;
  }

  const Truncated& operator()(const Neighborhood& answer) {
    facts_.expect(answer.graph.nodes.size(), answer.graph.evidence.size() + answer.cut.size());
    json_.member("of", graph_.key(answer.of)).key("nodes").begin_array();
    for (const auto& [node, depth] : answer.graph.nodes) facts_.node_at(node, depth);
    json_.end_array();
    relationships("relationships", answer.graph.evidence);
    relationships("cut", answer.cut);
    return answer.graph.truncated;
  }

  const Truncated& operator()(const Dependencies& answer) {
    facts_.expect(answer.graph.nodes.size(), answer.graph.evidence.size());
    json_.member("of", graph_.key(answer.of))
        .member("direction", answer.direction == Direction::Out ? "out" : "in")
        .member("relation", kRelationNames.at(static_cast<std::size_t>(answer.relation)))
        .member("level", name_of(answer.level));
    if (answer.relation == Relation::RestsOn && answer.direction == Direction::Out) {
      json_.member("governed_by", answer.governed_by);
    }
    json_.key("nodes").begin_array();
    for (std::size_t i = 0; i < answer.graph.nodes.size(); ++i) entry(answer, i);
    json_.end_array().key("relationships").begin_array();
    for (const auto& connection : answer.graph.connections) {
      json_.begin_object()
          .member("from", graph_.key(connection.from))
          .member("to", graph_.key(connection.to))
          .member("type", type_of(connection));
      relationships("references", answer.graph.evidence_of(connection));
      json_.end_object();
    }
    json_.end_array();
    relationships("within", answer.within);
    explanation(answer.explanation);
    return answer.graph.truncated;
  }

  const Truncated& operator()(const Paths& answer) {
    mentions("from", answer.from);
    mentions("to", answer.to);
    paths("paths", answer.paths);
    mentions("cut", answer.cut);
    paths("undirected", answer.undirected);
    explanation(answer.explanation);
    return answer.truncated;
  }

  const Truncated& operator()(const Impact& answer) {
    impact_members(json_, graph_, answer);
    if (answer.shows(Effect::Transitive)) {
      json_.key("dependents").begin_object();
      (*this)(answer.dependents);
      json_.end_object();
    }
    if (answer.shows(Effect::Statements)) objections(answer.objections);
    explanation(answer.explanation);
    return answer.truncated;
  }

  const Truncated& operator()(const Coverage& answer) {
    coverage_members(json_, graph_, answer);
    explanation(answer.explanation);
    return answer.truncated;
  }
  const Truncated& operator()(const Comparison& answer) {
    comparison_members(json_, graph_, answer);
    explanation(answer.explanation);
    return answer.truncated;
  }
  const Truncated& operator()(const Cycles& answer) {
    cycles_members(json_, graph_, answer);
    explanation(answer.explanation);
    return answer.truncated;
  }
  const Truncated& operator()(const Rank& answer) {
    rank_members(json_, graph_, answer);
    explanation(answer.explanation);
    return answer.truncated;
  }

  const Truncated& operator()(const StatementsAnswer& answer) {
    statements_members(json_, facts_, graph_, answer);
    explanation(answer.explanation);
    cursor(answer.next_cursor);
    return answer.truncated;
  }

  const Truncated& operator()(const CriticsAnswer& answer) {
    critics_members(json_, facts_, graph_, answer);
    explanation(answer.explanation);
    cursor(answer.next_cursor);
    return answer.truncated;
  }

  /// Offsets count UTF-16 code units, as those of marks in texts do.
  void write_snippet(const Snippet& snippet) {
    const std::string_view text = snippet.text;
    json_.member("snippet", text).key("snippet_marks").begin_array();
    Utf16Units units(text);
    for (const auto& [begin, end] : snippet.marks) {
      json_.begin_object().member("start", units.before(begin)).member("end", units.before(end)).end_object();
    }
    json_.end_array();
  }

  const Truncated& operator()(const SearchAnswer& answer) {
    json_.member("total", answer.total).key("hits").begin_array();
    for (const auto& hit : answer.hits) {
      json_.begin_object().member("found_by", name_of(hit.kind));
      facts_.node_members(hit.node);
      what_and_treaty(hit.node);
      if (hit.score > 0) {
        json_.member("score", hit.score);
        write_snippet(hit.snippet);
      }
      json_.end_object();
    }
    json_.end_array().key("facets").begin_object();
    facet("labels", answer.facets.labels);
    facet("treaties", answer.facets.treaties);
    facet("modes", answer.facets.modes);
    json_.end_object().key("readings").begin_array();
    for (const auto& reading : answer.readings) {
      json_.begin_object()
          .member("typed", reading.typed)
          .member("how", name_of(reading.how))
          .key("read_as")
          .begin_array();
      for (const auto& words : reading.read_as) json_.value(words);
      json_.end_array().end_object();
    }
    json_.end_array();
    explanation(answer.explanation);
    cursor(answer.next_cursor);
    return answer.truncated;
  }

  const Truncated& operator()(const SuggestAnswer& answer) {
    json_.key("suggestions").begin_array();
    for (const auto& [kind, node, text] : answer.suggestions) {
      json_.begin_object().member("kind", name_of(kind)).member("text", text);
      if (node) {
        json_.member("key", graph_.key(*node)).member("title", title_of(graph_, *node));
        what_and_treaty(*node);
      }
      json_.end_object();
    }
    json_.end_array();
    return kWhole;
  }

  const Truncated& operator()(const TreatyList& answer) {
    json_.key("treaties").begin_array();
    for (const auto& summary : answer) treaty(summary);
    json_.end_array();
    return kWhole;
  }

  const Truncated& operator()(const TableOfContents& answer) {
    json_.key("treaty");
    treaty(answer.treaty);
    json_.key("contents").begin_array();
    for (const auto& [node, depth] : answer.entries) facts_.node_at(node, depth);
    json_.end_array();
    return answer.truncated;
  }

  const Truncated& operator()(const Participation& answer) {
    json_.key("treaty");
    write_mention(json_, graph_, answer.treaty);
    text_or_null("as_of", answer.as_of);
    known_count("signatories", answer.has_acts, answer.signatory_count);
    known_count("consented_to_be_bound", answer.has_acts, answer.consent_count);
    known_count("counted_for_entry_into_force", answer.has_acts, answer.counted_count);
    known_count("consented_at_home_only", answer.has_acts, answer.domestic_count);
    count_or_null("needed_for_entry_into_force", answer.needed);
    count_or_null("missing", answer.missing);
    text_or_null("needed_reached_on", answer.needed_reached_on);
    text_or_null("entry_into_force", answer.entry_into_force);
    const auto& in_force = answer.in_force;
    json_.member("status", !in_force ? "unknown" : *in_force ? "in_force" : "not_in_force").key("in_force");
    if (in_force) {
      json_.value(*in_force);
    } else {
      json_.null();
    }
    count_or_null("parties", answer.party_count);
    text_or_null("unknown_because", answer.unknown_because);
    json_.key("reported").begin_array();
    for (const auto& count : answer.reports) reported(count);
    json_.end_array().key("participants").begin_array();
    for (const auto& participant : answer.participants) {
      json_.begin_object().key("who");
      write_mention(json_, graph_, participant.who);
      action("signature", participant.signature);
      action("consent", participant.consent);
      action("domestic", participant.domestic);
      action("withdrawal", participant.withdrawal);
      json_.end_object();
    }
    json_.end_array();
    return kWhole;
  }

  const Truncated& operator()(const Quality& answer) {
    quality_members(json_, graph_, answer);
    return answer.truncated;
  }

  const Truncated& operator()(const Citation& answer) {
    citation_members(json_, graph_, answer);
    return kWhole;
  }

  const Truncated& operator()(const Annotations& answer) {
    annotations_members(json_, graph_, answer);
    return answer.truncated;
  }

  const Truncated& operator()(const ProvisionText& answer) {
    text_members(json_, graph_, answer);
    explanation(answer.explanation);
    cursor(answer.next_cursor);
    return answer.truncated;
  }

  const Truncated& operator()(const StateAnswer& answer) {
    facts_.node_members(answer.state);
    relationships("actions", answer.actions);
    relationships("reservations", answer.reservations);
    relationships("events", answer.events);
    json_.key("statements").begin_array();
    for (const auto& said : answer.statements) {
      facts_.begin_node(said.statement);
      relationships("addresses", said.addresses);
      json_.end_object();
    }
    json_.end_array();
    std::vector<RelationshipId> all;
    for (const auto* some : {&answer.actions, &answer.reservations, &answer.events})
      all.insert(all.end(), some->begin(), some->end());
    for (const auto& said : answer.statements) all.insert(all.end(), said.addresses.begin(), said.addresses.end());
    ends(all);
    return answer.truncated;
  }

  const Truncated& operator()(const Schema& schema) {
    json_.member("node_count", schema.node_count).member("relationship_count", schema.relationship_count);
    json_.key("labels").begin_array();
    for (const auto& label : schema.labels) {
      json_.begin_object().member("name", label.name).member("count", label.count);
      properties(label.properties);
      json_.end_object();
    }
    json_.end_array().key("relationship_types").begin_array();
    for (const auto& type : schema.types) {
      json_.begin_object().member("name", type.name).member("count", type.count).key("ends").begin_array();
      for (const auto& [ends, count] : type.ends) {
        json_.begin_object().member("from", ends.first).member("to", ends.second).member("count", count).end_object();
      }
      json_.end_array();
      properties(type.properties);
      json_.end_object();
    }
    json_.end_array();
    return kWhole;
  }

 private:
  void mentions(std::string_view name, std::span<const NodeId> nodes) {
    json_.key(name);
    write_mentions(json_, graph_, nodes);
  }
  void relationships(std::string_view name, std::span<const RelationshipId> all) {
    json_.key(name);
    facts_.relationships(all);
  }
  /// The names of the ends of `all`, once each: relationships contain only keys.
  void ends(std::span<const RelationshipId> all) {
    std::vector<NodeId> nodes;
    nodes.reserve(2 * all.size());
    for (const auto relationship : all) {
      nodes.push_back(graph_.source(relationship));
      nodes.push_back(graph_.target(relationship));
    }
    std::ranges::sort(nodes);
    const auto repeated = std::ranges::unique(nodes);
    nodes.erase(repeated.begin(), repeated.end());
    mentions("ends", nodes);
  }
  void text_or_null(std::string_view name, std::string_view text) {
    json_.key(name);
    text.empty() ? json_.null() : json_.value(text);
  }
  void count_or_null(std::string_view name, std::optional<std::size_t> count) {
    json_.key(name);
    count ? json_.value(*count) : json_.null();
  }
  void cursor(std::string_view next) { text_or_null("next_cursor", next); }
  void explanation(std::string_view text) {
    if (!text.empty()) json_.member("explanation", text);
  }

  void action(std::string_view name, std::optional<RelationshipId> relationship) {
    if (!relationship) return;
    json_.key(name);
    facts_.relationship(*relationship);
  }

  /// A node of dependencies, with the provisions that it represents.
  void entry(const Dependencies& answer, std::size_t position) {
    facts_.begin_node(answer.graph.nodes[position].node);
    json_.member("depth", answer.graph.nodes[position].depth);
    const auto provisions = answer.provisions_of(position);
    by_containing(answer, provisions.front());
    json_.key("chain");
    write_relationship_names(json_, graph_, references_of(answer.chain_to(position)));
    if (provisions.front() != 0) {
      json_.key("provisions").begin_array();
      for (const auto reached : provisions) provision(answer, reached);
      json_.end_array();
    }
    json_.end_object();
  }
  void provision(const Dependencies& answer, std::uint32_t position) {
    const auto reached = answer.walk[position];
    json_.begin_object().member("key", graph_.key(reached.node)).member("depth", reached.depth);
    by_containing(answer, position);
    json_.key("chain");
    write_relationship_names(json_, graph_, references_of(answer.chain_to_reached(position)));
    json_.end_object();
  }
  void by_containing(const Dependencies& answer, std::uint32_t position) {
    if (is_by_containing(graph_, answer.walk[position])) json_.member("by", "containing");
  }

  void paths(std::string_view name, const std::vector<Path>& all) {
    json_.key(name).begin_array();
    for (const auto& path : all) write_path(json_, graph_, path);
    json_.end_array();
  }

  void objections(const std::vector<Objection>& all) {
    json_.key("objections").begin_array();
    for (const auto& objection : all) {
      json_.begin_object().member("deletion", name_of(objection.deletion));
      statement_members(json_, facts_, graph_, objection.hit);
      json_.end_object();
    }
    json_.end_array();
  }

  /// What the node is, and its treaty.
  void what_and_treaty(NodeId node) {
    json_.member("what", what_it_is(graph_, node)).key("treaty");
    const auto* const treaty = treaty_of(graph_, node);
    if (treaty == nullptr) {
      json_.null();
      return;
    }
    json_.begin_object()
        .member("key", graph_.key(treaty->treaty))
        .member("title", short_title_of(graph_, treaty->treaty))
        .end_object();
  }

  void facet(std::string_view name, const std::vector<FacetCount>& counts) {
    json_.key(name).begin_array();
    for (const auto& [value, count] : counts)
      json_.begin_object().member("value", value).member("count", count).end_object();
    json_.end_array();
  }

  void known_count(std::string_view name, bool is_known, std::size_t count) {
    count_or_null(name, is_known ? std::optional(count) : std::nullopt);
  }

  void reported(const ReportedCount& count) {
    json_.begin_object().key("event");
    write_mention(json_, graph_, count.event);
    json_.member("date", graph_.string(count.event, property::kDate))
        .member("what", count.what)
        .member("reported", count.reported)
        .member("listed_at_least", count.listed_at_least)
        .member("listed_at_most", count.listed_at_most)
        .member("agrees", count.agrees())
        .end_object();
  }

  void treaty(const TreatySummary& summary) {
    facts_.begin_node(summary.treaty);
    json_.member("loaded", summary.loaded)
        .member("provisions", summary.provision_count)
        .member("articles", summary.article_count)
        .member("references", summary.reference_count);
    known_count("signatories", summary.has_acts, summary.signatory_count);
    known_count("consented_to_be_bound", summary.has_acts, summary.party_count);
    json_.end_object();
  }

  void properties(const std::vector<PropertySummary>& all) {
    json_.key("properties").begin_array();
    for (const auto& property : all) {
      json_.begin_object().member("name", property.name).member("count", property.count).key("kinds").begin_array();
      for (const auto& kind : property.kinds) json_.value(kind);
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  JsonText& json_;
  const Graph& graph_;
  FactWriter facts_;
};

}  // namespace

std::string to_json(const Graph& graph, const Answer& answer) {
  std::string out;
  JsonText json(out);
  json.expect(kShortAnswer);
  json.begin_object().member("snapshot", graph.snapshot());
  const auto& truncated = std::visit(MembersOf(json, graph), answer.body);
  why_member(json, graph, answer.why);
  if (answer.quality) quality_member(json, *answer.quality);
  json.key("warnings").begin_array();
  for (const auto& warning : answer.warnings) json.value(warning);
  json.end_array().key("truncated");
  write_truncation(json, truncated);
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace treatygraph::queries::formats
