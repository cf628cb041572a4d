#include "ingest/build/document_evidence.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <variant>

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "ingest/documents/leftovers.h"
#include "ingest/records/provision_record.h"
#include "ingest/references/citation_coverage.h"

namespace treatygraph::ingest {
namespace {

/// Counts words separated by ASCII white space. A page break (form feed) counts as white space.
std::int64_t words_in(std::string_view text) {
  std::int64_t count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
    count += !is_space && !in_word ? 1 : 0;
    in_word = !is_space;
  }
  return count;
}

/// Counts the words in provisions, and those before the first provision, which are the title. Provisions contain their
/// parts, so `at` keeps words from being counted twice.
std::int64_t words_read(const Document& document) {
  const std::string_view text = document.text;
  if (document.structure.empty()) return 0;
  std::int64_t count = words_in(text.substr(0, document.structure.front().start));
  std::size_t at = 0;  // end of the counted part
  for (const auto& provision : document.structure) {
    const auto first = std::max(at, provision.start);
    if (provision.end > first) count += words_in(text.substr(first, provision.end - first));
    at = std::max(at, provision.end);
  }
  return count;
}

/// The largest leftovers, one line each. They are sorted by size, so a bad scan with thousands of them stays readable.
std::string leftover_lines(const Document& document) {
  constexpr std::size_t kMost = 20;
  std::string lines;
  std::size_t count = 0;
  for (const auto& leftover : document.leftovers) {
    if (!is_of_text(leftover)) continue;
    if (++count > kMost) break;
    lines += (lines.empty() ? "" : "\n") + in_words(leftover);
  }
  return lines;
}

/// Why less than the whole document was read: its language, the share of its text, or both. Empty if nothing is
/// missing.
std::string missing_of(const Document& document) {
  const auto missing = what_was_not_read(document);
  const auto language = reading_of_language(document);
  return language.empty() || missing.empty() ? language + missing : language + "; " + missing;
}

/// Derives the page from the position of the words, if the format has pages.
void add_page(const Document& document, Properties& properties) {
  const auto* start = find_property(properties, property::kStart);
  const auto* character = start != nullptr ? std::get_if<std::int64_t>(&start->value) : nullptr;
  if (character == nullptr) return;
  const auto page = document.map.page_of(static_cast<std::size_t>(*character));
  if (page) set_property(properties, "page", static_cast<std::int64_t>(*page));
}

}  // namespace

Properties of_document(const Document& document) {
  auto said = with({}, {{std::string(property::kDocument), document.name},
                        {std::string(property::kDocumentSha256), document.sha256}});
  set_property(said, property::kDocumentWords, words_in(document.text));
  set_property(said, property::kDocumentWordsRead, words_read(document));
  set_property(said, property::kDocumentRead, share_read(document));
  if (const auto leftovers = leftover_lines(document); !leftovers.empty()) {
    set_property(said, property::kDocumentLeftovers, leftovers);
  }
  if (!document.gaps.empty()) {
    set_property(said, property::kDocumentGaps, boost::algorithm::join(document.gaps, "\n"));
  }
  if (const auto missing = missing_of(document); !missing.empty()) {
    set_property(said, property::kDocumentNotRead, missing);
  }
  const auto& text = document.text;
  const auto pages = text.empty() ? std::nullopt : document.map.page_at(text.size() - 1, text.data());
  if (pages) set_property(said, property::kDocumentPages, static_cast<std::int64_t>(*pages));
  return said;
}

void add_places(const Document& document, std::size_t first_node, std::size_t first_relationship,
                GraphRecords& records) {
  // The keys are owned by records.nodes, which does not change below.
  std::map<std::string_view, const Properties*> of_facts;
  for (auto i = first_node; i < records.nodes.size(); ++i) {
    add_page(document, records.nodes[i].properties);
    of_facts.emplace(records.nodes[i].key, &records.nodes[i].properties);
  }
  for (auto i = first_relationship; i < records.relationships.size(); ++i) {
    auto& [type, from, to, properties] = records.relationships[i];
    const auto fact = of_facts.find(from);
    if (find_property(properties, property::kStart) == nullptr && fact != of_facts.end()) {
      for (const auto name : {property::kStart, property::kEnd}) {
        const auto* place = find_property(*fact->second, name);
        if (place != nullptr) set_property(properties, name, *place);
      }
    }
    add_page(document, properties);
  }
}

}  // namespace treatygraph::ingest
