// A provision is cited as a section of its treaty: title, number and date are the treaty's. A statement is a document
// whose authors are those who made it.

#include "queries/formats/answers/bibliography.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/vocabulary.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries::formats {
namespace {

/// The first text that is not empty; empty if all are.
std::string first_of(std::initializer_list<std::string_view> texts) {
  const auto* found = std::ranges::find_if(texts, [](auto text) { return !text.empty(); });
  return found == texts.end() ? std::string() : std::string(*found);
}

/// Only addresses that can be written into every format without escapes.
std::string address_of(const Graph& graph, NodeId node) {
  const auto source = graph.string(node, property::kSource);
  return source.starts_with("http") && source.find_first_of(" {}\\\"") == std::string_view::npos ? std::string(source)
                                                                                                 : "";
}

/// Titles in the order in which people use them: the short one first.
void describe_treaty(const Graph& graph, NodeId treaty, BibliographyEntry& entry) {
  entry.title = first_of({graph.string(treaty, "short_title"), graph.string(treaty, property::kTitle)});
  if (entry.title.empty()) entry.title = title_of(graph, treaty);
  entry.number = graph.string(treaty, "symbol");
  entry.date = first_of({graph.string(treaty, "adopted"), graph.string(treaty, property::kDate)});
  if (entry.address.empty()) entry.address = address_of(graph, treaty);
}

/// The date of the act of making it, if the statement itself has none.
void describe_statement(const Graph& graph, NodeId statement, BibliographyEntry& entry) {
  entry.is_treaty = false;
  entry.title = title_of(graph, statement);
  entry.date = graph.string(statement, property::kDate);
  if (const auto made = graph.types().find(type::kMade)) {
    for (const auto hop : graph.in(statement, *made)) {
      entry.authors.push_back(title_of(graph, hop.node));
      if (entry.date.empty()) entry.date = graph.string(hop.relationship, property::kDate);
    }
  }
}

/// Nothing for nodes that cannot be cited, such as states and events.
std::optional<BibliographyEntry> entry_of(const Graph& graph, NodeId node) {
  BibliographyEntry entry;
  entry.key = graph.key(node);
  entry.address = address_of(graph, node);
  entry.note = fmt::format("treatygraph, {}, snapshot {}", entry.key, graph.snapshot());
  if (graph.has_label(node, label::kTreaty)) {
    describe_treaty(graph, node, entry);
  } else if (graph.has_label(node, label::kProvision)) {
    const auto treaty = graph.find(treaty_key(entry.key.substr(0, entry.key.find(':'))));
    if (treaty) describe_treaty(graph, *treaty, entry);
    entry.section = title_of(graph, node);
  } else if (graph.has_label(node, label::kStatement)) {
    describe_statement(graph, node, entry);
  } else {
    return std::nullopt;
  }
  return entry;
}

}  // namespace

BibliographyEntry work_of(const Graph& graph, NodeId node) {
  return entry_of(graph, node).value_or(BibliographyEntry{});
}

Result<std::vector<BibliographyEntry>> bibliography(const Graph& graph, const Answer& answer) {
  std::vector<BibliographyEntry> entries;
  std::unordered_set<std::uint32_t> cited;  // a statement occurs in an answer once per target
  for (const auto node : answer.body->works()) {
    if (!cited.insert(static_cast<std::uint32_t>(node)).second) continue;
    if (auto entry = entry_of(graph, node)) entries.push_back(std::move(*entry));
  }
  if (!entries.empty()) return entries;
  return fail(ErrorCode::InvalidArgument,
              "there is nothing to cite in this answer: treaties, provisions and statements can be cited, as node, "
              "nodes, search, treaty, treaties, statements, critics, neighborhood and dependencies list them");
}

}  // namespace treatygraph::queries::formats
