#include "queries/formats/answers/json_reading.h"

#include "graph/vocabulary.h"
#include "queries/formats/answers/bibliography.h"
#include "queries/formats/answers/json_facts.h"
#include "queries/formats/text/utf8.h"
#include "queries/request/budget_in_force.h"
#include "queries/request/is_loaded.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

void text_or_null(JsonText& json, std::string_view name, std::string_view text) {
  json.key(name);
  text.empty() ? json.null() : json.value(text);
}

void key_or_null(JsonText& json, const Graph& graph, std::string_view name, std::optional<NodeId> node) {
  text_or_null(json, name, node ? graph.key(*node) : std::string_view{});
}

void treaty_member(JsonText& json, const Graph& graph, std::optional<NodeId> treaty) {
  json.key("treaty");
  if (!treaty) {
    json.null();
    return;
  }
  json.begin_object()
      .member("key", graph.key(*treaty))
      .member("slug", treaty_slug(graph, *treaty))
      .member("title", title_of(graph, *treaty));
  text_or_null(json, "short_title", graph.string(*treaty, "short_title"));
  json.end_object();
}

void write_mark(JsonText& json, const Graph& graph, const TextMark& mark, Utf16Units& units) {
  const auto start = units.before(mark.begin);
  json.begin_object()
      .member("start", start)
      .member("end", units.before(mark.end))
      .member("kind", mark.kind == TextMark::Kind::Term ? "term" : "citation");
  json.key("to").begin_array();
  for (const auto node : mark.to) write_place(json, graph, node);
  json.end_array();
  text_or_null(json, "mode", mark.mode);
  text_or_null(json, "names", mark.names);
  text_or_null(json, "note", mark.note);
  json.end_object();
}

void write_marks(JsonText& json, const Graph& graph, const std::vector<TextMark>& marks, std::string_view words) {
  json.begin_array();
  Utf16Units units(words);
  for (const auto& mark : marks) write_mark(json, graph, mark, units);
  json.end_array();
}

void write_entry(JsonText& json, const Graph& graph, const TextEntry& entry) {
  BudgetInForce::spend();
  const bool itself = entry.place == TextEntry::Place::Itself;
  json.begin_object()
      .member("key", graph.key(entry.node))
      .member("eid", graph.string(entry.node, property::kEid))
      .member("kind", kind_of(graph, entry))
      .member("continues", !itself);
  text_or_null(json, "num", itself ? graph.string(entry.node, property::kNum) : "");
  text_or_null(json, "heading", itself ? graph.string(entry.node, property::kHeading) : "");
  json.member("title", title_of(graph, entry.node))
      .member("citation", short_citation(graph, entry.node))
      .member("depth", entry.depth);
  key_or_null(json, graph, "parent", graph.parent(entry.node));
  json.key("heading_marks");
  write_marks(json, graph, entry.heading_marks, graph.string(entry.node, property::kHeading));
  json.member("loaded", says_loaded(graph, entry.node).value_or(true))
      .member("words", entry.words)
      .member("words_are", name_of(entry.words_are))
      .key("marks");
  write_marks(json, graph, entry.marks, entry.words);
  json.end_object();
}

}  // namespace

void write_place(JsonText& json, const Graph& graph, NodeId node) {
  json.begin_object()
      .member("key", graph.key(node))
      .member("title", title_of(graph, node))
      .member("citation", short_citation(graph, node))
      .member("treaty", treaty_slug(graph, node))
      .member("loaded", says_loaded(graph, node).value_or(true))
      .end_object();
}

void citation_members(JsonText& json, const Graph& graph, const Citation& citation) {
  const std::vector entries = {work_of(graph, citation.of)};
  // An array of one entry and a line end.
  const auto csl = to_csl_json(entries);
  json.member("of", graph.key(citation.of))
      .member("title", title_of(graph, citation.of))
      .member("plain", citation.plain)
      .member("oscola", citation.oscola)
      .member("bluebook", citation.bluebook)
      .member("bibtex", to_bibtex(entries))
      .key("csl")
      .raw(std::string_view(csl).substr(1, csl.rfind(']') - 1));
}

void text_members(JsonText& json, const Graph& graph, const ProvisionText& answer) {
  json.member("of", graph.key(answer.of)).member("title", title_of(graph, answer.of));
  treaty_member(json, graph, answer.treaty);
  json.member("loaded", answer.loaded)
      .member("words", answer.words == WordsAre::Summary ? "summaries" : name_of(answer.words))
      .member("total", answer.total)
      .key("provisions")
      .begin_array();
  for (const auto& entry : answer.hits) write_entry(json, graph, entry);
  json.end_array();
}

}  // namespace treatygraph::queries::formats
