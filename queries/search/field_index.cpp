#include "queries/search/field_index.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "graph/ascii.h"
#include "graph/derived.h"
#include "graph/search_words.h"
#include "graph/vocabulary.h"
#include "queries/search/stems.h"

namespace treatygraph::queries {
namespace {

/// A property and the field that its text belongs to.
struct Source {
  std::string_view property;
  Field field;
};
/// The properties that are one text each; lists are split by add_list().
constexpr auto kSources = std::to_array<Source>({
    {property::kHeading, Field::Name},
    {property::kName, Field::Name},
    {property::kTitle, Field::Name},
    {"short_title", Field::Alias},
    {"title_fr", Field::Alias},
    {"title_es", Field::Alias},
    {"iso3", Field::Alias},
    {"symbol", Field::Alias},
    {property::kSummary, Field::Summary},
    {property::kKind, Field::Detail},
    {"mental_element", Field::Detail},
    {"protects", Field::Detail},
    {"scope", Field::Detail},
    {"speaker_as", Field::Speaker},
    {property::kStance, Field::Detail},
});

/// Whether a word is an acronym: "US" is a name, "us" is a filler.
bool is_acronym(std::string_view word) {
  return word.size() > 1 && std::ranges::all_of(word, is_upper);
}

/// The two-letter code of the country with these three letters (ISO 3166), from ICU; null if there is none.
const char* country_of(std::string_view iso3) {
  for (const auto* const* country = uloc_getISOCountries(); *country != nullptr; ++country) {
    if (iso3 == uloc_getISO3Country(("und_" + std::string(*country)).c_str())) return *country;
  }
  return nullptr;
}

}  // namespace

const FieldIndex& FieldIndex::of(const Graph& graph) {
  return graph.derived().get<FieldIndex>([&] { return FieldIndex(graph); });
}

FieldIndex::FieldIndex(const Graph& graph) {
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) add_fields_of(graph, NodeId{i});
  index();
}

/// Adds all texts of one node. They are adjacent in texts_, since nodes are added in order.
void FieldIndex::add_fields_of(const Graph& graph, NodeId node) {
  for (const auto& [property, field] : kSources) add(node, field, graph.string(node, property));
  if (const auto name = graph.string(node, property::kName); name.find('(') != std::string_view::npos) {
    add(node, Field::Alias, name.substr(0, name.find('(')));  // "Iran (Islamic Republic of)"
  }
  if (const auto title = graph.string(node, property::kTitle); title.find(';') != std::string_view::npos) {
    add(node, Field::Alias, title.substr(0, title.find(';')));
  }
  add_list(node, Field::Alias, graph.string(node, "aliases"), node);
  add_list(node, Field::Concern, graph.string(node, property::kConcern), node);
  add_key_words(graph, node);
  if (graph.has_label(node, label::kState)) add_country_names(node, graph.key(node));
  if (graph.has_label(node, label::kStatement)) add_speakers(graph, node);
}

void FieldIndex::add(NodeId node, Field field, std::string_view text) {
  add(node, field, text, node);
}

void FieldIndex::add(NodeId node, Field field, std::string_view text, NodeId of) {
  if (!text.empty()) texts_.push_back({node, field, 0, text, of});
}

/// The words of a key are what people call the thing, even if its name differs: "uncc:power.spontaneous-information"
/// may have the name "voluntary disclosure of data".
void FieldIndex::add_key_words(const Graph& graph, NodeId node) {
  const bool is_made = std::ranges::any_of(std::array{label::kOffence, label::kPower, label::kTerm},
                                           [&](std::string_view label) { return graph.has_label(node, label); });
  const auto key = graph.key(node);
  const auto point = key.rfind('.');
  if (!is_made || point == std::string_view::npos) return;
  const auto words = key.substr(point + 1);
  if (words_of(words) != words_of(graph.string(node, property::kName))) add(node, Field::Detail, words);
}

/// Adds a State's two-letter code, and its name in the languages of the thesaurus.
void FieldIndex::add_country_names(NodeId node, std::string_view key) {
  const auto* const country = country_of(key.substr(key.find(':') + 1));
  if (country == nullptr) return;
  add(node, Field::Alias, country);
  for (const auto* language : {"en", "fr", "es", "de"}) {
    icu::UnicodeString name;
    icu::Locale("", country).getDisplayCountry(icu::Locale(language), name);
    name.toUTF8String(names_.emplace_back());
    add(node, Field::Alias, names_.back());
  }
}

/// Adds each item of a list separated by ';'.
void FieldIndex::add_list(NodeId node, Field field, std::string_view list, NodeId of) {
  while (!list.empty()) {
    const auto end = std::min(list.find(';'), list.size());
    add(node, field, list.substr(0, end), of);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// A statement is found by the names of its speakers, and by concerns and summaries of what it addresses.
void FieldIndex::add_speakers(const Graph& graph, NodeId statement) {
  if (const auto made = graph.types().find(type::kMade)) {
    for (const auto hop : graph.in(statement, *made)) {
      add(statement, Field::Speaker, graph.string(hop.node, property::kName), hop.node);
      add_list(statement, Field::Speaker, graph.string(hop.node, "aliases"), hop.node);
    }
  }
  if (const auto addresses = graph.types().find(type::kAddresses)) {
    for (const auto hop : graph.out(statement, *addresses)) {
      add_list(statement, Field::Concern, graph.string(hop.relationship, property::kConcern), statement);
      add(statement, Field::Summary, graph.string(hop.relationship, property::kSummary));
    }
  }
}

/// Texts are added in ascending order, so each list of positions is sorted, which lets with() be intersected by
/// bisection.
void FieldIndex::index() {
  std::unordered_map<std::string, std::string> stems;
  for (std::uint32_t i = 0; i < texts_.size(); ++i) {
    std::set<std::string_view> told;
    std::size_t telling = 0;
    for (const auto& [word, begin, end] : placed_words_of(texts_[i].text)) {
      if (!is_filler(word) || is_acronym(texts_[i].text.substr(begin, end - begin))) ++telling;
      ++words_[word];
      auto [known, is_new] = stems.try_emplace(word);
      if (is_new) known->second = stem_of(word);
      // One entry for each text, however often it has the stem.
      if (!told.insert(known->second).second) continue;
      by_stem_[known->second].push_back(i);
    }
    texts_[i].words =
        static_cast<std::uint16_t>(std::min<std::size_t>(telling, std::numeric_limits<std::uint16_t>::max()));
  }
}

std::span<const FieldText> FieldIndex::texts_of(NodeId node) const {
  const auto [first, last] = std::ranges::equal_range(texts_, node, {}, &FieldText::node);
  return {first, last};
}

std::span<const std::uint32_t> FieldIndex::with(const std::string& stem) const {
  const auto found = by_stem_.find(stem);
  return found == by_stem_.end() ? std::span<const std::uint32_t>() : std::span(found->second);
}

}  // namespace treatygraph::queries
